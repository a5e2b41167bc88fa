package io.intertwine.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.criterion.AttentionHeads.Head;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AttentionHeadsTest {
    private static ExactMatrix matrix(int columns, int... entries) {
        return ExactMatrix.of(
                entries.length / columns,
                columns,
                Arrays.stream(entries).mapToObj(Scalar::of).toList());
    }

    private static AttentionHeads heads(Head... heads) {
        return new AttentionHeads(List.of(heads));
    }

    private static double entry(ExactMatrix matrix, int i, int j) {
        return matrix.get(i, j).getReal();
    }

    /** The output of the first token, in floating point: an independent computation of the layer. */
    private static double[] output(AttentionHeads attention, double[][] x) {
        double[] result = new double[attention.heads().get(0).values().rows()];
        for (Head head : attention.heads()) {
            double[] weights = new double[x.length];
            double total = 0;
            for (int t = 0; t < x.length; t++) {
                double score = 0;
                for (int i = 0; i < x[0].length; i++) {
                    for (int j = 0; j < x[0].length; j++) {
                        score += x[0][i] * entry(head.scores(), i, j) * x[t][j];
                    }
                }
                weights[t] = Math.exp(score);
                total += weights[t];
            }
            for (int t = 0; t < x.length; t++) {
                for (int i = 0; i < result.length; i++) {
                    for (int j = 0; j < x[0].length; j++) {
                        result[i] += weights[t] / total * entry(head.values(), i, j) * x[t][j];
                    }
                }
            }
        }
        return result;
    }

    private static double distance(AttentionHeads a, AttentionHeads b, int tokens) {
        SplittableRandom random = new SplittableRandom(11);
        double largest = 0;
        for (int trial = 0; trial < 20; trial++) {
            double[][] x = new double[tokens][2];
            for (double[] token : x) {
                Arrays.setAll(token, i -> random.nextDouble(-1, 1));
            }
            double[] left = output(a, x);
            double[] right = output(b, x);
            for (int i = 0; i < left.length; i++) {
                largest = Math.max(largest, Math.abs(left[i] - right[i]));
            }
        }
        return largest;
    }

    @Test
    void aHeadMayBeFlippedWithTwoTokensButNotWithThree() {
        ExactMatrix m = matrix(2, 1, 2, -1, 3);
        ExactMatrix r = matrix(2, 2, 0, 1, -1);
        AttentionHeads one = heads(new Head(m, r));
        AttentionHeads flipped = heads(
                new Head(matrix(2, -1, -2, 1, -3), matrix(2, -2, 0, -1, 1)),
                new Head(matrix(2, 0, 0, 0, 0), matrix(2, 4, 0, 2, -2)));
        assertThat(one.isEqualTo(flipped, 2)).isTrue();
        assertThat(distance(one, flipped, 2)).isLessThan(1e-13);
        assertThat(one.isEqualTo(flipped, 3)).isFalse();
        assertThat(distance(one, flipped, 3)).isGreaterThan(1e-2);
    }

    @Test
    void equalScoresMergeAndCancelledHeadsAreInvisible() {
        ExactMatrix m = matrix(2, 1, 0, 0, 1);
        AttentionHeads merged = heads(new Head(m, matrix(2, 3, 0)));
        AttentionHeads split = heads(
                new Head(m, matrix(2, 1, 5)),
                new Head(matrix(2, 7, 7, 7, 7), matrix(2, 1, 1)),
                new Head(m, matrix(2, 2, -5)),
                new Head(matrix(2, 7, 7, 7, 7), matrix(2, -1, -1)));
        for (int tokens = 1; tokens < 5; tokens++) {
            assertThat(merged.isEqualTo(split, tokens)).isTrue();
            assertThat(distance(merged, split, tokens)).isLessThan(1e-13);
        }
    }

    @Test
    void oneTokenShowsTheSumOfAllValuesOnly() {
        AttentionHeads a = heads(new Head(matrix(2, 1, 0, 0, 1), matrix(2, 1, 1)));
        AttentionHeads b = heads(new Head(matrix(2, 5, 0, 0, 5), matrix(2, 1, 1)));
        assertThat(a.isEqualTo(b, 1)).isTrue();
        assertThat(a.isEqualTo(b, 2)).isFalse();
    }

    @Test
    void theAnswerAgreesWithValuesOnRandomHeads() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 300; trial++) {
            AttentionHeads a = random(random);
            AttentionHeads b = random(random);
            for (int tokens = 1; tokens < 4; tokens++) {
                assertThat(a.isEqualTo(b, tokens)).isEqualTo(distance(a, b, tokens) < 1e-12);
            }
        }
    }

    private static AttentionHeads random(SplittableRandom random) {
        List<Head> heads = new ArrayList<>();
        int count = random.nextInt(1, 4);
        for (int h = 0; h < count; h++) {
            int score = random.nextInt(-1, 2);
            heads.add(new Head(matrix(2, score, 0, 0, score), matrix(2, random.nextInt(-1, 2), 0)));
        }
        return new AttentionHeads(heads);
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new Head(matrix(2, 1, 2), matrix(2, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 1 x 2 and 1 x 2");
        Head small = new Head(matrix(1, 1), matrix(1, 1));
        Head large = new Head(matrix(2, 1, 0, 0, 1), matrix(2, 1, 1));
        assertThatThrownBy(() -> heads(small, large)).isInstanceOf(IllegalArgumentException.class);
        AttentionHeads one = heads(small);
        assertThatThrownBy(() -> one.isEqualTo(one, 0)).hasMessageContaining("at least one token");
    }
}
