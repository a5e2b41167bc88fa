package io.intertwine.exact;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/**
 * The finite numbers of the IEEE 754-2019 format binary64 read as exact dyadic rationals from their bits: value = mantissa * 2^exponent
 * (section 3.4: sign s, biased exponent e of 11 bits, fraction f of 52 bits; (-1)^s (f + 2^52 [e &gt; 0]) 2^(max(e, 1) - 1075)).
 *
 * <p>Weights in files are binary floating-point numbers. Keeping the 64 bits, instead of one big integer for every weight, makes an
 * exact matrix as small as a floating-point one; no floating-point operation is ever done on them.
 */
public final class Binary64 {

    private static final int FIRST_PRECISION = 64;
    private static final int FRACTION_BITS = 52;
    private static final int SMALLEST_EXPONENT = -1074;
    private static final int LARGEST_EXPONENT = 971;
    private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;
    private static final long SIGN_MASK = 1L << 63;
    private static final int SPECIAL = 0x7FF;
    private static final long INFINITY = (long) SPECIAL << FRACTION_BITS;

    private Binary64() {}

    /** Whether the bits are those of a number, not of an infinity or a NaN. */
    public static boolean isFinite(long bits) {
        return (bits & INFINITY) != INFINITY;
    }

    /** The signed integer m, |m| < 2^53, in value = m * 2^{@link #exponent}; the bits must be those of a finite number. */
    public static long mantissa(long bits) {
        long fraction = bits & FRACTION_MASK;
        long magnitude = biasedExponent(bits) == 0 ? fraction : fraction | (FRACTION_MASK + 1);
        return bits < 0 ? -magnitude : magnitude;
    }

    /** The exponent of the unit in the last place: between -1074 and 971. */
    public static int exponent(long bits) {
        return Math.max(biasedExponent(bits), 1) - 1 + SMALLEST_EXPONENT;
    }

    /** The bits of the same number with the sign of zero removed. */
    public static long withoutNegativeZero(long bits) {
        return bits == SIGN_MASK ? 0 : bits;
    }

    /** The bits of the opposite number; zero stays positive zero. */
    public static long negate(long bits) {
        return bits == 0 ? 0 : bits ^ SIGN_MASK;
    }

    /** Whether value * factor equals otherValue * otherFactor, for finite values. */
    static boolean scaledEquals(long bits, long factor, long otherBits, long otherFactor) {
        long mantissa = mantissa(bits);
        long otherMantissa = mantissa(otherBits);
        if (mantissa == 0 || factor == 0 || otherMantissa == 0 || otherFactor == 0) {
            return (mantissa == 0 || factor == 0) && (otherMantissa == 0 || otherFactor == 0);
        }
        // Odd parts and powers of two are compared apart; the odd parts' product has at most 53 + 63 bits and a sign.
        int twos = Long.numberOfTrailingZeros(mantissa);
        int factorTwos = Long.numberOfTrailingZeros(factor);
        int otherTwos = Long.numberOfTrailingZeros(otherMantissa);
        int otherFactorTwos = Long.numberOfTrailingZeros(otherFactor);
        if (exponent(bits) + twos + factorTwos != exponent(otherBits) + otherTwos + otherFactorTwos) {
            return false;
        }
        long odd = mantissa >> twos;
        long oddFactor = factor >> factorTwos;
        long otherOdd = otherMantissa >> otherTwos;
        long otherOddFactor = otherFactor >> otherFactorTwos;
        return odd * oddFactor == otherOdd * otherOddFactor
                && Math.multiplyHigh(odd, oddFactor) == Math.multiplyHigh(otherOdd, otherOddFactor);
    }

    /** The exact integer value / 2^unitExponent; unitExponent must be at most {@link #exponent}. */
    static BigInteger scaledMantissa(long bits, int unitExponent) {
        return BigInteger.valueOf(mantissa(bits)).shiftLeft(exponent(bits) - unitExponent);
    }

    /**
     * Returns mantissa 2^exponent.
     *
     * @throws IllegalArgumentException if the exponent is beyond the limit of {@link Scalar#ofDyadic}
     */
    static BigFraction dyadic(BigInteger mantissa, int exponent) {
        if (exponent < -Scalar.BINARY_EXPONENT_LIMIT || exponent > Scalar.BINARY_EXPONENT_LIMIT) {
            throw new IllegalArgumentException("expected an exponent of magnitude at most "
                    + Scalar.BINARY_EXPONENT_LIMIT + ", found " + exponent);
        }
        return exponent > 0
                ? new BigFraction(mantissa.shiftLeft(exponent))
                : new BigFraction(mantissa, BigInteger.ONE.shiftLeft(-exponent));
    }

    /**
     * Returns the number with these bits.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    static BigFraction value(long bits) {
        if (!isFinite(bits)) {
            throw new IllegalArgumentException(
                    "expected the bits of a finite binary64 number, found 0x" + Long.toHexString(bits));
        }
        return dyadic(BigInteger.valueOf(mantissa(bits)), exponent(bits));
    }

    /** Returns whether a number is one of the format. */
    static boolean contains(RationalNumber number) {
        long bits = nearest(number.value());
        return isFinite(bits) && new RationalNumber(value(bits)).equals(number);
    }

    /** Returns the bits of the number nearest to an exact one, ties to even; never those of minus zero. */
    static long nearest(ExactNumber number) {
        for (int bits = FIRST_PRECISION; ; bits *= 2) {
            RationalInterval bounds = number.bounds(bits);
            long nearest = nearest(bounds.lower());
            if (nearest == nearest(bounds.upper())) {
                return nearest;
            }
        }
    }

    private static long nearest(BigFraction value) {
        long magnitude = nearestMagnitude(value.getNumerator().abs(), value.getDenominator());
        return value.signum() < 0 && magnitude != 0 ? magnitude | SIGN_MASK : magnitude;
    }

    private static int biasedExponent(long bits) {
        return (int) (bits >>> FRACTION_BITS) & SPECIAL;
    }

    private static long nearestMagnitude(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() == 0) {
            return 0;
        }
        int exponent = Math.max(floorOfLogarithm(numerator, denominator) - FRACTION_BITS, SMALLEST_EXPONENT);
        if (exponent > LARGEST_EXPONENT) {
            return INFINITY;
        }
        BigInteger unit = denominator.shiftLeft(Math.max(exponent, 0));
        BigInteger[] parts = numerator.shiftLeft(Math.max(-exponent, 0)).divideAndRemainder(unit);
        int half = parts[1].shiftLeft(1).compareTo(unit);
        boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
        return ((long) (exponent - SMALLEST_EXPONENT) << FRACTION_BITS) + parts[0].longValue() + (up ? 1 : 0);
    }

    /** Returns the largest L with 2^L at most the quotient, which is positive. */
    private static int floorOfLogarithm(BigInteger numerator, BigInteger denominator) {
        int estimate = numerator.bitLength() - denominator.bitLength();
        BigInteger power = denominator.shiftLeft(Math.max(estimate, 0));
        return numerator.shiftLeft(Math.max(-estimate, 0)).compareTo(power) >= 0 ? estimate : estimate - 1;
    }
}
