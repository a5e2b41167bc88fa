package io.intertwine.check;

import static io.intertwine.check.Table.dense;
import static io.intertwine.check.Table.formula;
import static io.intertwine.check.Table.network;
import static io.intertwine.check.Table.units;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters that are proved not to be related by the latent groups, and parameters for which that is not proved. */
class InequivalenceRuleTest {
    private static final Layer SOFTMAX = new Layer.Softmax(2);
    private static final Network TANH = network(dense("1; 2", "3 4"), units("tanh", "tanh"), dense("5 6", "7"));
    private static final Network RELU = network(dense("1; 2", "3 4"), units("relu", "relu"), dense("5 6"));
    private static final Network LINEAR = network(dense("1 0; 0 1"), dense("1 2; 3 4"), dense("1 1"));
    private static final Network SOFT = network(dense("1 2; 3 5"), units("tanh", "tanh"), dense("1 0; 0 1"), SOFTMAX);

    private static Arguments row(String name, Network f, Network g) {
        return Arguments.of(name, f, g);
    }

    static List<Arguments> accepted() {
        return List.of(
                row("another readout", TANH, network(dense("1; 2", "3 4"), units("tanh", "tanh"), dense("5 7", "7"))),
                row("another bias", TANH, network(dense("1; 2", "3 5"), units("tanh", "tanh"), dense("5 6", "7"))),
                row("another last bias", TANH, network(dense("1; 2", "3 4"), units("tanh", "tanh"), dense("5 6", "8"))),
                row(
                        "a sign that the readout does not have",
                        TANH,
                        network(dense("-1; 2", "-3 4"), units("tanh", "tanh"), dense("5 6", "7"))),
                row(
                        "rows negated, which relu does not allow",
                        RELU,
                        network(dense("-1; -2", "-3 -4"), units("relu", "relu"), dense("5 6"))),
                row(
                        "units of different activations exchanged",
                        network(dense("1; 2"), units("tanh", "relu"), dense("1 1")),
                        network(dense("2; 1"), units("tanh", "relu"), dense("1 1"))),
                row(
                        "fewer zero rows",
                        network(dense("1; 0"), units("tanh", "tanh"), dense("5 6")),
                        network(dense("1; 1"), units("tanh", "tanh"), dense("5 6"))),
                row(
                        "more zero columns",
                        network(dense("1; 0"), units("tanh", "tanh"), dense("5 6")),
                        network(dense("1; 0"), units("tanh", "tanh"), dense("5 0"))),
                row(
                        "another rank between dense layers",
                        LINEAR,
                        network(dense("1 0; 0 1"), dense("1 2; 2 4"), dense("1 1"))),
                row(
                        "another rank before units without rows",
                        network(dense("1 0; 1 1; 0 0"), units("tanh", "tanh", "tanh"), dense("1 1 1")),
                        network(dense("1 0; 2 0; 0 0"), units("tanh", "tanh", "tanh"), dense("1 1 1"))),
                row(
                        "other logits",
                        SOFT,
                        network(dense("1 2; 3 5"), units("tanh", "tanh"), dense("1 0; 0 2"), SOFTMAX)),
                row(
                        "another rank of the differences of logits",
                        network(dense("1 2; 3 5"), dense("1 0; 0 1"), SOFTMAX),
                        network(dense("1 2; 3 5"), dense("1 0; 1 0"), SOFTMAX)),
                row(
                        "units before a softmax",
                        network(dense("1; 2"), units("relu", "relu"), SOFTMAX),
                        network(dense("2; 1"), units("relu", "relu"), SOFTMAX)),
                row(
                        "a first activation",
                        network(units("tanh", "tanh"), dense("1 2")),
                        network(units("tanh", "tanh"), dense("2 1"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String name, Network f, Network g) {
        assertThatCode(() -> InequivalenceRule.require(f, g)).as(name).doesNotThrowAnyException();
        assertThatCode(() -> InequivalenceRule.require(g, f)).as(name).doesNotThrowAnyException();
    }

    static List<Arguments> rejected() {
        String related = "an element of the latent groups takes one parameter to the other";
        return List.of(
                row(related, TANH, TANH),
                row(related, TANH, network(dense("2; -1", "4 -3"), units("tanh", "tanh"), dense("6 -5", "7"))),
                row(related, RELU, network(dense("2; 1", "6 2"), units("relu", "relu"), dense("5/2 12"))),
                row(
                        related,
                        network(dense("1", "2"), units("sigmoid"), dense("3", "4")),
                        network(dense("-1", "-2"), units("sigmoid"), dense("-3", "7"))),
                row(related, SOFT, network(dense("1 2; 3 5"), units("tanh", "tanh"), dense("0 0; -1 1"), SOFTMAX)),
                row(
                        related,
                        network(dense("1; 2"), units("relu", "relu"), SOFTMAX),
                        network(dense("1; 2"), units("relu", "relu"), SOFTMAX)),
                row(
                        "the other parameter is one of another architecture",
                        TANH,
                        network(dense("1; 2", "3 4"), units("tanh", "tanh"), dense("5 6"))),
                row("the other parameter is one of another architecture", TANH, RELU),
                row(
                        "unit 1 has no incoming weights",
                        network(dense("1; 0"), units("tanh", "tanh"), dense("5 6", "1")),
                        network(dense("1; 0"), units("tanh", "tanh"), dense("5 6", "2"))),
                row("between two dense layers are not enumerated", LINEAR, LINEAR),
                row(
                        "the latent group of identity is monomial",
                        network(dense("1; 0", "0 1"), units("identity", "tanh"), dense("1 1", "0")),
                        network(dense("1; 0", "0 1"), units("identity", "tanh"), dense("1 0", "0"))),
                row(
                        "it is not decided whether sigmoid(2 x + 0) is b tanh(x) + e",
                        network(dense("1 0; 0 2", "0 0"), units("tanh", "sigmoid"), dense("1 2", "0")),
                        network(dense("0 1; 2 0", "0 0"), units("tanh", "sigmoid"), dense("1 2", "0"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String reason, Network f, Network g) {
        assertThatThrownBy(() -> InequivalenceRule.require(f, g))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining(reason);
    }

    /** Two linear units: their values 2 x and 2 mix, so that a zero column may be one of another basis. */
    @Test
    void zeroColumnsAfterAffineUnitsSayNothing() {
        Layer.Entrywise twice = Layer.Entrywise.of(formula("2*x"), 2);
        Network f = network(dense("1; 0", "0 1"), twice, dense("1 1", "0"));
        Network g = network(dense("1; 0", "0 1"), twice, dense("1 0", "2"));
        assertThatThrownBy(() -> InequivalenceRule.require(f, g))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("may be affine");
    }
}
