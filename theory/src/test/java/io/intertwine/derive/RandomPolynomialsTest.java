package io.intertwine.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Expression;
import io.intertwine.activation.UnitGroup;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/**
 * Groups of random polynomials and piecewise polynomials against a second route: for given rational (a, c) the numbers b and e are
 * solved for from values, and the identity is tested at more points than its degree allows zeros, cell by cell.
 */
class RandomPolynomialsTest {
    private static final List<BigFraction> FACTORS = List.of(
            new BigFraction(-1), new BigFraction(2), new BigFraction(-2), new BigFraction(1), new BigFraction(1, 3));

    /** A piecewise polynomial function: pieces between knots, values at the knots. */
    private record Spline(List<BigFraction> knots, List<List<BigFraction>> pieces, List<BigFraction> values) {
        BigFraction at(BigFraction x) {
            int i = 0;
            while (i < knots.size() && knots.get(i).compareTo(x) < 0) {
                i++;
            }
            return i < knots.size() && knots.get(i).equals(x) ? values.get(i) : evaluate(pieces.get(i), x);
        }

        Expression expression() {
            Expression whole = polynomial(pieces.get(0));
            for (int i = 0; i < knots.size(); i++) {
                whole = Expression.choice(
                        Expression.X.minus(Expression.of(Scalar.of(knots.get(i)))),
                        whole,
                        Expression.of(Scalar.of(values.get(i))),
                        polynomial(pieces.get(i + 1)));
            }
            return whole;
        }

        int degree() {
            return pieces.stream().mapToInt(List::size).max().orElseThrow();
        }
    }

    private static BigFraction evaluate(List<BigFraction> polynomial, BigFraction x) {
        BigFraction sum = BigFraction.ZERO;
        for (int k = polynomial.size() - 1; k >= 0; k--) {
            sum = sum.multiply(x).add(polynomial.get(k));
        }
        return sum;
    }

    private static Expression polynomial(List<BigFraction> coefficients) {
        Expression sum = Expression.ZERO;
        for (int k = 0; k < coefficients.size(); k++) {
            sum = sum.plus(Expression.of(Scalar.of(coefficients.get(k))).times(Expression.X.power(k)));
        }
        return sum;
    }

    /** The (b, e) with s(a x + c) = b s(x) + e, if there are any; s must take two values at the points tested. */
    private static Optional<UnitMap> companion(Spline s, BigFraction a, BigFraction c) {
        List<BigFraction> points = points(s, a, c);
        BigFraction first = points.get(0);
        BigFraction second = points.stream()
                .filter(x -> !s.at(x).equals(s.at(first)))
                .findFirst()
                .orElseThrow();
        BigFraction b = s.at(image(a, c, second))
                .subtract(s.at(image(a, c, first)))
                .divide(s.at(second).subtract(s.at(first)));
        BigFraction e = s.at(image(a, c, first)).subtract(b.multiply(s.at(first)));
        boolean holds = b.getNumerator().signum() != 0
                && points.stream()
                        .allMatch(x ->
                                s.at(image(a, c, x)).equals(b.multiply(s.at(x)).add(e)));
        return holds ? Optional.of(new UnitMap(Scalar.of(b), Scalar.of(e))) : Optional.empty();
    }

    private static BigFraction image(BigFraction a, BigFraction c, BigFraction x) {
        return a.multiply(x).add(c);
    }

    /** All knots of both sides, and in every cell between them more points than the degree. */
    private static List<BigFraction> points(Spline s, BigFraction a, BigFraction c) {
        List<BigFraction> ends = new ArrayList<>(s.knots());
        s.knots().forEach(knot -> ends.add(knot.subtract(c).divide(a)));
        List<BigFraction> sorted =
                new ArrayList<>(ends.stream().distinct().sorted().toList());
        if (sorted.isEmpty()) {
            sorted.add(BigFraction.ZERO);
        }
        List<BigFraction> points = new ArrayList<>(sorted);
        for (int cell = 0; cell <= sorted.size(); cell++) {
            for (int i = 1; i <= s.degree() + 1; i++) {
                BigFraction part = new BigFraction(i, s.degree() + 2);
                if (cell == 0) {
                    points.add(sorted.get(0).subtract(part));
                } else if (cell == sorted.size()) {
                    points.add(sorted.get(cell - 1).add(part));
                } else {
                    BigFraction width = sorted.get(cell).subtract(sorted.get(cell - 1));
                    points.add(sorted.get(cell - 1).add(width.multiply(part)));
                }
            }
        }
        return points;
    }

    private static void compare(Spline s, List<BigFraction> shifts, BigFraction factor) {
        UnitGroup group = Derivation.unitGroup(s.expression());
        assertThat(Derivation.of(s.expression()).complete()).as("%s", s).isTrue();
        for (BigFraction c : shifts) {
            UnitMap map = new UnitMap(Scalar.of(factor), Scalar.of(c));
            Optional<UnitMap> expected = companion(s, factor, c);
            assertThat(group.contains(map)).as("%s and %s", s, map).isEqualTo(expected.isPresent());
            expected.ifPresent(known -> assertThat(group.companion(map)).isEqualTo(known));
        }
    }

    /** The shift that the two leading coefficients ask for, and two others. */
    private static List<BigFraction> polynomialShifts(List<BigFraction> p, BigFraction a) {
        int r = p.size() - 1;
        BigFraction centre = p.get(r - 1).divide(p.get(r).multiply(r)).negate();
        BigFraction fixing = centre.multiply(BigFraction.ONE.subtract(a));
        return List.of(fixing, fixing.add(1), BigFraction.ZERO);
    }

