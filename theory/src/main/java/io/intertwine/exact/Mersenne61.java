package io.intertwine.exact;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/**
 * Arithmetic modulo the Mersenne prime 2^61 - 1, for fingerprints of exact rows and for lower bounds of ranks. Residues are longs in
 * [0, 2^61 - 2].
 *
 * <p>A fingerprint only proposes: equal residues never prove equality, and every proposal is compared exactly afterwards. Different
 * residues prove that numbers are different, which is all that a rank needs ({@link ModularEchelon}).
 */
public final class Mersenne61 {
    /** The modulus 2^61 - 1. */
    public static final long PRIME = (1L << 61) - 1;

    private static final BigInteger BIG_PRIME = BigInteger.valueOf(PRIME);

    private Mersenne61() {}

    /** a + b modulo p. */
    public static long add(long a, long b) {
        return reduce(a + b);
    }

    /** -a modulo p. */
    public static long negate(long a) {
        return a == 0 ? 0 : PRIME - a;
    }

    /** a b modulo p. */
    public static long multiply(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return reduce((low & PRIME) + ((low >>> 61) | (high << 3)));
    }

    /** The inverse of a modulo p; a must not be zero. */
    public static long inverse(long a) {
        if (a == 0) {
            throw new ArithmeticException("zero has no inverse modulo 2^61 - 1");
        }
        long result = 1;
        long power = a;
        for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) {
                result = multiply(result, power);
            }
            power = multiply(power, power);
        }
        return result;
    }

    /** The residue of the binary64 number with these bits. */
    public static long ofBinary64(long bits) {
        long mantissa = Binary64.mantissa(bits);
        long magnitude = rotate(Math.abs(mantissa), Math.floorMod(Binary64.exponent(bits), 61));
        return mantissa < 0 ? negate(magnitude) : magnitude;
    }

    /** The residue of a rational number. Throws ArithmeticException if p divides its denominator. */
    public static long of(BigFraction value) {
        long numerator = value.getNumerator().mod(BIG_PRIME).longValueExact();
        BigInteger denominator = value.getDenominator();
        return denominator.equals(BigInteger.ONE)
                ? numerator
                : multiply(numerator, inverse(denominator.mod(BIG_PRIME).longValueExact()));
    }

    /** Multiplication by 2^shift, which is a rotation of 61 bits; shift in [0, 60]. */
    private static long rotate(long a, int shift) {
        return reduce(((a << shift) & PRIME) | (shift == 0 ? 0 : a >>> (61 - shift)));
    }

    private static long reduce(long a) {
        long folded = (a & PRIME) + (a >>> 61);
        return folded >= PRIME ? folded - PRIME : folded;
    }
}
