package io.intertwine.testkit;

import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.group.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small finite group: a presentation, a faithful action of its generators by permutations, and all its elements.
 *
 * @param name for reports
 * @param presentation generators and relators
 * @param generators the permutations by which the generators act, faithfully
 * @param elements every element, as a permutation, with a word for it: indices of generators, the leftmost factor first
 */
public record FiniteGroup(
        String name,
        Presentation presentation,
        List<Permutation> generators,
        Map<Permutation, List<Integer>> elements) {
    public FiniteGroup {
        generators = List.copyOf(generators);
        elements = new LinkedHashMap<>(elements);
    }

    /** The cyclic group of order n. */
    public static FiniteGroup cyclic(int n) {
        return of("C" + n, Presentation.cyclic(n), List.of(rotation(n)));
    }

    /** The dihedral group of order 2n, n at least 3. */
    public static FiniteGroup dihedral(int n) {
        int[] reflection = new int[n];
        for (int i = 0; i < n; i++) {
            reflection[i] = (n - i) % n;
        }
        return of("D" + n, Presentation.dihedral(n), List.of(rotation(n), Permutation.of(reflection)));
    }

    /** The symmetric group on n points. */
    public static FiniteGroup symmetric(int n) {
        List<Permutation> transpositions = new ArrayList<>();
        for (int i = 0; i + 1 < n; i++) {
            int[] images = Permutation.identity(n).toArray();
            images[i] = i + 1;
            images[i + 1] = i;
            transpositions.add(Permutation.of(images));
        }
        return of("S" + n, Presentation.symmetric(n), transpositions);
    }

    private static Permutation rotation(int n) {
        int[] images = new int[n];
        for (int i = 0; i < n; i++) {
            images[i] = (i + 1) % n;
        }
        return Permutation.of(images);
    }

    /** The group with this presentation, if the permutations act faithfully. */
    public static FiniteGroup of(String name, Presentation presentation, List<Permutation> generators) {
        Map<Permutation, List<Integer>> elements = new LinkedHashMap<>();
        List<Permutation> queue = new ArrayList<>();
        Permutation identity = Permutation.identity(generators.get(0).size());
        elements.put(identity, List.of());
        queue.add(identity);
        for (int next = 0; next < queue.size(); next++) {
            for (int g = 0; g < generators.size(); g++) {
                Permutation product = generators.get(g).after(queue.get(next));
                List<Integer> word = new ArrayList<>(List.of(g));
                word.addAll(elements.get(queue.get(next)));
                if (elements.putIfAbsent(product, word) == null) {
                    queue.add(product);
                }
            }
        }
        return new FiniteGroup(name, presentation, generators, elements);
    }

    /** The direct product: generators of the second factor get a prime. */
    public static FiniteGroup product(FiniteGroup a, FiniteGroup b) {
        List<String> names = new ArrayList<>(a.presentation.generators());
        b.presentation.generators().forEach(name -> names.add(name + "'"));
        int offset = a.generators.size();
        List<Word> relators = new ArrayList<>(a.presentation.relators());
        b.presentation.relators().forEach(word -> relators.add(shifted(word, offset)));
        for (int i = 0; i < offset; i++) {
            for (int j = 0; j < b.generators.size(); j++) {
                relators.add(new Word(List.of(
                        new Word.Letter(i, 1),
                        new Word.Letter(offset + j, 1),
                        new Word.Letter(i, -1),
                        new Word.Letter(offset + j, -1))));
            }
        }
        List<Permutation> generators = new ArrayList<>();
        int left = a.generators.get(0).size();
        int right = b.generators.get(0).size();
        a.generators.forEach(generator -> generators.add(beside(generator, Permutation.identity(right))));
        b.generators.forEach(generator -> generators.add(beside(Permutation.identity(left), generator)));
        return of(a.name + "x" + b.name, new Presentation(names, relators), generators);
    }

    private static Word shifted(Word word, int offset) {
        return new Word(word.letters().stream()
                .map(letter -> new Word.Letter(letter.generator() + offset, letter.exponent()))
                .toList());
    }

    private static Permutation beside(Permutation left, Permutation right) {
        int[] images = new int[left.size() + right.size()];
        for (int i = 0; i < images.length; i++) {
            images[i] = i < left.size() ? left.apply(i) : left.size() + right.apply(i - left.size());
        }
        return Permutation.of(images);
    }

    /** The number of elements. */
    public int order() {
        return elements.size();
    }

    @Override
    public String toString() {
        return name;
    }
}
