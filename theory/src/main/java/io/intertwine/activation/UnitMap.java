package io.intertwine.activation;

import io.intertwine.exact.Scalar;

/**
 * An invertible affine map of one unit, z -> scale z + shift.
 *
 * @param scale the factor, not zero
 * @param shift the translation
 */
public record UnitMap(Scalar scale, Scalar shift) {
    /** The identity. */
    public static final UnitMap IDENTITY = new UnitMap(Scalar.ONE, Scalar.ZERO);

    public UnitMap {
        if (scale.isZero()) {
            throw new IllegalArgumentException("a unit cannot be scaled by 0");
        }
    }

    /** The image of a number. */
    public Scalar apply(Scalar z) {
        return scale.multiply(z).add(shift);
    }

    /** The inverse map. */
    public UnitMap inverse() {
        Scalar inverse = scale.reciprocal();
        return new UnitMap(inverse, shift.negate().multiply(inverse));
    }
}
