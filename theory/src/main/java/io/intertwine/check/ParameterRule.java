package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.claim.ParameterClaim;

/** Which rule proves which claim about the parameters of a network. */
final class ParameterRule {
    private ParameterRule() {}

    static String apply(ParameterClaim claim, Certificate certificate) throws Rejection {
        if (claim instanceof ParameterClaim.Identifiable identifiable
                && certificate instanceof Certificate.Cited evidence) {
            return CriterionRule.apply(identifiable, evidence);
        }
        if (claim instanceof ParameterClaim.LocallyIdentifiable local
                && certificate instanceof Certificate.IndependentDerivatives evidence) {
            return RankRule.apply(local, evidence);
        }
        throw Rejection.otherKind(claim);
    }
}
