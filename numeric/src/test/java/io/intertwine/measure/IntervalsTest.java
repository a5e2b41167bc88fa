package io.intertwine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Medians, binomial shares and the bootstrap. */
class IntervalsTest {
    private static final double LEVEL = 0.95;

    private static double[] upTo(int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> n - i);
        return values;
    }

    /** P(B <= k) for n trials of probability q, by the sum of its terms. */
    private static double atMost(int k, int n, double q) {
        double sum = 0;
        double term = Math.pow(1 - q, n);
        for (int i = 0; i <= k; i++) {
            sum += term;
            term *= (double) (n - i) / (i + 1) * q / (1 - q);
        }
        return sum;
    }

    @Test
    void theIntervalOfAMedianLiesBetweenTheTabulatedOrderStatistics() {
        // David and Nagaraja, and every table of the sign test: n = 10 gives the 2nd and the 9th, n = 20 the 6th and
        // the 15th
        assertThat(MedianInterval.of(upTo(10), 0, LEVEL)).isEqualTo(new Estimate(5.5, 2, 9, LEVEL));
        assertThat(MedianInterval.of(upTo(20), 0, LEVEL)).isEqualTo(new Estimate(10.5, 6, 15, LEVEL));
        assertThat(MedianInterval.of(upTo(25), 0, LEVEL)).isEqualTo(new Estimate(13, 8, 18, LEVEL));
        assertThat(MedianInterval.of(upTo(6), 0, LEVEL)).isEqualTo(new Estimate(3.5, 1, 6, LEVEL));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void fewValuesDoNotBoundAMedian(int n) {
        Estimate median = MedianInterval.of(upTo(n), -3, LEVEL);
        assertThat(median.value()).isEqualTo((n + 1) / 2.0);
        assertThat(median.lower()).isEqualTo(-3);
        assertThat(median.upper()).isInfinite();
    }

    @Test
    void theRankIsTheLargestWithASmallEnoughTail() {
        for (int n = 1; n < 400; n++) {
            int rank = MedianInterval.rank(n, LEVEL);
            assertThat(rank == 0 ? 0 : atMost(rank - 1, n, 0.5)).as("n = %s", n).isLessThanOrEqualTo(0.025);
            assertThat(atMost(rank, n, 0.5)).as("n = %s", n).isGreaterThan(0.025);
        }
        // far from it the binomial distribution is the normal one: n / 2 - 0.98 sqrt(n)
        assertThat(MedianInterval.rank(1_000_000, LEVEL)).isBetween(499_018, 499_022);
    }

    @ParameterizedTest
    @CsvSource({"7, 11", "50, 12", "201, 13"})
    void theIntervalContainsTheMedianAsOftenAsItSays(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int trials = 4000;
        int covered = 0;
        for (int t = 0; t < trials; t++) {
            double[] values = new double[n];
            Arrays.setAll(values, i -> -Math.log(random.nextDouble()));
            Estimate median = MedianInterval.of(values, 0, LEVEL);
            covered += median.lower() <= Math.log(2) && Math.log(2) <= median.upper() ? 1 : 0;
        }
        double exact = 1 - 2 * atMost(MedianInterval.rank(n, LEVEL) - 1, n, 0.5);
        assertThat(exact).isGreaterThanOrEqualTo(LEVEL);
        // four standard deviations: a right implementation fails once in 16,000 seeds
        assertThat((double) covered / trials).isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / trials)));
    }

    @Test
    void infiniteValuesCountAndNaNIsRefused() {
        double[] values = upTo(10);
        Arrays.fill(values, 0, 6, Double.POSITIVE_INFINITY);
        assertThat(MedianInterval.of(values, 0, LEVEL).value()).isInfinite();
        assertThat(MedianInterval.of(values, 0, LEVEL).lower()).isEqualTo(2);
        values[3] = Double.NaN;
        assertThatThrownBy(() -> MedianInterval.of(values, 0, LEVEL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MedianInterval.of(new double[0], 0, LEVEL)).hasMessageContaining("no values");
        assertThatThrownBy(() -> MedianInterval.of(upTo(10), 2, LEVEL)).hasMessageContaining("none below 2.0");
        assertThatThrownBy(() -> MedianInterval.of(upTo(10), 0, 1)).hasMessageContaining("found 1.0");
    }

    @Test
    void theIntervalOfAShareIsThatOfClopperAndPearson() {
        // without successes the upper end is 1 - (alpha / 2)^(1 / n)
        Estimate none = BinomialInterval.of(0, 20, LEVEL);
        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(1 - Math.pow(0.025, 1 / 20.0), within(1e-10));
        Estimate all = BinomialInterval.of(20, 20, LEVEL);
        assertThat(all.lower()).isCloseTo(Math.pow(0.025, 1 / 20.0), within(1e-10));
        assertThat(all.upper()).isEqualTo(1);
        for (int successes = 1; successes < 30; successes++) {
            Estimate share = BinomialInterval.of(successes, 30, LEVEL);
            assertThat(share.value()).isEqualTo(successes / 30.0);
            assertThat(1 - atMost(successes - 1, 30, share.lower())).isCloseTo(0.025, within(1e-9));
            assertThat(atMost(successes, 30, share.upper())).isCloseTo(0.025, within(1e-9));
        }
        assertThat(BinomialInterval.of(0, 1, LEVEL).upper()).isCloseTo(0.975, within(1e-10));
        assertThat(BinomialInterval.of(0, 100_000, LEVEL).upper()).isCloseTo(3.689e-5, within(1e-8));
        assertThatThrownBy(() -> BinomialInterval.of(3, 2, LEVEL)).hasMessageContaining("found 3 in 2");
        assertThatThrownBy(() -> BinomialInterval.of(0, 0, LEVEL)).hasMessageContaining("found 0 in 0");
    }

    @Test
    void theIntervalOfAShareContainsItAtLeastAsOftenAsItSays() {
        // exact, by the sum over all outcomes
        int n = 40;
        for (double q = 0.01; q < 1; q += 0.01) {
            double covered = 0;
            for (int k = 0; k <= n; k++) {
                Estimate share = BinomialInterval.of(k, n, LEVEL);
                double probability = atMost(k, n, q) - (k == 0 ? 0 : atMost(k - 1, n, q));
                covered += share.lower() <= q && q <= share.upper() ? probability : 0;
            }
            assertThat(covered).as("probability %s", q).isGreaterThanOrEqualTo(LEVEL - 1e-9);
        }
    }

    @Test
    void theBootstrapOfAMeanIsAsWideAsItsStandardError() {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = new double[400];
        Arrays.setAll(values, i -> 3 + random.nextGaussian());
        double mean = Arrays.stream(values).average().orElseThrow();
        double error = Math.sqrt(
                        Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum())
                / 400;
        Bootstrap.Statistic statistic = sample ->
                Arrays.stream(sample).mapToDouble(i -> values[i]).average().orElseThrow();
        Estimate estimate = Bootstrap.percentile(400, statistic, 4000, LEVEL, 17);
        assertThat(estimate.value()).isEqualTo(mean);
        // a quantile of 4,000 draws at 2.5 % is known to about 0.04 standard errors; four of them are allowed
        assertThat(estimate.lower()).isCloseTo(mean - 1.96 * error, within(0.17 * error));
        assertThat(estimate.upper()).isCloseTo(mean + 1.96 * error, within(0.17 * error));
        assertThat(Bootstrap.percentile(400, statistic, 4000, LEVEL, 17)).isEqualTo(estimate);
        assertThat(Bootstrap.percentile(400, statistic, 4000, LEVEL, 18)).isNotEqualTo(estimate);
    }

    @Test
    void theBootstrapNeedsEnoughResamples() {
        Bootstrap.Statistic first = sample -> sample[0];
        Estimate least = Bootstrap.percentile(5, first, 39, LEVEL, 1);
        assertThat(least.lower()).isZero();
        assertThat(least.upper()).isEqualTo(4);
        assertThatThrownBy(() -> Bootstrap.percentile(5, first, 38, LEVEL, 1))
                .hasMessage("expected at least 1 observation and 39 resamples, found 5 and 38");
        assertThatThrownBy(() -> Bootstrap.percentile(0, first, 39, LEVEL, 1)).hasMessageContaining("found 0 and");
    }
}
