package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SparseModularEchelonTest {
    private static final PrimeField FIELD = new PrimeField(2_147_483_647);

    private static SparseModularEchelon echelon(int columns) {
        return new SparseModularEchelon(FIELD, columns, 1_000_000);
    }

    @Test
    void aRowThatDependsOnOthersDoesNotRaiseTheRank() {
        SparseModularEchelon echelon = echelon(4);
        assertThat(echelon.add(new int[] {3, 1}, new long[] {2, 1})).isTrue();
        assertThat(echelon.add(new int[] {1, 3}, new long[] {3, 6})).isFalse();
        assertThat(echelon.add(new int[] {}, new long[] {})).isFalse();
        assertThat(echelon.add(new int[] {0}, new long[] {0})).isFalse();
        assertThat(echelon.add(new int[] {1, 3}, new long[] {3, 7})).isTrue();
        assertThat(echelon.add(new int[] {0, 1, 2, 3}, new long[] {1, 1, 1, 1})).isTrue();
        assertThat(echelon.rank()).isEqualTo(3);
        assertThat(echelon.add(new int[] {0, 2}, new long[] {5, 5})).isFalse();
    }

    @Test
    void ranksAreThoseOfDenseElimination() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 200; round++) {
            PrimeField field = new PrimeField(round % 2 == 0 ? 3 : 2_147_483_647);
            int columns = 1 + random.nextInt(12);
            SparseModularEchelon echelon = new SparseModularEchelon(field, columns, 1_000_000);
            List<long[]> rows = new ArrayList<>();
            for (int r = 0; r < columns + 2; r++) {
                long[] row = new long[columns];
                int[] places = random.ints(0, columns).limit(3).distinct().toArray();
                long[] residues = new long[places.length];
                for (int k = 0; k < places.length; k++) {
                    residues[k] = random.nextLong(field.prime());
                    row[places[k]] = residues[k];
                }
                int before = field.rank(rows);
                rows.add(row);
                assertThat(echelon.add(places, residues)).isEqualTo(field.rank(rows) > before);
                assertThat(echelon.rank()).isEqualTo(field.rank(rows));
            }
        }
    }

    @Test
    void workBeyondTheStatedBoundIsRefused() {
        SparseModularEchelon echelon = new SparseModularEchelon(FIELD, 100, 150);
        assertThat(echelon.add(new int[] {0}, new long[] {1})).isTrue();
        assertThatThrownBy(() -> echelon.add(new int[] {0, 1}, new long[] {1, 1}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("more than 150 steps");
    }
}
