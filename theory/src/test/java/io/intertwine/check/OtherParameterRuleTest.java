package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.dense;
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
import io.intertwine.claim.ParameterClaim;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Accepted and rejected proofs that a parameter is not identifiable. */
class OtherParameterRuleTest {
    private static final Layer SOFTMAX = new Layer.Softmax(2);
    private static final Network HAT = WorkedExamples.hat("relu");
    private static final Network FLIPPED =
            network(dense("-1; -1; -1", "-1 0 1"), units("relu", "relu", "relu"), dense("1 -2 1"));
    private static final Network CLONES = network(dense("1; 1"), units("tanh", "tanh"), dense("1 2"));
    private static final Network OTHER_CLONES = network(dense("1; 1"), units("tanh", "tanh"), dense("3 0"));
    private static final Network SOFT = network(dense("1 2; 3 5"), units("tanh", "tanh"), dense("1 0; 0 1"), SOFTMAX);
    private static final Network SOFT_SHIFTED =
            network(dense("1 2; 3 5"), units("tanh", "tanh"), dense("0 0; -1 1"), SOFTMAX);

    private static final Network CONSTANT =
            network(dense("1; 0; 0", "0 1 2"), units("tanh", "tanh", "tanh"), dense("1 3 0", "0"));

    private static ParameterClaim.NotIdentifiable claim(Network network) {
        return new ParameterClaim.NotIdentifiable(network);
    }

    private static Certificate.OtherParameter other(Network network, Network other, Comparison comparison) {
        return new Certificate.OtherParameter(Digest.of(network), other, EqualityProof.of(comparison));
    }

    private static Certificate.ConstantUnit constant(Network network, int layer, int unit) {
        return new Certificate.ConstantUnit(Digest.of(network), layer, unit);
    }

    private static Arguments row(String name, Network network, Network other, Comparison comparison) {
        return Arguments.of(name, network, other, comparison);
    }

