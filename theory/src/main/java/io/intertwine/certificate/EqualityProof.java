package io.intertwine.certificate;

import java.util.List;

/**
 * Why two networks have the same function: steps that keep the function of each, and a comparison of what they lead to.
 *
 * @param left the steps from the one network
 * @param right the steps from the other
 * @param comparison why the two networks after the steps have the same function
 */
public record EqualityProof(List<ReductionStep> left, List<ReductionStep> right, Comparison comparison) {
    public EqualityProof {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** A proof without steps. */
    public static EqualityProof of(Comparison comparison) {
        return new EqualityProof(List.of(), List.of(), comparison);
    }
}
