package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.claim.DimensionClaim;
import io.intertwine.criterion.FamilyBound;
import io.intertwine.criterion.FamilyBounds;
import java.math.BigInteger;

/** The functional dimension of a family: evidence from below, and a bound from above that the architecture itself gives. */
final class DimensionRule {
    private DimensionRule() {}

    static String apply(DimensionClaim claim, Certificate certificate) throws Rejection {
        if (claim instanceof DimensionClaim.OfFamily family && certificate instanceof Certificate.Dimension evidence) {
            return apply(family, evidence.evidence());
        }
        if (claim instanceof DimensionClaim.AtParameters parameters
                && certificate instanceof Certificate.Dimension dimension
                && dimension.evidence() instanceof DimensionEvidence.AtParameters evidence) {
            return ParameterDimensionRule.apply(parameters, evidence);
        }
        throw Rejection.otherKind(claim);
    }

    private static String apply(DimensionClaim.OfFamily claim, DimensionEvidence evidence) throws Rejection {
        String below = below(claim, evidence);
        return claim.exactly() ? below + " " + above(claim) : below;
    }

    private static String below(DimensionClaim.OfFamily claim, DimensionEvidence evidence) throws Rejection {
        if (evidence instanceof DimensionEvidence.Generic generic) {
            requireRank(GenericMinorRule.apply(claim.architecture(), generic), claim);
            return minor(generic) + ".";
        }
        if (evidence instanceof DimensionEvidence.Factored factored) {
            requireRank(factored.minor().rows().size(), claim);
            return minor(factored.minor()) + ", up to a probability of error below 2^-"
                    + FreivaldsRule.apply(claim.architecture(), factored)
                    + " (Freivalds' test of a recorded factorisation).";
        }
        if (!(evidence instanceof DimensionEvidence.Explicit explicit)) {
            throw Rejection.otherKind(claim);
        }
        requireRank(ExplicitRankRule.apply(claim.architecture(), explicit), claim);
        return "At the recorded parameters and inputs the derivatives have at least this rank.";
    }

    private static String minor(DimensionEvidence.Generic evidence) {
        return "A minor of size " + evidence.rows().size()
                + " of the derivatives of Taylor coefficients is not zero at a generic " + "point modulo "
                + evidence.sampling().prime();
    }

    private static void requireRank(int rank, DimensionClaim.OfFamily claim) throws Rejection {
        Rejection.unless(
                rank >= claim.dimension(),
                "the derivatives have rank " + rank + ", expected at least " + claim.dimension());
    }

    private static String above(DimensionClaim.OfFamily claim) throws Rejection {
        FamilyBound bound = FamilyBounds.best(claim.architecture());
        Rejection.unless(
                bound.value().compareTo(BigInteger.valueOf(claim.dimension())) <= 0,
                "the least upper bound known is " + bound.value() + " (" + bound.why() + "), expected at most "
                        + claim.dimension());
        return "It is not larger by the bound \"" + bound.rule() + "\": " + bound.why() + " (" + bound.source() + ").";
    }
}
