package io.intertwine.exact;

import java.util.Arrays;

/**
 * Elimination in blocks of rows. A block is factored by halves, down to leaves of a few rows; what lies below is solved for its
 * multipliers and updated by one product. The pivots that are found stand at the upper left, in the order of elimination: U on and
 * above the diagonal, multipliers below it. Rows that depend on earlier ones become zero and are left out.
 */
final class RankEngineElimination {
    /** Pivots that are subtracted from a row in one go. */
    private static final int GROUP = 3;
    /** Rows of a leaf. */
    private static final int LEAF = 12;
    /** Columns that are solved by an explicit inverse. */
    private static final int TRIANGLE = 24;

    private final double[][] rows;
    private final int[] rowOrder;
    private final int[] columnOrder;
    private final boolean mayExchange;
    private final int blockRows;
    private final RankEngineResidues residues;
    private final RankEngineUpdate update;
    private final int[] exchanges;
    private final long[] inverses = new long[LEAF];
    private final double[] zeros;

    /** @param mayExchange whether a zero pivot is exchanged for another one, or refused */
    RankEngineElimination(
            double[][] rows,
            int columns,
            boolean mayExchange,
            int blockRows,
            RankEngineResidues residues,
            RankEngineUpdate update) {
        this.rows = rows;
        this.mayExchange = mayExchange;
        this.blockRows = blockRows;
        this.residues = residues;
        this.update = update;
        rowOrder = identity(rows.length);
        columnOrder = identity(columns);
        exchanges = new int[columns];
        zeros = new double[columns];
    }

    private static int[] identity(int size) {
        int[] result = new int[size];
        Arrays.setAll(result, i -> i);
        return result;
    }

    /** Eliminates until there are enough pivots, or no more. */
    RankEngine.Pivots run(int enough) {
        int columns = columnOrder.length;
        int[] pivotRows = new int[Math.min(rows.length, columns)];
        int rank = 0;
        for (int first = 0; first < rows.length && rank < Math.min(enough, columns); first += blockRows) {
            int last = Math.min(rows.length, first + blockRows);
            int found = factor(first, last, rank, first, last);
            System.arraycopy(rowOrder, first, pivotRows, rank, found);
            if (rank + found < enough) {
                exchangeColumns(last, rows.length, rank, found);
                solve(last, rows.length, rank, rank + found, first);
                update.subtract(last, rows.length, rank + found, columns, rank, first, found);
            }
            rank += found;
        }
        int size = Math.min(rank, enough);
        return new RankEngine.Pivots(Arrays.copyOf(pivotRows, size), Arrays.copyOf(columnOrder, size));
    }

    /**
     * Factors rows {@code first} to {@code last - 1} from a column on, and returns the number of their pivots, whose rows and columns
     * come first then. Exchanges columns in all rows of the block.
     */
    private int factor(int first, int last, int column, int blockFirst, int blockLast) {
        if (last - first <= LEAF) {
            return factorLeaf(first, last, column, blockFirst, blockLast);
        }
        int middle = (first + last) >>> 1;
        int above = factor(first, middle, column, blockFirst, blockLast);
        solve(middle, last, column, column + above, first);
        update.subtract(middle, last, column + above, columnOrder.length, column, first, above);
        int below = factor(middle, last, column + above, blockFirst, blockLast);
        for (int i = 0; i < below; i++) {
            exchangeRows(first + above + i, middle + i);
        }
        return above + below;
    }

    private int factorLeaf(int first, int last, int column, int blockFirst, int blockLast) {
        int found = 0;
        for (int i = first; i < last && column + found < columnOrder.length; i++) {
            eliminate(rows[i], first, column, found);
            int pivot = firstNonzero(rows[i], column + found);
            if (pivot != column + found && !mayExchange) {
                throw new ArithmeticException("The leading minor of order " + (column + found + 1) + " is zero");
            }
            if (pivot < columnOrder.length) {
                exchangeColumn(blockFirst, blockLast, column + found, pivot);
                inverses[found] = residues.inverse((long) rows[i][column + found]);
                exchangeRows(first + found, i);
                found++;
            }
        }
        return found;
    }

