package io.intertwine.match;

import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A network evaluated in doubles; its weights are rounded to the nearest double. */
final class FloatingNetwork {
    private final List<Step> steps = new ArrayList<>();

    private interface Step {
        double[] apply(double[] x);
    }

    /** Throws IllegalArgumentException if a weight is too large for a double. */
    FloatingNetwork(Network network) {
        for (Layer layer : network.layers()) {
            steps.add(step(layer));
        }
    }

    private static Step step(Layer layer) {
        if (layer instanceof Layer.Dense dense) {
            return DenseWeights.of(dense)::apply;
        }
        if (layer instanceof Layer.Entrywise entrywise) {
            List<DoubleUnaryOperator> units =
                    entrywise.units().stream().map(UnitFunctions::of).toList();
            return x -> {
                double[] result = x.clone();
                Arrays.setAll(result, i -> units.get(i).applyAsDouble(x[i]));
                return result;
            };
        }
        return FloatingNetwork::softmax;
    }

    /** The value at a point; entries may overflow or be no numbers. */
    double[] apply(double[] point) {
        double[] x = point;
        for (Step step : steps) {
            x = step.apply(x);
        }
        return x;
    }

    private static double[] softmax(double[] logits) {
        double largest = Arrays.stream(logits).max().orElse(0);
        double[] weights = Arrays.stream(logits).map(x -> Math.exp(x - largest)).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(x -> x / sum).toArray();
    }
}
