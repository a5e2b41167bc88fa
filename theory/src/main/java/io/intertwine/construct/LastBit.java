package io.intertwine.construct;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;

/** The smallest change of a network's parameters: the last bit of one weight. */
public final class LastBit {
    private LastBit() {}

    /**
     * The network with the last bit of the largest weight of one unit changed.
     *
     * @param network a network whose weights in this layer are binary64 numbers
     * @param layer the index of a dense layer in the network's list of layers
     * @param unit a unit that this layer writes, not all of whose weights are zero
     */
    public static Network flip(Network network, int layer, int unit) {
        Layer.Dense dense = (Layer.Dense) network.layers().get(layer);
        ExactMatrix weight = dense.weight();
        int input = largest(weight.row(unit));
        Scalar changed = Scalar.ofBinary64(weight.bits(unit, input) ^ 1L);
        List<Layer> layers = new ArrayList<>(network.layers());
        ExactMatrix other = ExactMatrix.build(
                weight.rows(), weight.columns(), (i, j) -> i == unit && j == input ? changed : weight.get(i, j));
        layers.set(layer, new Layer.Dense(other, dense.biases()));
        return new Network(layers);
    }

    private static int largest(List<Scalar> weights) {
        int largest = 0;
        for (int j = 1; j < weights.size(); j++) {
            largest = weights.get(j).abs().compareTo(weights.get(largest).abs()) > 0 ? j : largest;
        }
        if (weights.get(largest).isZero()) {
            throw new IllegalArgumentException("all weights of the unit are zero");
        }
        return largest;
    }
}
