package io.intertwine.symmetrize;

import io.intertwine.lift.Doubles;
import io.intertwine.net.Layer;

/**
 * What became of a dense layer.
 *
 * @param place its place among the layers of the network
 * @param distance the Frobenius norm of the change of (W, b), relative to that of (W, b); dimensionless, 0 where nothing changed
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

    static LayerChange of(int place, Layer.Dense before, Layer.Dense after, long free) {
        double change = 0;
        double norm = 0;
        double largest = 0;
        for (int i = 0; i < before.outputs(); i++) {
            double[] old = Doubles.nearestRow(before.weight(), i);
            double[] now = Doubles.nearestRow(after.weight(), i);
            for (int j = 0; j <= old.length; j++) {
                double entry = j < old.length ? old[j] : Doubles.nearest(before.bias(i));
                double difference = (j < old.length ? now[j] : Doubles.nearest(after.bias(i))) - entry;
                change = Math.hypot(change, difference);
                norm = Math.hypot(norm, entry);
                largest = Math.max(largest, Math.abs(difference));
            }
        }
        long parameters = (long) before.inputs() * before.outputs() + before.biases().size();
        return new LayerChange(place, change == 0 ? 0 : change / norm, largest, parameters, free);
    }
}
