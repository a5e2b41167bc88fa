package io.intertwine.dimension;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The vectors that all given rows modulo 2^521 - 1 annihilate. */
final class NullSpace {
    private final List<BigInteger[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();
    private final int[] order;

    /** The rows are eliminated at the columns in this order: the last columns have the freedom. */
    NullSpace(int[] order) {
        this.order = order.clone();
    }

    /** The number of independent rows. */
    int rank() {
        return rows.size();
    }

    /** Joins a row. Returns whether it was independent of those before. */
    boolean add(BigInteger[] row) {
        BigInteger[] rest = row.clone();
        for (int i = 0; i < rows.size(); i++) {
            clear(rest, rows.get(i), pivots.get(i));
        }
        for (int column : order) {
            if (rest[column].signum() != 0) {
                BigInteger inverse = LargeField.inverse(rest[column]);
                for (int k = 0; k < rest.length; k++) {
                    rest[k] = LargeField.times(rest[k], inverse);
                }
                rows.forEach(other -> clear(other, rest, column));
                rows.add(rest);
                pivots.add(column);
                return true;
            }
        }
        return false;
    }

    private static void clear(BigInteger[] row, BigInteger[] pivotRow, int pivot) {
        if (row[pivot].signum() == 0) {
            return;
        }
        BigInteger factor = LargeField.PRIME.subtract(row[pivot]);
        for (int k = 0; k < row.length; k++) {
            if (pivotRow[k].signum() != 0) {
                row[k] = LargeField.reduce(row[k].add(LargeField.times(factor, pivotRow[k])));
            }
        }
    }

    /** A basis: each vector has a 1 where the others have 0. */
    List<BigInteger[]> basis() {
        List<BigInteger[]> basis = new ArrayList<>();
        for (int free : order) {
            if (!pivots.contains(free)) {
                BigInteger[] vector = new BigInteger[order.length];
                Arrays.fill(vector, BigInteger.ZERO);
                vector[free] = BigInteger.ONE;
                for (int i = 0; i < rows.size(); i++) {
                    BigInteger entry = rows.get(i)[free];
                    vector[pivots.get(i)] = entry.signum() == 0 ? entry : LargeField.PRIME.subtract(entry);
                }
                basis.add(vector);
            }
        }
        return basis;
    }
}
