package io.intertwine.check;

import static io.intertwine.construct.NetworkBuilder.matrix;
import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activations;
import io.intertwine.activation.UnitMap;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.certificate.ReductionStep.Fold;
import io.intertwine.certificate.ReductionStep.Merge;
import io.intertwine.certificate.ReductionStep.Prune;
import io.intertwine.certificate.ReductionStep.Refactor;
import io.intertwine.certificate.ReductionStep.UnitMerge;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps to another parameter with the same function, accepted and rejected. */
class ReductionRuleTest {
    private static NetworkBuilder net() {
        return new NetworkBuilder();
    }

    private static UnitMap affine(String text) {
        var numbers = vector(text);
        return new UnitMap(numbers.get(0), numbers.get(1));
    }

    private static UnitMerge unit(int from, int into, String map) {
        return new UnitMerge(from, into, affine(map));
    }

    private static Merge merge(UnitMerge... merges) {
        return new Merge(0, List.of(merges));
    }

    private static Network mixed() {
        Layer.Entrywise units =
                new Layer.Entrywise(List.of(Activations.requireNamed("tanh"), Activations.requireNamed("arctan")));
        return new Network(
                List.of(new Layer.Dense(matrix("1; 1"), List.of()), units, new Layer.Dense(matrix("1 1"), List.of())));
    }

    private static Network composed(String first, String second) {
        return net().dense("1; -1")
                .activation(first)
                .activation(second)
                .dense("3 5", "1")
                .build();
    }

    private static Network composedResult(String first, String second, String readout) {
        return net().dense("1; -1")
                .activation(first)
                .activation(second)
                .dense(readout, "1")
                .build();
    }

    private static final Network CLONES = net().dense("1 0; 1 0; 0 1; -1 0")
            .activation("tanh")
            .dense("1 2 3 4; 5 6 7 8")
            .build();
    private static final Network SIGMOIDS =
            net().dense("1; -1", "2 -2").activation("sigmoid").dense("3 5", "7").build();
    private static final Network NO_BIAS =
            net().dense("1; -1; -1").activation("sigmoid").dense("3 5 -5").build();
    private static final Network RELUS =
            net().dense("1; 2; -1", "1 2 -1").activation("relu").dense("3 5 7").build();
    private static final Network UNUSED =
            net().dense("1 2; 3 4", "5 6").activation("tanh").dense("1 0; 2 0").build();
    private static final Network UNUSED_NO_BIAS =
            net().dense("1 2; 3 4").activation("tanh").dense("1 0; 2 0").build();
    private static final Network CONSTANT = net().dense("1; 0; 0", "0 3 -3")
            .activation("relu")
            .dense("1 2 5; 4 5 6", "0 0")
            .build();
    private static final Network LINEAR =
            net().dense("1 2; 2 4", "1 1").dense("1 1; 1 -1", "0 3").build();
    private static final Network LINEAR_NO_BIAS =
            net().dense("1 2; 2 4").dense("1 1; 1 -1").build();
    private static final Network SOFTMAX = new Network(List.of(
            new Layer.Dense(matrix("1; 1"), List.of()),
            Layer.Entrywise.of(Activations.requireNamed("tanh"), 2),
            new Layer.Softmax(2)));

