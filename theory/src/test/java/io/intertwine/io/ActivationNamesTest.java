package io.intertwine.io;

import static io.intertwine.io.TextFiles.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationNamesTest {
    @Test
    void everyCanonicalNameDenotesItsActivation() throws FormatException {
        List<Activation> all = new ArrayList<>(Activations.named().values());
        all.add(Activations.leakyRelu(Scalar.of(1, 100)));
        all.add(Activations.leakyRelu(Scalar.of(-7)));
        all.add(Activations.power(100));
        all.add(Activations.elu(Scalar.of(1, 2)));
        all.add(Activations.celu(Scalar.of(5, 2)));
        all.add(Activations.of("threshold", List.of(Scalar.of(1, 10), Scalar.of(-20))));
        all.add(ActivationNames.parse("expr:x^3+x"));
        all.add(ActivationNames.parse("expr:if(x > 1/3, gelu(x)/7, -|x|)"));
        for (Activation activation : all) {
            assertThat(ActivationNames.parse(activation.name())).isEqualTo(activation);
        }
    }

    @Test
    void parametersMayBeWrittenInAnyExactForm() throws FormatException {
        assertThat(ActivationNames.parse("leaky_relu:0.01").name()).isEqualTo("leaky_relu:1/100");
        assertThat(ActivationNames.parse("leaky_relu:0").name()).isEqualTo("relu");
        assertThat(ActivationNames.parse("power:1").name()).isEqualTo("identity");
    }

    @Test
    void formulasAreNamedByTheirCanonicalText() throws FormatException {
        assertThat(ActivationNames.parse("expr: x+ x^3").name()).isEqualTo("expr:x + x^3");
        assertThat(ActivationNames.parse("expr:tanh(x)").name()).isEqualTo("tanh");
        assertThat(ActivationNames.parse("expr:x*x^0*x^1 - 0").name()).isEqualTo("expr:x*x");
        assertThat(ActivationNames.parse("expr:x^3").name()).isEqualTo("power:3");
        assertThat(ActivationNames.parse("expr:x").name()).isEqualTo("identity");
    }

    @Test
    void aRefusedFormulaIsShownWithTheCharacter() {
        assertThatThrownBy(() -> ActivationNames.parse("expr:x^3 + y"))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("activation: expected a function of one variable x, found y at character 6")
                .hasMessageEndingWith("\n  x^3 + y\n        ^");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tanhh | did you mean \"tanh\"?",
                "Tanh | did you mean \"tanh\"?",
                "logistic | did you mean \"sigmoid\"?",
                "power | needs a number; write power:NUMBER",
                "power:x | parameter of \"power\"",
                "power:1/2 | whole number",
                "power:0 | whole number from 1 to 100",
                "power: | parameter of \"power\"",
                "tanh:1 | takes no parameter",
                "threshold:1 | 2 numbers",
                "threshold | two numbers; write threshold:NUMBER,NUMBER",
                "LogSigmoid | did you mean \"logsigmoid\"?",
                "rrelu | did you mean \"leaky_relu:11/48\"?",
                "hard_silu | did you mean \"hard_swish\"?",
                "zzzzzzzz | there are abs",
                ":1 | there is no activation"
            })
    void otherNamesAreRefused(String name, String part) {
        assertRefused(() -> ActivationNames.parse(name), part);
    }
}
