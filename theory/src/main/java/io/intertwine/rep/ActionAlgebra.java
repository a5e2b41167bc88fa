package io.intertwine.rep;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Sums, multiples, tensor products and powers, and duals of the affine maps by which a group element acts. Applied to every generator
 * they give the representations of the same names (J.-P. Serre, Linear Representations of Finite Groups, section 1.5 and 2.1).
 *
 * <p>In a direct sum the coordinates of the first summand come first. In a tensor product the basis vector e_i (x) f_j has the index
 * i m + j, where m is the dimension of the second factor. Indices start at 0. Results are monomial where all arguments are.
 */
public final class ActionAlgebra {
    /** The largest dimension of a result. */
    public static final int LARGEST_DIMENSION = 1 << 22;

    /** The largest dimension of a result that is not monomial. */
    public static final int LARGEST_MATRIX = 1 << 10;

    /** The largest dimension of a tensor product that is neither monomial nor rational; its relators cost the cube of it. */
    public static final int LARGEST_IRRATIONAL = 100;

    private ActionAlgebra() {}

    /** Refuses a dimension below 1 or above {@link #LARGEST_DIMENSION}. */
    public static int requireDimension(long dimension) {
        if (dimension < 1 || dimension > LARGEST_DIMENSION) {
            throw new IllegalArgumentException(
                    "expected a dimension from 1 to " + LARGEST_DIMENSION + ", found " + dimension);
        }
        return (int) dimension;
    }

    /** The direct sum of at least one map: it acts on each block of coordinates by one of them; shifts are kept. */
    public static AffineMap directSum(List<AffineMap> summands) {
        long total = summands.stream().mapToLong(AffineMap::dimension).sum();
        int dimension = requireDimension(total);
        List<Scalar> shift = new ArrayList<>(dimension);
        summands.forEach(summand -> shift.addAll(summand.shift()));
        return summands.stream().allMatch(AffineMap::isMonomial)
                ? monomialSum(summands, dimension, shift)
                : AffineMap.unchecked(blocks(summands, requireMatrix(dimension)), shift);
    }

    private static AffineMap monomialSum(List<AffineMap> summands, int dimension, List<Scalar> shift) {
        int[] images = new int[dimension];
        List<Scalar> scales = new ArrayList<>(dimension);
        for (AffineMap summand : summands) {
            int start = scales.size();
            for (int j = 0; j < summand.dimension(); j++) {
                images[start + j] = start + summand.permutation().apply(j);
            }
            scales.addAll(summand.scales());
        }
        return AffineMap.monomial(Permutation.of(images), scales, shift);
    }

    private static ExactMatrix blocks(List<AffineMap> summands, int dimension) {
        List<Scalar> entries = new ArrayList<>(Collections.nCopies(dimension * dimension, Scalar.ZERO));
        int start = 0;
        for (AffineMap summand : summands) {
            ExactMatrix block = summand.matrix();
            for (int i = 0; i < block.rows(); i++) {
                for (int j = 0; j < block.columns(); j++) {
                    entries.set((start + i) * dimension + start + j, block.get(i, j));
                }
            }
            start += block.rows();
        }
        return ExactMatrix.of(dimension, dimension, entries);
    }

    /** The direct sum of {@code count} copies of a map, at least one. */
    public static AffineMap multiple(int count, AffineMap map) {
        requireDimension((long) count * map.dimension());
        return directSum(Collections.nCopies(count, map));
    }

    /** The tensor product A (x) B of two linear maps; refuses shifts. */
    public static AffineMap tensor(AffineMap a, AffineMap b) {
        requireLinear("tensor", a);
        requireLinear("tensor", b);
        int dimension = requireDimension((long) a.dimension() * b.dimension());
        if (a.isMonomial() && b.isMonomial()) {
            return monomialTensor(a, b, dimension);
        }
        requireMatrix(dimension);
        ExactMatrix left = a.matrix();
        ExactMatrix right = b.matrix();
        if (dimension > LARGEST_IRRATIONAL && !(left.isRational() && right.isRational())) {
            throw new IllegalArgumentException("expected at most " + LARGEST_IRRATIONAL
                    + " dimensions of an action by irrational matrices, found " + dimension);
        }
        int m = b.dimension();
        ExactMatrix product = ExactMatrix.build(
                dimension, dimension, (i, j) -> left.get(i / m, j / m).multiply(right.get(i % m, j % m)));
        return AffineMap.unchecked(product, Collections.nCopies(dimension, Scalar.ZERO));
    }

    private static AffineMap monomialTensor(AffineMap a, AffineMap b, int dimension) {
        int m = b.dimension();
        int[] images = new int[dimension];
        Arrays.setAll(
                images, k -> a.permutation().apply(k / m) * m + b.permutation().apply(k % m));
        List<Scalar> scales = new ArrayList<>(dimension);
        for (Scalar left : a.scales()) {
            for (Scalar right : b.scales()) {
                scales.add(left.isOne() ? right : left.multiply(right));
            }
        }
        return AffineMap.monomial(Permutation.of(images), scales);
    }

    /** The tensor power of a linear map, exponent at least 1; refuses shifts. */
    public static AffineMap tensorPower(AffineMap map, int exponent) {
        requireLinear("power", map);
        if (exponent < 1) {
            throw new IllegalArgumentException("expected a tensor power of at least 1, found " + exponent);
        }
        if (map.dimension() == 1) {
            return AffineMap.monomial(
                    Permutation.identity(1), List.of(map.scales().get(0).pow(exponent)));
        }
        AffineMap result = map;
        for (int factors = 1; factors < exponent; factors++) {
            result = tensor(result, map);
        }
        return result;
    }

    /** The dual of a linear map: the transposed inverse; refuses shifts. */
    public static AffineMap dual(AffineMap map) {
        requireLinear("dual", map);
        if (!map.isMonomial()) {
            return AffineMap.unchecked(map.inverse().matrix().transpose(), map.shift());
        }
        List<Scalar> scales = map.scales().stream().map(Scalar::reciprocal).toList();
        return AffineMap.monomial(map.permutation(), scales);
    }

    private static int requireMatrix(int dimension) {
        if (dimension > LARGEST_MATRIX) {
            throw new IllegalArgumentException("expected at most " + LARGEST_MATRIX
                    + " dimensions of an action that is not monomial, found " + dimension);
        }
        return dimension;
    }

    private static void requireLinear(String operation, AffineMap map) {
        if (!map.isLinear()) {
            throw new IllegalArgumentException("\"" + operation + "\" needs linear actions, found one with a shift");
        }
    }
}
