package io.intertwine.measure;

import io.intertwine.tensor.DoubleMatrix;
import java.util.Arrays;

/**
 * Linear least squares X B = Y with a matrix X that may have dependent columns: a complete orthogonal decomposition of X with its columns
 * brought to norm 1 (Golub and Van Loan, Matrix Computations, 4th edition, section 5.5). Among all solutions it gives the one with
 * the smallest norm in the scaled columns, so that a column of zeros gets no weight and equal columns get the same.
 */
final class LeastSquares {
    /**
     * A scaled column of which less than this is left, beside the span of those before it, counts as dependent on them. Rounding leaves
     * about 1e-15; a float32 clone that noise of its last bit tells apart from another leaves 1e-8 and counts as independent.
     */
    static final double DEPENDENT = 1e-11;

    private final int rows;
    private final double[] norms;
    private final Reflections columns;
    private final Reflections upper;

    LeastSquares(DoubleMatrix x) {
        rows = x.rows();
        double[][] scaled = columns(x);
        norms = new double[scaled.length];
        for (int j = 0; j < scaled.length; j++) {
            norms[j] = Norms.of(scaled[j]);
            divide(scaled[j], norms[j]);
        }
        columns = new Reflections(scaled, rows, DEPENDENT);
        double[][] transposed = new double[columns.rank()][norms.length];
        for (int k = 0; k < transposed.length; k++) {
            for (int j = 0; j < norms.length; j++) {
                transposed[k][j] = columns.upper(k, j);
            }
        }
        upper = new Reflections(transposed, norms.length, 0);
    }

    private static void divide(double[] values, double divisor) {
        for (int i = 0; i < values.length && divisor > 0; i++) {
            values[i] /= divisor;
        }
    }

    private static double[][] columns(DoubleMatrix x) {
        DoubleMatrix transpose = x.transpose();
        double[][] columns = new double[x.columns()][];
        Arrays.setAll(columns, transpose::row);
        return columns;
    }

    /** The number of independent columns of X. */
    int rank() {
        return columns.rank();
    }

    /** The solution B: one row for each column of X, one column for each column of Y. */
    DoubleMatrix solve(DoubleMatrix y) {
        double[][] right = columns(y);
        DoubleMatrix solution = DoubleMatrix.zeros(norms.length, y.columns());
        for (int i = 0; i < right.length; i++) {
            columns.toCoordinates(right[i]);
            double[] weights = smallest(right[i]);
            for (int k = 0; k < weights.length; k++) {
                int j = columns.pivot(k);
                solution.set(j, i, norms[j] > 0 ? weights[k] / norms[j] : 0);
            }
        }
        return solution;
    }

    /** The z of smallest norm with R z = c: with R^T P = Z T it is Z T^-T P^T c. */
    private double[] smallest(double[] c) {
        double[] z = new double[norms.length];
        for (int k = 0; k < rank(); k++) {
            double sum = c[upper.pivot(k)];
            for (int i = 0; i < k; i++) {
                sum -= upper.upper(i, k) * z[i];
            }
            z[k] = sum / upper.upper(k, k);
        }
        upper.fromCoordinates(z);
        return z;
    }
}
