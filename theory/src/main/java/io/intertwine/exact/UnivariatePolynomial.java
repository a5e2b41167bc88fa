package io.intertwine.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A polynomial in one variable with exact coefficients.
 *
 * @param coefficients the coefficients, lowest degree first; zeros at the end are dropped
 */
public record UnivariatePolynomial(List<Scalar> coefficients) {
    public UnivariatePolynomial {
        int size = coefficients.size();
        while (size > 0 && coefficients.get(size - 1).isZero()) {
            size--;
        }
        coefficients = List.copyOf(coefficients.subList(0, size));
    }

    /** The degree; -1 for the polynomial 0. */
    public int degree() {
        return coefficients.size() - 1;
    }

    /** The coefficient of a power; 0 above the degree. */
    public Scalar coefficient(int exponent) {
        return exponent <= degree() ? coefficients.get(exponent) : Scalar.ZERO;
    }

    /** The coefficient of the highest power. The polynomial must not be 0. */
    public Scalar leading() {
        return coefficients.get(degree());
    }

    /** Whether all coefficients are rational. */
    public boolean isRational() {
        return coefficients.stream().allMatch(Scalar::isRational);
    }

    /** The value at a point. */
    public Scalar at(Scalar x) {
        Scalar value = Scalar.ZERO;
        for (int i = degree(); i >= 0; i--) {
            value = value.multiply(x).add(coefficients.get(i));
        }
        return value;
    }

    /** The derivative. */
    public UnivariatePolynomial derivative() {
        List<Scalar> parts = new ArrayList<>();
        for (int i = 1; i <= degree(); i++) {
            parts.add(coefficients.get(i).multiply(i));
        }
        return new UnivariatePolynomial(parts);
    }

    /** The multiple with leading coefficient 1; 0 for 0. */
    public UnivariatePolynomial monic() {
        return degree() < 0 ? this : times(leading().reciprocal());
    }

    private UnivariatePolynomial times(Scalar factor) {
        return new UnivariatePolynomial(
                coefficients.stream().map(factor::multiply).toList());
    }

    /** The negative. */
    public UnivariatePolynomial negate() {
        return times(Scalar.MINUS_ONE);
    }

    private UnivariatePolynomial minus(UnivariatePolynomial other) {
        List<Scalar> parts = new ArrayList<>();
        for (int i = 0; i <= Math.max(degree(), other.degree()); i++) {
            parts.add(coefficient(i).subtract(other.coefficient(i)));
        }
        return new UnivariatePolynomial(parts);
    }

    /** The quotient and the remainder by a polynomial that is not 0. */
    public List<UnivariatePolynomial> divide(UnivariatePolynomial divisor) {
        List<Scalar> rest = new ArrayList<>(coefficients);
        List<Scalar> quotient = new ArrayList<>();
        Scalar inverse = divisor.leading().reciprocal();
        for (int shift = degree() - divisor.degree(); shift >= 0; shift--) {
            Scalar factor = rest.get(shift + divisor.degree()).multiply(inverse);
            quotient.add(0, factor);
            for (int i = 0; i <= divisor.degree(); i++) {
                Scalar less = rest.get(shift + i).subtract(factor.multiply(divisor.coefficients.get(i)));
                rest.set(shift + i, less);
            }
        }
        return List.of(new UnivariatePolynomial(quotient), new UnivariatePolynomial(rest));
    }

    /** The quotient by a polynomial that is not 0. */
    public UnivariatePolynomial quotient(UnivariatePolynomial divisor) {
        return divide(divisor).get(0);
    }

    /** The remainder after division by a polynomial that is not 0. */
    public UnivariatePolynomial remainder(UnivariatePolynomial divisor) {
        return divide(divisor).get(1);
    }

    /** The monic greatest common divisor. */
    public UnivariatePolynomial gcd(UnivariatePolynomial other) {
        UnivariatePolynomial first = this;
        UnivariatePolynomial second = other;
        while (second.degree() >= 0) {
            UnivariatePolynomial rest = first.remainder(second);
            rest = rest.degree() >= 0 && rest.isRational() ? rest.primitive() : rest.monic();
            first = second;
            second = rest;
        }
        return first.monic();
    }

    /**
     * Monic polynomials p_1, p_2, ... without multiple roots or common ones, such that this is a number times p_1 p_2^2 p_3^3 ... (D.
     * Y. Y. Yun, On square-free decomposition algorithms, SYMSAC 1976).
     */
    public List<UnivariatePolynomial> squareFreeParts() {
        List<UnivariatePolynomial> parts = new ArrayList<>();
        UnivariatePolynomial common = gcd(derivative());
        UnivariatePolynomial rest = monic().quotient(common);
        UnivariatePolynomial slope = monic().derivative().quotient(common).minus(rest.derivative());
        while (rest.degree() > 0) {
            UnivariatePolynomial part = rest.gcd(slope);
            parts.add(part);
            rest = rest.quotient(part);
            slope = slope.quotient(part).minus(rest.derivative());
        }
        return parts;
    }

    /** The positive integer multiple of a rational polynomial with integer coefficients that have no common factor. */
    public UnivariatePolynomial primitive() {
        BigInteger denominator = BigInteger.ONE;
        for (Scalar part : coefficients) {
            BigInteger next = part.rational().getDenominator();
            denominator = denominator.multiply(next.divide(denominator.gcd(next)));
        }
        UnivariatePolynomial whole = times(Scalar.of(denominator));
        BigInteger content = whole.coefficients.stream()
                .map(part -> part.rational().getNumerator())
                .reduce(BigInteger.ZERO, BigInteger::gcd);
        return whole.times(Scalar.of(content).reciprocal());
    }
}
