package io.intertwine.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An immutable matrix of exact numbers that stores its nonzero entries only, row by row. Rows and columns are counted from 0.
 *
 * <p>The Kronecker product A (x) B has the entry a_ij b_kl in row i r + k and column j c + l, where B is an r x c matrix.
 */
public final class SparseMatrix {
    private final int rows;
    private final int columns;
    /** The entries of row i are those from starts[i] to starts[i + 1] - 1, by ascending columns. */
    private final int[] starts;

    private final int[] indices;
    private final Scalar[] values;

    /** A nonzero entry. */
    public record Entry(int row, int column, Scalar value) {}

    private SparseMatrix(int rows, int columns, int[] starts, int[] indices, Scalar[] values) {
        this.rows = rows;
        this.columns = columns;
        this.starts = starts;
        this.indices = indices;
        this.values = values;
    }

    /**
     * The matrix with these entries; entries at one place are added, and those that are zero are left out.
     *
     * @throws IllegalArgumentException if an entry lies outside the matrix
     */
    public static SparseMatrix of(int rows, int columns, List<Entry> entries) {
        List<SortedMap<Integer, Scalar>> sums = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            sums.add(new TreeMap<>());
        }
        for (Entry entry : entries) {
            if (entry.row < 0 || entry.row >= rows || entry.column < 0 || entry.column >= columns) {
                throw new IllegalArgumentException("expected entries of a " + rows + " x " + columns
                        + " matrix, found one in row " + entry.row + ", column " + entry.column);
            }
            sums.get(entry.row).merge(entry.column, entry.value, Scalar::add);
        }
        return ofRows(columns, sums);
    }

    private static SparseMatrix ofRows(int columns, List<SortedMap<Integer, Scalar>> sums) {
        sums.forEach(row -> row.values().removeIf(Scalar::isZero));
        int[] starts = new int[sums.size() + 1];
        for (int i = 0; i < sums.size(); i++) {
            starts[i + 1] = starts[i] + sums.get(i).size();
        }
        int[] indices = new int[starts[sums.size()]];
        Scalar[] values = new Scalar[indices.length];
        int next = 0;
        for (SortedMap<Integer, Scalar> row : sums) {
            for (var entry : row.entrySet()) {
                indices[next] = entry.getKey();
                values[next++] = entry.getValue();
            }
        }
        return new SparseMatrix(sums.size(), columns, starts, indices, values);
    }

    /** The same matrix with its zeros left out. */
    public static SparseMatrix of(ExactMatrix matrix) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                if (!matrix.isZero(i, j)) {
                    entries.add(new Entry(i, j, matrix.get(i, j)));
                }
            }
        }
        return of(matrix.rows(), matrix.columns(), entries);
    }

    /** The n x n matrix A with A e_j = scales[j] e_{images[j]}, where images are a permutation and no scale is zero. */
    public static SparseMatrix monomial(int[] images, List<Scalar> scales) {
        int n = images.length;
        int[] starts = new int[n + 1];
        Arrays.setAll(starts, i -> i);
        int[] indices = new int[n];
        Scalar[] values = new Scalar[n];
        for (int j = 0; j < n; j++) {
            indices[images[j]] = j;
            values[images[j]] = scales.get(j);
        }
        return new SparseMatrix(n, n, starts, indices, values);
    }

    /** The n x n identity matrix. */
    public static SparseMatrix identity(int n) {
        int[] images = new int[n];
        Arrays.setAll(images, i -> i);
        return monomial(images, Collections.nCopies(n, Scalar.ONE));
    }

    /** The rows x columns zero matrix. */
    public static SparseMatrix zero(int rows, int columns) {
        return new SparseMatrix(rows, columns, new int[rows + 1], new int[0], new Scalar[0]);
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** The number of nonzero entries. */
    public int size() {
        return indices.length;
    }

    /** The nonzero entries of a row, by ascending columns. */
    public List<Entry> row(int row) {
        List<Entry> entries = new ArrayList<>(starts[row + 1] - starts[row]);
        for (int k = starts[row]; k < starts[row + 1]; k++) {
            entries.add(new Entry(row, indices[k], values[k]));
        }
        return entries;
    }

    /** All nonzero entries, row by row, each row by ascending columns. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(size());
        for (int i = 0; i < rows; i++) {
            entries.addAll(row(i));
        }
        return entries;
    }

    /** The entry in a row and a column. */
    public Scalar get(int row, int column) {
        int place = Arrays.binarySearch(indices, starts[row], starts[row + 1], column);
        return place < 0 ? Scalar.ZERO : values[place];
    }

    /** Whether every row and every column has exactly one entry. */
    public boolean isMonomial() {
        return rows == columns
                && size() == rows
                && Arrays.stream(indices).distinct().count() == rows
                && Arrays.equals(starts, identity(rows).starts);
    }

    /** The transposed matrix. */
    public SparseMatrix transpose() {
        return of(
                columns,
                rows,
                entries().stream()
                        .map(entry -> new Entry(entry.column, entry.row, entry.value))
                        .toList());
    }

    /** All entries multiplied by a number. */
    public SparseMatrix scaled(Scalar factor) {
        return of(
                rows,
                columns,
                entries().stream()
                        .map(entry -> new Entry(entry.row, entry.column, entry.value.multiply(factor)))
                        .toList());
    }

    /** The sum with a matrix of the same shape. */
    public SparseMatrix add(SparseMatrix other) {
        requireSize(rows, other.rows);
        requireSize(columns, other.columns);
        List<Entry> entries = entries();
        entries.addAll(other.entries());
        return of(rows, columns, entries);
    }

    /** The product of this matrix with one that has as many rows as this has columns. */
    public SparseMatrix multiply(SparseMatrix right) {
        requireSize(columns, right.rows);
        List<SortedMap<Integer, Scalar>> product = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            SortedMap<Integer, Scalar> row = new TreeMap<>();
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                for (int l = right.starts[indices[k]]; l < right.starts[indices[k] + 1]; l++) {
                    row.merge(right.indices[l], values[k].multiply(right.values[l]), Scalar::add);
                }
            }
            product.add(row);
        }
        return ofRows(right.columns, product);
    }

    /** The Kronecker product of this matrix with another. */
    public SparseMatrix kronecker(SparseMatrix right) {
        List<Entry> product = new ArrayList<>(Math.multiplyExact(size(), right.size()));
        List<Entry> factors = right.entries();
        for (Entry left : entries()) {
            for (Entry factor : factors) {
                product.add(new Entry(
                        left.row * right.rows + factor.row,
                        left.column * right.columns + factor.column,
                        left.value.isOne() ? factor.value : left.value.multiply(factor.value)));
            }
        }
        return of(Math.multiplyExact(rows, right.rows), Math.multiplyExact(columns, right.columns), product);
    }

    /** The block diagonal matrix of at least one matrix. */
    public static SparseMatrix directSum(List<SparseMatrix> blocks) {
        List<Entry> entries = new ArrayList<>();
        int row = 0;
        int column = 0;
        for (SparseMatrix block : blocks) {
            for (Entry entry : block.entries()) {
                entries.add(new Entry(row + entry.row, column + entry.column, entry.value));
            }
            row += block.rows;
            column += block.columns;
        }
        return of(row, column, entries);
    }

    /** The same matrix with its zeros. */
    public ExactMatrix toDense() {
        List<Scalar> dense = new ArrayList<>(Collections.nCopies(Math.multiplyExact(rows, columns), Scalar.ZERO));
        for (Entry entry : entries()) {
            dense.set(entry.row * columns + entry.column, entry.value);
        }
        return ExactMatrix.of(rows, columns, dense);
    }

    private static void requireSize(int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException("sizes do not fit: expected " + expected + ", found " + found);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseMatrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(indices, that.indices)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(starts) + Arrays.hashCode(indices)) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return rows + " x " + columns + " " + entries();
    }
}
