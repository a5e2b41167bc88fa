package io.intertwine.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounding in a stated direction. */
final class Rounding {
    private static final int SHOWN_DIGITS = 8;

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

    /** The decimal form of {@code mantissa * 2^-bits}, rounded to eight significant digits. */
    static String decimal(BigInteger mantissa, int bits, RoundingMode direction) {
        BigDecimal one = new BigDecimal(BigInteger.ONE.shiftLeft(bits));
        MathContext context = new MathContext(SHOWN_DIGITS, direction);
        return new BigDecimal(mantissa).divide(one, context).toString();
    }
}
