package io.intertwine.activation;

import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The single-neuron symmetry group of an activation s, with its character: the maps (a, c) for which there are b and e with
 * s(a x + c) = b s(x) + e for every x (Godfrey, Brown, Emerson, Kvinge 2022, arXiv 2205.14258, in the affine form).
 *
 * <p>All groups of this kind fix a centre p up to translations by multiples of a period: c = p (1 - a) + n tau, and then
 * the companion (b, e) is {@code turn}^n after (b', s(p) (1 - b')) with b' = sgn(a)^odd |a|^degree: the n translations by tau come
 * last. Only maps with algebraic entries are described: the translations of sin and cos by pi, and those of exp, whose companions are
 * powers of e, cannot occur between networks with algebraic weights.
 *
 * @param scales the admissible factors a
 * @param centre the fixed point p
 * @param value s(p)
 * @param odd whether a negative factor changes the sign of b
 * @param degree the exponent of |a| in b, at least 0
 * @param period tau, or zero if there are no translations
 * @param turn the companion of the translation by tau: s(x + tau) = b s(x) + e; the identity if there are no translations
 */
public record UnitGroup(
        Scales scales, Scalar centre, Scalar value, boolean odd, int degree, Scalar period, UnitMap turn) {
    /** The subgroups of the nonzero reals that occur as groups of factors. */
    public enum Scales {
        /** Only 1. */
        TRIVIAL,
        /** 1 and -1. */
        SIGNS,
        /** Every positive number. */
        POSITIVE,
        /** Every number but 0. */
        NONZERO;

        /** Whether the factor belongs to this group. */
        public boolean contains(Scalar factor) {
            return switch (this) {
                case TRIVIAL -> factor.isOne();
                case SIGNS -> factor.abs().isOne();
                case POSITIVE -> factor.signum() > 0;
                case NONZERO -> !factor.isZero();
            };
        }
    }

    public UnitGroup {
        if (degree < 0 || period.signum() < 0) {
            throw new IllegalArgumentException("degree and period must not be negative");
        }
        if (period.isZero() && !turn.equals(UnitMap.IDENTITY)) {
            throw new IllegalArgumentException("expected the identity as companion of no translation, found " + turn);
        }
    }

    /** A group of linear maps, c = 0, for an activation with value s(0) at 0. */
    public static UnitGroup linear(Scales scales, Scalar value, boolean odd, int degree) {
        return new UnitGroup(scales, Scalar.ZERO, value, odd, degree, Scalar.ZERO, UnitMap.IDENTITY);
    }

    /** Only the identity. */
    public static UnitGroup trivial() {
        return linear(Scales.TRIVIAL, Scalar.ZERO, true, 1);
    }

    /** Whether the map is in the group. Maps with so many translations that their companion is too large count as outside. */
    public boolean contains(UnitMap map) {
        return tryCompanion(map).isPresent();
    }

    /** The (b, e) with s(a x + c) = b s(x) + e. Throws IllegalArgumentException if (a, c) is not in the group. */
    public UnitMap companion(UnitMap map) {
        return tryCompanion(map)
                .orElseThrow(() -> new IllegalArgumentException(
                        "x -> " + map.scale() + " x + " + map.shift() + " is not in the unit's group"));
    }

    private Optional<UnitMap> tryCompanion(UnitMap map) {
        if (!scales.contains(map.scale())) {
            return Optional.empty();
        }
        Scalar size = map.scale().abs().pow(degree);
        Scalar b = odd && map.scale().signum() < 0 ? size.negate() : size;
        UnitMap fixing = new UnitMap(b, value.multiply(Scalar.ONE.subtract(b)));
        return turns(map).flatMap(turn::tryPower).map(turns -> turns.after(fixing));
    }

    /** The integer n in c = p (1 - a) + n tau. */
    private Optional<BigInteger> turns(UnitMap map) {
        Scalar rest = map.shift().subtract(centre.multiply(Scalar.ONE.subtract(map.scale())));
        if (rest.isZero()) {
            return Optional.of(BigInteger.ZERO);
        }
        if (period.isZero()) {
            return Optional.empty();
        }
        Scalar turns = rest.divide(period);
        return turns.isRational() && turns.rational().getDenominator().equals(BigInteger.ONE)
                ? Optional.of(turns.rational().getNumerator())
                : Optional.empty();
    }
}
