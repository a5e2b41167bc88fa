package io.intertwine.activation;

import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Powers;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** An interval of real numbers whose ends may be infinite, included or excluded; it contains every value that it is the range of. */
record Range(Bound lower, Bound upper) {
    static final Range LINE = new Range(Bound.MINUS_INFINITY, Bound.PLUS_INFINITY);
    static final Range POSITIVE = new Range(Bound.open(BigFraction.ZERO), Bound.PLUS_INFINITY);

    private static final Range NONNEGATIVE = new Range(Bound.closed(BigFraction.ZERO), Bound.PLUS_INFINITY);
    private static final int LARGEST_EXPONENT = 64;
    private static final int LARGEST_EXACT_EXPONENT = 4;
    private static final int BITS = 128;

    Range {
        lower = lower.shortened(false);
        upper = upper.shortened(true);
    }

    static Range point(BigFraction value) {
        return new Range(Bound.closed(value), Bound.closed(value));
    }

    static Range closed(BigFraction lower, BigFraction upper) {
        return new Range(Bound.closed(lower), Bound.closed(upper));
    }

    boolean isBounded() {
        return lower.isFinite() && upper.isFinite();
    }

    /** The sign that all members have, if they have the same. */
    Optional<Integer> sign() {
        if (lower.signum() > 0 || (lower.signum() == 0 && lower.open())) {
            return Optional.of(1);
        }
        if (upper.signum() < 0 || (upper.signum() == 0 && upper.open())) {
            return Optional.of(-1);
        }
        return lower.signum() == 0 && upper.signum() == 0 ? Optional.of(0) : Optional.empty();
    }

    Range plus(Range other) {
        return new Range(lower.plus(other.lower), upper.plus(other.upper));
    }

    Range times(Range other) {
        List<Bound> products = List.of(
                lower.times(other.lower), lower.times(other.upper), upper.times(other.lower), upper.times(other.upper));
        return new Range(
                products.stream().reduce(Bound::least).orElseThrow(),
                products.stream().reduce(Bound::greatest).orElseThrow());
    }

    Range union(Range other) {
        return new Range(lower.least(other.lower), upper.greatest(other.upper));
    }

    Range max(Range other) {
        return new Range(lower.greatest(other.lower), upper.greatest(other.upper));
    }

    Range min(Range other) {
        return new Range(lower.least(other.lower), upper.least(other.upper));
    }

    /** The members that lie in another range too, where it is known that all do; an end that either excludes is excluded. */
    Range within(Range other) {
        return new Range(tighter(lower, other.lower, 1), tighter(upper, other.upper, -1));
    }

    private static Bound tighter(Bound first, Bound second, int direction) {
        int order = first.compareTo(second) * direction;
        return order > 0 || (order == 0 && first.open()) ? first : second;
    }

    Range negate() {
        return new Range(upper.negate(), lower.negate());
    }

    Range abs() {
        Range turned = negate();
        if (lower.signum() >= 0) {
            return this;
        }
        return upper.signum() <= 0 ? turned : new Range(Bound.closed(BigFraction.ZERO), upper.greatest(turned.upper));
    }

    /** All numbers of the signs of the members. */
    private Range signed() {
        return new Range(
                lower.signum() >= 0
                        ? new Bound(0, BigFraction.ZERO, lower.signum() > 0 || lower.open())
                        : Bound.MINUS_INFINITY,
                upper.signum() <= 0
                        ? new Bound(0, BigFraction.ZERO, upper.signum() < 0 || upper.open())
                        : Bound.PLUS_INFINITY);
    }

    Range power(int exponent) {
        if (exponent < 0) {
            return power(-exponent).reciprocal();
        }
        Range base = exponent % 2 == 0 ? abs() : this;
        if (exponent > LARGEST_EXPONENT) {
            return exponent % 2 == 0
                    ? base.sign()
                            .filter(sign -> sign != 0)
                            .map(sign -> POSITIVE)
                            .orElse(NONNEGATIVE)
                    : signed();
        }
        return new Range(power(base.lower, exponent, false), power(base.upper, exponent, true));
    }

    private static Bound power(Bound base, int exponent, boolean upward) {
        if (!base.isFinite() || base.signum() == 0 || exponent == 1) {
            return base.infinity() < 0 && exponent % 2 == 0 ? Bound.PLUS_INFINITY : base;
        }
        if (exponent <= LARGEST_EXACT_EXPONENT) {
            return new Bound(0, base.value().pow(exponent), base.open());
        }
        return Bound.outer(Powers.pow(Enclosure.from(base.value(), BITS), exponent), upward, base.open());
    }

    private Range reciprocal() {
        if (lower.signum() >= 0) {
            return new Range(reciprocal(upper, 1), reciprocal(lower, 1));
        }
        return upper.signum() <= 0 ? new Range(reciprocal(upper, -1), reciprocal(lower, -1)) : LINE;
    }

    private static Bound reciprocal(Bound end, int side) {
        if (end.infinity() != 0) {
            return Bound.open(BigFraction.ZERO);
        }
        if (end.signum() == 0) {
            return side > 0 ? Bound.PLUS_INFINITY : Bound.MINUS_INFINITY;
        }
        return new Bound(0, end.value().reciprocal(), end.open());
    }
}
