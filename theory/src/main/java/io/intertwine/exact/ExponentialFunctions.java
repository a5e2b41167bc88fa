package io.intertwine.exact;

import java.math.BigInteger;

/**
 * The exponential function, the logarithm, and functions made of them, on enclosures.
 *
 * <p>Each result contains the value at every member of the argument. At a point it is at most four units of
 * {@code 2^-bits} wide, times the greater of one and the value; for {@code exp}, {@code sinh} and {@code cosh} the
 * factor drops to one where the value is below {@code 2^bits}. An interval adds its own image and no more, since all
 * functions here are evaluated at ends between which they are monotone.
 */
public final class ExponentialFunctions {
    private static final int GUARD_BITS = 8;

    /** More than the bits of any multiple of ln 2 in an argument that gives a bounded exponential. */
    private static final int MULTIPLE_BITS = 24;

    /** More than the bits of any binary exponent in a logarithm, and of the slack of its series. */
    private static final int LOGARITHM_GUARD_BITS = 40;

    private ExponentialFunctions() {}

    /** The exponential function; unbounded where an end is too large. */
    public static Enclosure exp(Enclosure argument) {
        return Monotone.image(argument, ExponentialFunctions::expOfPoint);
    }

    /**
     * By {@code exp(x) = 2^k exp(r)} with {@code x = k ln 2 + r}. For {@code x >= 2^20}, {@code exp(x) > 2^x} is too
     * large; for {@code x < -bits}, {@code 0 < exp(x) < 2^x < 2^-bits}. Working bits grow with k as long as it is at
     * most bits, since {@code k < 2 x + 2}, to keep the error absolute.
     */
    private static Enclosure expOfPoint(Enclosure point) {
        int bits = point.bits();
        BigInteger floor = point.lowerMantissa().shiftRight(bits);
        if (floor.compareTo(BigInteger.valueOf(Enclosure.MAXIMAL_EXPONENT)) >= 0) {
            return Enclosure.wholeLine(bits);
        }
        if (floor.compareTo(BigInteger.valueOf(-bits)) < 0) {
            return Enclosure.ofMantissas(BigInteger.ZERO, BigInteger.ONE, bits);
        }
        int growth = Math.min(bits, Math.max(0, 2 * floor.intValueExact() + 2));
        int working = bits + growth + MULTIPLE_BITS + ExponentialSeries.guardBits(bits + growth);
        Reduction reduction = Reduction.of(point, Constants.ln2At(working));
        return ExponentialSeries.exponential(reduction.rest())
                .timesPowerOfTwo(reduction.multiple().intValueExact())
                .rounded(bits);
    }

    /** The exponential function less one. */
    public static Enclosure expm1(Enclosure argument) {
        return exp(argument).subtract(one(argument.bits()));
    }

    /**
     * The natural logarithm of the members that are positive; unbounded if zero or less is a member too.
     *
     * @throws ArithmeticException if no member is positive
     */
    public static Enclosure log(Enclosure argument) {
        if (argument.isBounded() && argument.upperMantissa().signum() <= 0) {
            throw new ArithmeticException("expected a positive argument of a logarithm, found " + argument);
        }
        return argument.isPositive()
                ? Monotone.image(argument, ExponentialFunctions::logOfPoint)
                : Enclosure.wholeLine(argument.bits());
    }

    /**
     * By {@code log(2^k y) = k ln 2 + 2 artanh((y - 1) / (y + 1))} with {@code 1 <= y < 2}, so that the argument of the
     * series is at most 1/3.
     */
    private static Enclosure logOfPoint(Enclosure point) {
        int bits = point.bits();
        int working = bits + LOGARITHM_GUARD_BITS;
        BigInteger mantissa = point.lowerMantissa();
        int length = mantissa.bitLength() - 1;
        BigInteger power = BigInteger.ONE.shiftLeft(length);
        BigInteger dividend = mantissa.subtract(power).shiftLeft(working);
        BigInteger divisor = mantissa.add(power);
        Enclosure ratio = Enclosure.ofMantissas(
                Rounding.floorDivide(dividend, divisor), Rounding.ceilingDivide(dividend, divisor), working);
        return ArctangentSeries.inverseHyperbolicTangent(ratio)
                .timesPowerOfTwo(1)
                .add(Constants.ln2At(working).multiplyDyadic(length - bits, 0))
                .rounded(bits);
    }

