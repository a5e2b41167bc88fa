package io.intertwine.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarEquationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tanh(x); s' = 1 - s^2; [0]",
                "sigmoid(x); s' = s - s^2; [1/2]",
                "softplus(x); s'' = s' - s'^2; [softplus(0), 1/2]",
                "log(1+exp(x)); s'' = s' - s'^2; [log(2), 1/2]",
                "exp(x); s' = s; [1]",
                "sin(x); s'' = -s; [0, 1]",
                "sin(pi*x); s'' = -(pi)^2 s; [0, pi]",
                "arctan(x); s' + x^2 s' = 1; [0]",
                "erf(x); s'' = -2 x s'; [0, 2/sqrt(pi)]",
                "exp(-x^2); s' = -2 x s; [1]",
                "x*sigmoid(x); x s' = s + x s - s^2; [0]",
                "x/2*(1+erf(x/sqrt(2))); x^2 s'' = -2 s + x^2 s + 2 x s' - x^3 s'; [0, 1/2]",
                "x-tanh(x); s' = x^2 - 2 x s + s^2; [0]",
                "1/cosh(x); s'' = s - 2 s^3; [1, 0]",
                "x+sin(x)^2; s'' = 2 + 4 x - 4 s; [0, 1]",
                "x*sin(x); x^2 s'' = -2 s - x^2 s + 2 x s'; [0, 0]",
                "log(cosh(x)); s'' = 1 - s'^2; [0, 0]",
                "x^3+x; s = x + x^3; []",
                "x/sqrt(1+x^2); x s' = s - s^3; [0]",
                "sin(x)+exp(x); s''' = s - s' + s''; [1, 2, 1]",
            })
    void theEquationOfAnActivationIsFoundAndProved(String formula, String equation, String values)
            throws ExpressionSyntaxException {
        ScalarEquation found = ScalarEquation.of(Expression.parse(formula)).orElseThrow();
        assertThat(found.text()).isEqualTo(equation);
        assertThat(found.initialValues()).hasToString(values);
        assertThat(found.initialValues()).hasSize(found.order());
        assertThat(found.point()).isEqualTo(Expression.ZERO);
    }

    @Test
    void theEquationOfMishIsFound() throws ExpressionSyntaxException {
        ScalarEquation found = ScalarEquation.of(Expression.parse("x*tanh(softplus(x))"), Duration.ofSeconds(60))
                .orElseThrow();
        assertThat(found.order()).isEqualTo(2);
        assertThat(found.text()).startsWith("x^2 s'' = -2 s + x s");
        assertThat(found.initialValues()).hasToString("[0, 3/5]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abs(x)", "max(0,x)", "floor(x)"})
    void functionsInPiecesHaveNone(String formula) throws ExpressionSyntaxException {
        assertThat(ScalarEquation.of(Expression.parse(formula))).isEmpty();
    }

    @Test
    void withoutTimeThereIsNone() throws ExpressionSyntaxException {
        assertThat(ScalarEquation.of(Expression.parse("tanh(x)"), Duration.ZERO))
                .isEmpty();
    }

    @Test
    void whatTheCheckerCannotProveIsNotReported() throws ExpressionSyntaxException {
        // x s'' + 2 s' + x s = 0, but the formula of s' has a pole at 0.
        assertThat(ScalarEquation.of(Expression.parse("sinc(x)"))).isEmpty();
    }
}
