package io.intertwine.rep;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Permutation;
import io.intertwine.group.Word;
import java.util.Collections;
import java.util.List;

/**
 * A linear representation, given on generators, or built from others: direct sums, multiples, tensor products and powers, duals. How it
 * is built is kept ({@link #structure}), since spaces of equivariant maps and characters follow it (J.-P. Serre, Linear Representations
 * of Finite Groups, chapters 1 and 2).
 *
 * <p>In a direct sum the coordinates of the first summand come first; in a tensor product e_i (x) f_j has the index i m + j, where m is
 * the dimension of the second factor. Generators of the Lie algebra act by derivatives: on sums block by block, on tensor products by the
 * Leibniz rule, on duals by minus the transpose.
 */
public final class LinearRepresentation {
    private final ActingGroup group;
    private final int dimension;
    private final Structure structure;

    /** How a representation is built. */
    public sealed interface Structure {
        /**
         * Matrices for the generators.
         *
         * @param discrete the maps of the group's generators, linear
         * @param derivatives the matrices of the Lie algebra's generators
         */
        record Given(Representation discrete, List<SparseMatrix> derivatives) implements Structure {
            public Given {
                derivatives = List.copyOf(derivatives);
            }
        }

        /** A direct sum of at least one representation. */
        record Sum(List<LinearRepresentation> summands) implements Structure {
            public Sum {
                summands = List.copyOf(summands);
            }
        }

        /** A direct sum of at least one copy. */
        record Multiple(int count, LinearRepresentation of) implements Structure {}

        /** A tensor product. */
        record Tensor(LinearRepresentation left, LinearRepresentation right) implements Structure {}

        /** The dual. */
        record Dual(LinearRepresentation of) implements Structure {}
    }

    private LinearRepresentation(ActingGroup group, long dimension, Structure structure) {
        this.group = group;
        this.dimension = ActionAlgebra.requireDimension(dimension);
        this.structure = structure;
    }

    /**
     * The representation with these matrices.
     *
     * @param group what acts
     * @param discrete the maps of the group's generators; its relators hold, because it exists
     * @param derivatives square matrices of the Lie algebra's generators
     * @throws IllegalArgumentException if a map has a shift, a size does not fit, or a bracket that the Lie algebra claims does not hold
     */
    public static LinearRepresentation of(ActingGroup group, Representation discrete, List<SparseMatrix> derivatives) {
        requireLinear(discrete);
        if (!group.discrete().equals(discrete.group())) {
            throw new IllegalArgumentException("expected maps of the group's generators "
                    + group.discrete().generators() + ", found maps of "
                    + discrete.group().generators());
        }
        List<String> names = group.connected().generators();
        if (derivatives.size() != names.size()) {
            throw new IllegalArgumentException(
                    "expected a matrix for each of the generators " + names + ", found " + derivatives.size());
        }
        for (int i = 0; i < names.size(); i++) {
            SparseMatrix matrix = derivatives.get(i);
            if (matrix.rows() != discrete.dimension() || matrix.columns() != discrete.dimension()) {
                throw new IllegalArgumentException("the matrix of generator " + names.get(i) + " is " + matrix.rows()
                        + " x " + matrix.columns() + ", expected " + discrete.dimension() + " x "
                        + discrete.dimension());
            }
        }
        for (LieAlgebra.Bracket bracket : group.connected().brackets()) {
            requireBracket(bracket, names, derivatives);
        }
        return new LinearRepresentation(group, discrete.dimension(), new Structure.Given(discrete, derivatives));
    }

    /** A representation of a group without a Lie algebra. */
    public static LinearRepresentation of(Representation discrete) {
        return of(ActingGroup.of(discrete.group()), discrete, List.of());
    }

    private static void requireLinear(Representation discrete) {
        for (int i = 0; i < discrete.images().size(); i++) {
            if (!discrete.images().get(i).isLinear()) {
                throw new IllegalArgumentException("expected a linear action, found a shift in the map of generator "
                        + discrete.group().generators().get(i));
            }
        }
    }

