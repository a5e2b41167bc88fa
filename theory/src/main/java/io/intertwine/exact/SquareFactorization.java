package io.intertwine.exact;

import java.math.BigInteger;

/**
 * A positive integer written as {@code root}^2 {@code squareFree}.
 *
 * @param root the largest integer whose square divides the integer
 * @param squareFree the remaining factor, divisible by no square but 1
 */
record SquareFactorization(BigInteger root, BigInteger squareFree) {

    /** The largest divisor that is tried. */
    static final int TRIAL_LIMIT = 100_000;

    /** An integer with more bits is only taken apart when it is a square. */
    static final int BIT_LIMIT = 4096;

    /**
     * Divides out primes p until the rest is a square or less than p^3; such a rest has at most two prime factors, and
     * is square-free when it is no square.
     *
     * @param integer at least 1
     * @throws ArithmeticException if a limit ends the search
     */
    static SquareFactorization of(BigInteger integer) {
        SquareFactorization known = new SquareFactorization(BigInteger.ONE, BigInteger.ONE);
        BigInteger rest = integer;
        for (int p = 2; !isSquare(rest); p++) {
            p = leastDivisor(rest, p);
            if (p == 0) {
                return new SquareFactorization(known.root, known.squareFree.multiply(rest));
            }
            BigInteger prime = BigInteger.valueOf(p);
            int exponent = exponent(rest, prime);
            rest = rest.divide(prime.pow(exponent));
            known = known.times(prime, exponent);
        }
        return new SquareFactorization(known.root.multiply(rest.sqrt()), known.squareFree);
    }

    private SquareFactorization times(BigInteger prime, int exponent) {
        return new SquareFactorization(
                root.multiply(prime.pow(exponent / 2)), squareFree.multiply(prime.pow(exponent % 2)));
    }

    /** Returns the least divisor p of the rest from first on with p^3 at most the rest, or 0 where there is none. */
    private static int leastDivisor(BigInteger rest, int first) {
        if (rest.bitLength() > BIT_LIMIT) {
            throw tooLarge(rest);
        }
        int p = first;
        while (cubeIsAtMost(p, rest)) {
            if (p > TRIAL_LIMIT) {
                throw tooLarge(rest);
            }
            if (isDivisor(p, rest)) {
                return p;
            }
            p++;
        }
        return 0;
    }

    private static boolean cubeIsAtMost(long p, BigInteger rest) {
        return rest.bitLength() >= Long.SIZE || p * p * p <= rest.longValue();
    }

    private static boolean isDivisor(int p, BigInteger rest) {
        return rest.bitLength() < Long.SIZE
                ? rest.longValue() % p == 0
                : rest.mod(BigInteger.valueOf(p)).signum() == 0;
    }

    private static int exponent(BigInteger integer, BigInteger prime) {
        int exponent = 0;
        BigInteger[] parts = integer.divideAndRemainder(prime);
        while (parts[1].signum() == 0) {
            exponent++;
            parts = parts[0].divideAndRemainder(prime);
        }
        return exponent;
    }

    static boolean isSquare(BigInteger integer) {
        return integer.sqrtAndRemainder()[1].signum() == 0;
    }

    private static ArithmeticException tooLarge(BigInteger rest) {
        return new ArithmeticException(
                "the square-free part of a radicand is not found: after division by the primes up" + " to "
                        + TRIAL_LIMIT + " at most 10^15 may remain, found " + rest.bitLength() + " bits");
    }
}
