package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.dense;
import static io.intertwine.check.Table.equality;
import static io.intertwine.check.Table.formula;
import static io.intertwine.check.Table.gauge;
import static io.intertwine.check.Table.map;
import static io.intertwine.check.Table.network;
import static io.intertwine.check.Table.reject;
import static io.intertwine.check.Table.ridge;
import static io.intertwine.check.Table.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Accepted and rejected proofs that two networks have the same function: what all comparisons share. */
class EqualityRuleTest {
    private static final Layer SOFTMAX = new Layer.Softmax(2);
    private static final Network ONE = network(dense("1"), units("relu"), dense("1"));
    private static final Network PROBABILITIES = network(dense("1; 2", "3 4"), SOFTMAX);
    private static final Network SHIFTED = network(dense("4; 5", "1 2"), SOFTMAX);
    private static final Network HIDDEN = network(dense("1"), units("tanh"), dense("1; 2", "3 4"), SOFTMAX);
    private static final Network HIDDEN_SHIFTED = network(dense("-1"), units("tanh"), dense("2; 1", "4 5"), SOFTMAX);
    private static final Network SOFT_UNITS = network(dense("1; 2"), units("relu", "relu"), SOFTMAX);
    private static final Network LOST =
            network(dense("1; 1"), new Layer.Entrywise(List.of(formula("log(x)"), formula("x^3 + x"))), dense("0 1"));

    private static Arguments row(String name, Network left, Network right, Comparison comparison) {
        return Arguments.of(name, left, right, comparison);
    }

    static List<Arguments> accepted() {
        return List.of(
                row("logits up to a common number", PROBABILITIES, SHIFTED, gauge()),
                row("logits up to a common number, as ridges", PROBABILITIES, SHIFTED, ridge()),
                row("logits of a hidden layer", HIDDEN, HIDDEN_SHIFTED, gauge(map("0 | -1"), map("0 | -1"))),
                row("logits that are values of units", SOFT_UNITS, SOFT_UNITS, gauge(map("0 1"), map("0 1"))),
                row("logits that are values of units, as ridges", SOFT_UNITS, SOFT_UNITS, ridge()),
                row(
                        "an activation whose pieces are not known",
                        network(new Layer.Entrywise(List.of(formula("max(sin(x), exp(x) - x^3)")))),
                        network(new Layer.Entrywise(List.of(formula("max(sin(x), exp(x) - x^3)")))),
                        gauge()),
                row("a softmax of one logit", softmax("5"), softmax("7"), gauge()),
                row(
                        "the same last activation",
                        network(dense("1 2", "3"), units("tanh")),
                        network(dense("2 4"), dense("1/2", "3"), units("tanh")),
                        ridge()),
                row(
                        "the same two last activations",
                        network(dense("1", "3"), units("tanh"), units("gelu")),
                        network(dense("1", "3"), units("tanh"), units("gelu")),
                        ridge()));
    }

