package io.intertwine.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.exact.Enclosure;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantReaderTest {
    @ParameterizedTest
    @CsvSource({
        "sin(pi/4)^2 + pi/4, pi/4 + 1/2",
        "sin(1/3 + pi), -sin(1/3)",
        "sin(1/3 + pi/2), cos(1/3)",
        "sin(1/3 - pi/2), -cos(1/3)",
        "cos(1/3 - pi), -cos(1/3)",
        "sin(-1/3 + 7pi/2), -cos(1/3)",
        "cos(2 + 3pi/2), sin(2)",
        "sin(5pi/6), 1/2",
        "arctan(-1), -pi/4",
        "arctan(sqrt(3)), pi/3",
        "tanh(-2) + tanh(2), 0",
        "erf(-1) + erf(1), 0",
        "cosh(-2) - cosh(2), 0",
        "sigmoid(-2) + sigmoid(2), 1",
        "softplus(-2) - softplus(2), -2",
        "exp(1/4)*exp(1/4), exp(1/2)",
        "exp(2)*exp(-2), 1",
        "exp(1/2)^3/exp(1), exp(1/2)",
        "exp(2*log(3)), 9",
        "exp(log(3)/2)^2, 3",
        "log(81), 4*log(3)",
        "log(1/9), -2*log(3)",
        "log(8/27), -3*log(3/2)",
        "log(exp(2)), 2",
        "sqrt(pi)*sqrt(pi), pi",
        "1/sqrt(2pi)*sqrt(pi), sqrt(2)/2",
        "sinc(pi/2), 2/pi"
    })
    void constantsAreCollected(String text, String expected) {
        assertThat(ConstantReader.simplified(constant(text)).toString())
                .isEqualTo(ConstantReader.simplified(constant(expected)).toString());
        Enclosure before = constant(text).encloseConstant(200);
        Enclosure after = ConstantReader.simplified(constant(text)).encloseConstant(200);
        assertThat(before.subtract(after).contains(BigFraction.ZERO)).isTrue();
        assertThat(before.subtract(after).width()).isLessThan(new BigFraction(1, 1L << 40));
    }

    @Test
    void signsAreDecidedByEnclosures() {
        assertThat(ConstantReader.read(constant("exp(1) - 271828/100000")).sign())
                .isEqualTo(1);
        assertThat(ConstantReader.read(constant("pi - 22/7")).sign()).isEqualTo(-1);
        assertThat(ConstantReader.read(constant("pi - pi")).sign()).isZero();
    }

    @Test
    void aSignThatIsNotKnownIsLeftOpen() {
        assertThatThrownBy(() -> ConstantReader.read(constant("4arctan(1/5) - arctan(1/239) - pi/4"))
                        .sign())
                .isInstanceOf(UndecidedException.class);
    }

    private static Expression constant(String text) {
        try {
            return Expression.parseConstant(text);
        } catch (ExpressionSyntaxException broken) {
            throw new AssertionError(text, broken);
        }
    }
}
