package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Binary64Test {

    private static Scalar exact(BigDecimal value) {
        return Scalar.of(new BigFraction(value.unscaledValue()))
                .divide(Scalar.of(10).pow(value.scale()));
    }

    private static Scalar of(double value) {
        return Scalar.ofBinary64(Double.doubleToRawLongBits(value));
    }

    private static void checkRoundTrip(double value) {
        Scalar scalar = of(value);
        assertThat(scalar).isEqualTo(exact(new BigDecimal(value)));
        assertThat(scalar.isBinary64()).isTrue();
        assertThat(scalar.toBinary64Bits()).isEqualTo(Double.doubleToRawLongBits(value + 0.0));
        assertThat(scalar.getReal()).isEqualTo(value + 0.0);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                1.0,
                -1.0,
                0.1,
                -0.3,
                1e300,
                3e-310,
                1e-320,
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.MIN_NORMAL,
                0x1.fffffffffffffp-1023,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                0x1p52,
                0x1p53,
                0x1.0p-1022,
                0x1.8p1023
            })
    void finiteNumbersAreExactAndReturn(double value) {
        checkRoundTrip(value);
    }

    @Test
    void randomBitsReturn() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                checkRoundTrip(value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void valuesThatAreNotFiniteAreRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(value))
                .withMessageContaining("0x" + Long.toHexString(Double.doubleToRawLongBits(value)));
    }

    @Test
    void numbersOutsideTheFormatAreRecognised() {
        for (Scalar other : new Scalar[] {
            Scalar.of(1, 3),
            Scalar.of((1L << 53) + 1),
            Scalar.ofDyadic(BigInteger.ONE, -1075),
            Scalar.ofDyadic(BigInteger.ONE, 1024),
            Scalar.ofDyadic(BigInteger.ONE, 5000),
            Scalar.ofDyadic(BigInteger.ONE, -5000),
            Scalar.sqrt(BigFraction.TWO)
        }) {
            assertThat(other.isBinary64()).isFalse();
            assertThatThrownBy(other::toBinary64Bits).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void rationalNumbersRoundToNearestEven() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            BigDecimal value = new BigDecimal(new BigInteger(1 + random.nextInt(200), random))
                    .scaleByPowerOfTen(random.nextInt(700) - 400);
            assertThat(exact(value).getReal()).as("%s", value).isEqualTo(value.doubleValue());
            assertThat(exact(value.negate()).getReal()).isEqualTo(value.negate().doubleValue() + 0.0);
        }
    }

    @Test
    void tiesRoundToEven() {
        assertThat(Scalar.of((1L << 53) + 1).getReal()).isEqualTo(0x1p53);
        assertThat(Scalar.of((1L << 53) + 3).getReal()).isEqualTo(0x1p53 + 4);
        assertThat(Scalar.ofDyadic(BigInteger.ONE, -1075).getReal()).isZero();
        assertThat(Scalar.ofDyadic(BigInteger.valueOf(3), -1075).getReal()).isEqualTo(2 * Double.MIN_VALUE);
        assertThat(Scalar.ofDyadic(BigInteger.valueOf((1L << 54) - 1), 970).getReal())
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Scalar.ofDyadic(BigInteger.valueOf((1L << 54) - 1), 970)
                        .negate()
                        .getReal())
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Scalar.ofDyadic(BigInteger.ONE, 1024).getReal()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Scalar.ofDyadic(BigInteger.ONE, 1023).getReal()).isEqualTo(0x1p1023);
        assertThat(Scalar.ofDyadic(BigInteger.valueOf(-1), -2000).nearestBinary64Bits())
                .isZero();
    }

    @Test
    void irrationalNumbersRoundToNearest() {
        assertThat(Scalar.sqrt(BigFraction.TWO).getReal()).isEqualTo(Math.sqrt(2));
        assertThat(Scalar.sqrt(new BigFraction(1_000_003)).getReal()).isEqualTo(Math.sqrt(1_000_003));
        assertThat(Scalar.sqrt(BigFraction.TWO)
                        .multiply(Scalar.ofDyadic(BigInteger.ONE, -1074))
                        .getReal())
                .isEqualTo(Double.MIN_VALUE);
        for (int n = 1; n <= 40; n++) {
            for (int k = 0; k < n; k++) {
                double reference = ReferenceCosine.cosine(k, n).doubleValue();
                assertThat(Scalar.cosine(k, n).getReal()).isEqualTo(Math.abs(reference) < 1e-50 ? 0 : reference);
            }
        }
    }

    @Test
    void dyadicExponentsHaveALimit() {
        int limit = Scalar.BINARY_EXPONENT_LIMIT;
        assertThat(Scalar.ofDyadic(BigInteger.ONE, limit).multiply(Scalar.ofDyadic(BigInteger.ONE, -limit)))
                .isEqualTo(Scalar.ONE);
        assertThat(Scalar.ofDyadic(BigInteger.TEN, 0)).isEqualTo(Scalar.of(10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scalar.ofDyadic(BigInteger.ONE, limit + 1))
                .withMessageContaining("found 1000001");
        assertThatIllegalArgumentException().isThrownBy(() -> Scalar.ofDyadic(BigInteger.ONE, -limit - 1));
    }
}
