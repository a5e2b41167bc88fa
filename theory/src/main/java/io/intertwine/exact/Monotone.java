package io.intertwine.exact;

import java.math.BigInteger;
import java.util.function.UnaryOperator;

/** Images of enclosures under monotone functions. */
final class Monotone {
    private Monotone() {}

    /**
     * The image of a bounded enclosure under a function that is monotone on it, given an enclosure of the function at
     * every point; the whole real line for an unbounded argument.
     */
    static Enclosure image(Enclosure argument, UnaryOperator<Enclosure> atPoint) {
        if (!argument.isBounded()) {
            return argument;
        }
        Enclosure first = atPoint.apply(point(argument.lowerMantissa(), argument.bits()));
        return argument.isPoint()
                ? first
                : first.union(atPoint.apply(point(argument.upperMantissa(), argument.bits())));
    }

    /** The image under a monotone function with values between two integers. */
    static Enclosure image(Enclosure argument, UnaryOperator<Enclosure> atPoint, int least, int greatest) {
        Enclosure low = Enclosure.ofInteger(least, argument.bits());
        Enclosure high = Enclosure.ofInteger(greatest, argument.bits());
        return argument.isBounded() ? image(argument, atPoint).max(low).min(high) : low.union(high);
    }

    private static Enclosure point(BigInteger mantissa, int bits) {
        return Enclosure.ofMantissas(mantissa, mantissa, bits);
    }
}
