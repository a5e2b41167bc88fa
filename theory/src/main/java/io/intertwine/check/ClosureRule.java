package io.intertwine.check;

import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Enumeration of a finite group of tuples (input, output, latent actions): the latent part must be a function of the first two. */
final class ClosureRule {
    /** The largest group that is enumerated. */
    static final int LIMIT = 10_000;

    /** The most numbers that are kept: of wide spaces fewer elements are enumerated. */
    static final long NUMBERS = 40_000_000;

    /** The most bits of a number: in a finite group they do not grow. */
    static final int BITS = 4_000;

    private ClosureRule() {}

    /** Enumerates the group of tuples; its order, if the latent part is a function of the input and output part. */
    static int order(Symmetry symmetry, List<List<AffineMap>> actions) throws Rejection {
        List<List<AffineMap>> generators = new ArrayList<>();
        for (int g = 0; g < actions.size(); g++) {
            List<AffineMap> tuple = new ArrayList<>(List.of(
                    symmetry.input().images().get(g), symmetry.output().images().get(g)));
            tuple.addAll(actions.get(g));
            generators.add(tuple);
        }
        return generators.isEmpty()
                ? 1
                : elements(generators, 2, "; give relators").size();
    }

    /**
     * All elements of the finite group that at least one tuple generates.
     *
     * @param leading how many maps of a tuple come first: the others must be a function of them
     * @param hint what a refusal ends with
     */
    static List<List<AffineMap>> elements(List<List<AffineMap>> generators, int leading, String hint) throws Rejection {
        List<AffineMap> identity = generators.get(0).stream()
                .map(map -> AffineMap.identity(map.dimension()))
                .toList();
        long numbers = generators.get(0).stream().mapToLong(AffineMap::size).sum();
        long most = Math.min(LIMIT, NUMBERS / numbers);
        Map<List<AffineMap>, List<AffineMap>> seen = new LinkedHashMap<>();
        seen.put(identity.subList(0, leading), identity);
        Deque<List<AffineMap>> queue = new ArrayDeque<>(List.of(identity));
        while (!queue.isEmpty()) {
            List<AffineMap> element = queue.remove();
            for (List<AffineMap> generator : generators) {
                List<AffineMap> product = new ArrayList<>();
                for (int space = 0; space < element.size(); space++) {
                    product.add(generator.get(space).after(element.get(space)));
                }
                List<AffineMap> known = seen.putIfAbsent(product.subList(0, leading), product);
                Rejection.unless(
                        known == null || known.equals(product),
                        "the latent action is not determined by the input and output action" + hint);
                Rejection.unless(seen.size() <= most, "the generators generate more than " + most + " elements" + hint);
                Rejection.unless(
                        product.stream().allMatch(map -> map.bits() <= BITS),
                        "the generators generate elements with numbers of more than " + BITS + " bits" + hint);
                if (known == null) {
                    queue.add(product);
                }
            }
        }
        return List.copyOf(seen.values());
    }
}
