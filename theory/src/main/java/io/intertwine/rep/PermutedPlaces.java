package io.intertwine.rep;

import io.intertwine.exact.Scalar;

/** Orbits of places under permutations: every orbit carries the map that is 1 on it. */
final class PermutedPlaces extends PlaceOrbits {
    PermutedPlaces(MonomialAction source, MonomialAction target) {
        super(source, target);
    }

    @Override
    void begin(long place) {}

    @Override
    void reach(int generator, int row, int column, long place) {}

    @Override
    boolean agrees(int generator, int row, int column, long place) {
        return true;
    }

    @Override
    Scalar entry(long place) {
        return Scalar.ONE;
    }
}
