package io.intertwine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PermutationTestTest {
    private static final double LEVEL = 0.95;

    @Test
    void thePValueCountsTheObservedStatisticItself() {
        PermutationTest test =
                PermutationTest.of(2, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, "units are shuffled", LEVEL);
        assertThat(test.atMost()).isEqualTo(2);
        assertThat(test.pValue()).isEqualTo(0.3);
        assertThat(test.tail()).isEqualTo(BinomialInterval.of(2, 9, LEVEL));
        assertThat(test.mean()).isEqualTo(5);
        assertThat(test.deviation()).isEqualTo(Math.sqrt(7.5));
        assertThat(test.smallest()).isEqualTo(1);
        assertThat(test.largest()).isEqualTo(9);
        assertThat(test.sentence())
                .isEqualTo(
                        "Under the null hypothesis that units are shuffled, 2 of 9 draws were at most the observed 2.000 "
                                + "(draws: mean 5.000, standard deviation 2.7, from 1.000 to 9.000); p = 0.300.");
    }

    @Test
    void noDrawAtMostTheObservedOneIsNoCertainty() {
        PermutationTest test = PermutationTest.of(0.5, new double[999], "x", LEVEL);
        assertThat(test.pValue()).isEqualTo(1);
        double[] draws = new double[999];
        Arrays.fill(draws, 1);
        assertThat(PermutationTest.of(0.5, draws, "x", LEVEL).pValue()).isEqualTo(0.001);
        assertThat(PermutationTest.of(0.5, draws, "x", LEVEL).tail().upper()).isGreaterThan(0.001);
        assertThat(PermutationTest.of(0.5, new double[] {1}, "x", LEVEL).deviation())
                .isZero();
    }

    @Test
    void underTheNullHypothesisItIsRejectedAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(3);
        int trials = 20_000;
        int rejected = 0;
        for (int t = 0; t < trials; t++) {
            double[] draws = new double[39];
            // rounded, so that ties occur
            Arrays.setAll(draws, i -> Math.rint(50 * random.nextGaussian()));
            double observed = Math.rint(50 * random.nextGaussian());
            rejected += PermutationTest.of(observed, draws, "x", LEVEL).pValue() <= 0.05 ? 1 : 0;
        }
        // at most 5 %, and four standard deviations of the count are allowed
        assertThat((double) rejected / trials).isBetween(0.04, 0.05 + 4 * Math.sqrt(0.05 * 0.95 / trials));
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> PermutationTest.of(1, new double[0], "x", LEVEL))
                .hasMessageContaining("0 draws");
        assertThatThrownBy(() -> PermutationTest.of(Double.NaN, new double[1], "x", LEVEL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PermutationTest.of(1, new double[] {1, Double.NaN}, "x", LEVEL))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
