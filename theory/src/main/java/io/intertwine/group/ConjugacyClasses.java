package io.intertwine.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The conjugacy classes of a finite group, numbered by their smallest elements: class 0 is that of the neutral element. */
public final class ConjugacyClasses {
    private final FiniteGroup group;
    private final int[] classes;
    private final List<Integer> representatives = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    /** The powers x^0, x^1, ... of each representative. */
    private final List<List<Integer>> powers = new ArrayList<>();

    private ConjugacyClasses(FiniteGroup group) {
        this.group = group;
        this.classes = new int[group.order()];
        Arrays.fill(classes, -1);
        for (int x = 0; x < classes.length; x++) {
            if (classes[x] < 0) {
                sizes.add(walk(x));
                representatives.add(x);
                powers.add(powers(x));
            }
        }
    }

    /** The classes of a group. */
    public static ConjugacyClasses of(FiniteGroup group) {
        return new ConjugacyClasses(group);
    }

    private List<Integer> powers(int x) {
        List<Integer> result = new ArrayList<>(List.of(0));
        int[] times = group.rightMultiplication(x);
        for (int power = x; power != 0; power = times[power]) {
            result.add(power);
        }
        return result;
    }

    private int walk(int representative) {
        int number = representatives.size();
        List<Integer> found = new ArrayList<>(List.of(representative));
        classes[representative] = number;
        for (int i = 0; i < found.size(); i++) {
            for (int g = 0; g < group.generators(); g++) {
                int conjugate = group.conjugate(g, found.get(i));
                if (classes[conjugate] < 0) {
                    classes[conjugate] = number;
                    found.add(conjugate);
                }
            }
        }
        return found.size();
    }

    /** The group. */
    public FiniteGroup group() {
        return group;
    }

    /** The number of classes. */
    public int count() {
        return representatives.size();
    }

    /** The number of the class of an element. */
    public int classOf(int element) {
        return classes[element];
    }

    /** The smallest element of a class. */
    public int representative(int number) {
        return representatives.get(number);
    }

    /** The number of elements of a class. */
    public int size(int number) {
        return sizes.get(number);
    }

    /** The order of the elements of a class. */
    public int order(int number) {
        return powers.get(number).size();
    }

    /** The class of the k-th powers of the elements of a class; k may be negative. */
    public int power(int number, int k) {
        List<Integer> all = powers.get(number);
        return classes[all.get(Math.floorMod(k, all.size()))];
    }

    /** The exponent of the group: the least common multiple of the orders of its elements. */
    public int exponent() {
        int exponent = 1;
        for (List<Integer> all : powers) {
            int order = all.size();
            int a = exponent;
            int b = order;
            while (b != 0) {
                int remainder = a % b;
                a = b;
                b = remainder;
            }
            exponent = exponent / a * order;
        }
        return exponent;
    }
}
