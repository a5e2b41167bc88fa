package io.intertwine.exact;

import java.math.BigInteger;

/** Integer powers and the square root of enclosures. */
public final class Powers {
    private Powers() {}

    /**
     * The powers of members with an exponent of zero or more; the power zero of every number is one. Errs by a few
     * units times the derivative.
     *
     * @throws IllegalArgumentException if the exponent is negative
     */
    public static Enclosure pow(Enclosure base, int exponent) {
        if (exponent < 0) {
            throw new IllegalArgumentException("expected an exponent of zero or more, found " + exponent);
        }
        // Even powers are monotone in the absolute value, odd ones everywhere.
        Enclosure argument = exponent % 2 == 0 ? base.abs() : base;
        return exponent == 0
                ? Enclosure.ofInteger(1, base.bits())
                : Monotone.image(argument, point -> powerOfPoint(point, exponent));
    }

    private static Enclosure powerOfPoint(Enclosure point, int exponent) {
        int working = point.bits() + 2 * Integer.SIZE;
        Enclosure base = point.rounded(working);
        Enclosure result = base;
        for (int bit = Integer.highestOneBit(exponent) / 2; bit > 0; bit /= 2) {
            result = result.square();
            result = (exponent & bit) == 0 ? result : result.multiply(base);
        }
        return result.rounded(point.bits());
    }

    /**
     * The square roots of the members that are not negative, each end rounded once.
     *
     * @throws ArithmeticException if every member is negative
     */
    public static Enclosure sqrt(Enclosure argument) {
        if (argument.isNegative()) {
            throw new ArithmeticException(
                    "expected an argument of a square root that is not negative, found " + argument);
        }
        if (!argument.isBounded()) {
            return argument;
        }
        int bits = argument.bits();
        BigInteger lower = argument.lowerMantissa().max(BigInteger.ZERO).shiftLeft(bits);
        BigInteger upper = argument.upperMantissa().shiftLeft(bits);
        BigInteger root = upper.sqrt();
        BigInteger ceiling = root.multiply(root).equals(upper) ? root : root.add(BigInteger.ONE);
        return Enclosure.ofMantissas(lower.sqrt(), ceiling, bits);
    }
}
