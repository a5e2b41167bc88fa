package io.intertwine.find;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Closure;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.AffineTuples;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The average of rho_L(g) f(rho_0(g)^-1 x) over a finite group as one network: |G| copies of every hidden layer, block by block. It is
 * layerwise equivariant, because the group permutes the copies, and equal to f where f is equivariant.
 */
final class Averaging {
    private static final long MOST_WEIGHTS = 4_000_000;
    private static final int MOST_ELEMENTS = 1_000;

    private final List<List<AffineMap>> group;

    private Averaging(List<List<AffineMap>> group) {
        this.group = group;
    }

    /** The average; empty if the group is too large, or the network does not begin and end with dense layers. */
    static Optional<Network> of(Network network, Symmetry symmetry) {
        List<Layer> layers = network.layers();
        boolean dense = layers.get(0) instanceof Layer.Dense
                && layers.get(layers.size() - 1) instanceof Layer.Dense
                && layers.size() > 1;
        if (!dense || symmetry.group().generators().isEmpty()) {
            return Optional.empty();
        }
        List<List<AffineMap>> pairs = IntStream.range(
                        0, symmetry.group().generators().size())
                .mapToObj(g -> List.of(
                        symmetry.input().images().get(g),
                        symmetry.output().images().get(g)))
                .toList();
        return Closure.tryOf(AffineTuples.of(pairs.get(0)), pairs, MOST_ELEMENTS)
                .filter(group -> network.weights()
                                * group.elements().size()
                                * group.elements().size()
                        < MOST_WEIGHTS)
                .map(group -> new Averaging(group.elements()).average(layers));
    }

    private Network average(List<Layer> layers) {
        List<Layer> result = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Layer.Entrywise units) {
                result.add(new Layer.Entrywise(Collections.nCopies(group.size(), units.units()).stream()
                        .flatMap(List::stream)
                        .toList()));
            } else if (layers.get(i) instanceof Layer.Dense dense) {
                result.add(i == 0 ? first(dense) : i == layers.size() - 1 ? last(dense) : inner(dense));
            }
        }
        return new Network(result);
    }

    private Layer.Dense first(Layer.Dense dense) {
        List<Layer.Dense> moved = group.stream()
                .map(element -> Composition.before(dense, element.get(0).inverse()))
                .toList();
        int width = dense.outputs();
        boolean biased = moved.stream().anyMatch(Layer.Dense::hasBias);
        return new Layer.Dense(
                ExactMatrix.build(
                        width * moved.size(),
                        dense.inputs(),
                        (i, j) -> moved.get(i / width).weight().get(i % width, j)),
                biased
                        ? IntStream.range(0, width * moved.size())
                                .mapToObj(i -> moved.get(i / width).bias(i % width))
                                .toList()
                        : List.of());
    }

    private Layer.Dense inner(Layer.Dense dense) {
        int rows = dense.outputs();
        int columns = dense.inputs();
        return new Layer.Dense(
                ExactMatrix.build(
                        rows * group.size(),
                        columns * group.size(),
                        (i, j) -> i / rows == j / columns ? dense.weight().get(i % rows, j % columns) : Scalar.ZERO),
                Collections.nCopies(group.size(), dense.biases()).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    private Layer.Dense last(Layer.Dense dense) {
        Scalar share = Scalar.of(1, group.size());
        List<Layer.Dense> moved = group.stream()
                .map(element -> Composition.after(dense, element.get(1)))
                .toList();
        int width = dense.inputs();
        boolean biased = moved.stream().anyMatch(Layer.Dense::hasBias);
        return new Layer.Dense(
                ExactMatrix.build(
                        dense.outputs(),
                        width * moved.size(),
                        (i, j) ->
                                moved.get(j / width).weight().get(i, j % width).multiply(share)),
                biased
                        ? IntStream.range(0, dense.outputs())
                                .mapToObj(i -> moved.stream()
                                        .map(layer -> layer.bias(i))
                                        .reduce(Scalar.ZERO, Scalar::add)
                                        .multiply(share))
                                .toList()
                        : List.of());
    }
}