    static List<Arguments> accepted() {
        return List.of(
                Arguments.of(
                        "clones merge",
                        CLONES,
                        merge(unit(1, 0, "1 0")),
                        net().dense("1 0; 1 0; 0 1; -1 0")
                                .activation("tanh")
                                .dense("3 0 3 4; 11 0 7 8")
                                .build()),
                Arguments.of(
                        "several clones merge, one with the other sign",
                        CLONES,
                        merge(unit(1, 0, "1 0"), unit(3, 0, "-1 0")),
                        net().dense("1 0; 1 0; 0 1; -1 0")
                                .activation("tanh")
                                .dense("-1 0 3 0; 3 0 7 0")
                                .build()),
                Arguments.of(
                        "a flipped sigmoid leaves a constant",
                        SIGMOIDS,
                        merge(unit(1, 0, "-1 0")),
                        net().dense("1; -1", "2 -2")
                                .activation("sigmoid")
                                .dense("-2 0", "12")
                                .build()),
                Arguments.of(
                        "constants that cancel need no bias",
                        NO_BIAS,
                        merge(unit(1, 0, "-1 0"), unit(2, 0, "-1 0")),
                        net().dense("1; -1; -1")
                                .activation("sigmoid")
                                .dense("3 0 0")
                                .build()),
                Arguments.of(
                        "a scaled ReLU",
                        RELUS,
                        merge(unit(1, 0, "2 0")),
                        net().dense("1; 2; -1", "1 2 -1")
                                .activation("relu")
                                .dense("13 0 7")
                                .build()),
                Arguments.of(
                        "a sign through two odd activations",
                        composed("tanh", "arctan"),
                        merge(unit(1, 0, "-1 0")),
                        composedResult("tanh", "arctan", "-2 0")),
                Arguments.of(
                        "a sign through an odd and an even activation",
                        composed("tanh", "abs"),
                        merge(unit(1, 0, "-1 0")),
                        composedResult("tanh", "abs", "8 0")),
                Arguments.of(
                        "units of a linear layer, by any affine map",
                        net().dense("1; 2", "1 3").dense("3 5", "7").build(),
                        merge(unit(1, 0, "2 1")),
                        net().dense("1; 2", "1 3").dense("13 0", "12").build()),
                Arguments.of("no merge at all", CLONES, merge(), CLONES),
                Arguments.of(
                        "an unused unit vanishes",
                        UNUSED,
                        new Prune(0, List.of(1)),
                        net().dense("1 2; 0 0", "5 0")
                                .activation("tanh")
                                .dense("1 0; 2 0")
                                .build()),
                Arguments.of(
                        "an unused unit without bias vanishes",
                        UNUSED_NO_BIAS,
                        new Prune(0, List.of(1, 1)),
                        net().dense("1 2; 0 0")
                                .activation("tanh")
                                .dense("1 0; 2 0")
                                .build()),
                Arguments.of(
                        "a constant unit moves into the bias",
                        CONSTANT,
                        new Fold(0, List.of(1)),
                        net().dense("1; 0; 0", "0 3 -3")
                                .activation("relu")
                                .dense("1 0 5; 4 0 6", "6 15")
                                .build()),
                Arguments.of(
                        "constant units move together, each once",
                        CONSTANT,
                        new Fold(0, List.of(1, 2, 1)),
                        net().dense("1; 0; 0", "0 3 -3")
                                .activation("relu")
                                .dense("1 0 0; 4 0 0", "6 15")
                                .build()),
                Arguments.of(
                        "a constant through two activations, and no bias where it is 0",
                        net().dense("1; 0")
                                .activation("tanh")
                                .activation("abs")
                                .dense("3 5")
                                .build(),
                        new Fold(0, List.of(1)),
                        net().dense("1; 0")
                                .activation("tanh")
                                .activation("abs")
                                .dense("3 0")
                                .build()),
                Arguments.of(
                        "a product is factored again",
                        LINEAR,
                        refactor("1 2; 0 0", "0 0", "3 0; -1 0", "2 3"),
                        net().dense("1 2; 0 0", "0 0").dense("3 0; -1 0", "2 3").build()),
                Arguments.of(
                        "a product without biases",
                        LINEAR_NO_BIAS,
                        new Refactor(0, matrix("1 2; 0 0"), List.of(), matrix("3 0; -1 0"), List.of()),
                        net().dense("1 2; 0 0").dense("3 0; -1 0").build()));
    }

    private static Refactor refactor(String first, String firstBias, String second, String secondBias) {
        return new Refactor(0, matrix(first), vector(firstBias), matrix(second), vector(secondBias));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String name, Network network, ReductionStep step, Network expected) {
        assertThat(Checker.reparametrise(network, step)).as(name).isEqualTo(expected);
    }

    private static Arguments no(String reason, Network network, ReductionStep step) {
        return Arguments.of(reason, network, step);
    }

