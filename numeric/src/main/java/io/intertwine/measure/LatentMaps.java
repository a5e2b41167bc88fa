package io.intertwine.measure;

import io.intertwine.match.FloatingMap;
import io.intertwine.match.FloatingNetwork;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether latent spaces carry a linear action: the measure of "Identifiable Equivariant Networks are Layerwise Equivariant"
 * (arXiv 2601.21645, section on experiments). Let f_i(x) be the values behind an activation and g a group element. A_i is the map of least
 * squares from f_i(x) to f_i(g x) over some inputs, and its residual is the median of |f_i(g y) - A_i f_i(y)| / |f_i(y)| over other,
 * independent inputs. A last activation is left out: behind it lie the outputs.
 *
 * <p>The quotient is large where f_i(y) is small, and small where a large constant hides what varies; it changes when units are scaled.
 */
public final class LatentMaps {
    /** Values that differ by less than this share of their norm over all inputs count as constant; rounding stays below. */
    public static final double CONSTANT = 1e-12;

    /** The confidence of all intervals. */
    public static final double CONFIDENCE = 0.95;

    private LatentMaps() {}

    /** Which maps are fitted. */
    public enum Form {
        /** x -> A x, as in the paper. */
        LINEAR,
        /** x -> A x + u: sigmoid units with a sign need it, since 1 - s(x) = s(-x). */
        AFFINE
    }

    /** The activations whose values are measured, as layers of the network, counted from 0. */
    public static List<Integer> layers(Network network) {
        List<Integer> layers = new ArrayList<>();
        for (int i = 0; i + 1 < network.layers().size(); i++) {
            if (network.layers().get(i) instanceof Layer.Entrywise) {
                layers.add(i);
            }
        }
        return layers;
    }

    /**
     * Fits maps and measures them.
     *
     * @param elements the actions of group elements on the inputs
     * @param fit the inputs of the fit, one in each row
     * @param test the inputs at which residuals are measured, independent of the others
     * @return for every element, in order, the fit of every latent space, in the order of {@link #layers}
     * @throws IllegalArgumentException if dimensions do not fit, there are fewer inputs in {@code fit} than units of a latent space (and
     *     one more for a translation), there is none in {@code test}, or a value at an input in {@code fit} or its image is not finite
     */
    public static List<List<LatentFit>> leastSquares(
            Network network, List<FloatingMap> elements, DoubleMatrix fit, DoubleMatrix test, Form form) {
        List<List<LatentFit>> results = new ArrayList<>();
        elements.forEach(element -> results.add(new ArrayList<>()));
        requireEnough(network, fit.rows(), form);
        Values fitted = new Values(network, elements, fit);
        Values tested = new Values(network, elements, test);
        for (int layer : layers(network)) {
            fitted.advance(layer + 1);
            tested.advance(layer + 1);
            fitted.requireFinite(layer);
            LeastSquares squares = new LeastSquares(form == Form.AFFINE ? withOnes(fitted.plain) : fitted.plain);
            for (int g = 0; g < elements.size(); g++) {
                FloatingMap map = map(squares.solve(fitted.moved.get(g)), fitted.plain.columns());
                results.get(g)
                        .add(new LatentFit(
                                map, squares.rank(), fitted.relativeError(g, map), tested.residual(g, map, layer)));
            }
        }
        return results;
    }

