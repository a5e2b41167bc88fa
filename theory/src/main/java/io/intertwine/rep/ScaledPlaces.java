package io.intertwine.rep;

import io.intertwine.exact.Scalar;
import java.util.HashMap;
import java.util.Map;

/** Orbits of places under monomial matrices with any scales: the entries of the present orbit are kept as exact numbers. */
final class ScaledPlaces extends PlaceOrbits {
    private final MonomialAction source;
    private final MonomialAction target;
    private final Map<Long, Scalar> entries = new HashMap<>();

    ScaledPlaces(MonomialAction source, MonomialAction target) {
        super(source, target);
        this.source = source;
        this.target = target;
    }

    /** The entry to which a generator moves that of a place. */
    private Scalar image(int generator, int row, int column) {
        return entry((long) row * source.dimension() + column)
                .multiply(target.scale(generator, row))
                .divide(source.scale(generator, column));
    }

    @Override
    void begin(long place) {
        entries.clear();
        entries.put(place, Scalar.ONE);
    }

    @Override
    void reach(int generator, int row, int column, long place) {
        entries.put(place, image(generator, row, column));
    }

    @Override
    boolean agrees(int generator, int row, int column, long place) {
        return image(generator, row, column).equals(entry(place));
    }

    @Override
    Scalar entry(long place) {
        return entries.getOrDefault(place, Scalar.ZERO);
    }
}
