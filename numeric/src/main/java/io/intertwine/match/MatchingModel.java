package io.intertwine.match;

import io.intertwine.group.FiniteGroup;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The dense layers of a network in coordinates in which every latent action is linear and orthogonal: inputs and outputs as in
 * {@link BoundarySpace}, units about the centres of their reflections. Layer k reads space k and writes space k + 1; the hidden spaces are
 * 1, ..., L - 1. A layer is kept as the matrix (W, b), divided by its largest
 * entry.
 */
final class MatchingModel {
    private final GroupOrbits orbits;
    private final BoundarySpace input;
    private final BoundarySpace output;
    private final boolean moduloOnes;
    private final List<List<UnitKind>> kinds;
    private final List<DoubleMatrix> weights = new ArrayList<>();
    private final List<double[]> biases = new ArrayList<>();
    private final double[] norms;

    /**
     * For the weights of a network.
     *
     * @param orbits the group with its orbits
     * @param input the space that the first dense layer reads
     * @param output the space that the last one writes
     * @param moduloOnes whether outputs count up to adding the same number to all, because a softmax follows
     * @param kinds for every hidden space the kinds of its units
     * @param given the weights
     */
    MatchingModel(
            GroupOrbits orbits,
            BoundarySpace input,
            BoundarySpace output,
            boolean moduloOnes,
            List<List<UnitKind>> kinds,
            GaugedWeights given) {
        this.orbits = orbits;
        this.input = input;
        this.output = output;
        this.moduloOnes = moduloOnes;
        this.kinds = kinds.stream().map(List::copyOf).toList();
        this.norms = new double[given.weights().size()];
        for (int layer = 0; layer < norms.length; layer++) {
            add(layer, given);
        }
    }

    /** The same spaces and units with other weights. */
    MatchingModel with(GaugedWeights other) {
        return new MatchingModel(orbits, input, output, moduloOnes, kinds, other);
    }

    /** The same weights with another action on the inputs. */
    MatchingModel with(BoundarySpace otherInput, GaugedWeights given) {
        return new MatchingModel(orbits, otherInput, output, moduloOnes, kinds, given);
    }

    private void add(int layer, GaugedWeights given) {
        DoubleMatrix weight = given.weights().get(layer);
        double[] bias = given.biases().get(layer).entries().clone();
        double[] before = layer == 0 ? input.centre() : centres(layer, true);
        boolean last = layer == norms.length - 1;
        double[] behind = last ? output.centre() : centres(layer + 1, false);
        for (int i = 0; i < bias.length; i++) {
            for (int j = 0; j < before.length; j++) {
                bias[i] += weight.get(i, j) * before[j];
            }
            bias[i] -= behind[i];
        }
        DoubleMatrix column = DoubleMatrix.of(bias.length, 1, bias);
        if (last && moduloOnes) {
            weight = withoutMean(weight);
            column = withoutMean(column);
        }
        weight = layer == 0 ? input.read(weight) : weight;
        weight = last ? output.written(weight) : weight;
        column = last ? output.written(column) : column;
        // Only relative sizes count; squares of numbers near the ends of the doubles would overflow or vanish.
        double largest = Math.max(largest(weight), largest(column));
        weight = divided(weight, largest);
        column = divided(column, largest);
        weights.add(weight);
        biases.add(column.entries());
        norms[layer] = Math.hypot(weight.frobeniusNorm(), column.frobeniusNorm());
    }

    private static double largest(DoubleMatrix matrix) {
        return Arrays.stream(matrix.entries()).map(Math::abs).max().orElse(0);
    }

    private static DoubleMatrix divided(DoubleMatrix matrix, double divisor) {
        if (divisor == 0) {
            return matrix;
        }
        double[] entries = matrix.entries().clone();
        Arrays.setAll(entries, k -> entries[k] / divisor);
        return DoubleMatrix.of(matrix.rows(), matrix.columns(), entries);
    }

    private double[] centres(int space, boolean behind) {
        List<UnitKind> units = kinds.get(space - 1);
        double[] result = new double
                [units.stream().mapToInt(kind -> kind.members().size()).sum()];
        for (UnitKind kind : units) {
            double centre = behind ? kind.stack().centreBehind() : kind.stack().centreBefore();
            kind.members().forEach(unit -> result[unit] = centre);
        }
        return result;
    }

    private static DoubleMatrix withoutMean(DoubleMatrix matrix) {
        DoubleMatrix result = DoubleMatrix.zeros(matrix.rows(), matrix.columns());
        for (int j = 0; j < matrix.columns(); j++) {
            double mean = 0;
            for (int i = 0; i < matrix.rows(); i++) {
                mean += matrix.get(i, j) / matrix.rows();
            }
            for (int i = 0; i < matrix.rows(); i++) {
                result.set(i, j, matrix.get(i, j) - mean);
            }
        }
        return result;
    }

    FiniteGroup group() {
        return orbits.group();
    }

    GroupOrbits orbits() {
        return orbits;
    }

    /** The number of dense layers L. */
    int layers() {
        return norms.length;
    }

    /** The number of units of hidden space 1, ..., L - 1. */
    int units(int space) {
        return weights.get(space - 1).rows();
    }

    List<UnitKind> kinds(int space) {
        return kinds.get(space - 1);
    }

    GroupAction inputAction() {
        return input.action();
    }

    GroupAction outputAction() {
        return output.action();
    }

    DoubleMatrix weight(int layer) {
        return weights.get(layer);
    }

    /** A copy of the biases. */
    double[] bias(int layer) {
        return Arrays.copyOf(biases.get(layer), biases.get(layer).length);
    }

    /** The Frobenius norm of (W, b). */
    double norm(int layer) {
        return norms[layer];
    }
}
