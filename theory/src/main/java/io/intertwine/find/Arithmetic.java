package io.intertwine.find;

import io.intertwine.exact.Scalar;
import java.math.BigInteger;

/**
 * The arithmetic of fraction-free elimination: integers where everything is rational, exact real numbers elsewhere.
 *
 * @param <E> the type of the numbers
 */
interface Arithmetic<E> {
    /** Integers; division leaves no rest. */
    Arithmetic<BigInteger> INTEGERS = new Arithmetic<>() {
        @Override
        public BigInteger of(Scalar value) {
            return value.rational().getNumerator();
        }

        @Override
        public Scalar quotient(BigInteger numerator, BigInteger denominator) {
            return Scalar.of(numerator).divide(Scalar.of(denominator));
        }

        @Override
        public BigInteger cross(BigInteger a, BigInteger b, BigInteger c, BigInteger d, BigInteger q) {
            BigInteger left = a.signum() == 0 ? a : a.multiply(b);
            BigInteger right = c.signum() == 0 || d.signum() == 0 ? BigInteger.ZERO : c.multiply(d);
            BigInteger difference = left.subtract(right);
            return q.equals(BigInteger.ONE) ? difference : difference.divide(q);
        }

        @Override
        public BigInteger negate(BigInteger a) {
            return a.negate();
        }

        @Override
        public int signum(BigInteger a) {
            return a.signum();
        }

        @Override
        public int words(BigInteger a) {
            return 1 + a.bitLength() / Long.SIZE;
        }
    };

    /** Exact real numbers. */
    Arithmetic<Scalar> SCALARS = new Arithmetic<>() {
        @Override
        public Scalar of(Scalar value) {
            return value;
        }

        @Override
        public Scalar quotient(Scalar numerator, Scalar denominator) {
            return numerator.divide(denominator);
        }

        @Override
        public Scalar cross(Scalar a, Scalar b, Scalar c, Scalar d, Scalar q) {
            return a.multiply(b).subtract(c.multiply(d)).divide(q);
        }

        @Override
        public Scalar negate(Scalar a) {
            return a.negate();
        }

        @Override
        public int signum(Scalar a) {
            return a.signum();
        }

        @Override
        public int words(Scalar a) {
            // The operations of a number field cost many of integers.
            return a.coefficients().stream()
                    .mapToInt(part -> 25
                            + (part.getNumerator().bitLength()
                                            + part.getDenominator().bitLength())
                                    / Long.SIZE)
                    .sum();
        }
    };

    /** The number; an integer if this is the arithmetic of integers. */
    E of(Scalar value);

    /** numerator / denominator. */
    Scalar quotient(E numerator, E denominator);

    /** (a b - c d) / q, where the division leaves no rest. */
    E cross(E a, E b, E c, E d, E q);

    /** -a. */
    E negate(E a);

    /** The sign of a. */
    int signum(E a);

    /** About how many machine words an operation with the number goes through. */
    int words(E a);
}
