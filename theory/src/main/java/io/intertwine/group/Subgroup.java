package io.intertwine.group;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A subgroup of a finite group: a set of elements and elements that generate it. Two of them are equal if they have the same elements of
 * the same group.
 */
public final class Subgroup {
    private final FiniteGroup group;
    private final BitSet members;
    private final List<Integer> generators;

    private Subgroup(FiniteGroup group, BitSet members, List<Integer> generators) {
        this.group = group;
        this.members = members;
        this.generators = List.copyOf(generators);
    }

    /** The subgroup that elements generate. Those that the ones before them generate are left out. */
    public static Subgroup of(FiniteGroup group, List<Integer> elements) {
        BitSet trivial = new BitSet(group.order());
        trivial.set(0);
        Subgroup subgroup = new Subgroup(group, trivial, List.of());
        for (int element : elements) {
            subgroup = subgroup.join(element);
        }
        return subgroup;
    }

    /** The subgroup that words in the generators of the group generate. */
    public static Subgroup ofWords(FiniteGroup group, List<Word> words) {
        return of(group, words.stream().map(group::value).toList());
    }

    /** The whole group. */
    public static Subgroup whole(FiniteGroup group) {
        List<Integer> elements = new ArrayList<>();
        for (int g = 0; g < group.generators(); g++) {
            elements.add(group.generator(g));
        }
        return of(group, elements);
    }

    /** The subgroup that this one and an element generate. */
    public Subgroup join(int element) {
        if (members.get(element)) {
            return this;
        }
        List<Integer> larger = new ArrayList<>(generators);
        larger.add(element);
        BitSet found = new BitSet(group.order());
        found.set(0);
        List<Integer> queue = new ArrayList<>(List.of(0));
        for (int i = 0; i < queue.size(); i++) {
            for (int generator : larger) {
                int product = group.product(queue.get(i), generator);
                if (!found.get(product)) {
                    found.set(product);
                    queue.add(product);
                }
            }
        }
        return new Subgroup(group, found, larger);
    }

    /** The group that this is a part of. */
    public FiniteGroup group() {
        return group;
    }

    /** The number of elements. */
    public int order() {
        return members.cardinality();
    }

    /** The number of cosets. */
    public int index() {
        return group.order() / order();
    }

    /** Whether an element of the group belongs to the subgroup. */
    public boolean contains(int element) {
        return members.get(element);
    }

    /** The elements, ascending. */
    public List<Integer> elements() {
        return members.stream().boxed().toList();
    }

    /** Elements that generate it; none for the trivial one. */
    public List<Integer> generators() {
        return generators;
    }

    /** Words in the generators of the group that generate it; none for the trivial one. */
    public List<Word> words() {
        return generators.stream().map(group::word).toList();
    }

    /** The conjugate g H g^-1. */
    public Subgroup conjugate(int g) {
        int inverse = group.inverse(g);
        BitSet moved = new BitSet(group.order());
        for (int x = members.nextSetBit(0); x >= 0; x = members.nextSetBit(x + 1)) {
            moved.set(group.product(group.product(g, x), inverse));
        }
        return new Subgroup(
                group,
                moved,
                generators.stream()
                        .map(x -> group.product(group.product(g, x), inverse))
                        .toList());
    }

    /** The elements g with g H g^-1 = H. */
    public Subgroup normaliser() {
        Subgroup normaliser = this;
        for (int g = 0; g < group.order(); g++) {
            if (!normaliser.contains(g) && isNormalisedBy(g)) {
                normaliser = normaliser.join(g);
            }
        }
        return normaliser;
    }

    private boolean isNormalisedBy(int g) {
        int inverse = group.inverse(g);
        return generators.stream().allMatch(x -> members.get(group.product(group.product(g, x), inverse)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Subgroup that && group == that.group && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return "subgroup of order " + order() + " and index " + index();
    }
}
