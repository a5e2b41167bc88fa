package io.intertwine.check;

import io.intertwine.certificate.DimensionEvidence.AtParameters;
import io.intertwine.certificate.DimensionEvidence.Dependence;
import io.intertwine.certificate.DimensionEvidence.Independence;
import io.intertwine.claim.DimensionClaim;
import io.intertwine.criterion.FamilyBound;
import io.intertwine.criterion.FamilyBounds;
import io.intertwine.net.Architecture;
import io.intertwine.net.Network;
import java.math.BigInteger;

/**
 * The functional dimension at the parameters of a network: independent derivatives from below, and from above independent directions in
 * which the derivative of the function vanishes, or the largest dimension in the family ({@code docs/DIMENSION_AT_PARAMETERS.md}).
 */
final class ParameterDimensionRule {
    private ParameterDimensionRule() {}

    static String apply(DimensionClaim.AtParameters claim, AtParameters evidence) throws Rejection {
        long parameters = Architecture.of(claim.network()).parameters();
        Rejection.unless(
                parameters <= RankRule.MOST_PARAMETERS,
                "expected at most " + RankRule.MOST_PARAMETERS + " parameters, found " + parameters);
        new ActivationRule().requireValues(claim.network());
        String below = below(claim, evidence.below());
        return claim.exactly() ? below + " " + above(claim, evidence.above(), parameters) : below;
    }

    private static String below(DimensionClaim.AtParameters claim, Independence evidence) throws Rejection {
        boolean residues = evidence instanceof Independence.Residues;
        int rank = evidence instanceof Independence.Residues exact
                ? ResidueRankRule.apply(claim.network(), exact.points())
                : EnclosedMinorRule.apply(claim.network(), (Independence.Minor) evidence);
        Rejection.unless(
                rank >= claim.dimension(),
                "the derivatives have rank " + rank + ", expected at least " + claim.dimension());
        return residues
                ? "At the recorded inputs the derivatives have at least this rank modulo 2^61 - 1."
                : "Interval arithmetic proves that the recorded minor of the derivatives is not zero.";
    }

    private static String above(DimensionClaim.AtParameters claim, Dependence evidence, long parameters)
            throws Rejection {
        if (evidence.directions().isEmpty()) {
            return family(claim);
        }
        int independent = vanishing(claim.network(), evidence);
        Rejection.unless(
                parameters - independent <= claim.dimension(),
                "the derivative vanishes in " + independent + " independent directions of " + parameters
                        + ", expected at least " + (parameters - claim.dimension()));
        return "It is not larger: the derivative vanishes in " + independent + " independent directions of the "
                + parameters + " parameters.";
    }

    /** A number of independent directions in which the derivative vanishes. */
    static int vanishing(Network network, Dependence evidence) throws Rejection {
        if (evidence instanceof Dependence.OnRegions regions) {
            RegionDirectionRule.apply(network, regions);
        } else {
            FormalDirectionRule.apply(network, evidence.directions());
        }
        return IndependentDirectionsRule.apply(
                evidence.directions(), Architecture.of(network).parameters());
    }

    private static String family(DimensionClaim.AtParameters claim) throws Rejection {
        FamilyBound bound = FamilyBounds.best(Architecture.of(claim.network()));
        Rejection.unless(
                bound.value().compareTo(BigInteger.valueOf(claim.dimension())) <= 0,
                "the least upper bound known for the family is " + bound.value() + " (" + bound.why()
                        + "), expected at most " + claim.dimension());
        return "It is not larger at any parameters by the bound \"" + bound.rule() + "\": " + bound.why() + " ("
                + bound.source() + ").";
    }
}
