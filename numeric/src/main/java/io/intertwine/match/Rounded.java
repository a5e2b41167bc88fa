package io.intertwine.match;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.lift.Doubles;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** Exact numbers rounded by {@link Doubles}, where a number beyond the doubles is refused and does not become an infinity. */
final class Rounded {
    private Rounded() {}

    /** The nearest double. Throws IllegalArgumentException if the number is too large. */
    static double from(Scalar value) {
        double rounded = Doubles.nearest(value);
        if (!Double.isFinite(rounded)) {
            throw new IllegalArgumentException("the number " + value + " is too large for floating point");
        }
        return rounded;
    }

    /** The nearest double. */
    static double from(BigFraction value) {
        return from(Scalar.of(value));
    }

    /** The nearest doubles. */
    static double[] from(List<Scalar> values) {
        return values.stream().mapToDouble(Rounded::from).toArray();
    }

    /** The entries of a matrix, row by row. */
    static double[] from(ExactMatrix matrix) {
        int columns = matrix.columns();
        double[] result = new double[matrix.rows() * columns];
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < columns; j++) {
                result[i * columns + j] = matrix.isBinary64() ? Doubles.nearest(matrix, i, j) : from(matrix.get(i, j));
            }
        }
        return result;
    }
}
