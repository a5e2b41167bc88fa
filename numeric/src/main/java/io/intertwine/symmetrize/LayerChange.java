package io.intertwine.symmetrize;

import io.intertwine.lift.Doubles;
import io.intertwine.net.Layer;
import java.util.Arrays;

/**
 * What became of a dense layer.
 *
 * @param place its place among the layers of the network
 * @param distance the Frobenius norm of the change of (W, b), relative to that of (W, b); dimensionless, 0 where nothing changed, and at
 *     most 1 but for rounding where permutations and signs act. Biases are taken about the centres of reflections
 * @param largest the largest change of a weight or bias, in absolute value, in the units of the weights
 * @param parameters the number of weights and biases
 * @param free the dimension of the space of layers that are equivariant for the actions
 */
public record LayerChange(int place, double distance, double largest, long parameters, long free) {
    /**
     * The distance to expect of weights that have nothing to do with the actions: the root of the mean squared distance of independent
     * normal numbers from a subspace of this dimension, sqrt(1 - free / parameters). A search that picks the best of many actions comes
     * somewhat lower, the more so the fewer weights there are.
     */
    public double unrelated() {
        return Math.sqrt(Math.max(0, 1 - (double) free / parameters));
    }

    /**
     * Compares two layers of the same sizes.
     *
     * @param logits whether a softmax follows: then what is common to all rows is left out on both sides, because it changes nothing
     */
    static LayerChange of(int place, CentredLayer before, CentredLayer after, boolean logits, long free) {
        Layer.Dense layer = before.layer();
        double change = 0;
        double norm = 0;
        double largest = 0;
        double[] old = new double[layer.outputs()];
        double[] difference = new double[layer.outputs()];
        for (int j = 0; j <= layer.inputs(); j++) {
            for (int i = 0; i < old.length; i++) {
                old[i] = before.entry(i, j);
                difference[i] = after.entry(i, j) - old[i];
                largest = Math.max(largest, Math.abs(number(after.layer(), i, j) - number(layer, i, j)));
            }
            double common = logits ? Arrays.stream(old).average().orElse(0) : 0;
            double shift = logits ? Arrays.stream(difference).average().orElse(0) : 0;
            for (int i = 0; i < old.length; i++) {
                // squares of very large or very small weights would be infinite or 0
                change = Math.hypot(change, difference[i] - shift);
                norm = Math.hypot(norm, old[i] - common);
            }
        }
        long parameters =
                (long) layer.inputs() * layer.outputs() + layer.biases().size();
        return new LayerChange(place, change == 0 ? 0 : change / norm, largest, parameters, free);
    }

    /** A weight, or behind the last column the bias. */
    private static double number(Layer.Dense layer, int i, int j) {
        return j < layer.inputs() ? Doubles.nearest(layer.weight(), i, j) : Doubles.nearest(layer.bias(i));
    }
}
