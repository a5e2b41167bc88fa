package io.intertwine.dimension;

import java.util.ArrayList;
import java.util.List;

/**
 * The span of rows of fixed-point numbers, in reduced echelon form. Rows that are dependent up to rounding count as dependent.
 */
final class FixedSpan {
    /** Remainders with no entry above this are the errors of rounding. */
    private static final long NOISE = FixedPoint.ONE >> 13;

    private final int columns;
    private final List<long[]> rows = new ArrayList<>();
    /** The column of the entry 1 of each row; the other rows are 0 there. */
    private final List<Integer> pivots = new ArrayList<>();

    FixedSpan(int columns) {
        this.columns = columns;
    }

    int rank() {
        return rows.size();
    }

    /** Joins a row, which is not changed. Returns whether the rank grew. */
    boolean add(long[] row) {
        if (rank() == columns) {
            return false;
        }
        long[] rest = row.clone();
        for (int k = 0; k < rows.size(); k++) {
            subtract(rest, row[pivots.get(k)], rows.get(k));
        }
        int pivot = largest(rest);
        if (Math.abs(rest[pivot]) < NOISE) {
            return false;
        }
        normalise(rest, rest[pivot]);
        for (long[] other : rows) {
            subtract(other, other[pivot], rest);
        }
        rows.add(rest);
        pivots.add(pivot);
        return true;
    }

    private static void normalise(long[] row, long head) {
        for (int j = 0; j < row.length; j++) {
            row[j] = FixedPoint.divide(row[j], head);
        }
    }

    private static void subtract(long[] from, long factor, long[] row) {
        for (int j = 0; j < row.length; j++) {
            from[j] -= FixedPoint.multiply(factor, row[j]);
        }
    }

    private static int largest(long[] row) {
        int best = 0;
        for (int j = 1; j < row.length; j++) {
            best = Math.abs(row[j]) > Math.abs(row[best]) ? j : best;
        }
        return best;
    }

    /** A vector, not zero, whose product with every row is zero; the rank must be one less than the columns. */
    long[] normal() {
        int free = 0;
        while (pivots.contains(free)) {
            free++;
        }
        long[] result = new long[columns];
        result[free] = FixedPoint.ONE;
        for (int k = 0; k < rows.size(); k++) {
            result[pivots.get(k)] = -rows.get(k)[free];
        }
        return result;
    }
}
