package io.intertwine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.intertwine.activation.Activations;
import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.activation.Function;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of the kernel that prove identities, at a base point of the test's choice. */
class DifferentialRuleTest {
    private static Expression parse(String text) {
        try {
            return Expression.parseWithSymbols(text);
        } catch (ExpressionSyntaxException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x/(sqrt(t) + 1)*(sqrt(t) + 1) - x",
                "x/(t + pi)*(t + pi) - x",
                "x/(t + exp(t))*(t + exp(t)) - x",
                "tan(1)*cos(1) - sin(1)",
                "sinc(2)*2 - sin(2)",
                "abs(-2)*x - 2*x",
                "exp(x + log(2)/3) - exp(x)*exp(log(2)/3)",
                "exp(x + 600*log(2)) - exp(x)*exp(600*log(2))",
                "exp(x + 500*log(2)) - 2^500*exp(x)",
                "exp(x - 3*log(2)/2) - exp(x)/(2*sqrt(2))",
                "sin(x + sqrt(2)*pi) - sin(x)*cos(sqrt(2)*pi) - cos(x)*sin(sqrt(2)*pi)",
                "sin(x + 7/2*pi + 1) + cos(x + 1)",
                "cos(x - 2) - cos(2 - x)",
                "log(x^2 + 6) - log(x^2/6 + 1) - log(2) - log(3)"
            })
    void provesThatFunctionsVanishNearZero(String function) {
        assertThatCode(() -> DifferentialRule.requireZero(parse(function), Expression.ZERO))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            x/(n + 1)*(n + 1) - x; a denominator is not known to differ from 0
            x/(t - 1)*(t - 1) - x; a denominator is not known to differ from 0
            1/x - 1/x; a denominator is not known to differ from 0
            log(x) - log(x); the argument of log is not known to be positive
            log(x - 2) - log(x - 2); the argument of log is not known to be positive
            sqrt(x - 1) - sqrt(x - 1); the argument of sqrt is not known to be positive
            abs(x + 1) - abs(x + 1); no derivative is known for abs
            abs(pi) - pi; no rule for abs of a constant
            max(x, 1) - max(x, 1); not an analytic expression
            sin(x + pi/10^12) - sin(x); the angle has too large a denominator
            x^101 - x^101; a power is too large
            sin(x) - x; derivative 3 of the difference is not known to be 0
            exp(x + 600*log(2)) - 2^600*exp(x); derivative 0 of the difference is not known to be 0
            """)
    void rejectsWhatItCannotProve(String function, String reason) {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> DifferentialRule.requireZero(parse(function), Expression.ZERO))
                .withMessageContaining(reason);
    }

    @Test
    void aFunctionThatAgreesWithItsTaylorPolynomialForLongIsNotThePolynomial() {
        Expression difference = parse("sin(x)");
        BigInteger factorial = BigInteger.ONE;
        for (int k = 1; k < 60; k++) {
            factorial = factorial.multiply(BigInteger.valueOf(k));
            if (k % 2 == 1) {
                BigInteger sign = BigInteger.valueOf(k % 4 == 1 ? 1 : -1);
                Expression coefficient = Expression.of(Scalar.of(new BigFraction(sign, factorial)));
                difference = difference.minus(coefficient.times(Expression.X.power(k)));
            }
        }
        Expression close = difference;
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> DifferentialRule.requireZero(close, Expression.ZERO))
                .withMessageContaining("within 24 derivatives");
    }

    @Test
    void manyFunctionsAreTooMany() {
        Expression sum = Expression.ZERO;
        for (int k = 1; k <= 45; k++) {
            sum = sum.plus(Expression.apply(Function.SIN, Expression.of(k).times(Expression.X)));
        }
        Expression many = sum;
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> DifferentialRule.requireZero(many, Expression.ZERO))
                .withMessageContaining("too many functions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "tanh(x)"})
    void aBasePointIsAConstant(String base) {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> DifferentialRule.requireZero(Expression.ZERO, parse(base)))
                .withMessageContaining("a base point must be a constant");
    }

    @Test
    void aDerivativeIsNotReadBeforeItIsKnown() throws Rejection {
        VectorField field = new VectorField(Expression.ZERO);
        Polynomial root = field.addFunction("sqrt", Polynomial.ONE.add(field.x()), Polynomial.ONE);
        assertThat(field.isComplete()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> field.derivative(root.multiply(field.x())));
        field.setDerivative(root, Polynomial.ONE);
        assertThat(field.derivative(root.multiply(field.x())))
                .isEqualTo(field.x().add(root));
    }

    @Test
    void unitsAreCarriedByMonomialMapsOfTheSamePermutation() {
        Layer.Entrywise tanh = Layer.Entrywise.of(Activations.requireNamed("tanh"), 2);
        Layer.Entrywise mixed =
                new Layer.Entrywise(List.of(Activations.requireNamed("tanh"), Activations.requireNamed("arctan")));
        ActivationRule rule = new ActivationRule();
        assertThatCode(() -> rule.require(tanh, tanh, Table.map("1 0 | -1 1"), Table.map("1 0 | -1 1")))
                .doesNotThrowAnyException();
        String alike = "do not permute them alike";
        reject(() -> rule.require(tanh, tanh, Table.matrix("1 1; 0 1"), Table.map("0 1")), alike);
        reject(() -> rule.require(tanh, tanh, Table.map("0 1"), Table.matrix("1 1; 0 1")), alike);
        reject(() -> rule.require(tanh, tanh, Table.map("0 1"), Table.map("1 0")), alike);
        reject(
                () -> rule.require(mixed, mixed, Table.map("1 0"), Table.map("1 0")),
                "units of different activations are exchanged");
        reject(() -> rule.require(tanh, tanh, Table.map("1 0 | -1 1"), Table.map("1 0")), "is not known to satisfy");
    }

    private interface Step {
        void run() throws Rejection;
    }

    private static void reject(Step step, String reason) {
        assertThatExceptionOfType(Rejection.class).isThrownBy(step::run).withMessageContaining(reason);
    }
}
