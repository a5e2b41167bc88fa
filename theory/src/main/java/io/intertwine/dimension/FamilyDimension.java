package io.intertwine.dimension;

import io.intertwine.activation.Activation;
import io.intertwine.activation.PiecewiseAffine;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.claim.DimensionClaim;
import io.intertwine.criterion.FamilyBound;
import io.intertwine.criterion.FamilyBounds;
import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.PrimeField;
import io.intertwine.find.Answer;
import io.intertwine.find.Proof;
import io.intertwine.net.Architecture;
import io.intertwine.net.GenericPoint;
import io.intertwine.net.Layer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes the functional dimension of a family of networks: the largest over all its parameters. */
public final class FamilyDimension {
    private FamilyDimension() {}

    /**
     * How to compute.
     *
     * @param prime the prime that ranks are counted modulo, odd and below 2^31
     * @param seed the seed of everything random
     * @param threads how many threads to use
     * @param progress told how far the work is
     */
    public record Options(long prime, long seed, int threads, Progress progress) {
        /** The largest prime below 2^23 that is used where nobody asks for another. */
        public static final long PRIME = 8_388_593;

        /** The usual options with a seed. */
        public static Options of(long seed) {
            return new Options(PRIME, seed, 1, Progress.NONE);
        }
    }

    /**
     * The functional dimension of a family.
     *
     * @throws IllegalArgumentException if the architecture has no parameters, the prime divides a denominator of an activation or is no
     *     odd prime below 2^31, or more memory is needed than there is: the message says how much
     */
    public static Dimension of(Architecture architecture, Options options) {
        if (architecture.parameters() == 0) {
            throw new IllegalArgumentException("expected an architecture with parameters, found no dense layer");
        }
        new PrimeField(options.prime());
        List<FamilyBound> bounds = FamilyBounds.of(architecture);
        Memory.require(architecture, 1);
        try {
            return isPiecewiseAffine(architecture)
                    ? explicit(architecture, options, bounds)
                    : generic(architecture, options, bounds);
        } catch (ArithmeticException noResidue) {
            throw new IllegalArgumentException(noResidue.getMessage(), noResidue);
        }
    }

    private static Dimension generic(Architecture architecture, Options options, List<FamilyBound> bounds) {
        int goal = bounds.get(0).value().intValueExact();
        GenericSearch search = new GenericSearch(architecture, options, goal);
        Optional<GenericRank.Outcome> outcome = search.run();
        Optional<DimensionEvidence> evidence = outcome.map(found -> GenericEvidence.of(found, options));
        return answer(
                architecture,
                options,
                bounds,
                outcome.map(GenericRank.Outcome::rank).orElse(0),
                evidence.stream().toList(),
                search.primes(),
                search.reasons());
    }

    private static Dimension answer(
            Architecture architecture,
            Options options,
            List<FamilyBound> bounds,
            long rank,
            List<DimensionEvidence> evidence,
            List<Long> primes,
            List<String> reasons) {
        int below = BigInteger.valueOf(rank).compareTo(bounds.get(0).value());
        if (below > 0) {
            throw new IllegalStateException(
                    "the rank " + rank + " is above the bound " + bounds.get(0) + " of " + architecture);
        }
        boolean exactly = below == 0;
        List<DimensionEvidence> all = rank == 0 ? List.of(nothing(options)) : evidence;
        List<Proof> proof = all.stream()
                .map(each -> new Certificate.Dimension(Digest.of(architecture), each))
                .flatMap(each -> Proof.of(new DimensionClaim.OfFamily(architecture, rank, exactly), each).stream())
                .toList();
        if (rank > 0 && proof.isEmpty()) {
            throw new IllegalStateException(
                    "the checker refused the evidence for dimension " + rank + " of " + architecture);
        }
        BigInteger symmetries = FamilyBounds.symmetryDimension(architecture);
        Answer identifiable = Answer.UNDETERMINED;
        if (exactly && !proof.isEmpty()) {
            boolean full =
                    BigInteger.valueOf(rank).add(symmetries).equals(BigInteger.valueOf(architecture.parameters()));
            Answer yes = FamilyBounds.areBlocksOrbits(architecture) ? Answer.HOLDS : Answer.UNDETERMINED;
            identifiable = full ? yes : Answer.REFUTED;
        }
        return new Dimension(
                architecture.parameters(),
                rank,
                bounds,
                symmetries,
                identifiable,
                primes,
                options.seed(),
                proof,
                reasons);
    }

    /** Evidence for dimension 0. */
    private static DimensionEvidence nothing(Options options) {
        return new DimensionEvidence.Generic(
                new GenericPoint.Sampling(options.prime(), options.seed(), 1, 1, 0), List.of(), List.of());
    }

    private static boolean isPiecewiseAffine(Architecture architecture) {
        List<Activation> units = architecture.layers().stream()
                .filter(Layer.Entrywise.class::isInstance)
                .flatMap(layer -> ((Layer.Entrywise) layer).units().stream())
                .distinct()
                .toList();
        return !units.isEmpty()
                && units.stream().allMatch(unit -> PiecewiseAffine.of(unit).isPresent());
    }

    private static Dimension explicit(Architecture architecture, Options options, List<FamilyBound> bounds) {
        int goal = bounds.get(0).value().intValueExact();
        Optional<ExplicitSearch.Outcome> outcome = ExplicitSearch.run(architecture, goal, options.seed());
        int rank = outcome.map(ExplicitSearch.Outcome::rank).orElse(0);
        List<String> reasons = new ArrayList<>();
        if (rank < goal) {
            reasons.add(
                    outcome.isEmpty()
                            ? "No parameter was constructed: piecewise affine families are looked at up to "
                                    + RankWitness.MOST_PARAMETERS + " parameters, with rational breakpoints and slopes."
                            : "No parameter with a larger rank than " + rank
                                    + " was found; the maximum over all parameters may be larger.");
        }
        return answer(
                architecture,
                options,
                bounds,
                rank,
                outcome.map(found -> (DimensionEvidence) found.evidence()).stream()
                        .toList(),
                List.of(Mersenne61.PRIME),
                reasons);
    }
}
