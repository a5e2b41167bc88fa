package io.intertwine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.activation.UnitGroup;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitFunctionsTest {
    private static final double[] POINTS = {
        -7.25, -6, -3, -1.5, -0.625, -0.125, -0.0625, -1e-3, 0, 1e-5, 0.1, 0.5, 1, 2.75, 3, 6, 8
    };

    static Stream<Activation> activations() {
        return Stream.concat(
                Activations.named().values().stream(),
                Stream.of(
                        Activations.leakyRelu(Scalar.of(1, 100)),
                        Activations.power(2),
                        Activations.power(7),
                        Activations.elu(Scalar.of(3, 2)),
                        Activations.celu(Scalar.of(3, 2)),
                        Activations.of("softshrink", List.of(Scalar.of(1, 3))),
                        Activations.of("threshold", List.of(Scalar.of(1, 8), Scalar.of(20))),
                        Activations.of("snake", List.of(Scalar.of(1, 2))),
                        Activations.of("softplus", List.of(Scalar.of(5, 2)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^3 + x^2",
                "x|x|",
                "relu(x)^2",
                "sigmoid(2x) - 1/2",
                "exp(x) - 1",
                "log(1 + x^2)",
                "log(cosh(x))",
                "x*(1 + erf(x/sqrt(2)))/2",
                "pi*sin(e*x)/sqrt(3)",
                "1/(1 + x^2)^3",
                "min(x, 1)*max(x, -1/3)",
                "by_sign(x - 1/2, x, 7, 2*x)",
                "x - floor(x)",
                "sinc(x) + tan(x/7)",
                "heaviside(x)*sign(x - 1) + 2^x",
                "sinh(x)*arctan(x)",
                "sqrt(abs(x))"
            })
    void aFormulaInDoublesAgreesWithItsEnclosure(String text) throws ExpressionSyntaxException {
        Activation activation = Activations.of(Expression.parse(text), UnitGroup::trivial);
        for (double x : POINTS) {
            double expected = exact(activation, x);
            double found = UnitFunctions.of(activation).applyAsDouble(x);
            assertThat(Math.abs(found - expected))
                    .as("%s at %s", text, x)
                    .isLessThanOrEqualTo(1e-13 * Math.max(Math.abs(expected), 1e-2));
        }
    }

    @Test
    void outsideTheDomainThereIsNoNumber() throws ExpressionSyntaxException {
        for (String text : List.of("log(x)", "sqrt(x)", "if(log(x) > 0, 1, 2)")) {
            Activation activation = Activations.of(Expression.parse(text), UnitGroup::trivial);
            assertThat(UnitFunctions.of(activation).applyAsDouble(-1)).as(text).isNaN();
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void theFunctionInDoublesAgreesWithTheExactOne(Activation activation) {
        for (double x : POINTS) {
            double expected = exact(activation, x);
            double found = UnitFunctions.of(activation).applyAsDouble(x);
            assertThat(Math.abs(found - expected))
                    .as("%s(%s)", activation, x)
                    .isLessThanOrEqualTo(1e-13 * Math.abs(expected));
        }
    }

    private static double exact(Activation activation, double x) {
        Scalar point = Scalar.ofBinary64(Double.doubleToLongBits(x));
        return activation
                .exact(point)
                .map(Rounded::from)
                .orElseGet(() -> Rounded.from(activation
                        .enclose(Enclosure.from(point.rational(), 200))
                        .lower()));
    }
}
