package io.intertwine.match;

import io.intertwine.tensor.DoubleMatrix;
import java.util.Arrays;

/**
 * A minimum cost assignment of the rows of a square matrix to its columns, with the dual solution that proves it: row prices u and column
 * prices v with u_i + v_j <= c_ij everywhere, and equality at the assigned pairs, up to rounding.
 */
public final class Assignment {
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
     * Finds one. The matrix is not changed.
     *
     * @param costs a square matrix of finite numbers
     * @throws IllegalArgumentException if the matrix is not square, or an entry is not finite
     */
    public static Assignment minimise(DoubleMatrix costs) {
        int n = costs.rows();
        double[] u = new double[n + 1];
        double[] v = new double[n + 1];
        int[] owner = new int[n + 1];
        int[] way = new int[n + 1];
        for (int i = 1; i <= n; i++) {
            owner[0] = i;
            int column = 0;
            double[] slack = new double[n + 1];
            Arrays.fill(slack, Double.POSITIVE_INFINITY);
            boolean[] used = new boolean[n + 1];
            do {
                used[column] = true;
                int row = owner[column];
                int next = 0;
                double delta = Double.POSITIVE_INFINITY;
                for (int j = 1; j <= n; j++) {
                    if (!used[j]) {
                        double reduced = costs.get(row - 1, j - 1) - u[row] - v[j];
                        if (reduced < slack[j]) {
                            slack[j] = reduced;
                            way[j] = column;
                        }
                        if (slack[j] < delta) {
                            delta = slack[j];
                            next = j;
                        }
                    }
                }
                for (int j = 0; j <= n; j++) {
                    if (used[j]) {
                        u[owner[j]] += delta;
                        v[j] -= delta;
                    } else {
                        slack[j] -= delta;
                    }
                }
                column = next;
            } while (owner[column] != 0);
            while (column != 0) {
                owner[column] = owner[way[column]];
                column = way[column];
            }
        }
        int[] columns = new int[n];
        double cost = 0;
        for (int j = 1; j <= n; j++) {
            columns[owner[j] - 1] = j - 1;
            cost += costs.get(owner[j] - 1, j - 1);
        }
        return new Assignment(columns, Arrays.copyOfRange(u, 1, n + 1), Arrays.copyOfRange(v, 1, n + 1), cost);
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

    /** The sum of all prices, made feasible: no assignment costs less, up to the rounding of this sum. */
    public double lowerBound() {
        return Arrays.stream(rowPrices).sum() + Arrays.stream(columnPrices).sum();
    }
}
