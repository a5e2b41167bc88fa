package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.net.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EqualitySearchTest {
    private static final long SEED = 1;

    private static Network shallow(String activation, String weight, String bias, String outgoing, String outputBias) {
        return new NetworkBuilder()
                .dense(weight, bias)
                .activation(activation)
                .dense(outgoing, outputBias)
                .build();
    }

    private static String by(Network left, Network right) {
        Equality equality = EqualitySearch.compare(left, right, SEED);
        assertThat(equality).isInstanceOf(Equality.Equal.class);
        return ((Equality.Equal) equality).by();
    }

    private static void different(Network left, Network right) {
        assertThat(EqualitySearch.compare(left, right, SEED)).isInstanceOf(Equality.Different.class);
    }

    @Test
    void signedPermutationsOfUnitsAreMatched() {
        Network left = shallow("tanh", "1 2; 3 4", "5 6", "7 8", "9");
        Network right = shallow("tanh", "-3 -4; 1 2", "-6 5", "-8 7", "9");
        assertThat(by(left, right)).isEqualTo("reduction and matching of units");
        different(left, shallow("tanh", "-3 -4; 1 2", "-6 5", "8 7", "9"));
    }

    @Test
    void clonesAndIdleUnitsDoNotMatter() {
        Network right = shallow("tanh", "1 0; 0 1", "0 0", "1 1", "0");
        Network left = new NetworkBuilder()
                .dense("1 0; -1 0; 0 1; 5 5", "0 0 0 1")
                .activation("tanh")
                .dense("1/3 -2/3 1 0", "0")
                .build();
        assertThat(by(left, right)).isEqualTo("reduction and matching of units");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "gelu", "silu", "softplus", "logsigmoid", "gelu_tanh", "hard_swish"})
    void theFourTermSymmetryOfABypassIsProved(String activation) {
        // s(t) - s(-t) - s(t + 3) + s(-t - 3) = -3
        Network left = shallow(activation, "1; -1; 1; -1", "0 0 3 -3", "1 -1 -1 1", "3");
        Network right = shallow(activation, "1; 1", "7 7", "1 -1", "0");
        by(left, right);
        different(left, shallow(activation, "1; 1", "7 7", "1 -1", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "gelu", "silu", "softplus"})
    void bothFormsOfTheHatAreOneFunction(String activation) {
        // 1 - s(x) - s(-x) + s(x - 1) + s(-x - 1)
        Network wide = shallow(activation, "1; -1; 1; -1", "0 0 -1 -1", "-1 -1 1 1", "1");
        by(WorkedExamples.hat(activation), wide);
    }

    @Test
    void refinementsAndPhasorsAreIdentitiesOfOneVariable() {
        Network hardTanh = shallow("hardtanh", "2; 2; 1", "1 -1 0", "1 1 -2", "0");
        by(hardTanh, shallow("hardtanh", "1; 1", "0 0", "1 -1", "0"));
        Network sines = new NetworkBuilder()
                .dense("1; 2")
                .activation("sin")
                .dense("1 0; 0 1", "0 0")
                .build();
        different(
                sines,
                new NetworkBuilder()
                        .dense("1; 2")
                        .activation("sin")
                        .dense("1 0; 0 1", "0 1/1000000")
                        .build());
    }

    @Test
    void polynomialNetworksAreExpanded() {
        Network a = new NetworkBuilder()
                .dense("1 0; 0 1")
                .activation(Activations.power(2))
                .dense("1 1; 1 -1")
                .activation(Activations.power(2))
                .dense("1 0; 0 1")
                .build();
        Network b = new NetworkBuilder()
                .dense("1 1; 1 -1")
                .activation(Activations.power(2))
                .dense("1/2 1/2; 1/2 -1/2")
                .activation(Activations.power(2))
                .dense("1 0; 1 -1")
                .build();
        assertThat(by(a, b)).isEqualTo("expansion as polynomials");
    }

    @Test
    void deepNetworksWithBypassesAreBroughtIntoNormalForm() {
        Network left = new NetworkBuilder()
                .dense("1 2; 3 4", "1 1")
                .activation("gelu")
                .dense("1 2; 3 5; 1 1", "0 0 0")
                .activation("gelu")
                .dense("1 1 1", "0")
                .build();
        // The first unit of the first layer is written with s(l) = s(-l) + l, and a pair of opposite units gives l.
        Network right = new NetworkBuilder()
                .dense("-1 -2; 3 4; 1 2; -1 -2", "-1 1 1 -1")
                .activation("gelu")
                .dense("1 2 1 -1; 3 5 3 -3; 1 1 1 -1", "0 0 0")
                .activation("gelu")
                .dense("1 1 1", "0")
                .build();
        by(left, right);
    }

    @Test
    void networksOfOtherSizesAreRefused() {
        assertThatThrownBy(() -> EqualitySearch.compare(WorkedExamples.swappedPair(), WorkedExamples.hat("relu"), SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 2 and 1 inputs");
    }
}
