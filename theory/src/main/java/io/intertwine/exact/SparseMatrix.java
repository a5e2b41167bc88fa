package io.intertwine.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An immutable matrix of exact numbers that stores its nonzero entries only, row by row; rows without entries take no memory. Rows and
 * columns are counted from 0.
 *
 * <p>The Kronecker product A (x) B has the entry a_ij b_kl in row i r + k and column j c + l, where B is an r x c matrix.
 */
public final class SparseMatrix {
    private static final Comparator<Entry> ASCENDING =
            Comparator.comparingInt(Entry::row).thenComparingInt(Entry::column);

    private final int rows;
    private final int columns;
    /** The rows that have entries, ascending. */
    private final int[] present;
    /** The entries of row present[k] are those from starts[k] to starts[k + 1] - 1, by ascending columns. */
    private final int[] starts;

    private final int[] indices;
    private final Scalar[] values;

    /** A nonzero entry. */
    public record Entry(int row, int column, Scalar value) {}

    /** What is done with every entry of a row. */
    public interface RowVisitor {
        /** Takes an entry. */
        void entry(int column, Scalar value);
    }

    /** The arrays are kept, not copied. */
    SparseMatrix(int rows, int columns, int[] present, int[] starts, int[] indices, Scalar[] values) {
        this.rows = rows;
        this.columns = columns;
        this.present = present;
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
        Entry[] sorted = entries.toArray(Entry[]::new);
        Arrays.sort(sorted, ASCENDING);
        SparseRows result = new SparseRows(rows, columns);
        for (int k = 0; k < sorted.length; ) {
            Entry first = sorted[k++];
            Scalar sum = first.value;
            while (k < sorted.length && sorted[k].row == first.row && sorted[k].column == first.column) {
                sum = sum.add(sorted[k++].value);
            }
            result.append(first.row, first.column, sum);
        }
        return result.toMatrix();
    }

