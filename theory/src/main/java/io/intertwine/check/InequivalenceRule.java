package io.intertwine.check;

import io.intertwine.exact.Echelon;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import java.util.List;

/**
 * Two parameters of the same architecture are not related by the latent groups if an invariant differs, or if {@link LiftsRule} finds
 * no element that takes one to the other. Latent maps are invertible, so the rank of every weight is an invariant; those of units are
 * monomial, so the number of zero rows before units and of zero columns after units are. After a last softmax the logits count up to a
 * common number, so that their differences are compared.
 */
final class InequivalenceRule {
    private InequivalenceRule() {}

    static void require(Network f, Network g) throws Rejection {
        Rejection.unless(g.hasArchitectureOf(f), "the other parameter is one of another architecture");
        MembershipRule.requireMonomial(f);
        Network mine = Composition.logitDifferences(f);
        Network theirs = Composition.logitDifferences(g);
        if (differ(mine, theirs)) {
            return;
        }
        Rejection.unless(
                LiftsRule.all(mine, theirs, AffineMap.identity(f.inputs()), AffineMap.identity(f.outputs()))
                        .isEmpty(),
                "an element of the latent groups takes one parameter to the other");
    }

    private static boolean differ(Network f, Network g) {
        for (int i = 0; i < f.layers().size(); i++) {
            if (f.layers().get(i) instanceof Layer.Dense mine
                    && differ(f.layers(), i, mine, (Layer.Dense) g.layers().get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean differ(List<Layer> layers, int index, Layer.Dense f, Layer.Dense g) {
        boolean beforeUnits = index + 1 < layers.size() && layers.get(index + 1) instanceof Layer.Entrywise;
        boolean afterUnits = index > 0 && layers.get(index - 1) instanceof Layer.Entrywise;
        return (beforeUnits && zeroRows(f) != zeroRows(g))
                || (afterUnits && zeroColumns(f) != zeroColumns(g))
                || Echelon.of(f.weight()).rank() != Echelon.of(g.weight()).rank();
    }

    private static long zeroRows(Layer.Dense layer) {
        long count = 0;
        for (int i = 0; i < layer.outputs(); i++) {
            count += layer.weight().isZeroRow(i) ? 1 : 0;
        }
        return count;
    }

    private static long zeroColumns(Layer.Dense layer) {
        return zeroRows(new Layer.Dense(layer.weight().transpose(), List.of()));
    }
}
