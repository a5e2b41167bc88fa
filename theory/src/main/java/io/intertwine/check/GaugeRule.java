package io.intertwine.check;

import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.DenseMap;
import java.util.List;
import java.util.Optional;

/**
 * Two networks whose layers differ by changes of coordinates of the latent spaces, g_i k_(i-1) = k_i f_i with k the identity on inputs
 * and outputs, have the same function: g_L ... g_1 = g_L ... g_2 k_1 f_1 = ... = f_L ... f_1. An entrywise layer is crossed by a
 * monomial map whose units satisfy s(a x + c) = b s(x) + e, proved by {@link ActivationRule}; so every k_i before activations lies in
 * the latent group of its units.
 */
final class GaugeRule {
    private GaugeRule() {}

    static void require(Network f, Network g, List<AffineMap> maps) throws Rejection {
        int layers = f.layers().size();
        Rejection.unless(
                g.layers().size() == layers,
                "the networks have " + layers + " and " + g.layers().size() + " layers");
        Rejection.unless(
                g.inputs() == f.inputs(), "the networks read " + f.inputs() + " and " + g.inputs() + " numbers");
        Rejection.unless(
                maps.size() == layers - 1,
                "expected a map for each of the " + (layers - 1) + " latent spaces, found " + maps.size());
        AffineMap source = AffineMap.identity(f.inputs());
        for (int i = 0; i < layers; i++) {
            AffineMap target = i < layers - 1 ? maps.get(i) : AffineMap.identity(f.outputs());
            Layer left = f.layers().get(i);
            Layer right = g.layers().get(i);
            Rejection.unless(
                    left.outputs() == target.dimension() && right.outputs() == target.dimension(),
                    "layer " + i + " writes " + left.outputs() + " and " + right.outputs()
                            + " numbers in the two networks, and the map takes " + target.dimension());
            cross(i, left, right, source, target);
            source = target;
        }
    }

    private static void cross(int index, Layer left, Layer right, AffineMap source, AffineMap target) throws Rejection {
        if (left instanceof Layer.Dense f && right instanceof Layer.Dense g) {
            Optional<String> failure = new DenseMap(f, new AffineGroup(f.outputs())).obstruction(g, source, target);
            if (failure.isPresent()) {
                throw new Rejection("layer " + index + ": " + failure.get());
            }
            return;
        }
        if (left instanceof Layer.Entrywise f && right instanceof Layer.Entrywise g) {
            new ActivationRule().require(f, g, source, target);
            return;
        }
        throw new Rejection("layer " + index + " is of different kinds in the two networks");
    }
}