    /** The same matrix with its zeros left out. */
    public static SparseMatrix of(ExactMatrix matrix) {
        SparseRows result = new SparseRows(matrix.rows(), matrix.columns());
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                if (!matrix.isZero(i, j)) {
                    result.append(i, j, matrix.get(i, j));
                }
            }
        }
        return result.toMatrix();
    }

    /** The n x n matrix A with A e_j = scales[j] e_{images[j]}, where images are a permutation and no scale is zero. */
    public static SparseMatrix monomial(int[] images, List<Scalar> scales) {
        int n = images.length;
        int[] indices = new int[n];
        Scalar[] values = new Scalar[n];
        for (int j = 0; j < n; j++) {
            indices[images[j]] = j;
            values[images[j]] = scales.get(j);
        }
        return new SparseMatrix(n, n, upTo(n), upTo(n + 1), indices, values);
    }

    private static int[] upTo(int n) {
        return IntStream.range(0, n).toArray();
    }

    /** The n x n identity matrix. */
    public static SparseMatrix identity(int n) {
        return monomial(upTo(n), Collections.nCopies(n, Scalar.ONE));
    }

    /** The rows x columns zero matrix. */
    public static SparseMatrix zero(int rows, int columns) {
        return new SparseRows(rows, columns).toMatrix();
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

    /** Where the row stands among those that have entries, or a negative number. */
    private int place(int row) {
        return present.length == rows ? row : Arrays.binarySearch(present, row);
    }

    /** Visits the nonzero entries of a row, by ascending columns. */
    public void visitRow(int row, RowVisitor visitor) {
        int place = place(row);
        if (place >= 0) {
            for (int k = starts[place]; k < starts[place + 1]; k++) {
                visitor.entry(indices[k], values[k]);
            }
        }
    }

    /** The nonzero entries of a row, by ascending columns. */
    public List<Entry> row(int row) {
        List<Entry> entries = new ArrayList<>();
        visitRow(row, (column, value) -> entries.add(new Entry(row, column, value)));
        return entries;
    }

    /** All nonzero entries, row by row, each row by ascending columns. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(size());
        for (int place = 0; place < present.length; place++) {
            for (int k = starts[place]; k < starts[place + 1]; k++) {
                entries.add(new Entry(present[place], indices[k], values[k]));
            }
        }
        return entries;
    }

    /** The entry in a row and a column. */
    public Scalar get(int row, int column) {
        int place = place(row);
        int found = place < 0 ? -1 : Arrays.binarySearch(indices, starts[place], starts[place + 1], column);
        return found < 0 ? Scalar.ZERO : values[found];
    }

    /** Whether every row and every column has exactly one entry. */
    public boolean isMonomial() {
        return rows == columns
                && size() == rows
                && present.length == rows
                && Arrays.stream(indices).distinct().count() == rows;
    }

    /** The transposed matrix. */
    public SparseMatrix transpose() {
        int[] next = new int[columns + 1];
        for (int column : indices) {
            next[column + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] all = next.clone();
        int[] newIndices = new int[size()];
        Scalar[] newValues = new Scalar[size()];
        for (int place = 0; place < present.length; place++) {
            for (int k = starts[place]; k < starts[place + 1]; k++) {
                int target = next[indices[k]]++;
                newIndices[target] = present[place];
                newValues[target] = values[k];
            }
        }
        int[] newPresent =
                IntStream.range(0, columns).filter(j -> all[j] < all[j + 1]).toArray();
        int[] newStarts =
                Arrays.copyOf(Arrays.stream(newPresent).map(j -> all[j]).toArray(), newPresent.length + 1);
        newStarts[newPresent.length] = size();
        return new SparseMatrix(columns, rows, newPresent, newStarts, newIndices, newValues);
    }

    /** All entries multiplied by a number. */
    public SparseMatrix scaled(Scalar factor) {
        if (factor.isZero()) {
            return zero(rows, columns);
        }
        Scalar[] products = Arrays.stream(values).map(factor::multiply).toArray(Scalar[]::new);
        return new SparseMatrix(rows, columns, present, starts, indices, products);
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
        SparseRows product = new SparseRows(rows, right.columns);
        SparseRowSum sum = new SparseRowSum(right.columns);
        for (int place = 0; place < present.length; place++) {
            for (int k = starts[place]; k < starts[place + 1]; k++) {
                Scalar factor = values[k];
                right.visitRow(indices[k], (column, value) -> sum.add(column, Proportions.times(factor, value)));
            }
            sum.moveTo(present[place], product);
        }
        return product.toMatrix();
    }

    /** The Kronecker product of this matrix with another. */
    public SparseMatrix kronecker(SparseMatrix right) {
        int productRows = Math.multiplyExact(rows, right.rows);
        SparseRows product = new SparseRows(productRows, Math.multiplyExact(columns, right.columns));
        for (int place = 0; place < present.length; place++) {
            for (int i : right.present) {
                int row = present[place] * right.rows + i;
                for (int k = starts[place]; k < starts[place + 1]; k++) {
                    int start = indices[k] * right.columns;
                    Scalar factor = values[k];
                    right.visitRow(
                            i,
                            (column, value) -> product.append(row, start + column, Proportions.times(factor, value)));
                }
            }
        }
        return product.toMatrix();
    }

    /** The block diagonal matrix of at least one matrix. */
    public static SparseMatrix directSum(List<SparseMatrix> blocks) {
        int height = blocks.stream().mapToInt(SparseMatrix::rows).reduce(0, Math::addExact);
        int width = blocks.stream().mapToInt(SparseMatrix::columns).reduce(0, Math::addExact);
        SparseRows sum = new SparseRows(height, width);
        int row = 0;
        int column = 0;
        for (SparseMatrix block : blocks) {
            for (Entry entry : block.entries()) {
                sum.append(row + entry.row, column + entry.column, entry.value);
            }
            row += block.rows;
            column += block.columns;
        }
        return sum.toMatrix();
    }

    /** The same matrix with its zeros. */
    public ExactMatrix toDense() {
        List<Scalar> dense = new ArrayList<>(Collections.nCopies(Math.multiplyExact(rows, columns), Scalar.ZERO));
        entries().forEach(entry -> dense.set(entry.row * columns + entry.column, entry.value));
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
                && Arrays.equals(present, that.present)
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(indices, that.indices)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(present) + Arrays.hashCode(indices)) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return rows + " x " + columns + " " + entries();
    }
}
