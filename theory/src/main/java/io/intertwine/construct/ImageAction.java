package io.intertwine.construct;

import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import java.util.Collections;

/**
 * Permutations of the pixels of an image, as linear maps. Pixels are ordered channel, row, column; pixel (r, c) of an h x w image goes
 * to (r, w-1-c) for the mirror, to (h-1-r, c) for the flip, and to (w-1-c, r) for the rotation by 90 degrees counterclockwise.
 *
 * @param channels the number of channels
 * @param height the number of rows
 * @param width the number of columns
 */
public record ImageAction(int channels, int height, int width) {
    public ImageAction {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("an image needs at least one channel, row and column, found " + channels
                    + " x " + height + " x " + width);
        }
    }

    /** Images of one channel with as many rows as columns. */
    public static ImageAction square(int size) {
        return new ImageAction(1, size, size);
    }

    /** The number of numbers in an image. */
    public int size() {
        return channels * height * width;
    }

    /** Left and right exchanged. */
    public AffineMap mirror() {
        return moved((row, column) -> row * width + (width - 1 - column));
    }

    /** Up and down exchanged. */
    public AffineMap flip() {
        return moved((row, column) -> (height - 1 - row) * width + column);
    }

    /** The rotation by 90 degrees counterclockwise, for images with as many rows as columns. */
    public AffineMap rotate90() {
        if (height != width) {
            throw new IllegalArgumentException(
                    "rotate90 needs as many rows as columns, found " + height + " rows and " + width + " columns");
        }
        return moved((row, column) -> (width - 1 - column) * width + row);
    }

    @FunctionalInterface
    private interface Target {
        int pixel(int row, int column);
    }

    private AffineMap moved(Target target) {
        int[] images = new int[size()];
        int plane = height * width;
        for (int i = 0; i < images.length; i++) {
            int pixel = i % plane;
            images[i] = i - pixel + target.pixel(pixel / width, pixel % width);
        }
        return AffineMap.monomial(Permutation.of(images), Collections.nCopies(images.length, Scalar.ONE));
    }
}
