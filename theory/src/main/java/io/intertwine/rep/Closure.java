package io.intertwine.rep;

import io.intertwine.group.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All elements of the finite group that generators generate, each as the list of its maps on several spaces at once.
 *
 * @param elements the elements, the neutral one first
 * @param words for every element a word in the generators that has it as its value, a shortest one
 */
public record Closure(List<List<AffineMap>> elements, List<Word> words) {
    /** The largest group that is listed. */
    public static final int LARGEST = 10_000;

    public Closure {
        elements = List.copyOf(elements);
        words = List.copyOf(words);
    }

    /**
     * The closure of generators, at least one, given by their maps on the spaces. Throws IllegalArgumentException if there are more
     * than {@link #LARGEST} elements.
     */
    public static Closure of(List<List<AffineMap>> generators) {
        return tryOf(generators, LARGEST)
                .orElseThrow(() -> new IllegalArgumentException("the group has more than " + LARGEST + " elements"));
    }

    /** The closure of generators, at least one; empty if there are more than {@code most} elements. */
    public static Optional<Closure> tryOf(List<List<AffineMap>> generators, int most) {
        List<AffineMap> neutral = generators.get(0).stream()
                .map(map -> AffineMap.identity(map.dimension()))
                .toList();
        Set<List<AffineMap>> seen = new HashSet<>(List.of(neutral));
        List<List<AffineMap>> elements = new ArrayList<>(seen);
        List<Word> words = new ArrayList<>(List.of(new Word(List.of())));
        for (int i = 0; i < elements.size(); i++) {
            for (int g = 0; g < generators.size(); g++) {
                List<AffineMap> product = product(generators.get(g), elements.get(i));
                if (seen.add(product)) {
                    elements.add(product);
                    words.add(longer(g, words.get(i)));
                }
            }
            if (elements.size() > most) {
                return Optional.empty();
            }
        }
        return Optional.of(new Closure(elements, words));
    }

    /** The word of a generator times an element. */
    private static Word longer(int generator, Word word) {
        List<Word.Letter> letters = new ArrayList<>(word.letters());
        boolean same = !letters.isEmpty() && letters.get(0).generator() == generator;
        int exponent = same ? letters.remove(0).exponent() + 1 : 1;
        letters.add(0, new Word.Letter(generator, exponent));
        return new Word(letters);
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
