package io.intertwine.testkit;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitGroup;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.UnitwiseGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Rewrites a network to another one with the same function, of the same or of another architecture. */
public enum Rewriting {
    /** Every hidden layer is moved by an element of its latent group. */
    GAUGE {
        @Override
        Network at(Network network, int index, SplittableRandom random) {
            Network current = network;
            for (int i : blocks(network)) {
                current = moved(current, i, random);
            }
            return current;
        }
    },
    /** One more unit that nothing reads. */
    IDLE {
        @Override
        Network at(Network network, int index, SplittableRandom random) {
            return (random.nextBoolean() ? Redundancy.INACTIVE : Redundancy.ZERO).addTo(network, index, random);
        }
    },
    /** A unit split in two. */
    CLONE {
        @Override
        Network at(Network network, int index, SplittableRandom random) {
            return Redundancy.CLONE.addTo(network, index, random);
        }
    },
    /** A unit with a constant value, which the next bias or a second such unit cancels. */
    CONSTANT {
        @Override
        Network at(Network network, int index, SplittableRandom random) {
            return withConstants(network, index, random);
        }
    },
    /** A unit written as s(l) = s(-l) + (s(2 l) - s(-2 l)) / 2, where s(x) - s(-x) is proportional to x. */
    BYPASS {
        @Override
        Network at(Network network, int index, SplittableRandom random) {
            int unit = random.nextInt(network.layers().get(index).outputs());
            return hasBypass(units(network, index).units().get(unit)) ? bypassed(network, index, unit) : network;
        }
    },
    /** One more layer of ReLU units, as relu(c relu(x)) = c relu(x) for positive c. */
    CHAIN {
        @Override
        Network at(Network network, int index, SplittableRandom random) {
            boolean relu = units(network, index).units().stream()
                    .allMatch(unit -> unit.name().equals("relu"));
            return relu ? lengthened(network, index, random) : network;
        }
    };

    /** The rewritten network; the network itself where the rewriting has no place in it. */
    public Network apply(Network network, SplittableRandom random) {
        List<Integer> blocks = blocks(network);
        return blocks.isEmpty() ? network : at(network, blocks.get(random.nextInt(blocks.size())), random);
    }

    abstract Network at(Network network, int index, SplittableRandom random);

    /** The indices of dense layers that are followed by units and a dense layer. */
    private static List<Integer> blocks(Network network) {
        List<Integer> blocks = new ArrayList<>();
        for (int i = 0; i + 2 < network.layers().size(); i++) {
            if (network.layers().get(i) instanceof Layer.Dense
                    && network.layers().get(i + 1) instanceof Layer.Entrywise
                    && network.layers().get(i + 2) instanceof Layer.Dense) {
                blocks.add(i);
            }
        }
        return blocks;
    }

    private static Layer.Entrywise units(Network network, int index) {
        return (Layer.Entrywise) network.layers().get(index + 1);
    }

    private static Network moved(Network network, int index, SplittableRandom random) {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer.Dense dense = (Layer.Dense) layers.get(index);
        Layer.Dense next = (Layer.Dense) layers.get(index + 2);
        Layer.Entrywise units = units(network, index);
        Optional<Activation> activation = units.uniform();
        if (activation.isEmpty()) {
            return network;
        }
        AffineMap element = EquivariantNetworks.element(activation.get(), dense.outputs(), random);
        AffineMap after = new UnitwiseGroup(units.units()).companion(element);
        if ((!dense.hasBias() && !element.isLinear()) || (!next.hasBias() && !after.isLinear())) {
            return network;
        }
        layers.set(index, Disguise.leftMultiplied(element, dense));
        layers.set(index + 2, Disguise.rightMultiplied(next, after.inverse()));
        return new Network(layers);
    }

