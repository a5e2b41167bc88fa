package io.intertwine.cli;

import io.intertwine.find.Subgroup;
import java.util.List;

/**
 * A subgroup for which more is known than for the whole group.
 *
 * @param generators words that generate it
 * @param order how many elements it has; 0 where that was not counted
 * @param index how many cosets it has; 0 where that was not counted
 */
record SubgroupView(List<String> generators, int order, int index) {
    SubgroupView {
        generators = List.copyOf(generators);
    }

    /** Generators of the group under which the function is still equivariant. */
    static SubgroupView of(List<String> generators) {
        return new SubgroupView(generators, 0, 0);
    }

    /** The largest subgroup under which the given parameters are layerwise equivariant. */
    static SubgroupView of(Subgroup subgroup) {
        return new SubgroupView(subgroup.generators(), subgroup.order(), subgroup.index());
    }

    /** The subgroup for people. */
    String text() {
        String words = generators.isEmpty() ? "no generator" : String.join(", ", generators);
        if (order == 1) {
            return "the identity alone (index " + index + ")";
        }
        return order == 0 ? words : words + " (order " + order + ", index " + index + ")";
    }
}
