package io.intertwine.check;

import io.intertwine.certificate.DimensionEvidence.Direction;
import io.intertwine.certificate.DimensionEvidence.Entry;
import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.ModularEchelon;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many directions are independent, at least: the rank modulo 2^61 - 1 of their coordinates at the places where all of them have
 * rational ones. Leaving places out can only make the rank smaller, and so can the residues.
 */
final class IndependentDirectionsRule {
    private IndependentDirectionsRule() {}

    static int apply(List<Direction> directions, long parameters) {
        Set<Integer> left = new HashSet<>();
        for (Direction direction : directions) {
            for (Entry entry : direction.entries()) {
                if (!entry.constants().isEmpty() || !entry.factor().isRational()) {
                    left.add(entry.place());
                }
            }
        }
        ModularEchelon span = new ModularEchelon(Math.toIntExact(parameters));
        for (Direction direction : directions) {
            long[] row = new long[Math.toIntExact(parameters)];
            for (Entry entry : direction.entries()) {
                if (!left.contains(entry.place())) {
                    row[entry.place()] = Mersenne61.of(entry.factor().rational());
                }
            }
            span.add(row);
        }
        return span.rank();
    }
}
