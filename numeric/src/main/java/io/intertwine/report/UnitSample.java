package io.intertwine.report;

import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.Orbits;
import io.intertwine.symmetry.Orbits.Orbit;
import io.intertwine.symmetry.StabiliserCharacter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The units of a layer that are shown, grouped by orbit: all of them if they are few, else some orbits of every kind.
 *
 * @param total the number of units that the layer has
 * @param groups the orbits that are shown, large ones first; a very large orbit is shown in part
 */
record UnitSample(int total, List<Group> groups) {
    /**
     * Units that are shown side by side.
     *
     * @param units the units that are shown
     * @param orbit the orbit that they belong to
     * @param number the number of the orbit among those that are shown, from 0
     */
    record Group(List<Integer> units, Orbit orbit, int number) {}

    /** The units of an action, at most {@code limit}. */
    static UnitSample of(Orbits orbits, List<AffineMap> generators, int limit) {
        List<Group> groups = new ArrayList<>();
        int room = limit;
        for (Orbit orbit : chosen(orbits, limit)) {
            List<Integer> walk = Walk.units(orbit, generators);
            List<Integer> units = walk.subList(0, Math.min(room, walk.size()));
            if (!units.isEmpty()) {
                groups.add(new Group(units, orbit, groups.size()));
            }
            room -= units.size();
        }
        return new UnitSample(orbits.units(), groups);
    }

    /** Units without an action, each alone. */
    static UnitSample plain(int units, int limit) {
        List<Group> groups = new ArrayList<>();
        for (int unit = 0; unit < Math.min(units, limit); unit++) {
            groups.add(new Group(
                    List.of(unit), new Orbit(List.of(unit), Orbits.Kind.FIXED, StabiliserCharacter.TRIVIAL), unit));
        }
        return new UnitSample(units, groups);
    }

    /** Orbits of all kinds in turn until the room is used up, in the order of the blocks. */
    private static List<Orbit> chosen(Orbits orbits, int limit) {
        Map<String, List<Orbit>> kinds = new LinkedHashMap<>();
        for (Orbit orbit : Walk.orbits(orbits)) {
            kinds.computeIfAbsent(orbit.describe(), ignored -> new ArrayList<>())
                    .add(orbit);
        }
        Map<String, Integer> taken = new HashMap<>();
        int room = limit;
        for (int round = 0; room > 0 && round < orbits.orbits().size(); round++) {
            for (Map.Entry<String, List<Orbit>> kind : kinds.entrySet()) {
                if (round < kind.getValue().size() && room > 0) {
                    taken.merge(kind.getKey(), 1, Integer::sum);
                    room -= kind.getValue().get(round).units().size();
                }
            }
        }
        List<Orbit> result = new ArrayList<>();
        kinds.forEach((kind, members) -> result.addAll(members.subList(0, taken.getOrDefault(kind, 0))));
        return result;
    }

    /** The units that are shown, in order. */
    List<Integer> units() {
        return groups.stream().flatMap(group -> group.units.stream()).toList();
    }

    /** Whether all units are shown. */
    boolean isComplete() {
        return units().size() == total;
    }
}
