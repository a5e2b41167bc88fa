package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.claim.SymmetryClaim;

/** Which rule proves which claim about a network and a symmetry. */
final class SymmetryRule {
    private SymmetryRule() {}

    static String apply(SymmetryClaim claim, Certificate certificate) throws Rejection {
        requireFit(claim);
        if (claim instanceof SymmetryClaim.LayerwiseEquivariant layerwise
                && certificate instanceof Certificate.Layerwise evidence) {
            return LayerwiseRule.apply(layerwise, evidence);
        }
        if (claim instanceof SymmetryClaim.NotEquivariant refutation
                && certificate instanceof Certificate.Witness witness) {
            return WitnessRule.apply(refutation, witness);
        }
        if (claim instanceof SymmetryClaim.Equivariant && certificate instanceof Certificate.Equivariance evidence) {
            return EquivarianceRule.apply(claim.network(), claim.symmetry(), evidence.proofs());
        }
        if (claim instanceof SymmetryClaim.NotLayerwise not
                && certificate instanceof Certificate.ClassAction evidence) {
            return ClassActionRule.apply(not, evidence);
        }
        if (claim instanceof SymmetryClaim.NoLatentAction none && certificate instanceof Certificate.Exhaustion) {
            return NoActionRule.apply(none);
        }
        if (claim instanceof SymmetryClaim.LayerwiseWhenWidened widened) {
            return widened(widened, certificate);
        }
        throw Rejection.otherKind(claim);
    }

    private static String widened(SymmetryClaim.LayerwiseWhenWidened claim, Certificate certificate) throws Rejection {
        if (certificate instanceof Certificate.Widening evidence) {
            return WideningRule.apply(claim, evidence);
        }
        if (certificate instanceof Certificate.Equivariance evidence) {
            return WideningRule.apply(claim, evidence.proofs());
        }
        throw Rejection.otherKind(claim);
    }

    private static void requireFit(SymmetryClaim claim) throws Rejection {
        int inputs = claim.symmetry().input().dimension();
        int outputs = claim.symmetry().output().dimension();
        Rejection.unless(
                inputs == claim.network().inputs() && outputs == claim.network().outputs(),
                "the symmetry acts on " + inputs + " inputs and " + outputs + " outputs, but the network has "
                        + claim.network().inputs() + " and " + claim.network().outputs());
    }
}
