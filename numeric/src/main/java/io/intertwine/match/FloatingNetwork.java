package io.intertwine.match;

import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A network evaluated in doubles; its weights are rounded to the nearest double. At one point, or at many at once, one in each row of a
 * matrix; then a dense layer is a product of matrices, whose sums are added in another order. Values may overflow or be no numbers:
 * nothing is refused and nothing is left out.
 */
public final class FloatingNetwork {
    private final int inputs;
    private final List<Step> steps = new ArrayList<>();

    private interface Step {
        double[] apply(double[] x);

        /** The values at all rows. */
        DoubleMatrix applyToRows(DoubleMatrix x);
    }

    /** Throws IllegalArgumentException if a weight is too large for a double. */
    public FloatingNetwork(Network network) {
        inputs = network.inputs();
        for (Layer layer : network.layers()) {
            steps.add(step(layer));
        }
    }

    private static Step step(Layer layer) {
        if (layer instanceof Layer.Dense dense) {
            return new Dense(DenseWeights.of(dense));
        }
        if (layer instanceof Layer.Entrywise entrywise) {
            return new Entrywise(
                    entrywise.units().stream().map(UnitFunctions::of).toList());
        }
        return new Softmax();
    }

    private static final class Dense implements Step {
        private final DenseWeights weights;

        Dense(DenseWeights weights) {
            this.weights = weights;
        }

        @Override
        public double[] apply(double[] x) {
            return weights.apply(x);
        }

        @Override
        public DoubleMatrix applyToRows(DoubleMatrix x) {
            DoubleMatrix result = x.timesTransposeOf(weights.matrix());
            double[] entries = result.entries();
            for (int i = 0; i < entries.length; i++) {
                entries[i] += weights.bias(i % weights.rows());
            }
            return result;
        }
    }

    private static final class Entrywise implements Step {
        private final List<DoubleUnaryOperator> units;

        Entrywise(List<DoubleUnaryOperator> units) {
            this.units = units;
        }

        @Override
        public double[] apply(double[] x) {
            double[] result = new double[x.length];
            Arrays.setAll(result, i -> units.get(i % units.size()).applyAsDouble(x[i]));
            return result;
        }

        @Override
        public DoubleMatrix applyToRows(DoubleMatrix x) {
            return DoubleMatrix.of(x.rows(), x.columns(), apply(x.entries()));
        }
    }

    private static final class Softmax implements Step {
        @Override
        public double[] apply(double[] logits) {
            double largest = Arrays.stream(logits).max().orElse(0);
            double[] weights =
                    Arrays.stream(logits).map(x -> Math.exp(x - largest)).toArray();
            double sum = Arrays.stream(weights).sum();
            return Arrays.stream(weights).map(x -> x / sum).toArray();
        }

        @Override
        public DoubleMatrix applyToRows(DoubleMatrix x) {
            DoubleMatrix result = DoubleMatrix.zeros(x.rows(), x.columns());
            for (int i = 0; i < x.rows(); i++) {
                System.arraycopy(apply(x.row(i)), 0, result.entries(), i * x.columns(), x.columns());
            }
            return result;
        }
    }

    /** The number of inputs. */
    public int inputs() {
        return inputs;
    }

    /** The number of layers, activations among them. */
    public int layers() {
        return steps.size();
    }

    /** The value at a point; entries may overflow or be no numbers. Refuses a point with another number of coordinates. */
    public double[] apply(double[] point) {
        requireInputs(point.length);
        double[] x = point;
        for (Step step : steps) {
            x = step.apply(x);
        }
        return x;
    }

    /**
     * The values at many points: one point in each row, and its value in the same row of the result.
     *
     * @throws IllegalArgumentException if there are not as many columns as inputs
     */
    public DoubleMatrix apply(DoubleMatrix points) {
        requireInputs(points.columns());
        return through(0, steps.size(), points);
    }

    /**
     * Sends values through some of the layers: from the space before layer {@code from} to the space before layer {@code to}, counted
     * from 0, one point in each row.
     *
     * @throws IllegalArgumentException if there are no such layers, or the number of columns does not fit the first of them
     */
    public DoubleMatrix through(int from, int to, DoubleMatrix values) {
        if (from < 0 || to < from || to > steps.size()) {
            throw new IllegalArgumentException(
                    "expected layers within 0 to " + steps.size() + ", found " + from + " to " + to);
        }
        DoubleMatrix x = values;
        for (Step step : steps.subList(from, to)) {
            x = step.applyToRows(x);
        }
        return x;
    }

    /**
     * The values behind every layer, in order, one point in each row: all of them are kept in memory.
     *
     * @throws IllegalArgumentException if there are not as many columns as inputs
     */
    public List<DoubleMatrix> values(DoubleMatrix points) {
        requireInputs(points.columns());
        List<DoubleMatrix> values = new ArrayList<>();
        DoubleMatrix x = points;
        for (Step step : steps) {
            x = step.applyToRows(x);
            values.add(x);
        }
        return values;
    }

    private void requireInputs(int found) {
        if (found != inputs) {
            throw new IllegalArgumentException("expected points of " + inputs + " coordinates, found " + found);
        }
    }
}
