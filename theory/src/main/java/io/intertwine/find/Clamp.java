package io.intertwine.find;

import io.intertwine.exact.Scalar;
import java.util.List;

/**
 * The function t -> offset + slope clamp(t; lower, upper): what a chain of ReLU layers of width one computes from its first
 * preactivation (docs/ORBITS.md).
 *
 * @param offset the constant term
 * @param slope the factor; 0 for a constant function
 * @param lower the lower bound, or none
 * @param upper the upper bound, or none
 */
record Clamp(Scalar offset, Scalar slope, List<Scalar> lower, List<Scalar> upper) {
    /** The identity. */
    static final Clamp IDENTITY = new Clamp(Scalar.ZERO, Scalar.ONE, List.of(), List.of());

    Clamp {
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
    }

    private static Clamp constant(Scalar value) {
        return new Clamp(value, Scalar.ZERO, List.of(), List.of());
    }

    boolean isConstant() {
        return slope.isZero();
    }

    /** factor f + summand, for this function f. */
    Clamp affine(Scalar factor, Scalar summand) {
        Scalar constant = factor.multiply(offset).add(summand);
        Scalar product = factor.multiply(slope);
        return product.isZero() ? constant(constant) : new Clamp(constant, product, lower, upper);
    }

    /** max(f, 0), for this function f. */
    Clamp relu() {
        if (isConstant()) {
            return offset.signum() < 0 ? constant(Scalar.ZERO) : this;
        }
        Scalar zero = offset.negate().divide(slope);
        boolean rising = slope.signum() > 0;
        List<Scalar> near = rising ? lower : upper;
        List<Scalar> far = rising ? upper : lower;
        if (!near.isEmpty() && isBeyond(near.get(0), zero, rising)) {
            return this;
        }
        if (!far.isEmpty() && !isBeyond(far.get(0), zero, rising)) {
            return constant(Scalar.ZERO);
        }
        return rising ? new Clamp(offset, slope, List.of(zero), upper) : new Clamp(offset, slope, lower, List.of(zero));
    }

    /** Whether a point lies on the positive side of the zero, or on it. */
    private static boolean isBeyond(Scalar point, Scalar zero, boolean rising) {
        return rising ? point.compareTo(zero) >= 0 : point.compareTo(zero) <= 0;
    }
}
