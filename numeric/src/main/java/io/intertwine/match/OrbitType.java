package io.intertwine.match;

import io.intertwine.group.Cosets;
import io.intertwine.group.FiniteGroup;
import io.intertwine.rep.TransitiveAction;
import java.util.ArrayList;
import java.util.List;

/**
 * A transitive signed permutation action of a finite group as a pattern with slots, one for each coset of the stabiliser: which elements
 * take one slot to another, and with which sign.
 */
final class OrbitType {
    private final int degree;
    private final boolean signed;
    private final int[][][] elements;
    private final int[][][] signs;
    private final int[][] images;
    private final int[][] imageSigns;

    /** The pattern of an action of a group. */
    OrbitType(FiniteGroup group, TransitiveAction action) {
        Cosets cosets = Cosets.of(action.stabiliser());
        degree = action.degree();
        signed = !action.isPermutation();
        images = new int[group.order()][degree];
        imageSigns = new int[group.order()][degree];
        List<List<List<Integer>>> lists = new ArrayList<>();
        for (int k = 0; k < degree; k++) {
            lists.add(new ArrayList<>());
            for (int l = 0; l < degree; l++) {
                lists.get(k).add(new ArrayList<>());
            }
        }
        for (int g = 0; g < group.order(); g++) {
            for (int k = 0; k < degree; k++) {
                int moved = group.product(g, cosets.representative(k));
                int l = cosets.cosetOf(moved);
                // g r_k = r_l h, and the sign is that of h under the character with this kernel
                int h = group.product(group.inverse(cosets.representative(l)), moved);
                images[g][k] = l;
                imageSigns[g][k] = action.kernel().contains(h) ? 1 : -1;
                if (g != 0) {
                    lists.get(k).get(l).add(g);
                }
            }
        }
        elements = new int[degree][degree][];
        signs = new int[degree][degree][];
        for (int k = 0; k < degree; k++) {
            for (int l = 0; l < degree; l++) {
                int from = k;
                int[] list =
                        lists.get(k).get(l).stream().mapToInt(Integer::intValue).toArray();
                int[] characters = new int[list.length];
                for (int q = 0; q < list.length; q++) {
                    characters[q] = imageSigns[list[q]][from];
                }
                elements[k][l] = list;
                signs[k][l] = characters;
            }
        }
    }

    /** The number of slots. */
    int degree() {
        return degree;
    }

    /** Whether some element negates a unit that it keeps, or cannot avoid signs otherwise. */
    boolean isSigned() {
        return signed;
    }

    /** The elements other than the neutral one that take slot k to slot l. Not to be changed. */
    int[] elements(int k, int l) {
        return elements[k][l];
    }

    /** Their signs. Not to be changed. */
    int[] signs(int k, int l) {
        return signs[k][l];
    }

    /** The slot that an element takes slot k to. */
    int image(int element, int k) {
        return images[element][k];
    }

    /** The sign of that move. */
    int sign(int element, int k) {
        return imageSigns[element][k];
    }
}
