package io.intertwine.find;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chains of ReLU layers of width one compute offset + slope clamp(t; lo, hi) of their first preactivation t; two layers suffice for that,
 * one where a bound is missing: clamp(t; lo, hi) = hi - relu(hi - lo - relu(t - lo)).
 */
final class ChainReduction {
    private static final long BUDGET = 10_000_000;
    private static final Activation RELU = Activations.requireNamed("relu");

    private ChainReduction() {}

    /** The steps that shorten the first chain that can be shortened; none if there is none. */
    static List<ReductionStep> steps(Network network) {
        List<Layer> layers = network.layers();
        for (int start = 1; start < layers.size(); start++) {
            int end = end(layers, start);
            Optional<List<Layer>> shorter = end < 0 ? Optional.empty() : shorter(layers, start, end);
            if (shorter.isPresent() && layers.get(start - 1) instanceof Layer.Dense before) {
                return steps(layers, start, end, before, shorter.get());
            }
        }
        return List.of();
    }

    /** The index of the last activation of the longest chain from an activation on; -1 if there is no chain of two layers. */
    private static int end(List<Layer> layers, int start) {
        int end = -1;
        for (int i = start;
                isUnit(layers, i) && i + 1 < layers.size() && layers.get(i + 1) instanceof Layer.Dense;
                i += 2) {
            end = i > start ? i : -1;
        }
        return end;
    }

    private static boolean isUnit(List<Layer> layers, int index) {
        return index < layers.size()
                && layers.get(index) instanceof Layer.Entrywise units
                && units.units().equals(List.of(RELU));
    }

    /** New layers for t, from the layer of index start to the dense layer after end, if they have fewer activations. */
    private static Optional<List<Layer>> shorter(List<Layer> layers, int start, int end) {
        Clamp clamp = Clamp.IDENTITY.relu();
        for (int i = start + 1; i <= end; i += 2) {
            Layer.Dense dense = (Layer.Dense) layers.get(i);
            clamp = clamp.affine(dense.weight().get(0, 0), dense.bias(0)).relu();
        }
        List<Layer> written = written(clamp, (Layer.Dense) layers.get(end + 1));
        int before = (end - start) / 2 + 1;
        long after = written.stream().filter(Layer.Entrywise.class::isInstance).count();
        return after < before ? Optional.of(written) : Optional.empty();
    }

    /** The layers t -> W (offset + slope clamp(t)) + b. */
    private static List<Layer> written(Clamp clamp, Layer.Dense next) {
        Layer.Entrywise relu = Layer.Entrywise.of(RELU, 1);
        if (clamp.isConstant()) {
            return List.of(dense(0, Scalar.ZERO), relu, after(next, Scalar.ZERO, clamp.offset()));
        }
        Scalar slope = clamp.slope();
        if (clamp.lower().isEmpty()) {
            // clamp(t) = hi - relu(hi - t)
            Scalar upper = clamp.upper().get(0);
            Scalar top = clamp.offset().add(slope.multiply(upper));
            return List.of(dense(-1, upper), relu, after(next, slope.negate(), top));
        }
        Scalar lower = clamp.lower().get(0);
        Scalar bottom = clamp.offset().add(slope.multiply(lower));
        if (clamp.upper().isEmpty()) {
            return List.of(dense(1, lower.negate()), relu, after(next, slope, bottom));
        }
        Scalar upper = clamp.upper().get(0);
        Scalar top = clamp.offset().add(slope.multiply(upper));
        return List.of(
                dense(1, lower.negate()),
                relu,
                dense(-1, upper.subtract(lower)),
                relu,
                after(next, slope.negate(), top));
    }

    private static Layer.Dense dense(int weight, Scalar bias) {
        return new Layer.Dense(ExactMatrix.of(1, 1, List.of(Scalar.of(weight))), List.of(bias));
    }

    /** The next layer after h -> factor h + summand. */
    private static Layer.Dense after(Layer.Dense next, Scalar factor, Scalar summand) {
        Layer.Dense map = new Layer.Dense(ExactMatrix.of(1, 1, List.of(factor)), List.of(summand));
        return (Layer.Dense)
                Composition.fused(new Network(List.of(map, next))).layers().get(0);
    }

    /** The chain is replaced, then the dense layer before it takes in the first new one. */
    private static List<ReductionStep> steps(
            List<Layer> layers, int start, int end, Layer.Dense before, List<Layer> shorter) {
        Network part = new Network(layers.subList(start, end + 2));
        RegionSearch.Result compared = RegionSearch.compare(part, new Network(shorter), BUDGET);
        if (!(compared instanceof RegionSearch.Result.Same same)) {
            return List.of();
        }
        Layer.Dense joined = (Layer.Dense) Composition.fused(new Network(List.of(before, shorter.get(0))))
                .layers()
                .get(0);
        List<ReductionStep> steps = new ArrayList<>();
        steps.add(new ReductionStep.Replace(start, end + 2, shorter, new Comparison.Regions(same.tree())));
        steps.add(new ReductionStep.Replace(start - 1, start + 1, List.of(joined), new Comparison.Ridge(List.of())));
        return steps;
    }
}
