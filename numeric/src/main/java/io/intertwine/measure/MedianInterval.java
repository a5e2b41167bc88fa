package io.intertwine.measure;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * The median with an interval between two order statistics, which holds for every distribution (David and Nagaraja, Order Statistics,
 * 3rd edition, section 7.1): the number of values below a median is at most, and that of values not above it at least, binomial with
 * probability 1/2.
 */
public final class MedianInterval {
    private static final double HALF = 0.5;

    private MedianInterval() {}

    /**
     * The sample median, between the order statistics x_(l) and x_(n+1-l) with the largest l for which P(B < l) <= (1 - confidence) / 2,
     * B binomial with n trials of probability 1/2. The interval contains the median of the distribution with at least the given
     * probability if the values are independent draws from it. Where there is no such l (fewer than 6 values for 95 %), the interval
     * is everything from {@code least} on.
     *
     * @param values at least one; infinite values count as the largest or smallest
     * @param least the smallest value that is possible, perhaps minus infinity
     * @throws IllegalArgumentException if there are no values, one is NaN or less than {@code least}, or the confidence is not
     *     between 0 and 1
     */
    public static Estimate of(double[] values, double least, double confidence) {
        Estimate.requireConfidence(confidence);
        int n = values.length;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (n == 0 || Double.isNaN(sorted[n - 1]) || !(sorted[0] >= least)) {
            throw new IllegalArgumentException("expected at least one number, none below " + least
                    + " and none NaN, found " + (n == 0 ? "no values" : sorted[0] + " to " + sorted[n - 1]));
        }
        double median = n % 2 == 1 ? sorted[n / 2] : middle(sorted[n / 2 - 1], sorted[n / 2]);
        int rank = rank(n, confidence);
        return rank == 0
                ? new Estimate(median, least, Double.POSITIVE_INFINITY, confidence)
                : new Estimate(median, sorted[rank - 1], sorted[n - rank], confidence);
    }

    private static double middle(double a, double b) {
        return a == b ? a : a / 2 + b / 2;
    }

    /** The largest l with P(B < l) <= (1 - confidence) / 2; 0 if there is none that is positive. */
    static int rank(int n, double confidence) {
        double tail = (1 - confidence) / 2;
        BinomialDistribution below = new BinomialDistribution(null, n, HALF);
        int rank = below.inverseCumulativeProbability(tail);
        while (rank > 0 && below.cumulativeProbability(rank - 1) > tail) {
            rank--;
        }
        while (below.cumulativeProbability(rank) <= tail) {
            rank++;
        }
        return rank;
    }
}
