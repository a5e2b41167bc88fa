package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.claim.ActivationClaim;

/** Which rule proves which claim about formulas and activations. */
final class FormulaRule {
    private FormulaRule() {}

    static String apply(ActivationClaim claim, Certificate certificate) throws Rejection {
        if (claim instanceof ActivationClaim.Relations relations
                && certificate instanceof Certificate.Identity evidence) {
            return ActivationRule.apply(relations, evidence.basePoints());
        }
        if (claim instanceof ActivationClaim.Intertwiner intertwiner && certificate instanceof Certificate.Identity) {
            return IntertwinerRule.apply(intertwiner);
        }
        if (claim instanceof ActivationClaim.NotIntertwiner none
                && certificate instanceof Certificate.IndependentValues values) {
            return IntertwinerRule.apply(none, values);
        }
        if (claim instanceof ActivationClaim.Identity identity
                && certificate instanceof Certificate.Identity evidence) {
            IdentityRule.requireZero(identity.left().minus(identity.right()), evidence.basePoints());
            return "The difference was proved to be zero piece by piece.";
        }
        throw Rejection.otherKind(claim);
    }
}
