package io.intertwine.exact;

import java.util.Arrays;

/**
 * Collects the nonzero entries of a sparse matrix in ascending order: row by row, each row by ascending columns. Entries that are zero
 * are left out.
 */
public final class SparseRows {
    private final int rows;
    private final int columns;
    /** The rows that have entries, and where each of them starts. */
    private int[] present = new int[4];

    private int[] starts = new int[4];
    private int rowCount;
    private int[] indices = new int[8];
    private Scalar[] values = new Scalar[8];
    private int size;

    /** Begins a rows x columns matrix. */
    public SparseRows(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Appends an entry.
     *
     * @throws IllegalArgumentException if it lies outside the matrix, or not after the one before it
     */
    public void append(int row, int column, Scalar value) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IllegalArgumentException("expected entries of a " + rows + " x " + columns
                    + " matrix, found one in row " + row + ", column " + column);
        }
        if (value.isZero()) {
            return;
        }
        if (rowCount == 0 || present[rowCount - 1] < row) {
            begin(row);
        } else if (present[rowCount - 1] > row || indices[size - 1] >= column) {
            throw new IllegalArgumentException("expected ascending entries, found row " + row + ", column " + column
                    + " after row " + present[rowCount - 1] + ", column " + indices[size - 1]);
        }
        if (size == indices.length) {
            indices = Arrays.copyOf(indices, Math.multiplyExact(2, size));
            values = Arrays.copyOf(values, indices.length);
        }
        indices[size] = column;
        values[size++] = value;
    }

    private void begin(int row) {
        if (rowCount == present.length) {
            present = Arrays.copyOf(present, Math.multiplyExact(2, rowCount));
            starts = Arrays.copyOf(starts, present.length);
        }
        present[rowCount] = row;
        starts[rowCount++] = size;
    }

    /** The matrix with the entries so far. */
    public SparseMatrix toMatrix() {
        int[] ends = Arrays.copyOf(starts, rowCount + 1);
        ends[rowCount] = size;
        return new SparseMatrix(
                rows,
                columns,
                Arrays.copyOf(present, rowCount),
                ends,
                Arrays.copyOf(indices, size),
                Arrays.copyOf(values, size));
    }
}
