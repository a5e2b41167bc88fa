package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.dense;
import static io.intertwine.check.Table.formula;
import static io.intertwine.check.Table.network;
import static io.intertwine.check.Table.reject;
import static io.intertwine.check.Table.ridge;
import static io.intertwine.check.Table.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.UnitMap;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.criterion.Criterion;
import io.intertwine.criterion.Criterion.Conclusion;
import io.intertwine.criterion.Criterion.Grade;
import io.intertwine.criterion.Hypothesis;
import io.intertwine.criterion.Hypothesis.Truth;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a criterion must say to prove that parameters are identifiable. */
class CriterionRuleTest {
    private static final Network CLONES = network(dense("1; 1; 2"), units("tanh", "tanh", "tanh"), dense("1 2 3", "4"));

    /** A row of the decision table that says what a test wants it to say. */
    private record Row(Grade grade, Conclusion conclusion, boolean fits, List<Truth> truths) implements Criterion {
        @Override
        public String name() {
            return "row";
        }

        @Override
        public String statement() {
            return "All is well.";
        }

        @Override
        public String source() {
            return "nobody";
        }

        @Override
        public boolean isNecessary() {
            return false;
        }

        @Override
        public String group() {
            return "permutations";
        }

        @Override
        public boolean concerns(Network network) {
            return fits;
        }

        @Override
        public List<Hypothesis> hypotheses(Network network) {
            return truths.stream()
                    .map(truth -> new Hypothesis("it is so", truth, "this was found"))
                    .toList();
        }
    }

