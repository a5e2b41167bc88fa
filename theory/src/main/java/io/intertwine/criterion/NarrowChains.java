package io.intertwine.criterion;

import java.math.BigInteger;
import java.util.Optional;

/** Bounds for parts that see one number only. */
final class NarrowChains {
    private NarrowChains() {}

    static Optional<FamilyBound> bound(Chain chain, int from, int to) {
        return isClampChain(chain, from, to) ? Optional.of(clamps(chain, from, to)) : rays(chain, from, to);
    }

    /** At least two hidden layers between, all of width 1, whose units are clamps. */
    private static boolean isClampChain(Chain chain, int from, int to) {
        for (int t = from + 1; t < to; t++) {
            if (chain.width(t) != 1 || !chain.units(t).get(0).clamp()) {
                return false;
            }
        }
        return to >= from + 3;
    }

    /** B + A clamp(w h; lo, hi): scaling w, lo and hi against A keeps the function. */
    private static FamilyBound clamps(Chain chain, int from, int to) {
        return new FamilyBound(
                "width-one-chain",
                BigInteger.valueOf(chain.width(from) + 1L + 2L * chain.width(to)),
                "the maps b + a clamp(w h; lo, hi) of " + chain.widths(from, to),
                FamilyBound.OURS);
    }

    /** Without biases, and with homogeneous units, a function of one number is linear on each of the two rays. */
    private static Optional<FamilyBound> rays(Chain chain, int from, int to) {
        if (chain.width(from) != 1) {
            return Optional.empty();
        }
        for (int t = from + 1; t <= to; t++) {
            if (chain.block(t).anyBias() || t < to && !chain.units(t).stream().allMatch(UnitFunction::homogeneous)) {
                return Optional.empty();
            }
        }
        boolean oneRay = from > 0 && chain.units(from).get(0).nonnegative();
        return Optional.of(new FamilyBound(
                "rays",
                BigInteger.valueOf((oneRay ? 1L : 2L) * chain.width(to)),
                "homogeneous maps of " + (oneRay ? "nonnegative" : "real") + " numbers to " + chain.width(to)
                        + " numbers",
                FamilyBound.OURS));
    }
}
