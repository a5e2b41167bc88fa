package io.intertwine.find;

import io.intertwine.activation.RealRoots;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.UnivariatePolynomial;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * The irreducible factors over the reals of a polynomial without multiple roots: of degree one, or two with negative discriminant; found
 * exactly where their coefficients are numbers of quadratic fields that come from rational factors of degree at most two.
 */
final class RealFactors {
    /** The largest number whose divisors are listed. */
    private static final long LARGEST_VALUE = 1_000_000;

    /** The most triples of values that are tried. */
    private static final long MOST_TRIALS = 500_000;

    private RealFactors() {}

    /** The number of real roots; empty where the polynomial, of degree at least 1, is too large. */
    static Optional<Integer> realRoots(UnivariatePolynomial polynomial) {
        var count = RealRoots.count(polynomial);
        return count.isPresent() ? Optional.of(count.getAsInt()) : Optional.empty();
    }

    /** Monic factors whose product is the monic multiple of the polynomial; empty if they were not all found. */
    static Optional<List<UnivariatePolynomial>> of(UnivariatePolynomial polynomial) {
        List<UnivariatePolynomial> factors = new ArrayList<>();
        UnivariatePolynomial rest = polynomial.monic();
        if (rest.degree() > 2 && !rest.isRational()) {
            return Optional.empty();
        }
        while (rest.degree() > 2) {
            Optional<UnivariatePolynomial> factor = rationalFactor(rest.primitive());
            if (factor.isEmpty()) {
                return Optional.empty();
            }
            rest = rest.quotient(factor.get());
            if (!split(factor.get(), factors)) {
                return Optional.empty();
            }
        }
        return split(rest, factors) ? Optional.of(factors) : Optional.empty();
    }

    /** Adds the factors of a monic polynomial of degree at most 2, if they are known exactly. */
    private static boolean split(UnivariatePolynomial monic, List<UnivariatePolynomial> factors) {
        if (monic.degree() < 1) {
            return true;
        }
        Optional<List<Scalar>> roots = RealRoots.exact(monic);
        if (roots.isPresent() && roots.get().isEmpty()) {
            factors.add(monic);
        }
        roots.ifPresent(known ->
                known.forEach(root -> factors.add(new UnivariatePolynomial(List.of(root.negate(), Scalar.ONE)))));
        return roots.isPresent();
    }

    /**
     * A monic rational factor of degree 1 or 2 of a polynomial with whole coefficients: its primitive multiple q has values at 0, 1 and -1
     * that divide those of the polynomial (L. Kronecker 1882).
     */
    private static Optional<UnivariatePolynomial> rationalFactor(UnivariatePolynomial whole) {
        for (long root : new long[] {0, 1, -1}) {
            if (whole.at(Scalar.of(root)).isZero()) {
                return Optional.of(new UnivariatePolynomial(List.of(Scalar.of(-root), Scalar.ONE)));
            }
        }
        List<Long> atZero = divisors(whole.at(Scalar.ZERO));
        List<Long> atOne = signed(divisors(whole.at(Scalar.ONE)));
        List<Long> atMinusOne = signed(divisors(whole.at(Scalar.MINUS_ONE)));
        // The sign of q is free: its value at 0 is taken positive.
        for (long zero : atZero) {
            for (long one : atOne) {
                if (divides(zero, one - zero, 0, whole)) {
                    return factor(zero, one - zero, 0);
                }
            }
        }
        if ((long) atZero.size() * atOne.size() * atMinusOne.size() > MOST_TRIALS) {
            return Optional.empty();
        }
        for (long zero : atZero) {
            for (long one : atOne) {
                for (long minusOne : atMinusOne) {
                    boolean isWhole = (one - minusOne) % 2 == 0;
                    long slope = (one - minusOne) / 2;
                    if (isWhole && divides(zero, slope, one - slope - zero, whole)) {
                        return factor(zero, slope, one - slope - zero);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<UnivariatePolynomial> factor(long constant, long slope, long square) {
        return Optional.of(polynomial(constant, slope, square).monic());
    }

    private static UnivariatePolynomial polynomial(long constant, long slope, long square) {
        return new UnivariatePolynomial(List.of(Scalar.of(constant), Scalar.of(slope), Scalar.of(square)));
    }

    /** Whether a polynomial that is not constant is a factor; most others are seen at 2 already. */
    private static boolean divides(long constant, long slope, long square, UnivariatePolynomial whole) {
        long atTwo = constant + 2 * slope + 4 * square;
        BigInteger value = whole.at(Scalar.of(2)).rational().getNumerator();
        boolean possible = atTwo == 0
                ? value.signum() == 0
                : value.mod(BigInteger.valueOf(Math.abs(atTwo))).signum() == 0;
        return possible
                && (slope != 0 || square != 0)
                && whole.remainder(polynomial(constant, slope, square)).degree() < 0;
    }

    private static List<Long> signed(List<Long> divisors) {
        return Stream.concat(divisors.stream(), divisors.stream().map(divisor -> -divisor))
                .toList();
    }

    /** The positive divisors of a whole number that is not 0; none of a large one. */
    private static List<Long> divisors(Scalar value) {
        BigFraction number = value.abs().rational();
        List<Long> divisors = new ArrayList<>();
        if (number.getNumerator().compareTo(BigInteger.valueOf(LARGEST_VALUE)) > 0) {
            return divisors;
        }
        long whole = number.getNumerator().longValueExact();
        for (long divisor = 1; divisor <= whole; divisor++) {
            if (whole % divisor == 0) {
                divisors.add(divisor);
            }
        }
        return divisors;
    }
}
