package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaylorTest {
    private static final int BITS = 300;

    private static Expression parse(String text) {
        try {
            return Expression.parse(text);
        } catch (ExpressionSyntaxException wrong) {
            throw new AssertionError(wrong.getMessage(), wrong);
        }
    }

    private static Enclosure point(Scalar x) {
        return Enclosure.from(x.rational(), BITS);
    }

    private static void assertMeet(Enclosure a, Enclosure b, String what) {
        assertThat(a.isBounded() && b.isBounded()).as(what).isTrue();
        assertThat(a.subtract(b).excludesZero()).as("%s: %s and %s", what, a, b).isFalse();
    }

    private static void assertTight(Enclosure a, String what) {
        assertThat(a.width().compareTo(new BigFraction(1, 1L << 60))).as(what).isNegative();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp(2*x - 1)",
                "log(x^2 + 3)",
                "sqrt(x^2 + 2)",
                "sin(x^2)",
                "cos(3*x)",
                "tan(x/4)",
                "sinh(x)",
                "cosh(x/2)",
                "tanh(x + 1)",
                "sigmoid(2*x)",
                "softplus(x)",
                "arctan(3*x)",
                "erf(x)",
                "sinc(x)",
                "x*sigmoid(x)",
                "x*tanh(softplus(x))",
                "(x^2 + 1)/(x^4 + x + 5)",
                "exp(-x^2)/sqrt(pi)",
                "x^7 - x/3 + sqrt(2)",
                "1/cosh(x)",
                "x + sin(x)^2",
                "(1 + x^2)^-3"
            })
    void symbolicDerivativesDivideToTheCoefficientsOfTheSeries(String text) {
        Expression f = parse(text);
        for (Scalar x : List.of(Scalar.of(1, 3), Scalar.of(-2), Scalar.of(5, 4))) {
            List<Enclosure> series = Taylor.enclosures(f, point(x), 4);
            List<Expression> exact = Taylor.coefficients(f, Expression.of(x), 4);
            Expression derivative = f;
            for (int k = 0; k < 4; k++) {
                String what = text + " at " + x + ", coefficient " + k;
                Enclosure symbolic = derivative.enclose(point(x)).multiply(new BigFraction(1, factorial(k)));
                assertTight(symbolic, what);
                assertTight(series.get(k), what);
                assertMeet(symbolic, series.get(k), what);
                assertMeet(exact.get(k).encloseConstant(BITS), series.get(k), what);
                derivative = derivative.derivative();
            }
        }
    }

    private static long factorial(int k) {
        return k < 2 ? 1 : k * factorial(k - 1);
    }

    /** The mean value theorem: a difference quotient lies in the derivative over the interval; on a short one it is near. */
    @Test
    void differenceQuotientsLieInTheDerivativeOfARandomFormula() {
        for (long seed = 20260303L; seed < 20260303L + 300; seed++) {
            Expression f = new RandomExpressions(seed, true, true).next(3);
            Scalar x = Scalar.of((seed % 7) * 2 + 1, 8);
            Scalar h = Scalar.ofDyadic(java.math.BigInteger.ONE, -60);
            Enclosure interval = Enclosure.fromBounds(x.rational(), x.add(h).rational(), BITS);
            Enclosure slope = f.derivative().enclose(interval);
            Enclosure rise = f.enclose(point(x.add(h))).subtract(f.enclose(point(x)));
            Enclosure whole = f.enclose(interval);
            if (slope.isBounded() && rise.isBounded() && whole.isBounded()) {
                Enclosure quotient = rise.multiplyDyadic(1, 60);
                assertThat(quotient.subtract(slope).excludesZero())
                        .as("%s at %s: %s not in %s", f, x, quotient, slope)
                        .isFalse();
            }
        }
    }

    @Test
    void coefficientsAtZeroAreTheKnownNumbers() {
        assertThat(Taylor.coefficients(parse("tanh(x)"), Expression.ZERO, 8).toString())
                .isEqualTo("[0, 1, 0, -1/3, 0, 2/15, 0, -17/315]");
        assertThat(Taylor.coefficients(parse("sinc(x)"), Expression.ZERO, 7).toString())
                .isEqualTo("[1, 0, -1/6, 0, 1/120, 0, -1/5040]");
        assertThat(Taylor.coefficients(parse("sinc(x^2)"), Expression.ZERO, 10).toString())
                .isEqualTo("[1, 0, 0, 0, -1/6, 0, 0, 0, 1/120, 0]");
        assertThat(Taylor.coefficients(parse("sigmoid(x)"), Expression.ZERO, 4).toString())
                .isEqualTo("[1/2, 1/4, 0, -1/48]");
        assertThat(Taylor.coefficients(parse("softplus(x)"), Expression.ZERO, 3).toString())
                .isEqualTo("[softplus(0), 1/2, 1/8]");
        assertThat(Taylor.coefficients(parse("erf(x)"), Expression.ZERO, 4).toString())
                .isEqualTo("[0, 2/sqrt(pi), 0, -2/3/sqrt(pi)]");
        assertThat(Taylor.coefficients(parse("sin(x)"), parse("pi/3"), 3).toString())
                .isEqualTo("[sqrt(3)/2, 1/2, -sqrt(3)/4]");
        assertThat(Taylor.coefficients(parse("x^3 + x"), Expression.Symbol.T, 4).toString())
                .isEqualTo("[t + t^3, 3*t^2 + 1, 3*t, 1]");
    }

    @Test
    void coefficientsOfHighOrderStayShort() {
        List<Expression> mish = Taylor.coefficients(parse("x*tanh(softplus(x))"), Expression.ZERO, 16);
        assertThat(mish.get(15).text().length()).isLessThan(2000);
        List<Expression> tanh = Taylor.coefficients(parse("tanh(x)"), Expression.ONE, 24);
        assertThat(tanh.get(23).text().length()).isLessThan(3000);
    }

    @Test
    void pointsOutsideTheDomainAreRefused() {
        for (String text : List.of("1/x", "log(x)", "sqrt(x)", "1/(x - x^2)", "log(-x^2 - 1)", "tan(pi/2 + x)")) {
            assertThatThrownBy(() -> Taylor.coefficients(parse(text), Expression.ZERO, 3))
                    .as(text)
                    .isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> Taylor.enclosures(parse(text), point(Scalar.ZERO), 3))
                    .as(text)
                    .isInstanceOf(ArithmeticException.class);
        }
        assertThatThrownBy(() -> Taylor.coefficients(parse("abs(x)"), Expression.ONE, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pieces");
        assertThatThrownBy(() -> parse("max(x, 0)").derivative()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> parse("floor(x)").derivative()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Taylor.coefficients(Expression.X, Expression.X, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Taylor.coefficients(Expression.X, Expression.ZERO, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
