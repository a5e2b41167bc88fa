package io.intertwine.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All elements of the finite group that elements of a larger group generate.
 *
 * @param group the multiplication of the elements by their numbers
 * @param elements the elements, the neutral one first; those with shorter words in the generators come first
 */
public record Closure<E>(FiniteGroup group, List<E> elements) {
    public Closure {
        elements = List.copyOf(elements);
    }

    /** The closure of generators. Throws IllegalArgumentException if it has more than {@link FiniteGroup#LARGEST} elements. */
    public static <E> Closure<E> of(Group<E> within, List<E> generators) {
        return tryOf(within, generators, FiniteGroup.LARGEST)
                .orElseThrow(() ->
                        new IllegalArgumentException("the group has more than " + FiniteGroup.LARGEST + " elements"));
    }

    /** The closure of generators; empty if it has more than {@code most} elements. */
    public static <E> Optional<Closure<E>> tryOf(Group<E> within, List<E> generators, int most) {
        return tryOf(within, generators, most, element -> true);
    }

    /** The closure of generators; empty if it has more than {@code most} elements, or one that is not small. */
    public static <E> Optional<Closure<E>> tryOf(Group<E> within, List<E> generators, int most, Predicate<E> small) {
        Map<E, Integer> numbers = new HashMap<>(Map.of(within.identity(), 0));
        List<E> elements = new ArrayList<>(List.of(within.identity()));
        List<List<Integer>> left = new ArrayList<>();
        generators.forEach(generator -> left.add(new ArrayList<>()));
        for (int i = 0; i < elements.size(); i++) {
            for (int g = 0; g < generators.size(); g++) {
                E product = within.multiply(generators.get(g), elements.get(i));
                Integer known = numbers.putIfAbsent(product, elements.size());
                left.get(g).add(known == null ? elements.size() : known);
                if (known == null && !small.test(product)) {
                    return Optional.empty();
                }
                if (known == null) {
                    elements.add(product);
                }
            }
            if (elements.size() > most) {
                return Optional.empty();
            }
        }
        List<Permutation> permutations = left.stream()
                .map(images -> Permutation.of(
                        images.stream().mapToInt(Integer::intValue).toArray()))
                .toList();
        return Optional.of(new Closure<>(FiniteGroup.of(permutations, elements.size()), elements));
    }

    /** For every element a shortest word in the generators that has it as its value. */
    public List<Word> words() {
        List<Word> words = new ArrayList<>();
        for (int x = 0; x < elements.size(); x++) {
            words.add(group.word(x));
        }
        return words;
    }
}
