package io.intertwine.tensor;

import java.util.Arrays;

/**
 * A dense matrix of doubles, row by row. Products round: each entry is a sum of products, added in an order that is not specified, so
 * that its error is at most n 2^-53 times the sum of the absolute values of its n products, up to terms of second order.
 */
public final class DoubleMatrix {
    private final int rows;
    private final int columns;
    private final double[] entries;

    private DoubleMatrix(int rows, int columns, double[] entries) {
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
    }

    /** The zero matrix. Throws IllegalArgumentException if a size is negative or there are too many entries for an array. */
    public static DoubleMatrix zeros(int rows, int columns) {
        if (rows < 0 || columns < 0 || (long) rows * columns > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a matrix of " + rows + " x " + columns + " doubles cannot be made");
        }
        return new DoubleMatrix(rows, columns, new double[rows * columns]);
    }

    /** The matrix with these entries, row by row; the array is kept, not copied. Refuses an array of another size. */
    public static DoubleMatrix of(int rows, int columns, double[] entries) {
        if (entries.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "expected " + rows + " x " + columns + " entries, found " + entries.length);
        }
        return new DoubleMatrix(rows, columns, entries);
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** The entry in row i and column j, counted from 0. */
    public double get(int i, int j) {
        return entries[i * columns + j];
    }

    /** Sets the entry in row i and column j. */
    public void set(int i, int j, double value) {
        entries[i * columns + j] = value;
    }

    /** The entries themselves, row by row: what is written there is written to the matrix. */
    public double[] entries() {
        return entries;
    }

    /** A copy of a row. */
    public double[] row(int i) {
        return Arrays.copyOfRange(entries, i * columns, (i + 1) * columns);
    }

    /** The transpose. */
    public DoubleMatrix transpose() {
        DoubleMatrix result = zeros(columns, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result.entries[j * rows + i] = entries[i * columns + j];
            }
        }
        return result;
    }

    /** The product A B. Refuses a factor with another number of rows than this has columns. */
    public DoubleMatrix times(DoubleMatrix other) {
        requireInner(columns, other.rows);
        return Products.multiply(this, false, other, false);
    }

    /** The product A B^T. Refuses a factor with another number of columns. */
    public DoubleMatrix timesTransposeOf(DoubleMatrix other) {
        requireInner(columns, other.columns);
        return Products.multiply(this, false, other, true);
    }

    /** The product A^T B. Refuses a factor with another number of rows. */
    public DoubleMatrix transposeTimes(DoubleMatrix other) {
        requireInner(rows, other.rows);
        return Products.multiply(this, true, other, false);
    }

    private static void requireInner(int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException("sizes do not fit: expected " + expected + ", found " + found);
        }
    }

    /** The square root of the sum of the squares of the entries. */
    public double frobeniusNorm() {
        double sum = 0;
        for (double entry : entries) {
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }
}
