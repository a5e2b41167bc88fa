package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.FibreEvidence;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.criterion.Criterion;
import io.intertwine.net.Network;
import java.util.List;

/** All classes of parameters of the same architecture with the same function, up to the latent groups. */
final class FibreRule {
    private FibreRule() {}

    static String apply(ParameterClaim.FinitelyIdentifiable claim, Certificate.Fibre evidence) throws Rejection {
        int classes = classes(claim.network(), evidence.evidence()).size();
        Rejection.unless(
                classes > 1 && classes == claim.classes(),
                "expected " + claim.classes() + " classes, at least 2, found " + classes);
        return "All " + classes + " classes were found again.";
    }

    static String apply(ParameterClaim.Identifiable claim, Certificate.Fibre evidence) throws Rejection {
        int classes = classes(claim.network(), evidence.evidence()).size();
        Rejection.unless(classes == 1, "expected one class, found " + classes);
        return "All classes of parameters with this function were found again: there is one.";
    }

    /** A representative of every class, no two related; rejects unless these are proved to be all. */
    static List<Network> classes(Network network, FibreEvidence evidence) throws Rejection {
        if (evidence instanceof FibreEvidence.Single single) {
            CriterionRule.require(network, single.criterion(), Criterion.Conclusion.IDENTIFIABLE);
            return List.of(network);
        }
        if (evidence instanceof FibreEvidence.Pencil pencil) {
            return PencilRule.classes(network, pencil);
        }
        return FlipsRule.classes(network, (FibreEvidence.Flips) evidence);
    }
}
