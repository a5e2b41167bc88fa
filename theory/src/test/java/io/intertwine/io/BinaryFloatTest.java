package io.intertwine.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Binary64;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinaryFloatTest {
    private static final int SAMPLES = 200_000;

    /** The value of a float by the definition in the standard, as bits of the same number in binary64. */
    private static long byDefinition(int exponentBits, int fractionBits, int bits) {
        int bias = (1 << (exponentBits - 1)) - 1;
        int exponent = (bits >>> fractionBits) & ((1 << exponentBits) - 1);
        int fraction = bits & ((1 << fractionBits) - 1);
        long significand = exponent == 0 ? fraction : fraction + (1L << fractionBits);
        BigInteger mantissa =
                BigInteger.valueOf(bits >>> (exponentBits + fractionBits) == 0 ? significand : -significand);
        return Scalar.ofDyadic(mantissa, Math.max(exponent, 1) - bias - fractionBits)
                .toBinary64Bits();
    }

    private static boolean byDefinitionSpecial(int exponentBits, int bits) {
        int largest = (1 << exponentBits) - 1;
        return ((bits >>> (15 - exponentBits)) & largest) == largest;
    }

    @Test
    void everyFloatOf16BitsIsWidenedAndNarrowedExactly() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            for (BinaryFloat format : new BinaryFloat[] {BinaryFloat.BINARY16, BinaryFloat.BFLOAT16}) {
                int exponentBits = format == BinaryFloat.BINARY16 ? 5 : 8;
                long wide = format.widen(bits);
                boolean special = byDefinitionSpecial(exponentBits, bits);
                assertThat(Binary64.isFinite(wide)).isNotEqualTo(special);
                if (!special) {
                    assertThat(Binary64.withoutNegativeZero(wide))
                            .isEqualTo(byDefinition(exponentBits, 15 - exponentBits, bits));
                    assertThat(format.narrow(wide)).hasValue(bits == 1 << 15 ? 0 : bits);
                }
            }
        }
    }

    @Test
    void floatsOf32BitsAreWidenedAsThePlatformDoes() {
        Random random = new Random(7);
        for (int i = 0; i < SAMPLES; i++) {
            int bits = i < 1000 ? i : random.nextInt();
            float value = Float.intBitsToFloat(bits);
            long wide = BinaryFloat.BINARY32.widen(Integer.toUnsignedLong(bits));
            if (Float.isFinite(value)) {
                assertThat(wide).isEqualTo(Double.doubleToRawLongBits(value));
                assertThat(BinaryFloat.BINARY32.narrow(wide)).hasValue(value == 0 ? 0 : Integer.toUnsignedLong(bits));
            } else {
                assertThat(Binary64.isFinite(wide)).isFalse();
            }
        }
    }

    @Test
    void onlyNumbersOfTheFormatAreNarrowed() {
        Random random = new Random(8);
        for (int i = 0; i < SAMPLES; i++) {
            long bits = random.nextLong() & (-1L << random.nextInt(60));
            double value = Double.longBitsToDouble(bits);
            if (Double.isFinite(value)) {
                boolean exact = (float) value == value;
                assertThat(BinaryFloat.BINARY32.narrow(bits).isPresent())
                        .as("%s", value)
                        .isEqualTo(exact);
            }
        }
        assertThat(BinaryFloat.BINARY32.narrow(Double.doubleToRawLongBits(0x1.0p128)))
                .isEmpty();
        assertThat(BinaryFloat.BINARY32.narrow(Double.doubleToRawLongBits(0x1.0p-150)))
                .isEmpty();
        assertThat(BinaryFloat.BINARY32.narrow(Double.doubleToRawLongBits(0x1.8p-149)))
                .isEmpty();
        assertThat(BinaryFloat.BINARY64.narrow(-1)).hasValue(-1);
    }

    @Test
    void integersAreBinary64NumbersWhereTheyAreSmallOrEndInZeros() {
        Random random = new Random(9);
        for (int i = 0; i < SAMPLES; i++) {
            long integer = (random.nextLong() >> random.nextInt(64)) << random.nextInt(12);
            OptionalLong bits = BinaryFloat.bitsOf(integer);
            boolean exact =
                    BigInteger.valueOf(integer).equals(new java.math.BigDecimal((double) integer).toBigInteger());
            assertThat(bits.isPresent()).isEqualTo(exact);
            if (exact) {
                assertThat(bits).hasValue(Double.doubleToRawLongBits((double) integer));
            }
        }
        assertThat(BinaryFloat.bitsOf(0)).hasValue(0);
        assertThat(BinaryFloat.bitsOf(Long.MIN_VALUE)).hasValue(Double.doubleToRawLongBits(-0x1.0p63));
    }

    @Test
    void numbersAreBinary64NumbersExactlyWhereTheyAreSo() {
        Random random = new Random(10);
        for (int i = 0; i < 20_000; i++) {
            BigInteger mantissa = new BigInteger(random.nextInt(1, 70), random);
            Scalar number =
                    Scalar.ofDyadic(random.nextBoolean() ? mantissa : mantissa.negate(), random.nextInt(-1200, 1100));
            OptionalLong expected =
                    number.isBinary64() ? OptionalLong.of(number.toBinary64Bits()) : OptionalLong.empty();
            assertThat(BinaryFloat.bitsOf(number)).isEqualTo(expected);
        }
        assertThat(BinaryFloat.bitsOf(Scalar.of(1, 3))).isEmpty();
        assertThat(BinaryFloat.bitsOf(Scalar.cosine(1, 8))).isEmpty();
    }
}
