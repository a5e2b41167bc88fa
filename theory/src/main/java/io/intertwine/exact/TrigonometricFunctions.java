package io.intertwine.exact;

import java.math.BigInteger;

/**
 * Trigonometric functions of angles in radians, and the arctangent, on enclosures.
 *
 * <p>Each result contains the value at every member of the argument. At a point it is at most four units of
 * {@code 2^-bits} wide, for the tangent times its derivative. An angle of absolute value {@code 2^4096} or more is not
 * reduced: sine and cosine are then only known to lie in {@code [-1, 1]}.
 */
public final class TrigonometricFunctions {
    private static final int MAXIMAL_ANGLE_EXPONENT = 1 << 12;
    private static final int GUARD_BITS = 8;
    private static final int ARCTANGENT_GUARD_BITS = 32;

    private TrigonometricFunctions() {}

    /** The sine, within {@code [-1, 1]}. */
    public static Enclosure sin(Enclosure angle) {
        return wave(angle, 0);
    }

    /** The cosine, within {@code [-1, 1]}. */
    public static Enclosure cos(Enclosure angle) {
        return wave(angle, 1);
    }

    /**
     * The tangent; unbounded if a pole is a member, or cannot be excluded. Between two neighbouring poles the tangent
     * is increasing.
     */
    public static Enclosure tan(Enclosure angle) {
        return cos(angle).excludesZero()
                ? Monotone.image(angle, TrigonometricFunctions::tanOfPoint)
                : Enclosure.wholeLine(angle.bits());
    }

    private static Enclosure tanOfPoint(Enclosure point) {
        Enclosure working = point.rounded(point.bits() + GUARD_BITS);
        return waveOfPoint(working, 0).divide(waveOfPoint(working, 1)).rounded(point.bits());
    }

    /**
     * The sine of the angle plus some quarter turns. Its extrema lie where {@code angle / pi + quarterTurns / 2 - 1/2}
     * is an integer: one at even, minus one at odd integers. Between extrema it is monotone.
     */
    private static Enclosure wave(Enclosure angle, int quarterTurns) {
        int bits = angle.bits();
        Enclosure one = Enclosure.ofInteger(1, bits);
        Enclosure range = one.union(one.negate());
        if (!angle.isBounded() || exponent(angle) > MAXIMAL_ANGLE_EXPONENT) {
            return range;
        }
        Enclosure ends = Monotone.image(angle, point -> waveOfPoint(point, quarterTurns))
                .max(one.negate())
                .min(one);
        if (angle.isPoint()) {
            return ends;
        }
        int working = bits + exponent(angle) + GUARD_BITS;
        Enclosure position = angle.rounded(working)
                .divide(Constants.piAt(working))
                .add(Enclosure.ofInteger(quarterTurns - 1, working).timesPowerOfTwo(-1));
        BigInteger first = Rounding.ceilingShift(position.lowerMantissa(), working);
        BigInteger last = position.upperMantissa().shiftRight(working);
        if (first.equals(last)) {
            return ends.union(first.testBit(0) ? one.negate() : one);
        }
        return first.compareTo(last) < 0 ? range : ends;
    }

    /**
     * The least exponent, or zero if that is negative, such that members are at most two to that power in absolute
     * value.
     */
    private static int exponent(Enclosure angle) {
        return Math.max(0, angle.abs().upperMantissa().bitLength() - angle.bits());
    }

    /** By {@code x = k pi/2 + r} and the sine or cosine of r, as the quarter turns k demand. */
    private static Enclosure waveOfPoint(Enclosure point, int quarterTurns) {
        int bits = point.bits();
        int working = bits + exponent(point) + GUARD_BITS + ExponentialSeries.guardBits(bits);
        Enclosure quarter = Constants.piAt(working).timesPowerOfTwo(-1);
        Reduction reduction = Reduction.of(point, quarter);
        int turns = reduction.multiple().add(BigInteger.valueOf(quarterTurns)).intValue() & 3;
        Enclosure value = ExponentialSeries.cosineAndSine(reduction.rest())[1 - turns % 2];
        return (turns < 2 ? value : value.negate()).rounded(bits);
    }

    /** The arctangent, between {@code -pi/2} and {@code pi/2}. */
    public static Enclosure arctan(Enclosure argument) {
        Enclosure right = Constants.piAt(argument.bits()).timesPowerOfTwo(-1);
        return argument.isBounded()
                ? Monotone.image(argument, TrigonometricFunctions::arctanOfPoint)
                : right.union(right.negate());
    }

    /** By {@code arctan(-x) = -arctan(x)} and {@code arctan(x) = pi/2 - arctan(1/x)} for {@code x > 1}. */
    private static Enclosure arctanOfPoint(Enclosure point) {
        if (point.isNegative()) {
            return arctanOfPoint(point.negate()).negate();
        }
        int working = point.bits() + ARCTANGENT_GUARD_BITS;
        Enclosure argument = point.rounded(working);
        Enclosure one = Enclosure.ofInteger(1, working);
        if (argument.subtract(one).isPositive()) {
            Enclosure right = Constants.piAt(working).timesPowerOfTwo(-1);
            return right.subtract(smallArctan(one.divide(argument))).rounded(point.bits());
        }
        return smallArctan(argument).rounded(point.bits());
    }

    /**
     * For arguments in {@code [0, 1]}, by {@code arctan(x) = 2 arctan(x / (1 + sqrt(1 + x^2)))} used twice, after which
     * the argument is below 1/5 but for rounding.
     */
    private static Enclosure smallArctan(Enclosure argument) {
        Enclosure one = Enclosure.ofInteger(1, argument.bits());
        Enclosure reduced = argument;
        for (int i = 0; i < 2; i++) {
            reduced = reduced.divide(one.add(Powers.sqrt(one.add(reduced.square()))));
        }
        return ArctangentSeries.arctangent(reduced).timesPowerOfTwo(2);
    }

    /**
     * The function {@code sin(x) / x}, one at zero. It is even and, on {@code [0, 3]}, decreasing: the numerator
     * {@code x cos x - sin x} of its derivative falls from zero on {@code [0, pi]}. Its derivative
     * {@code -int_0^1 t sin(x t) dt} is at most 1/2 in absolute value, and a member of an interval is at most half its
     * width away from an end, which bounds the function on intervals that reach further.
     */
    public static Enclosure sinc(Enclosure argument) {
        Enclosure size = argument.abs();
        Enclosure three = Enclosure.ofInteger(3, size.bits());
        if (!size.isBounded() || size.max(three).equals(three)) {
            return Monotone.image(size, TrigonometricFunctions::sincOfPoint, -1, 1);
        }
        Enclosure radius = size.subtract(size).timesPowerOfTwo(-2);
        return Monotone.image(size, point -> sincOfPoint(point).add(radius), -1, 1);
    }

    /** At twice the bits, since a point other than zero is at least {@code 2^-bits}. */
    private static Enclosure sincOfPoint(Enclosure point) {
        int bits = point.bits();
        Enclosure working = point.rounded(2 * bits + GUARD_BITS);
        return point.isPositive() ? sin(working).divide(working).rounded(bits) : Enclosure.ofInteger(1, bits);
    }
}
