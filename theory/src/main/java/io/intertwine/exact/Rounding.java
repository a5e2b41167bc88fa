package io.intertwine.exact;

import java.math.BigInteger;

/** Division of integers rounded down or up, never toward zero. */
final class Rounding {
    private Rounding() {}

    /** The greatest integer at most {@code dividend / divisor}; the divisor is positive. */
    static BigInteger floorDivide(BigInteger dividend, BigInteger divisor) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** The least integer at least {@code dividend / divisor}; the divisor is positive. */
    static BigInteger ceilingDivide(BigInteger dividend, BigInteger divisor) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    /** The least integer at least {@code value * 2^-shift}; a negative shift multiplies. */
    static BigInteger ceilingShift(BigInteger value, int shift) {
        return value.negate().shiftRight(shift).negate();
    }
}
