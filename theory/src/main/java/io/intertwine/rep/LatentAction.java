package io.intertwine.rep;

import java.util.List;

/**
 * A homomorphism from a finite group into the latent group of a layer, up to conjugation there: for each block of alike units the
 * transitive actions on its orbits.
 *
 * @param blocks for every block the actions on its orbits, in order
 */
public record LatentAction(List<List<TransitiveAction>> blocks) {
    public LatentAction {
        blocks = blocks.stream().map(List::copyOf).toList();
    }

    /** The maps of the generators on all units, block after block and orbit after orbit: signed permutations. */
    public List<AffineMap> images() {
        return TransitiveActions.sum(blocks.stream().flatMap(List::stream).toList());
    }
}