    static List<Arguments> accepted() {
        return List.of(
                row("the hat with all rows negated", HAT, FLIPPED, ridge("relu")),
                row("and back", FLIPPED, HAT, ridge("relu")),
                row("clones with the outgoing weights on one", CLONES, OTHER_CLONES, ridge()),
                row(
                        "a unit that is not read",
                        network(dense("1; 2"), units("tanh", "tanh"), dense("1 0")),
                        network(dense("1; 3"), units("tanh", "tanh"), dense("1 0")),
                        ridge()),
                row(
                        "an exact constant in the next bias",
                        network(dense("1; 0", "0 2"), units("relu", "relu"), dense("1 3", "0")),
                        network(dense("1; 0", "0 2"), units("relu", "relu"), dense("1 0", "6")),
                        ridge()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String name, Network network, Network other, Comparison comparison) {
        Theorem theorem = accept(claim(network), other(network, other, comparison));
        assertThat(theorem.rule()).as(name).contains("no element of the latent groups takes one to the other");
    }

    static List<Arguments> rejected() {
        return List.of(
                row(
                        "the other parameter is one of another architecture",
                        HAT,
                        network(dense("-1; -1; -1", "-1 0 1"), units("relu", "relu", "relu"), dense("1 -2 1", "0")),
                        ridge("relu")),
                row(
                        "an element of the latent groups takes one parameter to the other",
                        HAT,
                        network(dense("1; 2; 1", "-1 0 1"), units("relu", "relu", "relu"), dense("1 -1 1")),
                        ridge("relu")),
                row("an element of the latent groups takes one parameter to the other", HAT, HAT, ridge("relu")),
                row(
                        "not proved to be zero",
                        HAT,
                        network(dense("-1; -1; -1", "-1 0 1"), units("relu", "relu", "relu"), dense("1 -2 2")),
                        ridge("relu")),
                row(
                        "not proved to be zero",
                        CLONES,
                        network(dense("1; 1"), units("tanh", "tanh"), dense("1 3")),
                        ridge()),
                row(
                        "an element of the latent groups takes one parameter to the other",
                        SOFT,
                        SOFT_SHIFTED,
                        gauge(map("0 1"), map("0 1"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String reason, Network network, Network other, Comparison comparison) {
        reject(claim(network), other(network, other, comparison), reason);
    }

    @Test
    void stepsMayLeadToTheOtherParameter() {
        ReductionStep merge = new ReductionStep.Merge(
                0, List.of(new ReductionStep.UnitMerge(1, 0, io.intertwine.activation.UnitMap.IDENTITY)));
        EqualityProof proof = new EqualityProof(List.of(merge), List.of(), gauge(map("0 1"), map("0 1")));
        accept(claim(CLONES), new Certificate.OtherParameter(Digest.of(CLONES), OTHER_CLONES, proof));
        Network wrong = network(dense("1; 1"), units("tanh", "tanh"), dense("4 0"));
        reject(
                claim(CLONES),
                new Certificate.OtherParameter(Digest.of(CLONES), wrong, proof),
                "layer 2: the two sides differ in the weight");
    }

    @Test
    void aUsedConstantUnitBeforeABiasIsAccepted() {
        Theorem theorem = accept(claim(CONSTANT), constant(CONSTANT, 0, 1));
        assertThat(theorem.rule()).startsWith("Unit 1 of layer 0 is constant");
        assertThat(theorem.toString()).startsWith("Another parameter of the same architecture has the same function");
        Network deep = network(dense("1"), units("relu"), dense("0", "5"), units("gelu"), dense("2", "1"));
        accept(claim(deep), constant(deep, 2, 0));
        Network soft = network(dense("0", "1"), units("tanh"), dense("1; 2", "3 4"), SOFTMAX);
        accept(claim(soft), constant(soft, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, unit 0 has incoming weights",
        "0, 2, unit 2 is not used",
        "0, 3, there is no unit 3",
        "0, -1, there is no unit -1",
        "1, 1, expected dense layers before and after the activation layer 2",
        "2, 0, expected dense layers before and after the activation layer 3",
        "3, 0, expected dense layers before and after",
        "-1, 1, expected dense layers before and after",
        "-2147483648, 1, expected dense layers before and after",
        "2147483646, 1, expected dense layers before and after",
        "2147483647, 1, expected dense layers before and after"
    })
    void otherUnitsAreRejected(int layer, int unit, String reason) {
        reject(claim(CONSTANT), constant(CONSTANT, layer, unit), reason);
    }

    @Test
    void theLayerOfAConstantUnitIsADenseOne() {
        Network deep = network(dense("1"), units("relu"), dense("0", "5"), units("gelu"), dense("2", "1"));
        reject(claim(deep), constant(deep, 1, 0), "expected dense layers before and after the activation layer 2");
    }

    static List<Arguments> constantRejected() {
        return List.of(
                Arguments.of(
                        "expected dense layers before and after the activation layer 1",
                        network(dense("0", "1"), dense("1"), dense("1", "1"))),
                Arguments.of(
                        "expected dense layers before and after the activation layer 1",
                        network(dense("0", "1"), units("tanh"), units("tanh"), dense("1", "1"))),
                Arguments.of(
                        "expected dense layers before and after the activation layer 1",
                        network(dense("0; 1", "1 1"), units("tanh", "tanh"), SOFTMAX)),
                Arguments.of(
                        "the next layer has no bias for the constant",
                        network(dense("0", "1"), units("tanh"), dense("1"))),
                Arguments.of(
                        "unit 0 is not used",
                        network(dense("0; 1", "1 1"), units("tanh", "tanh"), dense("3 1; 3 2", "0 0"), SOFTMAX)),
                Arguments.of(
                        "is not known to have a value at every real number",
                        network(
                                dense("0; 1", "1 0"),
                                new Layer.Entrywise(List.of(formula("tanh(x)"), formula("log(x)"))),
                                dense("1 1", "0"))),
                Arguments.of(
                        "the latent group of identity is monomial",
                        network(
                                dense("0; 1; 1", "1 1 0"),
                                units("identity", "identity", "tanh"),
                                dense("1 1 1", "0"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void constantRejected(String reason, Network network) {
        reject(claim(network), constant(network, 0, 0), reason);
    }
}
