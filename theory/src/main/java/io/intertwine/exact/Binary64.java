package io.intertwine.exact;

import java.math.BigInteger;

/**
 * The IEEE-754 binary64 numbers read as exact dyadic rationals from their bits: value = mantissa * 2^exponent.
 *
 * <p>Weights in files are binary floating-point numbers. Keeping the 64 bits, instead of one big integer for every weight, makes an
 * exact matrix as small as a floating-point one; no floating-point operation is ever done on them.
 */
public final class Binary64 {
    private static final long SIGN = 1L << 63;
    private static final long FRACTION = (1L << 52) - 1;
    private static final int EXPONENT_MASK = 0x7ff;

    private Binary64() {}

    /** Whether the bits are those of a number, not of an infinity or a NaN. */
    public static boolean isFinite(long bits) {
        return ((bits >>> 52) & EXPONENT_MASK) != EXPONENT_MASK;
    }

    /** The signed integer m, |m| < 2^53, in value = m * 2^{@link #exponent}. */
    public static long mantissa(long bits) {
        long fraction = bits & FRACTION;
        long magnitude = ((bits >>> 52) & EXPONENT_MASK) == 0 ? fraction : fraction | (1L << 52);
        return bits < 0 ? -magnitude : magnitude;
    }

    /** The exponent of the unit in the last place: between -1074 and 971. */
    public static int exponent(long bits) {
        int biased = (int) (bits >>> 52) & EXPONENT_MASK;
        return Math.max(biased, 1) - 1075;
    }

    /** The bits of the same number with the sign of zero removed. */
    public static long withoutNegativeZero(long bits) {
        return bits == SIGN ? 0 : bits;
    }

    /** The bits of the opposite number; zero stays positive zero. */
    public static long negate(long bits) {
        return bits == 0 ? 0 : bits ^ SIGN;
    }

    /** The exact value as mantissa times a power of two. */
    static BigInteger scaledMantissa(long bits, int unitExponent) {
        return BigInteger.valueOf(mantissa(bits)).shiftLeft(exponent(bits) - unitExponent);
    }
}
