package io.intertwine.measure;

import io.intertwine.tensor.DoubleMatrix;
import java.util.Arrays;

/** Euclidean norms that do not overflow before their results do; infinite where an entry is infinite or NaN. */
final class Norms {
    private Norms() {}

    static double of(double[] entries) {
        return of(entries, 0, entries.length);
    }

    private static double of(double[] entries, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isFinite(entries[i])) {
                return Double.POSITIVE_INFINITY;
            }
            largest = Math.max(largest, Math.abs(entries[i]));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            double part = entries[i] / largest;
            sum += part * part;
        }
        return largest * Math.sqrt(sum);
    }

    /** The norm of every row. */
    static double[] ofRows(DoubleMatrix matrix) {
        double[] norms = new double[matrix.rows()];
        Arrays.setAll(norms, i -> of(matrix.entries(), i * matrix.columns(), (i + 1) * matrix.columns()));
        return norms;
    }

    /** The norm of the difference of every row. */
    static double[] ofDifferences(DoubleMatrix a, DoubleMatrix b) {
        DoubleMatrix difference = DoubleMatrix.zeros(a.rows(), a.columns());
        Arrays.setAll(difference.entries(), i -> a.entries()[i] - b.entries()[i]);
        return ofRows(difference);
    }

    /** A quotient of norms in which 0 / 0 is 0, and infinite where the numerator or the denominator is. */
    static double quotient(double numerator, double denominator) {
        if (Double.isInfinite(numerator) || Double.isInfinite(denominator)) {
            return Double.POSITIVE_INFINITY;
        }
        return numerator == 0 ? 0 : numerator / denominator;
    }
}
