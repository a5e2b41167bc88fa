package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.dense;
import static io.intertwine.check.Table.equality;
import static io.intertwine.check.Table.gauge;
import static io.intertwine.check.Table.map;
import static io.intertwine.check.Table.matrix;
import static io.intertwine.check.Table.network;
import static io.intertwine.check.Table.reject;
import static io.intertwine.check.Table.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.certificate.Comparison;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Accepted and rejected changes of coordinates of the latent spaces that take one network to another. */
class GaugeRuleTest {
    private static final Network TANH = network(dense("1 2; 3 4", "5 6"), units("tanh", "tanh"), dense("7 8", "9"));
    private static final Network TANH_MOVED =
            network(dense("-3 -4; 1 2", "-6 5"), units("tanh", "tanh"), dense("-8 7", "9"));
    private static final Network RELU = network(dense("1; 2", "3 4"), units("relu", "relu"), dense("5 6"));
    private static final Network RELU_SCALED = network(dense("2; 1", "6 2"), units("relu", "relu"), dense("5/2 12"));
    private static final Network SIGMOID = network(dense("1", "2"), units("sigmoid"), dense("3", "4"));
    private static final Network SIGMOID_FLIPPED = network(dense("-1", "-2"), units("sigmoid"), dense("-3", "7"));
    private static final Network SIGMOIDS = network(dense("1; 2"), units("sigmoid", "sigmoid"), dense("3 -3"));
    private static final Network SIGMOIDS_FLIPPED =
            network(dense("-1; -2"), units("sigmoid", "sigmoid"), dense("-3 3"));
    private static final Network MIXED = network(dense("1; 2"), units("tanh", "relu"), dense("3 4"));
    private static final Network MIXED_SWAPPED = network(dense("2; 1"), units("relu", "tanh"), dense("4 3"));
    private static final Network LINEAR = network(dense("1 2; 3 4", "5 6"), dense("1 0; 0 1", "0 0"));
    private static final Network LINEAR_MOVED = network(dense("4 6; 3 4", "11 6"), dense("1 -1; 0 1", "0 0"));
    private static final Network FLOOR = network(dense("1", "1/2"), units("floor"), dense("2", "0"));
    private static final Network FLOOR_MOVED = network(dense("1", "5/2"), units("floor"), dense("2", "-4"));
    private static final Network TWICE = network(dense("1"), units("tanh"), units("abs"), dense("2"));
    private static final Network TWICE_MOVED = network(dense("-1"), units("tanh"), units("abs"), dense("2"));
    private static final Network LAST = network(dense("1"), units("abs"));
    private static final Network LAST_MOVED = network(dense("-1"), units("abs"));
    private static final Network FIRST = network(units("tanh", "tanh"), dense("1 2"));

    private static final Network ALIKE = network(dense("1; 1"), units("tanh", "relu"), dense("3 4"));
    private static final Network ALIKE_SWAPPED = network(dense("1; 1"), units("relu", "tanh"), dense("3 4"));
    private static final Network CLONES = network(dense("1; 1"), units("tanh", "tanh"), dense("3 4"));
    private static final Network NOT_CLONES = network(dense("2; 1"), units("tanh", "tanh"), dense("3 4"));
    private static final Network LAST_OF_ONE = network(dense("1", "3"), units("relu"), dense("5"));
    private static final Network OTHER_BIAS = network(dense("1; 2", "4 4"), units("relu", "relu"), dense("5 6"));
    private static final Network OTHER_READOUT = network(dense("2; 1", "6 2"), units("relu", "relu"), dense("5/2 11"));
    private static final Network LAST_TANH = network(dense("1"), units("tanh"), dense("2"));
    private static final Network SCALED_TANH = network(dense("2"), units("tanh"), dense("1"));
    private static final Network THREE_DENSE = network(dense("1; 2", "3 4"), dense("1 0; 0 1"), dense("5 6"));
    private static final Network ODD_LAST = network(dense("1"), units("tanh"));
    private static final Network ODD_LAST_MOVED = network(dense("-1"), units("tanh"));

    private static Arguments row(String name, Network left, Network right, AffineMap... maps) {
        return Arguments.of(name, left, right, gauge(maps));
    }

