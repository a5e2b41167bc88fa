package io.intertwine.exact;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/**
 * The error function and the Gaussian error linear unit on enclosures.
 *
 * <p>Each result contains the value at every member of the argument. At a point it is at most four units of
 * {@code 2^-bits} wide.
 */
public final class NormalFunctions {
    private static final int GUARD_BITS = 8;
    private static final int SERIES_GUARD_BITS = 32;

    private NormalFunctions() {}

    /** The error function {@code 2 / sqrt(pi) int_0^x exp(-t^2) dt}, within {@code [-1, 1]}. */
    public static Enclosure erf(Enclosure argument) {
        return Monotone.image(argument, point -> errorFunctionOfPoint(point, 2).rounded(point.bits()), -1, 1);
    }

    /** The standard normal distribution function {@code (1 + erf(x / sqrt(2))) / 2}, within {@code [0, 1]}. */
    public static Enclosure normalDistribution(Enclosure argument) {
        return Monotone.image(argument, point -> normalOfPoint(point).rounded(point.bits()), 0, 1);
    }

    /** At eight more bits than the point has. */
    private static Enclosure normalOfPoint(Enclosure point) {
        Enclosure scaled = errorFunctionOfPoint(point, 1);
        return scaled.add(Enclosure.ofInteger(1, scaled.bits())).timesPowerOfTwo(-1);
    }

    /**
     * The Gaussian error linear unit {@code x (1 + erf(x / sqrt(2))) / 2}. With the density {@code d} and the
     * distribution function {@code D} of the standard normal law, its derivative is {@code D(x) + x d(x)}, whose
     * derivative {@code d(x) (2 - x^2)} is positive just on {@code (-sqrt(2), sqrt(2))}. So the derivative falls from
     * zero until {@code -sqrt(2)} and then rises, to a negative value at -4/5 and a positive one at -3/4, and past
     * {@code sqrt(2)} it is a sum of positive terms: the function decreases up to -4/5 and increases from -3/4 on. In
     * between the product is evaluated on the interval.
     */
    public static Enclosure gelu(Enclosure argument) {
        Enclosure ends = Monotone.image(argument, NormalFunctions::geluOfPoint);
        Enclosure turning = Enclosure.fromBounds(new BigFraction(-4, 5), new BigFraction(-3, 4), argument.bits());
        if (!argument.isBounded()
                || argument.isPoint()
                || argument.subtract(turning).excludesZero()) {
            return ends;
        }
        Enclosure middle = IntervalArithmetic.intersection(argument, turning);
        return ends.union(middle.multiply(normalDistribution(middle)));
    }

    private static Enclosure geluOfPoint(Enclosure point) {
        int growth = Math.max(0, point.lowerMantissa().bitLength() - point.bits());
        Enclosure working = point.rounded(point.bits() + growth);
        return working.multiply(normalOfPoint(working)).rounded(point.bits());
    }

    /**
     * The number {@code erf(x sqrt(scale / 2))} for a scale of one or two, at eight more bits than the point x has.
     * With {@code y = scale x^2} it is, for positive x,
     * {@code 2 x / sqrt(2 pi / scale) exp(-y/2) sum_n y^n / (1 3 5 ... (2n+1))}, a sum of positive terms; and one less
     * a number between 0 and {@code exp(-y/2)}, which decides where {@code y/2} is at least the working bits.
     */
    private static Enclosure errorFunctionOfPoint(Enclosure point, int scale) {
        if (point.isNegative()) {
            return errorFunctionOfPoint(point.negate(), scale).negate();
        }
        int bits = point.bits();
        int working = bits + GUARD_BITS;
        BigInteger mantissa = point.lowerMantissa();
        BigInteger square = mantissa.multiply(mantissa).multiply(BigInteger.valueOf(scale));
        BigInteger half = square.shiftRight(2 * bits + 1);
        if (half.compareTo(BigInteger.valueOf(working)) >= 0) {
            BigInteger one = BigInteger.ONE.shiftLeft(working);
            return Enclosure.ofMantissas(one.subtract(BigInteger.ONE), one, working);
        }
        int fine = working + SERIES_GUARD_BITS;
        Enclosure root = scale == 2 ? Constants.rootOfPiAt(fine) : Constants.rootOfTwoPiAt(fine);
        Enclosure factor = point.timesPowerOfTwo(1).rounded(fine).divide(root);
        Enclosure damping = damping(square, 2 * bits, half.intValueExact(), fine);
        Enclosure series = series(square, 2 * bits, half.intValueExact(), fine);
        return factor.multiply(damping).multiply(series).rounded(working);
    }

    /**
     * The number {@code exp(-y/2)} for {@code y = square 2^-squareBits}, where half is the floor of {@code y/2}, with
     * an error of {@code 2^-fine} relative to {@code exp(-y/2)}: twice half and two are more than {@code y/2 log2(e)}.
     */
    private static Enclosure damping(BigInteger square, int squareBits, int half, int fine) {
        BigInteger exponent = square.negate();
        int bits = Math.max(squareBits + 1, fine + 2 * half + 2);
        return ExponentialFunctions.exp(
                Enclosure.ofMantissas(exponent, exponent, squareBits + 1).rounded(bits));
    }

    /**
     * The sum of {@code y^n / (1 3 5 ... (2n+1))}: lower ends of terms rounded down, upper ends up. It stops after a
     * term n with {@code 2n+1 >= 2y}, from which on every term is at most half its predecessor, so that the tail is at
     * most this term; and once that is below {@code 2^(half+1) <= 2 exp(y/2)} units, which the damping turns into two.
     */
    private static Enclosure series(BigInteger square, int squareBits, int half, int fine) {
        BigInteger lowerTerm = BigInteger.ONE.shiftLeft(fine);
        BigInteger upperTerm = lowerTerm;
        BigInteger lowerSum = lowerTerm;
        BigInteger upperSum = lowerTerm;
        for (int index = 1; index < 2 * half + 3 || upperTerm.bitLength() > half + 1; index++) {
            BigInteger divisor = BigInteger.valueOf(2L * index + 1);
            lowerTerm = lowerTerm.multiply(square).shiftRight(squareBits).divide(divisor);
            upperTerm = Rounding.ceilingDivide(Rounding.ceilingShift(upperTerm.multiply(square), squareBits), divisor);
            lowerSum = lowerSum.add(lowerTerm);
            upperSum = upperSum.add(upperTerm);
        }
        return Enclosure.ofMantissas(lowerSum, upperSum.add(upperTerm), fine);
    }
}
