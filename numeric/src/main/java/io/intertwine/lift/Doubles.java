package io.intertwine.lift;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * Exact numbers as binary64 numbers, rounded to nearest, ties to even: the relative error is at most 2^-53 where the result is a
 * normal number, the absolute error at most 2^-1075 below that, and numbers from 2^1024 - 2^970 on become infinite.
 */
public final class Doubles {
    private Doubles() {}

    /** The nearest binary64 number. */
    public static double nearest(Scalar value) {
        return Double.longBitsToDouble(value.nearestBinary64Bits());
    }

    /** The nearest binary64 number. */
    public static double nearest(BigFraction value) {
        return nearest(Scalar.of(value));
    }

    /** The binary64 number nearest to an entry of a matrix; without error where the matrix holds binary64 numbers. */
    public static double nearest(ExactMatrix matrix, int row, int column) {
        return matrix.isBinary64()
                ? Double.longBitsToDouble(matrix.bits(row, column))
                : nearest(matrix.get(row, column));
    }

    /** The binary64 numbers nearest to the entries of a row of a matrix. */
    public static double[] nearestRow(ExactMatrix matrix, int row) {
        double[] result = new double[matrix.columns()];
        for (int j = 0; j < result.length; j++) {
            result[j] = nearest(matrix, row, j);
        }
        return result;
    }

    /** The binary64 numbers nearest to the given ones. */
    public static double[] nearest(List<Scalar> values) {
        return values.stream().mapToDouble(Doubles::nearest).toArray();
    }
}
