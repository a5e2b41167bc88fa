package io.intertwine.exact;

import java.util.ArrayList;
import java.util.List;

/**
 * The span of rows modulo the prime p = 2^61 - 1, in echelon form.
 *
 * <p>The rank modulo p is a lower bound of the rank over the rationals: where p divides no denominator, taking residues is a
 * homomorphism of rings, so a minor that is not zero modulo p is not zero.
 */
public final class ModularEchelon {
    private final int columns;
    private final List<long[]> rows = new ArrayList<>();
    /** The column of the first entry of each row, which is 1. */
    private final List<Integer> pivots = new ArrayList<>();

    /** The zero space in F_p^columns. */
    public ModularEchelon(int columns) {
        this.columns = columns;
    }

    /**
     * Joins a row of residues, which is not changed. Returns whether the rank grew by one.
     *
     * @throws IllegalArgumentException if the row does not have {@code columns} entries
     */
    public boolean add(long[] row) {
        if (row.length != columns) {
            throw new IllegalArgumentException("expected a row of " + columns + " entries, found " + row.length);
        }
        long[] rest = row.clone();
        for (int k = 0; k < rows.size(); k++) {
            long factor = rest[pivots.get(k)];
            if (factor != 0) {
                subtract(rest, factor, rows.get(k), pivots.get(k));
            }
        }
        int pivot = 0;
        while (pivot < columns && rest[pivot] == 0) {
            pivot++;
        }
        if (pivot == columns) {
            return false;
        }
        long inverse = Mersenne61.inverse(rest[pivot]);
        for (int j = pivot; j < columns; j++) {
            rest[j] = Mersenne61.multiply(rest[j], inverse);
        }
        rows.add(rest);
        pivots.add(pivot);
        return true;
    }

    /** The row begins at its pivot column. */
    private static void subtract(long[] rest, long factor, long[] row, int pivot) {
        long minus = Mersenne61.negate(factor);
        for (int j = pivot; j < rest.length; j++) {
            if (row[j] != 0) {
                rest[j] = Mersenne61.add(rest[j], Mersenne61.multiply(minus, row[j]));
            }
        }
    }

    /** The dimension of the span. */
    public int rank() {
        return rows.size();
    }
}
