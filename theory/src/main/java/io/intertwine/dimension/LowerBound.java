package io.intertwine.dimension;

import io.intertwine.certificate.DimensionEvidence.Independence;

/**
 * A lower bound of the dimension at parameters, with its evidence.
 *
 * @param rank the bound
 * @param evidence why
 * @param isComplete whether it is known that no inputs give more
 */
record LowerBound(int rank, Independence evidence, boolean isComplete) {
    /** The bound that is larger; this one where they are equal. */
    LowerBound max(LowerBound other) {
        return other.rank > rank ? other : this;
    }
}
