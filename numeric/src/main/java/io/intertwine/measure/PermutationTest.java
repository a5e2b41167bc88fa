package io.intertwine.measure;

import java.util.Arrays;
import java.util.Locale;

/**
 * A Monte Carlo test of a statistic that is small where there is a symmetry (Davison and Hinkley, Bootstrap Methods and their
 * Application, section 4.2). If the observed statistic and the N draws are exchangeable under the null hypothesis, then
 * P(p <= a) <= a for every a, for every N.
 *
 * @param observed the statistic of what is tested
 * @param draws the number N of draws under the null hypothesis
 * @param atMost how many of them are at most the observed one
 * @param pValue (1 + atMost) / (1 + N)
 * @param tail atMost / N with the interval of Clopper and Pearson for the probability that a draw is at most the observed statistic:
 *     what the p-value of infinitely many draws would be
 * @param mean the mean of the draws
 * @param deviation their standard deviation (with N - 1); 0 for a single draw
 * @param smallest the smallest draw
 * @param largest the largest draw
 * @param nullHypothesis what was drawn, as words that complete "under the null hypothesis that ..."
 */
public record PermutationTest(
        double observed,
        int draws,
        int atMost,
        double pValue,
        Estimate tail,
        double mean,
        double deviation,
        double smallest,
        double largest,
        String nullHypothesis) {
    /** A relative distance that is rounding. */
    private static final double NOTHING = 1e-6;

    /**
     * Compares a statistic with draws of it under a null hypothesis. Equal values count against the symmetry.
     *
     * @param nulls the draws; infinite ones are allowed
     * @throws IllegalArgumentException if there are no draws, or a statistic is NaN
     */
    public static PermutationTest of(double observed, double[] nulls, String nullHypothesis, double confidence) {
        if (nulls.length == 0 || Double.isNaN(observed) || Arrays.stream(nulls).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException(
                    "expected a statistic and at least one draw under the null hypothesis, none NaN, found " + observed
                            + " and " + nulls.length + " draws");
        }
        int n = nulls.length;
        int atMost =
                (int) Arrays.stream(nulls).filter(value -> value <= observed).count();
        double mean = Arrays.stream(nulls).sum() / n;
        double squares = Arrays.stream(nulls)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new PermutationTest(
                observed,
                n,
                atMost,
                (1.0 + atMost) / (1.0 + n),
                BinomialInterval.of(atMost, n, confidence),
                mean,
                n == 1 ? 0 : Math.sqrt(squares / (n - 1)),
                Arrays.stream(nulls).min().orElseThrow(),
                Arrays.stream(nulls).max().orElseThrow(),
                nullHypothesis);
    }

    /**
     * Whether the draws are all 0 but for rounding, so that nothing can be better than chance: for a layer between spaces on which the
     * group may act trivially.
     */
    public boolean isEmpty() {
        return largest < NOTHING;
    }

    /** The result as one sentence, which states the null hypothesis. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "Under the null hypothesis that %s, %d of %d draws were at most the observed %.4g (draws: mean %.4g, standard "
                        + "deviation %.2g, from %.4g to %.4g); p = %.3g.",
                nullHypothesis,
                atMost,
                draws,
                observed,
                mean,
                deviation,
                smallest,
                largest,
                pValue);
    }
}