    private static Network withConstants(Network network, int index, SplittableRandom random) {
        Layer.Dense dense = (Layer.Dense) network.layers().get(index);
        Layer.Dense next = (Layer.Dense) network.layers().get(index + 2);
        Activation activation = units(network, index).units().get(0);
        Scalar bias = dense.hasBias() ? Scalar.of(random.nextInt(-3, 4), 2) : Scalar.ZERO;
        Optional<Scalar> value = activation.exact(bias);
        List<Scalar> outgoing = new ArrayList<>();
        for (int i = 0; i < next.outputs(); i++) {
            outgoing.add(Scalar.of(random.nextInt(-4, 5)));
        }
        List<Scalar> row = new ArrayList<>(List.of(Scalar.ZERO));
        while (row.size() < dense.inputs()) {
            row.add(Scalar.ZERO);
        }
        boolean folds = value.isPresent() && (next.hasBias() || value.get().isZero());
        Network one = withUnit(network, index, row, bias, outgoing);
        if (!folds) {
            return withUnit(
                    one, index, row, bias, outgoing.stream().map(Scalar::negate).toList());
        }
        List<Layer> layers = new ArrayList<>(one.layers());
        Layer.Dense wider = (Layer.Dense) layers.get(index + 2);
        List<Scalar> biases = new ArrayList<>();
        for (int i = 0; i < wider.biases().size(); i++) {
            biases.add(wider.bias(i).subtract(outgoing.get(i).multiply(value.get())));
        }
        layers.set(index + 2, new Layer.Dense(wider.weight(), biases));
        return new Network(layers);
    }

    /** One more unit at the end of a hidden layer. */
    private static Network withUnit(Network network, int index, List<Scalar> row, Scalar bias, List<Scalar> outgoing) {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer.Dense dense = (Layer.Dense) layers.get(index);
        Layer.Dense next = (Layer.Dense) layers.get(index + 2);
        List<Activation> units = new ArrayList<>(units(network, index).units());
        units.add(units.get(0));
        int n = dense.outputs();
        List<Scalar> biases = new ArrayList<>(dense.biases());
        if (dense.hasBias()) {
            biases.add(bias);
        }
        layers.set(
                index,
                new Layer.Dense(
                        ExactMatrix.build(
                                n + 1,
                                dense.inputs(),
                                (i, j) -> i < n ? dense.weight().get(i, j) : row.get(j)),
                        biases));
        layers.set(index + 1, new Layer.Entrywise(units));
        layers.set(
                index + 2,
                new Layer.Dense(
                        ExactMatrix.build(
                                next.outputs(),
                                n + 1,
                                (i, j) -> j < n ? next.weight().get(i, j) : outgoing.get(i)),
                        next.biases()));
        return new Network(layers);
    }

    private static boolean hasBypass(Activation activation) {
        String name = activation.name();
        return name.startsWith("leaky_relu:")
                || List.of("relu", "gelu", "silu", "softplus", "logsigmoid", "squareplus", "hard_swish")
                        .contains(name);
    }

    private static Network bypassed(Network network, int index, int unit) {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer.Dense dense = (Layer.Dense) layers.get(index);
        Layer.Dense next = (Layer.Dense) layers.get(index + 2);
        List<Scalar> row = dense.weight().row(unit);
        List<Scalar> column = next.weight().transpose().row(unit);
        List<Scalar> half = column.stream().map(v -> v.divide(Scalar.of(2))).toList();
        layers.set(index, Disguise.leftMultiplied(negation(dense.outputs(), unit), dense));
        Network turned = new Network(layers);
        Network plus = withUnit(turned, index, scaled(row, 2), dense.bias(unit).multiply(2), half);
        return withUnit(
                plus,
                index,
                scaled(row, -2),
                dense.bias(unit).multiply(-2),
                half.stream().map(Scalar::negate).toList());
    }

    private static List<Scalar> scaled(List<Scalar> row, int factor) {
        return row.stream().map(entry -> entry.multiply(factor)).toList();
    }

    private static AffineMap negation(int n, int unit) {
        List<Scalar> scales = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            scales.add(j == unit ? Scalar.MINUS_ONE : Scalar.ONE);
        }
        return AffineMap.monomial(Permutation.identity(n), scales);
    }

    private static Network lengthened(Network network, int index, SplittableRandom random) {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer.Dense next = (Layer.Dense) layers.get(index + 2);
        int n = next.inputs();
        UnitGroup scalings = units(network, index).units().get(0).group();
        List<UnitMap> maps = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            maps.add(EquivariantNetworks.element(scalings, random));
        }
        ExactMatrix diagonal =
                ExactMatrix.build(n, n, (i, j) -> i == j ? maps.get(i).scale() : Scalar.ZERO);
        ExactMatrix inverse =
                ExactMatrix.build(n, n, (i, j) -> i == j ? maps.get(i).scale().reciprocal() : Scalar.ZERO);
        layers.set(index + 2, new Layer.Dense(next.weight().multiply(inverse), next.biases()));
        layers.add(index + 2, units(network, index));
        layers.add(index + 2, new Layer.Dense(diagonal, List.of()));
        return new Network(layers);
    }
}
