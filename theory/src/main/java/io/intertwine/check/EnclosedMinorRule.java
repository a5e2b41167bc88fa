package io.intertwine.check;

import io.intertwine.certificate.DimensionEvidence.Independence;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.net.EnclosedDerivatives;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A lower bound of the functional dimension at the parameters of a network by a minor of the derivatives at inputs that is not zero.
 * The derivatives are enclosed and eliminated in interval arithmetic, without exchanging rows or columns: where no pivot may be zero,
 * the elimination of the true numbers has no zero pivot either, and their determinant is the product of the pivots
 * (A. Neumaier, Interval methods for systems of equations, 1990, section 4.5).
 */
final class EnclosedMinorRule {
    /** Elimination takes the third power of the size. */
    static final int LARGEST_MINOR = 400;

    /** More bits are slow and never needed. */
    static final int MOST_BITS = 4096;

    private EnclosedMinorRule() {}

    static int apply(Network network, Independence.Minor evidence) throws Rejection {
        int size = evidence.rows().size();
        Rejection.unless(
                size <= LARGEST_MINOR, "expected a minor of size at most " + LARGEST_MINOR + ", found " + size);
        Rejection.unless(
                1 <= evidence.bits() && evidence.bits() <= MOST_BITS,
                "expected from 1 to " + MOST_BITS + " bits, found " + evidence.bits());
        Rejection.unless(evidence.points().size() <= size, "expected at most " + size + " inputs");
        requireInvertible(minor(network, evidence));
        return size;
    }

    private static Enclosure[][] minor(Network network, Independence.Minor evidence) throws Rejection {
        EnclosedDerivatives derivatives = new EnclosedDerivatives(network, evidence.bits());
        List<List<Enclosure>> all = new ArrayList<>();
        for (List<Scalar> point : evidence.points()) {
            SeparationRule.requireInput(point, network);
            Optional<List<List<Enclosure>>> rows = derivatives.at(point);
            Rejection.unless(rows.isPresent(), "at the input " + point + " the derivatives have no enclosure");
            all.addAll(rows.get());
        }
        int columns = derivatives.parameters();
        requirePlaces(evidence.rows(), evidence.columns().size(), all.size(), "row");
        requirePlaces(evidence.columns(), evidence.rows().size(), columns, "column");
        return evidence.rows().stream()
                .map(row -> evidence.columns().stream()
                        .map(column -> all.get(row).get(column))
                        .toArray(Enclosure[]::new))
                .toArray(Enclosure[][]::new);
    }

    private static void requirePlaces(List<Integer> places, int count, int bound, String kind) throws Rejection {
        Rejection.unless(
                places.size() == count && new HashSet<>(places).size() == count,
                "expected as many different rows as columns, found " + places.size() + " of kind " + kind);
        for (int place : places) {
            Rejection.unless(
                    0 <= place && place < bound, "expected a " + kind + " below " + bound + ", found " + place);
        }
    }

    private static void requireInvertible(Enclosure[][] matrix) throws Rejection {
        int n = matrix.length;
        for (int k = 0; k < n; k++) {
            Enclosure[] pivot = matrix[k];
            Rejection.unless(pivot[k].excludesZero(), "the pivot of index " + k + " may be zero: " + pivot[k]);
            for (int i = k + 1; i < n; i++) {
                Enclosure factor = matrix[i][k].divide(pivot[k]);
                for (int j = k + 1; j < n; j++) {
                    matrix[i][j] = matrix[i][j].subtract(factor.multiply(pivot[j]));
                }
            }
        }
    }
}
