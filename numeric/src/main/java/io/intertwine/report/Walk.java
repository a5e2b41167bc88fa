package io.intertwine.report;

import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.Orbits;
import io.intertwine.symmetry.Orbits.Orbit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An order of the units in which those of an orbit follow one another as the generators move them. */
final class Walk {
    private Walk() {}

    /** The orbits in the order of the blocks. */
    static List<Orbit> orbits(Orbits orbits) {
        Map<Integer, Orbit> byFirst = new HashMap<>();
        orbits.orbits().forEach(orbit -> byFirst.put(orbit.units().get(0), orbit));
        return orbits.blockOrder().stream()
                .filter(byFirst::containsKey)
                .map(byFirst::get)
                .toList();
    }

    /** All units, orbit by orbit; in their own order if the action is not monomial. */
    static List<Integer> units(Orbits orbits, List<AffineMap> generators) {
        return orbits.monomial()
                ? orbits(orbits).stream()
                        .flatMap(orbit -> units(orbit, generators).stream())
                        .toList()
                : orbits.blockOrder();
    }

    /** The units of one orbit: the cycle of the first generator, then its images under the second, and so on. */
    static List<Integer> units(Orbit orbit, List<AffineMap> generators) {
        Set<Integer> order = new LinkedHashSet<>();
        cycle(generators.get(0), orbit.units().get(0), order);
        List<Integer> found = new ArrayList<>(order);
        for (int i = 0; i < found.size() && order.size() < orbit.units().size(); i++) {
            for (AffineMap generator : generators) {
                cycle(generators.get(0), generator.permutation().apply(found.get(i)), order);
            }
            found = new ArrayList<>(order);
        }
        return found;
    }

    private static void cycle(AffineMap generator, int start, Set<Integer> order) {
        for (int at = start; order.add(at); ) {
            at = generator.permutation().apply(at);
        }
    }
}
