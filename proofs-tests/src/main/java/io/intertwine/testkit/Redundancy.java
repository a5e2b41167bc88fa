package io.intertwine.testkit;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Adds units to a hidden layer that do not change the function. */
public enum Redundancy {
    /** A unit with random incoming weights that nothing reads. */
    INACTIVE,
    /** A unit without incoming weights that nothing reads. */
    ZERO,
    /** A unit split in two: its image under an element of its group takes over a part of its outgoing weights. */
    CLONE;

    /** The network with one more unit in the hidden layer that the dense layer at this index writes. */
    public Network addTo(Network network, int index, SplittableRandom random) {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer.Dense dense = (Layer.Dense) layers.get(index);
        Layer.Dense next = (Layer.Dense) layers.get(index + 2);
        Activation activation =
                ((Layer.Entrywise) layers.get(index + 1)).units().get(0);
        int unit = random.nextInt(dense.outputs());
        UnitMap map = EquivariantNetworks.element(activation.group(), random);
        boolean plain = (!dense.hasBias() && !map.shift().isZero())
                || (!next.hasBias()
                        && !activation.group().companion(map).shift().isZero());
        UnitMap relation = plain ? UnitMap.IDENTITY : map;
        layers.set(index, withRow(dense, unit, relation, random));
        layers.set(index + 1, Layer.Entrywise.of(activation, dense.outputs() + 1));
        Scalar share = this == CLONE ? Scalar.of(random.nextInt(1, 4), 4) : Scalar.ZERO;
        layers.set(index + 2, withColumn(next, unit, activation.group().companion(relation), share));
        return new Network(layers);
    }

    private Layer.Dense withRow(Layer.Dense dense, int unit, UnitMap map, SplittableRandom random) {
        int n = dense.outputs();
        ExactMatrix weight = ExactMatrix.build(
                n + 1,
                dense.inputs(),
                (i, j) -> i < n
                        ? dense.weight().get(i, j)
                        : switch (this) {
                            case INACTIVE -> Scalar.of(random.nextInt(-5, 6));
                            case ZERO -> Scalar.ZERO;
                            case CLONE -> dense.weight().get(unit, j).multiply(map.scale());
                        });
        List<Scalar> bias = new ArrayList<>(dense.biases());
        if (dense.hasBias()) {
            bias.add(this == CLONE ? map.apply(dense.bias(unit)) : Scalar.of(random.nextInt(-5, 6)));
        }
        return new Layer.Dense(weight, bias);
    }

    /** h' = b h + e, so v h = (v - t v b) h + t v h' - t v e. */
    private static Layer.Dense withColumn(Layer.Dense next, int unit, UnitMap after, Scalar share) {
        int n = next.inputs();
        ExactMatrix weight = ExactMatrix.build(next.outputs(), n + 1, (i, j) -> {
            Scalar part = next.weight().get(i, unit).multiply(share);
            if (j == n) {
                return part;
            }
            Scalar old = next.weight().get(i, j);
            return j == unit ? old.subtract(part.multiply(after.scale())) : old;
        });
        List<Scalar> bias = new ArrayList<>();
        for (int i = 0; i < next.biases().size(); i++) {
            Scalar part = next.weight().get(i, unit).multiply(share);
            bias.add(next.bias(i).subtract(part.multiply(after.shift())));
        }
        return new Layer.Dense(weight, bias);
    }
}
