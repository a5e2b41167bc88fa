package io.intertwine.find;

import io.intertwine.activation.Activation;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random networks with small numbers, and other networks with the same functions. */
final class Samples {
    private Samples() {}

    /** A dense network with biases and one activation, of given widths; weights are integers between -5 and 5. */
    static Network network(RandomGenerator random, Activation activation, int... widths) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < widths.length; i++) {
            layers.add(dense(random, widths[i], widths[i - 1]));
            if (i < widths.length - 1) {
                layers.add(Layer.Entrywise.of(activation, widths[i]));
            }
        }
        return new Network(layers);
    }

    static Layer.Dense dense(RandomGenerator random, int outputs, int inputs) {
        return new Layer.Dense(
                ExactMatrix.build(outputs, inputs, (i, j) -> Scalar.of(random.nextInt(-5, 6))),
                point(random, outputs, 5));
    }

    /** A point with integer entries of magnitude up to a bound. */
    static List<Scalar> point(RandomGenerator random, int n, int bound) {
        List<Scalar> result = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            result.add(Scalar.of(random.nextInt(-bound, bound + 1)));
        }
        return result;
    }

    /** A permutation of 0, ..., n - 1. */
    static List<Integer> permutation(RandomGenerator random, int n) {
        List<Integer> result = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            result.add(random.nextInt(j + 1), j);
        }
        return result;
    }

    /** The network of units that are positively homogeneous with every hidden layer permuted and rescaled. */
    static Network disguised(RandomGenerator random, Network network) {
        List<Layer> layers = new ArrayList<>(network.layers());
        for (int i = 0; i + 2 < layers.size(); i += 2) {
            Layer.Dense first = (Layer.Dense) layers.get(i);
            Layer.Entrywise units = (Layer.Entrywise) layers.get(i + 1);
            Layer.Dense second = (Layer.Dense) layers.get(i + 2);
            int n = first.outputs();
            List<Integer> from = permutation(random, n);
            List<Scalar> scales = new ArrayList<>();
            List<Scalar> biases = new ArrayList<>();
            List<Activation> moved = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                scales.add(Scalar.of(random.nextInt(1, 5), random.nextInt(1, 4)));
                biases.add(first.bias(from.get(j)).multiply(scales.get(j)));
                moved.add(units.units().get(from.get(j)));
            }
            layers.set(
                    i,
                    new Layer.Dense(
                            ExactMatrix.build(
                                    n,
                                    first.inputs(),
                                    (j, k) -> first.weight().get(from.get(j), k).multiply(scales.get(j))),
                            first.hasBias() ? biases : List.of()));
            layers.set(i + 1, new Layer.Entrywise(moved));
            layers.set(
                    i + 2,
                    new Layer.Dense(
                            ExactMatrix.build(
                                    second.outputs(),
                                    n,
                                    (j, k) ->
                                            second.weight().get(j, from.get(k)).divide(scales.get(k))),
                            second.biases()));
        }
        return new Network(layers);
    }

    /** The network with one more unit in the first hidden layer: unit 0 is split into two that share its outgoing weights. */
    static Network split(RandomGenerator random, Network network) {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer.Dense first = (Layer.Dense) layers.get(0);
        Layer.Entrywise units = (Layer.Entrywise) layers.get(1);
        Layer.Dense second = (Layer.Dense) layers.get(2);
        int n = first.outputs();
        List<Scalar> biases = new ArrayList<>(first.biases());
        biases.add(first.bias(0));
        List<Activation> more = new ArrayList<>(units.units());
        more.add(more.get(0));
        List<Scalar> shares = point(random, second.outputs(), 3);
        layers.set(
                0,
                new Layer.Dense(
                        ExactMatrix.build(
                                n + 1, first.inputs(), (j, k) -> first.weight().get(j < n ? j : 0, k)),
                        biases));
        layers.set(1, new Layer.Entrywise(more));
        layers.set(
                2,
                new Layer.Dense(
                        ExactMatrix.build(
                                second.outputs(),
                                n + 1,
                                (j, k) -> k == n
                                        ? shares.get(j)
                                        : k == 0
                                                ? second.weight().get(j, 0).subtract(shares.get(j))
                                                : second.weight().get(j, k)),
                        second.biases()));
        return new Network(layers);
    }
}
