package io.intertwine.measure;

import io.intertwine.match.FloatingMap;
import io.intertwine.match.FloatingNetwork;
import io.intertwine.match.Tolerance;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far a network is from being equivariant at given inputs, end to end, in doubles: over each generator rho of the group, and over all
 * of them together. Outputs after a softmax are the probabilities.
 *
 * @param inputs the number of inputs
 * @param scale the root mean square of |f(x)|, Euclidean, over the inputs where it is finite: what errors are divided by
 * @param spread the root mean square distance of f(x) from its mean over the same inputs: far below the scale, the outputs hardly depend
 *     on the input, and a small error says little
 * @param tolerance the error that {@link ErrorSummary#above} compares with
 * @param generators for every generator of the group, in order
 * @param overall of the largest error e(x) over the generators at each input; the relative error is that of all generators together
 */
public record EquivarianceError(
        int inputs,
        double scale,
        double spread,
        Tolerance tolerance,
        List<GeneratorError> generators,
        ErrorSummary overall) {
    /** The confidence of all intervals. */
    public static final double CONFIDENCE = 0.95;

    /** The number of bootstrap samples. */
    public static final int RESAMPLES = 1000;

    /**
     * What one generator does.
     *
     * @param generator its name
     */
    public record GeneratorError(String generator, ErrorSummary error) {}

    public EquivarianceError {
        generators = List.copyOf(generators);
    }

    /**
     * Evaluates a network at inputs and their images.
     *
     * @param inputs one input in each row
     * @param seed of the bootstrap
     * @throws IllegalArgumentException if the symmetry or the inputs have other dimensions than the network, there is no input, or a
     *     weight is too large for a double
     */
    public static EquivarianceError at(
            Network network, Symmetry symmetry, DoubleMatrix inputs, Tolerance tolerance, long seed) {
        requireFit(network, symmetry, inputs);
        List<String> names = symmetry.group().generators();
        Differences all = new Differences(network, symmetry, inputs.rows());
        Parts.forEach(inputs, all::add);
        List<GeneratorError> generators = new ArrayList<>();
        for (int g = 0; g < names.size(); g++) {
            ErrorSummary error = all.summary(List.of(all.differences.get(g)), tolerance, seed);
            generators.add(new GeneratorError(names.get(g), error));
        }
        ErrorSummary overall = all.summary(all.differences, tolerance, seed);
        return new EquivarianceError(
                inputs.rows(), all.outputs.scale(), all.outputs.spread(), tolerance, generators, overall);
    }

    private static void requireFit(Network network, Symmetry symmetry, DoubleMatrix inputs) {
        int in = symmetry.input().dimension();
        int out = symmetry.output().dimension();
        if (in != network.inputs() || out != network.outputs() || inputs.columns() != in || inputs.rows() < 1) {
            throw new IllegalArgumentException("expected a network from " + in + " to " + out
                    + " numbers, as the symmetry acts on, and at least one input, found one from " + network.inputs()
                    + " to " + network.outputs() + " and " + inputs.rows() + " inputs of " + inputs.columns()
                    + " numbers");
        }
    }

    /** Norms at all inputs. */
    private static final class Differences {
        private final FloatingNetwork network;
        private final List<FloatingMap> before;
        private final List<FloatingMap> after;
        private final double[] norms;
        private final List<double[]> differences = new ArrayList<>();
        private final OutputSpread outputs;

        Differences(Network network, Symmetry symmetry, int inputs) {
            this.network = new FloatingNetwork(network);
            before = maps(symmetry.input().images());
            after = maps(symmetry.output().images());
            norms = new double[inputs];
            before.forEach(generator -> differences.add(new double[inputs]));
            outputs = new OutputSpread(network.outputs());
        }

        private static List<FloatingMap> maps(List<AffineMap> exact) {
            return exact.stream().map(FloatingMap::from).toList();
        }

        void add(int from, DoubleMatrix inputs) {
            DoubleMatrix values = network.apply(inputs);
            System.arraycopy(Norms.ofRows(values), 0, norms, from, inputs.rows());
            outputs.add(values);
            for (int g = 0; g < before.size(); g++) {
                DoubleMatrix left = network.apply(before.get(g).applyToRows(inputs));
                DoubleMatrix right = after.get(g).applyToRows(values);
                System.arraycopy(Norms.ofDifferences(left, right), 0, differences.get(g), from, inputs.rows());
            }
        }

        ErrorSummary summary(List<double[]> chosen, Tolerance tolerance, long seed) {
            int n = norms.length;
            double[] errors = new double[n];
            double[] quotients = new double[n];
            for (int i = 0; i < n; i++) {
                double largest = 0;
                for (double[] one : chosen) {
                    largest = Math.max(largest, one[i]);
                }
                errors[i] = Norms.quotient(largest, outputs.scale());
                quotients[i] = Norms.quotient(largest, norms[i]);
            }
            int worst = 0;
            int above = 0;
            int notFinite = 0;
            for (int i = 0; i < n; i++) {
                worst = errors[i] > errors[worst] ? i : worst;
                above += tolerance.admits(errors[i]) ? 0 : 1;
                notFinite += Double.isInfinite(errors[i]) ? 1 : 0;
            }
            return new ErrorSummary(
                    Arrays.stream(errors).sum() / n,
                    MedianInterval.of(errors, 0, CONFIDENCE),
                    errors[worst],
                    worst,
                    BinomialInterval.of(above, n, CONFIDENCE),
                    MedianInterval.of(quotients, 0, CONFIDENCE),
                    relative(chosen, seed),
                    notFinite);
        }

        /** sqrt(sum of |difference|^2 / sum of |f(x)|^2), over inputs and generators. */
        private Estimate relative(List<double[]> chosen, long seed) {
            double size = Math.max(Double.MIN_NORMAL, outputs.scale());
            double[] numerators = new double[norms.length];
            double[] denominators = new double[norms.length];
            for (int i = 0; i < norms.length; i++) {
                for (double[] one : chosen) {
                    numerators[i] += Math.pow(one[i] / size, 2);
                }
                denominators[i] = chosen.size() * Math.pow(norms[i] / size, 2);
            }
            return Bootstrap.percentile(
                    norms.length,
                    sample -> Math.sqrt(Norms.quotient(sum(numerators, sample), sum(denominators, sample))),
                    RESAMPLES,
                    CONFIDENCE,
                    seed);
        }

        private static double sum(double[] values, int[] sample) {
            double sum = 0;
            for (int i : sample) {
                sum += values[i];
            }
            return sum;
        }
    }
}
