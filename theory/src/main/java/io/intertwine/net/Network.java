package io.intertwine.net;

import java.util.List;

/**
 * A network at its parameters: the composition of its layers, the first layer first. It denotes a function over the reals, not its
 * floating-point execution.
 *
 * @param layers the layers; each reads the space that the one before it writes, a softmax can only be the last one; identity
 *     activations are left out, so that dense layers on both sides of one follow each other directly
 */
public record Network(List<Layer> layers) {
    public Network {
        layers =
                layers.stream().filter(layer -> !Architecture.isIdentity(layer)).toList();
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one layer that is not the identity");
        }
        for (int i = 0; i < layers.size(); i++) {
            if (i > 0 && layers.get(i).inputs() != layers.get(i - 1).outputs()) {
                throw new IllegalArgumentException(
                        "layer " + i + " reads " + layers.get(i).inputs() + " numbers, but layer " + (i - 1)
                                + " writes " + layers.get(i - 1).outputs());
            }
            if (layers.get(i) instanceof Layer.Softmax && i < layers.size() - 1) {
                throw new IllegalArgumentException(
                        "layer " + i + " is a softmax; a softmax can only be the last layer");
            }
        }
    }

    /** The dimension of the input space. */
    public int inputs() {
        return layers.get(0).inputs();
    }

    /** The dimension of the output space. */
    public int outputs() {
        return layers.get(layers.size() - 1).outputs();
    }

    /** The number of entries of all weights of dense layers. */
    public long weights() {
        return layers.stream()
                .filter(Layer.Dense.class::isInstance)
                .mapToLong(layer -> (long) layer.inputs() * layer.outputs())
                .sum();
    }

    /** Whether the last layer is a softmax. */
    public boolean endsWithSoftmax() {
        return layers.get(layers.size() - 1) instanceof Layer.Softmax;
    }

    /**
     * Whether the other network is a parameter of the same architecture: the same kinds of layers, widths and activations, and biases in
     * the same places.
     */
    public boolean hasArchitectureOf(Network other) {
        return Architecture.of(this).equals(Architecture.of(other));
    }
}
