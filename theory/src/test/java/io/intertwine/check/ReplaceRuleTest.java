package io.intertwine.check;

import static io.intertwine.check.Table.dense;
import static io.intertwine.check.Table.gauge;
import static io.intertwine.check.Table.map;
import static io.intertwine.check.Table.network;
import static io.intertwine.check.Table.ridge;
import static io.intertwine.check.Table.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.ReductionStep.Replace;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts of networks that may be replaced by others, and parts that may not. */
class ReplaceRuleTest {
    private static final Layer SOFTMAX = new Layer.Softmax(2);
    private static final Layer IDENTITY = units("identity");
    private static final Network DEEP = network(dense("1"), units("relu"), dense("2", "3"), units("tanh"), dense("4"));
    private static final Network PAIRS =
            network(dense("1; -1", "1 -1"), units("relu", "relu"), dense("1 -1"), units("tanh"), dense("4"));
    private static final Network SOFT = network(dense("1"), units("tanh"), dense("1; 2", "3 4"), SOFTMAX);

    private static Arguments row(
            String name, Network network, int layer, int end, Comparison comparison, Layer... layers) {
        return Arguments.of(name, network, new Replace(layer, end, List.of(layers), comparison));
    }

    static List<Arguments> accepted() {
        return List.of(
                Arguments.of(
                        "a block in the middle",
                        PAIRS,
                        new Replace(0, 3, List.of(dense("1", "1")), ridge("relu")),
                        network(dense("1", "1"), units("tanh"), dense("4"))),
                Arguments.of(
                        "a last block",
                        DEEP,
                        new Replace(
                                2,
                                5,
                                List.of(dense("-2", "-3"), units("tanh"), dense("-4")),
                                gauge(map("0 | -1"), map("0 | -1"))),
                        network(dense("1"), units("relu"), dense("-2", "-3"), units("tanh"), dense("-4"))),
                Arguments.of(
                        "the whole network",
                        network(dense("1"), dense("2")),
                        new Replace(0, 2, List.of(dense("2")), ridge()),
                        network(dense("2"))),
                Arguments.of(
                        "a part that ends with a softmax",
                        SOFT,
                        new Replace(2, 4, List.of(dense("0; 1", "0 1"), SOFTMAX), gauge()),
                        network(dense("1"), units("tanh"), dense("0; 1", "0 1"), SOFTMAX)),
                Arguments.of(
                        "identities among the new layers are left out",
                        network(dense("1"), dense("2")),
                        new Replace(0, 2, List.of(dense("2"), IDENTITY), ridge()),
                        network(dense("2"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String name, Network network, Replace step, Network expected) {
        assertThat(Checker.reparametrise(network, step)).as(name).isEqualTo(expected);
    }

    static List<Arguments> rejected() {
        return List.of(
                row("there are no layers from -1 to 2", DEEP, -1, 2, ridge(), dense("1")),
                row("there are no layers from 2 to 2", DEEP, 2, 2, ridge(), dense("1")),
                row("there are no layers from 3 to 2", DEEP, 3, 2, ridge(), dense("1")),
                row("there are no layers from 2 to 6", DEEP, 2, 6, ridge(), dense("1")),
                row("there are no layers from 0 to -2147483648", DEEP, 0, Integer.MIN_VALUE, ridge(), dense("1")),
                row("there are no layers from 0 to 2147483647", DEEP, 0, Integer.MAX_VALUE, ridge(), dense("1")),
                row("the new layers do not fit: a network needs at least one layer", DEEP, 0, 3, ridge()),
                row("the new layers do not fit: a network needs at least one layer", DEEP, 0, 3, ridge(), IDENTITY),
                row("the new layers do not fit: layer 1 reads 3", DEEP, 0, 3, ridge(), dense("1"), dense("1 1 1")),
                row("the new layers do not fit: layer 0 is a softmax", DEEP, 0, 3, ridge(), SOFTMAX, dense("1 1")),
                row("one network reads 1 numbers and writes 1, the other 2 and 1", DEEP, 0, 3, ridge(), dense("1 1")),
                row("only one of the networks ends with a softmax", SOFT, 2, 4, gauge(), dense("1; 2", "3 4")),
                row("only one of the networks ends with a softmax", SOFT, 2, 3, gauge(), dense("1; 2", "3 4"), SOFTMAX),
                row("not proved to be zero", DEEP, 0, 3, ridge(), dense("2", "3")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String reason, Network network, Replace step) {
        assertThatThrownBy(() -> Checker.reparametrise(network, step))
                .isInstanceOf(IllegalArgumentException.class)
                .cause()
                .isInstanceOf(Rejection.class)
                .hasMessageContaining(reason);
    }
}
