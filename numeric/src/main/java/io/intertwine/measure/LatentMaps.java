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
        requireEnough(network, fit.rows(), form);
        requireInputs(network, fit);
        requireInputs(network, test);
        Values fitted = new Values(new FloatingNetwork(network), elements, fit);
        List<Fitted> fits = new ArrayList<>();
        for (int layer : layers(network)) {
            fitted.advance(layer + 1);
            fitted.requireFinite(layer);
            fits.add(fitted.fit(form));
        }
        List<List<FloatingMap>> maps = new ArrayList<>();
        for (int g = 0; g < elements.size(); g++) {
            int element = g;
            maps.add(fits.stream().map(one -> one.maps.get(element)).toList());
        }
        List<List<LatentResidual>> residuals = residuals(network, elements, maps, test);
        List<List<LatentFit>> results = new ArrayList<>();
        for (int g = 0; g < elements.size(); g++) {
            List<LatentFit> ofElement = new ArrayList<>();
            for (int space = 0; space < fits.size(); space++) {
                Fitted one = fits.get(space);
                ofElement.add(new LatentFit(
                        one.maps.get(g),
                        one.rank,
                        one.errors.get(g),
                        residuals.get(g).get(space)));
            }
            results.add(ofElement);
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
        requireInputs(network, test);
        return residuals(network, List.of(element), List.of(candidates), test).get(0);
    }

    /** For every element and every latent space the residual of its map. */
    private static List<List<LatentResidual>> residuals(
            Network network, List<FloatingMap> elements, List<List<FloatingMap>> maps, DoubleMatrix test) {
        List<Integer> layers = layers(network);
        List<List<SpaceResiduals>> collected = new ArrayList<>();
        for (List<FloatingMap> ofElement : maps) {
            List<SpaceResiduals> spaces = new ArrayList<>();
            for (int space = 0; space < layers.size(); space++) {
                spaces.add(new SpaceResiduals(layers.get(space), ofElement.get(space), test.rows()));
            }
            collected.add(spaces);
        }
        FloatingNetwork floating = new FloatingNetwork(network);
        Parts.forEach(test, (from, part) -> {
            Values values = new Values(floating, elements, part);
            for (int space = 0; space < layers.size(); space++) {
                values.advance(layers.get(space) + 1);
                for (int g = 0; g < elements.size(); g++) {
                    collected.get(g).get(space).add(values.plain, values.moved.get(g));
                }
            }
        });
        return collected.stream()
                .map(spaces -> spaces.stream().map(SpaceResiduals::result).toList())
                .toList();
    }

    private static void requireInputs(Network network, DoubleMatrix inputs) {
        if (inputs.rows() < 1 || inputs.columns() != network.inputs()) {
            throw new IllegalArgumentException("expected at least one input of " + network.inputs() + " numbers, found "
                    + inputs.rows() + " of " + inputs.columns());
        }
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

    /** The fits of one latent space for all elements. */
    private record Fitted(int rank, List<FloatingMap> maps, List<Double> errors) {}

    /** The values of a space at inputs and at their images, moved on from layer to layer: memory is that of one layer. */
    private static final class Values {
        private final FloatingNetwork network;
        private DoubleMatrix plain;
        private final List<DoubleMatrix> moved = new ArrayList<>();
        private int before;

        Values(FloatingNetwork network, List<FloatingMap> elements, DoubleMatrix inputs) {
            this.network = network;
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

        /** The maps of least squares from the values at inputs to those at their images. */
        Fitted fit(Form form) {
            LeastSquares squares = new LeastSquares(form == Form.AFFINE ? withOnes(plain) : plain);
            List<FloatingMap> maps = new ArrayList<>();
            List<Double> errors = new ArrayList<>();
            for (DoubleMatrix target : moved) {
                FloatingMap map = map(squares.solve(target), plain.columns());
                double[] differences = Norms.ofDifferences(target, map.applyToRows(plain));
                maps.add(map);
                errors.add(Norms.quotient(Norms.of(differences), Norms.of(Norms.ofRows(target))));
            }
            return new Fitted(squares.rank(), maps, errors);
        }
    }
}