    private static void requireBracket(LieAlgebra.Bracket bracket, List<String> names, List<SparseMatrix> derivatives) {
        SparseMatrix x = derivatives.get(bracket.left());
        SparseMatrix y = derivatives.get(bracket.right());
        SparseMatrix rest = x.multiply(y).add(y.multiply(x).scaled(Scalar.MINUS_ONE));
        for (int k = 0; k < names.size(); k++) {
            Scalar factor = bracket.combination().get(k);
            rest = factor.isZero() ? rest : rest.add(derivatives.get(k).scaled(factor.negate()));
        }
        if (rest.size() > 0) {
            throw new IllegalArgumentException("the bracket [" + names.get(bracket.left()) + ", "
                    + names.get(bracket.right()) + "] is not the combination of generators that is claimed");
        }
    }

    /** The representation of dimension n in which nothing moves. */
    public static LinearRepresentation trivial(ActingGroup group, int n) {
        GroupDescription discrete = group.discrete();
        List<AffineMap> images = Collections.nCopies(discrete.generators().size(), AffineMap.identity(n));
        return of(
                group,
                new Representation(discrete, n, images),
                Collections.nCopies(group.connected().generators().size(), SparseMatrix.zero(n, n)));
    }

    /** The direct sum of at least one representation of the same group. */
    public static LinearRepresentation directSum(List<LinearRepresentation> summands) {
        ActingGroup group = summands.get(0).group;
        summands.forEach(summand -> requireSame(group, summand.group));
        long dimension =
                summands.stream().mapToLong(LinearRepresentation::dimension).sum();
        return new LinearRepresentation(group, dimension, new Structure.Sum(summands));
    }

    /** The direct sum of {@code count} copies, at least one. */
    public LinearRepresentation multiple(int count) {
        return new LinearRepresentation(group, (long) count * dimension, new Structure.Multiple(count, this));
    }

    /** The tensor product with another representation of the same group. */
    public LinearRepresentation tensor(LinearRepresentation right) {
        requireSame(group, right.group);
        return new LinearRepresentation(group, (long) dimension * right.dimension, new Structure.Tensor(this, right));
    }

    /** The tensor power; the power 0 is the trivial representation of dimension 1. */
    public LinearRepresentation power(int exponent) {
        if (exponent < 0) {
            throw new IllegalArgumentException("expected a tensor power of at least 0, found " + exponent);
        }
        LinearRepresentation result = exponent == 0 ? trivial(group, 1) : this;
        for (int factors = 1; factors < exponent; factors++) {
            result = result.tensor(this);
        }
        return result;
    }

    /** The dual: group elements act by the transposed inverse. */
    public LinearRepresentation dual() {
        return structure instanceof Structure.Dual dual
                ? dual.of
                : new LinearRepresentation(group, dimension, new Structure.Dual(this));
    }

    /**
     * The restriction to the subgroup that words in the generators generate; the Lie algebra is left out.
     *
     * @param subgroup the names of the subgroup's generators, and relators if there are
     * @param words for each of them, in order, its value in this group
     */
    public LinearRepresentation restrict(GroupDescription subgroup, List<Word> words) {
        ActingGroup smaller = ActingGroup.of(subgroup);
        if (structure instanceof Structure.Given given) {
            AffineGroup maps = new AffineGroup(dimension);
            List<AffineMap> images = words.stream()
                    .map(word -> word.evaluate(maps, given.discrete.images()))
                    .toList();
            return of(new Representation(subgroup, dimension, images));
        }
        if (structure instanceof Structure.Sum sum) {
            return directSum(sum.summands.stream()
                    .map(summand -> summand.restrict(subgroup, words))
                    .toList());
        }
        if (structure instanceof Structure.Multiple multiple) {
            return multiple.of.restrict(subgroup, words).multiple(multiple.count);
        }
        if (structure instanceof Structure.Tensor tensor) {
            return new LinearRepresentation(
                    smaller,
                    dimension,
                    new Structure.Tensor(
                            tensor.left.restrict(subgroup, words), tensor.right.restrict(subgroup, words)));
        }
        return ((Structure.Dual) structure).of.restrict(subgroup, words).dual();
    }

