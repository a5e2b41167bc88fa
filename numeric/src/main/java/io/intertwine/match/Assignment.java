package io.intertwine.match;

import io.intertwine.tensor.DoubleMatrix;
import java.util.Arrays;

/**
 * A minimum cost assignment of the rows of a square matrix to its columns, with the dual solution that proves it: row prices u and column
 * prices v with u_i + v_j <= c_ij everywhere, and equality at the assigned pairs. Prices are differences of costs that were added and
 * subtracted, so each of these relations holds up to about n 2^-52 times the largest cost.
 *
 * <p>An {@link Auction} gives prices that are nearly right, whatever the costs; shortest augmenting paths from there make the assignment
 * optimal (R. Jonker, A. Volgenant, Computing 38, 1987), so that the result does not rest on the auction.
 */
public final class Assignment {
    /** Up to this size an auction does not pay. */
    private static final int SMALL = 24;

    /** If no more than one in so many rows is left after the reductions, an auction does not pay either. */
    private static final int EASY = 16;

    private final int[] columns;
    private final double[] rowPrices;
    private final double[] columnPrices;
    private final double cost;

    private Assignment(int[] columns, double[] rowPrices, double[] columnPrices, double cost) {
        this.columns = columns;
        this.rowPrices = rowPrices;
        this.columnPrices = columnPrices;
        this.cost = cost;
    }

    /**
     * Finds one. The matrix is not changed. Time is at most cubic in the number of rows.
     *
     * @param costs a square matrix of finite numbers
     * @throws IllegalArgumentException if the matrix is not square, or an entry is not finite
     */
    public static Assignment minimise(DoubleMatrix costs) {
        int n = costs.rows();
        if (costs.columns() != n) {
            throw new IllegalArgumentException("expected a square matrix, found " + n + " x " + costs.columns());
        }
        double[] c = costs.entries();
        AugmentingPaths paths = new AugmentingPaths(n, c, smallest(n, c));
        if (paths.reduce() > n / EASY && n > SMALL) {
            paths = new AugmentingPaths(n, c, Auction.prices(n, c));
            paths.reduce();
        }
        int[] columns = paths.assign();
        double[] v = paths.columnPrices();
        double[] u = new double[n];
        double cost = 0;
        for (int i = 0; i < n; i++) {
            // The smallest reduced cost makes the prices feasible, whatever was rounded before.
            u[i] = smallestReducedCost(c, i * n, v);
            cost += c[i * n + columns[i]];
        }
        return new Assignment(columns, u, v, cost);
    }

    /** The smallest cost in each column; checks that all are finite. */
    private static double[] smallest(int n, double[] c) {
        double[] v = new double[n];
        Arrays.fill(v, Double.POSITIVE_INFINITY);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double cost = c[i * n + j];
                if (!Double.isFinite(cost)) {
                    throw new IllegalArgumentException(
                            "expected finite costs, found " + cost + " in row " + i + ", column " + j);
                }
                v[j] = Math.min(v[j], cost);
            }
        }
        return v;
    }

    private static double smallestReducedCost(double[] c, int from, double[] v) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < v.length; j++) {
            smallest = Math.min(smallest, c[from + j] - v[j]);
        }
        return smallest;
    }

    /** The number of rows, which is that of columns. */
    public int size() {
        return columns.length;
    }

    /** The column of a row. */
    public int column(int row) {
        return columns[row];
    }

    /** The price of a row. */
    public double rowPrice(int row) {
        return rowPrices[row];
    }

    /** The price of a column. */
    public double columnPrice(int column) {
        return columnPrices[column];
    }

    /** The sum of the costs of the assigned pairs. */
    public double cost() {
        return cost;
    }

    /** The sum of all prices: no assignment costs less, up to the rounding of this sum of 2 n numbers. */
    public double lowerBound() {
        return Arrays.stream(rowPrices).sum() + Arrays.stream(columnPrices).sum();
    }
}
