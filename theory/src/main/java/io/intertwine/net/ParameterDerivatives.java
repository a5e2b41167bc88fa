package io.intertwine.net;

import io.intertwine.activation.Activation;
import io.intertwine.activation.PiecewiseAffine;
import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The derivatives of the outputs of a network with respect to its parameters, at inputs where every unit is inside a piece of its
 * continuous piecewise affine activation: there the output is a polynomial in the parameters near the given ones. The derivatives are
 * rational numbers, given by their residues modulo 2^61 - 1; which piece a unit is on is decided exactly.
 *
 * <p>The parameters are ordered by dense layers, in each by rows, and in each row the weights before the bias.
 */
public final class ParameterDerivatives {
    private final List<Stage> stages;
    private final int parameters;
    private final int scalings;

    private sealed interface Stage {
        /** A dense layer, its weights modulo p, and the place of its first parameter. */
        final class Dense implements Stage {
            private final Layer.Dense layer;
            private final long[][] weight;
            private final int offset;

            Dense(Layer.Dense layer, int offset) {
                this.layer = layer;
                this.weight = residues(layer);
                this.offset = offset;
            }
        }

        record Units(List<DifferentiableUnit> units) implements Stage {}
    }

    private ParameterDerivatives(List<Stage> stages, int parameters, int scalings) {
        this.stages = stages;
        this.parameters = parameters;
        this.scalings = scalings;
    }

    /**
     * The derivatives of a network. Empty where an activation is not known to be continuous and piecewise affine, where the network ends
     * with a softmax, and where a weight or bias is irrational.
     *
     * @throws ArithmeticException if 2^61 - 1 divides the denominator of a weight
     */
    public static Optional<ParameterDerivatives> of(Network network) {
        return of(network, false);
    }

    /**
     * The derivatives of a network whose other activations are analytic: they exist where all values and slopes are known to be rational,
     * at every rational input if these activations are polynomials. Their units do not count as {@link #scalings}.
     *
     * @throws ArithmeticException if 2^61 - 1 divides the denominator of a weight
     */
    public static Optional<ParameterDerivatives> ofExactValues(Network network) {
        return of(network, true);
    }

    private static Optional<ParameterDerivatives> of(Network network, boolean analytic) {
        Map<Activation, Optional<PiecewiseAffine>> known = new HashMap<>();
        Map<Activation, Optional<DifferentiableUnit>> functions = new HashMap<>();
        List<Stage> stages = new ArrayList<>();
        int parameters = 0;
        int scalings = 0;
        for (int i = 0; i < network.layers().size(); i++) {
            if (network.layers().get(i) instanceof Layer.Dense dense) {
                if (!dense.weight().isRational() || !dense.biases().stream().allMatch(Scalar::isRational)) {
                    return Optional.empty();
                }
                stages.add(new Stage.Dense(dense, parameters));
                parameters += dense.outputs() * rowLength(dense);
                scalings += scalings(network, i, known);
                continue;
            }
            List<DifferentiableUnit> units = new ArrayList<>();
            if (network.layers().get(i) instanceof Layer.Entrywise entrywise) {
                for (Activation unit : entrywise.units()) {
                    functions
                            .computeIfAbsent(unit, each -> DifferentiableUnit.of(each, analytic))
                            .ifPresent(units::add);
                }
            }
            if (units.size() < network.layers().get(i).outputs()) {
                return Optional.empty();
            }
            stages.add(new Stage.Units(units));
        }
        return Optional.of(new ParameterDerivatives(stages, parameters, scalings));
    }

    private static int rowLength(Layer.Dense dense) {
        return dense.inputs() + (dense.hasBias() ? 1 : 0);
    }

    private static long[][] residues(Layer.Dense dense) {
        long[][] result = new long[dense.outputs()][dense.inputs()];
        for (int i = 0; i < dense.outputs(); i++) {
            for (int j = 0; j < dense.inputs(); j++) {
                result[i][j] = dense.weight().residue(i, j);
            }
        }
        return result;
    }

    /** How many outputs of a dense layer are scaled: another dense layer follows, after homogeneous activations. */
    private static int scalings(Network network, int index, Map<Activation, Optional<PiecewiseAffine>> known) {
        List<Layer> layers = network.layers();
        Layer.Dense dense = (Layer.Dense) layers.get(index);
        int end = index + 1;
        while (end < layers.size() && layers.get(end) instanceof Layer.Entrywise) {
            end++;
        }
        if (end == layers.size() || layers.get(end) instanceof Layer.Softmax) {
            return 0;
        }
        int count = 0;
        for (int j = 0; j < dense.outputs(); j++) {
            boolean scaled = !dense.weight().isZeroRow(j) || !dense.bias(j).isZero();
            for (Layer layer : layers.subList(index + 1, end)) {
                Activation unit = ((Layer.Entrywise) layer).units().get(j);
                scaled &= known.computeIfAbsent(unit, PiecewiseAffine::of)
                        .filter(PiecewiseAffine::isHomogeneous)
                        .isPresent();
            }
            count += scaled ? 1 : 0;
        }
        return count;
    }

