package io.intertwine.activation;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.UnivariatePolynomial;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hipparchus.fraction.BigFraction;

/**
 * The real roots of a polynomial without multiple roots, isolated by Sturm's theorem (J. C. F. Sturm 1835), and exactly where they are
 * rational, roots of a quadratic factor, or of x^n - c.
 */
public final class RealRoots {
    private static final int LARGEST_DEGREE = 24;
    private static final int MOST_BITS = 8_000;

    private static final BigFraction SMALLEST_WIDTH = new BigFraction(BigInteger.ONE, BigInteger.ONE.shiftLeft(300));

    private RealRoots() {}

    /**
     * All real roots of a polynomial of degree at least 1 without multiple roots, in increasing order; empty where one of them was not
     * found as an exact number.
     */
    public static Optional<List<Scalar>> exact(UnivariatePolynomial polynomial) {
        try {
            List<Optional<Scalar>> values = of(polynomial).stream()
                    .map(root -> root.value().flatMap(Expression::exact))
                    .toList();
            return values.stream().allMatch(Optional::isPresent)
                    ? Optional.of(values.stream().flatMap(Optional::stream).toList())
                    : Optional.empty();
        } catch (UndecidedException tooLarge) {
            return Optional.empty();
        }
    }

    /** The number of real roots of a polynomial of degree at least 1 without multiple roots; empty where it is too large. */
    public static OptionalInt count(UnivariatePolynomial polynomial) {
        try {
            return OptionalInt.of(of(polynomial).size());
        } catch (UndecidedException tooLarge) {
            return OptionalInt.empty();
        }
    }

    /** The roots in increasing order; the degree is at least 1. */
    static List<RealRoot> of(UnivariatePolynomial polynomial) {
        if (polynomial.degree() > LARGEST_DEGREE || bits(polynomial) > MOST_BITS) {
            throw new UndecidedException("a polynomial is too large for its roots to be found");
        }
        if (polynomial.degree() == 1) {
            Scalar root = polynomial.coefficient(0).divide(polynomial.leading()).negate();
            BigFraction below = root.bounds(4).lower().subtract(BigFraction.ONE);
            return List.of(new RealRoot(polynomial, below, root.bounds(4).upper(), List.of(Expression.of(root))));
        }
        List<RealRoot> isolated = isolate(polynomial);
        return isolated.isEmpty() ? isolated : name(polynomial, isolated);
    }

    private static long bits(UnivariatePolynomial polynomial) {
        return polynomial.coefficients().stream()
                .flatMap(part -> part.coefficients().stream())
                .mapToLong(part ->
                        part.getNumerator().bitLength() + part.getDenominator().bitLength())
                .sum();
    }

    private static List<RealRoot> isolate(UnivariatePolynomial polynomial) {
        List<UnivariatePolynomial> sequence = new ArrayList<>(List.of(polynomial, polynomial.derivative()));
        while (sequence.get(sequence.size() - 1).degree() > 0) {
            UnivariatePolynomial last = sequence.get(sequence.size() - 1);
            UnivariatePolynomial next =
                    sequence.get(sequence.size() - 2).remainder(last).negate();
            sequence.add(next.isRational() ? next.primitive() : next);
        }
        BigFraction bound = new BigFraction(rootBound(polynomial));
        List<RealRoot> roots = new ArrayList<>();
        isolate(sequence, bound.negate(), bound, roots);
        return roots;
    }

    /** Every root is less than this in absolute value (Cauchy's bound), a power of 2. */
    private static BigInteger rootBound(UnivariatePolynomial polynomial) {
        UnivariatePolynomial monic = polynomial.monic();
        BigInteger largest = BigInteger.ONE;
        for (Scalar part : monic.coefficients()) {
            largest = largest.max(part.abs().floor().rational().getNumerator().add(BigInteger.TWO));
        }
        return BigInteger.ONE.shiftLeft(largest.bitLength() + 1);
    }

    private static void isolate(
            List<UnivariatePolynomial> sequence, BigFraction lower, BigFraction upper, List<RealRoot> roots) {
        int count = variations(sequence, lower) - variations(sequence, upper);
        if (count == 1) {
            roots.add(new RealRoot(sequence.get(0), lower, upper, List.of()));
        }
        if (count > 1) {
            if (upper.subtract(lower).compareTo(SMALLEST_WIDTH) < 0) {
                throw new UndecidedException("two roots of a polynomial lie too close together");
            }
            BigFraction middle = lower.add(upper).divide(2);
            isolate(sequence, lower, middle, roots);
            isolate(sequence, middle, upper, roots);
        }
    }

    private static int variations(List<UnivariatePolynomial> sequence, BigFraction x) {
        int previous = 0;
        int count = 0;
        for (UnivariatePolynomial part : sequence) {
            int sign = part.at(Scalar.of(x)).signum();
            count += sign * previous < 0 ? 1 : 0;
            previous = sign == 0 ? previous : sign;
        }
        return count;
    }

    private static List<RealRoot> name(UnivariatePolynomial polynomial, List<RealRoot> isolated) {
        List<RealRoot> roots = new ArrayList<>(isolated);
        UnivariatePolynomial rest = polynomial;
        if (polynomial.isRational()) {
            rest = nameRational(polynomial.primitive(), roots);
            rest = rest.degree() > 2 ? nameQuadratic(rest, roots) : rest;
        }
        List<Integer> unnamed = unnamed(roots);
        if (rest.degree() <= 2 && !unnamed.isEmpty()) {
            nameByFormula(rest, unnamed, roots);
        } else if (isBinomial(rest)) {
            nameRadicals(rest, unnamed, roots);
        }
        return roots;
    }

