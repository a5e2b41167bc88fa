package io.intertwine.find;

import java.util.List;

/**
 * A subgroup of a finite group that acts on a network.
 *
 * @param generators words in the group's generators that generate it, in the notation of the symmetry format
 * @param order the number of its elements, as pairs of an input and an output action
 * @param index the number of its cosets
 */
public record Subgroup(List<String> generators, int order, int index) {
    public Subgroup {
        generators = List.copyOf(generators);
    }
}