    private static int firstNonzero(double[] row, int from) {
        int column = from;
        while (column < row.length && RankEngineResidues.isZero(row[column])) {
            column++;
        }
        return column;
    }

    /** Subtracts from a row what the pivots of its leaf demand, and leaves its multipliers in their columns. */
    private void eliminate(double[] row, int first, int column, int found) {
        int padded = (found + GROUP - 1) / GROUP * GROUP;
        long[] factors = new long[padded];
        for (int k = 0; k < found; k++) {
            long entry = (long) row[column + k];
            for (int q = 0; q < k; q++) {
                entry -= residues.multiply(factors[q], (long) rows[first + q][column + k]);
            }
            factors[k] = residues.multiply(entry % residues.prime(), inverses[k]);
        }
        double[][] pivots = new double[GROUP][];
        for (int k = 0; k < found; k += GROUP) {
            for (int q = 0; q < GROUP; q++) {
                pivots[q] = k + q < found ? rows[first + k + q] : zeros;
            }
            residues.eliminate(row, pivots, factors, k, column + found);
        }
        for (int k = 0; k < found; k++) {
            row[column + k] = residues.reduce(factors[k]);
        }
    }

    /** Replaces the block X of some rows by X U^-1, where U stands in the same columns from row {@code upper} on. */
    private void solve(int first, int last, int firstColumn, int lastColumn, int upper) {
        if (first >= last || firstColumn >= lastColumn) {
            return;
        }
        int size = lastColumn - firstColumn;
        if (size <= TRIANGLE) {
            update.replace(first, last, firstColumn, negativeInverse(upper, firstColumn, size));
            return;
        }
        int half = (size / 2 + TRIANGLE - 1) / TRIANGLE * TRIANGLE;
        int middle = firstColumn + half;
        solve(first, last, firstColumn, middle, upper);
        update.subtract(first, last, middle, lastColumn, firstColumn, upper, half);
        solve(first, last, middle, lastColumn, upper + half);
    }

    /** The negative inverse of an upper triangular block, column by column. */
    private double[][] negativeInverse(int upper, int column, int size) {
        long[][] inverse = new long[size][size];
        double[][] result = new double[size][size];
        for (int i = size - 1; i >= 0; i--) {
            double[] row = rows[upper + i];
            long reciprocal = residues.inverse((long) row[column + i]);
            for (int j = i; j < size; j++) {
                long sum = i == j ? -1 : 0;
                for (int k = i + 1; k <= j; k++) {
                    sum -= residues.multiply((long) row[column + k], inverse[k][j]);
                }
                inverse[i][j] = residues.multiply(sum % residues.prime(), reciprocal);
                result[i][j] = residues.reduce(inverse[i][j]);
            }
        }
        return result;
    }

    private void exchangeRows(int i, int j) {
        double[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
        int index = rowOrder[i];
        rowOrder[i] = rowOrder[j];
        rowOrder[j] = index;
    }

    /** Exchanges a column with a later one in the rows of a block, and remembers it for the rows below. */
    private void exchangeColumn(int first, int last, int column, int other) {
        exchanges[column] = other;
        if (column != other) {
            int index = columnOrder[column];
            columnOrder[column] = columnOrder[other];
            columnOrder[other] = index;
            for (int i = first; i < last; i++) {
                exchange(rows[i], column, other);
            }
        }
    }

    /** Does the exchanges of some columns in other rows. */
    private void exchangeColumns(int first, int last, int firstColumn, int count) {
        for (int i = first; i < last; i++) {
            for (int column = firstColumn; column < firstColumn + count; column++) {
                exchange(rows[i], column, exchanges[column]);
            }
        }
    }

    private static void exchange(double[] row, int i, int j) {
        double entry = row[i];
        row[i] = row[j];
        row[j] = entry;
    }
}
