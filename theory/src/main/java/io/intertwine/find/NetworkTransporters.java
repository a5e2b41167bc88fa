package io.intertwine.find;

import io.intertwine.activation.UnitGroup;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.UnitwiseGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToLongFunction;

/** The transporters of a network's layers, in the order of the inner maps of its {@link io.intertwine.symmetry.LatentModel}. */
final class NetworkTransporters {
    private NetworkTransporters() {}

    static List<Transporters<AffineMap>> of(Network network) {
        List<Layer> layers = network.layers();
        List<Transporters<AffineMap>> result = new ArrayList<>();
        for (int i = 0; i + 1 < layers.size(); i++) {
            Layer next = layers.get(i + 1);
            if (layers.get(i) instanceof Layer.Entrywise units) {
                result.add(source -> companion(units, source));
            } else if (layers.get(i) instanceof Layer.Dense dense && next instanceof Layer.Entrywise units) {
                result.add(new RowTransporters(dense, units.units(), signatures(layers, i)));
            } else if (layers.get(i) instanceof Layer.Dense dense && next instanceof Layer.Dense) {
                result.add(new LinearTransporters(dense));
            }
        }
        return result;
    }

    /** The transporters that take the layers of f to those of g, a network of the same kinds and sizes of layers. */
    static List<Transporters<AffineMap>> between(Network f, Network g) {
        List<Layer> layers = f.layers();
        List<Transporters<AffineMap>> result = new ArrayList<>();
        for (int i = 0; i + 1 < layers.size(); i++) {
            if (layers.get(i) instanceof Layer.Entrywise units && g.layers().get(i) instanceof Layer.Entrywise others) {
                result.add(source -> companion(units, others, source));
            } else if (layers.get(i) instanceof Layer.Dense dense && g.layers().get(i) instanceof Layer.Dense other) {
                if (layers.get(i + 1) instanceof Layer.Entrywise units
                        && g.layers().get(i + 1) instanceof Layer.Entrywise others) {
                    RowTransporters rows = new RowTransporters(dense, units.units(), signatures(layers, i));
                    result.add(source -> rows.of(other, others.units(), source));
                } else {
                    LinearTransporters linear = new LinearTransporters(dense);
                    result.add(source -> linear.of(other, source));
                }
            }
        }
        return result;
    }

    private static Transporters.Coset<AffineMap> companion(Layer.Entrywise layer, AffineMap source) {
        UnitwiseGroup group = new UnitwiseGroup(layer.units());
        return group.contains(source)
                ? Transporters.Coset.one(group.companion(source))
                : Transporters.Coset.none("the action before the activation is not in the latent group of its units");
    }

    /** The same where the units of f stand in another order in g. */
    private static Transporters.Coset<AffineMap> companion(Layer.Entrywise f, Layer.Entrywise g, AffineMap source) {
        if (f.equals(g)) {
            return companion(f, source);
        }
        if (!source.isMonomial()) {
            return Transporters.Coset.none("units of different activations are mixed");
        }
        List<Scalar> scales = new ArrayList<>();
        List<Scalar> shifts = new ArrayList<>(Collections.nCopies(f.inputs(), Scalar.ZERO));
        for (int j = 0; j < f.inputs(); j++) {
            UnitGroup group = f.units().get(j).group();
            int image = source.permutation().apply(j);
            UnitMap map = UnitwiseGroup.unitMap(source, j);
            if (!f.units().get(j).equals(g.units().get(image)) || !group.contains(map)) {
                return Transporters.Coset.none("units of different activations are matched");
            }
            scales.add(group.companion(map).scale());
            shifts.set(image, group.companion(map).shift());
        }
        return Transporters.Coset.one(AffineMap.monomial(source.permutation(), scales, shifts));
    }

    /**
     * For a unit a number made of its outgoing weights that does not change when later units are permuted or change sign: a sum over
     * the rows of mixed absolute values. It orders clones; a wrong order costs time, never a verdict.
     */
    private static IntToLongFunction signatures(List<Layer> layers, int index) {
        int next = index + 1;
        while (next < layers.size() && layers.get(next) instanceof Layer.Entrywise) {
            next++;
        }
        return next < layers.size() && layers.get(next) instanceof Layer.Dense dense
                ? unit -> signature(dense.weight(), unit)
                : unit -> 0;
    }

    private static long signature(ExactMatrix weight, int column) {
        long sum = 0;
        for (int i = 0; i < weight.rows(); i++) {
            sum += mix(weight.get(i, column).abs().hashCode());
        }
        return sum;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 31)) * 0x9e3779b97f4a7c15L;
        return mixed ^ (mixed >>> 29);
    }
}
