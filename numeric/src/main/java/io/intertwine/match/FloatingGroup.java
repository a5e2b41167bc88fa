package io.intertwine.match;

import io.intertwine.group.Group;

/** The invertible affine maps of an n-dimensional coordinate space in doubles: a group up to rounding. */
record FloatingGroup(int dimension) implements Group<FloatingMap> {
    @Override
    public FloatingMap identity() {
        return FloatingMap.identity(dimension);
    }

    @Override
    public FloatingMap multiply(FloatingMap a, FloatingMap b) {
        return a.after(b);
    }

    @Override
    public FloatingMap inverse(FloatingMap a) {
        return a.inverse();
    }

    @Override
    public boolean contains(FloatingMap a) {
        return a.dimension() == dimension;
    }
}
