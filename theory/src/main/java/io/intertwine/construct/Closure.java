package io.intertwine.construct;

import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All elements of the finite group that generators generate, each as the list of its maps on several spaces at once.
 *
 * @param elements the elements, the neutral one first
 */
public record Closure(List<List<AffineMap>> elements) {
    /** The largest group that is listed. */
    public static final int LARGEST = 10_000;

    public Closure {
        elements = List.copyOf(elements);
    }

    /**
     * The closure of generators, at least one, given by their maps on the spaces. Throws IllegalArgumentException if there are more
     * than {@link #LARGEST} elements.
     */
    public static Closure of(List<List<AffineMap>> generators) {
        List<AffineMap> neutral = generators.get(0).stream()
                .map(map -> AffineMap.identity(map.dimension()))
                .toList();
        Set<List<AffineMap>> seen = new LinkedHashSet<>(List.of(neutral));
        List<List<AffineMap>> elements = new ArrayList<>(seen);
        for (int i = 0; i < elements.size(); i++) {
            for (List<AffineMap> generator : generators) {
                List<AffineMap> product = product(generator, elements.get(i));
                if (seen.add(product)) {
                    elements.add(product);
                }
            }
            if (elements.size() > LARGEST) {
                throw new IllegalArgumentException("the group has more than " + LARGEST + " elements");
            }
        }
        return new Closure(elements);
    }

    private static List<AffineMap> product(List<AffineMap> left, List<AffineMap> right) {
        List<AffineMap> result = new ArrayList<>();
        for (int space = 0; space < left.size(); space++) {
            result.add(left.get(space).after(right.get(space)));
        }
        return List.copyOf(result);
    }

    /** The maps of all elements on one space. */
    public List<AffineMap> on(int space) {
        return elements.stream().map(element -> element.get(space)).toList();
    }
}
