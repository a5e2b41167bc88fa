package io.intertwine.rep;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.hipparchus.fraction.BigFraction;

/**
 * An invertible affine map x -> A x + u of a coordinate space, exact.
 *
 * <p>The linear part is kept as a monomial matrix, A e_j = a_j e_{p(j)}, whenever it is one, and as a dense matrix otherwise; so
 * equal maps are {@code equals}. Indices start at 0.
 */
public final class AffineMap {
    private final Linear linear;
    private final List<Scalar> shift;

    private sealed interface Linear {
        record Monomial(Permutation permutation, List<Scalar> scales) implements Linear {
            @Override
            public boolean equals(Object other) {
                return other instanceof Monomial that
                        && permutation.equals(that.permutation)
                        && scales.equals(that.scales);
            }

            @Override
            public int hashCode() {
                return 31 * permutation.hashCode() + scales.hashCode();
            }
        }

        record Dense(ExactMatrix matrix) implements Linear {}
    }

    private AffineMap(Linear linear, List<Scalar> shift) {
        this.linear = linear;
        this.shift = List.copyOf(shift);
    }

    /** The identity of n coordinates. */
    public static AffineMap identity(int n) {
        return monomial(Permutation.identity(n), Collections.nCopies(n, Scalar.ONE));
    }

    /** The linear map e_j -> scales[j] e_{permutation(j)}. */
    public static AffineMap monomial(Permutation permutation, List<Scalar> scales) {
        return monomial(permutation, scales, Collections.nCopies(permutation.size(), Scalar.ZERO));
    }

    /** The affine map with a monomial linear part. Refuses a zero scale and lists of the wrong size. */
    public static AffineMap monomial(Permutation permutation, List<Scalar> scales, List<Scalar> shift) {
        requireSize("scales", permutation.size(), scales.size());
        requireSize("shift", permutation.size(), shift.size());
        int zero = scales.indexOf(Scalar.ZERO);
        if (zero >= 0) {
            throw new IllegalArgumentException("scale " + zero + " is 0: the map is not invertible");
        }
        return new AffineMap(new Linear.Monomial(permutation, List.copyOf(scales)), shift);
    }

    /** The affine map x -> matrix x + shift. Refuses a matrix that is not square or not invertible. */
    public static AffineMap of(ExactMatrix matrix, List<Scalar> shift) {
        requireSize("columns of the matrix", matrix.rows(), matrix.columns());
        requireSize("shift", matrix.rows(), shift.size());
        AffineMap result = unchecked(matrix, shift);
        if (!result.isMonomial()) {
            try {
                matrix.inverse();
            } catch (ArithmeticException singular) {
                throw new IllegalArgumentException("the matrix is singular, so it is not a group element", singular);
            }
        }
        return result;
    }

    /** The affine map x -> matrix x + shift, for a square matrix that is known to be invertible. */
    static AffineMap unchecked(ExactMatrix matrix, List<Scalar> shift) {
        int n = matrix.rows();
        int[] images = new int[n];
        List<Scalar> scales = new ArrayList<>(n);
        boolean[] used = new boolean[n];
        for (int j = 0; j < n; j++) {
            int row = onlyNonzeroRow(matrix, j);
            if (row < 0 || used[row]) {
                return new AffineMap(new Linear.Dense(matrix), shift);
            }
            used[row] = true;
            images[j] = row;
            scales.add(matrix.get(row, j));
        }
        return new AffineMap(new Linear.Monomial(Permutation.of(images), scales), shift);
    }

