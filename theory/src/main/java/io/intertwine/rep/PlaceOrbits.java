package io.intertwine.rep;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.exact.SparseRows;
import java.util.Arrays;

/**
 * The orbits of places (i, j) of a matrix X under b X a^-1, for monomial generators a and b: one after the other, in the order of their
 * first places row by row, those without a nonzero invariant map left out.
 */
abstract sealed class PlaceOrbits permits PermutedPlaces, SignedPlaces, ScaledPlaces {
    private static final long LOW = 0xFFFF_FFFFL;

    private final int rows;
    private final int columns;
    private final int[][] rowImages;
    private final int[][] columnImages;
    /** One bit for each place that was met. */
    private final long[] met;

    private final long places;
    private long next;
    /** The places of the present orbit, the row in the upper half of the number. */
    private long[] orbit = new long[16];

    private int size;

    /** The numbers of places, row by row, must be below 2^37. */
    PlaceOrbits(MonomialAction source, MonomialAction target) {
        rows = target.dimension();
        columns = source.dimension();
        places = (long) rows * columns;
        met = new long[Math.toIntExact((places + 63) >>> 6)];
        rowImages = new int[source.generators()][];
        columnImages = new int[source.generators()][];
        Arrays.setAll(rowImages, target::images);
        Arrays.setAll(columnImages, source::images);
    }

    /** Goes on to the next orbit that carries a map. Returns whether there is one. */
    final boolean advance() {
        while (findNext()) {
            if (walk()) {
                return true;
            }
        }
        return false;
    }

    /** Moves to the next place that was not met. */
    private boolean findNext() {
        while (next < places) {
            long rest = ~met[(int) (next >>> 6)] >>> next;
            if (rest != 0) {
                next += Long.numberOfTrailingZeros(rest);
                return next < places;
            }
            next = (next | 63) + 1;
        }
        return false;
    }

    /** Walks through the orbit of the next place. Returns whether it carries a map. */
    private boolean walk() {
        // Images of a generator's powers come back to where they began, so generators reach what their inverses reach.
        size = 0;
        push(next, next / columns << 32 | next % columns);
        begin(next);
        boolean carries = true;
        for (int k = 0; k < size; k++) {
            int row = (int) (orbit[k] >>> 32);
            int column = (int) orbit[k];
            for (int g = 0; g < rowImages.length; g++) {
                int image = rowImages[g][row];
                long packed = (long) image << 32 | columnImages[g][column];
                long place = (long) image * columns + (packed & LOW);
                if ((met[(int) (place >>> 6)] >>> place & 1) == 0) {
                    push(place, packed);
                    reach(g, row, column, place);
                } else if (carries) {
                    carries = agrees(g, row, column, place);
                }
            }
        }
        return carries;
    }

    private void push(long place, long packed) {
        met[(int) (place >>> 6)] |= 1L << place;
        if (size == orbit.length) {
            orbit = Arrays.copyOf(orbit, Math.multiplyExact(2, size));
        }
        orbit[size++] = packed;
    }

    /** An orbit begins with this place. */
    abstract void begin(long place);

    /** A new place was reached, from (row, column) by a generator. */
    abstract void reach(int generator, int row, int column, long place);

    /** Whether a generator that moves (row, column) to a place that was met asks for the entry that is there. */
    abstract boolean agrees(int generator, int row, int column, long place);

    /** The entry at a place of the present orbit, where the entry at the first place is 1. */
    abstract Scalar entry(long place);

    /** The first place of the present orbit. */
    final ProductMaps.Place first() {
        return new ProductMaps.Place((int) (orbit[0] >>> 32), (int) orbit[0]);
    }

    /** The map on the present orbit. */
    final SparseMatrix matrix() {
        long[] sorted = Arrays.copyOf(orbit, size);
        Arrays.sort(sorted);
        SparseRows matrix = new SparseRows(rows, columns);
        for (long packed : sorted) {
            int row = (int) (packed >>> 32);
            int column = (int) packed;
            matrix.append(row, column, entry((long) row * columns + column));
        }
        return matrix.toMatrix();
    }
}
