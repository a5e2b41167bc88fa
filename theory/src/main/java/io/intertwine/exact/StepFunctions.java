package io.intertwine.exact;

import java.math.BigInteger;

/**
 * Functions that jump, on enclosures. The result contains the value at every member of the argument: where a jump is a
 * member, it is the hull of the values on both sides. All are exact at points.
 */
public final class StepFunctions {
    private StepFunctions() {}

    /** The greatest integer that is at most the argument. */
    public static Enclosure floor(Enclosure argument) {
        return Monotone.image(argument, StepFunctions::floorOfPoint);
    }

    private static Enclosure floorOfPoint(Enclosure point) {
        int bits = point.bits();
        BigInteger mantissa = point.lowerMantissa().shiftRight(bits).shiftLeft(bits);
        return Enclosure.ofMantissas(mantissa, mantissa, bits);
    }

    /** The sign: minus one, zero at zero, or one. */
    public static Enclosure sign(Enclosure argument) {
        return Monotone.image(argument, StepFunctions::signOfPoint, -1, 1);
    }

    private static Enclosure signOfPoint(Enclosure point) {
        return Enclosure.ofInteger(point.lowerMantissa().signum(), point.bits());
    }

    /** The Heaviside function: zero, one half at zero, or one. */
    public static Enclosure heaviside(Enclosure argument) {
        Enclosure one = Enclosure.ofInteger(1, argument.bits());
        return sign(argument).add(one).timesPowerOfTwo(-1);
    }
}
