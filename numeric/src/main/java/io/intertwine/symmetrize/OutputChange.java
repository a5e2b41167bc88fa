package io.intertwine.symmetrize;

import io.intertwine.match.FloatingNetwork;
import io.intertwine.net.Network;
import io.intertwine.tensor.DoubleMatrix;
import java.util.Arrays;

/**
 * How far the outputs of two networks are apart at inputs, in doubles.
 *
 * @param inputs the number of inputs
 * @param relative sqrt(sum |f'(x) - f(x)|^2 / sum |f(x)|^2), Euclidean, over all inputs; dimensionless; NaN where a value is not finite
 * @param largest the largest |f'(x) - f(x)| at an input, relative to the root mean square of |f(x)|
 */
public record OutputChange(int inputs, double relative, double largest) {
    /** How many inputs are evaluated at a time. */
    private static final int CHUNK = 1024;

    /**
     * Compares two networks.
     *
     * @param before f
     * @param after f'
     * @param inputs one input in each row
     * @throws IllegalArgumentException if there is no input, the sizes do not fit, or a weight is too large for a double
     */
    public static OutputChange between(Network before, Network after, DoubleMatrix inputs) {
        if (inputs.rows() < 1 || before.outputs() != after.outputs()) {
            throw new IllegalArgumentException("expected at least one input and networks with as many outputs, found "
                    + inputs.rows() + " inputs, " + before.outputs() + " and " + after.outputs() + " outputs");
        }
        FloatingNetwork first = new FloatingNetwork(before);
        FloatingNetwork second = new FloatingNetwork(after);
        double changes = 0;
        double values = 0;
        double largest = 0;
        for (int from = 0; from < inputs.rows(); from += CHUNK) {
            int to = Math.min(inputs.rows(), from + CHUNK);
            DoubleMatrix part = DoubleMatrix.of(
                    to - from,
                    inputs.columns(),
                    Arrays.copyOfRange(inputs.entries(), from * inputs.columns(), to * inputs.columns()));
            DoubleMatrix left = first.apply(part);
            DoubleMatrix right = second.apply(part);
            for (int i = 0; i < part.rows(); i++) {
                double change = 0;
                for (int k = 0; k < left.columns(); k++) {
                    values = Math.hypot(values, left.get(i, k));
                    change = Math.hypot(change, right.get(i, k) - left.get(i, k));
                }
                changes = Math.hypot(changes, change);
                largest = Math.max(largest, change);
            }
        }
        return new OutputChange(
                inputs.rows(),
                changes == 0 ? 0 : changes / values,
                largest == 0 ? 0 : largest / values * Math.sqrt(inputs.rows()));
    }
}