    @Test
    void groupsOfRandomPolynomialsAreThoseFoundByComparingCoefficients() {
        Random random = new Random(2024);
        for (int round = 0; round < 60; round++) {
            int degree = 2 + random.nextInt(5);
            List<BigFraction> shape = new ArrayList<>();
            for (int k = 0; k <= degree; k++) {
                boolean dropped = round % 3 != 0 && (degree - k) % 2 != 0 || round % 3 == 2 && k < degree;
                shape.add(dropped ? BigFraction.ZERO : rational(random));
            }
            shape.set(degree, new BigFraction(1 + random.nextInt(3), 2));
            List<BigFraction> p = shifted(shape, rational(random));
            p.set(0, rational(random));
            Spline s = new Spline(List.of(), List.of(p), List.of());
            for (BigFraction a : FACTORS) {
                compare(s, polynomialShifts(p, a), a);
            }
        }
    }

    @Test
    void groupsOfRandomPiecewisePolynomialsAreThoseFoundByComparingValues() {
        Random random = new Random(4048);
        int symmetric = 0;
        for (int round = 0; round < 60; round++) {
            Spline s = spline(random, round % 4);
            if (isAffineAlmostEverywhere(s)) {
                continue;
            }
            BigFraction centre =
                    s.knots().get(0).add(s.knots().get(s.knots().size() - 1)).divide(2);
            for (BigFraction a : FACTORS) {
                BigFraction fixing = centre.multiply(BigFraction.ONE.subtract(a));
                compare(s, List.of(fixing, fixing.add(1), BigFraction.ZERO), a);
            }
            symmetric += companion(s, BigFraction.MINUS_ONE, centre.multiply(2)).isPresent() ? 1 : 0;
        }
        assertThat(symmetric).isGreaterThan(10);
    }

    private static boolean isAffineAlmostEverywhere(Spline s) {
        List<List<BigFraction>> trimmed = s.pieces().stream()
                .map(RandomPolynomialsTest::trimmed)
                .distinct()
                .toList();
        return trimmed.size() == 1 && trimmed.get(0).size() <= 2;
    }

    private static List<BigFraction> trimmed(List<BigFraction> p) {
        int size = p.size();
        while (size > 0 && p.get(size - 1).getNumerator().signum() == 0) {
            size--;
        }
        return p.subList(0, size);
    }

    /** Kinds: anything; even or odd about the centre; one knot and homogeneous; one knot and anything. */
    private static Spline spline(Random random, int kind) {
        BigFraction p = rational(random);
        if (kind == 2) {
            int k = random.nextInt(4);
            List<BigFraction> left = monomial(k, rational(random));
            List<BigFraction> right = monomial(
                    k, random.nextBoolean() ? left.get(k).negate() : left.get(k).add(1));
            BigFraction value = k == 0 ? rational(random) : BigFraction.ZERO;
            return new Spline(List.of(p), List.of(shifted(left, p), shifted(right, p)), List.of(value));
        }
        if (kind == 3) {
            return new Spline(List.of(p), List.of(random(random), random(random)), List.of(rational(random)));
        }
        if (kind == 0) {
            return new Spline(
                    List.of(p, p.add(1), p.add(new BigFraction(5, 2))),
                    List.of(random(random), random(random), random(random), random(random)),
                    List.of(rational(random), rational(random), rational(random)));
        }
        boolean odd = random.nextBoolean();
        List<BigFraction> outside = random(random);
        BigFraction value = rational(random);
        List<BigFraction> inside = new ArrayList<>(List.of(
                BigFraction.ZERO,
                odd ? rational(random) : BigFraction.ZERO,
                odd ? BigFraction.ZERO : rational(random)));
        List<BigFraction> mirrored = mirrored(outside, odd);
        return new Spline(
                List.of(p.subtract(2), p.add(2)),
                List.of(shifted(mirrored, p), shifted(inside, p), shifted(outside, p)),
                List.of(odd ? value.negate() : value, value));
    }

    private static List<BigFraction> mirrored(List<BigFraction> p, boolean odd) {
        List<BigFraction> result = new ArrayList<>();
        for (int k = 0; k < p.size(); k++) {
            result.add((k % 2 == 1) == odd ? p.get(k) : p.get(k).negate());
        }
        return result;
    }

    private static List<BigFraction> monomial(int k, BigFraction factor) {
        List<BigFraction> result = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            result.add(BigFraction.ZERO);
        }
        result.add(factor);
        return result;
    }

    private static List<BigFraction> random(Random random) {
        return new ArrayList<>(List.of(rational(random), rational(random), rational(random)));
    }

    /** The coefficients of p(x - shift). */
    private static List<BigFraction> shifted(List<BigFraction> p, BigFraction shift) {
        List<BigFraction> result = new ArrayList<>();
        for (int k = p.size() - 1; k >= 0; k--) {
            List<BigFraction> next = new ArrayList<>();
            for (int i = 0; i <= result.size(); i++) {
                BigFraction here =
                        i < result.size() ? result.get(i).multiply(shift).negate() : BigFraction.ZERO;
                next.add(i > 0 ? here.add(result.get(i - 1)) : here);
            }
            next.set(0, next.get(0).add(p.get(k)));
            result = next;
        }
        return result;
    }

    private static BigFraction rational(Random random) {
        return new BigFraction(random.nextInt(9) - 4, 1 + random.nextInt(2));
    }
}
