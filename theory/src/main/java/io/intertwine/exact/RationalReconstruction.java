package io.intertwine.exact;

import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Rational numbers from their residues, by the extended Euclidean algorithm (P. S. Wang, SYMSAC 1981; J. von zur Gathen and J. Gerhard,
 * Modern Computer Algebra, section 5.10).
 */
final class RationalReconstruction {
    private RationalReconstruction() {}

    /**
     * The fraction a/b with |a| and b at most sqrt((m - 1) / 2) whose residue modulo m is this one; there is at most one.
     *
     * @param residue from 0 to m - 1
     * @param modulus m
     */
    static Optional<BigFraction> of(BigInteger residue, BigInteger modulus) {
        BigInteger bound = modulus.subtract(BigInteger.ONE).shiftRight(1).sqrt();
        BigInteger previous = modulus;
        BigInteger rest = residue;
        BigInteger previousFactor = BigInteger.ZERO;
        BigInteger factor = BigInteger.ONE;
        while (rest.compareTo(bound) > 0) {
            BigInteger[] quotient = previous.divideAndRemainder(rest);
            previous = rest;
            rest = quotient[1];
            BigInteger next = previousFactor.subtract(quotient[0].multiply(factor));
            previousFactor = factor;
            factor = next;
        }
        return factor.abs().compareTo(bound) > 0 || !rest.gcd(factor).equals(BigInteger.ONE)
                ? Optional.empty()
                : Optional.of(new BigFraction(rest, factor));
    }
}
