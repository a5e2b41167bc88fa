package io.intertwine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
                        Activations.celu(Scalar.of(3, 2))));
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
