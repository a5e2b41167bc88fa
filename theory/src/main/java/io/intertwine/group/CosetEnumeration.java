package io.intertwine.group;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The order and multiplication of a group that is given by generators and relators, by enumeration of the cosets of the trivial subgroup
 * (J. A. Todd, H. S. M. Coxeter 1936; the strategy HLT in D. F. Holt, B. Eick, E. A. O'Brien, Handbook of Computational Group Theory,
 * section 5.2): every relator is traced from every coset, with new cosets where the trace stops, and cosets
 * that turn out to be equal are merged.
 */
public final class CosetEnumeration {
    private final int most;
    private final List<int[]> relators = new ArrayList<>();
    /** The image of coset c under letter l, or -1; the letters are the generators and, after them, their inverses. */
    private final List<int[]> table = new ArrayList<>();
    /** A coset that c has been merged with, or c. */
    private final List<Integer> parents = new ArrayList<>();

    private final Deque<int[]> coincidences = new ArrayDeque<>();
    private final int generators;
    private int live;

    private CosetEnumeration(GroupDescription.Presentation presentation, int most) {
        this.most = most;
        this.generators = presentation.generators().size();
        presentation.relators().forEach(word -> relators.add(letters(word)));
    }

    /**
     * The group of a presentation.
     *
     * @return empty if more than {@code most} cosets are needed at a time, as for every infinite group
     */
    public static Optional<FiniteGroup> tryOf(GroupDescription.Presentation presentation, int most) {
        return new CosetEnumeration(presentation, most).enumerate();
    }

    /** The group of a presentation. Throws IllegalArgumentException if it is not seen to be finite by 40,000 cosets. */
    public static FiniteGroup of(GroupDescription.Presentation presentation) {
        return tryOf(presentation, 4 * FiniteGroup.LARGEST)
                .orElseThrow(() -> new IllegalArgumentException("the group with generators " + presentation.generators()
                        + " and the given relators is infinite, has more than "
                        + FiniteGroup.LARGEST + " elements, or is not found to be finite by " + 4 * FiniteGroup.LARGEST
                        + " cosets"));
    }

    /** The letters of a word, the last factor first: cosets are traced as x -> w x. */
    private int[] letters(Word word) {
        List<Integer> letters = new ArrayList<>();
        for (Word.Letter letter : word.letters()) {
            int code = letter.generator() + (letter.exponent() < 0 ? generators : 0);
            for (int i = 0; i < Math.abs(letter.exponent()); i++) {
                letters.add(0, code);
            }
        }
        return letters.stream().mapToInt(Integer::intValue).toArray();
    }

    private Optional<FiniteGroup> enumerate() {
        define();
        for (int c = 0; c < table.size(); c++) {
            for (int r = 0; r < relators.size() && isLive(c); r++) {
                if (!trace(c, relators.get(r))) {
                    return Optional.empty();
                }
            }
            for (int letter = 0; letter < 2 * generators && isLive(c); letter++) {
                if (table.get(c)[letter] < 0 && !define(c, letter)) {
                    return Optional.empty();
                }
            }
        }
        return live > FiniteGroup.LARGEST ? Optional.empty() : Optional.of(numbered());
    }

    private boolean isLive(int coset) {
        return parents.get(coset) == coset;
    }

    private int inverse(int letter) {
        return letter < generators ? letter + generators : letter - generators;
    }

    private int define() {
        int[] row = new int[2 * generators];
        Arrays.fill(row, -1);
        table.add(row);
        parents.add(parents.size());
        live++;
        return parents.size() - 1;
    }

    private boolean define(int coset, int letter) {
        if (live >= most || table.size() >= 10 * most) {
            return false;
        }
        int image = define();
        table.get(coset)[letter] = image;
        table.get(image)[inverse(letter)] = coset;
        return true;
    }

    /** Makes the relator fix a coset; false if there is no room for the cosets on its way. */
    private boolean trace(int coset, int[] relator) {
        int forward = coset;
        int start = 0;
        int backward = coset;
        int end = relator.length;
        while (true) {
            while (start < end && table.get(forward)[relator[start]] >= 0) {
                forward = table.get(forward)[relator[start++]];
            }
            while (end > start && table.get(backward)[inverse(relator[end - 1])] >= 0) {
                backward = table.get(backward)[inverse(relator[--end])];
            }
            if (start == end) {
                merge(forward, backward);
                return true;
            }
            if (end == start + 1) {
                table.get(forward)[relator[start]] = backward;
                table.get(backward)[inverse(relator[start])] = forward;
                return true;
            }
            if (!define(forward, relator[start])) {
                return false;
            }
        }
    }

    private int root(int coset) {
        int root = coset;
        while (parents.get(root) != root) {
            root = parents.get(root);
        }
        return root;
    }

    /** Two cosets are equal; then so are their images. */
    private void merge(int a, int b) {
        coincidences.add(new int[] {a, b});
        while (!coincidences.isEmpty()) {
            int[] pair = coincidences.remove();
            int kept = Math.min(root(pair[0]), root(pair[1]));
            int dropped = Math.max(root(pair[0]), root(pair[1]));
            if (kept != dropped) {
                parents.set(dropped, kept);
                live--;
                for (int letter = 0; letter < 2 * generators; letter++) {
                    move(dropped, letter);
                }
            }
        }
    }

    /** Hands what is known about the image of a dropped coset over to the coset it equals. */
    private void move(int dropped, int letter) {
        int image = table.get(dropped)[letter];
        if (image < 0) {
            return;
        }
        table.get(dropped)[letter] = -1;
        if (table.get(image)[inverse(letter)] == dropped) {
            table.get(image)[inverse(letter)] = -1;
        }
        int from = root(dropped);
        int to = root(image);
        int known = table.get(from)[letter];
        int knownBack = table.get(to)[inverse(letter)];
        if (known >= 0) {
            coincidences.add(new int[] {to, known});
        } else if (knownBack >= 0) {
            coincidences.add(new int[] {from, knownBack});
        } else {
            table.get(from)[letter] = to;
            table.get(to)[inverse(letter)] = from;
        }
    }

    private FiniteGroup numbered() {
        int[] numbers = new int[table.size()];
        int count = 0;
        for (int c = 0; c < numbers.length; c++) {
            if (isLive(c)) {
                numbers[c] = count++;
            }
        }
        List<Permutation> left = new ArrayList<>();
        for (int g = 0; g < generators; g++) {
            int[] images = new int[count];
            for (int c = 0; c < numbers.length; c++) {
                if (isLive(c)) {
                    images[numbers[c]] = numbers[table.get(c)[g]];
                }
            }
            left.add(Permutation.of(images));
        }
        return FiniteGroup.of(left, count);
    }
}
