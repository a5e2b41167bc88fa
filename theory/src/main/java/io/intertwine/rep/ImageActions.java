package io.intertwine.rep;

import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import java.util.Collections;

/**
 * Permutations of the pixels of an image. Pixels are ordered channel, row, column: pixel (r, c) of a channel k has the index
 * (k height + r) width + c. Every action treats all channels alike. Indices start at 0; row 0 is the top row.
 *
 * @param channels the number of channels
 * @param height the number of rows
 * @param width the number of columns
 */
public record ImageActions(int channels, int height, int width) {
    /** Refuses a side below 1 and more than {@link ActionAlgebra#LARGEST_DIMENSION} pixels. */
    public ImageActions {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("expected at least one channel, row and column, found " + channels
                    + " x " + height + " x " + width);
        }
        long pixels = (long) height * width;
        ActionAlgebra.requireDimension(pixels > ActionAlgebra.LARGEST_DIMENSION ? pixels : pixels * channels);
    }

    /** Where a pixel goes. */
    @FunctionalInterface
    private interface Move {
        int to(int row, int column);
    }

    /** Left and right exchanged: (r, c) goes to (r, width - 1 - c). */
    public AffineMap mirror() {
        return move((row, column) -> index(row, width - 1 - column));
    }

    /** Top and bottom exchanged: (r, c) goes to (height - 1 - r, c). */
    public AffineMap flip() {
        return move((row, column) -> index(height - 1 - row, column));
    }

    /** A quarter turn counterclockwise of a square image: (r, c) goes to (width - 1 - c, r). */
    public AffineMap rotate90() {
        if (height != width) {
            throw new IllegalArgumentException(
                    "\"rotate90\" needs as many rows as columns, found " + height + " rows and " + width + " columns");
        }
        return move((row, column) -> index(width - 1 - column, row));
    }

    /** A circular translation: (r, c) goes to (r + rows, c + columns), modulo height and width. */
    public AffineMap translate(int rows, int columns) {
        int down = Math.floorMod(rows, height);
        int right = Math.floorMod(columns, width);
        return move((row, column) -> index((row + down) % height, (column + right) % width));
    }

    private int index(int row, int column) {
        return row * width + column;
    }

    private AffineMap move(Move move) {
        int pixels = height * width;
        int[] images = new int[channels * pixels];
        for (int i = 0; i < images.length; i++) {
            int pixel = i % pixels;
            images[i] = i - pixel + move.to(pixel / width, pixel % width);
        }
        return AffineMap.monomial(Permutation.of(images), Collections.nCopies(images.length, Scalar.ONE));
    }
}
