package io.intertwine.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldDecompositionSolver;
import org.hipparchus.linear.FieldLUDecomposition;

/**
 * An immutable matrix of exact numbers. Where every entry is a binary64 number it is stored as 8 bytes an entry ({@link Binary64});
 * other entries are {@link Scalar} objects. The two storages are never visible in a result.
 */
public final class ExactMatrix {
    private final int rows;
    private final int columns;
    private final Entries entries;

    /** The two storages: bits of binary64 numbers without negative zeros, or any scalars; row by row. */
    private sealed interface Entries {
        /** Bits of binary64 numbers. */
        final class Bits implements Entries {
            private final long[] bits;

            Bits(long[] bits) {
                this.bits = bits;
            }
        }

        /** Any exact numbers. */
        final class Scalars implements Entries {
            private final Scalar[] values;

            Scalars(Scalar[] values) {
                this.values = values;
            }
        }
    }

    private ExactMatrix(int rows, int columns, Entries entries) {
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
    }

    /** The rows x columns matrix with these entries, row by row. */
    public static ExactMatrix of(int rows, int columns, List<Scalar> rowMajor) {
        requireCount(rows, columns, rowMajor.size());
        Scalar[] values = rowMajor.toArray(Scalar[]::new);
        if (!Arrays.stream(values).allMatch(Scalar::isBinary64)) {
            return new ExactMatrix(rows, columns, new Entries.Scalars(values));
        }
        return new ExactMatrix(
                rows,
                columns,
                new Entries.Bits(
                        Arrays.stream(values).mapToLong(Scalar::toBinary64Bits).toArray()));
    }

    /** The rows x columns matrix whose entries are the binary64 numbers with these bits, row by row. Refuses NaN and infinities. */
    public static ExactMatrix ofBinary64(int rows, int columns, long[] rowMajorBits) {
        requireCount(rows, columns, rowMajorBits.length);
        long[] bits = new long[rowMajorBits.length];
        for (int i = 0; i < bits.length; i++) {
            if (!Binary64.isFinite(rowMajorBits[i])) {
                throw new IllegalArgumentException(
                        "entry (" + i / columns + ", " + i % columns + ") is not a finite number");
            }
            bits[i] = Binary64.withoutNegativeZero(rowMajorBits[i]);
        }
        return new ExactMatrix(rows, columns, new Entries.Bits(bits));
    }

    /** The n x n identity matrix. */
    public static ExactMatrix identity(int n) {
        long[] bits = new long[n * n];
        for (int i = 0; i < n; i++) {
            bits[i * n + i] = Scalar.ONE.toBinary64Bits();
        }
        return new ExactMatrix(n, n, new Entries.Bits(bits));
    }

    private static void requireCount(int rows, int columns, int count) {
        if (rows < 0 || columns < 0 || (long) rows * columns != count) {
            throw new IllegalArgumentException("a " + rows + " x " + columns + " matrix needs " + (long) rows * columns
                    + " entries, found " + count);
        }
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** The entry in the given row and column, both counted from 0. */
    public Scalar get(int row, int column) {
        int index = index(row, column);
        if (entries instanceof Entries.Bits dyadic) {
            return Scalar.ofBinary64(dyadic.bits[index]);
        }
        return ((Entries.Scalars) entries).values[index];
    }

    /** Whether all entries are stored as binary64 numbers, so that {@link #bits} may be asked. */
    public boolean isBinary64() {
        return entries instanceof Entries.Bits;
    }

    /** The bits of an entry of a matrix that {@link #isBinary64}. */
    public long bits(int row, int column) {
        return ((Entries.Bits) entries).bits[index(row, column)];
    }

    /** Whether the entry is zero. */
    public boolean isZero(int row, int column) {
        return isBinary64() ? bits(row, column) == 0 : get(row, column).isZero();
    }

    /** The sign of the entry: -1, 0 or 1. */
    public int signum(int row, int column) {
        return isBinary64() ? Long.signum(bits(row, column)) : get(row, column).signum();
    }

    /** Whether this[row][column] * factor equals other[otherRow][otherColumn] * otherFactor, exactly. */
    public boolean scaledEquals(
            int row, int column, Scalar factor, ExactMatrix other, int otherRow, int otherColumn, Scalar otherFactor) {
        if (isZero(row, column) || other.isZero(otherRow, otherColumn)) {
            return (isZero(row, column) || factor.isZero())
                    && (other.isZero(otherRow, otherColumn) || otherFactor.isZero());
        }
        if (isBinary64() && other.isBinary64()) {
            long mine = bits(row, column);
            long theirs = other.bits(otherRow, otherColumn);
            if (isSmall(factor) && isSmall(otherFactor)) {
                return Binary64.scaledEquals(
                        mine,
                        numerator(factor) * denominator(otherFactor),
                        theirs,
                        numerator(otherFactor) * denominator(factor));
            }
        }
        return get(row, column)
                .multiply(factor)
                .equals(other.get(otherRow, otherColumn).multiply(otherFactor));
    }

    /** Whether the factor is a fraction whose numerator and denominator have at most 31 bits. */
    private static boolean isSmall(Scalar factor) {
        return factor.isRational()
                && factor.rational().getNumerator().bitLength() <= 31
                && factor.rational().getDenominator().bitLength() <= 31;
    }

    private static long numerator(Scalar factor) {
        return factor.rational().getNumerator().longValue();
    }

    private static long denominator(Scalar factor) {
        return factor.rational().getDenominator().longValue();
    }

    /** The residue of the entry modulo 2^61 - 1; the entry must be rational. */
    public long residue(int row, int column) {
        return isBinary64()
                ? Mersenne61.ofBinary64(bits(row, column))
                : Mersenne61.of(get(row, column).rational());
    }

    /** Whether every entry is rational. */
    public boolean isRational() {
        return isBinary64() || Arrays.stream(((Entries.Scalars) entries).values).allMatch(Scalar::isRational);
    }

    /** The entries of one row, a list of {@link #columns} numbers. */
    public List<Scalar> row(int row) {
        List<Scalar> result = new ArrayList<>(columns);
        for (int j = 0; j < columns; j++) {
            result.add(get(row, j));
        }
        return result;
    }

    /** Whether all entries of a row are zero. */
    public boolean isZeroRow(int row) {
        for (int j = 0; j < columns; j++) {
            if (!isZero(row, j)) {
                return false;
            }
        }
        return true;
    }

    /** The product with a vector of {@link #columns} numbers: a list of {@link #rows} numbers. */
    public List<Scalar> multiply(List<Scalar> vector) {
        requireSize(columns, vector.size());
        if (isBinary64() && vector.stream().allMatch(DyadicProduct::isDyadic)) {
            return DyadicProduct.of(this, vector);
        }
        List<Scalar> result = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            Scalar sum = Scalar.ZERO;
            for (int j = 0; j < columns; j++) {
                if (!isZero(i, j)) {
                    sum = sum.add(get(i, j).multiply(vector.get(j)));
                }
            }
            result.add(sum);
        }
        return result;
    }

