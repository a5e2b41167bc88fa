package io.intertwine.dimension;

import io.intertwine.certificate.DimensionEvidence.Direction;
import io.intertwine.certificate.DimensionEvidence.Entry;
import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.ModularEchelon;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Directions that are independent, for a start modulo 2^61 - 1 and at their rational coordinates. */
final class DirectionSpan {
    private final int parameters;
    private final ModularEchelon span;
    private final List<Direction> directions = new ArrayList<>();

    DirectionSpan(long parameters) {
        this.parameters = Math.toIntExact(parameters);
        this.span = new ModularEchelon(this.parameters);
    }

    /** Joins a direction if it is independent of those before. */
    void add(Direction direction) {
        long[] row = new long[parameters];
        for (Entry entry : direction.entries()) {
            if (entry.constants().isEmpty() && entry.factor().isRational()) {
                row[entry.place()] = Mersenne61.of(entry.factor().rational());
            }
        }
        if (span.add(row)) {
            directions.add(direction);
        }
    }

    /** The directions that were joined. */
    List<Direction> directions() {
        return List.copyOf(directions);
    }

    /** The dimension of the span of directions with exact coordinates. */
    static int rank(List<Direction> directions, long parameters) {
        TreeSet<Integer> places = new TreeSet<>();
        directions.forEach(direction -> direction.entries().forEach(entry -> places.add(entry.place())));
        return rank(directions, new ArrayList<>(places), parameters);
    }

    /** The dimension of the span of the coordinates at some places, which are exact. */
    static int rank(List<Direction> directions, List<Integer> places, long parameters) {
        if (directions.isEmpty() || places.isEmpty()) {
            return 0;
        }
        List<Scalar> entries = new ArrayList<>();
        for (Direction direction : directions) {
            Scalar[] row = new Scalar[Math.toIntExact(parameters)];
            direction.entries().forEach(entry -> row[entry.place()] = entry.factor());
            places.forEach(place -> entries.add(row[place] == null ? Scalar.ZERO : row[place]));
        }
        return Echelon.of(ExactMatrix.of(directions.size(), places.size(), entries))
                .rank();
    }
}
