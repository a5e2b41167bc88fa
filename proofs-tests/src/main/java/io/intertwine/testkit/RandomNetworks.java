package io.intertwine.testkit;

import io.intertwine.activation.Activation;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Random networks: dense layers with one activation between any two, and perhaps a softmax at the end. */
public final class RandomNetworks {
    /**
     * An architecture.
     *
     * @param widths the numbers of inputs, of the units of every hidden layer, and of outputs
     * @param biases for every dense layer whether it has a bias
     * @param softmax whether the last layer is a softmax
     */
    public record Architecture(List<Integer> widths, List<Boolean> biases, boolean softmax) {
        public Architecture {
            widths = List.copyOf(widths);
            biases = List.copyOf(biases);
            if (widths.size() < 2 || biases.size() != widths.size() - 1) {
                throw new IllegalArgumentException("expected one bias flag for each of the " + (widths.size() - 1)
                        + " dense layers, found " + biases.size());
            }
        }

        /** All layers with biases, or all without; no softmax. */
        public static Architecture of(List<Integer> widths, boolean biases) {
            return new Architecture(
                    widths, widths.stream().skip(1).map(width -> biases).toList(), false);
        }
    }

    private RandomNetworks() {}

    /** A network whose weights and biases are drawn one after the other: layer by layer, row by row, the weights before the biases. */
    public static Network of(Architecture architecture, Activation activation, Supplier<Scalar> numbers) {
        List<Layer> layers = new ArrayList<>();
        int dense = architecture.biases().size();
        for (int i = 0; i < dense; i++) {
            int outputs = architecture.widths().get(i + 1);
            ExactMatrix weight =
                    ExactMatrix.build(outputs, architecture.widths().get(i), (row, column) -> numbers.get());
            List<Scalar> bias = new ArrayList<>();
            for (int j = 0; j < outputs && architecture.biases().get(i); j++) {
                bias.add(numbers.get());
            }
            layers.add(new Layer.Dense(weight, bias));
            if (i < dense - 1) {
                layers.add(Layer.Entrywise.of(activation, outputs));
            }
        }
        if (architecture.softmax()) {
            layers.add(new Layer.Softmax(architecture.widths().get(dense)));
        }
        return new Network(layers);
    }

    /** Numbers p/q with |p| at most 4 and q at most 3, mostly whole. */
    public static Supplier<Scalar> fractions(SplittableRandom random) {
        return () -> Scalar.of(random.nextInt(-4, 5), random.nextInt(3) == 0 ? random.nextInt(1, 4) : 1);
    }

    /** Whole numbers between -bound and bound. */
    public static Supplier<Scalar> integers(int bound, SplittableRandom random) {
        return () -> Scalar.of(random.nextInt(-bound, bound + 1));
    }
}
