package io.intertwine.rep;

import io.intertwine.exact.Scalar;

/** Orbits of places under permutations with signs: one more bit for each place, its sign. */
final class SignedPlaces extends PlaceOrbits {
    private final int columns;
    private final boolean[][] rowNegated;
    private final boolean[][] columnNegated;
    private final long[] negative;

    SignedPlaces(MonomialAction source, MonomialAction target) {
        super(source, target);
        columns = source.dimension();
        rowNegated = target.negated();
        columnNegated = source.negated();
        negative = new long[Math.toIntExact(((long) target.dimension() * columns + 63) >>> 6)];
    }

    private boolean isNegative(long place) {
        return (negative[(int) (place >>> 6)] >>> place & 1) != 0;
    }

    private boolean image(int generator, int row, int column) {
        return rowNegated[generator][row]
                ^ columnNegated[generator][column]
                ^ isNegative((long) row * columns + column);
    }

    @Override
    void begin(long place) {}

    @Override
    void reach(int generator, int row, int column, long place) {
        if (image(generator, row, column)) {
            negative[(int) (place >>> 6)] |= 1L << place;
        }
    }

    @Override
    boolean agrees(int generator, int row, int column, long place) {
        return image(generator, row, column) == isNegative(place);
    }

    @Override
    Scalar entry(long place) {
        return isNegative(place) ? Scalar.MINUS_ONE : Scalar.ONE;
    }
}
