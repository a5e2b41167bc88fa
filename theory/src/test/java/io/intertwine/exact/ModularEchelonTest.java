package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ranks modulo 2^61 - 1. */
class ModularEchelonTest {
    @Test
    void theRankGrowsWithIndependentRowsOnly() {
        ModularEchelon span = new ModularEchelon(3);
        assertThat(span.rank()).isZero();
        assertThat(span.add(new long[] {0, 0, 0})).isFalse();
        assertThat(span.add(new long[] {0, 2, 4})).isTrue();
        assertThat(span.add(new long[] {0, 1, 2})).isFalse();
        assertThat(span.add(new long[] {3, 1, 2})).isTrue();
        assertThat(span.add(new long[] {5, 7, 14})).isFalse();
        assertThat(span.add(new long[] {0, 0, 1})).isTrue();
        assertThat(span.add(new long[] {1, 1, 1})).isFalse();
        assertThat(span.rank()).isEqualTo(3);
    }

    @Test
    void aRowIsNotChanged() {
        ModularEchelon span = new ModularEchelon(2);
        long[] row = {5, 7};
        span.add(row);
        span.add(row);
        assertThat(row).containsExactly(5, 7);
    }

    @Test
    void rowsOfAnotherLengthAreRefused() {
        ModularEchelon span = new ModularEchelon(2);
        long[] row = {1};
        assertThatThrownBy(() -> span.add(row)).hasMessageContaining("expected a row of 2 entries, found 1");
    }

    @Test
    void combinationsOfKRowsHaveRankK() {
        Random random = new Random(1);
        for (int k = 0; k <= 6; k++) {
            long[][] basis = new long[k][9];
            for (long[] row : basis) {
                for (int j = 0; j < 9; j++) {
                    row[j] = random.nextInt(3) == 0 ? 0 : random.nextLong() >>> 4;
                }
            }
            ModularEchelon span = new ModularEchelon(9);
            for (int run = 0; run < 30; run++) {
                long[] row = new long[9];
                for (long[] part : basis) {
                    long factor = random.nextLong() >>> 4;
                    for (int j = 0; j < 9; j++) {
                        row[j] = Mersenne61.add(row[j], Mersenne61.multiply(factor, part[j]));
                    }
                }
                span.add(row);
            }
            assertThat(span.rank()).isEqualTo(k);
        }
    }
}