    /** The product of this rows x columns matrix with one that has as many rows as this has columns. */
    public ExactMatrix multiply(ExactMatrix right) {
        requireSize(columns, right.rows);
        ExactMatrix transposed = right.transpose();
        List<List<Scalar>> resultColumns = new ArrayList<>();
        for (int j = 0; j < right.columns; j++) {
            resultColumns.add(multiply(transposed.row(j)));
        }
        return build(rows, right.columns, (i, j) -> resultColumns.get(j).get(i));
    }

    /** The transposed matrix. */
    public ExactMatrix transpose() {
        return build(columns, rows, (i, j) -> get(j, i));
    }

    /** The inverse of a square matrix. Throws ArithmeticException if it is singular. */
    public ExactMatrix inverse() {
        requireSize(rows, columns);
        Array2DRowFieldMatrix<Scalar> copy = new Array2DRowFieldMatrix<>(Scalar.ZERO.getField(), rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                copy.setEntry(i, j, get(i, j));
            }
        }
        FieldDecompositionSolver<Scalar> solver = new FieldLUDecomposition<>(copy).getSolver();
        if (!solver.isNonSingular()) {
            throw new ArithmeticException("the " + rows + " x " + columns + " matrix is singular");
        }
        var inverse = solver.getInverse();
        return build(rows, columns, inverse::getEntry);
    }

    /** A function of two indices, both counted from 0. */
    @FunctionalInterface
    public interface EntryFunction {
        /** The entry in this row and column. */
        Scalar at(int row, int column);
    }

    /** The matrix with entries given by a function. */
    public static ExactMatrix build(int rows, int columns, EntryFunction entry) {
        List<Scalar> values = new ArrayList<>(rows * columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values.add(entry.at(i, j));
            }
        }
        return of(rows, columns, values);
    }

    private int index(int row, int column) {
        if (column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException("column " + column + " of a matrix with " + columns + " columns");
        }
        return Math.addExact(Math.multiplyExact(row, columns), column);
    }

    private static void requireSize(int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException("sizes do not fit: expected " + expected + ", found " + found);
        }
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ExactMatrix that) || rows != that.rows || columns != that.columns) {
            return false;
        }
        if (entries instanceof Entries.Bits mine && that.entries instanceof Entries.Bits theirs) {
            return Arrays.equals(mine.bits, theirs.bits);
        }
        return entries instanceof Entries.Scalars mine
                && that.entries instanceof Entries.Scalars theirs
                && Arrays.equals(mine.values, theirs.values);
    }

    @Override
    public int hashCode() {
        int content = entries instanceof Entries.Bits dyadic
                ? Arrays.hashCode(dyadic.bits)
                : Arrays.hashCode(((Entries.Scalars) entries).values);
        return 31 * (31 * rows + columns) + content;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            text.append(i == 0 ? "[" : ", ").append(row(i));
        }
        return text.append(rows == 0 ? "[]" : "]").toString();
    }
}
