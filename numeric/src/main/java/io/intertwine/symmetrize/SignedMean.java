package io.intertwine.symmetrize;

import io.intertwine.exact.Scalar;

/**
 * Means of doubles that are rounded once, as if they had been computed exactly: a sum in twice the precision of doubles (T. J. Dekker, A
 * floating-point technique for extending the available precision, Numerische Mathematik 18, 1971), and exact numbers where that does
 * not decide how to round.
 */
final class SignedMean {
    /** Up to so many terms are added in twice the precision. */
    private static final int MOST_TERMS = 1 << 10;

    /** Bounds the error of such a sum relative to the sum of the absolute values: n^2 / 2 roundings of 2^-106, and those of the division. */
    private static final double SUM_ERROR = 0x1p-85;

    private final Rounding rounding;

    SignedMean(Rounding rounding) {
        this.rounding = rounding;
    }

    /**
     * The rounded mean of the first {@code count} products of terms and signs. The order of the terms does not matter.
     *
     * @param terms finite numbers
     * @param signs 1 or -1
     */
    double of(double[] terms, byte[] signs, int count) {
        double high = 0;
        double low = 0;
        double size = 0;
        boolean exact = count <= MOST_TERMS;
        for (int k = 0; k < count; k++) {
            double term = signs[k] * terms[k];
            size += Math.abs(term);
            double sum = high + term;
            double rest = low + error(high, term, sum);
            exact &= error(low, error(high, term, sum), rest) == 0;
            high = sum;
            low = rest;
        }
        if (size == 0) {
            return 0;
        }
        double quotient = high / count;
        double remainder = Math.fma(-quotient, count, high);
        double rest = remainder + low;
        double correction = rest / count;
        exact &= error(remainder, low, rest) == 0 && Math.fma(-correction, count, rest) == 0;
        if (exact && Math.abs(quotient) > Double.MIN_NORMAL / SUM_ERROR && size <= Double.MAX_VALUE) {
            return rounding.ofSum(quotient, correction);
        }
        double bound = size / count * SUM_ERROR;
        double upper = rounding.ofSum(quotient, correction + bound);
        double lower = rounding.ofSum(quotient, correction - bound);
        boolean decided = count <= MOST_TERMS && upper == lower && bound > Double.MIN_NORMAL;
        return decided ? upper : rounding.of(exactly(terms, signs, count));
    }

    /** What the rounded sum of two doubles lacks, exactly. */
    private static double error(double a, double b, double sum) {
        double part = sum - a;
        return (a - (sum - part)) + (b - part);
    }

    private static Scalar exactly(double[] terms, byte[] signs, int count) {
        Scalar sum = Scalar.ZERO;
        for (int k = 0; k < count; k++) {
            sum = sum.add(Scalar.ofBinary64(Double.doubleToRawLongBits(signs[k] * terms[k])));
        }
        return sum.divide(Scalar.of(count));
    }
}