    /** The hyperbolic sine. */
    public static Enclosure sinh(Enclosure argument) {
        return Monotone.image(argument, ExponentialFunctions::sinhOfPoint);
    }

    private static Enclosure sinhOfPoint(Enclosure point) {
        Enclosure working = point.rounded(point.bits() + GUARD_BITS);
        Enclosure twice = expOfPoint(working).subtract(expOfPoint(working.negate()));
        return twice.timesPowerOfTwo(-1).rounded(point.bits());
    }

    /** The hyperbolic cosine. It is even, and increasing where the argument is not negative. */
    public static Enclosure cosh(Enclosure argument) {
        return Monotone.image(argument.abs(), ExponentialFunctions::coshOfPoint);
    }

    private static Enclosure coshOfPoint(Enclosure point) {
        Enclosure working = point.rounded(point.bits() + GUARD_BITS);
        Enclosure twice = expOfPoint(working).add(expOfPoint(working.negate()));
        return twice.timesPowerOfTwo(-1).rounded(point.bits());
    }

    /** The logistic function {@code 1 / (1 + exp(-x))}, within {@code [0, 1]}. */
    public static Enclosure sigmoid(Enclosure argument) {
        return Monotone.image(argument, ExponentialFunctions::sigmoidOfPoint, 0, 1);
    }

    /** By {@code sigmoid(-x) = 1 - sigmoid(x)} where x is negative. */
    private static Enclosure sigmoidOfPoint(Enclosure point) {
        Enclosure one = one(point.bits() + GUARD_BITS);
        Enclosure result = one.divide(one.add(decay(point)));
        return (point.isNegative() ? one.subtract(result) : result).rounded(point.bits());
    }

    /** The hyperbolic tangent, within {@code [-1, 1]}. */
    public static Enclosure tanh(Enclosure argument) {
        return Monotone.image(argument, ExponentialFunctions::tanhOfPoint, -1, 1);
    }

    /** By {@code tanh(x) = 2 / (1 + exp(-x)^2) - 1} and {@code tanh(-x) = -tanh(x)} where x is negative. */
    private static Enclosure tanhOfPoint(Enclosure point) {
        Enclosure one = one(point.bits() + GUARD_BITS);
        Enclosure divisor = one.add(decay(point).square());
        Enclosure result = one.timesPowerOfTwo(1).divide(divisor).subtract(one).rounded(point.bits());
        return point.isNegative() ? result.negate() : result;
    }

    /** The number {@code exp(-|x|)}, at eight more bits than the point has. */
    private static Enclosure decay(Enclosure point) {
        return expOfPoint(point.rounded(point.bits() + GUARD_BITS).abs().negate());
    }

    /** The function {@code log(1 + exp(x))}. */
    public static Enclosure softplus(Enclosure argument) {
        return Monotone.image(argument, ExponentialFunctions::softplusOfPoint);
    }

    /** By {@code log(1 + exp(x)) = max(x, 0) + log(1 + exp(-|x|))}. */
    private static Enclosure softplusOfPoint(Enclosure point) {
        Enclosure decay = decay(point);
        Enclosure ramp = point.max(Enclosure.ofInteger(0, point.bits()));
        return log(decay.add(one(decay.bits()))).add(ramp).rounded(point.bits());
    }

    private static Enclosure one(int bits) {
        return Enclosure.ofInteger(1, bits);
    }
}
