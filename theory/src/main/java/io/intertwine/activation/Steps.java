package io.intertwine.activation;

import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** Enclosures of functions that are given piece by piece, and of step functions. */
final class Steps {
    private Steps() {}

    /** Encloses {@code below} on x < 0 and {@code above} on x >= 0; both pieces are extended continuously to 0. */
    static Enclosure split(Enclosure x, Activation.Enclosed below, Activation.Enclosed above) {
        if (!x.isBounded()) {
            return x;
        }
        if (x.lower().signum() >= 0) {
            return above.over(x);
        }
        if (x.upper().signum() < 0) {
            return below.over(x);
        }
        Enclosure zero = Enclosure.from(BigFraction.ZERO, x.bits());
        return below.over(x.min(zero)).union(above.over(x.max(zero)));
    }

    /** Encloses an increasing function by its values at the two ends. */
    static Enclosure increasing(Enclosure x, Activation.Enclosed function) {
        if (!x.isBounded() || x.isPoint()) {
            return function.over(x);
        }
        return function.over(Enclosure.from(x.lower(), x.bits())).union(function.over(Enclosure.from(x.upper(), x.bits())));
    }

    static Enclosure sign(Enclosure x) {
        return step(x, BigFraction.MINUS_ONE, BigFraction.ZERO, BigFraction.ONE);
    }

    static Enclosure heaviside(Enclosure x) {
        return step(x, BigFraction.ZERO, BigFraction.ONE_HALF, BigFraction.ONE);
    }

    private static Enclosure step(Enclosure x, BigFraction below, BigFraction at, BigFraction above) {
        boolean bounded = x.isBounded();
        int least = bounded ? x.lower().signum() : -1;
        int most = bounded ? x.upper().signum() : 1;
        return Enclosure.fromBounds(pick(least, below, at, above), pick(most, below, at, above), x.bits());
    }

    private static BigFraction pick(int sign, BigFraction below, BigFraction at, BigFraction above) {
        if (sign == 0) {
            return at;
        }
        return sign < 0 ? below : above;
    }

    static Enclosure floor(Enclosure x) {
        return x.isBounded()
                ? Enclosure.fromBounds(new BigFraction(floor(x.lower())), new BigFraction(floor(x.upper())), x.bits())
                : x;
    }

    static Scalar floor(Scalar x) {
        if (x.isRational()) {
            return Scalar.of(floor(x.rational()));
        }
        // An irrational number is strictly between two integers, so refining its bounds ends.
        for (int bits = 8; ; bits *= 2) {
            BigInteger low = floor(x.bounds(bits).lower());
            if (low.equals(floor(x.bounds(bits).upper()))) {
                return Scalar.of(low);
            }
        }
    }

    private static BigInteger floor(BigFraction x) {
        BigInteger[] quotient = x.getNumerator().divideAndRemainder(x.getDenominator());
        return quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    }
}
