package io.intertwine.exact;

import java.util.Arrays;

/** A sparse row under construction: entries are added up at their columns, in any order. */
final class SparseRowSum {
    private final Scalar[] sums;
    private final boolean[] touched;
    private int[] columns = new int[8];
    private int count;

    /** The zero row. */
    SparseRowSum(int width) {
        sums = new Scalar[width];
        touched = new boolean[width];
    }

    /** Adds a value at a column. */
    void add(int column, Scalar value) {
        if (touched[column]) {
            sums[column] = sums[column].add(value);
            return;
        }
        touched[column] = true;
        sums[column] = value;
        if (count == columns.length) {
            columns = Arrays.copyOf(columns, 2 * count);
        }
        columns[count++] = column;
    }

    /** Sorts the columns and leaves out those with the sum zero. Returns how many are left. */
    int settle() {
        Arrays.sort(columns, 0, count);
        int kept = 0;
        for (int k = 0; k < count; k++) {
            int column = columns[k];
            if (sums[column].isZero()) {
                touched[column] = false;
            } else {
                columns[kept++] = column;
            }
        }
        count = kept;
        return kept;
    }

    /** The column of the k-th entry. */
    int column(int k) {
        return columns[k];
    }

    /** The value of the k-th entry. */
    Scalar value(int k) {
        return sums[columns[k]];
    }

    /** Starts again with the zero row. */
    void clear() {
        for (int k = 0; k < count; k++) {
            touched[columns[k]] = false;
        }
        count = 0;
    }

    /** Appends the entries to a matrix as this row, and starts again with the zero row. */
    void moveTo(int row, SparseRows matrix) {
        int size = settle();
        for (int k = 0; k < size; k++) {
            matrix.append(row, column(k), value(k));
        }
        clear();
    }
}
