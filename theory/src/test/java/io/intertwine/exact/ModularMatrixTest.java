package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModularMatrixTest {
    @Test
    void entriesStandRowByRow() {
        ModularMatrix matrix = new ModularMatrix(7, 2, 3);
        matrix.set(1, 2, 6);
        matrix.set(0, 1, 5);
        assertThat(matrix.data()).containsExactly(0, 5, 0, 0, 0, 6);
        assertThat(matrix.get(1, 2)).isEqualTo(6);
        assertThat(matrix.prime()).isEqualTo(7);
        assertThat(matrix.rows()).isEqualTo(2);
        assertThat(matrix.columns()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 7, 11, 65521, 8388593, 67108859, 2147483629, 2147483647})
    void primesAreTaken(long prime) {
        assertThat(new ModularMatrix(prime, 0, 0).prime()).isEqualTo(prime);
    }

    /** Among them Carmichael numbers, squares of primes, and strong pseudoprimes to the bases 2, 3 and 5. */
    @ParameterizedTest
    @ValueSource(
            longs = {
                -7,
                0,
                1,
                4,
                9,
                49,
                121,
                561,
                2047,
                1373653,
                25326001,
                161304001,
                960946321,
                2147117569,
                2147483646,
                2147483648L,
                2147483659L,
                4294967291L
            })
    void otherNumbersAreRefused(long number) {
        assertThatThrownBy(() -> new ModularMatrix(number, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(number));
    }

    @Test
    void sieveAndTestForPrimesAgree() {
        boolean[] composite = new boolean[5000];
        for (int number = 2; number < composite.length; number++) {
            for (int multiple = 2 * number; multiple < composite.length; multiple += number) {
                composite[multiple] = true;
            }
            assertThat(isTaken(number)).as("%d", number).isEqualTo(!composite[number]);
        }
    }

    private static boolean isTaken(int number) {
        try {
            return new ModularMatrix(number, 0, 0).prime() == number;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void wrongSizesAndEntriesAreRefused() {
        assertThatThrownBy(() -> new ModularMatrix(7, -1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ModularMatrix(7, 2, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ModularMatrix(7, 65536, 32768))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65536 x 32768");
        assertThatThrownBy(() -> new ModularMatrix(7, 2147483639, 1)).isInstanceOf(IllegalArgumentException.class);
        ModularMatrix matrix = new ModularMatrix(7, 2, 3);
        assertThatThrownBy(() -> matrix.set(0, 0, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> matrix.set(0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> matrix.set(0, 3, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.get(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.get(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.get(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
