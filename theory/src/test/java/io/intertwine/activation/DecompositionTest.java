package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Decomposition.Pieces;
import io.intertwine.activation.Decomposition.Undetermined;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DecompositionTest {

    private static Expression parse(String text) {
        try {
            return ExpressionParser.parse(text);
        } catch (ExpressionSyntaxException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static String text(List<Expression> expressions) {
        return expressions.stream().map(ExpressionText::of).collect(Collectors.joining("; "));
    }

    private static Pieces pieces(Expression function) {
        Decomposition found = Decomposition.of(function);
        assertThat(found).as(ExpressionText.of(function)).isInstanceOf(Pieces.class);
        return (Pieces) found;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x                              | ''
            tanh(x)                        | ''
            abs(x)                         | 0
            max(x, 0)                      | 0
            max(x, 0)^2                    | 0
            x*abs(x)                       | 0
            abs(x^2)                       | ''
            abs(x)*abs(x)                  | ''
            abs(x)^3                       | 0
            sign(x)                        | 0
            sign(x)^2                      | 0
            heaviside(x - 1/2)             | 1/2
            clip(x, -1, 1)                 | -1; 1
            clip(x, 0, 6)                  | 0; 6
            clip(x, -sqrt(2), pi)          | -sqrt(2); pi
            abs(x^2 - 2)                   | -sqrt(2); sqrt(2)
            abs(x^2 - x - 1)               | 1/2 - sqrt(5)/2; 1/2 + sqrt(5)/2
            abs(x^3 - x)                   | -1; 0; 1
            abs(x^3 - 2)                   | exp(log(2)/3)
            abs(x^4 - 5*x^2 + 6)           | -sqrt(3); -sqrt(2); sqrt(2); sqrt(3)
            abs((x - 1)^2*(x + 3))         | -3
            abs((x^3 - x - 1)^2)           | ''
            sign((x - 1)^2)                | 1
            max(x^2, abs(x))               | -1; 0; 1
            abs(abs(x) - 1)                | -1; 0; 1
            abs(abs(abs(x) - 2) - 1)       | -3; -2; -1; 0; 1; 2; 3
            min(max(x, -1), 1)             | -1; 1
            max(0, x) + min(0, exp(x) - 1) | 0
            if(x > 0, x, exp(x) - 1)       | 0
            if(x >= 0, x^3, x^2)           | 0
            if(x > 1, 1, if(x < 1, 1, 2))  | 1
            if(x > 1, x, if(x < 1, x, 1))  | ''
            sqrt(abs(x))                   | 0
            sqrt(x^2)                      | 0
            sqrt(x^2 + 4)                  | ''
            sqrt(x^4 + x^2)                | 0
            x/(1 + abs(x))                 | 0
            if(x > 0, 1/x, 0)              | 0
            if(x > 0, x*log(x), 0)         | 0
            if(x > 0, abs(log(x)), x)      | 0; 1
            abs(tanh(x) - 1/2)             | log(3)/2
            abs(exp(x) - 2)                | log(2)
            abs(exp(2*x) - 3*exp(x) + 2)   | 0; log(2)
            abs(exp(x) - exp(-x))          | 0
            abs(sinh(x)*exp(x))            | 0
            abs(erf(x^3))                  | 0
            abs(exp(x) + x^2)              | ''
            max(exp(x), exp(2*x - 1))      | 1
            max(tanh(x), tanh(1 - x))      | 1/2
            max(x, tanh(x))                | 0
            abs(exp(x) - 1 - x)            | ''
            sign(exp(x) - 1 - x)           | 0
            abs(x - sin(x))                | 0
            abs(cosh(x) - 2)               | -log(2 + sqrt(3)); log(2 + sqrt(3))
            abs(pi*x - 1)                  | 1/pi
            abs(x^3 - pi)                  | exp(log(pi)/3)
            floor(clip(x, 0, 1)*4)/4       | 1/4; 1/2; 3/4; 1
            floor(3*tanh(x)/2)             | log(1/5)/2; 0; log(5)/2
            sin(x)^2 + abs(x)              | 0
            abs(2 + sin(x))                | ''
            if(x > 4, 0, if(x < 0, 0, abs(sin(x)))) | 0; pi; 4
            if(x > 2, 0, if(x < -2, 0, abs(sin(x^2)))) | -2; -sqrt(pi); sqrt(pi); 2
            relu(x)                        | 0
            elu(x)                         | 0
            hardswish(x)                   | -3; 3
            hardshrink(x)                  | -1/2; 1/2
            gelu(x)                        | ''
            """)
    void pointsAreThoseWhereTheFunctionChanges(String formula, String points) {
        Expression function = parse(formula);
        Pieces found = pieces(function);
        assertThat(text(found.points())).isEqualTo(points);
        assertThat(found.period()).isEmpty();
        new PieceSamples(function, found).requireAgreement();
        assertThat(found.pieces())
                .allMatch(piece -> Resolution.unresolved(piece).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            floor(x)                        | 0                    | 1         | n
            x - floor(x)                    | 0                    | 1         | -n + x
            floor(2*x + 1/3)                | 1/3                  | 1/2       | n + 1
            floor(1/2 - x)                  | 1/2                  | 1         | -n - 1
            floor(sqrt(2)*x)                | 0                    | sqrt(2)/2 | n
            floor(x) - 2*floor(x/2)         | 0; 1                 | 2         | 0; 1
            floor(x) + floor(x/2)           | 0; 1                 | 2         | 3*n; 3*n + 1
            abs(x - floor(x) - 1/2)         | 0; 1/2               | 1         | n - x + 1/2; -n + x - 1/2
            x*floor(x)                      | 0                    | 1         | n*x
            abs(sin(x))                     | 0; pi                | 2*pi      | sin(x); -sin(x)
            max(sin(x), 1/2)                | pi/6; 5*pi/6         | 2*pi      | sin(x); 1/2
            max(sin(x), cos(x))             | pi/4; 5*pi/4         | 2*pi      | sin(x); cos(x)
            abs(cos(2*pi*x)) + x            | 1/4; 3/4             | 1         | -cos(2*pi*x) + x; cos(2*pi*x) + x
            sign(sin(x)*exp(x))             | 0; pi                | 2*pi      | 1; -1
            floor(sin(x))                   | 0; pi/2; pi          | 2*pi      | 0; 0; -1
            sqrt(1 - cos(x))                | 0                    | 2*pi      | sqrt(-cos(x) + 1)
            abs(sin(2*x) - sin(x))          | 0; pi/3; pi; 5*pi/3  | 2*pi      | sin(2*x) - sin(x); -(sin(2*x) - sin(x)); \
            sin(2*x) - sin(x); -(sin(2*x) - sin(x))
            """)
    void progressionsOfPointsAreGivenByOneTurn(String formula, String points, String period, String expected) {
        Expression function = parse(formula);
        Pieces found = pieces(function);
        assertThat(text(found.points())).isEqualTo(points);
        assertThat(found.period().map(ExpressionText::of)).contains(period);
        assertThat(text(found.pieces())).isEqualTo(expected);
        new PieceSamples(function, found).requireAgreement();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max(0, sin(x))*max(x, 0)",
                "abs(sin(x)) + abs(sin(sqrt(2)*x))",
                "if(x > 0, floor(x), 0)",
                "floor(x^2)",
                "abs(sin(x^2))",
                "if(x^3 - x - 1 > 0, 1, 0)",
                "abs(x^5 - x - 1)",
                "abs(erf(x) - 1/2)",
                "floor(1000*clip(x, 0, 1))",
                "abs(x^30 - 3*x + 1)",
                "abs((1 + x + tanh(x) + exp(x) + sin(x) + cos(x) + sinh(x) + erf(x) + arctan(x) + cosh(x))^63)",
                "abs(1/x)",
                "1/sin(x)"
            })
    void whatIsNotFoundExactlyIsUndetermined(String formula) {
        assertThat(Decomposition.of(parse(formula))).isInstanceOf(Undetermined.class);
    }

    @Test
    void valuesAtPointsAreThoseOfTheBranchTakenThere() {
        assertThat(text(pieces(parse("sign(x)")).values())).isEqualTo("0");
        assertThat(text(pieces(parse("heaviside(x)")).values())).isEqualTo("1/2");
        assertThat(text(pieces(parse("floor(x)")).values())).isEqualTo("n");
        assertThat(text(pieces(parse("if(x > 1, 2, 3)")).values())).isEqualTo("3");
        assertThat(text(pieces(parse("if(x >= 1, 2, 3)")).values())).isEqualTo("2");
        assertThat(text(pieces(parse("x*floor(x)")).values())).isEqualTo("n^2");
        assertThat(text(pieces(parse("sign(x^2 - 2)*x + x")).values())).isEqualTo("-sqrt(2); sqrt(2)");
        assertThat(text(pieces(parse("abs(cos(2*pi*x)) + x")).values())).isEqualTo("n + 1/4; n + 3/4");
        assertThat(text(pieces(parse("sign(tanh(x) - 1/2)")).values())).isEqualTo("0");
    }

    @Test
    void aPositiveSymbolScalesWithoutChangingSigns() {
        Expression scaled =
                Expression.apply(Function.ABS, Symbol.T.times(Expression.X).minus(Expression.ONE));
        Pieces found = pieces(scaled);
        assertThat(text(found.points())).isEqualTo("1/t");
        Expression defect = Expression.max(Symbol.T.times(Expression.X), Expression.ZERO)
                .minus(Symbol.T.times(Expression.max(Expression.X, Expression.ZERO)));
        assertThat(text(pieces(defect).points())).isIn("", "0");
    }

    @Test
    void affineChangesOfTheVariableMoveThePoints() {
        Expression relu = Expression.max(Expression.X, Expression.ZERO);
        Expression moved = relu.after(Expression.PI, Expression.apply(Function.LOG, Expression.of(3)))
                .plus(relu)
                .plus(relu.after(
                        Expression.of(-1), Expression.of(Scalar.sqrt(new org.hipparchus.fraction.BigFraction(2)))));
        Pieces found = pieces(moved);
        assertThat(found.points()).hasSize(3);
        new PieceSamples(moved, found).requireAgreement();
    }

    /** Random polynomials between random points, written as nested choices, are found again. */
    @Test
    void piecewisePolynomialsAreRecovered() {
        Random random = new Random(20260701);
        for (int round = 0; round < 60; round++) {
            List<Integer> places = random.ints(1 + random.nextInt(4), -12, 12)
                    .distinct()
                    .sorted()
                    .boxed()
                    .toList();
            List<Expression> parts = IntStream.rangeClosed(0, places.size())
                    .mapToObj(i -> polynomial(random))
                    .toList();
            Expression function = parts.get(places.size());
            for (int i = places.size() - 1; i >= 0; i--) {
                Expression test = Expression.X.minus(Expression.of(places.get(i), 3));
                Expression right = function;
                Expression left = parts.get(i);
                function = random.nextBoolean()
                        ? Expression.choice(test, left, right, right)
                        : left.plus(right.minus(left).times(Expression.apply(Function.HEAVISIDE, test)));
            }
            requireParts(function, places, parts);
        }
    }

    private static void requireParts(Expression function, List<Integer> places, List<Expression> parts) {
        List<Expression> points = new ArrayList<>();
        List<Expression> expected = new ArrayList<>(List.of(parts.get(0)));
        for (int i = 0; i < places.size(); i++) {
            if (!NormalForm.same(parts.get(i), parts.get(i + 1))) {
                points.add(Expression.of(places.get(i), 3));
                expected.add(parts.get(i + 1));
            }
        }
        Pieces found = pieces(function);
        assertThat(found.points()).as(ExpressionText.of(function)).isEqualTo(points);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(NormalForm.same(found.pieces().get(i), expected.get(i))).isTrue();
        }
        new PieceSamples(function, found).requireAgreement();
    }

    private static Expression polynomial(Random random) {
        Expression sum = Expression.of(random.nextInt(7) - 3);
        for (int degree = 1; degree <= random.nextInt(4); degree++) {
            sum = sum.plus(Expression.of(random.nextInt(7) - 3, 2).times(Expression.X.power(degree)));
        }
        return sum;
    }

    /** Nested choices of random polynomials and functions agree with direct evaluation wherever they are decided. */
    @Test
    void randomFunctionsAgreeWithTheirPieces() {
        Random random = new Random(20260702);
        int decided = 0;
        for (int round = 0; round < 150; round++) {
            Expression function = nested(random, 3);
            if (Decomposition.of(function) instanceof Pieces found) {
                new PieceSamples(function, found).requireAgreement(12);
                decided++;
            }
        }
        assertThat(decided).isGreaterThan(80);
    }

    private static Expression nested(Random random, int depth) {
        if (depth == 0) {
            return polynomial(random);
        }
        Expression first = nested(random, depth - 1);
        Expression second = random.nextBoolean() ? polynomial(random) : nested(random, depth - 1);
        return switch (random.nextInt(12)) {
            case 0 -> Expression.max(first, second);
            case 1 -> Expression.min(first, second);
            case 2, 3 -> Expression.apply(Function.ABS, first);
            case 4 -> first.times(second);
            case 5 -> first.plus(second);
            case 6 -> Expression.choice(first, second, Expression.of(random.nextInt(3)), polynomial(random));
            case 7 -> Expression.apply(random.nextBoolean() ? Function.SIGN : Function.HEAVISIDE, first);
            case 8 -> Expression.apply(random.nextBoolean() ? Function.TANH : Function.EXP, first);
            case 9 -> Expression.apply(random.nextBoolean() ? Function.SIN : Function.FLOOR, first);
            case 10 -> Expression.apply(Function.SQRT, first.power(2).plus(Expression.of(random.nextInt(2))));
            default -> first.power(2);
        };
    }

    /** Expressions of every kind, many of them without sense: no wrong piece, no other exception, no long wait. */
    @Test
    void expressionsOfEveryKindAreDecidedRightlyOrNotAtAll() {
        RandomExpressions random = new RandomExpressions(20260703, true, false);
        int decided = 0;
        for (int round = 0; round < 250; round++) {
            Expression function = random.next(3);
            if (Decomposition.of(function) instanceof Pieces found) {
                new PieceSamples(function, found).requireAgreement(3);
                decided++;
            }
        }
        assertThat(decided).isGreaterThan(80);
    }
}
