package io.intertwine.testkit;

import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The transitive signed permutation actions of a finite group on cosets G/H, induced from characters H -> {1, -1} with kernel N, for
 * all subgroups that two elements generate; small sets first. With H = N they are permutation actions.
 */
public final class TransitiveActions {
    private static final Map<String, List<List<AffineMap>>> KNOWN = new ConcurrentHashMap<>();

    private final FiniteGroup group;

    private TransitiveActions(FiniteGroup group) {
        this.group = group;
    }

    /** All of them, each as the maps of the generators, in order; the trivial action on one point comes first. */
    public static List<List<AffineMap>> of(FiniteGroup group) {
        return KNOWN.computeIfAbsent(group.name(), name -> new TransitiveActions(group).all());
    }

    /** Those without signs. */
    public static List<List<AffineMap>> permutations(FiniteGroup group) {
        return of(group).stream()
                .filter(maps ->
                        maps.stream().allMatch(map -> map.scales().stream().allMatch(Scalar::isOne)))
                .toList();
    }

    private List<List<AffineMap>> all() {
        Set<List<AffineMap>> actions = new LinkedHashSet<>();
        for (Set<Permutation> kernel : subgroups()) {
            actions.add(cosets(kernel, kernel));
            for (Permutation h : group.elements().keySet()) {
                Set<Permutation> larger = extension(kernel, h);
                if (larger.size() == 2 * kernel.size()) {
                    actions.add(cosets(larger, kernel));
                }
            }
        }
        return actions.stream()
                .sorted(Comparator.comparingInt(maps -> maps.get(0).dimension()))
                .toList();
    }

    private Set<Set<Permutation>> subgroups() {
        Set<Set<Permutation>> subgroups = new LinkedHashSet<>();
        List<Permutation> elements = List.copyOf(group.elements().keySet());
        for (Permutation a : elements) {
            for (Permutation b : elements) {
                subgroups.add(closure(List.of(a, b)));
            }
        }
        return subgroups;
    }

    private Set<Permutation> closure(List<Permutation> generators) {
        Set<Permutation> seen = new LinkedHashSet<>(
                List.of(Permutation.identity(generators.get(0).size())));
        List<Permutation> queue = new ArrayList<>(seen);
        for (int next = 0; next < queue.size(); next++) {
            for (Permutation generator : generators) {
                Permutation product = generator.after(queue.get(next));
                if (seen.add(product)) {
                    queue.add(product);
                }
            }
        }
        return seen;
    }

    /** N and N h. */
    private Set<Permutation> extension(Set<Permutation> kernel, Permutation h) {
        List<Permutation> generators = new ArrayList<>(kernel);
        generators.add(h);
        return closure(generators);
    }

    /** The action on the cosets of H, where the elements of H outside N change the sign. */
    private List<AffineMap> cosets(Set<Permutation> subgroup, Set<Permutation> kernel) {
        List<Permutation> representatives = new ArrayList<>();
        for (Permutation element : group.elements().keySet()) {
            if (representatives.stream()
                    .noneMatch(r -> subgroup.contains(r.inverse().after(element)))) {
                representatives.add(element);
            }
        }
        return group.generators().stream()
                .map(generator -> moved(generator, representatives, subgroup, kernel))
                .toList();
    }

    private static AffineMap moved(
            Permutation generator,
            List<Permutation> representatives,
            Set<Permutation> subgroup,
            Set<Permutation> kernel) {
        int[] images = new int[representatives.size()];
        List<Scalar> signs = new ArrayList<>();
        for (int i = 0; i < images.length; i++) {
            Permutation product = generator.after(representatives.get(i));
            for (int j = 0; j < images.length; j++) {
                Permutation rest = representatives.get(j).inverse().after(product);
                if (subgroup.contains(rest)) {
                    images[i] = j;
                    signs.add(kernel.contains(rest) ? Scalar.ONE : Scalar.MINUS_ONE);
                }
            }
        }
        return AffineMap.monomial(Permutation.of(images), signs);
    }

    /** The direct sum of actions, each given by the maps of the generators. */
    public static List<AffineMap> sum(List<List<AffineMap>> parts) {
        List<AffineMap> result = new ArrayList<>();
        for (int g = 0; g < parts.get(0).size(); g++) {
            int generator = g;
            result.add(beside(parts.stream().map(part -> part.get(generator)).toList()));
        }
        return result;
    }

    /** Monomial maps side by side. */
    static AffineMap beside(List<AffineMap> maps) {
        List<Integer> images = new ArrayList<>();
        List<Scalar> scales = new ArrayList<>();
        List<Scalar> shift = new ArrayList<>();
        for (AffineMap map : maps) {
            int offset = images.size();
            for (int image : map.permutation().toArray()) {
                images.add(offset + image);
            }
            scales.addAll(map.scales());
            shift.addAll(map.shift());
        }
        return AffineMap.monomial(
                Permutation.of(images.stream().mapToInt(Integer::intValue).toArray()), scales, shift);
    }
}