    /** What acts. */
    public ActingGroup group() {
        return group;
    }

    /** The number of coordinates. */
    public int dimension() {
        return dimension;
    }

    /** How it is built. */
    public Structure structure() {
        return structure;
    }

    /** The matrix of the i-th generator of the group; computed at every call. */
    public SparseMatrix generator(int i) {
        return generator(i, false);
    }

    /** The map of the i-th generator of the group; computed at every call. */
    public AffineMap map(int i) {
        SparseMatrix matrix = generator(i);
        if (!matrix.isMonomial()) {
            return AffineMap.unchecked(matrix.toDense(), Collections.nCopies(dimension, Scalar.ZERO));
        }
        List<SparseMatrix.Entry> columns = matrix.transpose().entries();
        int[] images = columns.stream().mapToInt(SparseMatrix.Entry::column).toArray();
        List<Scalar> scales = columns.stream().map(SparseMatrix.Entry::value).toList();
        return AffineMap.monomial(Permutation.of(images), scales);
    }

    private SparseMatrix generator(int i, boolean dual) {
        if (structure instanceof Structure.Given given) {
            AffineMap map = given.discrete.images().get(i);
            return matrix(dual ? ActionAlgebra.dual(map) : map);
        }
        if (structure instanceof Structure.Sum sum) {
            return SparseMatrix.directSum(sum.summands.stream()
                    .map(summand -> summand.generator(i, dual))
                    .toList());
        }
        if (structure instanceof Structure.Multiple multiple) {
            return SparseMatrix.directSum(Collections.nCopies(multiple.count, multiple.of.generator(i, dual)));
        }
        if (structure instanceof Structure.Tensor tensor) {
            return tensor.left.generator(i, dual).kronecker(tensor.right.generator(i, dual));
        }
        return ((Structure.Dual) structure).of.generator(i, !dual);
    }

    /** The linear part of a map. */
    static SparseMatrix matrix(AffineMap map) {
        if (!map.isMonomial()) {
            ExactMatrix dense = map.matrix();
            return SparseMatrix.of(dense);
        }
        return SparseMatrix.monomial(map.permutation().toArray(), map.scales());
    }

    /** The matrix of the i-th generator of the Lie algebra; computed at every call. */
    public SparseMatrix derivative(int i) {
        return derivative(i, false);
    }

    private SparseMatrix derivative(int i, boolean dual) {
        if (structure instanceof Structure.Given given) {
            SparseMatrix matrix = given.derivatives.get(i);
            return dual ? matrix.transpose().scaled(Scalar.MINUS_ONE) : matrix;
        }
        if (structure instanceof Structure.Sum sum) {
            return SparseMatrix.directSum(sum.summands.stream()
                    .map(summand -> summand.derivative(i, dual))
                    .toList());
        }
        if (structure instanceof Structure.Multiple multiple) {
            return SparseMatrix.directSum(Collections.nCopies(multiple.count, multiple.of.derivative(i, dual)));
        }
        if (structure instanceof Structure.Tensor tensor) {
            SparseMatrix left = tensor.left.derivative(i, dual);
            SparseMatrix right = tensor.right.derivative(i, dual);
            return left.kronecker(SparseMatrix.identity(right.rows()))
                    .add(SparseMatrix.identity(left.rows()).kronecker(right));
        }
        return ((Structure.Dual) structure).of.derivative(i, !dual);
    }

    private static void requireSame(ActingGroup left, ActingGroup right) {
        if (!left.equals(right)) {
            throw new IllegalArgumentException(
                    "expected representations of one group, found one of " + left + " and one of " + right);
        }
    }
}
