package io.intertwine.exact;

import java.math.BigInteger;

/**
 * A mutable sum of products of enclosures with dyadic numbers, for dot products. Products are added exactly,
 * on a scale that grows as needed; only {@link #total()} rounds. Not thread-safe.
 */
public final class EnclosureSum {
    private final int bits;
    private boolean bounded = true;
    private int scale;
    private BigInteger lower = BigInteger.ZERO;
    private BigInteger upper = BigInteger.ZERO;

    private EnclosureSum(int bits) {
        this.bits = bits;
        this.scale = bits;
    }

    /**
     * An empty sum, whose total is the point zero.
     *
     * @param bits the precision of the total
     * @throws IllegalArgumentException if the bits are not between 1 and {@link Enclosure#MAXIMAL_BITS}
     */
    public static EnclosureSum ofBits(int bits) {
        return new EnclosureSum(Limits.requireBits(bits));
    }

    /** Adds a term exactly. */
    public void plus(Enclosure term) {
        plusProduct(term, 1, 0);
    }

    /**
     * Adds {@code term * mantissa * 2^exponent} exactly.
     *
     * @throws IllegalArgumentException if the exponent exceeds {@link Enclosure#MAXIMAL_EXPONENT} in absolute value
     */
    public void plusProduct(Enclosure term, long mantissa, int exponent) {
        Limits.requireExponent(exponent);
        bounded = bounded && term.isBounded();
        if (!bounded) {
            return;
        }
        int shift = scale - term.bits() + exponent;
        if (shift < 0) {
            refine(-shift);
            shift = 0;
        }
        BigInteger first = mantissa < 0 ? term.upperMantissa() : term.lowerMantissa();
        BigInteger last = mantissa < 0 ? term.lowerMantissa() : term.upperMantissa();
        BigInteger factor = BigInteger.valueOf(mantissa).shiftLeft(shift);
        BigInteger product = first.multiply(factor);
        lower = lower.add(product);
        upper = upper.add(first.equals(last) ? product : last.multiply(factor));
    }

    private void refine(int shift) {
        scale += shift;
        lower = lower.shiftLeft(shift);
        upper = upper.shiftLeft(shift);
    }

    /** The sum so far, each end rounded once. */
    public Enclosure total() {
        return bounded ? Enclosure.ofMantissas(lower, upper, scale).rounded(bits) : Enclosure.wholeLine(bits);
    }
}
