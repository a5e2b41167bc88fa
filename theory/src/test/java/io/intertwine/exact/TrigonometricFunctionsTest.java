package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class TrigonometricFunctionsTest {
    private static final int BITS = 160;
    private static final Enclosure ONE = Enclosure.ofInteger(1, 64);
    private static final Enclosure RANGE = ONE.negate().union(ONE);

    private static Enclosure of(long lower, long upper, int bits) {
        return Enclosure.ofMantissas(BigInteger.valueOf(lower), BigInteger.valueOf(upper), bits);
    }

    private static Enclosure between(int lower, int upper, int denominator) {
        return Enclosure.fromBounds(new BigFraction(lower, denominator), new BigFraction(upper, denominator), 64);
    }

    @Test
    void agreeWithPublishedDigits() {
        Enclosure one = Enclosure.ofInteger(1, BITS);
        Digits.assertMatches(TrigonometricFunctions.sin(one), "0.84147098480789650665250232163029899962256306079837");
        Digits.assertMatches(TrigonometricFunctions.cos(one), "0.54030230586813971740093660744297660373231042061792");
        Digits.assertMatches(TrigonometricFunctions.tan(one), "1.55740772465490223050697480745836017308725077238152");
        Digits.assertMatches(TrigonometricFunctions.sinc(one), "0.84147098480789650665250232163029899962256306079837");
        Digits.assertMatches(
                TrigonometricFunctions.arctan(one), "0.78539816339744830961566084581987572104929234984377");
    }

    @Test
    void areExactAtZero() {
        Enclosure zero = Enclosure.ofInteger(0, 64);
        assertThat(TrigonometricFunctions.sin(zero)).isEqualTo(zero);
        assertThat(TrigonometricFunctions.cos(zero)).isEqualTo(ONE);
        assertThat(TrigonometricFunctions.tan(zero)).isEqualTo(zero);
        assertThat(TrigonometricFunctions.sinc(zero)).isEqualTo(ONE);
        assertThat(TrigonometricFunctions.arctan(zero)).isEqualTo(zero);
    }

    @Test
    void satisfyPythagorasAndTheInverse() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            Enclosure x = Enclosure.ofDyadic(new BigInteger(64 + i % 40, random), -64, 64);
            Enclosure sin = TrigonometricFunctions.sin(x);
            Enclosure cos = TrigonometricFunctions.cos(x);
            Enclosure sum = sin.square().add(cos.square());
            assertThat(sum.contains(BigFraction.ONE)).isTrue();
            assertThat(sum.width().compareTo(FunctionLaws.unit(60))).isNotPositive();
            Enclosure inverse = TrigonometricFunctions.tan(TrigonometricFunctions.arctan(x.withBits(200)));
            assertThat(inverse.contains(x.lower())).isTrue();
            assertThat(inverse.width().compareTo(FunctionLaws.unit(100))).isNotPositive();
        }
    }

    @Test
    void includeTheExtremaInAnInterval() {
        // Maxima of the sine at 1.57 and 7.85, minima at 4.71 and -1.57.
        assertThat(TrigonometricFunctions.sin(between(1, 2, 1)).upper()).isEqualTo(BigFraction.ONE);
        assertThat(TrigonometricFunctions.sin(between(1, 2, 1)).lower().compareTo(new BigFraction(84, 100)))
                .isPositive();
        assertThat(TrigonometricFunctions.sin(between(4, 5, 1)).lower()).isEqualTo(new BigFraction(-1));
        assertThat(TrigonometricFunctions.sin(between(-2, -1, 1)).lower()).isEqualTo(new BigFraction(-1));
        assertThat(TrigonometricFunctions.sin(between(1, 5, 1))).isEqualTo(RANGE);
        assertThat(TrigonometricFunctions.cos(between(-1, 1, 1)).upper()).isEqualTo(BigFraction.ONE);
        assertThat(TrigonometricFunctions.cos(between(3, 4, 1)).lower()).isEqualTo(new BigFraction(-1));
        assertThat(TrigonometricFunctions.cos(between(-1, 4, 1))).isEqualTo(RANGE);
        assertThat(TrigonometricFunctions.cos(between(-1000, 1000, 1))).isEqualTo(RANGE);
        assertThat(TrigonometricFunctions.cos(between(1, 2, 1)).width().compareTo(BigFraction.ONE))
                .isNegative();
    }

    @Test
    void neverLeaveTheirRange() {
        for (int i = 1; i < 200; i++) {
            Enclosure extremum = Constants.pi(64).multiplyDyadic(i, -1);
            for (Enclosure argument : new Enclosure[] {extremum, Enclosure.from(extremum.lower(), 64)}) {
                Enclosure sin = TrigonometricFunctions.sin(argument);
                Enclosure cos = TrigonometricFunctions.cos(argument);
                assertThat(sin.union(cos).union(RANGE)).isEqualTo(RANGE);
            }
        }
    }

    @Test
    void reduceGreatAnglesAndGiveUpOnAbsurdOnes() {
        // sin(10^22), a classical test of argument reduction.
        Enclosure great = Enclosure.ofDyadic(BigInteger.TEN.pow(22), 0, BITS);
        Digits.assertMatches(TrigonometricFunctions.sin(great), "-0.85220084976718880177270589375302936826");
        Enclosure last = Enclosure.ofDyadic(BigInteger.ONE.shiftLeft(4096).subtract(BigInteger.ONE), 0, 64);
        assertThat(TrigonometricFunctions.sin(last).width().compareTo(FunctionLaws.unit(62)))
                .isNotPositive();
        Enclosure thin = last.union(last.subtract(of(5, 5, 64)));
        assertThat(TrigonometricFunctions.sin(thin).width().compareTo(FunctionLaws.unit(60)))
                .isNotPositive();
        Enclosure pythagoras = TrigonometricFunctions.sin(last)
                .square()
                .add(TrigonometricFunctions.cos(last).square());
        assertThat(pythagoras.contains(BigFraction.ONE)).isTrue();
        Enclosure beyond = Enclosure.ofDyadic(BigInteger.ONE, 4096, 64);
        assertThat(TrigonometricFunctions.sin(beyond)).isEqualTo(RANGE);
        assertThat(TrigonometricFunctions.cos(beyond.negate())).isEqualTo(RANGE);
        assertThat(TrigonometricFunctions.tan(beyond)).isEqualTo(Enclosure.unbounded(64));
        Enclosure absurd = Enclosure.ofDyadic(BigInteger.ONE, 1000000, 64);
        assertThat(TrigonometricFunctions.arctan(absurd))
                .isEqualTo(
                        TrigonometricFunctions.arctan(Enclosure.ofInteger(1, 64).timesPowerOfTwo(300)));
        assertThat(TrigonometricFunctions.sinc(absurd).contains(BigFraction.ZERO))
                .isTrue();
    }

    @Test
    void areBoundedOnTheWholeLineWhereTheyCanBe() {
        Enclosure line = Enclosure.unbounded(64);
        assertThat(TrigonometricFunctions.sin(line)).isEqualTo(RANGE);
        assertThat(TrigonometricFunctions.cos(line)).isEqualTo(RANGE);
        assertThat(TrigonometricFunctions.sinc(line)).isEqualTo(RANGE);
        assertThat(TrigonometricFunctions.tan(line)).isEqualTo(line);
        Enclosure arctan = TrigonometricFunctions.arctan(line);
        Enclosure right = Constants.pi(64).timesPowerOfTwo(-1);
        assertThat(arctan).isEqualTo(right.negate().union(right));
        assertThat(arctan.upper().compareTo(new BigFraction(15708, 10000))).isNegative();
    }

    @Test
    void takeTangentsBetweenPolesOnly() {
        assertThat(TrigonometricFunctions.tan(between(1, 2, 1))).isEqualTo(Enclosure.unbounded(64));
        assertThat(TrigonometricFunctions.tan(between(-1, 4, 1))).isEqualTo(Enclosure.unbounded(64));
        Enclosure tan = TrigonometricFunctions.tan(between(2, 4, 1));
        assertThat(tan.contains(new BigFraction(-2185, 1000)) && tan.contains(new BigFraction(1157, 1000)))
                .isTrue();
        assertThat(tan.width().compareTo(new BigFraction(3344, 1000))).isNegative();
        Enclosure near = TrigonometricFunctions.tan(of(384, 384, 8));
        assertThat(near.contains(new BigFraction(14101, 1000))).isTrue();
        assertThat(near.width().compareTo(FunctionLaws.unit(6))).isNotPositive();
    }

    @Test
    void takeArctangentsOnBothSidesOfOne() {
        for (int numerator : new int[] {15, 16, 17}) {
            Enclosure point = between(numerator, numerator, 16);
            Enclosure value = TrigonometricFunctions.arctan(point);
            Enclosure complement =
                    Constants.pi(64).timesPowerOfTwo(-1).subtract(TrigonometricFunctions.arctan(ONE.divide(point)));
            assertThat(value.subtract(complement).excludesZero()).isFalse();
            assertThat(value.width().compareTo(FunctionLaws.unit(63))).isNotPositive();
            assertThat(TrigonometricFunctions.arctan(point.negate())).isEqualTo(value.negate());
        }
    }

    @Test
    void boundTheCardinalSineByItsSlopeOnWideIntervals() {
        // Exactly monotone up to 3; beyond, a quarter of the width is added at both ends.
        Enclosure monotone = TrigonometricFunctions.sinc(between(-2, 3, 1));
        assertThat(monotone.upper()).isEqualTo(BigFraction.ONE);
        assertThat(monotone.lower().compareTo(new BigFraction(47, 1000))).isPositive();
        Enclosure wide = TrigonometricFunctions.sinc(between(4, 5, 1));
        assertThat(wide.contains(new BigFraction(-217233, 1000000))).isTrue();
        assertThat(wide.width().compareTo(new BigFraction(503, 1000))).isNegative();
        assertThat(TrigonometricFunctions.sinc(between(0, 9, 1)).contains(new BigFraction(-217233, 1000000)))
                .isTrue();
        assertThat(TrigonometricFunctions.sinc(between(-90, 9, 1))).isEqualTo(RANGE);
        Enclosure small = TrigonometricFunctions.sinc(of(1, 1, 64));
        assertThat(small.upper()).isEqualTo(BigFraction.ONE);
        assertThat(small.width().compareTo(FunctionLaws.unit(63))).isNotPositive();
    }
}
