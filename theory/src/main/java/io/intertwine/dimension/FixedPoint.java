package io.intertwine.dimension;

import io.intertwine.exact.Scalar;
import java.math.BigInteger;

/**
 * Numbers held as multiples of 2^-30 in a long, with rounding down. The searches of this package propose with them; what they propose
 * is counted in exact arithmetic afterwards.
 */
final class FixedPoint {
    static final int BITS = 30;
    static final long ONE = 1L << BITS;

    private FixedPoint() {}

    /** The multiple of 2^-30 next below a rational number; its magnitude must be less than 2^33. */
    static long from(Scalar value) {
        return value.multiply(Scalar.of(ONE)).floor().rational().getNumerator().longValueExact();
    }

    /** The number that is held, exactly. */
    static Scalar exact(long value) {
        return Scalar.ofDyadic(BigInteger.valueOf(value), -BITS);
    }

    /** The product, if its magnitude is less than 2^33. */
    static long multiply(long a, long b) {
        return (Math.multiplyHigh(a, b) << (64 - BITS)) | ((a * b) >>> BITS);
    }

    /** The quotient; b must not be zero. */
    static long divide(long a, long b) {
        int excess = Math.max(0, 64 - Long.numberOfLeadingZeros(Math.abs(a)) - (62 - BITS));
        long divisor = b >> excess;
        return divisor == 0 ? 0 : (a >> excess) * ONE / divisor;
    }

    /** start + share (end - start), entry by entry. */
    static long[] between(long[] start, long[] end, long share) {
        long[] result = new long[start.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = start[i] + multiply(end[i] - start[i], share);
        }
        return result;
    }

    /** The sum of the products of the entries. */
    static long product(long[] left, long[] right) {
        long sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += multiply(left[i], right[i]);
        }
        return sum;
    }
}
