package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankEngineTest {
    private static final long[] PRIMES = {
        2, 3, 5, 7, 251, 65521, 8388593, 33554393, 67108859, 134217689, 2147483629, 2147483647
    };

    private final RankEngine engine = RankEngine.pure(1);

    @Test
    void ranksOfSmallMatricesAgreeWithAPlainElimination() {
        SplittableRandom random = new SplittableRandom(1);
        for (long prime : PRIMES) {
            for (int rows = 0; rows < 8; rows++) {
                for (int columns = 0; columns < 8; columns++) {
                    assertPivots(ModularSamples.random(prime, rows, columns, random));
                    assertPivots(ModularSamples.sparse(prime, rows, columns, random));
                    assertPivots(ModularSamples.ofRank(prime, rows, columns, Math.min(rows, columns) / 2, random));
                }
            }
        }
    }

    @Test
    void allMatricesOfOrderThreeWithEntriesZeroAndOne() {
        for (long prime : new long[] {2, 3}) {
            for (int bits = 0; bits < 512; bits++) {
                ModularMatrix matrix = new ModularMatrix(prime, 3, 3);
                for (int i = 0; i < 9; i++) {
                    matrix.set(i / 3, i % 3, bits >> i & 1);
                }
                assertPivots(matrix);
            }
        }
    }

    @Test
    void sizesAroundThoseOfLeavesGroupsAndBlocks() {
        SplittableRandom random = new SplittableRandom(2);
        for (int size : new int[] {11, 12, 13, 23, 24, 25, 26, 47, 48, 49, 50, 95, 97}) {
            for (long prime : PRIMES) {
                assertPivots(ModularSamples.random(prime, size, size, random));
                assertPivots(ModularSamples.sparse(prime, size, size + 1, random));
            }
        }
        for (int size : new int[] {251, 252, 253, 257, 300}) {
            assertPivots(ModularSamples.random(2147483647, size, size, random));
            assertPivots(ModularSamples.random(8388593, size, size, random));
            assertPivots(ModularSamples.sparse(2, size, size, random));
        }
    }

    @Test
    void wideAndTallMatrices() {
        SplittableRandom random = new SplittableRandom(3);
        for (long prime : new long[] {2, 5, 8388593, 2147483647}) {
            assertPivots(ModularSamples.random(prime, 1, 700, random));
            assertPivots(ModularSamples.random(prime, 700, 1, random));
            assertPivots(ModularSamples.random(prime, 20, 600, random));
            assertPivots(ModularSamples.random(prime, 600, 20, random));
            assertPivots(ModularSamples.sparse(prime, 40, 530, random));
            assertPivots(ModularSamples.sparse(prime, 530, 40, random));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {65521, 8388593, 67108859, 2147483647})
    void plantedRanksAreFound(long prime) {
        SplittableRandom random = new SplittableRandom(4);
        for (int rank : new int[] {0, 1, 12, 100, 260, 299}) {
            ModularMatrix matrix = ModularSamples.ofRank(prime, 300, 310, rank, random);
            RankEngine.Pivots pivots = engine.pivots(matrix, 300);
            assertThat(pivots.rank()).isEqualTo(rank);
            assertFactorises(ModularSamples.submatrix(matrix, pivots.rows(), pivots.columns()));
        }
    }

    @Test
    void pivotsAreFoundInBlocksThatAreMostlyDeficient() {
        SplittableRandom random = new SplittableRandom(5);
        for (long prime : new long[] {3, 8388593, 2147483647}) {
            ModularMatrix matrix = new ModularMatrix(prime, 600, 300);
            for (int i = 0; i < 600; i += 40) {
                for (int j = 299 - i / 10; j < 300; j++) {
                    matrix.set(i, j, random.nextLong(prime));
                }
            }
            assertPivots(matrix);
        }
    }

    @Test
    void zeroMatricesHaveNoPivots() {
        for (long prime : PRIMES) {
            assertThat(engine.pivots(new ModularMatrix(prime, 30, 20), 20).rank())
                    .isZero();
            assertThat(engine.pivots(new ModularMatrix(prime, 0, 20), 20).rank())
                    .isZero();
            assertThat(engine.pivots(new ModularMatrix(prime, 20, 0), 20).rank())
                    .isZero();
        }
    }

    /** Entries p - 1 and those next to p / 2 are the largest before and after they are made least in absolute value. */
    @Test
    void nothingOverflowsWhereEveryProductIsAsLargeAsItCanBe() {
        for (long prime : PRIMES) {
            for (long entry : new long[] {prime - 1, prime / 2, prime / 2 + 1}) {
                ModularMatrix equal = ModularSamples.filled(prime, 530, 520, entry % prime);
                assertThat(engine.pivots(equal, 520).rank()).isEqualTo(entry % prime == 0 ? 0 : 1);
                ModularMatrix product = equalProducts(prime, entry % prime);
                ModularMatrix packed = engine.factorise(product);
                for (int i = 0; i < 300 * 300; i++) {
                    assertEntry(packed.data()[i], i % 301 == 0 ? 1 : entry % prime);
                }
                assertThat(engine.pivots(product, 300).rank()).isEqualTo(300);
            }
        }
    }

    private static void assertEntry(int found, long expected) {
        if (found != expected) {
            assertThat((long) found).isEqualTo(expected);
        }
    }

    /** L U, where L and U have one entry off the diagonal and ones on it: all sums are as long and as large as possible. */
    private static ModularMatrix equalProducts(long prime, long entry) {
        ModularMatrix result = new ModularMatrix(prime, 300, 300);
        long square = entry * entry % prime;
        for (int i = 0; i < 300; i++) {
            for (int j = 0; j < 300; j++) {
                result.set(i, j, (square * Math.min(i, j) + (i == j ? 1 : entry)) % prime);
            }
        }
        return result;
    }

    @Test
    void eliminationStopsAtEnoughPivots() {
        SplittableRandom random = new SplittableRandom(6);
        ModularMatrix matrix = ModularSamples.ofRank(8388593, 320, 320, 290, random);
        for (int enough : new int[] {0, 1, 13, 252, 260, 290, 291, 1000}) {
            RankEngine.Pivots pivots = engine.pivots(matrix, enough);
            assertThat(pivots.rank()).isEqualTo(Math.min(enough, 290));
            assertFactorises(ModularSamples.submatrix(matrix, pivots.rows(), pivots.columns()));
        }
        assertThatThrownBy(() -> engine.pivots(matrix, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void factorisationsMultiplyToTheMatrix() {
        SplittableRandom random = new SplittableRandom(7);
        for (long prime : PRIMES) {
            for (int size : new int[] {0, 1, 2, 12, 13, 60, 130}) {
                ModularMatrix packed = ModularSamples.random(prime, size, size, random);
                for (int i = 0; i < size; i++) {
                    packed.set(i, i, 1 + random.nextLong(prime - 1));
                }
                ModularMatrix product = ModularSamples.multiplyPacked(packed);
                assertThat(engine.factorise(product).data()).isEqualTo(packed.data());
            }
        }
    }

    @Test
    void aVanishingLeadingMinorIsRefused() {
        for (long prime : PRIMES) {
            for (int zero : new int[] {0, 1, 12, 40, 49}) {
                ModularMatrix packed = ModularSamples.random(prime, 50, 50, new SplittableRandom(zero));
                for (int i = 0; i < 50; i++) {
                    packed.set(i, i, i == zero ? 0 : 1);
                }
                ModularMatrix product = ModularSamples.multiplyPacked(packed);
                assertThatThrownBy(() -> engine.factorise(product))
                        .isInstanceOf(ArithmeticException.class)
                        .hasMessageContaining("order " + (zero + 1) + " ");
            }
        }
    }

    @Test
    void twoThreadsGiveTheSameAnswer() {
        SplittableRandom random = new SplittableRandom(8);
        RankEngine two = RankEngine.pure(2);
        for (long prime : new long[] {3, 8388593, 2147483647}) {
            ModularMatrix matrix = ModularSamples.ofRank(prime, 400, 530, 350, random);
            RankEngine.Pivots pivots = engine.pivots(matrix, 400);
            assertThat(two.pivots(matrix, 400)).isEqualTo(pivots);
            ModularMatrix square = ModularSamples.submatrix(matrix, pivots.rows(), pivots.columns());
            assertThat(two.factorise(square).data())
                    .isEqualTo(engine.factorise(square).data());
        }
    }

    @Test
    void theMatrixIsNotChanged() {
        ModularMatrix matrix = ModularSamples.random(65521, 70, 70, new SplittableRandom(9));
        ModularMatrix copy = ModularSamples.copy(matrix);
        engine.pivots(matrix, 70);
        engine.factorise(matrix);
        assertThat(matrix.data()).isEqualTo(copy.data());
    }

    @Test
    void wrongCallsAreRefused() {
        ModularMatrix matrix = new ModularMatrix(7, 2, 2);
        matrix.data()[3] = 7;
        assertThatThrownBy(() -> engine.pivots(matrix, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(1, 1)");
        matrix.data()[3] = -1;
        assertThatThrownBy(() -> engine.factorise(matrix)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.factorise(new ModularMatrix(7, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RankEngine.pure(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBestEngineIsThePureOneWhereNoOtherIsRegistered() {
        assertThat(RankEngine.best(1).name()).isEqualTo(engine.name());
    }

    @Test
    void pivotsKeepTheirArraysAndCompareByValue() {
        int[] rows = {1, 0};
        RankEngine.Pivots pivots = new RankEngine.Pivots(rows, new int[] {2, 3});
        rows[0] = 5;
        pivots.rows()[1] = 5;
        pivots.columns()[1] = 5;
        assertThat(pivots).isEqualTo(new RankEngine.Pivots(new int[] {1, 0}, new int[] {2, 3}));
        assertThat(pivots).hasSameHashCodeAs(new RankEngine.Pivots(new int[] {1, 0}, new int[] {2, 3}));
        assertThat(pivots).isNotEqualTo(new RankEngine.Pivots(new int[] {1, 0}, new int[] {2, 4}));
        assertThat(pivots).isNotEqualTo(new RankEngine.Pivots(new int[] {1, 2}, new int[] {2, 3}));
        assertThat(pivots).hasToString("Pivots[rows=[1, 0], columns=[2, 3]]");
        assertThatThrownBy(() -> new RankEngine.Pivots(new int[1], new int[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void assertPivots(ModularMatrix matrix) {
        RankEngine.Pivots pivots = engine.pivots(matrix, Integer.MAX_VALUE);
        assertThat(pivots.rank())
                .as("%d x %d modulo %d", matrix.rows(), matrix.columns(), matrix.prime())
                .isEqualTo(ModularSamples.rank(matrix));
        assertThat(Arrays.stream(pivots.rows()).distinct()).hasSize(pivots.rank());
        assertThat(Arrays.stream(pivots.columns()).distinct()).hasSize(pivots.rank());
        assertFactorises(ModularSamples.submatrix(matrix, pivots.rows(), pivots.columns()));
    }

    /** A factorisation without exchanges exists, and so the matrix is invertible. */
    private void assertFactorises(ModularMatrix square) {
        ModularMatrix packed = engine.factorise(square);
        for (int i = 0; i < square.rows(); i++) {
            assertThat(packed.get(i, i)).isNotZero();
        }
        assertThat(ModularSamples.multiplyPacked(packed).data()).isEqualTo(square.data());
    }
}
