package io.intertwine.group;

import java.util.Arrays;

/** A permutation of 0, ..., n - 1, as the list of its images. */
public final class Permutation {
    private final int[] images;

    private Permutation(int[] images) {
        this.images = images;
    }

    /** The permutation that sends i to images[i]. Throws IllegalArgumentException if an image is out of range or occurs twice. */
    public static Permutation of(int... images) {
        boolean[] seen = new boolean[images.length];
        for (int image : images) {
            if (image < 0 || image >= images.length || seen[image]) {
                throw new IllegalArgumentException("not a permutation of 0 to " + (images.length - 1) + ": " + image
                        + (image < 0 || image >= images.length ? " is out of range" : " occurs twice"));
            }
            seen[image] = true;
        }
        return new Permutation(images.clone());
    }

    /** The identity of n points. */
    public static Permutation identity(int n) {
        int[] images = new int[n];
        Arrays.setAll(images, i -> i);
        return new Permutation(images);
    }

    /** The number of points. */
    public int size() {
        return images.length;
    }

    /** The image of point i. */
    public int apply(int i) {
        return images[i];
    }

    /** The images of 0, 1, ...: a fresh array. */
    public int[] toArray() {
        return images.clone();
    }

    /** The product this after other: i goes to this(other(i)). */
    public Permutation after(Permutation other) {
        int[] product = new int[images.length];
        Arrays.setAll(product, i -> images[other.images[i]]);
        return new Permutation(product);
    }

    /** The inverse permutation. */
    public Permutation inverse() {
        int[] inverse = new int[images.length];
        for (int i = 0; i < images.length; i++) {
            inverse[images[i]] = i;
        }
        return new Permutation(inverse);
    }

    /** Whether every point is fixed. */
    public boolean isIdentity() {
        return equals(identity(images.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Permutation that && Arrays.equals(images, that.images);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(images);
    }

    @Override
    public String toString() {
        return Arrays.toString(images);
    }
}
