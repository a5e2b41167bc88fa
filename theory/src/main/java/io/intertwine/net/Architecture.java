package io.intertwine.net;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A family of networks: the layers without weights. Its parameters are ordered by dense layers, in each by rows, and in each row the
 * weights before the bias, as in {@link ParameterDerivatives}.
 *
 * @param layers the layers; each reads the space that the one before it writes, a softmax can only be the last one; identity
 *     activations are left out
 */
public record Architecture(List<LayerShape> layers) {
    public Architecture {
        layers = layers.stream().filter(layer -> !isIdentity(layer)).toList();
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("an architecture needs at least one layer that is not the identity");
        }
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i).inputs() != layers.get(i - 1).outputs()) {
                throw new IllegalArgumentException(
                        "layer " + i + " reads " + layers.get(i).inputs() + " numbers, but layer " + (i - 1)
                                + " writes " + layers.get(i - 1).outputs());
            }
            if (layers.get(i - 1) instanceof Layer.Softmax) {
                throw new IllegalArgumentException(
                        "layer " + (i - 1) + " is a softmax; a softmax can only be the last layer");
            }
        }
    }

    /** Whether all units of an activation layer are the identity. */
    static boolean isIdentity(Object layer) {
        return layer instanceof Layer.Entrywise units
                && units.units().stream().allMatch(Activations.identity()::equals);
    }

    /** The architecture of a network. */
    public static Architecture of(Network network) {
        List<LayerShape> shapes = new ArrayList<>();
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense dense) {
                shapes.add(new LayerShape.Dense(dense.inputs(), dense.outputs(), dense.hasBias()));
            } else {
                shapes.add((LayerShape) layer);
            }
        }
        return new Architecture(shapes);
    }

    /**
     * Dense layers with activations between them.
     *
     * @param widths d_0, ..., d_L, at least two of them
     * @param activations one for all hidden layers, or one for each
     * @param bias whether every dense layer has a bias
     */
    public static Architecture ofWidths(List<Integer> widths, List<Activation> activations, boolean bias) {
        int hidden = widths.size() - 2;
        if (hidden < 0) {
            throw new IllegalArgumentException(
                    "expected at least two widths, of the input and the output, found " + widths);
        }
        if (activations.size() != hidden && activations.size() != 1 && hidden > 0) {
            throw new IllegalArgumentException("expected one activation, or one for each of " + hidden
                    + " hidden layers, found " + activations.size());
        }
        List<LayerShape> shapes = new ArrayList<>();
        for (int i = 1; i < widths.size(); i++) {
            shapes.add(new LayerShape.Dense(widths.get(i - 1), widths.get(i), bias));
            if (i < widths.size() - 1) {
                shapes.add(Layer.Entrywise.of(activations.get(Math.min(i, activations.size()) - 1), widths.get(i)));
            }
        }
        return new Architecture(shapes);
    }

    /** The dimension of the input space. */
    public int inputs() {
        return layers.get(0).inputs();
    }

    /** The dimension of the output space. */
    public int outputs() {
        return layers.get(layers.size() - 1).outputs();
    }

    /** D, the number of weights and biases. */
    public long parameters() {
        return layers.stream().mapToLong(LayerShape::parameters).sum();
    }

    /** Whether the last layer is a softmax. */
    public boolean endsWithSoftmax() {
        return layers.get(layers.size() - 1) instanceof Layer.Softmax;
    }

    /** The places of the dense layers among the layers, ascending. */
    public List<Integer> densePlaces() {
        return IntStream.range(0, layers.size())
                .filter(i -> layers.get(i) instanceof LayerShape.Dense)
                .boxed()
                .toList();
    }
}
