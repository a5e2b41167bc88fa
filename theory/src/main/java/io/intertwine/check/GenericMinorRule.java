package io.intertwine.check;

import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.exact.PrimeField;
import io.intertwine.net.Architecture;
import io.intertwine.net.GenericJacobian;
import io.intertwine.net.GenericPoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A lower bound of a functional dimension by a minor at a generic point modulo a prime. The point is drawn again, the derivatives are
 * computed again by the chain rule on power series, and eliminated. That a minor which is not zero there shows a rank of functions is
 * theorem D1 of {@code docs/DIMENSION.md}; the hypotheses about algebraic independence are checked where the point is drawn.
 */
final class GenericMinorRule {
    /** Larger minors need a factorisation: elimination takes the third power of their size. */
    static final int LARGEST_MINOR = 2_000;

    private GenericMinorRule() {}

    /** The size of the minor, which is not zero. */
    static int apply(Architecture architecture, DimensionEvidence.Generic evidence) throws Rejection {
        int size = evidence.rows().size();
        Rejection.unless(
                size <= LARGEST_MINOR,
                "expected a minor of size at most " + LARGEST_MINOR + ", or a factorisation of it, found size " + size);
        List<long[]> minor = new ArrayList<>();
        forEachRow(architecture, evidence, (index, row) -> minor.add(row));
        PrimeField field = new PrimeField(evidence.sampling().prime());
        Rejection.unless(
                field.rank(minor) == size, "the recorded minor of size " + size + " is zero modulo " + field.prime());
        return size;
    }

    /** Computes the rows of the minor again, line by line; the consumer also gets the place of the row in the evidence. */
    static void forEachRow(
            Architecture architecture, DimensionEvidence.Generic evidence, BiConsumer<Integer, long[]> consumer)
            throws Rejection {
        GenericJacobian jacobian = new GenericJacobian(architecture, point(architecture, evidence));
        requirePlaces(evidence.rows(), evidence.columns().size(), jacobian.rows(), "row");
        requirePlaces(evidence.columns(), evidence.rows().size(), jacobian.columns(), "column");
        Map<Integer, List<Integer>> byLine = new TreeMap<>();
        for (int index = 0; index < evidence.rows().size(); index++) {
            byLine.computeIfAbsent(evidence.rows().get(index) / jacobian.rowsOfLine(), line -> new ArrayList<>())
                    .add(index);
        }
        byLine.forEach((line, indices) -> {
            List<long[]> rows = jacobian.line(line);
            for (int index : indices) {
                long[] row = rows.get(evidence.rows().get(index) % jacobian.rowsOfLine());
                consumer.accept(index, select(row, evidence.columns()));
            }
        });
    }

    private static GenericPoint point(Architecture architecture, DimensionEvidence.Generic evidence) throws Rejection {
        try {
            GenericPoint.Result result = GenericPoint.draw(architecture, evidence.sampling());
            if (result instanceof GenericPoint.Found found) {
                return found.point();
            }
            throw new Rejection("there is no generic point: " + ((GenericPoint.Unknown) result).reason());
        } catch (IllegalArgumentException badPrime) {
            throw new Rejection("the point cannot be drawn: " + badPrime.getMessage());
        }
    }

    private static void requirePlaces(List<Integer> places, int count, long bound, String kind) throws Rejection {
        Rejection.unless(
                places.size() == count && new HashSet<>(places).size() == count,
                "expected as many different rows as columns, found " + places.size() + " of kind " + kind);
        for (int place : places) {
            Rejection.unless(
                    0 <= place && place < bound, "expected a " + kind + " below " + bound + ", found " + place);
        }
    }

    private static long[] select(long[] row, List<Integer> columns) {
        return columns.stream().mapToLong(column -> row[column]).toArray();
    }
}
