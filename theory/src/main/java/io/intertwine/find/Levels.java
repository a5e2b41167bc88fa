package io.intertwine.find;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.UnitRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * At which level the layers of an equivariant network are equivariant at parameters that have no latent action (docs/ORBITS.md). Linear
 * level: matrices A_i(g) with A_i(g) h_i(x) = h_i(g x) for the values h_i of every hidden layer; set level: h_1, h_2, ... are
 * injective functions of the input, so that every action can be carried along.
 */
final class Levels {
    /** Strictly increasing functions. */
    private static final Set<String> INJECTIVE = Set.of(
            "tanh",
            "sigmoid",
            "softplus",
            "logsigmoid",
            "arctan",
            "erf",
            "softsign",
            "elu",
            "selu",
            "squareplus",
            "exp");

    private Levels() {}

    /** "linear", "set", or empty where neither is known; for a network that is equivariant. */
    static String of(Network network, Symmetry symmetry, long seed) {
        if (isLinear(network, symmetry, seed)) {
            return "linear";
        }
        return isInjective(network) ? "set" : "";
    }

    private static boolean isInjective(Network network) {
        for (int i = 0; i + 1 < network.layers().size(); i++) {
            if (!isInjective(network.layers().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInjective(Layer layer) {
        if (layer instanceof Layer.Dense dense) {
            return Echelon.of(dense.weight()).rank() == dense.inputs();
        }
        return layer instanceof Layer.Entrywise units && units.units().stream().allMatch(Levels::isInjective);
    }

    private static boolean isInjective(Activation activation) {
        boolean leaky = activation.name().startsWith("leaky_relu:");
        return INJECTIVE.contains(activation.name())
                || (leaky
                        && activation.exact(Scalar.MINUS_ONE).orElse(Scalar.ONE).signum() < 0);
    }

    private static boolean isLinear(Network network, Symmetry symmetry, long seed) {
        for (AffineMap input : symmetry.input().images()) {
            if (!isLinear(network, input, seed)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every hidden layer has a matrix for one element, which the checker confirms as an equality of two networks. */
    private static boolean isLinear(Network network, AffineMap input, long seed) {
        List<Layer> layers = network.layers();
        Layer.Dense source = new Layer.Dense(input.matrix(), input.isLinear() ? List.of() : input.shift());
        for (int i = 0; i + 2 < layers.size(); i += 2) {
            if (!(layers.get(i) instanceof Layer.Dense dense)
                    || !(layers.get(i + 1) instanceof Layer.Entrywise units)) {
                return false;
            }
            Optional<Layer.Dense> next = action(dense, units, source);
            if (next.isEmpty()) {
                return false;
            }
            source = next.get();
            Network prefix = new Network(layers.subList(0, i + 2));
            Layer.Dense identity = new Layer.Dense(ExactMatrix.identity(dense.outputs()), List.of());
            Equality equality = EqualitySearch.compare(
                    followedBy(Composition.before(prefix, input), identity), followedBy(prefix, source), seed);
            if (!(equality instanceof Equality.Equal)) {
                return false;
            }
        }
        return true;
    }

    private static Network followedBy(Network prefix, Layer.Dense last) {
        List<Layer> layers = new ArrayList<>(prefix.layers());
        layers.add(last);
        return new Network(layers);
    }

    /** For every moved row a unit whose row is related to it, whichever it is; the matrix need not be invertible. */
    private static Optional<Layer.Dense> action(Layer.Dense dense, Layer.Entrywise units, Layer.Dense source) {
        Layer.Dense moved = (Layer.Dense)
                Composition.fused(new Network(List.of(source, dense))).layers().get(0);
        int n = dense.outputs();
        Scalar[][] action = new Scalar[n][n];
        for (int j = 0; j < n; j++) {
            Optional<Integer> match = Optional.empty();
            for (int k = 0; k < n && match.isEmpty(); k++) {
                Activation unit = units.units().get(j);
                Optional<UnitMap> map = unit.equals(units.units().get(k))
                        ? UnitRow.of(dense, k).transporter(unit.group(), UnitRow.of(moved, j))
                        : Optional.empty();
                Optional<UnitMap> companion = map.map(unit.group()::companion)
                        .filter(after -> after.shift().isZero());
                if (companion.isPresent()) {
                    match = Optional.of(k);
                    action[j][k] = companion.get().scale();
                }
            }
            if (match.isEmpty()) {
                return Optional.empty();
            }
        }
        ExactMatrix matrix = ExactMatrix.build(
                n, n, (i, k) -> Optional.ofNullable(action[i][k]).orElse(Scalar.ZERO));
        return Optional.of(new Layer.Dense(matrix, List.of()));
    }
}
