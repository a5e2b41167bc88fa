package io.intertwine.symmetry;

import io.intertwine.activation.Activation;
import io.intertwine.activation.PiecewiseAffine;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The path embedding Phi(theta) of a network of dense layers with positively homogeneous activations between them, such as ReLU: for
 * every path from an input, or from the bias of a unit, to an output, the product of the weights along it (and of the bias that it
 * starts at). It does not change under positive rescalings of hidden units, and f_theta(x) = C(theta, x) Phi(theta) where C depends on
 * theta through the pieces of the activations alone (P. Stock, R. Gribonval, An embedding of ReLU networks and an analysis of their
 * identifiability, Constructive Approximation 2022, arXiv 2107.09370).
 *
 * @param values the values that are not zero, by path
 */
public record PathEmbedding(Map<Path, Scalar> values) {
    public PathEmbedding {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * A path.
     *
     * @param layer the number of the dense layer, counted from 0, that writes the unit whose bias the path starts at; -1 for a path
     *     that starts at an input
     * @param units the indices of that unit or input and of the units after it, one a layer, the output last
     */
    public record Path(int layer, List<Integer> units) {
        public Path {
            units = List.copyOf(units);
        }
    }

    /**
     * The path values of a network.
     *
     * @param budget the largest number of paths, zero ones included, that are gone through
     * @return empty if there are more
     * @throws IllegalArgumentException if {@link #isDefinedFor} is false
     */
    public static Optional<PathEmbedding> of(Network network, long budget) {
        List<Layer.Dense> layers = dense(network);
        if (paths(layers, budget) > budget) {
            return Optional.empty();
        }
        Map<Path, Scalar> values = new LinkedHashMap<>();
        for (int j = 0; j < network.inputs(); j++) {
            follow(layers, -1, List.of(j), Scalar.ONE, values);
        }
        for (int i = 0; i < layers.size(); i++) {
            for (int j = 0; j < layers.get(i).outputs(); j++) {
                follow(layers, i, List.of(j), layers.get(i).bias(j), values);
            }
        }
        return Optional.of(new PathEmbedding(values));
    }

    /** Whether the network is one of dense layers with positively homogeneous activations between them, at least one dense layer. */
    public static boolean isDefinedFor(Network network) {
        List<Layer> layers = network.layers();
        boolean defined = layers.size() % 2 == 1;
        for (int i = 0; i < layers.size() && defined; i++) {
            Layer layer = layers.get(i);
            defined = i % 2 == 0
                    ? layer instanceof Layer.Dense
                    : layer instanceof Layer.Entrywise units
                            && units.units().stream().distinct().allMatch(PathEmbedding::isHomogeneous);
        }
        return defined;
    }

    private static boolean isHomogeneous(Activation unit) {
        return PiecewiseAffine.of(unit).filter(PiecewiseAffine::isHomogeneous).isPresent();
    }

    private static List<Layer.Dense> dense(Network network) {
        if (!isDefinedFor(network)) {
            throw new IllegalArgumentException(
                    "expected dense layers with positively homogeneous activations between them");
        }
        List<Layer.Dense> result = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i += 2) {
            result.add((Layer.Dense) network.layers().get(i));
        }
        return result;
    }

    /** The number of paths, or some number beyond the budget. */
    private static long paths(List<Layer.Dense> layers, long budget) {
        long paths = layers.get(0).inputs();
        for (Layer.Dense layer : layers) {
            // Every path so far goes on to every unit, and one more starts at the bias of each.
            if (paths > budget) {
                return paths;
            }
            paths = (paths + 1) * layer.outputs();
        }
        return paths;
    }

    private static void follow(
            List<Layer.Dense> layers, int start, List<Integer> units, Scalar value, Map<Path, Scalar> values) {
        if (value.isZero()) {
            return;
        }
        int next = start + units.size();
        if (next == layers.size()) {
            values.put(new Path(start, units), value);
            return;
        }
        int last = units.get(units.size() - 1);
        ExactMatrix weight = layers.get(next).weight();
        for (int j = 0; j < weight.rows(); j++) {
            List<Integer> longer = new ArrayList<>(units);
            longer.add(j);
            follow(layers, start, longer, value.multiply(weight.get(j, last)), values);
        }
    }

