package io.intertwine.activation;

import io.intertwine.exact.Enclosure;
import org.hipparchus.fraction.BigFraction;

/** Enclosures of functions that are given piece by piece. */
final class Pieces {
    private Pieces() {}

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
        return function.over(Enclosure.from(x.lower(), x.bits()))
                .union(function.over(Enclosure.from(x.upper(), x.bits())));
    }
}
