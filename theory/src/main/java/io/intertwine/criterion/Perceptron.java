package io.intertwine.criterion;

import io.intertwine.activation.Activation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network of dense layers with one activation layer between any two: dense, units, dense, ..., units, dense. Hidden layer i, from 1
 * on, has the rows of dense layer i and the outgoing columns of dense layer i + 1.
 *
 * @param dense the dense layers, at least two
 * @param units the activation layers, one fewer
 */
record Perceptron(List<Layer.Dense> dense, List<Layer.Entrywise> units) {
    Perceptron {
        dense = List.copyOf(dense);
        units = List.copyOf(units);
    }

    /** The network in this form; empty if it has another one, or no hidden layer. */
    static Optional<Perceptron> of(Network network) {
        List<Layer.Dense> dense = new ArrayList<>();
        List<Layer.Entrywise> units = new ArrayList<>();
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense next && dense.size() == units.size()) {
                dense.add(next);
            } else if (layer instanceof Layer.Entrywise next && dense.size() == units.size() + 1) {
                units.add(next);
            } else {
                return Optional.empty();
            }
        }
        boolean complete = !units.isEmpty() && dense.size() == units.size() + 1;
        return complete ? Optional.of(new Perceptron(dense, units)) : Optional.empty();
    }

    /** The network in this form. Throws IllegalArgumentException if it has another one. */
    static Perceptron require(Network network) {
        return of(network)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected dense layers with one activation layer between any two, found " + network));
    }

    /** The number of hidden layers. */
    int depth() {
        return units.size();
    }

    /** The activation of all hidden units, if they have the same. */
    Optional<Activation> activation() {
        Optional<Activation> first = units.get(0).uniform();
        return first.filter(
                known -> units.stream().allMatch(layer -> layer.units().stream().allMatch(known::equals)));
    }

    /** The family of the activation of all hidden units ({@link Names#family}); empty text if they differ. */
    String family() {
        return activation().map(Names::family).orElse("");
    }

    /** The width of the widest hidden layer. */
    int largestWidth() {
        return units.stream().mapToInt(Layer.Entrywise::inputs).max().orElseThrow();
    }

    /** The dense layer before the only hidden layer, or the first one. */
    Layer.Dense first() {
        return dense.get(0);
    }

    /** The last dense layer. */
    Layer.Dense last() {
        return dense.get(dense.size() - 1);
    }

    /** The name of hidden layer {@code layer}, counted from 0 here and from 1 in texts. */
    String hidden(int layer) {
        return depth() == 1 ? "the hidden layer" : "hidden layer " + (layer + 1);
    }
}
