package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.certificate.FibreEvidence;
import io.intertwine.certificate.MapsEvidence;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.claim.ActivationClaim;
import io.intertwine.claim.Claim;
import io.intertwine.claim.DimensionClaim;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.claim.MapsClaim;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.criterion.FormalNetwork;
import io.intertwine.net.Network;
import io.intertwine.rep.LinearRepresentation;
import java.util.List;

/** The independent checker: decides whether a certificate proves a claim. */
public final class Checker {
    private Checker() {}

    /** Checks a certificate against the caller's claim. Every number that the verdict rests on is computed again here. */
    public static CheckResult check(Claim claim, Certificate certificate) {
        try {
            return new CheckResult.Accepted(new Theorem(claim, apply(claim, certificate)));
        } catch (Rejection rejection) {
            return new CheckResult.Rejected(String.valueOf(rejection.getMessage()));
        } catch (ArithmeticException beyondLimits) {
            // Exact numbers of fields that do not fit together, or too large to be joined: nothing is decided.
            return new CheckResult.Rejected("exact arithmetic gave up: " + beyondLimits.getMessage());
        }
    }

    /** The network after a step of a reparametrisation. Throws IllegalArgumentException if the step does not keep the function. */
    public static Network reparametrise(Network network, ReductionStep step) {
        try {
            return ReductionRule.apply(network, step);
        } catch (Rejection | ArithmeticException refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    /**
     * A representative of every class of parameters of the same architecture with the same function, no two related. Throws
     * IllegalArgumentException if the evidence does not show that these are all.
     */
    public static List<Network> classes(Network network, FibreEvidence evidence) {
        try {
            return FibreRule.classes(network, evidence);
        } catch (Rejection | ArithmeticException refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    /** The formal values of the units of a network, by relations of its activations that are proved here. */
    public static FormalNetwork formal(Network network) {
        return FormalNetwork.of(network, new UnitRelationsRule());
    }

    /**
     * A number of independent directions in the space of parameters in which the derivative of the function vanishes. Throws
     * IllegalArgumentException if the evidence does not show it.
     */
    public static int vanishing(Network network, DimensionEvidence.Dependence evidence) {
        try {
            return ParameterDimensionRule.vanishing(network, evidence);
        } catch (Rejection | ArithmeticException refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    /** The dimension of a space of equivariant maps that evidence shows. Throws IllegalArgumentException if it does not show one. */
    public static long dimension(LinearRepresentation source, LinearRepresentation target, MapsEvidence evidence) {
        try {
            return MapsRule.dimension(source, target, evidence);
        } catch (Rejection | ArithmeticException refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    private static String apply(Claim claim, Certificate certificate) throws Rejection {
        BindingRule.apply(claim, certificate);
        if (claim instanceof SymmetryClaim symmetry) {
            return SymmetryRule.apply(symmetry, certificate);
        }
        if (claim instanceof EqualityClaim equality) {
            return EqualityRule.apply(equality, certificate);
        }
        if (claim instanceof ParameterClaim parameter) {
            return ParameterRule.apply(parameter, certificate);
        }
        if (claim instanceof DimensionClaim dimension) {
            return DimensionRule.apply(dimension, certificate);
        }
        return claim instanceof MapsClaim maps
                ? MapsRule.apply(maps, certificate)
                : FormulaRule.apply((ActivationClaim) claim, certificate);
    }
}
