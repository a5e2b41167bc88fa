package io.intertwine.check;

import static io.intertwine.check.Table.dense;
import static io.intertwine.check.Table.network;
import static io.intertwine.check.Table.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.certificate.ReductionStep.Drop;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Units that may be removed, and units that may not. */
class DropRuleTest {
    private static final Network UNREAD =
            network(dense("1 2; 3 4; 5 6", "7 8 9"), units("tanh", "relu", "abs"), dense("1 0 2; 3 0 4", "5 6"));
    private static final Network NO_BIAS = network(dense("1; 2"), units("tanh", "tanh"), dense("0 1"));
    private static final Network NONE_READ = network(dense("1; 2"), units("tanh", "tanh"), dense("0 0", "1"));
    private static final Network COMPOSED =
            network(dense("1; 2"), units("tanh", "relu"), units("abs", "exp"), dense("0 1"));
    private static final Network LINEAR = network(dense("1; 2", "3 4"), dense("0 1"));
    private static final Network LEFT_LINEAR = network(dense("1; 2"), units("identity", "tanh"), dense("1 0"));

    static List<Arguments> accepted() {
        return List.of(
                Arguments.of(
                        "a unit in the middle",
                        UNREAD,
                        new Drop(0, List.of(1)),
                        network(dense("1 2; 5 6", "7 9"), units("tanh", "abs"), dense("1 2; 3 4", "5 6"))),
                Arguments.of(
                        "a unit without bias, named twice",
                        NO_BIAS,
                        new Drop(0, List.of(0, 0)),
                        network(dense("2"), units("tanh"), dense("1"))),
                Arguments.of("no unit", UNREAD, new Drop(0, List.of()), UNREAD),
                Arguments.of(
                        "all but one",
                        NONE_READ,
                        new Drop(0, List.of(0)),
                        network(dense("2"), units("tanh"), dense("0", "1"))),
                Arguments.of(
                        "a unit of two activations in a row",
                        COMPOSED,
                        new Drop(0, List.of(0)),
                        network(dense("2"), units("relu"), units("exp"), dense("1"))),
                Arguments.of(
                        "a unit between dense layers",
                        LINEAR,
                        new Drop(0, List.of(0)),
                        network(dense("2", "4"), dense("1"))),
                Arguments.of(
                        "identities that are left follow each other directly",
                        LEFT_LINEAR,
                        new Drop(0, List.of(1)),
                        network(dense("1"), dense("1"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String name, Network network, Drop step, Network expected) {
        assertThat(Checker.reparametrise(network, step)).as(name).isEqualTo(expected);
    }

    private static Arguments no(String reason, Network network, int layer, Integer... units) {
        return Arguments.of(reason, network, new Drop(layer, List.of(units)));
    }

    static List<Arguments> rejected() {
        return List.of(
                no("unit 0 has outgoing weights", UNREAD, 0, 0),
                no("unit 2 has outgoing weights", UNREAD, 0, 1, 2),
                no("there is no unit 3", UNREAD, 0, 3),
                no("there is no unit -1", UNREAD, 0, -1),
                no("there is no unit 2147483647", UNREAD, 0, Integer.MAX_VALUE),
                no("no unit would be left", NONE_READ, 0, 0, 1),
                no("expects a dense layer at position 1", UNREAD, 1, 1),
                no("expects a dense layer at position -1", UNREAD, -1, 1),
                no("expects a dense layer at position 3", UNREAD, 2, 0),
                no("expects a dense layer at position 2147483647", UNREAD, Integer.MAX_VALUE, 0),
                no("expects a dense layer at position 1", network(dense("1; 2"), new Layer.Softmax(2)), 0, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String reason, Network network, Drop step) {
        assertThatThrownBy(() -> Checker.reparametrise(network, step))
                .isInstanceOf(IllegalArgumentException.class)
                .cause()
                .isInstanceOf(Rejection.class)
                .hasMessageContaining(reason);
    }
}
