package io.intertwine.rep;

import io.intertwine.group.Group;

/** The group of all invertible affine maps of an n-dimensional coordinate space. */
public record AffineGroup(int dimension) implements Group<AffineMap> {
    @Override
    public AffineMap identity() {
        return AffineMap.identity(dimension);
    }

    @Override
    public AffineMap multiply(AffineMap a, AffineMap b) {
        return a.after(b);
    }

    @Override
    public AffineMap inverse(AffineMap a) {
        return a.inverse();
    }

    @Override
    public boolean contains(AffineMap a) {
        return a.dimension() == dimension;
    }
}
