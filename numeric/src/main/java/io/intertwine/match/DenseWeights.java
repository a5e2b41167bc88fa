package io.intertwine.match;

import io.intertwine.net.Layer;
import io.intertwine.tensor.DoubleMatrix;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The weights and biases of a dense layer in doubles, row by row; a missing bias counts as zeros. Never changed after it is made. */
final class DenseWeights {
    /** Stands in for the largest weight of a layer whose weights are all zero. */
    private static final double SMALLEST_SCALE = Double.MIN_NORMAL;

    private final int rows;
    private final int columns;
    private final double[] weight;
    private final double[] bias;

    private DenseWeights(int rows, int columns, double[] weight, double[] bias) {
        this.rows = rows;
        this.columns = columns;
        this.weight = weight;
        this.bias = bias;
    }

    static DenseWeights of(Layer.Dense layer) {
        double[] bias = new double[layer.outputs()];
        Arrays.setAll(bias, i -> Rounded.from(layer.bias(i)));
        return new DenseWeights(layer.outputs(), layer.inputs(), Rounded.from(layer.weight()), bias);
    }

    /** The layer that only copies. */
    static DenseWeights identity(int n) {
        double[] weight = new double[n * n];
        for (int i = 0; i < n; i++) {
            weight[i * n + i] = 1;
        }
        return new DenseWeights(n, n, weight, new double[n]);
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** The weights as a matrix that is not to be written to. */
    DoubleMatrix matrix() {
        return DoubleMatrix.of(rows, columns, weight);
    }

    double weight(int i, int j) {
        return weight[i * columns + j];
    }

    double bias(int i) {
        return bias[i];
    }

    /** W x + b. */
    double[] apply(double[] x) {
        double[] result = bias.clone();
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum += weight[i * columns + j] * x[j];
            }
            result[i] += sum;
        }
        return result;
    }

    /** The layer after a map of its input space: weights W A, biases W u + b. */
    DenseWeights moved(FloatingMap source) {
        double[] shift = new double[columns];
        Arrays.setAll(shift, source::shift);
        double[] movedBias = source.isLinear() ? bias : apply(shift);
        double[] moved = source.isMonomial() ? movedByMonomial(source) : movedByMatrix(source);
        return new DenseWeights(rows, columns, moved, movedBias);
    }

    private double[] movedByMonomial(FloatingMap source) {
        int[] from = source.permutation().toArray();
        double[] result = new double[weight.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result[i * columns + j] = weight[i * columns + from[j]] * source.scale(j);
            }
        }
        return result;
    }

    private double[] movedByMatrix(FloatingMap source) {
        double[] result = new double[weight.length];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                double factor = weight[i * columns + k];
                for (int j = 0; j < columns && factor != 0; j++) {
                    result[i * columns + j] += factor * source.entry(k, j);
                }
            }
        }
        return result;
    }

    /** The layer followed by a map of its output space: weights A W, biases A b + u. */
    DenseWeights followedBy(FloatingMap target) {
        double[] result = new double[weight.length];
        if (target.isMonomial()) {
            for (int i = 0; i < rows; i++) {
                int image = target.permutation().apply(i);
                for (int j = 0; j < columns; j++) {
                    result[image * columns + j] = target.scale(i) * weight[i * columns + j];
                }
            }
            return new DenseWeights(rows, columns, result, target.apply(bias));
        }
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < rows; k++) {
                double factor = target.entry(i, k);
                for (int j = 0; j < columns && factor != 0; j++) {
                    result[i * columns + j] += factor * weight[k * columns + j];
                }
            }
        }
        return new DenseWeights(rows, columns, result, target.apply(bias));
    }

    /** The layer with column j multiplied by factors[j]. */
    DenseWeights withScaledColumns(double[] factors) {
        double[] result = weight.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] *= factors[i % columns];
        }
        return new DenseWeights(rows, columns, result, bias);
    }

    /** The layer with row i and its bias divided by divisors[i]. */
    DenseWeights withDividedRows(double[] divisors) {
        double[] result = weight.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] /= divisors[i / columns];
        }
        double[] newBias = bias.clone();
        Arrays.setAll(newBias, i -> bias[i] / divisors[i]);
        return new DenseWeights(rows, columns, result, newBias);
    }

    /** The Euclidean norm of row i with its bias. */
    double rowNorm(int i) {
        double sum = bias[i] * bias[i];
        for (int j = 0; j < columns; j++) {
            sum += weight(i, j) * weight(i, j);
        }
        return Math.sqrt(sum);
    }

    /** The largest weight of column j in absolute value. */
    double columnSize(int j) {
        double largest = 0;
        for (int i = 0; i < rows; i++) {
            largest = Math.max(largest, Math.abs(weight(i, j)));
        }
        return largest;
    }

    /** What residuals of weights are divided by: the largest weight in absolute value. */
    double weightScale() {
        return Math.max(SMALLEST_SCALE, largest(weight));
    }

    /** What residuals of biases are divided by: the largest weight or bias in absolute value. */
    double biasScale() {
        return Math.max(weightScale(), largest(bias));
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    /** The largest difference of two layers of this shape: of weights and of biases, each relative to this layer's scale. */
    double relativeDistance(DenseWeights left, DenseWeights right) {
        double weights = largestDifference(left.weight, right.weight) / weightScale();
        return Math.max(weights, largestDifference(left.bias, right.bias) / biasScale());
    }

    /** NaN if an entry is. */
    private static double largestDifference(double[] left, double[] right) {
        double largest = 0;
        for (int i = 0; i < left.length; i++) {
            largest = Math.max(largest, Math.abs(left[i] - right[i]));
        }
        return largest;
    }

    /** As {@link #relativeDistance}, up to adding the same row to all rows of one layer. */
    double relativeDistanceModuloOnes(DenseWeights left, DenseWeights right) {
        double distance = 0;
        for (int j = 0; j < columns; j++) {
            int column = j;
            double[] differences = differences(i -> left.weight(i, column) - right.weight(i, column));
            distance = Math.max(distance, halfRange(differences) / weightScale());
        }
        return Math.max(distance, halfRange(differences(i -> left.bias[i] - right.bias[i])) / biasScale());
    }

    private double[] differences(IntToDoubleFunction entry) {
        return IntStream.range(0, rows).mapToDouble(entry).toArray();
    }

    /** The largest distance from the number that is nearest to all; NaN if an entry is. */
    private static double halfRange(double[] values) {
        double largest = Double.NEGATIVE_INFINITY;
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : values) {
            largest = Math.max(largest, value);
            smallest = Math.min(smallest, value);
        }
        return (largest - smallest) / 2;
    }
}
