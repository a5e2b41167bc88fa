package io.intertwine.check;

import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.symmetry.UnitRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Latent actions are forced where no unit's row is zero and no two rows of a layer are related by the unit's group: then only the
 * identity of K fixes the layer maps (K acts freely), so a word in the generators that is trivial on the input is trivial on every latent
 * space (uniqueness in the proof of Theorem 4.1 of Shahverdi, Marchetti, Bökman, Kohn 2026).
 */
final class FreedomRule {
    private FreedomRule() {}

    /** Whether every latent space is that of activation units whose rows are nonzero and pairwise not related by the unit's group. */
    static boolean holds(Network network) {
        List<Layer> layers = network.layers();
        for (int i = 0; i + 1 < layers.size(); i++) {
            if (layers.get(i) instanceof Layer.Dense dense
                    && !(layers.get(i + 1) instanceof Layer.Softmax)
                    && !(layers.get(i + 1) instanceof Layer.Entrywise units && isFree(dense, units))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFree(Layer.Dense dense, Layer.Entrywise units) {
        List<UnitRow> rows = new ArrayList<>();
        for (int i = 0; i < dense.outputs(); i++) {
            UnitRow row = UnitRow.of(dense, i);
            for (int j = 0; j < i; j++) {
                boolean same = units.units().get(i).equals(units.units().get(j));
                if (same
                        && rows.get(j)
                                .transporter(units.units().get(i).group(), row)
                                .isPresent()) {
                    return false;
                }
            }
            rows.add(row);
            if (row.pivot() < 0) {
                return false;
            }
        }
        return true;
    }
}
