package io.intertwine.rep;

import io.intertwine.exact.Scalar;
import io.intertwine.group.FiniteGroup;
import io.intertwine.group.Subgroup;
import java.util.ArrayList;
import java.util.List;

/** The orbits of a signed permutation representation of a finite group as pairs of subgroups: what keeps a unit, up to sign and as it is. */
final class PointStabilisers {
    private final FiniteGroup group;
    private final List<AffineMap> maps;
    private final int units;

    PointStabilisers(FiniteGroup group, List<AffineMap> maps) {
        this.group = group;
        this.maps = maps;
        this.units = maps.isEmpty() ? 0 : maps.get(0).dimension();
        boolean signs = maps.stream()
                .allMatch(map -> map.isMonomial()
                        && map.isLinear()
                        && map.scales().stream().allMatch(scale -> scale.abs().isOne()));
        if (maps.size() != group.generators() || !signs) {
            throw new IllegalArgumentException("expected a signed permutation for each of the " + group.generators()
                    + " generators, found " + maps);
        }
    }

    List<TransitiveAction> orbits() {
        boolean[] seen = new boolean[units];
        List<TransitiveAction> result = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            if (!seen[unit]) {
                result.add(orbit(unit, seen));
            }
        }
        return result;
    }

    private TransitiveAction orbit(int unit, boolean[] seen) {
        int[] images = new int[group.order()];
        List<Integer> stabiliser = new ArrayList<>();
        List<Integer> kernel = new ArrayList<>();
        for (int x : group.shortFirst()) {
            images[x] = x == 0 ? unit + 1 : moved(group.first(x), images[group.rest(x)]);
            seen[Math.abs(images[x]) - 1] = true;
            if (Math.abs(images[x]) == unit + 1) {
                stabiliser.add(x);
            }
            if (images[x] == unit + 1) {
                kernel.add(x);
            }
        }
        requireAction(images);
        return new TransitiveAction(Subgroup.of(group, stabiliser), Subgroup.of(group, kernel));
    }

    private void requireAction(int[] images) {
        for (int x = 0; x < images.length; x++) {
            for (int g = 0; g < maps.size(); g++) {
                if (images[group.leftProduct(g, x)] != moved(g, images[x])) {
                    throw new IllegalArgumentException("the maps are no representation of the group");
                }
            }
        }
    }

    /** The image of a signed unit: k + 1 for unit k, -(k + 1) for its negative. */
    private int moved(int generator, int signed) {
        int unit = Math.abs(signed) - 1;
        AffineMap map = maps.get(generator);
        int sign = map.scales().get(unit).equals(Scalar.ONE) ? 1 : -1;
        return Integer.signum(signed) * sign * (map.permutation().apply(unit) + 1);
    }
}