    private static void check(Row row) throws Rejection {
        CriterionRule.require(CLONES, row, Conclusion.IDENTIFIABLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Grade.class,
            names = {"PROVED", "CITED"})
    void aTheoremWhoseHypothesesHoldIsBelieved(Grade grade) {
        assertThatCode(() -> check(new Row(grade, Conclusion.IDENTIFIABLE, true, List.of(Truth.HOLDS, Truth.HOLDS))))
                .doesNotThrowAnyException();
    }

    private static void refuses(Row row, String reason) {
        assertThatThrownBy(() -> check(row)).isInstanceOf(Rejection.class).hasMessage(reason);
    }

    @Test
    void aConjectureIsNotBelieved() {
        refuses(
                new Row(Grade.CONJECTURAL, Conclusion.IDENTIFIABLE, true, List.of()),
                "the criterion row is not a theorem");
    }

    @ParameterizedTest
    @EnumSource(
            value = Conclusion.class,
            names = {"LOCALLY_IDENTIFIABLE", "FINITELY_IDENTIFIABLE"})
    void aWeakerConclusionIsNotEnough(Conclusion conclusion) {
        refuses(new Row(Grade.PROVED, conclusion, true, List.of()), "the criterion row concludes something else");
    }

    @Test
    void aCriterionAboutOtherNetworksSaysNothing() {
        refuses(
                new Row(Grade.PROVED, Conclusion.IDENTIFIABLE, false, List.of()),
                "the criterion row is about other architectures");
    }

    @ParameterizedTest
    @EnumSource(
            value = Truth.class,
            names = {"FAILS", "UNKNOWN"})
    void everyHypothesisMustHold(Truth truth) {
        refuses(
                new Row(Grade.PROVED, Conclusion.IDENTIFIABLE, true, List.of(Truth.HOLDS, truth)),
                "a hypothesis of row does not hold: it is so; this was found");
    }

    private static Certificate.Cited cited(Network network, ReductionStep... steps) {
        return new Certificate.Cited(Digest.of(network), List.of(steps), "no-such-criterion");
    }

    private static ReductionStep merge(UnitMap map) {
        return new ReductionStep.Merge(0, List.of(new ReductionStep.UnitMerge(1, 0, map)));
    }

    @Test
    void theCriterionMustBeInTheTable() {
        reject(
                new ParameterClaim.Identifiable(CLONES, false),
                cited(CLONES),
                "there is no criterion no-such-criterion");
        reject(
                new ParameterClaim.Identifiable(CLONES, true),
                cited(CLONES, merge(UnitMap.IDENTITY), new ReductionStep.Drop(0, List.of(1))),
                "there is no criterion no-such-criterion");
    }

    @Test
    void anIrreducibleTanhNetworkIsIdentifiable() {
        Network tanh = WorkedExamples.swappedPair();
        Certificate.Cited cited = new Certificate.Cited(Digest.of(tanh), List.of(), "tanh-deep");
        assertThat(accept(new ParameterClaim.Identifiable(tanh, false), cited).rule())
                .startsWith("By ")
                .endsWith("Every hypothesis was checked.");
        Certificate.Cited clones = new Certificate.Cited(Digest.of(CLONES), List.of(), "tanh-deep");
        reject(new ParameterClaim.Identifiable(CLONES, false), clones, "a hypothesis of tanh-deep does not hold");
    }

    @Test
    void aNetworkThatReducesToOneIsWeaklyIdentifiable() {
        List<ReductionStep> steps = List.of(merge(UnitMap.IDENTITY), new ReductionStep.Drop(0, List.of(1)));
        ParameterClaim weakly = new ParameterClaim.Identifiable(CLONES, true);
        assertThat(accept(weakly, new Certificate.Cited(Digest.of(CLONES), steps, "tanh-deep"))
                        .toString())
                .startsWith("The network reduces, by merging clones and dropping inactive units, to a smaller network");
        reject(
                weakly,
                new Certificate.Cited(Digest.of(CLONES), steps, "sigmoid-deep"),
                "the criterion sigmoid-deep is about other architectures");
    }

    @Test
    void whetherANetworkIsReducedIsPartOfTheClaim() {
        reject(new ParameterClaim.Identifiable(CLONES, true), cited(CLONES), "no reduction is given");
        reject(
                new ParameterClaim.Identifiable(CLONES, false),
                cited(CLONES, merge(UnitMap.IDENTITY)),
                "the certificate speaks of a reduced network");
    }

    @Test
    void aReductionDropsUnits() {
        ParameterClaim weakly = new ParameterClaim.Identifiable(CLONES, true);
        reject(weakly, cited(CLONES, new ReductionStep.Merge(0, List.of())), "the steps drop no unit");
        reject(weakly, cited(CLONES, new ReductionStep.Drop(0, List.of())), "the steps drop no unit");
        reject(weakly, cited(CLONES, merge(UnitMap.IDENTITY)), "the steps drop no unit");
        reject(weakly, cited(CLONES, new ReductionStep.Drop(0, List.of(1))), "unit 1 has outgoing weights");
    }

    @Test
    void onlyMergingFoldingAndDroppingLeadToASubmodel() {
        Network linear = network(dense("1; 1"), dense("1 2"));
        Layer.Dense product = dense("3");
        ReductionStep replace = new ReductionStep.Replace(0, 2, List.of(product), ridge());
        reject(
                new ParameterClaim.Identifiable(linear, true),
                cited(linear, replace),
                "only merging, folding, and dropping lead to a submodel");
        ReductionStep refactor = new ReductionStep.Refactor(
                0, dense("1; 0").weight(), List.of(), dense("3 0").weight(), List.of());
        reject(
                new ParameterClaim.Identifiable(linear, true),
                cited(linear, refactor, new ReductionStep.Drop(0, List.of(1))),
                "only merging, folding, and dropping lead to a submodel");
    }

    @Test
    void aUnitWithoutValuesIsNotForgottenWhenItIsDropped() {
        Network lost = network(
                dense("1; 1"), new Layer.Entrywise(List.of(formula("log(x)"), formula("x^3 + x"))), dense("0 1"));
        reject(
                new ParameterClaim.Identifiable(lost, true),
                cited(lost, new ReductionStep.Drop(0, List.of(0))),
                "is not known to have a value at every real number");
    }

    @Test
    void evidenceOfAnotherKindProvesNothing() {
        Certificate.Cited cited = cited(CLONES);
        Certificate.ConstantUnit constant = new Certificate.ConstantUnit(Digest.of(CLONES), 0, 0);
        reject(new ParameterClaim.Identifiable(CLONES, false), constant, "of another kind than the claim identifiable");
        reject(new ParameterClaim.NotIdentifiable(CLONES), cited, "of another kind than the claim not-identifiable");
        reject(
                new ParameterClaim.FinitelyIdentifiable(CLONES, 2),
                cited,
                "of another kind than the claim finitely-identifiable");
        reject(
                new ParameterClaim.LocallyIdentifiable(CLONES),
                cited,
                "of another kind than the claim locally-identifiable");
    }
}
