package io.intertwine.check;

import static io.intertwine.check.Table.dense;
import static io.intertwine.check.Table.formula;
import static io.intertwine.check.Table.network;
import static io.intertwine.check.Table.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.UnitGroup;
import io.intertwine.activation.UnitMap;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to the single-neuron group of an activation, and what is proved not to. */
class MembershipRuleTest {
    private static UnitMap affine(String text) {
        List<Scalar> numbers = NetworkBuilder.vector(text);
        return new UnitMap(numbers.get(0), numbers.get(1));
    }

    private static Activation named(String name) {
        return Activations.requireNamed(name);
    }

    private static Optional<UnitMap> companion(Activation s, Activation t, String map) throws Rejection {
        return new MembershipRule().companion(s, t, affine(map));
    }

    @ParameterizedTest
    @CsvSource({
        "tanh, 1 0, 1 0",
        "tanh, -1 0, -1 0",
        "relu, 5/2 0, 5/2 0",
        "sigmoid, -1 0, -1 1",
        "abs, -2 0, 2 0",
        "relu6, -1 6, -1 6",
        "floor, 1 3, 1 3",
        "gelu, 1 0, 1 0"
    })
    void mapsOfTheGroupHaveACompanion(String activation, String map, String expected) throws Rejection {
        assertThat(companion(named(activation), named(activation), map)).contains(affine(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "tanh, 2 0",
        "tanh, 1 1",
        "tanh, -1 1/1000000",
        "relu, -1 0",
        "relu, 2 1",
        "sigmoid, -1 1",
        "gelu, -1 0",
        "floor, 1 1/2",
        "floor, 2 0",
        "sin, 1 3",
        "softplus, 2 0",
        "relu, -1 -8",
        "relu, 1 -100",
        "relu, 1/10 20",
        "tanh, 1 100"
    })
    void mapsOutsideTheGroupAreProvedToBe(String activation, String map) throws Rejection {
        assertThat(companion(named(activation), named(activation), map)).isEmpty();
    }

    @Test
    void mapsWithCompanionsThatAreNoAlgebraicNumbersAreNotDecided() {
        // exp(x + 1) = e exp(x).
        assertThatThrownBy(() -> companion(named("exp"), named("exp"), "1 1"))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("it is not decided whether exp(1 x + 1) is b exp(x) + e");
    }

    @Test
    void aGroupThatIsTooSmallDecidesNothing() {
        Activation odd = formula("x^3 + x", UnitGroup.trivial());
        assertThatThrownBy(() -> companion(odd, odd, "-1 0"))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("it is not decided");
    }

    @Test
    void aGroupThatIsTooLargeDecidesNothing() {
        Activation liar = formula("x^3 + x^2", UnitGroup.linear(UnitGroup.Scales.SIGNS, Scalar.ZERO, true, 1));
        assertThatThrownBy(() -> companion(liar, liar, "-1 0"))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("is not known to satisfy");
    }

    @Test
    void unitsThatMayBeExchangedAreNotToldApart() {
        // sigmoid(2 x) = tanh(x) / 2 + 1 / 2.
        assertThatThrownBy(() -> companion(named("tanh"), named("sigmoid"), "2 0"))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("it is not decided whether sigmoid(2 x + 0) is b tanh(x) + e");
        Activation same = formula("tanh(x)");
        assertThatThrownBy(() -> companion(named("tanh"), same, "1 0")).isInstanceOf(Rejection.class);
    }

    @ParameterizedTest
    @CsvSource({"tanh, sigmoid, 1 0", "tanh, relu, 1 0", "relu, abs, 1 0", "silu, gelu, 1 0"})
    void unitsThatCannotBeExchangedAreToldApart(String s, String t, String map) throws Rejection {
        assertThat(companion(named(s), named(t), map)).isEmpty();
    }

    @Test
    void anAnswerIsKept() throws Rejection {
        MembershipRule rule = new MembershipRule();
        Optional<UnitMap> first = rule.companion(named("tanh"), named("tanh"), affine("-1 0"));
        assertThat(rule.companion(named("tanh"), named("tanh"), affine("-1 0"))).isSameAs(first);
        assertThat(rule.companion(named("tanh"), named("tanh"), affine("2 0"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "relu", "abs", "sign", "heaviside", "floor", "gelu", "sin", "relu6", "power"})
    void theLatentGroupOfACurvedActivationIsMonomial(String name) {
        Activation activation = name.equals("power") ? Activations.power(2) : named(name);
        Network network = network(dense("1; 1"), Layer.Entrywise.of(activation, 2), dense("1 1"));
        assertThatCode(() -> MembershipRule.requireMonomial(network)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "2*x", "x - 5", "max(x, -1000) + max(-x, -1000)"})
    void anActivationThatMayBeAffineHasALargerGroup(String text) {
        Network network = network(dense("1"), new Layer.Entrywise(List.of(formula(text))), dense("1"));
        assertThatThrownBy(() -> MembershipRule.requireMonomial(network))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("for the activation may be affine");
    }

    @Test
    void everyUnitCounts() {
        Network network = network(dense("1; 1"), units("tanh", "identity"), dense("1 1"));
        assertThatThrownBy(() -> MembershipRule.requireMonomial(network))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("the latent group of identity is monomial");
    }
}
