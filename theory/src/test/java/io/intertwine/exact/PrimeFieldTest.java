package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrimeFieldTest {
    @ParameterizedTest
    @ValueSource(longs = {3, 5, 7, 13, 65537, 8388593, 2147483647})
    void agreesWithBigIntegers(long prime) {
        PrimeField field = new PrimeField(prime);
        BigInteger p = BigInteger.valueOf(prime);
        SplittableRandom random = new SplittableRandom(prime);
        for (int i = 0; i < 200; i++) {
            BigInteger a = BigInteger.valueOf(random.nextLong(prime));
            BigInteger b = BigInteger.valueOf(random.nextLong(1, prime));
            long x = a.longValueExact();
            long y = b.longValueExact();
            assertThat(field.add(x, y)).isEqualTo(a.add(b).mod(p).longValueExact());
            assertThat(field.subtract(x, y)).isEqualTo(a.subtract(b).mod(p).longValueExact());
            assertThat(field.multiply(x, y)).isEqualTo(a.multiply(b).mod(p).longValueExact());
            assertThat(field.negate(x)).isEqualTo(a.negate().mod(p).longValueExact());
            assertThat(field.inverse(y)).isEqualTo(b.modInverse(p).longValueExact());
            assertThat(field.power(x, 10)).isEqualTo(a.pow(10).mod(p).longValueExact());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 7, 13, 17, 97, 257})
    void findsTheSmallerSquareRootOfEverySquareAndOfNothingElse(long prime) {
        PrimeField field = new PrimeField(prime);
        long[] smallest = new long[(int) prime];
        Arrays.fill(smallest, -1);
        for (long r = prime - 1; r >= 0; r--) {
            smallest[(int) field.multiply(r, r)] = r;
        }
        for (long a = 0; a < prime; a++) {
            if (smallest[(int) a] < 0) {
                assertThat(field.sqrt(a)).isEmpty();
            } else {
                assertThat(field.sqrt(a)).hasValue(smallest[(int) a]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-7, 0, 1, 2, 9, 8388595, 2147483649L})
    void refusesWhatIsNoOddPrimeBelowTheLimit(long number) {
        assertThatThrownBy(() -> new PrimeField(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("odd prime below 2^31")
                .hasMessageContaining(String.valueOf(number));
    }

    @Test
    void zeroHasNoInverse() {
        assertThatThrownBy(() -> new PrimeField(7).inverse(0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void takesResiduesOfRationalNumbers() {
        PrimeField field = new PrimeField(7);
        assertThat(field.of(Scalar.of(1, 2))).isEqualTo(4);
        assertThat(field.of(Scalar.of(-10, 3))).isEqualTo(field.multiply(4, 5));
        assertThatThrownBy(() -> field.of(Scalar.of(1, 14)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("7 divides the denominator of 1 / 14");
    }

    @Test
    void mapsSquareRootsToOneSquareRoot() {
        PrimeField field = new PrimeField(8388593);
        for (long d : List.of(2L, 3L, 5L, 6L, 7L, 10L, 13L)) {
            Scalar root = Scalar.sqrt(new BigFraction(d));
            if (field.sqrt(d).isEmpty()) {
                assertThatThrownBy(() -> field.of(root)).hasMessageContaining(d + " is not a square modulo 8388593");
                continue;
            }
            long residue = field.of(root);
            assertThat(residue).isEqualTo(field.sqrt(d).getAsLong());
            Scalar a = root.multiply(Scalar.of(3, 5)).add(Scalar.of(-7, 2));
            Scalar b = root.add(Scalar.of(4));
            assertThat(field.of(a.multiply(b))).isEqualTo(field.multiply(field.of(a), field.of(b)));
            assertThat(field.of(a.add(b))).isEqualTo(field.add(field.of(a), field.of(b)));
        }
    }

    @Test
    void refusesNumbersOfLargerDegree() {
        assertThatThrownBy(() -> new PrimeField(8388593).of(Scalar.cosine(1, 7)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("not of the form a + b sqrt(d)");
    }

    @Test
    void countsRanks() {
        PrimeField field = new PrimeField(5);
        assertThat(field.rank(List.of())).isZero();
        assertThat(field.rank(List.of(new long[] {0, 0}))).isZero();
        assertThat(field.rank(List.of(new long[] {1, 2}, new long[] {3, 1}))).isEqualTo(1);
        assertThat(field.rank(List.of(new long[] {0, 2}, new long[] {3, 1}))).isEqualTo(2);
        List<long[]> rows =
                List.of(new long[] {0, 0, 1}, new long[] {0, 2, 0}, new long[] {0, 2, 4}, new long[] {1, 1, 1});
        assertThat(field.rank(rows)).isEqualTo(3);
        assertThat(rows.get(2)).containsExactly(0, 2, 4);
    }
}
