package io.intertwine.match;

import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A signed permutation of units: e_j -> sign(j) e_{to(j)}. Indices start at 0. */
public final class SignedPermutation {
    private final int[] to;
    private final int[] signs;

    private SignedPermutation(int[] to, int[] signs) {
        this.to = to;
        this.signs = signs;
    }

    /** The one with these images and signs, 1 or -1; arrays are copied. Throws IllegalArgumentException if it is none. */
    public static SignedPermutation of(int[] to, int[] signs) {
        boolean[] reached = new boolean[to.length];
        for (int image : to) {
            if (image < 0 || image >= to.length || reached[image]) {
                throw new IllegalArgumentException("not a permutation: " + Arrays.toString(to));
            }
            reached[image] = true;
        }
        if (signs.length != to.length || !Arrays.stream(signs).allMatch(sign -> Math.abs(sign) == 1)) {
            throw new IllegalArgumentException(
                    "expected " + to.length + " signs, 1 or -1, found " + Arrays.toString(signs));
        }
        return new SignedPermutation(to.clone(), signs.clone());
    }

    /** The identity of n units. */
    public static SignedPermutation identity(int n) {
        int[] to = new int[n];
        int[] signs = new int[n];
        Arrays.setAll(to, j -> j);
        Arrays.fill(signs, 1);
        return new SignedPermutation(to, signs);
    }

    /** The number of units. */
    public int size() {
        return to.length;
    }

    /** Where unit j goes. */
    public int to(int j) {
        return to[j];
    }

    /** The sign that unit j gets. */
    public int sign(int j) {
        return signs[j];
    }

    /** First {@code other}, then this. Refuses another size. */
    public SignedPermutation after(SignedPermutation other) {
        if (other.size() != size()) {
            throw new IllegalArgumentException("sizes do not fit: expected " + size() + ", found " + other.size());
        }
        int[] images = new int[to.length];
        int[] products = new int[to.length];
        for (int j = 0; j < to.length; j++) {
            images[j] = to[other.to[j]];
            products[j] = other.signs[j] * signs[other.to[j]];
        }
        return new SignedPermutation(images, products);
    }

    /** The inverse. */
    public SignedPermutation inverse() {
        int[] images = new int[to.length];
        int[] inverted = new int[to.length];
        for (int j = 0; j < to.length; j++) {
            images[to[j]] = j;
            inverted[to[j]] = signs[j];
        }
        return new SignedPermutation(images, inverted);
    }

    /** The same permutation without signs. */
    public SignedPermutation withoutSigns() {
        int[] ones = new int[to.length];
        Arrays.fill(ones, 1);
        return new SignedPermutation(to, ones);
    }

    /** The linear map, exactly. */
    public AffineMap map() {
        List<Scalar> scales = new ArrayList<>();
        for (int sign : signs) {
            scales.add(Scalar.of(sign));
        }
        return AffineMap.monomial(Permutation.of(to), scales);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedPermutation that
                && Arrays.equals(to, that.to)
                && Arrays.equals(signs, that.signs);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(to) + Arrays.hashCode(signs);
    }

    @Override
    public String toString() {
        return Arrays.toString(to) + " " + Arrays.toString(signs);
    }
}
