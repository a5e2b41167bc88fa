package io.intertwine.exact;

/**
 * Residues modulo a prime below 2^31 as doubles of least absolute value, and how many of their products may be added below 2^53.
 *
 * <p>If the prime is so large that this is too few, one factor {@code a} is split into {@code a1 radix + a0} with both parts about the
 * square root of the prime; then two products take the place of one.
 */
final class RankEngineResidues {
    private static final double LIMIT = 0x1.0p53;
    /** Adding and subtracting it rounds a number below 2^51 to an integer. */
    private static final double ROUNDING = 0x1.8p52;
    /** Longer sums save nothing any more. */
    private static final int LARGEST_DEPTH = 1023;

    private final long prime;
    private final double p;
    private final double inverse;
    private final double radix;
    private final boolean split;
    private final int depth;

    /**
     * @param leastDepth residues are split if fewer products may be added without it
     */
    RankEngineResidues(long prime, int leastDepth) {
        this.prime = prime;
        p = prime;
        inverse = 1 / p;
        // a reduced number exceeds p / 2 by less than 1: the quotient has an error of at most 1 / 2 + 1 / p
        double bound = Math.floor(p / 2) + 1;
        radix = Math.scalb(1.0, (Math.getExponent(bound) + 2) / 2);
        double whole = (LIMIT - bound) / (bound * bound);
        double parts = (LIMIT - bound * (radix + 1)) / (bound * Math.max(radix / 2 + 1, bound / radix + 1));
        split = whole < leastDepth;
        int most = (int) Math.min(split ? parts : whole, LARGEST_DEPTH);
        depth = most - most % RankEngineProducts.GROUP;
    }

    /** Whether left factors come in two parts. */
    boolean split() {
        return split;
    }

    /** How many products may be added to a reduced number, a multiple of {@link RankEngineProducts#GROUP}. */
    int depth() {
        return depth;
    }

    long prime() {
        return prime;
    }

    double radix() {
        return radix;
    }

    /** The part a1 of a reduced number. */
    double high(double residue) {
        return Math.rint(residue / radix);
    }

    double ofResidue(int residue) {
        return residue > prime / 2 ? residue - p : residue;
    }

    /** The residue from 0 to p - 1 of a reduced number. */
    int toResidue(double reduced) {
        return (int) Math.floorMod((long) reduced, prime);
    }

    /** Whether a reduced number is zero in the field; numbers that are reduced once are zero only as 0. */
    static boolean isZero(double reduced) {
        return reduced == 0;
    }

    long multiply(long a, long b) {
        return a * b % prime;
    }

    /** The inverse of a number that is not zero modulo the prime, by the extended Euclidean algorithm. */
    long inverse(long number) {
        long a = prime;
        long b = Math.floorMod(number, prime);
        long s = 0;
        long t = 1;
        while (b != 0) {
            long quotient = a / b;
            long rest = a - quotient * b;
            a = b;
            b = rest;
            rest = s - quotient * t;
            s = t;
            t = rest;
        }
        return s;
    }

    /** The number of least absolute value with the same residue. */
    double reduce(double x) {
        return Math.fma(-p, Math.fma(x, inverse, ROUNDING) - ROUNDING, x);
    }

    /** The number of least absolute value with the same residue as an integer below 2^53. */
    double reduce(long x) {
        return reduce((double) x);
    }

    /** Reduces {@code x[0]} to {@code x[length - 1]}. */
    void reduce(double[] x, int length) {
        double modulus = -p;
        double factor = inverse;
        for (int j = 0; j < length; j++) {
            double quotient = Math.fma(x[j], factor, ROUNDING) - ROUNDING;
            x[j] = Math.fma(modulus, quotient, x[j]);
        }
    }

    /** Adds {@code radix} times the residues of {@code high} to {@code x}. */
    void addHigh(double[] high, double[] x, int length) {
        double modulus = -p;
        double factor = inverse;
        double scale = radix;
        for (int j = 0; j < length; j++) {
            double quotient = Math.fma(high[j], factor, ROUNDING) - ROUNDING;
            x[j] = Math.fma(scale, Math.fma(modulus, quotient, high[j]), x[j]);
        }
    }

    /** Subtracts three multiples of rows from a row, from a column on, and reduces it. */
    void eliminate(double[] x, double[][] rows, long[] factors, int first, int from) {
        double[] u0 = rows[0];
        double[] u1 = rows[1];
        double[] u2 = rows[2];
        double f0 = -reduce(factors[first]);
        double f1 = -reduce(factors[first + 1]);
        double f2 = -reduce(factors[first + 2]);
        if (split) {
            double g0 = high(f0);
            double g1 = high(f1);
            double g2 = high(f2);
            eliminate(x, u0, u1, u2, f0 - g0 * radix, f1 - g1 * radix, f2 - g2 * radix, g0, g1, g2, from);
        } else {
            eliminate(x, u0, u1, u2, f0, f1, f2, from);
        }
    }

    private void eliminate(
            double[] x, double[] u0, double[] u1, double[] u2, double f0, double f1, double f2, int from) {
        double modulus = -p;
        double factor = inverse;
        for (int j = from; j < x.length; j++) {
            double sum = Math.fma(f2, u2[j], Math.fma(f1, u1[j], Math.fma(f0, u0[j], x[j])));
            double quotient = Math.fma(sum, factor, ROUNDING) - ROUNDING;
            x[j] = Math.fma(modulus, quotient, sum);
        }
    }

    private void eliminate(
            double[] x,
            double[] u0,
            double[] u1,
            double[] u2,
            double f0,
            double f1,
            double f2,
            double g0,
            double g1,
            double g2,
            int from) {
        double modulus = -p;
        double factor = inverse;
        double scale = radix;
        for (int j = from; j < x.length; j++) {
            double high = Math.fma(g2, u2[j], Math.fma(g1, u1[j], g0 * u0[j]));
            double quotient = Math.fma(high, factor, ROUNDING) - ROUNDING;
            high = Math.fma(modulus, quotient, high);
            double sum = Math.fma(f2, u2[j], Math.fma(f1, u1[j], Math.fma(f0, u0[j], Math.fma(scale, high, x[j]))));
            quotient = Math.fma(sum, factor, ROUNDING) - ROUNDING;
            x[j] = Math.fma(modulus, quotient, sum);
        }
    }
}
