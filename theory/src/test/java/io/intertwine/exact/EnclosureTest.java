package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Random;
import java.util.function.LongBinaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class EnclosureTest {
    private static final int REPEATS = 3000;
    private static final int FREE_EXPONENT = Enclosure.MAXIMAL_EXPONENT;

    private static Enclosure of(long lower, long upper, int bits) {
        return Enclosure.ofMantissas(BigInteger.valueOf(lower), BigInteger.valueOf(upper), bits);
    }

    private static Enclosure random(Random random) {
        long lower = random.nextInt(61) - 30L;
        int width = random.nextBoolean() ? random.nextInt(50) : 0;
        long shift = random.nextInt(4) == 0 ? lower : 0;
        return of(lower - shift, lower - shift + width, 1 + random.nextInt(6));
    }

    private static long lowerOf(Enclosure enclosure) {
        return enclosure.lowerMantissa().longValueExact();
    }

    private static long upperOf(Enclosure enclosure) {
        return enclosure.upperMantissa().longValueExact();
    }

    private static long floor(long dividend, long divisor) {
        return Math.floorDiv(dividend, divisor);
    }

    private static long ceiling(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }

    /** The least and the greatest of an operation on the four pairs of ends. */
    private static long[] extremes(Enclosure x, Enclosure y, LongBinaryOperator operation) {
        long[] values = {
            operation.applyAsLong(lowerOf(x), lowerOf(y)),
            operation.applyAsLong(lowerOf(x), upperOf(y)),
            operation.applyAsLong(upperOf(x), lowerOf(y)),
            operation.applyAsLong(upperOf(x), upperOf(y))
        };
        java.util.Arrays.sort(values);
        return new long[] {values[0], values[3]};
    }

    @Test
    void roundsRationalsOutwardByLessThanOneUnit() {
        assertThat(Enclosure.from(new BigFraction(1, 3), 4)).isEqualTo(of(5, 6, 4));
        assertThat(Enclosure.from(new BigFraction(-1, 3), 4)).isEqualTo(of(-6, -5, 4));
        assertThat(Enclosure.from(new BigFraction(-3, 4), 2)).isEqualTo(of(-3, -3, 2));
        assertThat(Enclosure.fromBounds(new BigFraction(-1, 3), new BigFraction(2, 3), 1))
                .isEqualTo(of(-1, 2, 1));
    }

    @Test
    void refusesBoundsInTheWrongOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Enclosure.fromBounds(BigFraction.ONE, BigFraction.ZERO, 8))
                .withMessageContaining("1 > 0");
    }

    @Test
    void refusesBitsOutOfRange() {
        for (int bits : new int[] {Integer.MIN_VALUE, -1, 0, Enclosure.MAXIMAL_BITS + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Enclosure.from(BigFraction.ONE, bits))
                    .withMessageContaining("found " + bits);
            assertThatIllegalArgumentException().isThrownBy(() -> Enclosure.unbounded(bits));
            assertThatIllegalArgumentException().isThrownBy(() -> Enclosure.ofDyadic(BigInteger.ONE, 0, bits));
            assertThatIllegalArgumentException().isThrownBy(() -> of(1, 1, 8).withBits(bits));
        }
        assertThat(Enclosure.unbounded(1).bits()).isEqualTo(1);
        assertThat(Enclosure.unbounded(Enclosure.MAXIMAL_BITS).bits()).isEqualTo(Enclosure.MAXIMAL_BITS);
    }

    @Test
    void takesDyadicNumbersExactlyOrRoundsThemOutward() {
        assertThat(Enclosure.ofDyadic(BigInteger.valueOf(5), -3, 3)).isEqualTo(of(5, 5, 3));
        assertThat(Enclosure.ofDyadic(BigInteger.valueOf(5), 2, 3)).isEqualTo(of(160, 160, 3));
        assertThat(Enclosure.ofDyadic(BigInteger.valueOf(5), -5, 3)).isEqualTo(of(1, 2, 3));
        assertThat(Enclosure.ofDyadic(BigInteger.valueOf(-5), -5, 3)).isEqualTo(of(-2, -1, 3));
        assertThat(Enclosure.ofDyadic(BigInteger.ONE, -FREE_EXPONENT, 3)).isEqualTo(of(0, 1, 3));
    }

    @Test
    void isUnboundedWhereAnEndIsTooLarge() {
        assertThat(Enclosure.ofDyadic(BigInteger.ONE, FREE_EXPONENT - 1, 3).isBounded())
                .isTrue();
        assertThat(Enclosure.ofDyadic(BigInteger.ONE, FREE_EXPONENT, 3)).isEqualTo(Enclosure.unbounded(3));
        Enclosure large = Enclosure.ofDyadic(BigInteger.ONE, FREE_EXPONENT - 1, 3);
        assertThat(large.add(large).isBounded()).isFalse();
        assertThat(large.square().isBounded()).isFalse();
        assertThat(large.multiply(BigFraction.TWO).isBounded()).isFalse();
        assertThat(large.multiplyDyadic(2, 0).isBounded()).isFalse();
        assertThat(large.divide(of(1, 1, 3)).isBounded()).isFalse();
        assertThat(large.withBits(9).isBounded()).isTrue();
        assertThat(large.withBits(9)).isEqualTo(Enclosure.ofDyadic(BigInteger.ONE, FREE_EXPONENT - 1, 9));
    }

    @Test
    void refusesExponentsOutOfRange() {
        for (int exponent : new int[] {Integer.MIN_VALUE, -FREE_EXPONENT - 1, FREE_EXPONENT + 1, Integer.MAX_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Enclosure.ofDyadic(BigInteger.ONE, exponent, 8))
                    .withMessageContaining("found " + exponent);
            assertThatIllegalArgumentException().isThrownBy(() -> of(1, 1, 8).multiplyDyadic(1, exponent));
        }
    }

    @Test
    void givesItsEndsExactly() {
        Enclosure enclosure = of(-3, 5, 2);
        assertThat(enclosure.lower()).isEqualTo(new BigFraction(-3, 4));
        assertThat(enclosure.upper()).isEqualTo(new BigFraction(5, 4));
        assertThat(enclosure.width()).isEqualTo(new BigFraction(2));
        assertThat(enclosure.bits()).isEqualTo(2);
    }

    @Test
    void hasNoEndsWhenUnbounded() {
        Enclosure line = Enclosure.unbounded(8);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(line::lower);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(line::upper);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(line::width);
        assertThat(line.isBounded() || line.isPoint() || line.excludesZero()).isFalse();
        assertThat(line.isPositive() || line.isNegative()).isFalse();
        assertThat(line.contains(new BigFraction(-7, 3))).isTrue();
        assertThat(line.toString()).isEqualTo("(-oo, oo)");
    }

    @Test
    void containsItsEndsAndNothingOutside() {
        Enclosure enclosure = of(-3, 5, 2);
        assertThat(enclosure.contains(new BigFraction(-3, 4))).isTrue();
        assertThat(enclosure.contains(new BigFraction(5, 4))).isTrue();
        assertThat(enclosure.contains(new BigFraction(-301, 400))).isFalse();
        assertThat(enclosure.contains(new BigFraction(501, 400))).isFalse();
    }

    @Test
    void knowsItsSign() {
        assertThat(of(1, 2, 3).isPositive()).isTrue();
        assertThat(of(0, 2, 3).isPositive()).isFalse();
        assertThat(of(-2, -1, 3).isNegative()).isTrue();
        assertThat(of(-2, 0, 3).isNegative()).isFalse();
        assertThat(of(1, 2, 3).isNegative() || of(-2, -1, 3).isPositive()).isFalse();
        assertThat(of(1, 2, 3).excludesZero() && of(-2, -1, 3).excludesZero()).isTrue();
        assertThat(of(-1, 1, 3).excludesZero() || of(0, 0, 3).excludesZero()).isFalse();
        assertThat(of(2, 2, 3).isPoint()).isTrue();
        assertThat(of(2, 3, 3).isPoint()).isFalse();
    }

    @Test
    void changesBitsOutward() {
        assertThat(of(-5, 5, 3).withBits(5)).isEqualTo(of(-20, 20, 5));
        assertThat(of(-5, 5, 3).withBits(1)).isEqualTo(of(-2, 2, 1));
        assertThat(of(-4, 4, 3).withBits(1)).isEqualTo(of(-1, 1, 1));
        assertThat(of(5, 5, 3).withBits(3)).isEqualTo(of(5, 5, 3));
        assertThat(Enclosure.unbounded(3).withBits(5)).isEqualTo(Enclosure.unbounded(5));
        assertThat(of(-5, 5, 3).timesPowerOfTwo(-1)).isEqualTo(of(-3, 3, 3));
        assertThat(of(-5, 5, 3).timesPowerOfTwo(2)).isEqualTo(of(-20, 20, 3));
    }

    @Test
    void addsAndSubtractsExactlyAtTheFinerBits() {
        assertThat(of(1, 2, 1).add(of(-1, 3, 3))).isEqualTo(of(3, 11, 3));
        assertThat(of(-1, 3, 3).add(of(1, 2, 1))).isEqualTo(of(3, 11, 3));
        assertThat(of(1, 2, 1).subtract(of(-1, 3, 3))).isEqualTo(of(1, 9, 3));
        assertThat(of(-1, 3, 3).negate()).isEqualTo(of(-3, 1, 3));
    }

    @Test
    void takesTheLesserTheGreaterAndTheHull() {
        Enclosure first = of(1, 8, 2);
        Enclosure second = of(3, 5, 1);
        assertThat(first.min(second)).isEqualTo(of(1, 8, 2));
        assertThat(first.max(second)).isEqualTo(of(6, 10, 2));
        assertThat(first.union(second)).isEqualTo(of(1, 10, 2));
        assertThat(IntervalArithmetic.intersection(first, second)).isEqualTo(of(6, 8, 2));
    }

    @Test
    void takesAbsoluteValues() {
        assertThat(of(2, 3, 2).abs()).isEqualTo(of(2, 3, 2));
        assertThat(of(-3, -2, 2).abs()).isEqualTo(of(2, 3, 2));
        assertThat(of(-3, 2, 2).abs()).isEqualTo(of(0, 3, 2));
        assertThat(of(-2, 3, 2).abs()).isEqualTo(of(0, 3, 2));
        assertThat(of(-2, 3, 2).square()).isEqualTo(of(0, 3, 2));
        assertThat(Enclosure.unbounded(2).abs()).isEqualTo(Enclosure.unbounded(2));
    }

    @Test
    void multipliesAsTightlyAsItsBitsAllow() {
        Random random = new Random(5);
        for (int i = 0; i < REPEATS; i++) {
            Enclosure x = random(random);
            Enclosure y = random(random);
            long[] extremes = extremes(x, y, (a, b) -> a * b);
            long divisor = 1L << Math.min(x.bits(), y.bits());
            assertThat(x.multiply(y))
                    .as("%s * %s", x, y)
                    .isEqualTo(of(
                            floor(extremes[0], divisor), ceiling(extremes[1], divisor), Math.max(x.bits(), y.bits())));
        }
    }

    @Test
    void dividesAsTightlyAsItsBitsAllow() {
        Random random = new Random(6);
        for (int i = 0; i < REPEATS; i++) {
            Enclosure x = random(random);
            Enclosure y = random(random);
            int finer = Math.max(x.bits(), y.bits());
            if (lowerOf(y) <= 0 && upperOf(y) >= 0) {
                assertThat(x.divide(y)).isEqualTo(Enclosure.unbounded(finer));
                continue;
            }
            int shift = finer + y.bits() - x.bits();
            long least = extremes(x, y, (a, b) -> floor(a << shift, b))[0];
            long greatest = extremes(x, y, (a, b) -> ceiling(a << shift, b))[1];
            assertThat(x.divide(y)).as("%s / %s", x, y).isEqualTo(of(least, greatest, finer));
        }
    }

    @Test
    void multipliesWithRationalsAsTightlyAsItsBitsAllow() {
        Random random = new Random(7);
        for (int i = 0; i < REPEATS; i++) {
            Enclosure x = random(random);
            long numerator = random.nextInt(21) - 10L;
            long denominator = 1L + random.nextInt(9);
            Enclosure factor = of(numerator, numerator, 1);
            long[] extremes = extremes(x, factor, (a, b) -> a * b);
            assertThat(x.multiply(new BigFraction(numerator, denominator)))
                    .isEqualTo(of(floor(extremes[0], denominator), ceiling(extremes[1], denominator), x.bits()));
        }
    }

    @Test
    void multipliesWithDyadicNumbersAsTightlyAsItsBitsAllow() {
        Random random = new Random(8);
        for (int i = 0; i < REPEATS; i++) {
            Enclosure x = random(random);
            long mantissa = random.nextInt(21) - 10L;
            int exponent = random.nextInt(9) - 5;
            Enclosure factor = of(mantissa, mantissa, 1);
            long[] extremes = extremes(x, factor, (a, b) -> (a * b) << (5 + exponent));
            assertThat(x.multiplyDyadic(mantissa, exponent))
                    .isEqualTo(of(floor(extremes[0], 1 << 5), ceiling(extremes[1], 1 << 5), x.bits()));
        }
    }

    @Test
    void staysUnboundedUnderArithmeticAtTheFinerBits() {
        Enclosure line = Enclosure.unbounded(5);
        Enclosure one = of(2, 2, 1);
        assertThat(line.add(one)).isEqualTo(line);
        assertThat(one.add(line)).isEqualTo(line);
        assertThat(one.subtract(line)).isEqualTo(line);
        assertThat(line.negate()).isEqualTo(line);
        assertThat(line.multiply(one)).isEqualTo(line);
        assertThat(one.multiply(line)).isEqualTo(line);
        assertThat(line.multiply(BigFraction.ZERO)).isEqualTo(line);
        assertThat(line.multiplyDyadic(0, 0)).isEqualTo(line);
        assertThat(line.divide(one)).isEqualTo(line);
        assertThat(one.divide(line)).isEqualTo(line);
        assertThat(line.min(one)).isEqualTo(line);
        assertThat(one.max(line)).isEqualTo(line);
        assertThat(one.union(line)).isEqualTo(line);
        assertThat(line.square()).isEqualTo(line);
    }

    @Test
    void isEqualWhenBitsAndEndsAre() {
        assertThat(of(1, 2, 3)).isEqualTo(of(1, 2, 3)).hasSameHashCodeAs(of(1, 2, 3));
        assertThat(of(1, 2, 3)).isNotEqualTo(of(0, 2, 3)).isNotEqualTo(of(1, 3, 3));
        assertThat(of(1, 2, 3)).isNotEqualTo(of(1, 2, 4)).isNotEqualTo("[1, 2]");
        assertThat(of(0, 0, 3)).isNotEqualTo(Enclosure.unbounded(3));
        assertThat(of(1, 2, 3).hashCode()).isNotEqualTo(of(1, 2, 4).hashCode());
    }

    @Test
    void readsAsDecimalsRoundedOutward() {
        assertThat(Enclosure.from(new BigFraction(1, 3), 64).toString()).isEqualTo("[0.33333333, 0.33333334]");
        assertThat(Enclosure.from(new BigFraction(-1, 3), 64).toString()).isEqualTo("[-0.33333334, -0.33333333]");
        assertThat(of(-3, 6, 2).toString()).isEqualTo("[-0.75, 1.5]");
    }
}
