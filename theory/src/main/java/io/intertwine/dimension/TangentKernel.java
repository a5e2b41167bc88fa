package io.intertwine.dimension;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The vectors that rows modulo a prime are orthogonal to: directions in which the parameters move and the function stays. */
final class TangentKernel {
    private final Residues residues;
    private final List<long[]> echelon = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();
    /** For every column its entries in a basis of the kernel. */
    private final long[][] entries;

    /** Eliminates the rows, each with {@code columns} entries; they are not changed. */
    TangentKernel(Residues residues, List<long[]> rows, int columns) {
        this.residues = residues;
        rows.forEach(this::join);
        this.entries = new long[columns][columns - rank()];
        boolean[] isPivot = new boolean[columns];
        pivots.forEach(pivot -> isPivot[pivot] = true);
        int vector = 0;
        for (int column = 0; column < columns; column++) {
            if (!isPivot[column]) {
                solve(column, vector++);
            }
        }
    }

    private void join(long[] row) {
        long[] rest = row.clone();
        for (int k = 0; k < echelon.size(); k++) {
            subtract(rest, rest[pivots.get(k)], echelon.get(k), pivots.get(k));
        }
        int pivot = 0;
        while (pivot < rest.length && rest[pivot] == 0) {
            pivot++;
        }
        if (pivot < rest.length) {
            long inverse = residues.inverse(rest[pivot]);
            for (int j = pivot; j < rest.length; j++) {
                rest[j] = residues.multiply(rest[j], inverse);
            }
            echelon.add(rest);
            pivots.add(pivot);
        }
    }

    private void subtract(long[] rest, long factor, long[] row, int from) {
        if (factor == 0) {
            return;
        }
        long minus = residues.negate(factor);
        for (int j = from; j < rest.length; j++) {
            if (row[j] != 0) {
                rest[j] = residues.add(rest[j], residues.multiply(minus, row[j]));
            }
        }
    }

    /** The vector with 1 at a column without pivot and 0 at the others: the pivots follow, the last row first. */
    private void solve(int free, int vector) {
        entries[free][vector] = 1;
        for (int k = echelon.size() - 1; k >= 0; k--) {
            long sum = echelon.get(k)[free];
            for (int later = k + 1; later < echelon.size(); later++) {
                long entry = echelon.get(k)[pivots.get(later)];
                if (entry != 0) {
                    sum = residues.add(sum, residues.multiply(entry, entries[pivots.get(later)][vector]));
                }
            }
            entries[pivots.get(k)][vector] = residues.negate(sum);
        }
    }

    /** The rank of the rows. */
    int rank() {
        return echelon.size();
    }

    /** Whether a row with these entries, 0 elsewhere, is a combination of the rows: whether the kernel is orthogonal to it. */
    boolean annihilates(Map<Integer, Long> row) {
        int dimension = entries.length - rank();
        for (int vector = 0; vector < dimension; vector++) {
            long sum = 0;
            for (Map.Entry<Integer, Long> entry : row.entrySet()) {
                sum = residues.add(sum, residues.multiply(entry.getValue(), entries[entry.getKey()][vector]));
            }
            if (sum != 0) {
                return false;
            }
        }
        return true;
    }
}
