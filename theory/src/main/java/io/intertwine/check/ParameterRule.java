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
        if (claim instanceof ParameterClaim.Identifiable single
                && !single.weakly()
                && certificate instanceof Certificate.Fibre evidence) {
            return FibreRule.apply(single, evidence);
        }
        if (claim instanceof ParameterClaim.FinitelyIdentifiable finitely
                && certificate instanceof Certificate.Fibre evidence) {
            return FibreRule.apply(finitely, evidence);
        }
        if (claim instanceof ParameterClaim.NotIdentifiable not
                && certificate instanceof Certificate.OtherParameter evidence) {
            return OtherParameterRule.apply(not, evidence);
        }
        if (claim instanceof ParameterClaim.NotIdentifiable not
                && certificate instanceof Certificate.ConstantUnit evidence) {
            return OtherParameterRule.apply(not, evidence);
        }
        if (claim instanceof ParameterClaim.LocallyIdentifiable local
                && certificate instanceof Certificate.IndependentDerivatives evidence) {
            return RankRule.apply(local, evidence);
        }
        throw Rejection.otherKind(claim);
    }
}
