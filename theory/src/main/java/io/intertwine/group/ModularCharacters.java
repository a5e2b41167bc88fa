package io.intertwine.group;

import io.intertwine.exact.PrimeField;
import java.util.ArrayList;
import java.util.List;

/**
 * The complex irreducible characters of a finite group modulo a prime p that is 1 modulo the exponent, so that F_p contains the roots of
 * unity: common eigenvectors of the matrices of multiplication by class sums (W. Burnside 1911; J. D. Dixon, High speed computation of
 * group characters, Numer. Math. 10, 1967).
 */
final class ModularCharacters {
    private final ConjugacyClasses classes;
    private final ClassAlgebra algebra;
    private final PrimeField field;

    ModularCharacters(ClassAlgebra algebra) {
        this.algebra = algebra;
        this.classes = algebra.classes();
        // Sums of d c <= d^2 c <= |G| roots of unity are then told apart.
        this.field = primeAbove(2L * classes.group().order(), classes.exponent());
    }

    /** The smallest prime above a bound that is 1 modulo the exponent. */
    private static PrimeField primeAbove(long bound, int exponent) {
        long candidate = (bound / exponent + 1) * exponent + 1;
        while (candidate % 2 == 0 || !isPrime(candidate)) {
            candidate += exponent;
        }
        return new PrimeField(candidate);
    }

    private static boolean isPrime(long n) {
        for (long d = 3; d * d <= n; d += 2) {
            if (n % d == 0) {
                return false;
            }
        }
        return n > 2;
    }

    PrimeField field() {
        return field;
    }

    /** One row for each irreducible character: its degree first and then, from place 1 on, its values on the classes. */
    List<long[]> rows() {
        List<List<long[]>> spaces = new ArrayList<>(List.of(unitVectors(classes.count())));
        for (int r = 1; r < classes.count() && spaces.size() < classes.count(); r++) {
            List<List<long[]>> parts = new ArrayList<>();
            for (List<long[]> space : spaces) {
                parts.addAll(space.size() == 1 ? List.of(space) : split(space, algebra.multiplication(r)));
            }
            spaces = parts;
        }
        return spaces.stream().map(space -> character(space.get(0))).toList();
    }

    private static List<long[]> unitVectors(int n) {
        List<long[]> result = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            long[] vector = new long[n];
            vector[i] = 1;
            result.add(vector);
        }
        return result;
    }

    /** The eigenspaces of a matrix on a space that it leaves invariant, given by a reduced echelon basis. */
    private List<List<long[]>> split(List<long[]> basis, int[][] matrix) {
        ModularEigenvalues restricted = new ModularEigenvalues(field, restricted(basis, matrix));
        List<List<long[]>> result = new ArrayList<>();
        for (long eigenvalue : restricted.eigenvalues()) {
            List<long[]> space = restricted.eigenvectors(eigenvalue).stream()
                    .map(coordinates -> combination(basis, coordinates))
                    .toList();
            result.add(ModularEigenvalues.reduced(field, space));
        }
        return result;
    }

    /** The matrix on the coordinates of the basis, column by column; the coordinates of a vector stand at the pivots. */
    private long[][] restricted(List<long[]> basis, int[][] matrix) {
        int d = basis.size();
        long[][] result = new long[d][d];
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < d; i++) {
                int[] row = matrix[pivot(basis.get(i))];
                long sum = 0;
                for (int t = 0; t < row.length; t++) {
                    sum = (sum + row[t] * basis.get(j)[t]) % field.prime();
                }
                result[i][j] = sum;
            }
        }
        return result;
    }

    private static int pivot(long[] row) {
        int pivot = 0;
        while (row[pivot] == 0) {
            pivot++;
        }
        return pivot;
    }

    private long[] combination(List<long[]> basis, long[] coordinates) {
        long[] result = new long[basis.get(0).length];
        for (int i = 0; i < coordinates.length; i++) {
            for (int t = 0; t < result.length; t++) {
                result[t] = (result[t] + coordinates[i] * basis.get(i)[t]) % field.prime();
            }
        }
        return result;
    }

    /** From the values omega(r) = |C_r| chi(r) / chi(1) of a central character: sum omega(r) omega(r^-1) / |C_r| = |G| / chi(1)^2. */
    private long[] character(long[] vector) {
        long scale = field.inverse(vector[0]);
        long sum = 0;
        for (int r = 0; r < vector.length; r++) {
            long product = field.multiply(
                    field.multiply(vector[r], scale), field.multiply(vector[classes.power(r, -1)], scale));
            sum = field.add(sum, field.multiply(product, field.inverse(classes.size(r))));
        }
        long square = field.multiply(classes.group().order(), field.inverse(sum));
        long degree = 1;
        while (degree * degree % field.prime() != square) {
            degree++;
        }
        long[] row = new long[vector.length + 1];
        row[0] = degree;
        for (int r = 0; r < vector.length; r++) {
            row[r + 1] = field.multiply(
                    field.multiply(degree, field.multiply(vector[r], scale)), field.inverse(classes.size(r)));
        }
        return row;
    }
}
