package io.intertwine.testkit;

import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.List;

/**
 * A network that is layerwise equivariant because it was built so.
 *
 * @param network the network
 * @param symmetry the group with its actions
 * @param actions for every generator, in order, the action on every latent space, in order: before and after each activation
 */
public record KnownAnswer(Network network, Symmetry symmetry, List<List<AffineMap>> actions) {
    public KnownAnswer {
        actions = actions.stream().map(List::copyOf).toList();
    }
}
