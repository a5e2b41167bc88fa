package io.intertwine.find;

import io.intertwine.net.Network;
import io.intertwine.symmetry.HiddenSpace;
import java.util.LinkedHashSet;
import java.util.Set;

/** The latent symmetry groups of a network in words. */
final class LatentGroups {
    private LatentGroups() {}

    /** The groups of the hidden layers, each once: "signed permutations". */
    static String of(Network network) {
        Set<String> words = new LinkedHashSet<>(HiddenSpace.groups(network));
        return String.join(", ", words);
    }
}
