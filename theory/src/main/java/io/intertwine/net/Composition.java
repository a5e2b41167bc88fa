package io.intertwine.net;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Networks composed with affine maps, and networks whose dense layers in a row are multiplied. */
public final class Composition {
    private Composition() {}

    /** f after the map. A first dense layer takes the map in; it gets a bias if it needs one. */
    public static Network before(Network f, AffineMap map) {
        requireSize(map.dimension(), f.inputs());
        List<Layer> layers = new ArrayList<>(f.layers());
        if (layers.get(0) instanceof Layer.Dense first) {
            layers.set(0, before(first, map));
        } else if (!map.isIdentity()) {
            layers.add(0, dense(map));
        }
        return new Network(layers);
    }

    /**
     * The map after f. A last dense layer takes the map in; it gets a bias if it needs one. Permutations pass through last activations.
     * After a last softmax only permutations have a place: they permute the logits.
     *
     * @throws IllegalArgumentException if f ends with a softmax and the map is not a permutation
     */
    public static Network after(Network f, AffineMap map) {
        requireSize(map.dimension(), f.outputs());
        List<Layer> layers = new ArrayList<>(f.layers());
        int last = layers.size() - 1;
        boolean permutation = isPermutation(map);
        if (f.endsWithSoftmax()) {
            if (!permutation) {
                throw new IllegalArgumentException(
                        "after a softmax the output action must be a permutation of the probabilities, found " + map);
            }
            last--;
        }
        while (permutation && last >= 0 && layers.get(last) instanceof Layer.Entrywise units) {
            layers.set(last--, permuted(units, map));
        }
        if (last >= 0 && layers.get(last) instanceof Layer.Dense dense) {
            layers.set(last, after(dense, map));
        } else if (!map.isIdentity()) {
            layers.add(last + 1, dense(map));
        }
        return new Network(layers);
    }

    /** The dense layer after the map. */
    public static Layer.Dense before(Layer.Dense layer, AffineMap map) {
        ExactMatrix weight = layer.weight();
        ExactMatrix moved = map.isMonomial()
                ? ExactMatrix.build(
                        weight.rows(),
                        weight.columns(),
                        (i, j) -> weight.get(i, map.permutation().apply(j))
                                .multiply(map.scales().get(j)))
                : weight.multiply(map.matrix());
        List<Scalar> bias = map.isLinear() ? layer.biases() : sum(layer, weight.multiply(map.shift()));
        return new Layer.Dense(moved, bias);
    }

    private static List<Scalar> sum(Layer.Dense layer, List<Scalar> constants) {
        if (!layer.hasBias() && constants.stream().allMatch(Scalar::isZero)) {
            return List.of();
        }
        return IntStream.range(0, constants.size())
                .mapToObj(i -> constants.get(i).add(layer.bias(i)))
                .toList();
    }

    /** The map after the dense layer. */
    public static Layer.Dense after(Layer.Dense layer, AffineMap map) {
        ExactMatrix weight = layer.weight();
        ExactMatrix moved;
        if (map.isMonomial()) {
            int[] from = map.permutation().inverse().toArray();
            moved = ExactMatrix.build(
                    weight.rows(),
                    weight.columns(),
                    (i, j) -> weight.get(from[i], j).multiply(map.scales().get(from[i])));
        } else {
            moved = map.matrix().multiply(weight);
        }
        if (!layer.hasBias() && map.isLinear()) {
            return new Layer.Dense(moved, List.of());
        }
        List<Scalar> bias =
                IntStream.range(0, layer.outputs()).mapToObj(layer::bias).toList();
        return new Layer.Dense(moved, map.apply(bias));
    }

    /** The same function with dense layers in a row multiplied, so that no two dense layers follow each other. */
    public static Network fused(Network network) {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : network.layers()) {
            int last = layers.size() - 1;
            if (layer instanceof Layer.Dense second && last >= 0 && layers.get(last) instanceof Layer.Dense first) {
                layers.set(last, product(second, first));
            } else {
                layers.add(layer);
            }
        }
        return new Network(layers);
    }

    /**
     * For a network that ends with a softmax, the logits less the first logit: two networks have the same softmax exactly where these
     * agree. Any other network as it is.
     */
    public static Network logitDifferences(Network network) {
        if (!network.endsWithSoftmax()) {
            return network;
        }
        int last = network.layers().size() - 1;
        int n = network.outputs();
        Layer.Dense differences =
                new Layer.Dense(ExactMatrix.build(n, n, (i, j) -> i == 0 ? Scalar.ZERO : difference(i, j)), List.of());
        List<Layer> layers = new ArrayList<>(network.layers().subList(0, last));
        if (last > 0 && layers.get(last - 1) instanceof Layer.Dense dense) {
            layers.set(last - 1, product(differences, dense));
        } else {
            layers.add(differences);
        }
        return new Network(layers);
    }

    private static Scalar difference(int row, int column) {
        Scalar diagonal = row == column ? Scalar.ONE : Scalar.ZERO;
        return column == 0 ? diagonal.subtract(Scalar.ONE) : diagonal;
    }

    private static Layer.Dense product(Layer.Dense second, Layer.Dense first) {
        ExactMatrix weight = second.weight().multiply(first.weight());
        List<Scalar> constants = first.hasBias()
                ? second.weight().multiply(first.biases())
                : Collections.nCopies(second.outputs(), Scalar.ZERO);
        return new Layer.Dense(weight, sum(second, constants));
    }

    private static Layer.Dense dense(AffineMap map) {
        return new Layer.Dense(map.matrix(), map.isLinear() ? List.of() : map.shift());
    }

    private static Layer.Entrywise permuted(Layer.Entrywise layer, AffineMap map) {
        return new Layer.Entrywise(IntStream.of(map.permutation().inverse().toArray())
                .mapToObj(layer.units()::get)
                .toList());
    }

    private static boolean isPermutation(AffineMap map) {
        return map.isMonomial() && map.isLinear() && map.scales().stream().allMatch(Scalar::isOne);
    }

    private static void requireSize(int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(
                    "expected an affine map of " + expected + " numbers, found one of " + found);
        }
    }
}
