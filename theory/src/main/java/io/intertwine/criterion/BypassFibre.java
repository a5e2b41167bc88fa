package io.intertwine.criterion;

import io.intertwine.activation.Activation;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The parameters with the same function of a network with one hidden layer of n units with s(x) - s(-x) = k x, k not zero. If its
 * {@link #hypotheses} hold, these parameters, up to permutations of the units and, for relu and leaky_relu, positive factors, are
 * those that negate the rows of a set F of units with sum over F of v_j (x) w_j = 0, where w_j is the incoming row and v_j the outgoing
 * column of unit j; the output bias then gains k times the sum over F of b_j v_j, which must be zero where there is no output bias. The
 * proof stands in {@code docs/IDENTIFIABILITY.md}, the fibre of a bypass.
 */
public final class BypassFibre {
    private BypassFibre() {}

    /** k, if it is known that the normal form of such networks is unique and k is not zero; empty for other activations. */
    public static Optional<Scalar> slope(Activation activation) {
        return EvenPart.of(activation).map(EvenPart::slope).filter(slope -> !slope.isZero());
    }

    /** Whether the network is dense, units of one activation that has a {@link #slope}, dense. */
    public static boolean concerns(Network network) {
        return Perceptron.of(network)
                .filter(found -> found.depth() == 1)
                .flatMap(Perceptron::activation)
                .flatMap(BypassFibre::slope)
                .isPresent();
    }

    /** The hypotheses: no row and no outgoing column is zero, and no two rows with their biases agree up to sign, or up to a factor. */
    public static List<Hypothesis> hypotheses(Network network) {
        Perceptron shallow = require(network);
        EvenPart part = EvenPart.of(shallow.activation().orElseThrow()).orElseThrow();
        return List.of(
                Units.noZeroRow(shallow),
                Units.noZeroColumn(shallow),
                part.homogeneous() ? Units.noProportionalRows(shallow) : Units.noRowsUpToSign(shallow));
    }

    /**
     * All sets F, the empty one first, then by size, then in lexicographic order, each ascending.
     *
     * @return empty if the search goes beyond its budget: more than 24 units, where the products v_j (x) w_j are dependent, and more than
     *     12 of them, or all but 64 units, must be chosen freely; or more than 10,000 sets
     * @throws IllegalArgumentException if this does not {@link #concerns} the network
     * @throws ArithmeticException if irrational numbers of many fields do not fit together ({@link Scalar})
     */
    public static Optional<List<List<Integer>>> tryFlips(Network network) {
        return SubsetSums.of(new Products(require(network)));
    }

    /** The sets of {@link #tryFlips}. Throws ArithmeticException where that is empty. */
    public static List<List<Integer>> flips(Network network) {
        return tryFlips(network)
                .orElseThrow(
                        () -> new ArithmeticException("expected a search for sets of units within its budget, found "
                                + require(network).largestWidth() + " units with dependent products"));
    }

    /**
     * The network of the same architecture with the rows of a set of units negated, and the output bias corrected. It has the same
     * function if the set is one of {@link #flips}.
     *
     * @throws IllegalArgumentException if this does not {@link #concerns} the network, or an output bias is needed where there is none
     */
    public static Network flipped(Network network, List<Integer> set) {
        Perceptron shallow = require(network);
        Scalar slope = slope(shallow.activation().orElseThrow()).orElseThrow();
        Layer.Dense first = shallow.first();
        Layer.Dense last = shallow.last();
        Set<Integer> negated = new HashSet<>(set);
        List<Scalar> gain = IntStream.range(0, last.outputs())
                .mapToObj(i -> negated.stream()
                        .map(j ->
                                last.weight().get(i, j).multiply(first.bias(j)).multiply(slope))
                        .reduce(Scalar.ZERO, Scalar::add))
                .toList();
        if (!last.hasBias() && !gain.stream().allMatch(Scalar::isZero)) {
            throw new IllegalArgumentException("negating the rows " + set + " needs an output bias, found none");
        }
        ExactMatrix weight = ExactMatrix.build(
                first.outputs(),
                first.inputs(),
                (j, k) -> negated.contains(j)
                        ? first.weight().get(j, k).negate()
                        : first.weight().get(j, k));
        List<Scalar> bias = new ArrayList<>();
        for (int j = 0; j < first.biases().size(); j++) {
            bias.add(negated.contains(j) ? first.bias(j).negate() : first.bias(j));
        }
        List<Scalar> constant = IntStream.range(0, last.biases().size())
                .mapToObj(i -> last.bias(i).add(gain.get(i)))
                .toList();
        return new Network(List.of(
                new Layer.Dense(weight, bias), shallow.units().get(0), new Layer.Dense(last.weight(), constant)));
    }

    private static Perceptron require(Network network) {
        if (!concerns(network)) {
            throw new IllegalArgumentException(
                    "expected one hidden layer of equal units with s(x) - s(-x) = k x, found " + network);
        }
        return Perceptron.require(network);
    }

    /** Column j holds the products of v_j with w_j, and, where there is no output bias, with b_j. */
    private static final class Products implements SubsetSums.Entries {
        private final Layer.Dense first;
        private final Layer.Dense last;
        private final int width;

        Products(Perceptron shallow) {
            first = shallow.first();
            last = shallow.last();
            width = first.inputs() + (first.hasBias() && !last.hasBias() ? 1 : 0);
        }

        @Override
        public int rows() {
            return last.outputs() * width;
        }

        @Override
        public int columns() {
            return first.outputs();
        }

        @Override
        public Scalar at(int row, int column) {
            int k = row % width;
            Scalar incoming = k < first.inputs() ? first.weight().get(column, k) : first.bias(column);
            return incoming.multiply(last.weight().get(row / width, column));
        }

        @Override
        public long residue(int row, int column) {
            int k = row % width;
            long incoming = k < first.inputs()
                    ? first.weight().residue(column, k)
                    : Mersenne61.of(first.bias(column).rational());
            return Mersenne61.multiply(incoming, last.weight().residue(row / width, column));
        }

        @Override
        public boolean hasResidues() {
            return Ranks.hasResidues(first.weight())
                    && Ranks.hasResidues(last.weight())
                    && first.biases().stream().allMatch(Ranks::hasResidue);
        }
    }
}
