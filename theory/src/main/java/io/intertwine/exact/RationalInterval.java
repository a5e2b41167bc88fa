package io.intertwine.exact;

import org.hipparchus.fraction.BigFraction;

/**
 * The closed interval from {@code lower} to {@code upper} of real numbers, with rational ends and {@code lower <=
 * upper}.
 *
 * @param lower the lower end, in lowest terms
 * @param upper the upper end, in lowest terms
 */
public record RationalInterval(BigFraction lower, BigFraction upper) {

    /**
     * Creates the interval.
     *
     * @throws IllegalArgumentException if {@code lower > upper}
     */
    public RationalInterval {
        if (lower.compareTo(upper) > 0) {
            throw new IllegalArgumentException(
                    "expected a lower end at most the upper end, found " + lower + " and " + upper);
        }
    }
}
