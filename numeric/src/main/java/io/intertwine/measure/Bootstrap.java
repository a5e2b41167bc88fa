package io.intertwine.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Intervals by resampling: the percentile method (Efron and Tibshirani, An Introduction to the Bootstrap, chapter 13). */
public final class Bootstrap {
    private Bootstrap() {}

    /** A number computed from some of the observations. */
    public interface Statistic {
        /** The value at a sample: the numbers of its observations, with repetitions; not to be written to. */
        double of(int[] sample);
    }

    /**
     * A statistic of n observations, between the quantiles of its values at samples of n observations drawn with repetitions. The
     * confidence is approximate; it is that of large samples.
     *
     * @param n the number of observations, at least 1
     * @param resamples the number of samples B; with t = floor((B + 1) (1 - confidence) / 2) the interval goes from the t-th smallest
     *     value to the t-th largest
     * @throws IllegalArgumentException if there are no observations, too few resamples for t >= 1, or a value is NaN
     */
    public static Estimate percentile(int n, Statistic statistic, int resamples, double confidence, long seed) {
        Estimate.requireConfidence(confidence);
        int tail = (int) Math.floor((resamples + 1.0) * (1 - confidence) / 2 + ROUNDING);
        if (n < 1 || tail < 1) {
            throw new IllegalArgumentException("expected at least 1 observation and "
                    + (int) Math.ceil(2 / (1 - confidence) - 1) + " resamples, found " + n + " and " + resamples);
        }
        int[] sample = new int[n];
        Arrays.setAll(sample, i -> i);
        double value = statistic.of(sample);
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[resamples];
        for (int b = 0; b < resamples; b++) {
            Arrays.setAll(sample, i -> random.nextInt(n));
            values[b] = statistic.of(sample);
        }
        Arrays.sort(values);
        return new Estimate(value, values[tail - 1], values[resamples - tail], confidence);
    }

    /** Keeps a product such as 40 * 0.05 / 2, which rounding may bring below an integer, at that integer. */
    private static final double ROUNDING = 1e-9;
}
