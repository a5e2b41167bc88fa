package io.intertwine.find;

import io.intertwine.group.Group;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.DenseMap;
import io.intertwine.symmetry.LatentModel;
import io.intertwine.symmetry.ParametricMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gauge matching of two networks f and g: elements k_i of the latent groups with g_i k_(i-1) = k_i f_i, k the identity on inputs and
 * outputs. It is gauge matching of one network with itself in which one side is replaced.
 */
final class NetworkMatching {
    private static final int BUDGET = 10_000;

    private NetworkMatching() {}

    /** The elements, one for every latent space, if they are found. */
    static Optional<List<AffineMap>> between(Network f, Network g) {
        if (!haveSameShape(f, g)) {
            return Optional.empty();
        }
        List<ParametricMap<AffineMap>> maps = new ArrayList<>();
        for (int i = 0; i < f.layers().size(); i++) {
            maps.add(new Pair(f.layers().get(i), g.layers().get(i)));
        }
        GaugeMatching<AffineMap> matching =
                new GaugeMatching<>(new LatentModel<>(maps), NetworkTransporters.between(f, g), BUDGET);
        return matching.lifts(AffineMap.identity(f.inputs()), AffineMap.identity(f.outputs()), 1).found().stream()
                .map(GaugeMatching.Lift::latent)
                .findFirst();
    }

    /** The identity on every latent space that a comparison of two networks of this architecture has. */
    static List<AffineMap> identity(Network network) {
        List<Layer> layers = Composition.logitDifferences(network).layers();
        return layers.subList(0, layers.size() - 1).stream()
                .map(layer -> AffineMap.identity(layer.outputs()))
                .toList();
    }

    private static boolean haveSameShape(Network f, Network g) {
        if (f.layers().size() != g.layers().size() || f.inputs() != g.inputs()) {
            return false;
        }
        for (int i = 0; i < f.layers().size(); i++) {
            Layer mine = f.layers().get(i);
            Layer theirs = g.layers().get(i);
            if (!mine.getClass().equals(theirs.getClass())
                    || mine.outputs() != theirs.outputs()
                    || mine instanceof Layer.Softmax) {
                return false;
            }
        }
        return true;
    }

    /** A layer of f and the layer of g in its place; only the last one, which writes the outputs, is asked for an obstruction. */
    private record Pair(Layer f, Layer g) implements ParametricMap<AffineMap> {
        @Override
        public Optional<String> obstruction(AffineMap source, AffineMap target) {
            if (f instanceof Layer.Dense mine && g instanceof Layer.Dense theirs) {
                return new DenseMap(mine, target()).obstruction(theirs, source, target);
            }
            return source.equals(target) && f.equals(g)
                    ? Optional.empty()
                    : Optional.of("the last activations are not reached by the same units");
        }

        @Override
        public Group<AffineMap> target() {
            return new AffineGroup(f.outputs());
        }
    }
}
