package io.intertwine.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.activation.Taylor;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.time.Duration;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Symja as a second route to derivatives, series and identities. */
class SymjaAgreementTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int BITS = 200;
    private static final int TERMS = 6;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tanh(x)",
                "sigmoid(x)",
                "softplus(x)",
                "exp(-x^2)",
                "x*sigmoid(x)",
                "x/2*(1+erf(x/sqrt(2)))",
                "sin(x)",
                "cos(pi*x)",
                "arctan(x)",
                "log(cosh(x))",
                "1/cosh(x)",
                "x+sin(x)^2",
                "x*tanh(softplus(x))",
                "x-tanh(x)",
                "sqrt(x^2+4)",
                "x/2*(1+tanh(sqrt(2/pi)*(x+0.044715*x^3)))",
                "sinh(x)*exp(x/2)",
                "x^3-2x/7"
            })
    void theDerivativesAgree(String formula) throws ExpressionSyntaxException {
        Expression s = Expression.parse(formula);
        String input = "D(" + SymjaSyntax.write(s).orElseThrow() + ",x)";
        Expression derivative = evaluated(input);
        for (BigFraction point : List.of(new BigFraction(1, 3), new BigFraction(-7, 5))) {
            Enclosure x = Enclosure.from(point, BITS);
            agree(s.derivative().enclose(x), derivative.enclose(x));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tanh(x)",
                "exp(x)",
                "sin(x)",
                "cos(2x)",
                "arctan(x)",
                "exp(-x^2)",
                "x*sin(x)",
                "x-tanh(x)",
                "exp(x)*cos(x)",
                "sinh(x)",
                "1/(1+x^2)"
            })
    void theSeriesAgree(String formula) throws ExpressionSyntaxException {
        Expression s = Expression.parse(formula);
        String input = "Normal(Series(" + SymjaSyntax.write(s).orElseThrow() + ",{x,0," + (TERMS - 1) + "}))";
        Expression series = evaluated(input);
        List<Expression> coefficients = Taylor.coefficients(s, Expression.ZERO, TERMS);
        Enclosure x = Enclosure.from(new BigFraction(2, 3), BITS);
        Enclosure sum = Enclosure.from(BigFraction.ZERO, BITS);
        for (int i = TERMS - 1; i >= 0; i--) {
            sum = sum.multiply(x).add(coefficients.get(i).encloseConstant(BITS));
        }
        agree(sum, series.enclose(x));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tanh(-x); -tanh(x)",
                "sigmoid(-x); 1-sigmoid(x)",
                "softplus(x)-softplus(-x); x",
                "x*sigmoid(x)-(-x)*sigmoid(-x); x",
                "x/2*(1+erf(x/sqrt(2)))-(-x)/2*(1+erf(-x/sqrt(2))); x",
                "x+pi+sin(x+pi)^2; x+sin(x)^2+pi",
                "sin(x+pi); -sin(x)",
                "sin(x+pi/2); cos(x)",
                "exp(x+1); exp(1)*exp(x)",
                "tanh(x); 2*sigmoid(2x)-1",
                "arctan(-x); -arctan(x)",
                "log(cosh(-x)); log(cosh(x))",
                "1/cosh(x); 2*exp(x)/(exp(2x)+1)",
                "sin(x)^2+cos(x)^2; 1",
            })
    void identitiesThatTheCheckerProvesHoldForSymjaToo(String left, String right) throws ExpressionSyntaxException {
        Expression difference = Expression.parse(left).minus(Expression.parse(right));
        assertThat(Identities.proved(difference, Expression.ZERO)).isTrue();
        String written = SymjaSyntax.write(difference).orElseThrow();
        // PossibleZeroQ alone says False of tanh(x) = 2 sigmoid(2x) - 1 and others
        String input = "(d=" + written + ";PossibleZeroQ(d)||Together(TrigToExp(d))===0"
                + "||(Together(TrigToExp(D(d,x)))===0&&PossibleZeroQ(d/.x->0)))";
        assertThat(ComputerAlgebra.evaluate(input, LIMIT)).contains("True");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"tanh(x); -tanh(x)", "sigmoid(x); 1/2", "sin(x+3); -sin(x)", "softplus(x); x"})
    void symjaDoesNotAgreeToFalseIdentities(String left, String right) throws ExpressionSyntaxException {
        Expression difference = Expression.parse(left).minus(Expression.parse(right));
        assertThat(Identities.proved(difference, Expression.ZERO)).isFalse();
        String written = SymjaSyntax.write(difference).orElseThrow();
        assertThat(ComputerAlgebra.evaluate("PossibleZeroQ(" + written + ")", LIMIT))
                .contains("False");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^3/7-x^(-2)", "tanh(x)+sigmoid(2x)", "softplus(x)*arctan(x)", "sqrt(2)*x/2+pi", "exp(-x^2/2)",
                "erf(x)*sinh(x)/cosh(x)", "log(x^2+1)*sin(x)", "abs(x-1)+sign(x)", "floor(x)*cos(x)", "heaviside(x)"
            })
    void anExpressionComesBackAsTheSameFunction(String formula) throws ExpressionSyntaxException {
        Expression s = Expression.parse(formula);
        Expression back = evaluated(SymjaSyntax.write(s).orElseThrow());
        for (BigFraction point : List.of(new BigFraction(1, 3), new BigFraction(-7, 5))) {
            Enclosure x = Enclosure.from(point, BITS);
            agree(s.enclose(x), back.enclose(x));
        }
    }

    @Test
    void whatSymjaHasNoWordsForIsNotWritten() {
        assertThat(SymjaSyntax.write(Expression.Symbol.T.times(Expression.X))).isEmpty();
        assertThat(SymjaSyntax.write(Expression.of(Scalar.cosine(1, 7)))).isEmpty();
        assertThat(SymjaSyntax.read("Integrate(Tanh(Tanh(x)),x)")).isEmpty();
    }

    private static Expression evaluated(String input) {
        String answer = ComputerAlgebra.evaluate(input, LIMIT).orElseThrow();
        return SymjaSyntax.read(answer).orElseThrow(() -> new AssertionError("cannot read " + answer));
    }

    /** Both enclose one number, up to 2^-100. */
    private static void agree(Enclosure left, Enclosure right) {
        Enclosure difference = left.subtract(right);
        assertThat(difference.contains(BigFraction.ZERO))
                .as(left + " and " + right)
                .isTrue();
        assertThat(difference.width()).isLessThan(Scalar.of(2).pow(-100).rational());
    }
}
