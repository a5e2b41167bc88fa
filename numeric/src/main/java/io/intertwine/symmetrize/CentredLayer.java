package io.intertwine.symmetrize;

import io.intertwine.exact.Scalar;
import io.intertwine.lift.Doubles;
import io.intertwine.net.Layer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A dense layer written about fixed points u and w of the actions on both sides, F(x) = w + c + W (x - u), so that the actions are linear
 * on (W, c), rounded to doubles. Where the actions are linear c is the bias.
 */
final class CentredLayer {
    private final Layer.Dense layer;
    private final double[] constants;

    private CentredLayer(Layer.Dense layer, double[] constants) {
        this.layer = layer;
        this.constants = constants;
    }

    /** A layer about the origins. */
    static CentredLayer of(Layer.Dense layer) {
        return new CentredLayer(
                layer,
                IntStream.range(0, layer.outputs())
                        .mapToDouble(i -> Doubles.nearest(layer.bias(i)))
                        .toArray());
    }

    /**
     * A layer about points.
     *
     * @param from u, a number for each input
     * @param to w, a number for each output
     */
    static CentredLayer of(Layer.Dense layer, List<Scalar> from, List<Scalar> to) {
        if (from.stream().allMatch(Scalar::isZero) && to.stream().allMatch(Scalar::isZero)) {
            return of(layer);
        }
        List<Scalar> moved = layer.weight().multiply(from);
        return new CentredLayer(
                layer,
                IntStream.range(0, layer.outputs())
                        .mapToDouble(i ->
                                Doubles.nearest(layer.bias(i).add(moved.get(i)).subtract(to.get(i))))
                        .toArray());
    }

    Layer.Dense layer() {
        return layer;
    }

    /** A weight, or behind the last column the constant c. */
    double entry(int i, int j) {
        return j < layer.inputs() ? Doubles.nearest(layer.weight(), i, j) : constants[i];
    }
}
