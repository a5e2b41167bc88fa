package io.intertwine.match;

import io.intertwine.tensor.DoubleMatrix;
import java.util.Arrays;
import java.util.Optional;

/**
 * Pairs of units, and units alone, with the largest sum of scores: a matching of greatest weight in a complete graph with loops, which is
 * the best involution.
 *
 * <p>The best permutation, an {@link Assignment}, has at least the score of the best involution. Its fixed points and its cycles of even
 * length split into pairs of the same score, because the scores are symmetric. Only cycles of odd length from 3 on do not; where there are
 * any, {@link LoopMatching} decides.
 *
 * @param matching the partner of each unit, itself if it stays alone, as a permutation without signs
 * @param score the sum of s(i, partner of i) over all units i: pairs count twice
 * @param upperBound no involution has a larger sum, up to rounding: from a dual solution that was checked against all pairs
 */
public record InvolutionMatching(SignedPermutation matching, double score, double upperBound) {
    /**
     * The best involution for a symmetric matrix of scores, the diagonal entry being that of a unit alone. Scores that differ from their
     * transposes by rounding are taken at their means.
     *
     * @throws IllegalArgumentException if the matrix is not square, or an entry is not finite
     */
    public static InvolutionMatching best(DoubleMatrix scores) {
        int n = scores.rows();
        if (scores.columns() != n) {
            throw new IllegalArgumentException("expected a square matrix, found " + n + " x " + scores.columns());
        }
        DoubleMatrix costs = DoubleMatrix.zeros(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double cost = -(scores.get(i, j) + scores.get(j, i)) / 2;
                costs.set(i, j, cost);
                costs.set(j, i, cost);
            }
        }
        return of(costs, Assignment.minimise(costs));
    }

    /** The best involution for symmetric costs, the negatives of scores, with their assignment. */
    static InvolutionMatching of(DoubleMatrix costs, Assignment assignment) {
        int n = costs.rows();
        int[] partner = new int[n];
        boolean exact = split(assignment, costs, partner);
        double bound = assignment.lowerBound();
        if (!exact) {
            Optional<LoopMatching> better = LoopMatching.tryOf(costs, assignment);
            if (better.isPresent()) {
                partner = better.get().partners();
                bound = Math.max(bound, better.get().lowerBound());
            }
        }
        double cost = 0;
        for (int i = 0; i < n; i++) {
            cost += costs.get(i, partner[i]);
        }
        int[] ones = new int[n];
        Arrays.fill(ones, 1);
        return new InvolutionMatching(SignedPermutation.of(partner, ones), -cost, -bound);
    }

    /** Splits the cycles of an assignment; whether there was none of odd length from 3 on. In those, the best unit stays alone. */
    private static boolean split(Assignment assignment, DoubleMatrix costs, int[] partner) {
        int n = partner.length;
        boolean exact = true;
        boolean[] seen = new boolean[n];
        int[] cycle = new int[n];
        for (int start = 0; start < n; start++) {
            int length = 0;
            for (int i = start; !seen[i]; i = assignment.column(i)) {
                seen[i] = true;
                cycle[length] = i;
                length++;
            }
            if (length == 1) {
                partner[start] = start;
            } else if (length > 1) {
                int best = bestStart(costs, cycle, length);
                int from = length % 2;
                if (from == 1) {
                    exact = false;
                    partner[cycle[best]] = cycle[best];
                }
                for (int k = from; k < length; k += 2) {
                    int i = cycle[(best + k) % length];
                    int j = cycle[(best + k + 1) % length];
                    partner[i] = j;
                    partner[j] = i;
                }
            }
        }
        return exact;
    }

    /** Where along the cycle to begin with pairs, or, if its length is odd, which unit to leave alone. */
    private static int bestStart(DoubleMatrix costs, int[] cycle, int length) {
        int odd = length % 2;
        int best = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int start = 0; start < (odd == 1 ? length : 2); start++) {
            double cost = odd == 1 ? costs.get(cycle[start], cycle[start]) : 0;
            for (int k = odd; k < length; k += 2) {
                cost += 2 * costs.get(cycle[(start + k) % length], cycle[(start + k + 1) % length]);
            }
            if (cost < smallest) {
                smallest = cost;
                best = start;
            }
        }
        return best;
    }
}