    /** D, the number of weights and biases. */
    public int parameters() {
        return parameters;
    }

    /**
     * h, the number of units between dense layers whose activations are positively homogeneous and whose weights and bias are not all
     * zero: scaling these by c > 0 and the outgoing weights by 1/c keeps the function.
     */
    public int scalings() {
        return scalings;
    }

    /**
     * The derivatives at an input, one row of D residues for every output. Empty where the argument of an activation is one of its
     * breakpoints, and where a value or slope is not known to be rational, or has more bits than {@link Evaluation#EXACT_BITS}.
     *
     * @throws ArithmeticException if a number is irrational, or 2^61 - 1 divides its denominator
     */
    public Optional<List<long[]>> at(List<Scalar> input) {
        List<List<Scalar>> arguments = new ArrayList<>();
        List<Scalar> x = input;
        for (Stage stage : stages) {
            arguments.add(x);
            if (stage instanceof Stage.Dense dense) {
                x = after(dense.layer, x);
                continue;
            }
            Optional<List<Scalar>> next = after(((Stage.Units) stage).units, x);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            x = next.get();
        }
        return Optional.of(backwards(arguments, x.size()));
    }

    private static List<Scalar> after(Layer.Dense dense, List<Scalar> x) {
        List<Scalar> product = dense.weight().multiply(x);
        return IntStream.range(0, product.size())
                .mapToObj(j -> product.get(j).add(dense.bias(j)))
                .toList();
    }

    private static Optional<List<Scalar>> after(List<DifferentiableUnit> units, List<Scalar> x) {
        List<Scalar> result = new ArrayList<>();
        for (int j = 0; j < x.size(); j++) {
            DifferentiableUnit unit = units.get(j);
            if (unit.slope(x.get(j)).isEmpty()) {
                return Optional.empty();
            }
            unit.value(x.get(j)).filter(Evaluation::isSmall).ifPresent(result::add);
        }
        return result.size() == x.size() ? Optional.of(result) : Optional.empty();
    }

    /** The chain rule from the outputs back; {@code back[o][j]} is the derivative of output o by value j of the present space. */
    private List<long[]> backwards(List<List<Scalar>> arguments, int outputs) {
        List<long[]> rows = new ArrayList<>();
        long[][] back = new long[outputs][outputs];
        for (int o = 0; o < outputs; o++) {
            rows.add(new long[parameters]);
            back[o][o] = 1;
        }
        for (int s = stages.size() - 1; s >= 0; s--) {
            for (int o = 0; o < outputs; o++) {
                if (stages.get(s) instanceof Stage.Dense dense) {
                    enter(rows.get(o), dense, back[o], arguments.get(s));
                    back[o] = times(back[o], dense.weight);
                } else {
                    back[o] = times(back[o], ((Stage.Units) stages.get(s)).units, arguments.get(s));
                }
            }
        }
        return rows;
    }

    private static void enter(long[] row, Stage.Dense dense, long[] back, List<Scalar> input) {
        int length = rowLength(dense.layer);
        for (int k = 0; k < length; k++) {
            long value = k < input.size() ? Mersenne61.of(input.get(k).rational()) : 1;
            for (int j = 0; j < back.length; j++) {
                row[dense.offset + j * length + k] = Mersenne61.multiply(back[j], value);
            }
        }
    }

    private static long[] times(long[] back, long[][] weight) {
        long[] result = new long[weight[0].length];
        for (int j = 0; j < back.length; j++) {
            for (int k = 0; k < result.length; k++) {
                result[k] = Mersenne61.add(result[k], Mersenne61.multiply(back[j], weight[j][k]));
            }
        }
        return result;
    }

    private static long[] times(long[] back, List<DifferentiableUnit> units, List<Scalar> arguments) {
        long[] result = new long[back.length];
        for (int j = 0; j < back.length; j++) {
            Scalar slope = units.get(j).slope(arguments.get(j)).orElseThrow();
            result[j] = Mersenne61.multiply(back[j], Mersenne61.of(slope.rational()));
        }
        return result;
    }
}
