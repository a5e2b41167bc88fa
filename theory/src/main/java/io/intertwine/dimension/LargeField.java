package io.intertwine.dimension;

import java.math.BigInteger;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hipparchus.fraction.BigFraction;

/**
 * Arithmetic modulo the Mersenne prime 2^521 - 1, in which rational numbers of up to some 200 bits are recognised by their residues. What
 * is found in it is proposed only.
 */
final class LargeField {
    private static final int BITS = 521;

    /** What numerators and denominators have together, at most: the chance that a random residue is that of such a number is small. */
    private static final int RECOGNISED = 440;

    static final BigInteger PRIME = BigInteger.ONE.shiftLeft(BITS).subtract(BigInteger.ONE);

    private LargeField() {}

    static BigInteger reduce(BigInteger value) {
        BigInteger folded = value.signum() < 0 || value.bitLength() > 2 * BITS
                ? value.mod(PRIME)
                : value.and(PRIME).add(value.shiftRight(BITS));
        return folded.compareTo(PRIME) >= 0 ? folded.subtract(PRIME) : folded;
    }

    static BigInteger times(BigInteger a, BigInteger b) {
        return a.signum() == 0 || b.signum() == 0 ? BigInteger.ZERO : reduce(a.multiply(b));
    }

    static BigInteger inverse(BigInteger value) {
        return value.modInverse(PRIME);
    }

    static BigInteger of(BigFraction value) {
        BigInteger numerator = value.getNumerator().mod(PRIME);
        return value.getDenominator().equals(BigInteger.ONE)
                ? numerator
                : times(numerator, inverse(value.getDenominator().mod(PRIME)));
    }

    static BigInteger random(SplittableRandom random) {
        byte[] bytes = new byte[BITS / Byte.SIZE];
        random.nextBytes(bytes);
        return new BigInteger(1, bytes);
    }

    /** The rational number with a residue, if it has a small one (P. Wang, A p-adic algorithm for univariate partial fractions, 1981). */
    static Optional<BigFraction> recognise(BigInteger residue) {
        BigInteger previous = PRIME;
        BigInteger rest = residue;
        BigInteger before = BigInteger.ZERO;
        BigInteger factor = BigInteger.ONE;
        while (2 * rest.bitLength() > RECOGNISED) {
            BigInteger[] division = previous.divideAndRemainder(rest);
            BigInteger next = before.subtract(division[0].multiply(factor));
            before = factor;
            factor = next;
            previous = rest;
            rest = division[1];
        }
        return factor.bitLength() + rest.bitLength() <= RECOGNISED && factor.signum() != 0
                ? Optional.of(new BigFraction(rest, factor))
                : Optional.empty();
    }
}
