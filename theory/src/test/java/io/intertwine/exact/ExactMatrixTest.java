package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two storages of a matrix give the same results; the naive sum over scalars is the reference. */
class ExactMatrixTest {
    private static final long[] SPECIAL = {
        0L,
        Long.MIN_VALUE,
        1L,
        Long.MIN_VALUE | 1L,
        0xfffffffffffffL,
        0x10000000000000L,
        0x7fefffffffffffffL,
        0xffefffffffffffffL,
        0x3ff0000000000000L,
        0xbff0000000000000L,
        0x3ff0000000000001L,
        0x3fb999999999999aL
    };
    private static final Scalar THIRD = Scalar.of(1, 3);

    private static long[] bits(Random random, int count) {
        long[] bits = new long[count];
        for (int i = 0; i < count; i++) {
            long exponent = 1023L + random.nextInt(7) - 3;
            bits[i] = random.nextInt(3) == 0
                    ? SPECIAL[random.nextInt(SPECIAL.length)]
                    : (random.nextBoolean() ? Long.MIN_VALUE : 0) | exponent << 52 | (random.nextLong() >>> 12);
        }
        return bits;
    }

    private static List<Scalar> scalars(long[] bits) {
        List<Scalar> result = new ArrayList<>();
        for (long each : bits) {
            result.add(Scalar.ofBinary64(each));
        }
        return result;
    }

