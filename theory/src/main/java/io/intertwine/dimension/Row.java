package io.intertwine.dimension;

import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The weights and the bias of a unit: small integer multiples of a power of two, and a fixed-point number. */
final class Row {
    private static final int RANDOM_BITS = 4;

    private final long[] weights;
    private final int shift;
    private final long bias;

    /** The unit with the weights {@code weights[k]} 2^-shift. */
    private Row(long[] weights, int shift, long bias) {
        this.weights = weights;
        this.shift = shift;
        this.bias = bias;
    }

    /** Random weights between -2 and 2, none of them 0, and a random bias between -1 and 1, or the bias 0. */
    static Row random(int inputs, boolean hasBias, SplittableRandom random) {
        long end = 1L << RANDOM_BITS;
        long[] weights = random.longs(inputs, -end, end)
                .map(weight -> weight < 0 ? weight : weight + 1)
                .toArray();
        return new Row(
                weights, RANDOM_BITS - 1, hasBias ? random.nextLong(-end, end) << (FixedPoint.BITS - RANDOM_BITS) : 0);
    }

    /**
     * The unit whose weights and bias are multiples of a normal, plus a breakpoint, rounded.
     *
     * @param normal the weights, and the bias if there is one, which are multiplied by the factor
     * @param inputs the number of weights
     * @param bits the size of the integer weights, and the bits of the bias behind the point
     */
    static Row rounded(long[] normal, int inputs, long factor, long breakpoint, int bits) {
        long[] weights = new long[inputs];
        long largest = 1;
        for (int k = 0; k < inputs; k++) {
            weights[k] = FixedPoint.multiply(normal[k], factor);
            largest = Math.max(largest, Math.abs(weights[k]));
        }
        int drop = Math.max(1, 64 - Long.numberOfLeadingZeros(largest) - bits);
        for (int k = 0; k < inputs; k++) {
            weights[k] = round(weights[k], drop);
        }
        int coarse = FixedPoint.BITS - bits;
        if (normal.length == inputs) {
            return new Row(weights, FixedPoint.BITS - drop, 0);
        }
        long bias = round(FixedPoint.multiply(normal[inputs], factor) + breakpoint, coarse) << coarse;
        // Where the layer before is inactive, the argument is the bias; at the breakpoint there would be no derivative
        // there.
        return new Row(weights, FixedPoint.BITS - drop, bias == breakpoint ? bias + (1L << coarse) : bias);
    }

    private static long round(long value, int bits) {
        return (value + (1L << (bits - 1))) >> bits;
    }

    /** The argument of the unit, up to rounding. */
    long apply(long[] values) {
        long sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * values[k];
        }
        return (shift < 0 ? sum << -shift : sum >> shift) + bias;
    }

    Scalar weight(int column) {
        return Scalar.ofDyadic(BigInteger.valueOf(weights[column]), -shift);
    }

    Scalar bias() {
        return FixedPoint.exact(bias);
    }

    /** The unit whose argument is the negative. */
    Row negated() {
        return new Row(Arrays.stream(weights).map(weight -> -weight).toArray(), shift, -bias);
    }
}
