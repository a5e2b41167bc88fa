package io.intertwine.activation;

import io.intertwine.exact.Constants;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Powers;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sum of algebraic numbers times integer powers of pi. As pi is transcendental (Lindemann 1882), it is zero only if it has no terms.
 *
 * @param terms the factors by exponent, none of them zero
 */
record PiPolynomial(SortedMap<Integer, Scalar> terms) {
    private static final int MOST_TERMS = 100;

    static PiPolynomial of(Scalar number) {
        return monomial(0, number);
    }

    static PiPolynomial monomial(int exponent, Scalar factor) {
        SortedMap<Integer, Scalar> terms = new TreeMap<>();
        if (!factor.isZero()) {
            terms.put(exponent, factor);
        }
        return new PiPolynomial(terms);
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    /** The number, if pi does not occur. */
    Optional<Scalar> number() {
        return isZero() ? Optional.of(Scalar.ZERO) : factorOf(0);
    }

    /** The factor, if this is a number times this power of pi; it is not zero. */
    Optional<Scalar> factorOf(int exponent) {
        return terms.size() == 1 ? Optional.ofNullable(terms.get(exponent)) : Optional.empty();
    }

    PiPolynomial plus(PiPolynomial other) {
        SortedMap<Integer, Scalar> sum = new TreeMap<>(terms);
        other.terms.forEach((exponent, factor) -> sum.merge(exponent, factor, Scalar::add));
        return limited(sum);
    }

    PiPolynomial times(PiPolynomial other) {
        SortedMap<Integer, Scalar> product = new TreeMap<>();
        terms.forEach((i, a) ->
                other.terms.forEach((j, b) -> product.merge(Math.addExact(i, j), a.multiply(b), Scalar::add)));
        return limited(product);
    }

    PiPolynomial negate() {
        return times(of(Scalar.MINUS_ONE));
    }

    private static PiPolynomial limited(SortedMap<Integer, Scalar> terms) {
        terms.values().removeIf(Scalar::isZero);
        if (terms.size() > MOST_TERMS) {
            throw new ArithmeticException("expected at most " + MOST_TERMS + " powers of pi");
        }
        return new PiPolynomial(terms);
    }

    /** The power, if it is of this kind and not too large. */
    Optional<PiPolynomial> power(int exponent) {
        if (terms.size() == 1) {
            Map.Entry<Integer, Scalar> only = terms.entrySet().iterator().next();
            return Expression.isTooLarge(only.getValue(), exponent)
                    ? Optional.empty()
                    : Optional.of(monomial(
                            Math.multiplyExact(only.getKey(), exponent),
                            only.getValue().pow(exponent)));
        }
        if (exponent < 0 || exponent > MOST_TERMS) {
            return isZero() && exponent > 0 ? Optional.of(this) : Optional.empty();
        }
        PiPolynomial power = of(Scalar.ONE);
        for (int i = 0; i < exponent; i++) {
            power = power.times(this);
        }
        return Optional.of(power);
    }

    /** The sign, if it is found. */
    Optional<Integer> signum() {
        if (isZero()) {
            return Optional.of(0);
        }
        for (int bits = 64; bits <= 4096; bits *= 4) {
            Enclosure value = enclose(bits);
            if (value.excludesZero()) {
                return Optional.of(value.isPositive() ? 1 : -1);
            }
        }
        return Optional.empty();
    }

    /** The greatest integer that is at most this number, if it is found. */
    Optional<Scalar> floor() {
        Optional<Scalar> number = number();
        if (number.isPresent()) {
            return number.map(Scalar::floor);
        }
        for (int bits = 64; bits <= 4096; bits *= 4) {
            Enclosure value = enclose(bits);
            if (value.isBounded()) {
                Scalar low = Scalar.of(value.lower()).floor();
                if (low.equals(Scalar.of(value.upper()).floor())) {
                    return Optional.of(low);
                }
            }
        }
        return Optional.empty();
    }

    private Enclosure enclose(int bits) {
        Enclosure pi = Constants.pi(bits);
        Enclosure one = Enclosure.from(Scalar.ONE.rational(), bits);
        Enclosure sum = one.subtract(one);
        for (Map.Entry<Integer, Scalar> term : terms.entrySet()) {
            RationalInterval factor = term.getValue().bounds(bits);
            Enclosure power = Powers.pow(term.getKey() < 0 ? one.divide(pi) : pi, Math.abs(term.getKey()));
            sum = sum.add(power.multiply(Enclosure.fromBounds(factor.lower(), factor.upper(), bits)));
        }
        return sum;
    }
}
