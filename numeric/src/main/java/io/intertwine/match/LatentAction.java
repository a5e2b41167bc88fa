package io.intertwine.match;

import io.intertwine.rep.AffineMap;

/** An element of a latent group that was found by numeric matching: what one generator does on one latent space. */
public sealed interface LatentAction {
    /** The map, in doubles. */
    FloatingMap map();

    /**
     * An action on units whose groups are discrete (signs, reflections, nothing): permutation, scales and shift are exact numbers. That
     * the network obeys it is still only known within the tolerance.
     *
     * @param exact the map
     */
    record Exact(AffineMap exact) implements LatentAction {
        @Override
        public FloatingMap map() {
            return FloatingMap.from(exact);
        }
    }

    /**
     * An action with scales that are free real numbers, or any linear action between two dense layers: a monomial map has an exact
     * permutation and estimated scales (quotients of norms of rows), a dense map is estimated in every entry (least squares).
     *
     * @param map the map
     */
    record Estimated(FloatingMap map) implements LatentAction {}
}
