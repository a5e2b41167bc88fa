package io.intertwine.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The left cosets x H of a subgroup, numbered by their smallest elements, which represent them: coset 0 is H itself. */
public final class Cosets {
    private final Subgroup subgroup;
    private final int[] cosets;
    private final List<Integer> representatives = new ArrayList<>();

    private Cosets(Subgroup subgroup) {
        this.subgroup = subgroup;
        this.cosets = new int[subgroup.group().order()];
        Arrays.fill(cosets, -1);
        List<Integer> elements = subgroup.elements();
        for (int x = 0; x < cosets.length; x++) {
            if (cosets[x] < 0) {
                for (int h : elements) {
                    cosets[subgroup.group().product(x, h)] = representatives.size();
                }
                representatives.add(x);
            }
        }
    }

    /** The cosets of a subgroup. */
    public static Cosets of(Subgroup subgroup) {
        return new Cosets(subgroup);
    }

    /** The number of cosets. */
    public int count() {
        return representatives.size();
    }

    /** The coset that an element lies in. */
    public int cosetOf(int element) {
        return cosets[element];
    }

    /** The smallest element of a coset. */
    public int representative(int coset) {
        return representatives.get(coset);
    }

    /** Where a generator of the group takes the cosets. */
    public Permutation action(int generator) {
        int[] images = new int[count()];
        Arrays.setAll(images, i -> cosets[subgroup.group().leftProduct(generator, representatives.get(i))]);
        return Permutation.of(images);
    }

    /** The element h of H with g r_i = r_j h, for a generator g, the representative r_i of coset i and that of its image j. */
    public int rest(int generator, int i) {
        FiniteGroup group = subgroup.group();
        int product = group.leftProduct(generator, representatives.get(i));
        return group.product(group.inverse(representatives.get(cosets[product])), product);
    }
}
