package io.intertwine.lift;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Networks whose weights are binary64 numbers. */
public final class NormalWeights {
    private NormalWeights() {}

    /**
     * A network with independent normal weights and biases of mean 0 and variance 1 / inputs, as binary64 numbers.
     *
     * @param random where the numbers come from
     */
    public static Network of(Architecture architecture, SplittableRandom random) {
        List<Layer> layers = new ArrayList<>();
        for (LayerShape shape : architecture.layers()) {
            layers.add(shape instanceof LayerShape.Dense dense ? layer(dense, random) : (Layer) shape);
        }
        return new Network(layers);
    }

    private static Layer.Dense layer(LayerShape.Dense dense, SplittableRandom random) {
        double deviation = 1 / Math.sqrt(dense.inputs());
        long[] bits = new long[Math.multiplyExact(dense.inputs(), dense.outputs())];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToRawLongBits(deviation * random.nextGaussian());
        }
        List<Scalar> biases = new ArrayList<>();
        for (int i = 0; dense.bias() && i < dense.outputs(); i++) {
            biases.add(Scalar.ofBinary64(Double.doubleToRawLongBits(deviation * random.nextGaussian())));
        }
        return new Layer.Dense(ExactMatrix.ofBinary64(dense.outputs(), dense.inputs(), bits), biases);
    }

    /** The network with every weight and bias rounded to the nearest binary64 number, with a relative error of at most 2^-53. */
    public static Network rounded(Network network) {
        return new Network(network.layers().stream()
                .map(layer -> layer instanceof Layer.Dense dense ? rounded(dense) : layer)
                .toList());
    }

    private static Layer.Dense rounded(Layer.Dense dense) {
        ExactMatrix weight = dense.weight();
        return new Layer.Dense(
                ExactMatrix.build(weight.rows(), weight.columns(), (i, j) -> nearest(weight.get(i, j))),
                dense.biases().stream().map(NormalWeights::nearest).toList());
    }

    private static Scalar nearest(Scalar number) {
        return Scalar.ofBinary64(number.nearestBinary64Bits());
    }
}