    /**
     * Measures given maps, such as latent actions that were found in the weights.
     *
     * @param element the action of a group element on the inputs
     * @param candidates for every latent space, in the order of {@link #layers}, a map of the values behind the activation
     * @param test the inputs at which residuals are measured, one in each row
     * @throws IllegalArgumentException if dimensions or the number of candidates do not fit, or there is no input
     */
    public static List<LatentResidual> ofCandidates(
            Network network, FloatingMap element, List<FloatingMap> candidates, DoubleMatrix test) {
        List<Integer> layers = layers(network);
        if (candidates.size() != layers.size()) {
            throw new IllegalArgumentException(
                    "expected a map for each of the " + layers.size() + " latent spaces, found " + candidates.size());
        }
        Values tested = new Values(network, List.of(element), test);
        List<LatentResidual> results = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            tested.advance(layers.get(i) + 1);
            results.add(tested.residual(0, candidates.get(i), layers.get(i)));
        }
        return results;
    }

    private static void requireEnough(Network network, int found, Form form) {
        for (int layer : layers(network)) {
            int units = network.layers().get(layer).outputs();
            int expected = units + (form == Form.AFFINE ? 1 : 0);
            if (found < expected) {
                throw new IllegalArgumentException("expected at least " + expected + " inputs for the " + units
                        + " units of layer " + layer + ", found " + found);
            }
        }
    }

    private static DoubleMatrix withOnes(DoubleMatrix values) {
        int n = values.columns();
        DoubleMatrix result = DoubleMatrix.zeros(values.rows(), n + 1);
        for (int i = 0; i < values.rows(); i++) {
            System.arraycopy(values.entries(), i * n, result.entries(), i * (n + 1), n);
            result.set(i, n, 1);
        }
        return result;
    }

    /** The map whose transposed matrix is the first n rows of a solution, its translation the one after, if there is one. */
    private static FloatingMap map(DoubleMatrix solution, int n) {
        double[] matrix = new double[n * n];
        Arrays.setAll(matrix, k -> solution.get(k % n, k / n));
        double[] shift = solution.rows() > n ? solution.row(n) : new double[n];
        return FloatingMap.dense(matrix, shift);
    }

    /** The values of a space at inputs and at their images, moved on from layer to layer: memory is that of one layer. */
    private static final class Values {
        private final FloatingNetwork network;
        private DoubleMatrix plain;
        private final List<DoubleMatrix> moved = new ArrayList<>();
        private int before;

        Values(Network network, List<FloatingMap> elements, DoubleMatrix inputs) {
            if (inputs.rows() < 1 || inputs.columns() != network.inputs()) {
                throw new IllegalArgumentException("expected at least one input of " + network.inputs()
                        + " numbers, found " + inputs.rows() + " of " + inputs.columns());
            }
            this.network = new FloatingNetwork(network);
            plain = inputs;
            elements.forEach(element -> moved.add(element.applyToRows(inputs)));
        }

        /** Goes on to the space before a layer. */
        void advance(int layer) {
            plain = network.through(before, layer, plain);
            moved.replaceAll(values -> network.through(before, layer, values));
            before = layer;
        }

        void requireFinite(int layer) {
            List<DoubleMatrix> all = new ArrayList<>(moved);
            all.add(plain);
            for (DoubleMatrix values : all) {
                double[] norms = Norms.ofRows(values);
                for (int i = 0; i < norms.length; i++) {
                    if (!Double.isFinite(norms[i])) {
                        throw new IllegalArgumentException(
                                "the values behind layer " + layer + " are not finite at input " + i
                                        + " of the fit or its image, expected finite numbers");
                    }
                }
            }
        }

        double relativeError(int g, FloatingMap map) {
            double[] errors = Norms.ofDifferences(moved.get(g), map.applyToRows(plain));
            return Norms.quotient(Norms.of(errors), Norms.of(Norms.ofRows(moved.get(g))));
        }

        LatentResidual residual(int g, FloatingMap map, int layer) {
            double[] sizes = Norms.ofRows(plain);
            if (isConstant(g)) {
                return new LatentResidual.Constant(layer, plain.columns(), sizes[0]);
            }
            double[] quotients = Norms.ofDifferences(moved.get(g), map.applyToRows(plain));
            int silent = 0;
            int notFinite = 0;
            for (int i = 0; i < quotients.length; i++) {
                notFinite += Double.isInfinite(quotients[i]) || Double.isInfinite(sizes[i]) ? 1 : 0;
                silent += sizes[i] == 0 ? 1 : 0;
                quotients[i] = Norms.quotient(quotients[i], sizes[i]);
            }
            return new LatentResidual.Measured(
                    layer,
                    plain.columns(),
                    MedianInterval.of(quotients, 0, CONFIDENCE),
                    Arrays.stream(quotients).max().orElseThrow(),
                    silent,
                    notFinite);
        }

        /** Whether all values, at inputs and at their images, are that at the first input. */
        private boolean isConstant(int g) {
            double[] first = plain.row(0);
            double size = Norms.of(first);
            for (DoubleMatrix values : List.of(plain, moved.get(g))) {
                DoubleMatrix copies = DoubleMatrix.zeros(values.rows(), first.length);
                for (int i = 0; i < values.rows(); i++) {
                    System.arraycopy(first, 0, copies.entries(), i * first.length, first.length);
                }
                double farthest =
                        Arrays.stream(Norms.ofDifferences(values, copies)).max().orElseThrow();
                if (!(farthest <= CONSTANT * size)) {
                    return false;
                }
            }
            return Double.isFinite(size);
        }
    }
}