    static List<Arguments> rejected() {
        return List.of(
                no("there is no unit 4", CLONES, merge(unit(4, 0, "1 0"))),
                no("there is no unit -1", CLONES, merge(unit(-1, 0, "1 0"))),
                no("there is no unit 4", CLONES, merge(unit(0, 4, "1 0"))),
                no("there is no unit -1", CLONES, merge(unit(0, -1, "1 0"))),
                no("unit 1 is merged twice", CLONES, merge(unit(1, 0, "1 0"), unit(1, 0, "1 0"))),
                no("unit 1 is merged itself", CLONES, merge(unit(1, 0, "1 0"), unit(3, 1, "-1 0"))),
                no("unit 1 is merged itself", CLONES, merge(unit(3, 1, "-1 0"), unit(1, 0, "1 0"))),
                no("unit 0 is merged itself", CLONES, merge(unit(0, 0, "1 0"))),
                no("is not the stated image", CLONES, merge(unit(2, 0, "1 0"))),
                no("the row of unit 3 is not the stated image of that of unit 0", CLONES, merge(unit(3, 0, "1 0"))),
                no("is not the stated image", CLONES, merge(unit(1, 0, "1 1"))),
                no("is not the stated image", RELUS, merge(unit(1, 0, "1 0"))),
                no("are not related by the group of an activation", RELUS, merge(unit(2, 0, "-1 0"))),
                no("are not related by the group of an activation", mixed(), merge(unit(1, 0, "1 0"))),
                no("units 1 and 0 are not related by the group", composed("tanh", "relu"), merge(unit(1, 0, "-1 0"))),
                no("the next layer has no bias to absorb a constant", NO_BIAS, merge(unit(1, 0, "-1 0"))),
                no("unit 0 has outgoing weights", UNUSED, new Prune(0, List.of(0))),
                no("unit 0 has outgoing weights", UNUSED, new Prune(0, List.of(1, 0))),
                no("there is no unit 2", UNUSED, new Prune(0, List.of(2))),
                no("there is no unit -1", UNUSED, new Prune(0, List.of(-1))),
                no("unit 0 has incoming weights", CONSTANT, new Fold(0, List.of(0))),
                no("there is no unit 3", CONSTANT, new Fold(0, List.of(3))),
                no(
                        "the constant value of unit 1 is not an exact number",
                        net().dense("1; 0", "0 1")
                                .activation("tanh")
                                .dense("3 5", "0")
                                .build(),
                        new Fold(0, List.of(1))),
                no(
                        "the next layer has no bias to absorb a constant",
                        net().dense("1; 0", "0 1")
                                .activation("relu")
                                .dense("3 5")
                                .build(),
                        new Fold(0, List.of(1))),
                no("expects a dense layer at position 1", UNUSED, new Prune(1, List.of())),
                no("expects a dense layer at position -1", UNUSED, new Prune(-1, List.of())),
                no("expects a dense layer at position 3", UNUSED, new Prune(3, List.of())),
                no("expects a dense layer at position 3", UNUSED, new Prune(2, List.of())),
                no("expects a dense layer at position 2", SOFTMAX, merge(unit(1, 0, "1 0"))),
                no(
                        "expects a dense layer at position 2",
                        LINEAR,
                        new Refactor(1, matrix("1"), List.of(), matrix("1"), List.of())),
                no("another product", LINEAR, refactor("1 2; 0 0", "0 0", "3 0; 1 0", "2 3")),
                no("another constant term", LINEAR, refactor("1 2; 0 0", "0 0", "3 0; -1 0", "2 2")),
                no("another constant term", LINEAR, refactor("1 2; 0 0", "1 0", "3 0; -1 0", "2 3")),
                no("another shape", LINEAR, refactor("1 2; 0 0; 0 0", "0 0 0", "3 0 0; -1 0 0", "2 3")),
                no("another shape", LINEAR, refactor("1 2 0; 0 0 0", "0 0", "3 0; -1 0", "2 3")),
                no("another shape", LINEAR, refactor("1 2; 0 0", "0 0", "3 0; -1 0; 0 0", "2 3 0")),
                no(
                        "another shape",
                        LINEAR,
                        new Refactor(0, matrix("1 2; 0 0"), List.of(), matrix("3 0; -1 0"), vector("2 3"))),
                no(
                        "another shape",
                        LINEAR,
                        new Refactor(0, matrix("1 2; 0 0"), vector("0 0"), matrix("3 0; -1 0"), List.of())),
                no("another shape", LINEAR_NO_BIAS, refactor("1 2; 0 0", "0 0", "3 0; -1 0", "0 0")));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource
    void rejected(String reason, Network network, ReductionStep step) {
        assertThatThrownBy(() -> Checker.reparametrise(network, step))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aRefactorNeedsTwoDenseLayersInARow() {
        Network separated = net().dense("1").activation("tanh").dense("1").build();
        Refactor step = new Refactor(0, matrix("1"), List.of(), matrix("1"), List.of());
        assertThatThrownBy(() -> Checker.reparametrise(separated, step))
                .hasMessageContaining("dense layer at position 1");
    }
}
