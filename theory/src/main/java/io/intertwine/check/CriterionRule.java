package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.criterion.Criterion;
import io.intertwine.criterion.DecisionTable;
import io.intertwine.criterion.Hypothesis;
import io.intertwine.net.Network;

/**
 * Identifiability by a published criterion: it is proved in its source or in our documents, it concerns the network, and all its
 * hypotheses are checked here at the network's parameters.
 */
final class CriterionRule {
    private CriterionRule() {}

    static String apply(ParameterClaim.Identifiable claim, Certificate.Cited evidence) throws Rejection {
        Rejection.unless(
                claim.weakly() != evidence.steps().isEmpty(),
                claim.weakly() ? "no reduction is given" : "the certificate speaks of a reduced network");
        for (ReductionStep step : evidence.steps()) {
            Rejection.unless(
                    !(step instanceof ReductionStep.Replace) && !(step instanceof ReductionStep.Refactor),
                    "only merging, folding, and dropping lead to a submodel");
        }
        new ActivationRule().requireValues(claim.network());
        Network network = ReductionRule.apply(claim.network(), evidence.steps());
        Rejection.unless(!claim.weakly() || !network.hasArchitectureOf(claim.network()), "the steps drop no unit");
        Criterion criterion = require(network, evidence.criterion(), Criterion.Conclusion.IDENTIFIABLE);
        return "By " + criterion.source() + ": " + criterion.statement() + " Every hypothesis was checked.";
    }

    /** The criterion of a name, if it proves this conclusion about the network. */
    static Criterion require(Network network, String name, Criterion.Conclusion conclusion) throws Rejection {
        Criterion criterion =
                DecisionTable.find(name).orElseThrow(() -> new Rejection("there is no criterion " + name));
        require(network, criterion, conclusion);
        return criterion;
    }

    /** Rejects unless the criterion proves this conclusion about the network. */
    static void require(Network network, Criterion criterion, Criterion.Conclusion conclusion) throws Rejection {
        String name = criterion.name();
        Rejection.unless(
                criterion.grade() != Criterion.Grade.CONJECTURAL, "the criterion " + name + " is not a theorem");
        Rejection.unless(criterion.conclusion() == conclusion, "the criterion " + name + " concludes something else");
        Rejection.unless(criterion.concerns(network), "the criterion " + name + " is about other architectures");
        for (Hypothesis hypothesis : criterion.hypotheses(network)) {
            Rejection.unless(
                    hypothesis.truth() == Hypothesis.Truth.HOLDS,
                    "a hypothesis of " + name + " does not hold: " + hypothesis.statement() + "; "
                            + hypothesis.found());
        }
    }
}
