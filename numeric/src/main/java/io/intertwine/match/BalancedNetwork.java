package io.intertwine.match;

import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network in doubles at weights of the same function in which the rows of all units with a free scale have the same norm as the
 * largest row of their layer. A unit of unusual size then neither hides others nor is hidden by them, and residuals do not depend on
 * how the scales were distributed.
 */
final class BalancedNetwork {
    private final List<Layer> layers;
    private final Tolerance tolerance;
    private final List<DenseWeights> weights = new ArrayList<>();
    private final List<double[]> factors = new ArrayList<>();
    private final List<boolean[]> inactive = new ArrayList<>();

    BalancedNetwork(Network network, Tolerance tolerance) {
        layers = network.layers();
        this.tolerance = tolerance;
        double[] columns = ones(network.inputs());
        for (int i = 0; i < layers.size(); i++) {
            columns = add(i, columns);
        }
    }

    /** Appends a layer whose inputs were divided by {@code columns}; returns what its outputs are divided by. */
    private double[] add(int index, double[] columns) {
        boolean[] none = new boolean[columns.length];
        if (layers.get(index) instanceof Layer.Entrywise units) {
            weights.add(DenseWeights.identity(0));
            factors.add(columns);
            inactive.add(none);
            double[] after = columns.clone();
            Arrays.setAll(after, j -> UnitStack.companion(units.units().get(j).group(), columns[j]));
            return after;
        }
        DenseWeights given = layers.get(index) instanceof Layer.Dense dense
                ? DenseWeights.of(dense)
                : DenseWeights.identity(columns.length);
        DenseWeights scaled = given.withScaledColumns(columns);
        boolean[] unused = inactive(index, given);
        double[] divisors = divisors(index, scaled, unused);
        weights.add(scaled.withDividedRows(divisors));
        factors.add(divisors);
        inactive.add(unused);
        return divisors;
    }

    private double[] divisors(int index, DenseWeights rows, boolean[] unused) {
        double[] norms =
                IntStream.range(0, rows.rows()).mapToDouble(rows::rowNorm).toArray();
        double largest = Arrays.stream(norms).max().orElse(0);
        double[] divisors = ones(norms.length);
        for (int j = 0; j < norms.length && feedsUnits(index); j++) {
            if (norms[j] > 0 && !unused[j] && stack(index, j).isFree()) {
                divisors[j] = norms[j] / largest;
            }
        }
        return divisors;
    }

    /** Units whose row and whose outgoing weights are within the tolerance of zero, relative to the largest of their layers. */
    private boolean[] inactive(int index, DenseWeights given) {
        boolean[] result = new boolean[given.rows()];
        int next = nextDense(index);
        if (!feedsUnits(index) || next < 0) {
            return result;
        }
        DenseWeights outgoing = DenseWeights.of((Layer.Dense) layers.get(next));
        double largest = IntStream.range(0, result.length)
                .mapToDouble(given::rowNorm)
                .max()
                .orElse(0);
        double scale = outgoing.weightScale();
        for (int j = 0; j < result.length; j++) {
            result[j] = given.rowNorm(j) <= tolerance.relative() * largest
                    && tolerance.admits(outgoing.columnSize(j) / scale);
        }
        return result;
    }

    /** The index of the first dense layer after a layer, or -1. */
    int nextDense(int index) {
        return IntStream.range(index + 1, layers.size())
                .filter(i -> layers.get(i) instanceof Layer.Dense)
                .findFirst()
                .orElse(-1);
    }

    List<Layer> layers() {
        return layers;
    }

    /** Whether activations follow a layer. */
    boolean feedsUnits(int index) {
        return index + 1 < layers.size() && layers.get(index + 1) instanceof Layer.Entrywise;
    }

    /** The weights of a dense layer (of a softmax without one: the identity) after balancing. */
    DenseWeights weights(int index) {
        return weights.get(index);
    }

    /** The units of a dense layer that are {@link #inactive(int, DenseWeights)}. */
    boolean[] inactive(int index) {
        return inactive.get(index);
    }

    /** The activations that follow unit j of a dense layer. */
    UnitStack stack(int index, int unit) {
        return new UnitStack(IntStream.range(index + 1, layers.size())
                .mapToObj(layers::get)
                .takeWhile(Layer.Entrywise.class::isInstance)
                .map(layer -> ((Layer.Entrywise) layer).units().get(unit))
                .toList());
    }

    /** The activations that follow each unit of a dense layer. */
    List<UnitStack> stacks(int index) {
        return IntStream.range(0, layers.get(index).outputs())
                .mapToObj(unit -> stack(index, unit))
                .toList();
    }

    /** A map of the space that a layer writes, from balanced to given weights. */
    FloatingMap atGivenWeights(int index, FloatingMap balanced) {
        double[] divisors = outputs(index);
        if (!balanced.isMonomial() || Arrays.stream(divisors).allMatch(factor -> factor == 1)) {
            return balanced;
        }
        double[] scales = new double[divisors.length];
        double[] shift = new double[divisors.length];
        for (int j = 0; j < scales.length; j++) {
            // The quotient comes first: where two rows are equal the scale is exactly that of the balanced map.
            scales[j] = divisors[balanced.permutation().apply(j)] / divisors[j] * balanced.scale(j);
            shift[j] = divisors[j] * balanced.shift(j);
        }
        return FloatingMap.monomial(balanced.permutation(), scales, shift);
    }

    /** What the outputs of a layer are divided by. */
    private double[] outputs(int index) {
        double[] before = factors.get(index);
        if (!(layers.get(index) instanceof Layer.Entrywise units)) {
            return before;
        }
        double[] after = before.clone();
        Arrays.setAll(after, j -> UnitStack.companion(units.units().get(j).group(), before[j]));
        return after;
    }

    private static double[] ones(int n) {
        double[] result = new double[n];
        Arrays.fill(result, 1);
        return result;
    }
}
