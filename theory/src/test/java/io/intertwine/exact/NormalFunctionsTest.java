package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class NormalFunctionsTest {
    private static final Enclosure ONE = Enclosure.ofInteger(1, 64);
    private static final Enclosure LEAST = Enclosure.ofDyadic(BigInteger.ONE, -64, 64);

    private static Enclosure at(int numerator, int denominator, int bits) {
        return Enclosure.from(new BigFraction(numerator, denominator), bits);
    }

    @Test
    void agreeWithPublishedDigits() {
        Digits.assertMatches(
                NormalFunctions.erf(at(1, 1, 160)), "0.84270079294971486934122063508260925929606699796630");
        Digits.assertMatches(
                NormalFunctions.erf(at(1, 2, 160)), "0.52049987781304653768274665389196452873645157575796");
        Digits.assertMatches(NormalFunctions.normalDistribution(at(1, 1, 160)), "0.841344746068542948585232545632");
        Digits.assertMatches(NormalFunctions.gelu(at(1, 1, 160)), "0.841344746068542948585232545632");
        Digits.assertMatches(NormalFunctions.gelu(at(-1, 1, 160)), "-0.158655253931457051414767454367");
    }

    @Test
    void areExactAtZero() {
        Enclosure zero = at(0, 1, 64);
        assertThat(NormalFunctions.erf(zero)).isEqualTo(zero);
        assertThat(NormalFunctions.normalDistribution(zero)).isEqualTo(at(1, 2, 64));
        assertThat(NormalFunctions.gelu(zero)).isEqualTo(zero);
    }

    @Test
    void areAccurateForGreatArgumentsAndManyBits() {
        for (int x = 3; x <= 22; x++) {
            Enclosure result = NormalFunctions.erf(at(x, 1, 512));
            assertThat(result.width().compareTo(FunctionLaws.unit(510))).isNotPositive();
            assertThat(NormalFunctions.erf(at(-x, 1, 512))).isEqualTo(result.negate());
            Enclosure complement = Enclosure.ofInteger(1, 512).subtract(result);
            // exp(-x^2) / (x sqrt(pi)) (1 - 1 / (2 x^2)) < 1 - erf(x) < exp(-x^2) / (x sqrt(pi))
            Enclosure bound = ExponentialFunctions.exp(at(-x * x, 1, 2000))
                    .divide(Powers.sqrt(Constants.pi(2000)))
                    .multiply(new BigFraction(1, x));
            BigFraction unit = FunctionLaws.unit(512);
            assertThat(complement.lower().compareTo(bound.upper())).isNotPositive();
            assertThat(complement.upper().compareTo(bound.lower().multiply(new BigFraction(2 * x * x - 1, 2 * x * x))))
                    .isNotNegative();
            assertThat(complement.lower().subtract(bound.lower()).compareTo(unit))
                    .isNotPositive();
        }
    }

    @Test
    void haveTheDerivativeOfAnIntegralOfTheDensity() {
        // The mean value theorem: a difference of erf is 2/sqrt(pi) exp(-t^2) times the step for a t in between.
        Random random = new Random(1);
        Enclosure factor = Enclosure.ofInteger(2, 128).divide(Powers.sqrt(Constants.pi(128)));
        for (int i = 0; i < 200; i++) {
            Enclosure x = Enclosure.ofDyadic(new BigInteger(66, random), -64, 128);
            Enclosure y = x.add(Enclosure.ofDyadic(BigInteger.ONE, -20, 128));
            Enclosure difference = NormalFunctions.erf(y).subtract(NormalFunctions.erf(x));
            Enclosure density =
                    factor.multiply(ExponentialFunctions.exp(x.union(y).square().negate()));
            assertThat(difference.subtract(density.multiply(y.subtract(x))).excludesZero())
                    .isFalse();
        }
    }

    @Test
    void reachTheEndsOfTheirRangeForAbsurdArguments() {
        for (int power : new int[] {2, 6, 300, 300000}) {
            Enclosure great = Enclosure.from(new BigFraction(BigInteger.TEN.pow(power)), 64);
            assertThat(NormalFunctions.erf(great)).isEqualTo(ONE.subtract(LEAST).union(ONE));
            assertThat(NormalFunctions.erf(great.negate()))
                    .isEqualTo(LEAST.subtract(ONE).union(ONE.negate()));
            assertThat(NormalFunctions.normalDistribution(great))
                    .isEqualTo(ONE.subtract(LEAST).union(ONE));
            assertThat(NormalFunctions.gelu(great))
                    .isEqualTo(great.subtract(LEAST).union(great));
            assertThat(NormalFunctions.gelu(great.negate()))
                    .isEqualTo(LEAST.negate().union(at(0, 1, 64)));
        }
    }

    @Test
    void switchToTheTailWithoutAGap() {
        // The tail decides from x^2 >= 72 on at 64 bits for erf, where 1 - erf(x) < 2^-100.
        Enclosure whole = ONE.subtract(LEAST).union(ONE);
        for (int x = 80; x < 90; x++) {
            assertThat(NormalFunctions.erf(at(x, 10, 64))).isEqualTo(whole);
        }
        for (int bits = 1; bits < 40; bits++) {
            for (int x = 1; x < 9; x++) {
                Enclosure result = NormalFunctions.erf(at(x, 1, bits));
                BigFraction value = Reference.fraction(Reference.erf(BigDecimal.valueOf(x)));
                assertThat(result.contains(value)).isTrue();
                assertThat(result.width().compareTo(FunctionLaws.unit(bits))).isNotPositive();
            }
        }
    }

    @Test
    void areBoundedOnTheWholeLineWhereTheyCanBe() {
        Enclosure line = Enclosure.unbounded(64);
        assertThat(NormalFunctions.erf(line)).isEqualTo(ONE.negate().union(ONE));
        assertThat(NormalFunctions.normalDistribution(line))
                .isEqualTo(at(0, 1, 64).union(ONE));
        assertThat(NormalFunctions.gelu(line)).isEqualTo(line);
    }

    @Test
    void theGaussianErrorLinearUnitTurnsBetweenTheStatedEnds() {
        assertThat(slopeOfGelu(at(-4, 5, 64)).isNegative()).isTrue();
        assertThat(slopeOfGelu(at(-3, 4, 64)).isPositive()).isTrue();
    }

    private static Enclosure slopeOfGelu(Enclosure x) {
        Enclosure density = ExponentialFunctions.exp(x.square().negate().timesPowerOfTwo(-1))
                .divide(Powers.sqrt(Constants.pi(64).timesPowerOfTwo(1)));
        return NormalFunctions.normalDistribution(x).add(x.multiply(density));
    }

    @Test
    void findTheMinimumOfTheGaussianErrorLinearUnit() {
        // Minimum -0.16997120747990366... at -0.7517915...
        BigFraction minimum = new BigFraction(-16997120748L, 100000000000L);
        int[][] around = {{-4, 1}, {-1, 0}, {-2, 0}};
        for (int[] ends : around) {
            Enclosure interval = at(ends[0], 1, 64).union(at(ends[1], 1, 64));
            Enclosure result = NormalFunctions.gelu(interval);
            assertThat(result.contains(minimum)).isTrue();
            assertThat(result.lower().compareTo(new BigFraction(-19, 100))).isPositive();
            assertThat(result.upper().compareTo(new BigFraction(842, 1000))).isNegative();
        }
        Enclosure right = NormalFunctions.gelu(at(-1, 2, 64).union(ONE));
        assertThat(right.lower().compareTo(new BigFraction(-1543, 10000))).isPositive();
        Enclosure left = NormalFunctions.gelu(at(-3, 1, 64).union(at(-1, 1, 64)));
        assertThat(left.lower().compareTo(new BigFraction(-1587, 10000))).isPositive();
    }
}
