package io.intertwine.check;

import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.UnitRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All elements k of the latent group of units with {@code k . f = g}, for two dense layers that feed them. Row j of f must go to a row
 * of g that is a multiple of it up to a constant; a nonzero row determines the map (a, c), and {@link MembershipRule} decides
 * whether it belongs to the unit. So there are finitely many.
 */
final class PlacementRule {
    private static final int MOST_STEPS = 20_000;

    /** The deepest recursion. */
    private static final int MOST_UNITS = 2_000;

    private final List<List<Integer>> images = new ArrayList<>();
    private final List<List<UnitMap>> maps = new ArrayList<>();
    private final List<AffineMap> found = new ArrayList<>();
    private final int[] image;
    private final UnitMap[] map;
    private int steps;

    private PlacementRule(int units) {
        image = new int[units];
        map = new UnitMap[units];
    }

    static List<AffineMap> all(Layer.Dense f, Layer.Dense g, Layer.Entrywise units, MembershipRule membership)
            throws Rejection {
        Rejection.unless(f.outputs() <= MOST_UNITS, "there are more than " + MOST_UNITS + " units to place");
        PlacementRule search = new PlacementRule(f.outputs());
        Optional<Integer> undetermined = Optional.empty();
        for (int j = 0; j < f.outputs(); j++) {
            if (UnitRow.of(f, j).pivot() < 0) {
                undetermined = Optional.of(j);
            } else if (!search.addCandidates(j, f, g, units, membership)) {
                return List.of();
            }
        }
        if (undetermined.isPresent()) {
            throw new Rejection(
                    "unit " + undetermined.get() + " has no incoming weights, so its maps are not determined");
        }
        search.place(0);
        return search.found;
    }

    /** The rows of g that a unit with a nonzero row can go to; whether there is one. */
    private boolean addCandidates(int j, Layer.Dense f, Layer.Dense g, Layer.Entrywise units, MembershipRule membership)
            throws Rejection {
        UnitRow row = UnitRow.of(f, j);
        List<Integer> targets = new ArrayList<>();
        List<UnitMap> elements = new ArrayList<>();
        for (int i = 0; i < g.outputs(); i++) {
            Optional<UnitMap> element = row.proportion(UnitRow.of(g, i));
            if (element.isPresent()
                    && membership
                            .companion(units.units().get(j), units.units().get(i), element.get())
                            .isPresent()) {
                targets.add(i);
                elements.add(element.get());
            }
        }
        images.add(targets);
        maps.add(elements);
        return !targets.isEmpty();
    }

    private void place(int unit) throws Rejection {
        Rejection.unless(++steps <= MOST_STEPS, "there are more than " + MOST_STEPS + " possibilities to go through");
        if (unit == image.length) {
            found.add(element());
            return;
        }
        for (int k = 0; k < images.get(unit).size(); k++) {
            int target = images.get(unit).get(k);
            if (Arrays.stream(image, 0, unit).noneMatch(taken -> taken == target)) {
                image[unit] = target;
                map[unit] = maps.get(unit).get(k);
                place(unit + 1);
            }
        }
    }

    private AffineMap element() {
        Scalar[] shifts = new Scalar[image.length];
        for (int j = 0; j < image.length; j++) {
            shifts[image[j]] = map[j].shift();
        }
        return AffineMap.monomial(
                Permutation.of(image), Arrays.stream(map).map(UnitMap::scale).toList(), Arrays.asList(shifts));
    }
}
