package io.intertwine.check;

import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.DenseMap;
import io.intertwine.symmetry.UnitwiseGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All elements k_1, ..., k_(L-1) of the latent groups with g_i k_(i-1) = k_i f_i, where k_0 and k_L are given. The latent group of units
 * consists of the monomial maps that permute units of the same activation and move each by an element of its single-neuron group. The
 * search ({@link PlacementRule}) is finite; it rejects where a row is zero, where dense layers follow each other, and where there are
 * too many possibilities. Callers require the latent groups to be monomial ({@link MembershipRule#requireMonomial}).
 */
final class LiftsRule {
    private static final int MOST_LIFTS = 2_000;
    private static final int MOST_STEPS = 20_000;

    private final Network f;
    private final Network g;
    private final AffineMap output;
    private final MembershipRule membership = new MembershipRule();
    private final List<List<AffineMap>> found = new ArrayList<>();
    private int steps;

    private LiftsRule(Network f, Network g, AffineMap output) {
        this.f = f;
        this.g = g;
        this.output = output;
    }

    /** All of them, for networks of the same architecture. */
    static List<List<AffineMap>> all(Network f, Network g, AffineMap input, AffineMap output) throws Rejection {
        LiftsRule search = new LiftsRule(f, g, output);
        search.extend(input, List.of());
        return search.found;
    }

    private void extend(AffineMap source, List<AffineMap> latent) throws Rejection {
        Rejection.unless(++steps <= MOST_STEPS, "there are more than " + MOST_STEPS + " latent maps to go through");
        int index = latent.size();
        boolean last = index == f.layers().size() - 1;
        if (f.layers().get(index) instanceof Layer.Entrywise units) {
            Optional<AffineMap> after = across(units, source);
            if (last && after.equals(Optional.of(output))) {
                add(latent);
            } else if (!last && after.isPresent()) {
                extend(after.get(), with(latent, after.get()));
            }
            return;
        }
        if (!(f.layers().get(index) instanceof Layer.Dense dense)) {
            throw new Rejection("the possible maps after a softmax are not enumerated");
        }
        Layer.Dense other = (Layer.Dense) g.layers().get(index);
        if (last) {
            DenseMap map = new DenseMap(dense, new AffineGroup(dense.outputs()));
            if (map.obstruction(other, source, output).isEmpty()) {
                add(latent);
            }
            return;
        }
        if (!(f.layers().get(index + 1) instanceof Layer.Entrywise units)) {
            throw new Rejection("the possible maps between two dense layers are not enumerated");
        }
        for (AffineMap k : PlacementRule.all(dense, Composition.before(other, source), units, membership)) {
            extend(k, with(latent, k));
        }
    }

    private void add(List<AffineMap> latent) throws Rejection {
        found.add(latent);
        Rejection.unless(found.size() <= MOST_LIFTS, "there are more than " + MOST_LIFTS + " latent maps");
    }

    private static List<AffineMap> with(List<AffineMap> latent, AffineMap next) {
        List<AffineMap> longer = new ArrayList<>(latent);
        longer.add(next);
        return longer;
    }

    /** chi(K) for the units; empty if K is proved not to be in their latent group. */
    private Optional<AffineMap> across(Layer.Entrywise units, AffineMap k) throws Rejection {
        Rejection.unless(k.isMonomial(), "the map before activations is not monomial");
        Scalar[] scales = new Scalar[units.inputs()];
        Scalar[] shifts = new Scalar[units.inputs()];
        for (int j = 0; j < units.inputs(); j++) {
            int image = k.permutation().apply(j);
            UnitMap map = UnitwiseGroup.unitMap(k, j);
            Optional<UnitMap> after =
                    membership.companion(units.units().get(j), units.units().get(image), map);
            if (after.isEmpty()) {
                return Optional.empty();
            }
            scales[j] = after.get().scale();
            shifts[image] = after.get().shift();
        }
        return Optional.of(AffineMap.monomial(k.permutation(), Arrays.asList(scales), Arrays.asList(shifts)));
    }
}
