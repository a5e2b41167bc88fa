package io.intertwine.measure;

import io.intertwine.tensor.DoubleMatrix;
import java.util.Arrays;

/**
 * A QR decomposition by Householder reflections with column pivoting, A P = Q R (Businger and Golub, Numerische Mathematik 7, 1965; norms
 * are updated as in LAPACK Working Note 176). It stops where no column is left with more than a share of its norm.
 */
final class Reflections {
    /** Below this share of the norm at its last computation a norm is computed again, since the updates have cancelled. */
    private static final double UPDATE_LIMIT = Math.sqrt(Math.ulp(1.0));

    /** How many reflections are applied to a matrix at a time. */
    private static final int BLOCK = 64;

    private final double[][] columns;
    private final int[] pivots;
    private final double[] diagonal;
    private final int rank;

    /**
     * Decomposes a matrix.
     *
     * @param columns its columns, each of the same length; they are overwritten
     * @param tolerance the smallest norm of what is left of a column that still counts
     */
    Reflections(double[][] columns, int length, double tolerance) {
        this.columns = columns;
        pivots = new int[columns.length];
        diagonal = new double[Math.min(columns.length, length)];
        double[] norms = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            pivots[j] = j;
            norms[j] = norm(columns[j], 0);
        }
        double[] computed = norms.clone();
        int k = 0;
        while (k < diagonal.length) {
            swap(k, largest(norms, k), norms, computed);
            double left = norm(columns[k], k);
            if (!(left > tolerance)) {
                break;
            }
            reflect(k, left);
            for (int j = k + 1; j < columns.length; j++) {
                apply(k, columns[j]);
                update(norms, computed, j, k);
            }
            k++;
        }
        rank = k;
    }

    private static int largest(double[] norms, int from) {
        int best = from;
        for (int j = from + 1; j < norms.length; j++) {
            best = norms[j] > norms[best] ? j : best;
        }
        return best;
    }

    private void swap(int i, int j, double[] norms, double[] computed) {
        double[] column = columns[i];
        columns[i] = columns[j];
        columns[j] = column;
        int pivot = pivots[i];
        pivots[i] = pivots[j];
        pivots[j] = pivot;
        norms[j] = norms[i];
        computed[j] = computed[i];
    }

    /** Makes column k the unit vector of the reflection that sends what is left of it to a multiple of the k-th axis. */
    private void reflect(int k, double left) {
        double[] v = columns[k];
        diagonal[k] = v[k] > 0 ? -left : left;
        v[k] -= diagonal[k];
        double length = norm(v, k);
        for (int i = k; i < v.length; i++) {
            v[i] /= length;
        }
    }

    private void apply(int k, double[] vector) {
        double[] v = columns[k];
        double factor = -2 * dot(v, vector, k);
        for (int i = k; i < v.length; i++) {
            vector[i] += factor * v[i];
        }
    }

    private void update(double[] norms, double[] computed, int j, int k) {
        if (norms[j] > 0) {
            double share = columns[j][k] / norms[j];
            double kept = Math.max(0, (1 - share) * (1 + share));
            double since = norms[j] / computed[j];
            if (kept * since * since <= UPDATE_LIMIT) {
                norms[j] = norm(columns[j], k + 1);
                computed[j] = norms[j];
            } else {
                norms[j] *= Math.sqrt(kept);
            }
        }
    }

    private static double norm(double[] vector, int from) {
        return Math.sqrt(dot(vector, vector, from));
    }

    /** Four sums at a time: a single one would wait for each addition. */
    private static double dot(double[] a, double[] b, int from) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = from;
        for (; i + 3 < a.length; i += 4) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            sum0 += a[i] * b[i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    /** The number of columns before the decomposition stopped. */
    int rank() {
        return rank;
    }

    /** Which column stands at place k of A P. */
    int pivot(int k) {
        return pivots[k];
    }

    /** The entry R_kj, k below the rank, j counted in A P. */
    double upper(int k, int j) {
        if (j == k) {
            return diagonal[k];
        }
        return j > k ? columns[j][k] : 0;
    }

    /** The images of the columns of a matrix under Q^T. */
    DoubleMatrix toCoordinates(DoubleMatrix matrix) {
        DoubleMatrix result = matrix;
        for (int from = 0; from < rank; from += BLOCK) {
            result = new Block(from, Math.min(rank, from + BLOCK), matrix.rows()).apply(result, true);
        }
        return result;
    }

    /** The images of the columns of a matrix under Q. */
    DoubleMatrix fromCoordinates(DoubleMatrix matrix) {
        DoubleMatrix result = matrix;
        for (int from = (rank - 1) / BLOCK * BLOCK; from >= 0 && rank > 0; from -= BLOCK) {
            result = new Block(from, Math.min(rank, from + BLOCK), matrix.rows()).apply(result, false);
        }
        return result;
    }

    /** The product of some reflections as 1 - V T V^T with an upper triangular T (Schreiber and Van Loan, SIAM J. Sci. Stat. Comput. 10, 1989). */
    private final class Block {
        private final DoubleMatrix vectors;
        private final DoubleMatrix triangle;

        Block(int from, int to, int length) {
            int count = to - from;
            vectors = DoubleMatrix.zeros(length, count);
            for (int k = 0; k < count; k++) {
                for (int i = from + k; i < length; i++) {
                    vectors.set(i, k, columns[from + k][i]);
                }
            }
            DoubleMatrix products = vectors.transposeTimes(vectors);
            triangle = DoubleMatrix.zeros(count, count);
            for (int k = 0; k < count; k++) {
                triangle.set(k, k, 2);
                for (int i = 0; i < k; i++) {
                    double sum = 0;
                    for (int j = i; j < k; j++) {
                        sum += triangle.get(i, j) * products.get(j, k);
                    }
                    triangle.set(i, k, -2 * sum);
                }
            }
        }

        DoubleMatrix apply(DoubleMatrix matrix, boolean transposed) {
            DoubleMatrix inner = vectors.transposeTimes(matrix);
            DoubleMatrix outer = vectors.times(transposed ? triangle.transposeTimes(inner) : triangle.times(inner));
            double[] difference = outer.entries();
            Arrays.setAll(difference, i -> matrix.entries()[i] - difference[i]);
            return outer;
        }
    }
}
