package io.intertwine.symmetrize;

import io.intertwine.exact.Scalar;
import io.intertwine.lift.Doubles;

/**
 * Rounding of exact numbers to doubles: to the nearest binary64 or binary32 number, ties to even, or to a multiple of a power of two. The
 * result depends on the number alone, not on how it was computed, and the number with the other sign gives the result with the other sign:
 * so entries that an action of signed permutations moves onto one another stay equal up to their signs.
 *
 * @param precision the floats
 * @param exponent where {@code grid}, numbers are rounded to multiples of 2^exponent after they were rounded to binary64
 * @param grid whether there is such a grid
 */
record Rounding(Precision precision, int exponent, boolean grid) {
    static Rounding to(Precision precision) {
        return new Rounding(precision, 0, false);
    }

    static Rounding toMultiples(Precision precision, int exponent) {
        return new Rounding(precision, exponent, true);
    }

    /** The rounded value of high + low, which is not rounded before. */
    double ofSum(double high, double low) {
        double sum = high + low;
        if (grid) {
            return Math.scalb(Math.rint(Math.scalb(sum, -exponent)), exponent);
        }
        if (precision != Precision.BINARY32) {
            return sum;
        }
        double part = sum - high;
        double error = (high - (sum - part)) + (low - part);
        return narrow(sum, (int) Math.signum(error));
    }

    /** The rounded value of an exact number. */
    double of(Scalar number) {
        double nearest = Doubles.nearest(number);
        if (grid || precision != Precision.BINARY32 || !Double.isFinite(nearest)) {
            return ofSum(nearest, 0);
        }
        return narrow(nearest, number.compareTo(Scalar.ofBinary64(Double.doubleToRawLongBits(nearest))));
    }

    /**
     * The binary32 number nearest to a number of which the nearest double and the sign of the difference from it are known: the double with
     * an odd last bit on the number's side stands for it (S. Boldo and G. Melquiond, Emulation of FMA and correctly rounded sums, IEEE
     * Transactions on Computers 57, 2008).
     */
    private static double narrow(double nearest, int side) {
        boolean even = (Double.doubleToRawLongBits(nearest) & 1) == 0;
        double odd = side == 0 || !even ? nearest : side > 0 ? Math.nextUp(nearest) : Math.nextDown(nearest);
        return (float) odd;
    }
}
