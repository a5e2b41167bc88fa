package io.intertwine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.intertwine.exact.ModularMatrix;
import io.intertwine.exact.RankEngine;
import io.intertwine.exact.RankEngineFactory;
import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlasRankEngineTest {
    private final RankEngineFactory factory = new BlasRankEngine();
    private final RankEngine pure = RankEngine.pure(1);

    @BeforeEach
    void needsOpenBlas() {
        assumeTrue(factory.isAvailable(), "OpenBLAS cannot be loaded on this platform");
    }

    @Test
    void itIsRegisteredAndTheBestEngine() {
        assertThat(ServiceLoader.load(RankEngineFactory.class)).hasAtLeastOneElementOfType(BlasRankEngine.class);
        assertThat(RankEngine.best(1).name()).isEqualTo("OpenBLAS");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 65521, 8388593, 16777213, 67108859, 2147483629, 2147483647})
    void pivotsAreThoseOfThePureEngine(long prime) {
        SplittableRandom random = new SplittableRandom(prime);
        for (int size : new int[] {0, 1, 5, 12, 25, 60, 253, 300}) {
            for (int rank : new int[] {size / 3, size}) {
                ModularMatrix matrix = sample(prime, size, size + 3, rank, random);
                RankEngine.Pivots expected = pure.pivots(matrix, size);
                assertThat(factory.engine(1).pivots(matrix, size)).isEqualTo(expected);
                assertThat(factory.engine(2).pivots(matrix, size / 2)).isEqualTo(pure.pivots(matrix, size / 2));
                ModularMatrix square = submatrix(matrix, expected.rows(), expected.columns());
                assertThat(factory.engine(2).factorise(square).data())
                        .isEqualTo(pure.factorise(square).data());
            }
        }
    }

    @Test
    void tilesOfEveryShapeAgreeWithTheOtherEngineOnTwoThreads() {
        SplittableRandom random = new SplittableRandom(7);
        for (long prime : new long[] {8388593, 2147483647}) {
            ModularMatrix matrix = sample(prime, 800, 620, 600, random);
            assertThat(factory.engine(2).pivots(matrix, 800)).isEqualTo(pure.pivots(matrix, 800));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 8388593, 67108859, 2147483647})
    void nothingOverflowsWhereEveryProductIsAsLargeAsItCanBe(long prime) {
        ModularMatrix minors = new ModularMatrix(prime, 520, 520);
        for (int i = 0; i < 520; i++) {
            // L = U^T with (p - 1) / 2 off the diagonal: the entry is the sum of min(i, j) equal products and one more
            // term
            for (int j = 0; j < 520; j++) {
                long half = (prime - 1) / 2;
                long sum = half * half % prime * Math.min(i, j) + (i == j ? 1 : half);
                minors.set(i, j, sum % prime);
            }
        }
        ModularMatrix packed = factory.engine(1).factorise(minors);
        for (int i = 0; i < 520; i++) {
            for (int j = 0; j < 520; j++) {
                assertThat(packed.get(i, j)).isEqualTo((int) (i == j ? 1 : (prime - 1) / 2));
            }
        }
    }

    @Test
    void aVanishingMinorAndABadThreadCountAreRefused() {
        ModularMatrix zero = new ModularMatrix(7, 3, 3);
        assertThatThrownBy(() -> factory.engine(1).factorise(zero)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> factory.engine(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Rows after the first {@code rank} are multiples of earlier ones. */
    private static ModularMatrix sample(long prime, int rows, int columns, int rank, SplittableRandom random) {
        ModularMatrix result = new ModularMatrix(prime, rows, columns);
        for (int i = 0; i < rows; i++) {
            int copied = i < rank || rank == 0 ? i : random.nextInt(rank);
            long factor = i < rank ? 1 : rank == 0 ? 0 : random.nextLong(prime);
            for (int j = 0; j < columns; j++) {
                long entry = copied == i ? random.nextLong(prime) : result.get(copied, j);
                result.set(i, j, entry * factor % prime);
            }
        }
        return result;
    }

    private static ModularMatrix submatrix(ModularMatrix matrix, int[] rows, int[] columns) {
        ModularMatrix result = new ModularMatrix(matrix.prime(), rows.length, columns.length);
        Arrays.setAll(result.data(), i -> matrix.get(rows[i / columns.length], columns[i % columns.length]));
        return result;
    }
}
