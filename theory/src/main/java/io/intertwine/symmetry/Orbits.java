package io.intertwine.symmetry;

import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The orbits of a layer's units under a latent action that is given by monomial affine maps, one for each generator of the group, and
 * their description in words: {@code "1 swapped pair, 1 negated, 1 fixed"}.
 *
 * @param units the number of units
 * @param monomial whether the action permutes the units up to factors; if not, there are no orbits to speak of
 * @param orbits the orbits, by their smallest units; every unit is in exactly one of them. Empty if the action is not monomial
 */
public record Orbits(int units, boolean monomial, List<Orbit> orbits) {
    private static final Comparator<Orbit> LARGE_FIRST = Comparator.<Orbit>comparingInt(
                    orbit -> orbit.kind == Kind.UNUSED ? 0 : orbit.units.size())
            .reversed()
            .thenComparing(Orbit::kind);

    public Orbits {
        orbits = List.copyOf(orbits);
    }

    /** What the group does to the units of an orbit. */
    public enum Kind {
        /** Several units that are permuted. */
        PERMUTED,
        /** Several units that are permuted, at least one with a change of sign. */
        PERMUTED_AND_NEGATED,
        /** One unit that changes its sign. */
        NEGATED,
        /** One unit that is multiplied by positive factors; this takes an infinite group. */
        SCALED,
        /** One unit that is translated; this takes an infinite group. */
        SHIFTED,
        /** One unit that does not change. */
        FIXED,
        /** Units with zero weights and no influence. */
        UNUSED
    }

    /**
     * One orbit.
     *
     * @param units the units, ascending
     * @param kind what the group does to them
     * @param character how the stabiliser of one of them acts on its values
     */
    public record Orbit(List<Integer> units, Kind kind, StabiliserCharacter character) {
        public Orbit {
            units = List.copyOf(units);
        }

        /** The orbit in words, for instance "swapped pair" or "orbit of 4". */
        public String describe() {
            return words(1);
        }

        private String words(int count) {
            return switch (kind) {
                case PERMUTED -> several(count, "swapped", "");
                case PERMUTED_AND_NEGATED -> several(count, "swapped and negated", " with signs");
                case NEGATED -> "negated";
                case SCALED -> "scaled";
                case SHIFTED -> "shifted";
                case FIXED -> "fixed";
                case UNUSED -> "unused";
            };
        }

        private String several(int count, String pair, String suffix) {
            String plural = count == 1 ? "" : "s";
            return units.size() == 2 ? pair + " pair" + plural : "orbit" + plural + " of " + units.size() + suffix;
        }

        /** How many of the things that {@link #words} names the orbit contributes. */
        private int count() {
            return kind == Kind.UNUSED ? units.size() : 1;
        }
    }

    /** The orbits under the maps of the generators: at least one map, all of the same dimension. */
    public static Orbits of(List<AffineMap> generators) {
        return of(generators, Set.of());
    }

    /** The orbits, where the units of the given set are known to have zero weights and no influence. */
    public static Orbits of(List<AffineMap> generators, Set<Integer> unused) {
        int units = generators.get(0).dimension();
        if (!generators.stream().allMatch(AffineMap::isMonomial)) {
            return new Orbits(units, false, List.of());
        }
        boolean[] seen = new boolean[units];
        List<Orbit> orbits = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            if (!seen[unit]) {
                List<Integer> members = walk(generators, unit, seen);
                Kind kind = unused.containsAll(members) ? Kind.UNUSED : kind(generators, members);
                orbits.add(new Orbit(members, kind, StabiliserCharacter.of(generators, unit)));
            }
        }
        return new Orbits(units, true, orbits);
    }

    private static List<Integer> walk(List<AffineMap> generators, int base, boolean[] seen) {
        Set<Integer> members = new TreeSet<>();
        List<Integer> waiting = new ArrayList<>(List.of(base));
        seen[base] = true;
        while (!waiting.isEmpty()) {
            int unit = waiting.remove(waiting.size() - 1);
            members.add(unit);
            for (AffineMap generator : generators) {
                int image = generator.permutation().apply(unit);
                if (!seen[image]) {
                    seen[image] = true;
                    waiting.add(image);
                }
            }
        }
        return List.copyOf(members);
    }

    private static Kind kind(List<AffineMap> generators, List<Integer> members) {
        List<Scalar> scales = generators.stream()
                .flatMap(map -> members.stream().map(unit -> map.scales().get(unit)))
                .toList();
        boolean negates = scales.stream().anyMatch(scale -> scale.signum() < 0);
        if (members.size() > 1) {
            return negates ? Kind.PERMUTED_AND_NEGATED : Kind.PERMUTED;
        }
        if (negates) {
            return Kind.NEGATED;
        }
        if (!scales.stream().allMatch(Scalar::isOne)) {
            return Kind.SCALED;
        }
        boolean moves = generators.stream()
                .anyMatch(map -> !map.shift().get(members.get(0)).isZero());
        return moves ? Kind.SHIFTED : Kind.FIXED;
    }

    /** The number of units in orbits of one kind. */
    public int count(Kind kind) {
        return orbits.stream()
                .filter(orbit -> orbit.kind == kind)
                .mapToInt(orbit -> orbit.units.size())
                .sum();
    }

    /** The orbits in words, the large ones first: {@code "3 orbits of 4, 1 swapped pair, 2 fixed"}. */
    public String describe() {
        if (!monomial) {
            return "linear action of dimension " + units;
        }
        Map<String, List<Orbit>> alike = orbits.stream()
                .sorted(LARGE_FIRST)
                .collect(Collectors.groupingBy(Orbit::describe, LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream().map(Orbits::describe).collect(Collectors.joining(", "));
    }

    private static String describe(List<Orbit> alike) {
        int count = alike.stream().mapToInt(Orbit::count).sum();
        return count + " " + alike.get(0).words(count);
    }

    /**
     * The action as a sum of actions induced from characters of stabilisers: {@code "12 orbits induced from the trivial character (8 of 2
     * units, 4 of 1), 3 from the sign (3 of 1)"}. The number of units of an orbit is the index of the stabiliser. What can be said
     * without signs after some units have changed theirs counts as induced from the trivial character.
     */
    public String decomposition() {
        if (!monomial) {
            return describe();
        }
        List<String> parts = new ArrayList<>();
        for (StabiliserCharacter character : StabiliserCharacter.values()) {
            List<Orbit> alike = orbits.stream()
                    .filter(orbit -> orbit.kind != Kind.UNUSED && orbit.character == character)
                    .toList();
            if (!alike.isEmpty()) {
                String noun = parts.isEmpty() ? (alike.size() == 1 ? " orbit" : " orbits") + " induced" : "";
                parts.add(alike.size() + noun + " from " + character.words() + " (" + sizes(alike) + ")");
            }
        }
        if (count(Kind.UNUSED) > 0) {
            parts.add(count(Kind.UNUSED) + " unused");
        }
        return String.join(", ", parts);
    }

    private static String sizes(List<Orbit> alike) {
        SortedMap<Integer, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
        alike.forEach(orbit -> counts.merge(orbit.units.size(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((size, count) ->
                parts.add(count + " of " + size + (!parts.isEmpty() ? "" : size == 1 ? " unit" : " units")));
        return String.join(", ", parts);
    }

    /** The units orbit by orbit, the large orbits first: an order in which the matrices of the action are block diagonal. */
    public List<Integer> blockOrder() {
        return monomial
                ? orbits.stream()
                        .sorted(LARGE_FIRST)
                        .flatMap(orbit -> orbit.units.stream())
                        .toList()
                : IntStream.range(0, units).boxed().toList();
    }
}
