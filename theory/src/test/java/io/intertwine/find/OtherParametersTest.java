package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison.Bypass;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other parameters of the same architecture with the same function, and the relations that give them. */
class OtherParametersTest {
    private static NetworkBuilder net() {
        return new NetworkBuilder();
    }

    private static OtherParameters.Found found(Network network) {
        OtherParameters.Found found = OtherParameters.of(network).orElseThrow();
        for (Network other : found.network()) {
            assertThat(other.hasArchitectureOf(network)).isTrue();
            assertThat(EqualitySearch.compare(network, other, 1)).isInstanceOf(Equality.Equal.class);
        }
        return found;
    }

    @Test
    void clonesGiveACurveOfParameters() {
        OtherParameters.Found found = found(WorkedExamples.splitClones());
        assertThat(found.classes()).isEqualTo("infinite");
        assertThat(found.network()).hasSize(1);
        assertThat(found.what()).contains("merged into it");
    }

    @Test
    void anIdleUnitMayReadAnything() {
        Network network =
                net().dense("1 2; 0 0", "1 0").activation("tanh").dense("1 0").build();
        OtherParameters.Found found = found(network);
        assertThat(found.what()).isEqualTo("unit 1 is not used, so its incoming weights may be any");
        assertThat(found.classes()).isEqualTo("infinite");
    }

    @Test
    void aConstantThatIsNoExactNumberMayMove() {
        Network network =
                net().dense("1; 0", "0 1").activation("tanh").dense("1 2", "3").build();
        OtherParameters.Found found = found(network);
        assertThat(found.network()).isEmpty();
        assertThat(found.proof().certificate()).isInstanceOf(Certificate.ConstantUnit.class);
        assertThat(found.what()).contains("its value may move to the next bias");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "silu", "softplus"})
    void unitsMayBeNegatedTogether(String activation) {
        // s(x + 1) + x = s(-x - 1) + 2 x + 1, with x by a pair of units.
        Network network = net().dense("1; 1; -1", "1 0 0")
                .activation(activation)
                .dense("1 1 -1", "0")
                .build();
        OtherParameters.Found found = found(network);
        assertThat(found.network()).hasSize(1);
        assertThat(found.what()).contains("negated together");
    }

    @Test
    void anIrreducibleNetworkHasNone() {
        assertThat(OtherParameters.of(WorkedExamples.swappedPair())).isEmpty();
        assertThat(OtherParameters.of(WorkedExamples.signedUnits())).isEmpty();
    }

    @Test
    void logitsUpToACommonNumberAreTheSameParameter() {
        Network network = new Network(List.of(
                new Layer.Dense(NetworkBuilder.matrix("1 2; 3 5"), List.of()),
                Layer.Entrywise.of(Activations.requireNamed("tanh"), 2),
                new Layer.Dense(NetworkBuilder.matrix("1 0; 0 1"), List.of()),
                new Layer.Softmax(2)));
        assertThat(OtherParameters.of(network)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"relu, 1", "silu, 1", "gelu, 1", "softplus, 1", "logsigmoid, 1", "squareplus, 1", "hard_swish, 1"})
    void bypassesAreProved(String name, int slope) {
        assertThat(Bypasses.of(Activations.requireNamed(name)))
                .contains(new Bypass(Activations.requireNamed(name), Scalar.of(slope)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "abs", "sigmoid", "exp", "elu", "gaussian", "mish"})
    void otherActivationsHaveNone(String name) {
        assertThat(Bypasses.of(Activations.requireNamed(name))).isEmpty();
    }

    @Test
    void theSlopeOfALeakyReluIsOnePlusItsOwn() {
        var leaky = Activations.leakyRelu(Scalar.of(1, 10));
        assertThat(Bypasses.of(leaky)).contains(new Bypass(leaky, Scalar.of(11, 10)));
    }

    @Test
    void everyActivationIsAskedOnce() {
        Network network = net().dense("1; 1")
                .activation("relu")
                .dense("1 1")
                .activation("tanh")
                .dense("1")
                .activation("relu")
                .build();
        assertThat(Bypasses.of(List.of(network, network)))
                .containsExactly(new Bypass(Activations.requireNamed("relu"), Scalar.ONE));
    }
}
