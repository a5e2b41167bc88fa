package io.intertwine.group;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A finite group whose elements are numbered from 0, the neutral one, given by what its generators do to the numbers from the left: the
 * regular permutation representation. Products and inverses are computed on numbers.
 */
public final class FiniteGroup implements Group<Integer> {
    /** The largest group that is listed. */
    public static final int LARGEST = 10_000;

    /** Up to this order all products are stored. */
    static final int LARGEST_TABLE = 1_000;

    private final int[][] left;
    private final int[][] right;
    private final int[][] leftInverse;
    /** Element x is generator first[x] times element rest[x]; for the neutral element both are -1. */
    private final int[] first;

    private final int[] rest;
    private final List<Integer> shortFirst;
    private final int[] inverses;
    private final int[][] table;

    private FiniteGroup(int[][] left, int order) {
        this.left = left;
        this.first = new int[order];
        this.rest = new int[order];
        this.shortFirst = List.copyOf(spanningTree());
        this.leftInverse = inverted(left);
        this.right = new int[left.length][];
        Arrays.setAll(right, g -> rightMultiplication(left[g][0]));
        this.inverses = new int[order];
        Arrays.setAll(inverses, this::inverted);
        this.table = order <= LARGEST_TABLE ? table() : new int[0][];
    }

    /**
     * The group with these left multiplications by generators: element x goes to left[g](x), where the neutral element is 0.
     *
     * @param left for every generator a permutation of the numbers of the elements; together regular
     * @param order the number of elements
     * @throws IllegalArgumentException if the permutations do not act regularly, or the group is larger than {@link #LARGEST}
     */
    public static FiniteGroup of(List<Permutation> left, int order) {
        if (order < 1 || order > LARGEST) {
            throw new IllegalArgumentException("expected a group of 1 to " + LARGEST + " elements, found " + order);
        }
        FiniteGroup group =
                new FiniteGroup(left.stream().map(Permutation::toArray).toArray(int[][]::new), order);
        group.requireRegular();
        return group;
    }

    /** Elements by the lengths of their shortest words. */
    private List<Integer> spanningTree() {
        Arrays.fill(first, -1);
        Arrays.fill(rest, -1);
        List<Integer> found = new ArrayList<>(List.of(0));
        for (int i = 0; i < found.size(); i++) {
            int x = found.get(i);
            for (int g = 0; g < left.length; g++) {
                int product = left[g][x];
                if (product != 0 && first[product] < 0) {
                    first[product] = g;
                    rest[product] = x;
                    found.add(product);
                }
            }
        }
        if (found.size() != first.length) {
            throw new IllegalArgumentException("the generators reach " + found.size() + " of " + first.length
                    + " numbers: they do not act regularly");
        }
        return found;
    }

    private static int[][] inverted(int[][] permutations) {
        int[][] result = new int[permutations.length][];
        for (int g = 0; g < result.length; g++) {
            result[g] = new int[permutations[g].length];
            for (int x = 0; x < result[g].length; x++) {
                result[g][permutations[g][x]] = x;
            }
        }
        return result;
    }

    /** A transitive group of permutations is regular if and only if the maps x -> x g commute with it. */
    private void requireRegular() {
        for (int[] g : right) {
            for (int[] h : left) {
                for (int x = 0; x < g.length; x++) {
                    if (h[g[x]] != g[h[x]]) {
                        throw new IllegalArgumentException("the generators do not act regularly");
                    }
                }
            }
        }
    }

    private int inverted(int x) {
        int result = 0;
        for (int y = x; y != 0; y = rest[y]) {
            result = leftInverse[first[y]][result];
        }
        return result;
    }

    private int[][] table() {
        int[][] result = new int[first.length][first.length];
        for (int x : shortFirst) {
            for (int y = 0; y < first.length; y++) {
                result[x][y] = x == 0 ? y : left[first[x]][result[rest[x]][y]];
            }
        }
        return result;
    }

    /** The number of elements. */
    public int order() {
        return first.length;
    }

    /** The number of generators. */
    public int generators() {
        return left.length;
    }

    /** The number of a generator among the elements. */
    public int generator(int g) {
        return left[g][0];
    }

    /** The product of two elements. */
    public int product(int x, int y) {
        if (table.length > 0) {
            return table[x][y];
        }
        Deque<Integer> letters = new ArrayDeque<>();
        for (int z = x; z != 0; z = rest[z]) {
            letters.push(first[z]);
        }
        int result = y;
        for (int letter : letters) {
            result = left[letter][result];
        }
        return result;
    }

    /** The product of a generator and an element. */
    public int leftProduct(int g, int x) {
        return left[g][x];
    }

    /** The product of an element and a generator. */
    public int rightProduct(int x, int g) {
        return right[g][x];
    }

    /** The products x z of all elements x with one element, in the order of x: from x z = g (y z) where x = g y. */
    int[] rightMultiplication(int z) {
        int[] result = new int[first.length];
        for (int x : shortFirst) {
            result[x] = x == 0 ? z : left[first[x]][result[rest[x]]];
        }
        return result;
    }

    /** The conjugate g x g^-1 of an element by a generator. */
    int conjugate(int g, int x) {
        return left[g][inverses[left[g][inverses[x]]]];
    }

    /** A shortest word for an element. */
    public Word word(int x) {
        List<Word.Letter> letters = new ArrayList<>();
        for (int y = x; y != 0; y = rest[y]) {
            int last = letters.size() - 1;
            boolean again = last >= 0 && letters.get(last).generator() == first[y];
            int exponent = again ? letters.remove(last).exponent() + 1 : 1;
            letters.add(new Word.Letter(first[y], exponent));
        }
        return new Word(letters);
    }

    /** The first letter of the shortest word for an element that is not neutral: x = first(x) rest(x). */
    public int first(int x) {
        return first[x];
    }

    /** The rest of the shortest word for an element that is not neutral. */
    public int rest(int x) {
        return rest[x];
    }

    /** All elements, those with shorter shortest words first. */
    public List<Integer> shortFirst() {
        return shortFirst;
    }

    /** The value of a word in the generators. */
    public int value(Word word) {
        List<Integer> images = new ArrayList<>();
        for (int[] generator : left) {
            images.add(generator[0]);
        }
        return word.evaluate(this, images);
    }

    /** The smallest n >= 1 with x^n neutral. */
    public int order(int x) {
        int order = 1;
        for (int power = x; power != 0; power = product(power, x)) {
            order++;
        }
        return order;
    }

    @Override
    public Integer identity() {
        return 0;
    }

    @Override
    public Integer multiply(Integer x, Integer y) {
        return product(x, y);
    }

    @Override
    public Integer inverse(Integer x) {
        return inverses[x];
    }

    @Override
    public boolean contains(Integer x) {
        return x >= 0 && x < first.length;
    }
}
