package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Powers;
import io.intertwine.exact.Scalar;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferentialSystemTest {
    private static final int BITS = 200;
    private static final List<BigFraction> POINTS =
            List.of(new BigFraction(1, 3), new BigFraction(-7, 5), new BigFraction(9, 4));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^3-x/2",
                "exp(x)",
                "exp(-x^2)",
                "exp(x)+exp(x/2)+exp(-2x/3)",
                "tanh(x)",
                "tanh(1-2x)",
                "sigmoid(x)",
                "sigmoid(-x)",
                "sigmoid(2x)+tanh(x)",
                "softplus(x)",
                "softplus(-x)",
                "sin(x)",
                "cos(3x-1)",
                "tan(x/4)",
                "sinh(x)*cosh(x)",
                "arctan(x)",
                "erf(x)",
                "x/2*(1+erf(x/sqrt(2)))",
                "x*sigmoid(x)",
                "x*tanh(softplus(x))",
                "x-tanh(x)",
                "1/cosh(x)",
                "x+sin(x)^2",
                "x*sin(x)",
                "log(cosh(x))",
                "log(1+exp(x))",
                "sqrt(x^2+4)",
                "x/sqrt(1+x^2)",
                "1/sqrt(2+sin(x))",
                "x/2*(1+tanh(sqrt(2/pi)*(x+0.044715*x^3)))",
                "sin(pi*x)",
                "sinc(x)",
                "exp(softplus(x))",
                "exp(log(x^2+1)/2)",
                "exp(1)*x+exp(2)*x^2",
                "arctan(sinh(x))",
                "tanh(exp(sin(x)))"
            })
    void theDerivativesAndRelationsHoldAtEveryPoint(String formula) throws ExpressionSyntaxException {
        Expression s = Expression.parse(formula);
        DifferentialSystem system = system(formula);
        for (BigFraction point : POINTS) {
            Enclosure x = Enclosure.from(point, BITS);
            assertThat(system.variables().get(0).meaning()).isEqualTo(Expression.X);
            for (DifferentialSystem.Variable variable : system.variables()) {
                agree(
                        value(system, variable.derivative(), x),
                        variable.meaning().derivative().enclose(x));
            }
            for (Polynomial relation : system.relations()) {
                agree(value(system, relation, x), Enclosure.from(BigFraction.ZERO, BITS));
            }
            List<Enclosure> taylor = Taylor.enclosures(s, x, 6);
            Polynomial derivative = system.function();
            BigFraction factorial = BigFraction.ONE;
            for (int order = 0; order < taylor.size(); order++) {
                agree(value(system, derivative, x), taylor.get(order).multiply(factorial));
                derivative = system.derivative(derivative);
                factorial = factorial.multiply(order + 1);
            }
        }
    }

    @Test
    void anActivationHasFewVariables() throws ExpressionSyntaxException {
        assertThat(meanings("tanh(x)")).containsExactly("x", "tanh(x)");
        assertThat(meanings("sigmoid(-x)")).containsExactly("x", "sigmoid(x)");
        assertThat(meanings("softplus(x)")).containsExactly("x", "softplus(x)", "sigmoid(x)");
        assertThat(meanings("x/2*(1+erf(x/sqrt(2)))"))
                .containsExactly("x", "erf(sqrt(2)*x/2)", "exp(-x^2/2)", "1/sqrt(pi)");
        assertThat(meanings("x/2*(1+tanh(sqrt(2/pi)*x))")).containsExactly("x", "tanh(x*sqrt(2/pi))", "sqrt(2/pi)");
        assertThat(meanings("tanh(x)+sigmoid(2x)")).containsExactly("x", "tanh(x)");
        assertThat(meanings("exp(x)+exp(3x)")).containsExactly("x", "exp(x)");
        assertThat(meanings("x*tanh(softplus(x))")).containsExactly("x", "sigmoid(x)", "tanh(softplus(x))");
    }

    @Test
    void theSystemOfTanhIsItsDifferentialEquation() throws ExpressionSyntaxException {
        DifferentialSystem system = system("tanh(x)");
        Polynomial y = Polynomial.variable(1);
        assertThat(system.function()).isEqualTo(y);
        assertThat(system.variables().get(1).derivative()).isEqualTo(Polynomial.ONE.subtract(y.pow(2)));
        assertThat(system.relations()).isEmpty();
        assertThat(system.isAutonomous()).isTrue();
        assertThat(system("x*tanh(x)").isAutonomous()).isFalse();
    }

    @Test
    void theRelationsBetweenFunctionsOfOneArgumentAreRecorded() throws ExpressionSyntaxException {
        Polynomial sin = Polynomial.variable(1);
        Polynomial cos = Polynomial.variable(2);
        assertThat(system("sin(x)").relations())
                .containsExactly(sin.pow(2).add(cos.pow(2)).subtract(Polynomial.ONE));
        Polynomial denominator = Polynomial.variable(0).pow(2).add(Polynomial.ONE);
        assertThat(system("arctan(x)").relations())
                .containsExactly(Polynomial.variable(2).multiply(denominator).subtract(Polynomial.ONE));
        assertThat(system("x*tanh(softplus(x))").relations()).hasSize(1);
        assertThat(system("exp(x)*sigmoid(x)").relations()).hasSize(1);
        assertThat(system("exp(x)+exp(x/2)").relations())
                .containsExactly(Polynomial.variable(2).pow(2).subtract(Polynomial.variable(1)));
        assertThat(system("sqrt(pi)*x+pi*sin(x)").relations())
                .as("sqrt(pi) and pi are related; neither is needed for the other")
                .hasSize(2);
    }

    @Test
    void theDerivativeOfAReciprocalSquareRootIsNotZero() throws ExpressionSyntaxException {
        assertThat(system("1/sqrt(x^2+4)")
                        .derivative(system("1/sqrt(x^2+4)").function())
                        .isZero())
                .isFalse();
    }

    @Test
    void theValuesAtAPointAreExpressions() throws ExpressionSyntaxException {
        assertThat(system("softplus(x)").valuesAt(Expression.ZERO).orElseThrow())
                .containsExactly(
                        Expression.ZERO, Expression.apply(Function.SOFTPLUS, Expression.ZERO), Expression.of(1, 2));
        assertThat(system("sinc(x)").valuesAt(Expression.ZERO)).isEmpty();
        assertThat(system("sinc(x)").valuesAt(Expression.PI)).isPresent();
        DifferentialSystem system = system("sin(x)");
        assertThatThrownBy(() -> system.valuesAt(Expression.X)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abs(x)", "max(x,0)", "x*floor(x)", "if(x>0,x,exp(x))", "sign(tanh(x))"})
    void functionsInPiecesAreRefusedWithAReason(String formula) throws ExpressionSyntaxException {
        assertThat(DifferentialSystem.of(Expression.parse(formula)))
                .isInstanceOfSatisfying(
                        DifferentialSystem.Undetermined.class,
                        undetermined -> assertThat(undetermined.reason()).isNotEmpty());
    }

    @Test
    void symbolsDivisionsByZeroAndLargeSystemsAreRefused() throws ExpressionSyntaxException {
        Expression deep = Expression.X;
        for (int i = 0; i < 80; i++) {
            deep = Expression.apply(Function.SIN, deep);
        }
        for (Expression s : List.of(
                Expression.Symbol.T.times(Expression.X),
                Expression.parse("x").minus(Expression.X).power(-1),
                Expression.parse("sin(x)+1").power(1000),
                deep)) {
            assertThat(DifferentialSystem.of(s)).isInstanceOf(DifferentialSystem.Undetermined.class);
        }
    }

    private static DifferentialSystem system(String formula) throws ExpressionSyntaxException {
        DifferentialSystem.Result result = DifferentialSystem.of(Expression.parse(formula));
        assertThat(result).isInstanceOf(DifferentialSystem.Found.class);
        return ((DifferentialSystem.Found) result).system();
    }

    private static List<String> meanings(String formula) throws ExpressionSyntaxException {
        return system(formula).variables().stream()
                .map(variable -> variable.meaning().text())
                .toList();
    }

    private static Enclosure value(DifferentialSystem system, Polynomial polynomial, Enclosure x) {
        Enclosure[] sum = {Enclosure.from(BigFraction.ZERO, BITS)};
        polynomial.forEach((coefficient, exponents) -> {
            Enclosure product = Expression.of(coefficient).encloseConstant(BITS);
            for (int i = 0; i < exponents.length; i++) {
                Enclosure variable = system.variables().get(i).meaning().enclose(x);
                product = product.multiply(Powers.pow(variable, exponents[i]));
            }
            sum[0] = sum[0].add(product);
        });
        return sum[0];
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
