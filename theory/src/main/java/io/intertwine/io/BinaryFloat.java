package io.intertwine.io;

import io.intertwine.exact.Binary64;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.OptionalLong;
import org.hipparchus.fraction.BigFraction;

/**
 * The binary floating-point formats of weight files (IEEE 754-2019, section 3.4, and bfloat16), converted exactly by their bits; no
 * floating-point operation is involved.
 */
enum BinaryFloat {
    /** IEEE binary16. */
    BINARY16(5, 10),
    /** bfloat16: the upper half of binary32. */
    BFLOAT16(8, 7),
    /** IEEE binary32. */
    BINARY32(8, 23),
    /** IEEE binary64. */
    BINARY64(11, 52);

    private static final int WIDE_FRACTION = 52;
    private static final int WIDE_SPECIAL = 0x7ff;
    private static final int WIDE_BIAS = 1023;
    private static final int WIDE_PRECISION = 53;

    private final int fractionBits;
    private final int special;
    private final int bias;

    BinaryFloat(int exponentBits, int fractionBits) {
        this.fractionBits = fractionBits;
        this.special = (1 << exponentBits) - 1;
        this.bias = special >> 1;
    }

    /** The bits of the binary64 number that the number with these bits is; infinities and NaN stay what they are. */
    long widen(long bits) {
        if (this == BINARY64) {
            return bits;
        }
        long fraction = bits & ((1L << fractionBits) - 1);
        int exponent = (int) (bits >>> fractionBits) & special;
        long sign = (bits >>> fractionBits) > special ? Long.MIN_VALUE : 0;
        if (exponent == 0) {
            return sign | subnormal(fraction);
        }
        long wide = exponent == special ? WIDE_SPECIAL : exponent - bias + WIDE_BIAS;
        return sign | wide << WIDE_FRACTION | fraction << (WIDE_FRACTION - fractionBits);
    }

    private long subnormal(long fraction) {
        return fraction == 0 ? 0 : normal(fraction, 1 - bias - fractionBits);
    }

    /** The bits of magnitude 2^exponent, positive, of at most 53 bits, and in the normal range. */
    private static long normal(long magnitude, int exponent) {
        int shift = Long.numberOfLeadingZeros(magnitude) - (Long.SIZE - WIDE_PRECISION);
        long fraction = magnitude << shift & ((1L << WIDE_FRACTION) - 1);
        return (long) (exponent - shift + WIDE_FRACTION + WIDE_BIAS) << WIDE_FRACTION | fraction;
    }

    /** The bits in this format of a finite binary64 number, where it is a number of this format. */
    OptionalLong narrow(long wide) {
        if (this == BINARY64) {
            return OptionalLong.of(wide);
        }
        long mantissa = Math.abs(Binary64.mantissa(wide));
        if (mantissa == 0) {
            return OptionalLong.of(0);
        }
        int zeros = Long.numberOfTrailingZeros(mantissa);
        long odd = mantissa >>> zeros;
        int unit = Binary64.exponent(wide) + zeros;
        int leading = unit + Long.SIZE - 1 - Long.numberOfLeadingZeros(odd);
        int least = Math.max(leading, 1 - bias) - fractionBits;
        if (unit < least || leading > special - 1 - bias) {
            return OptionalLong.empty();
        }
        long field = odd << (unit - least);
        long exponent = leading < 1 - bias ? 0 : leading + bias;
        long sign = wide < 0 ? (long) (special + 1) << fractionBits : 0;
        return OptionalLong.of(sign | (exponent << fractionBits) | (field & ((1L << fractionBits) - 1)));
    }

    /** The bits of the binary64 number that an integer of 64 bits is, where it is one. */
    static OptionalLong bitsOf(long integer) {
        return dyadic(integer, 0);
    }

    /** The bits of the binary64 number that a number is, where it is one. */
    static OptionalLong bitsOf(Scalar number) {
        if (!number.isRational()) {
            return OptionalLong.empty();
        }
        BigFraction value = number.rational();
        BigInteger denominator = value.getDenominator();
        if (denominator.bitCount() != 1) {
            return OptionalLong.empty();
        }
        if (value.getNumerator().bitLength() < Long.SIZE && denominator.bitLength() < WIDE_BIAS - Long.SIZE) {
            return dyadic(value.getNumerator().longValue(), 1 - denominator.bitLength());
        }
        return number.isBinary64() ? OptionalLong.of(number.toBinary64Bits()) : OptionalLong.empty();
    }

    /** The bits of integer * 2^exponent, where that is a binary64 number; the exponent must keep it in the normal range. */
    private static OptionalLong dyadic(long integer, int exponent) {
        if (integer == 0) {
            return OptionalLong.of(0);
        }
        long magnitude = Math.abs(integer);
        int zeros = Long.numberOfTrailingZeros(magnitude);
        long odd = magnitude >>> zeros;
        if (odd >>> WIDE_PRECISION != 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(normal(odd, exponent + zeros) | (integer & Long.MIN_VALUE));
    }
}
