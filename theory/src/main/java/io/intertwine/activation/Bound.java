package io.intertwine.activation;

import io.intertwine.exact.Enclosure;
import org.hipparchus.fraction.BigFraction;

/**
 * An end of a range.
 *
 * @param infinity -1 or 1 for an infinite end, else 0
 * @param value the end, 0 if it is infinite
 * @param open whether the end itself is excluded
 */
record Bound(int infinity, BigFraction value, boolean open) implements Comparable<Bound> {
    static final Bound MINUS_INFINITY = new Bound(-1, BigFraction.ZERO, true);
    static final Bound PLUS_INFINITY = new Bound(1, BigFraction.ZERO, true);
    private static final int LARGEST_BITS = 200;

    static Bound open(BigFraction value) {
        return new Bound(0, value, true);
    }

    static Bound closed(BigFraction value) {
        return new Bound(0, value, false);
    }

    /** An end of an enclosure. */
    static Bound outer(Enclosure value, boolean upward, boolean open) {
        if (!value.isBounded()) {
            return upward ? PLUS_INFINITY : MINUS_INFINITY;
        }
        return new Bound(0, upward ? value.upper() : value.lower(), open);
    }

    boolean isFinite() {
        return infinity == 0;
    }

    /** Compares the places, not whether they are excluded. */
    @Override
    public int compareTo(Bound other) {
        return infinity != other.infinity || infinity != 0
                ? Integer.compare(infinity, other.infinity)
                : value.compareTo(other.value);
    }

    int signum() {
        return infinity != 0 ? infinity : value.signum();
    }

    Bound negate() {
        return new Bound(-infinity, value.negate(), open);
    }

    /** The sum of two lower or two upper ends. */
    Bound plus(Bound other) {
        if (infinity != 0 || other.infinity != 0) {
            return infinity != 0 ? this : other;
        }
        return new Bound(0, value.add(other.value), open || other.open);
    }

    /** The product; 0 times infinity is 0, as it must be for ends of ranges. */
    Bound times(Bound other) {
        int sign = signum() * other.signum();
        if (sign == 0) {
            boolean attained = (signum() == 0 && !open) || (other.signum() == 0 && !other.open);
            return new Bound(0, BigFraction.ZERO, !attained);
        }
        if (infinity != 0 || other.infinity != 0) {
            return sign > 0 ? PLUS_INFINITY : MINUS_INFINITY;
        }
        return new Bound(0, value.multiply(other.value), open || other.open);
    }

    /** The lesser, and of two equal ones the included one. */
    Bound least(Bound other) {
        int order = compareTo(other);
        return order < 0 || (order == 0 && !open) ? this : other;
    }

    /** The greater, and of two equal ones the included one. */
    Bound greatest(Bound other) {
        int order = compareTo(other);
        return order > 0 || (order == 0 && !open) ? this : other;
    }

    /** This end with few digits, moved outward. */
    Bound shortened(boolean upward) {
        if (infinity != 0 || bits() <= LARGEST_BITS) {
            return this;
        }
        Bound rounded = outer(Enclosure.from(value, LARGEST_BITS / 2), upward, open);
        return rounded.compareTo(this) == 0 ? this : new Bound(rounded.infinity, rounded.value, true);
    }

    private int bits() {
        return value.getNumerator().bitLength() + value.getDenominator().bitLength();
    }
}
