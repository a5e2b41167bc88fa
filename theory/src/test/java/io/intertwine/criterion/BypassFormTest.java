package io.intertwine.criterion;

import static io.intertwine.criterion.SmallNetworks.shallow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Network;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The normal form of one hidden layer of units with s(x) - s(-x) = k x. */
class BypassFormTest {
    private static BypassForm form(Network network) {
        return BypassForm.of(network).orElseThrow();
    }

    @Test
    void theHatIsAnEvenFunction() {
        BypassForm hat = form(shallow("relu", "1; 1; 1", "1 0 -1", "1 -2 1", ""));
        assertThat(hat.linear()).isEqualTo(NetworkBuilder.matrix("0"));
        assertThat(hat.constant()).containsExactly(Scalar.ZERO);
        assertThat(hat.ridges())
                .extracting(BypassForm.Ridge::bias)
                .containsExactly(Scalar.of(-1), Scalar.ZERO, Scalar.ONE);
        assertThat(hat.ridges().get(1).factor()).containsExactly(Scalar.of(-2));
        assertThat(hat).isEqualTo(form(shallow("relu", "-2; -1; -3", "-2 0 3", "1/2 -2 1/3", "")));
    }

    @Test
    void aLeakyReluCountsAsSlopeAndAbsoluteValue() {
        Activation leaky = SmallNetworks.leaky(1, 2);
        BypassForm form = form(shallow(leaky, "-4 2", "6", "1", "1"));
        assertThat(form.slope()).isEqualTo(Scalar.of(3, 2));
        assertThat(form.linear()).isEqualTo(NetworkBuilder.matrix("-3 3/2"));
        assertThat(form.constant()).containsExactly(Scalar.of(11, 2));
        assertThat(form.ridges())
                .containsExactly(
                        new BypassForm.Ridge(NetworkBuilder.vector("1 -1/2"), Scalar.of(-3, 2), List.of(Scalar.of(4))));
    }

    @Test
    void absoluteValuesAndEvenFunctionsLeaveNoLinearPart() {
        assertThat(form(shallow("abs", "-2; 1", "4 -2", "1 -2", "3")))
                .isEqualTo(form(shallow("abs", "7", "5", "0", "3")));
        assertThat(form(shallow("gaussian", "-2; 2", "4 -4", "1 3", "3")))
                .isEqualTo(form(shallow("gaussian", "2; 1", "-4 1", "4 0", "3")));
        assertThat(form(shallow("logcosh", "2", "0", "1", "")))
                .isNotEqualTo(form(shallow("logcosh", "1", "0", "2", "")));
    }

    @Test
    void unusedUnitsAndExactConstantsAreNoTrouble() {
        assertThat(form(shallow("gelu", "0; 1; 3", "0 2 1", "7 1 0", "1")))
                .isEqualTo(form(shallow("gelu", "1", "2", "1", "1")));
        assertThat(BypassForm.of(shallow("relu", "0; 1", "5 2", "7 1", "1"))
                        .orElseThrow()
                        .constant())
                .containsExactly(Scalar.of(37));
        assertThat(BypassForm.of(shallow("gelu", "0; 1", "5 2", "7 1", "1"))).isEmpty();
        assertThat(BypassForm.of(shallow("gelu", "0; 1", "5 2", "0 1", "1"))).isPresent();
    }

    @Test
    void oppositeUnitsLetAnAffineMapPass() {
        BypassForm form = form(shallow("silu", "2 1; -2 -1", "3 -3", "5 -5", "0"));
        assertThat(form.ridges()).isEmpty();
        assertThat(form.linear()).isEqualTo(NetworkBuilder.matrix("10 5"));
        assertThat(form.constant()).containsExactly(Scalar.of(15));
    }

    @Test
    void denseLayersInARowCountAsTheirProduct() {
        Network deep = new NetworkBuilder()
                .dense("1 0; 0 1", "1 1")
                .dense("1 1", "1")
                .activation("relu")
                .dense("2")
                .dense("3", "1")
                .build();
        assertThat(form(deep)).isEqualTo(form(shallow("relu", "1 1", "3", "6", "1")));
    }

    @Test
    void otherNetworksHaveNoSuchForm() {
        for (String name : List.of("tanh", "elu", "mish", "hard_swish", "gelu_tanh", "snake", "cos", "relu6")) {
            Network network = shallow(name, "1", "0", "1", "");
            assertThat(BypassForm.isApplicable(network)).as(name).isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> BypassForm.of(network));
        }
        Network formula = shallow(SmallNetworks.leaky(2, 1), "1", "0", "1", "");
        assertThat(BypassForm.isApplicable(formula)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "abs", "gelu", "silu", "softplus", "logsigmoid", "sech"})
    void equalFormsMeanEqualValuesAndOtherFormsOthers(String name) {
        SplittableRandom random = new SplittableRandom(5);
        Activation activation = Activations.requireNamed(name);
        int trials = name.equals("relu") || name.equals("abs") ? 60 : 4;
        for (int trial = 0; trial < trials; trial++) {
            int[] widths = {random.nextInt(1, 3), random.nextInt(1, 5), random.nextInt(1, 3)};
            Network f = SmallNetworks.random(random, activation, widths, 2, true, true);
            Network g = SmallNetworks.random(random, activation, widths, 2, true, true);
            BypassForm.of(f).ifPresent(form -> {
                SmallNetworks.assertSameValues(f, form.network());
                assertThat(form(form.network())).isEqualTo(form);
            });
            if (BypassForm.of(f).isPresent() && BypassForm.of(g).isPresent()) {
                assertThat(SmallNetworks.differ(f, g)).isEqualTo(!form(f).equals(form(g)));
            }
        }
    }
}
