package io.intertwine.criterion;

import java.math.BigInteger;

/**
 * An upper bound of the functional dimension of a family of networks.
 *
 * @param rule its name: {@code parameters}, {@code symmetries}, {@code ambient}, ...
 * @param value the bound
 * @param why what was counted, as a clause
 * @param source where it is proved
 */
public record FamilyBound(String rule, BigInteger value, String why, String source) {
    /** Where bounds with a proof of ours stand. */
    static final String OURS = "docs/DIMENSION.md";

    FamilyBound plus(FamilyBound other, int less) {
        BigInteger sum = value.add(other.value).subtract(BigInteger.valueOf(less));
        return new FamilyBound(
                "composition",
                sum,
                "(" + why + ") and (" + other.why + "), less " + less + " scalings or shifts of the units between",
                source.equals(other.source) ? source : source + "; " + other.source);
    }
}