    static List<Arguments> accepted() {
        return List.of(
                row("the same network", TANH, TANH, map("0 1"), map("0 1")),
                row("units moved and negated", TANH, TANH_MOVED, map("1 0 | 1 -1"), map("1 0 | 1 -1")),
                row("and back", TANH_MOVED, TANH, map("1 0 | -1 1"), map("1 0 | -1 1")),
                row("units scaled", RELU, RELU_SCALED, map("0 1 | 2 1/2"), map("0 1 | 2 1/2")),
                row("a flip moves the next bias", SIGMOID, SIGMOID_FLIPPED, map("0 | -1"), map("0 | -1 | 1")),
                row(
                        "flips that cancel need no next bias",
                        SIGMOIDS,
                        SIGMOIDS_FLIPPED,
                        map("0 1 | -1 -1"),
                        map("0 1 | -1 -1 | 1 1")),
                row("units of different activations in another order", MIXED, MIXED_SWAPPED, map("1 0"), map("1 0")),
                row("dense layers in a row", LINEAR, LINEAR_MOVED, matrix("1 1; 0 1")),
                row("a translation", FLOOR, FLOOR_MOVED, map("0 | 1 | 2"), map("0 | 1 | 2")),
                row("two activations in a row", TWICE, TWICE_MOVED, map("0 | -1"), map("0 | -1"), map("0")),
                row("a last even activation", LAST, LAST_MOVED, map("0 | -1")),
                row("a first activation", FIRST, FIRST, map("0 1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String name, Network left, Network right, Comparison gauge) {
        Theorem theorem = accept(new EqualityClaim.Equal(left, right), equality(left, right, gauge));
        assertThat(theorem.rule()).as(name).contains("proved to be equal");
    }

    static List<Arguments> rejected() {
        return List.of(
                row("the networks have 3 and 2 layers", RELU, network(dense("1; 2"), dense("5 6"))),
                row("expected a map for each of the 2 latent spaces, found 1", TANH, TANH, map("0 1")),
                row(
                        "expected a map for each of the 2 latent spaces, found 3",
                        TANH,
                        TANH,
                        map("0 1"),
                        map("0 1"),
                        map("0")),
                row("layer 0 writes 2 and 2 numbers", TANH, TANH, map("0"), map("0 1")),
                row("layer 1 writes 2 and 2 numbers", TANH, TANH, map("0 1"), map("0")),
                row("layer 0 writes 2 and 1 numbers", RELU, LAST_OF_ONE, map("0 1"), map("0 1")),
                row("layer 0 writes 1 and 2 numbers", LAST_OF_ONE, RELU, map("0"), map("0")),
                row("layer 0: the two sides differ in the weight", TANH, TANH_MOVED, map("1 0"), map("1 0")),
                row("layer 0: the two sides differ in the bias of unit 0", RELU, OTHER_BIAS, map("0 1"), map("0 1")),
                row(
                        "layer 2: the two sides differ in the weight",
                        RELU,
                        OTHER_READOUT,
                        map("0 1 | 2 1/2"),
                        map("0 1 | 2 1/2")),
                row(
                        "layer 2: the two sides differ in the bias of unit 0",
                        SIGMOID,
                        network(dense("-1", "-2"), units("sigmoid"), dense("-3", "4")),
                        map("0 | -1"),
                        map("0 | -1 | 1")),
                row(
                        "layer 2: the two sides differ in the bias of unit 0",
                        network(dense("1; 2"), units("sigmoid", "sigmoid"), dense("3 3")),
                        network(dense("-1; -2"), units("sigmoid", "sigmoid"), dense("-3 -3")),
                        map("0 1 | -1 -1"),
                        map("0 1 | -1 -1 | 1 1")),
                row("sigmoid is not known to satisfy", SIGMOID, SIGMOID_FLIPPED, map("0 | -1"), map("0 | -1")),
                row("tanh is not known to satisfy", LAST_TANH, SCALED_TANH, map("0 | 2"), map("0 | 2")),
                row("units of different activations are exchanged", ALIKE, ALIKE, map("1 0"), map("1 0")),
                row("units of different activations are exchanged", ALIKE, ALIKE_SWAPPED, map("0 1"), map("0 1")),
                row("do not permute them alike", CLONES, CLONES, map("1 0"), map("0 1")),
                row("do not permute them alike", CLONES, NOT_CLONES, matrix("1 1; 0 1"), map("0 1")),
                row("do not permute them alike", CLONES, CLONES, map("0 1"), matrix("1 1; 0 1")),
                row("layer 1 is of different kinds in the two networks", RELU, THREE_DENSE, map("0 1"), map("0 1")),
                row("layer 1 is of different kinds in the two networks", THREE_DENSE, RELU, map("0 1"), map("0 1")),
                row(
                        "layer 0 is of different kinds in the two networks",
                        LAST,
                        network(units("abs"), dense("1")),
                        map("0")),
                row("tanh is not known to satisfy", ODD_LAST, ODD_LAST_MOVED, map("0 | -1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String reason, Network left, Network right, Comparison gauge) {
        reject(new EqualityClaim.Equal(left, right), equality(left, right, gauge), reason);
    }

    @Test
    void networksOfDifferentInputsAreNotCompared() {
        Network wide = network(dense("1 2"), dense("1"));
        assertThatThrownBy(() -> GaugeRule.require(network(dense("1"), dense("1")), wide, List.of(map("0"))))
                .isInstanceOf(Rejection.class)
                .hasMessage("the networks read 1 and 2 numbers");
    }

    @Test
    void aSoftmaxIsNotCrossed() {
        Network softmax = network(dense("1; 0"), new io.intertwine.net.Layer.Softmax(2));
        assertThatThrownBy(() -> GaugeRule.require(softmax, softmax, List.of(map("0 1"))))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("layer 1 is of different kinds");
    }
}
