package io.intertwine.measure;

import org.apache.commons.math3.distribution.BetaDistribution;

/** The interval of Clopper and Pearson (Biometrika 26, 1934) for a probability, from independent trials. */
public final class BinomialInterval {
    /** The absolute error of the ends of an interval. */
    private static final double ACCURACY = 1e-12;

    private BinomialInterval() {}

    /**
     * The share of successes with an interval that contains their probability with at least the given confidence: the probabilities
     * that neither tail test at (1 - confidence) / 2 rejects.
     *
     * @throws IllegalArgumentException unless 0 <= successes <= trials, trials >= 1, and the confidence is between 0 and 1
     */
    public static Estimate of(int successes, int trials, double confidence) {
        Estimate.requireConfidence(confidence);
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "expected 0 to n successes in n trials, n at least 1, found " + successes + " in " + trials);
        }
        double tail = (1 - confidence) / 2;
        double lower = successes == 0 ? 0 : quantile(successes, trials - successes + 1, tail);
        double upper = successes == trials ? 1 : quantile(successes + 1, trials - successes, 1 - tail);
        return new Estimate((double) successes / trials, lower, upper, confidence);
    }

    private static double quantile(int alpha, int beta, double probability) {
        return new BetaDistribution(null, alpha, beta, ACCURACY).inverseCumulativeProbability(probability);
    }
}
