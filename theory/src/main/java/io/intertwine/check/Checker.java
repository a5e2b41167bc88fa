package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.claim.Claim;
import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;

/** The independent checker: decides whether a certificate proves a claim. */
public final class Checker {
    private Checker() {}

    /** Checks a certificate against the caller's claim. Every number that the verdict rests on is computed again here. */
    public static CheckResult check(Claim claim, Certificate certificate) {
        try {
            return new CheckResult.Accepted(new Theorem(claim, apply(claim, certificate)));
        } catch (Rejection rejection) {
            return new CheckResult.Rejected(String.valueOf(rejection.getMessage()));
        }
    }

    /** The network after a step of a reparametrisation. Throws IllegalArgumentException if the step does not keep the function. */
    public static Network reparametrise(Network network, ReductionStep step) {
        try {
            return ReductionRule.apply(network, step);
        } catch (Rejection rejection) {
            throw new IllegalArgumentException(rejection);
        }
    }

    private static String apply(Claim claim, Certificate certificate) throws Rejection {
        if (claim instanceof Claim.LayerwiseEquivariant layerwise
                && certificate instanceof Certificate.Layerwise evidence) {
            bind(layerwise.network(), layerwise.symmetry(), evidence);
            return LayerwiseRule.apply(layerwise, evidence);
        }
        if (claim instanceof Claim.Relations relations && certificate instanceof Certificate.Identity evidence) {
            return ActivationRule.apply(relations, evidence.basePoints());
        }
        if (claim instanceof Claim.Intertwiner intertwiner && certificate instanceof Certificate.Identity) {
            return IntertwinerRule.apply(intertwiner);
        }
        if (claim instanceof Claim.NotIntertwiner none && certificate instanceof Certificate.IndependentValues values) {
            return IntertwinerRule.apply(none, values);
        }
        if (claim instanceof Claim.Identity identity && certificate instanceof Certificate.Identity evidence) {
            IdentityRule.requireZero(identity.left().minus(identity.right()), evidence.basePoints());
            return "The difference was proved to be zero piece by piece.";
        }
        if (claim instanceof Claim.NotEquivariant refutation && certificate instanceof Certificate.Witness witness) {
            bind(refutation.network(), refutation.symmetry(), witness);
            return WitnessRule.apply(refutation, witness);
        }
        throw new Rejection("the certificate is of another kind than the claim " + claim.verdict());
    }

    private static void bind(Network network, Symmetry symmetry, Certificate certificate) throws Rejection {
        Rejection.unless(
                Digest.of(network).equals(certificate.network()),
                "the certificate speaks of another network: its digest differs");
        Rejection.unless(
                Digest.of(symmetry).equals(certificate.symmetry()),
                "the certificate speaks of another symmetry: its digest differs");
        int inputs = symmetry.input().dimension();
        int outputs = symmetry.output().dimension();
        Rejection.unless(
                inputs == network.inputs() && outputs == network.outputs(),
                "the symmetry acts on " + inputs + " inputs and " + outputs + " outputs, but the network has "
                        + network.inputs() + " and " + network.outputs());
    }
}