    /** The same numbers beside a third, so that scalars are stored. */
    private static ExactMatrix wide(int rows, int columns, long[] bits) {
        return ExactMatrix.build(
                rows, columns + 1, (i, j) -> j < columns ? Scalar.ofBinary64(bits[i * columns + j]) : THIRD);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bothStoragesAgreeEntryByEntry(long seed) {
        long[] bits = bits(new Random(seed), 12);
        ExactMatrix binary = ExactMatrix.ofBinary64(3, 4, bits);
        ExactMatrix other = wide(3, 4, bits);
        assertThat(binary.isBinary64()).isTrue();
        assertThat(other.isBinary64()).isFalse();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(other.get(i, j)).isEqualTo(binary.get(i, j)).isEqualTo(Scalar.ofBinary64(bits[4 * i + j]));
                assertThat(other.isZero(i, j))
                        .isEqualTo(binary.isZero(i, j))
                        .isEqualTo(binary.get(i, j).isZero());
                assertThat(other.signum(i, j))
                        .isEqualTo(binary.signum(i, j))
                        .isEqualTo(binary.get(i, j).signum());
                assertThat(other.residue(i, j))
                        .isEqualTo(binary.residue(i, j))
                        .isEqualTo(Mersenne61.of(binary.get(i, j).rational()));
                assertThat(Scalar.ofBinary64(binary.bits(i, j))).isEqualTo(binary.get(i, j));
            }
            assertThat(binary.row(i)).isEqualTo(other.row(i).subList(0, 4));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void productsAreTheNaiveSums(long seed) {
        Random random = new Random(seed);
        long[] bits = bits(random, 12);
        List<Scalar> dyadic = scalars(bits(random, 4));
        List<Scalar> thirds = dyadic.stream().map(THIRD::multiply).toList();
        ExactMatrix binary = ExactMatrix.ofBinary64(3, 4, bits);
        assertThat(binary.multiply(dyadic)).isEqualTo(naive(binary, dyadic));
        assertThat(binary.multiply(thirds)).isEqualTo(naive(binary, thirds));
        List<Scalar> longer = new ArrayList<>(dyadic);
        longer.add(Scalar.ZERO);
        assertThat(wide(3, 4, bits).multiply(longer)).isEqualTo(naive(binary, dyadic));
        ExactMatrix right = ExactMatrix.ofBinary64(4, 2, bits(random, 8));
        ExactMatrix product = binary.multiply(right);
        for (int j = 0; j < 2; j++) {
            List<Scalar> column = right.transpose().row(j);
            for (int i = 0; i < 3; i++) {
                assertThat(product.get(i, j)).isEqualTo(naive(binary, column).get(i));
            }
        }
    }

    private static List<Scalar> naive(ExactMatrix matrix, List<Scalar> vector) {
        List<Scalar> result = new ArrayList<>();
        for (int i = 0; i < matrix.rows(); i++) {
            Scalar sum = Scalar.ZERO;
            for (int j = 0; j < matrix.columns(); j++) {
                sum = sum.add(matrix.get(i, j).multiply(vector.get(j)));
            }
            result.add(sum);
        }
        return result;
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void scaledEntriesAreComparedExactly(long seed) {
        Random random = new Random(seed);
        long[] bits = bits(random, 9);
        ExactMatrix binary = ExactMatrix.ofBinary64(3, 3, bits);
        ExactMatrix other = wide(3, 3, bits);
        List<Scalar> factors = List.of(
                Scalar.ONE, Scalar.MINUS_ONE, Scalar.of(2), Scalar.of(-1, 2), THIRD, Scalar.sqrt(BigFraction.TWO));
        for (int p = 0; p < 81; p++) {
            int a = p / 9;
            int b = p % 9;
            for (Scalar left : factors) {
                for (Scalar right : factors) {
                    boolean expected = binary.get(a / 3, a % 3)
                            .multiply(left)
                            .equals(binary.get(b / 3, b % 3).multiply(right));
                    assertThat(binary.scaledEquals(a / 3, a % 3, left, binary, b / 3, b % 3, right))
                            .isEqualTo(expected);
                    assertThat(binary.scaledEquals(a / 3, a % 3, left, other, b / 3, b % 3, right))
                            .isEqualTo(expected);
                    assertThat(other.scaledEquals(a / 3, a % 3, left, binary, b / 3, b % 3, right))
                            .isEqualTo(expected);
                    assertThat(other.scaledEquals(a / 3, a % 3, left, other, b / 3, b % 3, right))
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void theStorageIsNeverVisible() {
        long[] bits = {0x3ff0000000000000L, Long.MIN_VALUE, 1L, 0xbff0000000000000L};
        ExactMatrix binary = ExactMatrix.ofBinary64(2, 2, bits);
        ExactMatrix listed = ExactMatrix.of(2, 2, scalars(bits));
        ExactMatrix built = ExactMatrix.build(2, 3, (i, j) -> j == 2 ? THIRD : binary.get(i, j));
        ExactMatrix cut = ExactMatrix.build(2, 2, built::get);
        assertThat(listed).isEqualTo(binary).hasSameHashCodeAs(binary).hasToString(binary.toString());
        assertThat(cut).isEqualTo(binary).hasSameHashCodeAs(binary);
        assertThat(built).isNotEqualTo(binary);
        assertThat(binary.transpose().transpose()).isEqualTo(binary);
        assertThat(binary).isNotEqualTo(ExactMatrix.of(1, 4, scalars(bits))).isNotEqualTo("matrix");
    }

    @Test
    void negativeZeroIsZero() {
        ExactMatrix matrix = ExactMatrix.ofBinary64(1, 1, new long[] {Long.MIN_VALUE});
        assertThat(matrix).isEqualTo(ExactMatrix.ofBinary64(1, 1, new long[] {0}));
        assertThat(matrix.isZero(0, 0)).isTrue();
        assertThat(matrix.signum(0, 0)).isZero();
        assertThat(matrix.isZeroRow(0)).isTrue();
        assertThat(matrix.scaledEquals(0, 0, Scalar.MINUS_ONE, matrix, 0, 0, Scalar.ONE))
                .isTrue();
    }

    @Test
    void numbersThatAreNoBinary64AreStoredAsTheyAre() {
        Scalar huge = Scalar.ofDyadic(BigInteger.ONE, 1024);
        Scalar tiny = Scalar.ofDyadic(BigInteger.ONE, -1075);
        Scalar long54 = Scalar.of((1L << 53) + 1);
        for (Scalar value : List.of(huge, tiny, long54, THIRD)) {
            ExactMatrix matrix = ExactMatrix.of(1, 1, List.of(value));
            assertThat(matrix.isBinary64()).isFalse();
            assertThat(matrix.get(0, 0)).isEqualTo(value);
        }
    }

    @Test
    void inversesAreExact() {
        ExactMatrix matrix =
                ExactMatrix.of(2, 2, List.of(Scalar.ZERO, THIRD, Scalar.of(2), Scalar.sqrt(BigFraction.TWO)));
        assertThat(matrix.multiply(matrix.inverse())).isEqualTo(ExactMatrix.identity(2));
        assertThat(matrix.inverse().multiply(matrix)).isEqualTo(ExactMatrix.identity(2));
        assertThat(ExactMatrix.identity(3).inverse()).isEqualTo(ExactMatrix.identity(3));
        ExactMatrix singular = ExactMatrix.of(2, 2, List.of(Scalar.ONE, THIRD, Scalar.of(3), Scalar.ONE));
        assertThatThrownBy(singular::inverse)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("singular");
    }

    @Test
    void nearlySingularMatricesAreDecided() {
        Scalar near = Scalar.ofBinary64(0x3ff0000000000001L);
        ExactMatrix matrix = ExactMatrix.of(2, 2, List.of(Scalar.ONE, Scalar.ONE, Scalar.ONE, near));
        assertThat(matrix.multiply(matrix.inverse())).isEqualTo(ExactMatrix.identity(2));
    }

    @Test
    void wrongSizesAndNumbersAreRefused() {
        assertThatThrownBy(() -> ExactMatrix.of(2, 2, List.of(THIRD))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExactMatrix.of(-1, -1, List.of(THIRD))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExactMatrix.ofBinary64(1, 2, new long[] {0, 0x7ff0000000000000L}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(0, 1)");
        assertThatThrownBy(() -> ExactMatrix.ofBinary64(1, 1, new long[] {0x7ff8000000000000L}))
                .isInstanceOf(IllegalArgumentException.class);
        ExactMatrix matrix = ExactMatrix.identity(2);
        assertThatThrownBy(() -> matrix.get(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.get(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.get(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.multiply(List.of(THIRD))).isInstanceOf(IllegalArgumentException.class);
    }
}
