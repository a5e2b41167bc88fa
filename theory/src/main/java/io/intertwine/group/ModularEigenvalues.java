package io.intertwine.group;

import io.intertwine.exact.PrimeField;
import java.util.ArrayList;
import java.util.List;

/** Eigenvalues and eigenvectors of a square matrix over a prime field that is small enough for all its elements to be tried. */
final class ModularEigenvalues {
    private final PrimeField field;
    private final long[][] matrix;

    ModularEigenvalues(PrimeField field, long[][] matrix) {
        this.field = field;
        this.matrix = matrix;
    }

    /** The eigenvalues in the field, ascending: the roots of the characteristic polynomial. */
    List<Long> eigenvalues() {
        List<long[]> polynomials = characteristicPolynomials(hessenberg());
        long[] polynomial = polynomials.get(polynomials.size() - 1);
        List<Long> roots = new ArrayList<>();
        for (long x = 0; x < field.prime(); x++) {
            long value = 0;
            for (int i = polynomial.length - 1; i >= 0; i--) {
                value = (value * x + polynomial[i]) % field.prime();
            }
            if (value == 0) {
                roots.add(x);
            }
        }
        return roots;
    }

    /** A similar matrix with zeros below the subdiagonal (H. Cohen, A Course in Computational Algebraic Number Theory, Algorithm 2.2.9). */
    private long[][] hessenberg() {
        int n = matrix.length;
        long[][] h = new long[n][];
        for (int i = 0; i < n; i++) {
            h[i] = matrix[i].clone();
        }
        for (int m = 1; m < n - 1; m++) {
            int pivot = m;
            while (pivot < n && h[pivot][m - 1] == 0) {
                pivot++;
            }
            if (pivot < n) {
                exchange(h, pivot, m);
                for (int i = m + 1; i < n; i++) {
                    clear(h, i, m);
                }
            }
        }
        return h;
    }

    private static void exchange(long[][] h, int i, int j) {
        long[] row = h[i];
        h[i] = h[j];
        h[j] = row;
        for (long[] entries : h) {
            long entry = entries[i];
            entries[i] = entries[j];
            entries[j] = entry;
        }
    }

    /** Subtracts a multiple of row m from row i, and adds the same multiple of column i to column m. */
    private void clear(long[][] h, int i, int m) {
        long factor = field.multiply(h[i][m - 1], field.inverse(h[m][m - 1]));
        if (factor == 0) {
            return;
        }
        long negative = field.negate(factor);
        for (int j = 0; j < h.length; j++) {
            h[i][j] = (h[i][j] + negative * h[m][j]) % field.prime();
        }
        for (long[] row : h) {
            row[m] = (row[m] + factor * row[i]) % field.prime();
        }
    }

    /** Those of the leading square blocks, lowest coefficients first. */
    private List<long[]> characteristicPolynomials(long[][] h) {
        List<long[]> result = new ArrayList<>(List.of(new long[] {1}));
        for (int m = 0; m < h.length; m++) {
            long[] next = new long[m + 2];
            addMultiple(next, result.get(m), 1, 1);
            addMultiple(next, result.get(m), field.negate(h[m][m]), 0);
            long product = 1;
            for (int i = m - 1; i >= 0; i--) {
                product = field.multiply(product, h[i + 1][i]);
                addMultiple(next, result.get(i), field.negate(field.multiply(product, h[i][m])), 0);
            }
            result.add(next);
        }
        return result;
    }

    private void addMultiple(long[] sum, long[] polynomial, long factor, int shift) {
        for (int i = 0; i < polynomial.length; i++) {
            sum[i + shift] = (sum[i + shift] + factor * polynomial[i]) % field.prime();
        }
    }

    /** A basis of the vectors v with A v = x v. */
    List<long[]> eigenvectors(long x) {
        int n = matrix.length;
        List<long[]> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            long[] row = matrix[i].clone();
            row[i] = field.subtract(row[i], x);
            rows.add(row);
        }
        List<long[]> echelon = reduced(field, rows);
        int[] pivotRow = new int[n];
        for (int i = 0; i < echelon.size(); i++) {
            int pivot = 0;
            while (echelon.get(i)[pivot] == 0) {
                pivot++;
            }
            pivotRow[pivot] = i + 1;
        }
        List<long[]> result = new ArrayList<>();
        for (int free = 0; free < n; free++) {
            if (pivotRow[free] == 0) {
                long[] vector = new long[n];
                for (int j = 0; j < n; j++) {
                    vector[j] = pivotRow[j] > 0 ? field.negate(echelon.get(pivotRow[j] - 1)[free]) : 0;
                }
                vector[free] = 1;
                result.add(vector);
            }
        }
        return result;
    }

    /** The reduced row echelon form: the rows that are not zero. */
    static List<long[]> reduced(PrimeField field, List<long[]> rows) {
        List<long[]> rest = new ArrayList<>(rows.stream().map(long[]::clone).toList());
        int rank = 0;
        for (int column = 0; rank < rest.size() && column < rest.get(0).length; column++) {
            int pivot = rank;
            while (pivot < rest.size() && rest.get(pivot)[column] == 0) {
                pivot++;
            }
            if (pivot < rest.size()) {
                long[] found = rest.get(pivot);
                rest.set(pivot, rest.get(rank));
                rest.set(rank, found);
                clear(field, rest, rank, column);
                rank++;
            }
        }
        return new ArrayList<>(rest.subList(0, rank));
    }

    private static void clear(PrimeField field, List<long[]> rows, int rank, int column) {
        long[] found = rows.get(rank);
        long inverse = field.inverse(found[column]);
        for (int j = 0; j < found.length; j++) {
            found[j] = field.multiply(found[j], inverse);
        }
        for (long[] row : rows) {
            if (row != found && row[column] != 0) {
                long factor = field.negate(row[column]);
                for (int j = column; j < row.length; j++) {
                    row[j] = (row[j] + factor * found[j]) % field.prime();
                }
            }
        }
    }
}
