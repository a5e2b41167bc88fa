package io.intertwine.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.DifferentialSystem;
import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Powers;
import io.intertwine.exact.Scalar;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel's differentiator and the one of the package activation are written independently; they agree. */
class DifferentialSystemAgreementTest {
    private static final int ORDERS = 5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^3-x/2",
                "exp(x)",
                "exp(-x^2)",
                "exp(x)+exp(x/2)",
                "tanh(x)",
                "sigmoid(x)",
                "sigmoid(-x)",
                "softplus(x)",
                "softplus(-x)",
                "sin(x)",
                "cos(3x-1)",
                "sinh(x)*cosh(x)",
                "arctan(x)",
                "erf(x)",
                "x*sigmoid(x)",
                "x/2*(1+erf(x/sqrt(2)))",
                "x*tanh(softplus(x))",
                "1/cosh(x)",
                "x+sin(x)^2",
                "log(cosh(x))",
                "x/2*(1+tanh(sqrt(2/pi)*(x+0.044715*x^3)))",
                "sin(pi*x)",
                "sinc(x)",
                "tan(x)",
                "arctan(sinh(x))"
            })
    void bothGiveTheSameDerivatives(String formula) throws ExpressionSyntaxException, Rejection {
        Expression s = Expression.parse(formula);
        DifferentialSystem system = ((DifferentialSystem.Found) DifferentialSystem.of(s)).system();
        for (Expression point : List.of(Expression.of(1, 3), Expression.of(2))) {
            VectorField field = new VectorField(point);
            Polynomial kernel = KernelRule.express(s, field);
            Polynomial other = system.function();
            List<Expression> values = system.valuesAt(point).orElseThrow();
            for (int order = 0; order < ORDERS; order++) {
                Enclosure difference =
                        SignRule.enclose(field.value(kernel), field).subtract(value(other, values));
                assertThat(difference.contains(BigFraction.ZERO))
                        .as("derivative %d at %s", order, point)
                        .isTrue();
                assertThat(difference.width()).isLessThan(Scalar.of(2).pow(-100).rational());
                kernel = field.derivative(kernel);
                other = system.derivative(other);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqrt(x^2+4)", "x/sqrt(1+x^2)"})
    void bothGiveTheSameDerivativesOfSquareRoots(String formula) throws ExpressionSyntaxException, Rejection {
        bothGiveTheSameDerivatives(formula);
    }

    private static Enclosure value(Polynomial polynomial, List<Expression> values) {
        Enclosure[] sum = {Expression.ZERO.encloseConstant(SignRule.BITS)};
        polynomial.forEach((coefficient, exponents) -> {
            Enclosure product = Expression.of(coefficient).encloseConstant(SignRule.BITS);
            for (int i = 0; i < exponents.length; i++) {
                Enclosure variable = values.get(i).encloseConstant(SignRule.BITS);
                product = product.multiply(Powers.pow(variable, exponents[i]));
            }
            sum[0] = sum[0].add(product);
        });
        return sum[0];
    }
}
