package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Arithmetic modulo 2^61 - 1 against big integers. */
class Mersenne61Test {
    private static final BigInteger P = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);

    private static List<Long> residues() {
        List<Long> result = new ArrayList<>(
                List.of(0L, 1L, 2L, Mersenne61.PRIME - 1, Mersenne61.PRIME - 2, 1L << 60, (1L << 60) - 1));
        Random random = new Random(61);
        for (int k = 0; k < 40; k++) {
            result.add(Math.floorMod(random.nextLong(), Mersenne61.PRIME));
        }
        return result;
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    @Test
    void theModulusIsPrime() {
        assertThat(big(Mersenne61.PRIME)).isEqualTo(P);
        assertThat(P.isProbablePrime(50)).isTrue();
    }

    @Test
    void ringOperationsAgreeWithBigIntegers() {
        for (long a : residues()) {
            assertThat(big(Mersenne61.negate(a))).isEqualTo(big(a).negate().mod(P));
            for (long b : residues()) {
                assertThat(big(Mersenne61.add(a, b)))
                        .isEqualTo(big(a).add(big(b)).mod(P));
                assertThat(big(Mersenne61.multiply(a, b)))
                        .isEqualTo(big(a).multiply(big(b)).mod(P));
            }
        }
    }

    @Test
    void inversesAgreeWithBigIntegers() {
        for (long a : residues()) {
            if (a != 0) {
                assertThat(big(Mersenne61.inverse(a))).isEqualTo(big(a).modInverse(P));
            }
        }
        assertThatThrownBy(() -> Mersenne61.inverse(0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void binary64NumbersHaveTheResiduesOfTheirValues() {
        Random random = new Random(64);
        for (int k = 0; k < 500; k++) {
            long bits = random.nextLong();
            if (Binary64.isFinite(bits)) {
                assertThat(Mersenne61.ofBinary64(bits))
                        .isEqualTo(Mersenne61.of(Scalar.ofBinary64(bits).rational()));
            }
        }
        for (long bits :
                new long[] {0, Long.MIN_VALUE, 1, Long.MIN_VALUE + 1, 0x7fefffffffffffffL, 0x0010000000000000L}) {
            assertThat(Mersenne61.ofBinary64(bits))
                    .isEqualTo(Mersenne61.of(Scalar.ofBinary64(bits).rational()));
        }
    }

    @Test
    void fractionsAreQuotientsOfResidues() {
        BigFraction value = new BigFraction(big(-7).pow(30), big(11).pow(25));
        BigInteger expected =
                big(-7).pow(30).multiply(big(11).pow(25).modInverse(P)).mod(P);
        assertThat(big(Mersenne61.of(value))).isEqualTo(expected);
        assertThat(Mersenne61.of(new BigFraction(P.multiply(big(5))))).isZero();
        BigFraction without = new BigFraction(BigInteger.ONE, P);
        assertThatThrownBy(() -> Mersenne61.of(without)).isInstanceOf(ArithmeticException.class);
    }
}
