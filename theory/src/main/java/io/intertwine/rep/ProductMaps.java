package io.intertwine.rep;

import io.intertwine.exact.SparseMatrix;
import java.util.stream.Stream;

/** The equivariant maps between two tensor products of given representations ({@link Summands.Product}). */
interface ProductMaps {
    /** The dimension of the space. */
    long dimension();

    /** The basis, in a fixed order; a map is made when it is asked for. */
    Stream<SparseMatrix> basis();

    /** For every basis map, in the same order, a place where it is 1 and all others are 0. */
    Stream<Place> pivots();

    /** A place of a matrix. */
    record Place(int row, int column) {}

    /**
     * The maps between two products.
     *
     * @throws IllegalArgumentException if they are beyond what can be computed
     */
    static ProductMaps between(Summands.Product source, Summands.Product target) {
        LinearRepresentation from = source.representation();
        LinearRepresentation to = target.representation();
        return source.isMonomial() && target.isMonomial()
                ? MonomialMaps.between(from, to)
                : LinearMaps.between(from, to);
    }
}
