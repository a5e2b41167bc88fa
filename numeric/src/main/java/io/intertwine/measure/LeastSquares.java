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

    private final double[] norms;
    private final Reflections columns;

    LeastSquares(DoubleMatrix x) {
        double[][] scaled = columns(x);
        norms = new double[scaled.length];
        for (int j = 0; j < scaled.length; j++) {
            norms[j] = Norms.of(scaled[j]);
            divide(scaled[j], norms[j]);
        }
        columns = new Reflections(scaled, x.rows(), DEPENDENT);
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
        DoubleMatrix coordinates = columns.toCoordinates(y);
        DoubleMatrix weights = rank() == norms.length ? only(coordinates) : smallest(coordinates);
        DoubleMatrix solution = DoubleMatrix.zeros(norms.length, y.columns());
        for (int k = 0; k < norms.length; k++) {
            int j = columns.pivot(k);
            for (int i = 0; i < y.columns() && norms[j] > 0; i++) {
                solution.set(j, i, weights.get(k, i) / norms[j]);
            }
        }
        return solution;
    }

    /** The Z with R Z = C for a square R, row by row from the last. */
    private DoubleMatrix only(DoubleMatrix c) {
        DoubleMatrix z = DoubleMatrix.zeros(norms.length, c.columns());
        for (int k = rank() - 1; k >= 0; k--) {
            copyRow(c, k, z, k);
            for (int j = k + 1; j < rank(); j++) {
                addRow(z, k, -columns.upper(k, j), j);
            }
            divideRow(z, k, columns.upper(k, k));
        }
        return z;
    }

    /** The Z of smallest norm with R Z = C: with R^T P = Q T it is Q T^-T P^T C. */
    private DoubleMatrix smallest(DoubleMatrix c) {
        double[][] transposed = new double[rank()][norms.length];
        for (int k = 0; k < transposed.length; k++) {
            for (int j = 0; j < norms.length; j++) {
                transposed[k][j] = columns.upper(k, j);
            }
        }
        Reflections upper = new Reflections(transposed, norms.length, 0);
        DoubleMatrix z = DoubleMatrix.zeros(norms.length, c.columns());
        for (int k = 0; k < rank(); k++) {
            copyRow(c, upper.pivot(k), z, k);
            for (int i = 0; i < k; i++) {
                addRow(z, k, -upper.upper(i, k), i);
            }
            divideRow(z, k, upper.upper(k, k));
        }
        return upper.fromCoordinates(z);
    }

    private static void copyRow(DoubleMatrix from, int row, DoubleMatrix to, int target) {
        int n = from.columns();
        System.arraycopy(from.entries(), row * n, to.entries(), target * n, n);
    }

    /** Adds a multiple of row j to row k. */
    private static void addRow(DoubleMatrix matrix, int k, double factor, int j) {
        int n = matrix.columns();
        double[] entries = matrix.entries();
        for (int i = 0; i < n; i++) {
            entries[k * n + i] += factor * entries[j * n + i];
        }
    }

    private static void divideRow(DoubleMatrix matrix, int k, double divisor) {
        int n = matrix.columns();
        for (int i = k * n; i < (k + 1) * n; i++) {
            matrix.entries()[i] /= divisor;
        }
    }
}
