package io.intertwine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.intertwine.tensor.DoubleMatrix;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvolutionMatchingTest {
    private static DoubleMatrix symmetric(int n, long seed, boolean integers) {
        SplittableRandom random = new SplittableRandom(seed);
        DoubleMatrix scores = DoubleMatrix.zeros(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double score = integers ? random.nextInt(5) - 2 : random.nextGaussian();
                scores.set(i, j, score);
                scores.set(j, i, score);
            }
        }
        return scores;
    }

    private static double bruteForce(DoubleMatrix scores, int used) {
        int n = scores.rows();
        int first = 0;
        while (first < n && (used >> first & 1) == 1) {
            first++;
        }
        if (first == n) {
            return 0;
        }
        double best = scores.get(first, first) + bruteForce(scores, used | 1 << first);
        for (int j = first + 1; j < n; j++) {
            if ((used >> j & 1) == 0) {
                best = Math.max(best, 2 * scores.get(first, j) + bruteForce(scores, used | 1 << first | 1 << j));
            }
        }
        return best;
    }

    private static void requireInvolution(DoubleMatrix scores, InvolutionMatching matching) {
        double sum = 0;
        for (int i = 0; i < scores.rows(); i++) {
            int partner = matching.matching().to(i);
            assertThat(matching.matching().to(partner)).isEqualTo(i);
            sum += scores.get(i, partner);
        }
        assertThat(matching.score()).isCloseTo(sum, within(1e-9));
    }

    @Test
    void isTheBestOfAllInvolutions() {
        for (int seed = 0; seed < 600; seed++) {
            isTheBestOfAllInvolutions(1 + seed % 8, seed, seed % 3 == 0);
        }
    }

    private static void isTheBestOfAllInvolutions(int n, long seed, boolean integers) {
        DoubleMatrix scores = symmetric(n, seed, integers);
        InvolutionMatching matching = InvolutionMatching.best(scores);
        requireInvolution(scores, matching);
        assertThat(matching.score()).isCloseTo(bruteForce(scores, 0), within(1e-9));
        assertThat(matching.upperBound()).isCloseTo(matching.score(), within(1e-9));
    }

    /** Above the size at which all pairs are given to the library: left-out pairs must be found by their prices. */
    @ParameterizedTest
    @ValueSource(ints = {30, 75, 150})
    void provesItselfOptimalWithFewPairsLookedAt(int n) {
        for (int seed = 0; seed < 5; seed++) {
            DoubleMatrix scores = symmetric(n, seed, seed % 2 == 1);
            InvolutionMatching matching = InvolutionMatching.best(scores);
            requireInvolution(scores, matching);
            assertThat(matching.upperBound() - matching.score()).isBetween(-1e-9, 1e-9);
        }
    }

    /** Three units that are all alike: the best permutation is a cycle, the best involution must leave one alone. */
    @Test
    void isWorseThanTheBestPermutationOnATriangle() {
        DoubleMatrix scores = DoubleMatrix.of(3, 3, new double[] {0, 5, 5, 5, 0, 5, 5, 5, 0});
        InvolutionMatching matching = InvolutionMatching.best(scores);
        assertThat(matching.score()).isEqualTo(10);
        assertThat(matching.upperBound()).isCloseTo(10, within(1e-9));
    }

    @Test
    void refusesMatricesThatAreNotSquare() {
        assertThatThrownBy(() -> InvolutionMatching.best(DoubleMatrix.zeros(2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 x 3");
    }
}
