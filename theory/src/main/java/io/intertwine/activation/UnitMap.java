package io.intertwine.activation;

import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.Optional;

/**
 * An invertible affine map of one unit, z -> scale z + shift.
 *
 * @param scale the factor, not zero
 * @param shift the translation
 */
public record UnitMap(Scalar scale, Scalar shift) {
    /** The identity. */
    public static final UnitMap IDENTITY = new UnitMap(Scalar.ONE, Scalar.ZERO);

    /** The largest magnitude of an exponent of a map that is no translation or reflection. */
    public static final int LARGEST_EXPONENT = 10_000;

    public UnitMap {
        if (scale.isZero()) {
            throw new IllegalArgumentException("a unit cannot be scaled by 0");
        }
    }

    /** The image of a number. */
    public Scalar apply(Scalar z) {
        return scale.multiply(z).add(shift);
    }

    /** This map after another. */
    public UnitMap after(UnitMap first) {
        return new UnitMap(scale.multiply(first.scale), apply(first.shift));
    }

    /**
     * The power with any integer exponent; empty where the factor is neither 1 nor -1 and the exponent is greater than
     * {@link #LARGEST_EXPONENT} in magnitude.
     */
    public Optional<UnitMap> tryPower(BigInteger exponent) {
        if (scale.isOne()) {
            return Optional.of(new UnitMap(scale, shift.multiply(Scalar.of(exponent))));
        }
        if (scale.equals(Scalar.MINUS_ONE)) {
            return Optional.of(exponent.testBit(0) ? this : IDENTITY);
        }
        if (exponent.abs().compareTo(BigInteger.valueOf(LARGEST_EXPONENT)) > 0) {
            return Optional.empty();
        }
        // With the fixed point f: x -> f + scale^n (x - f).
        Scalar power = scale.pow(exponent.intValueExact());
        Scalar fixed = shift.divide(Scalar.ONE.subtract(scale));
        return Optional.of(new UnitMap(power, fixed.subtract(power.multiply(fixed))));
    }

    /** The inverse map. */
    public UnitMap inverse() {
        Scalar inverse = scale.reciprocal();
        return new UnitMap(inverse, shift.negate().multiply(inverse));
    }
}
