package io.intertwine.dimension;

import io.intertwine.criterion.FamilyBound;
import io.intertwine.find.Answer;
import io.intertwine.find.Proof;
import java.math.BigInteger;
import java.util.List;

/**
 * What is known about a functional dimension: of a family, or at the parameters of a network.
 *
 * @param parameters D, the number of parameters
 * @param lower the largest lower bound, proved
 * @param bounds the upper bounds, the smallest first, at least one
 * @param symmetryDimension the dimension of the orbits under the known continuous symmetries
 * @param locallyIdentifiable whether parameters near the given one (for a family: near one where the rank is the largest, a generic one
 *     where activations are analytic) with the same function are related to it by the known symmetries
 * @param primes the primes that ranks were counted modulo, ascending
 * @param seed the seed of everything random
 * @param proof the evidence for the dimension, or for the lower bound where the bounds differ; empty where nothing is proved but that it
 *     is at least 0
 * @param reasons remarks, what the answer rests on where it is not proved, and what is missing, as sentences
 */
public record Dimension(
        long parameters,
        long lower,
        List<FamilyBound> bounds,
        BigInteger symmetryDimension,
        Answer locallyIdentifiable,
        List<Long> primes,
        long seed,
        List<Proof> proof,
        List<String> reasons) {
    public Dimension {
        bounds = List.copyOf(bounds);
        primes = List.copyOf(primes);
        proof = List.copyOf(proof);
        reasons = List.copyOf(reasons);
        if (bounds.isEmpty()) {
            throw new IllegalArgumentException("expected at least one upper bound");
        }
    }

    /** The smallest upper bound. */
    public BigInteger upper() {
        return bounds.get(0).value();
    }

    /** Whether the bounds meet and the checker accepted the evidence. */
    public boolean isProved() {
        return !proof.isEmpty() && upper().equals(BigInteger.valueOf(lower));
    }

    /** The dimension of the space of polynomials that the outputs can be; empty if they are no polynomials, or nobody counted. */
    public List<BigInteger> ambient() {
        return bounds.stream()
                .filter(bound -> bound.rule().equals("ambient"))
                .map(FamilyBound::value)
                .toList();
    }

    /** How much smaller the dimension is than expected: than the least of parameters less symmetries, and ambient dimension. */
    public BigInteger defect() {
        BigInteger expected = BigInteger.valueOf(parameters).subtract(symmetryDimension);
        for (BigInteger ambient : ambient()) {
            expected = expected.min(ambient);
        }
        return expected.subtract(BigInteger.valueOf(lower));
    }
}
