package io.intertwine.certificate;

import io.intertwine.exact.SparseMatrix;
import java.util.List;

/** Evidence for the dimension of a space of equivariant linear maps from V to W. */
public sealed interface MapsEvidence {
    /** All generators act by monomial matrices, so that the dimension is a number of orbits on pairs of coordinates: nothing is stored. */
    record Orbits() implements MapsEvidence {}

    /** The group that acts is finite, so that the dimension is a mean value of characters: nothing is stored. */
    record Characters() implements MapsEvidence {}

    /**
     * The dimension is that of the pairs of blocks ({@link io.intertwine.rep.Block}), with their multiplicities.
     *
     * @param pairs evidence for every block of V with every block of W: those of the first block of V come first
     */
    record Blocks(List<MapsEvidence> pairs) implements MapsEvidence {
        public Blocks {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * A basis, and equations that allow no more.
     *
     * @param maps the basis: dim W x dim V matrices, each with a place where all others are zero
     * @param prime an odd prime below 2^31
     * @param equations dim V dim W - d independent ones modulo the prime, d the number of maps, as
     *     {@link io.intertwine.rep.MapEquations} numbers them
     */
    record Basis(List<SparseMatrix> maps, long prime, List<Integer> equations) implements MapsEvidence {
        public Basis {
            maps = List.copyOf(maps);
            equations = List.copyOf(equations);
        }
    }
}