    private static List<Integer> unnamed(List<RealRoot> roots) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < roots.size(); i++) {
            if (roots.get(i).value().isEmpty()) {
                places.add(i);
            }
        }
        return places;
    }

    /** Rational roots are multiples of 1 / (the leading coefficient); returns what is left without them. */
    private static UnivariatePolynomial nameRational(UnivariatePolynomial whole, List<RealRoot> roots) {
        BigInteger leading = whole.leading().rational().getNumerator().abs();
        UnivariatePolynomial rest = whole;
        for (int i = 0; i < roots.size(); i++) {
            RealRoot root = roots.get(i).refined(new BigFraction(BigInteger.ONE, leading.shiftLeft(2)));
            roots.set(i, root);
            BigFraction scaled = root.upper().multiply(new BigFraction(leading));
            Scalar candidate = Scalar.of(new BigFraction(OpenInterval.floor(scaled), leading));
            if (candidate.compareTo(Scalar.of(root.lower())) > 0
                    && whole.at(candidate).isZero()) {
                roots.set(i, root.named(Expression.of(candidate)));
                rest = rest.quotient(new UnivariatePolynomial(List.of(candidate.negate(), Scalar.ONE)));
            }
        }
        return rest.degree() > 0 ? rest.primitive() : rest;
    }

    /** Tries every pair of roots as the roots of a quadratic factor; returns what is left. */
    private static UnivariatePolynomial nameQuadratic(UnivariatePolynomial whole, List<RealRoot> roots) {
        UnivariatePolynomial rest = whole;
        List<Integer> places = unnamed(roots);
        for (int i : places) {
            for (int j : places) {
                if (i < j
                        && roots.get(i).value().isEmpty()
                        && roots.get(j).value().isEmpty()
                        && rest.degree() > 2) {
                    rest = namePair(rest, i, j, roots);
                }
            }
        }
        return rest;
    }

    private static UnivariatePolynomial namePair(UnivariatePolynomial rest, int i, int j, List<RealRoot> roots) {
        BigInteger leading = rest.leading().rational().getNumerator().abs();
        BigInteger size = rootBound(rest).multiply(leading).shiftLeft(4);
        BigFraction width = new BigFraction(BigInteger.ONE, size);
        RealRoot first = roots.get(i).refined(width);
        RealRoot second = roots.get(j).refined(width);
        roots.set(i, first);
        roots.set(j, second);
        Scalar sum = nearest(first.upper().add(second.upper()), leading);
        Scalar product = nearest(first.upper().multiply(second.upper()), leading);
        UnivariatePolynomial factor = new UnivariatePolynomial(List.of(product, sum.negate(), Scalar.ONE));
        boolean divides = rest.remainder(factor).degree() < 0;
        boolean matches = divides && signChange(factor, first) && signChange(factor, second);
        if (!matches) {
            return rest;
        }
        nameByFormula(factor, List.of(i, j), roots);
        return rest.quotient(factor).primitive();
    }

    private static boolean signChange(UnivariatePolynomial factor, RealRoot root) {
        int left = factor.at(Scalar.of(root.lower())).signum();
        int right = factor.at(Scalar.of(root.upper())).signum();
        return left * right < 0 || right == 0;
    }

    private static Scalar nearest(BigFraction x, BigInteger denominator) {
        BigFraction scaled = x.multiply(new BigFraction(denominator)).add(new BigFraction(1, 2));
        return Scalar.of(new BigFraction(OpenInterval.floor(scaled), denominator));
    }

    /** Names the roots of a polynomial of degree 1 or 2, given their places in increasing order. */
    private static void nameByFormula(UnivariatePolynomial factor, List<Integer> places, List<RealRoot> roots) {
        List<Expression> values = formula(factor);
        if (values.size() != places.size()) {
            throw new IllegalStateException("expected " + places.size() + " roots, found " + values.size());
        }
        for (int i = 0; i < values.size(); i++) {
            roots.set(places.get(i), roots.get(places.get(i)).named(values.get(i)));
        }
    }

    private static List<Expression> formula(UnivariatePolynomial factor) {
        UnivariatePolynomial monic = factor.monic();
        if (monic.degree() == 1) {
            return List.of(Expression.of(monic.coefficient(0).negate()));
        }
        Scalar half = monic.coefficient(1).divide(Scalar.of(-2));
        Scalar radicand = half.multiply(half).subtract(monic.coefficient(0));
        Expression root = Expression.apply(Function.SQRT, Expression.of(radicand));
        return List.of(Expression.of(half).minus(root), Expression.of(half).plus(root));
    }

    private static boolean isBinomial(UnivariatePolynomial polynomial) {
        return polynomial.coefficients().stream().filter(part -> !part.isZero()).count() == 2
                && !polynomial.coefficient(0).isZero();
    }

    /** The real roots of a x^n + b, as e^(log(c) / n) and its negative. */
    private static void nameRadicals(UnivariatePolynomial binomial, List<Integer> places, List<RealRoot> roots) {
        int n = binomial.degree();
        Scalar power = binomial.coefficient(0).divide(binomial.leading()).abs();
        Expression size = Expression.apply(
                Function.EXP,
                Expression.apply(Function.LOG, Expression.of(power)).times(Expression.of(1, n)));
        for (int place : places) {
            RealRoot root = roots.get(place);
            while (root.lower().signum() < 0 && root.upper().signum() >= 0) {
                root = root.halved();
            }
            roots.set(place, root.named(root.upper().signum() > 0 ? size : size.negate()));
        }
    }
}