    private static Network softmax(String weight) {
        return network(dense(weight), new Layer.Softmax(1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String name, Network left, Network right, Comparison comparison) {
        Theorem theorem = accept(new EqualityClaim.Equal(left, right), equality(left, right, comparison));
        assertThat(theorem.toString()).as(name).startsWith("The two networks compute the same function.");
    }

    static List<Arguments> rejected() {
        return List.of(
                row(
                        "one network reads 1 numbers and writes 1, the other 2 and 1",
                        ONE,
                        network(dense("1 0"), units("relu"), dense("1")),
                        gauge(map("0"), map("0"))),
                row(
                        "one network reads 1 numbers and writes 1, the other 1 and 2",
                        ONE,
                        network(dense("1"), units("relu"), dense("1; 1")),
                        gauge(map("0"), map("0"))),
                row(
                        "only one of the networks ends with a softmax",
                        PROBABILITIES,
                        network(dense("1; 2", "3 4")),
                        gauge()),
                row(
                        "only one of the networks ends with a softmax",
                        network(dense("1; 2", "3 4")),
                        PROBABILITIES,
                        gauge()),
                row(
                        "layer 0: the two sides differ in the weight",
                        PROBABILITIES,
                        network(dense("1; 3", "3 4"), SOFTMAX),
                        gauge()),
                row(
                        "layer 0: the two sides differ in the bias",
                        PROBABILITIES,
                        network(dense("1; 2", "3 5"), SOFTMAX),
                        gauge()),
                row(
                        "is not known to have a value at every real number",
                        network(new Layer.Entrywise(List.of(formula("log(x)")))),
                        network(new Layer.Entrywise(List.of(formula("log(x)")))),
                        gauge()),
                row(
                        "is not known to have a value at every real number",
                        network(units("tanh")),
                        network(new Layer.Entrywise(List.of(formula("1/x")))),
                        ridge()),
                row(
                        "expected networks with at most one hidden layer, found 2 layers",
                        network(dense("1"), units("tanh")),
                        network(units("tanh")),
                        ridge()),
                row(
                        "expected networks with at most one hidden layer, found 1 layers",
                        network(units("tanh")),
                        network(dense("1"), units("tanh")),
                        ridge()),
                row(
                        "expected networks with at most one hidden layer, found 1 layers",
                        network(units("tanh")),
                        network(units("tanh")),
                        ridge()),
                row(
                        "expected networks with at most one hidden layer, found 2 layers",
                        network(dense("1"), units("tanh")),
                        network(dense("1"), units("relu")),
                        ridge()),
                row(
                        "the functions differ in the factor of input 0 of output 0 by -1",
                        network(dense("1"), units("tanh")),
                        network(dense("2"), units("tanh")),
                        ridge()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String reason, Network left, Network right, Comparison comparison) {
        reject(new EqualityClaim.Equal(left, right), equality(left, right, comparison), reason);
    }

    @Test
    void stepsLeadToTheNetworksThatAreCompared() {
        Network clones = network(dense("1; 1; 2"), units("tanh", "tanh", "tanh"), dense("1 2 0"));
        Network merged = network(dense("1"), units("tanh"), dense("3"));
        List<ReductionStep> steps = List.of(
                new ReductionStep.Merge(
                        0,
                        List.of(new ReductionStep.UnitMerge(
                                1, 0, new io.intertwine.activation.UnitMap(Scalar.ONE, Scalar.ZERO)))),
                new ReductionStep.Drop(0, List.of(1, 2)));
        Comparison same = gauge(map("0"), map("0"));
        accept(
                new EqualityClaim.Equal(clones, merged),
                equality(clones, merged, new EqualityProof(steps, List.of(), same)));
        accept(
                new EqualityClaim.Equal(merged, clones),
                equality(merged, clones, new EqualityProof(List.of(), steps, same)));
        reject(
                new EqualityClaim.Equal(clones, merged),
                equality(clones, merged, new EqualityProof(List.of(), steps, same)),
                "there is no unit 1");
    }

    @Test
    void aUnitWithoutValuesIsNotForgottenWhenItIsDropped() {
        Network kept = network(dense("1"), new Layer.Entrywise(List.of(formula("x^3 + x"))), dense("1"));
        EqualityProof proof =
                new EqualityProof(List.of(new ReductionStep.Drop(0, List.of(0))), List.of(), gauge(map("0"), map("0")));
        String reason = "log(x) is not known to have a value at every real number";
        reject(new EqualityClaim.Equal(LOST, kept), equality(LOST, kept, proof), reason);
        EqualityProof other =
                new EqualityProof(/* left= */ proof.right(), /* right= */ proof.left(), proof.comparison());
        reject(new EqualityClaim.Equal(kept, LOST), equality(kept, LOST, other), reason);
    }

    @Test
    void evidenceOfAnotherKindProvesNothing() {
        String digest = Digest.of(ONE);
        Certificate.Separation separation =
                new Certificate.Separation(digest, digest, List.of(), 0, List.of(), List.of(), List.of());
        reject(new EqualityClaim.Equal(ONE, ONE), separation, "of another kind than the claim equal");
        reject(
                new EqualityClaim.Different(ONE, ONE),
                equality(ONE, ONE, gauge(map("0"), map("0"))),
                "of another kind than the claim different");
    }

    @Test
    void bothNetworksAreBound() {
        Certificate.Equality honest = equality(PROBABILITIES, SHIFTED, gauge());
        reject(new EqualityClaim.Equal(SHIFTED, PROBABILITIES), honest, "speaks of another network");
        reject(new EqualityClaim.Equal(PROBABILITIES, PROBABILITIES), honest, "speaks of another network");
    }

    @Test
    void numbersThatDoNotFitTogetherDecideNothing() {
        // Both cosines are fine alone; the field of both has a degree beyond the limit.
        Network seven = network(dense("cos(2*pi/37)"), dense("1"));
        Network eleven = network(dense("1"), dense("cos(2*pi/41)"));
        reject(new EqualityClaim.Equal(seven, eleven), equality(seven, eleven, ridge()), "exact arithmetic gave up: ");
    }
}
