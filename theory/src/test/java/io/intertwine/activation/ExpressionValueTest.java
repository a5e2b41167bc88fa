package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.exact.Constants;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.ExponentialFunctions;
import io.intertwine.exact.NormalFunctions;
import io.intertwine.exact.Powers;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.TrigonometricFunctions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionValueTest {
    private static final int BITS = 120;

    private static Expression parse(String text) {
        try {
            return Expression.parse(text);
        } catch (ExpressionSyntaxException wrong) {
            throw new AssertionError(wrong.getMessage(), wrong);
        }
    }

    private static Enclosure number(long p, long q, int bits) {
        return Enclosure.from(new BigFraction(p, q), bits);
    }

    /** Named activations by the functions of the package exact, each in its own way. */
    private static Map<String, UnaryOperator<Enclosure>> dedicated() {
        return Map.ofEntries(
                Map.entry("tanh", ExponentialFunctions::tanh),
                Map.entry("sigmoid", ExponentialFunctions::sigmoid),
                Map.entry("softplus", ExponentialFunctions::softplus),
                Map.entry(
                        "logsigmoid",
                        x -> ExponentialFunctions.softplus(x.negate()).negate()),
                Map.entry("erf", NormalFunctions::erf),
                Map.entry("gelu", NormalFunctions::gelu),
                Map.entry("gelu_tanh", ExpressionValueTest::geluTanh),
                Map.entry("gaussian", x -> ExponentialFunctions.exp(x.square().negate())),
                Map.entry("sech", x -> number(1, 1, x.bits()).divide(ExponentialFunctions.cosh(x))),
                Map.entry("arctan", TrigonometricFunctions::arctan),
                Map.entry("sin", TrigonometricFunctions::sin),
                Map.entry("cos", TrigonometricFunctions::cos),
                Map.entry("snake", x -> x.add(TrigonometricFunctions.sin(x).square())),
                Map.entry("exp", ExponentialFunctions::exp),
                Map.entry("tanhshrink", x -> x.subtract(ExponentialFunctions.tanh(x))),
                Map.entry("silu", x -> x.multiply(ExponentialFunctions.sigmoid(x))),
                Map.entry("mish", x -> x.multiply(ExponentialFunctions.tanh(ExponentialFunctions.softplus(x)))),
                Map.entry("elu", x -> x.isPositive() ? x : ExponentialFunctions.expm1(x)),
                Map.entry("softsign", x -> x.divide(number(1, 1, x.bits()).add(x.abs()))),
                Map.entry("logcosh", x -> ExponentialFunctions.log(ExponentialFunctions.cosh(x))),
                Map.entry("sinc", TrigonometricFunctions::sinc));
    }

    private static Enclosure geluTanh(Enclosure x) {
        Enclosure cubic = x.add(x.square().multiply(x).multiply(new BigFraction(44_715, 1_000_000)));
        Enclosure factor = Powers.sqrt(number(2, 1, x.bits()).divide(Constants.pi(x.bits())));
        Enclosure gate = number(1, 1, x.bits()).add(ExponentialFunctions.tanh(factor.multiply(cubic)));
        return x.multiply(gate).multiply(new BigFraction(1, 2));
    }

    @Test
    void formulasOfNamedActivationsAgreeWithTheDedicatedFunctionsAndAreTight() {
        BigFraction unit = BigFraction.TWO.pow(-BITS);
        dedicated().forEach((name, function) -> {
            for (int k = -40; k <= 40; k++) {
                Scalar x = Scalar.of(k, 4);
                Enclosure found = Activations.requireNamed(name).enclose(Enclosure.from(x.rational(), BITS));
                Enclosure expected = function.apply(Enclosure.from(x.rational(), BITS + 60));
                assertThat(found.subtract(expected).excludesZero())
                        .as("%s at %s", name, x)
                        .isFalse();
                assertThat(found.width().compareTo(unit.multiply(4)))
                        .as("%s at %s is %s units wide", name, x, found.width().divide(unit))
                        .isLessThanOrEqualTo(0);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x^9 - 9*x^8 + 1000*x^7 - x/3 ; 1000",
                "(x - 1000)^12*(x + 1000)^9 ; 7/4",
                "exp(x)/exp(x) ; 300",
                "1/exp(-x) ; 200",
                "exp(x)*exp(-x) - 1 ; 400",
                "log(exp(-x)) ; 500",
                "sqrt(exp(-2*x)) ; 300"
            })
    void valuesAtPointsAreTightAlsoWhereTermsCancel(String text, String point) throws Exception {
        Scalar x = Scalar.parse(point);
        Enclosure value = parse(text).enclose(Enclosure.from(x.rational(), 80));
        assertThat(value.isBounded()).isTrue();
        assertThat(value.width().compareTo(BigFraction.TWO.pow(-78))).isLessThanOrEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sin(pi*x) ; 1/6 ; 1/2",
                "sin(pi*x) ; 7 ; 0",
                "cos(2*pi*x) ; 1/5 ; 1/4*sqrt(5)-1/4",
                "tan(pi*x) ; 1/4 ; 1",
                "sin(pi*x + pi/2) ; 1/3 ; 1/2",
                "pi*x/pi ; 5/7 ; 5/7",
                "(pi*x)^2/pi^2 ; 2/3 ; 4/9",
                "floor(pi*x) ; 100 ; 314",
                "floor(x/pi) ; -1 ; -1",
                "abs(x - pi) + x ; 3 ;",
                "sign(x - pi) ; 3 ; -1",
                "heaviside(x - pi) ; 22/7 ; 1",
                "if(x > log(2), x, -x) ; 0.6931 ; -0.6931",
                "max(x, e) ; 3 ; 3",
                "max(x, e) ; 2 ;",
                "min(x, exp(x)) ; 2 ; 2",
                "x*tanh(softplus(x)) ; 0 ; 0",
                "x*log(x) ; 0 ;",
                "x/x ; 0 ;",
                "x*log(x + 2) ; 0 ; 0",
                "x*sqrt(x - 1) ; 0 ;",
                "x*(1/(x - 1)) ; 0 ; 0",
                "x*(1/x) ; 0 ;",
                "sqrt(x) ; 2 ; sqrt(2)",
                "sqrt(x) ; -2 ;",
                "tan(pi*x) ; 1/2 ;",
                "exp(x) ; 1 ;",
                "log(x) ; 1 ; 0",
                "log(x) ; -1 ;"
            })
    void exactValuesAreThoseThatAreKnownToBeAlgebraic(String text, String point, String value) throws Exception {
        Optional<Scalar> expected = value == null ? Optional.empty() : Optional.of(Scalar.parse(value));
        assertThat(parse(text).exact(Scalar.parse(point))).isEqualTo(expected);
    }

    @Test
    void outsideTheDomainNothingIsThrown() {
        for (String text : List.of("log(x)", "sqrt(x)", "1/(x+3)", "log(log(x))", "sqrt(x)^-2", "tan(pi*x/6)")) {
            Expression expression = parse(text);
            Enclosure point = Enclosure.from(new BigFraction(-3), BITS);
            Enclosure around = Enclosure.fromBounds(new BigFraction(-4), new BigFraction(-2), BITS);
            assertThat(expression.exact(Scalar.of(-3))).as(text).isEmpty();
            assertThat(expression.enclose(point).isBounded()).as(text).isFalse();
            assertThat(expression.enclose(around).isBounded()).as(text).isFalse();
            assertThat(expression.enclose(Enclosure.unbounded(BITS)).bits()).isEqualTo(BITS);
        }
        assertThatThrownBy(() -> Expression.Symbol.T.enclose(Enclosure.unbounded(10)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Expression.Symbol.T.exact(Scalar.ONE)).isEmpty();
    }

    /** Exact values, enclosures at points and over intervals are three evaluations of random formulas. */
    @Test
    void exactValuesPointsAndIntervalsAgree() {
        for (long seed = 20260304L; seed < 20260304L + 1500; seed++) {
            Expression expression = new RandomExpressions(seed, true, false).next(3);
            Scalar x = Scalar.of(seed % 9, 4);
            Enclosure at = expression.enclose(Enclosure.from(x.rational(), BITS));
            BigFraction radius = new BigFraction(1, 8);
            Enclosure around = expression.enclose(Enclosure.fromBounds(
                    x.rational().subtract(radius), x.rational().add(radius), BITS));
            Optional<Scalar> exact = expression.exact(x);
            if (exact.isPresent()) {
                RationalInterval bounds = exact.get().bounds(BITS);
                Enclosure value = Enclosure.fromBounds(bounds.lower(), bounds.upper(), BITS);
                assertThat(at.subtract(value).excludesZero())
                        .as("%s at %s", expression, x)
                        .isFalse();
                assertThat(around.subtract(value).excludesZero())
                        .as("%s at %s", expression, x)
                        .isFalse();
            }
            if (at.isBounded() && around.isBounded()) {
                assertThat(at.subtract(around).excludesZero())
                        .as("%s at %s", expression, x)
                        .isFalse();
            }
        }
    }

    @Test
    void choicesAreEnclosedPieceByPiece() {
        Enclosure around = Enclosure.fromBounds(new BigFraction(-1), BigFraction.ONE, BITS);
        Enclosure elu = Activations.requireNamed("elu").enclose(around);
        assertThat(elu.upper()).isEqualTo(BigFraction.ONE);
        assertThat(elu.lower().compareTo(new BigFraction(-2, 3))).isPositive();
        Enclosure jump = parse("by_sign(x - 1/2, -1, 7, 1)").enclose(around);
        assertThat(jump.upper()).isEqualTo(new BigFraction(7));
        assertThat(jump.lower()).isEqualTo(new BigFraction(-1));
    }
}