    private static int onlyNonzeroRow(ExactMatrix matrix, int column) {
        int found = -1;
        for (int i = 0; i < matrix.rows(); i++) {
            if (!matrix.isZero(i, column)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /** The number of coordinates. */
    public int dimension() {
        return shift.size();
    }

    /** Whether the linear part is monomial, so that {@link #permutation} and {@link #scales} may be asked. */
    public boolean isMonomial() {
        return linear instanceof Linear.Monomial;
    }

    /** The permutation p in A e_j = a_j e_{p(j)}. */
    public Permutation permutation() {
        return ((Linear.Monomial) linear).permutation;
    }

    /** The scales a_j in A e_j = a_j e_{p(j)}. */
    public List<Scalar> scales() {
        return ((Linear.Monomial) linear).scales;
    }

    /** The vector u in x -> A x + u. */
    public List<Scalar> shift() {
        return shift;
    }

    /** Whether the shift is zero. */
    public boolean isLinear() {
        return shift.stream().allMatch(Scalar::isZero);
    }

    /** The matrix A. */
    public ExactMatrix matrix() {
        if (linear instanceof Linear.Dense dense) {
            return dense.matrix;
        }
        int n = dimension();
        List<Scalar> entries = new ArrayList<>(Collections.nCopies(n * n, Scalar.ZERO));
        for (int j = 0; j < n; j++) {
            entries.set(permutation().apply(j) * n + j, scales().get(j));
        }
        return ExactMatrix.of(n, n, entries);
    }

    /** The image A x + u of a point. */
    public List<Scalar> apply(List<Scalar> point) {
        return sum(applyLinear(point), shift);
    }

    /** The image A x of a direction. */
    public List<Scalar> applyLinear(List<Scalar> direction) {
        requireSize("coordinates", dimension(), direction.size());
        if (linear instanceof Linear.Dense dense) {
            return dense.matrix.multiply(direction);
        }
        List<Scalar> result = new ArrayList<>(direction);
        for (int j = 0; j < direction.size(); j++) {
            result.set(permutation().apply(j), times(scales().get(j), direction.get(j)));
        }
        return result;
    }

    /** The map first {@code other}, then this. */
    public AffineMap after(AffineMap other) {
        List<Scalar> newShift = other.isLinear() ? shift : apply(other.shift);
        if (!isMonomial() || !other.isMonomial()) {
            return unchecked(matrix().multiply(other.matrix()), newShift);
        }
        List<Scalar> scales = new ArrayList<>(dimension());
        for (int j = 0; j < dimension(); j++) {
            scales.add(times(
                    scales().get(other.permutation().apply(j)), other.scales().get(j)));
        }
        return monomial(permutation().after(other.permutation()), scales, newShift);
    }

    /** The inverse map. */
    public AffineMap inverse() {
        if (linear instanceof Linear.Dense dense) {
            ExactMatrix inverse = dense.matrix.inverse();
            return unchecked(inverse, negate(inverse.multiply(shift)));
        }
        Permutation inverse = permutation().inverse();
        List<Scalar> scales = new ArrayList<>(dimension());
        for (int j = 0; j < dimension(); j++) {
            scales.add(scales().get(inverse.apply(j)).reciprocal());
        }
        AffineMap linearInverse = monomial(inverse, scales);
        return isLinear() ? linearInverse : monomial(inverse, scales, negate(linearInverse.apply(shift)));
    }

    /** How many numbers the map consists of: 2 for each coordinate of a monomial map, a matrix and a shift else. */
    public long size() {
        long n = dimension();
        return isMonomial() ? 2 * n : n * n + n;
    }

    /** The largest number of bits of a numerator and denominator together, over all numbers that the map consists of. */
    public int bits() {
        int most = bits(shift);
        if (linear instanceof Linear.Dense dense) {
            for (int i = 0; i < dimension(); i++) {
                most = Math.max(most, bits(dense.matrix.row(i)));
            }
            return most;
        }
        return Math.max(most, bits(scales()));
    }

    private static int bits(List<Scalar> numbers) {
        int most = 0;
        for (Scalar number : numbers) {
            for (BigFraction part : number.coefficients()) {
                most = Math.max(
                        most,
                        part.getNumerator().bitLength() + part.getDenominator().bitLength());
            }
        }
        return most;
    }

    /** Whether this is the identity map. */
    public boolean isIdentity() {
        return isMonomial()
                && permutation().isIdentity()
                && isLinear()
                && scales().stream().allMatch(Scalar::isOne);
    }

    private static Scalar times(Scalar a, Scalar b) {
        if (a.isOne()) {
            return b;
        }
        return b.isOne() ? a : a.multiply(b);
    }

    private static List<Scalar> sum(List<Scalar> a, List<Scalar> b) {
        List<Scalar> result = new ArrayList<>(a.size());
        for (int i = 0; i < a.size(); i++) {
            result.add(b.get(i).isZero() ? a.get(i) : a.get(i).add(b.get(i)));
        }
        return result;
    }

    private static List<Scalar> negate(List<Scalar> a) {
        return a.stream().map(Scalar::negate).toList();
    }

    private static void requireSize(String what, int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException(what + ": expected " + expected + ", found " + found);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AffineMap that && linear.equals(that.linear) && shift.equals(that.shift);
    }

    @Override
    public int hashCode() {
        return Objects.hash(linear, shift);
    }

    @Override
    public String toString() {
        String text = isMonomial() ? "permutation " + permutation() + " scales " + scales() : "matrix " + matrix();
        return isLinear() ? text : text + " shift " + shift;
    }
}