    /**
     * Whether the parameters are admissible: through every hidden unit goes a path from an input or a bias to an output whose value is
     * not zero. That is so exactly if every hidden unit has a weight or bias that is not zero, and an outgoing weight that is not.
     *
     * @throws IllegalArgumentException if {@link #isDefinedFor} is false
     */
    public static boolean isAdmissible(Network network) {
        List<Layer.Dense> layers = dense(network);
        for (int i = 0; i + 1 < layers.size(); i++) {
            ExactMatrix outgoing = layers.get(i + 1).weight().transpose();
            for (int j = 0; j < layers.get(i).outputs(); j++) {
                boolean idle = layers.get(i).weight().isZeroRow(j)
                        && layers.get(i).bias(j).isZero();
                if (idle || outgoing.isZeroRow(j)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Whether weights and biases in the same places of two networks of one architecture have the same signs.
     *
     * @throws IllegalArgumentException if {@link #isDefinedFor} is false, or the architectures differ
     */
    public static boolean haveEqualSigns(Network f, Network g) {
        List<Layer.Dense> left = dense(f);
        List<Layer.Dense> right = dense(g);
        requireSameArchitecture(f, g);
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < left.get(i).outputs(); j++) {
                boolean equal =
                        left.get(i).bias(j).signum() == right.get(i).bias(j).signum();
                for (int k = 0; k < left.get(i).inputs(); k++) {
                    equal &= left.get(i).weight().signum(j, k)
                            == right.get(i).weight().signum(j, k);
                }
                if (!equal) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void requireSameArchitecture(Network f, Network g) {
        if (!f.hasArchitectureOf(g)) {
            throw new IllegalArgumentException("expected two networks of one architecture");
        }
    }

    /**
     * The positive rescaling of the hidden units that takes f to g: scales c of every hidden layer with W_i' = c_i W_i / c_(i-1) and
     * b_i' = c_i b_i. For admissible f there is one exactly if the path values and the signs of all weights and biases are equal (Stock
     * and Gribonval); it is then the only one. It is computed from the parameters, without going through the paths. For other f a unit
     * without weights and bias is not scaled, and a rescaling may be missed.
     *
     * @throws IllegalArgumentException if {@link #isDefinedFor} is false, or the architectures differ
     */
    public static Optional<List<List<Scalar>>> rescaling(Network f, Network g) {
        if (!haveEqualSigns(f, g)) {
            return Optional.empty();
        }
        List<Layer.Dense> left = dense(f);
        List<Layer.Dense> right = dense(g);
        List<List<Scalar>> scales = new ArrayList<>();
        List<Scalar> before = Collections.nCopies(f.inputs(), Scalar.ONE);
        for (int i = 0; i < left.size(); i++) {
            boolean last = i == left.size() - 1;
            List<Scalar> here = new ArrayList<>();
            for (int j = 0; j < left.get(i).outputs(); j++) {
                here.add(last ? Scalar.ONE : scale(left.get(i), right.get(i), j, before));
                if (!isScaled(left.get(i), right.get(i), j, here.get(j), before)) {
                    return Optional.empty();
                }
            }
            if (!last) {
                scales.add(here);
            }
            before = here;
        }
        return Optional.of(scales);
    }

    /** The scale that the first weight that is not zero, or the bias, demands. */
    private static Scalar scale(Layer.Dense f, Layer.Dense g, int unit, List<Scalar> before) {
        for (int k = 0; k < f.inputs(); k++) {
            if (!f.weight().isZero(unit, k)) {
                return g.weight()
                        .get(unit, k)
                        .multiply(before.get(k))
                        .divide(f.weight().get(unit, k));
            }
        }
        return f.bias(unit).isZero() ? Scalar.ONE : g.bias(unit).divide(f.bias(unit));
    }

    private static boolean isScaled(Layer.Dense f, Layer.Dense g, int unit, Scalar scale, List<Scalar> before) {
        boolean scaled = f.bias(unit).multiply(scale).equals(g.bias(unit));
        for (int k = 0; k < f.inputs(); k++) {
            scaled &= f.weight()
                    .get(unit, k)
                    .multiply(scale)
                    .equals(g.weight().get(unit, k).multiply(before.get(k)));
        }
        return scaled;
    }
}
