package io.intertwine.find;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.EntrywiseMap;
import io.intertwine.symmetry.UnitwiseGroup;
import java.util.ArrayList;
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

    private static Transporters.Coset<AffineMap> companion(Layer.Entrywise layer, AffineMap source) {
        UnitwiseGroup group = new EntrywiseMap(layer).sourceGroup();
        return group.contains(source)
                ? Transporters.Coset.one(group.companion(source))
                : Transporters.Coset.none("the action before the activation is not in the latent group of its units");
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
