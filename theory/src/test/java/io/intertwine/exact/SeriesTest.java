package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** The series at their own few bits, where a missing remainder or a wrong rounding shows. */
class SeriesTest {
    private static final int REPEATS = 300;

    private static Enclosure argument(Random random, int bits, int greatestNumerator, int denominator) {
        BigInteger limit = BigInteger.ONE
                .shiftLeft(bits)
                .multiply(BigInteger.valueOf(greatestNumerator))
                .divide(BigInteger.valueOf(denominator));
        BigInteger first = new BigInteger(bits + 2, random).mod(limit);
        BigInteger width = new BigInteger(random.nextBoolean() ? 2 : bits, random);
        return Enclosure.ofMantissas(first, first.add(width).min(limit), bits);
    }

    private static void assertEncloses(Enclosure result, Enclosure argument, UnaryOperator<BigDecimal> reference) {
        for (BigFraction end : new BigFraction[] {argument.lower(), argument.upper()}) {
            BigFraction value = Reference.fraction(reference.apply(Reference.decimal(end)));
            assertThat(result.contains(value)).as("%s at %s", result, end).isTrue();
        }
    }

    @Test
    void exponentialSeriesIsEnclosed() {
        Random random = new Random(1);
        for (int i = 0; i < REPEATS; i++) {
            int bits = 6 + random.nextInt(200);
            Enclosure argument = argument(random, bits, 2, 1);
            Enclosure result = ExponentialSeries.exponential(argument);
            assertEncloses(result, argument, Reference::exp);
            assertNarrow(result, bits - ExponentialSeries.guardBits(bits), argument);
        }
    }

    @Test
    void cosineAndSineSeriesAreEnclosed() {
        Random random = new Random(2);
        for (int i = 0; i < REPEATS; i++) {
            int bits = 6 + random.nextInt(200);
            Enclosure argument = argument(random, bits, 2, 1);
            Enclosure[] results = ExponentialSeries.cosineAndSine(argument);
            assertEncloses(results[0], argument, Reference::cos);
            assertEncloses(results[1], argument, Reference::sin);
            assertNarrow(results[0], bits - ExponentialSeries.guardBits(bits), argument);
            assertNarrow(results[1], bits - ExponentialSeries.guardBits(bits), argument);
        }
    }

    @Test
    void arctangentSeriesAreEnclosed() {
        Random random = new Random(3);
        for (int i = 0; i < REPEATS; i++) {
            int bits = 6 + random.nextInt(200);
            Enclosure argument = argument(random, bits, 1, 2);
            Enclosure circular = ArctangentSeries.arctangent(argument);
            Enclosure hyperbolic = ArctangentSeries.inverseHyperbolicTangent(argument);
            assertEncloses(circular, argument, Reference::arctan);
            assertEnclosesInverseHyperbolicTangent(hyperbolic, argument);
            assertNarrow(circular, bits - 12, argument);
            assertNarrow(hyperbolic, bits - 12, argument);
        }
    }

    /** By the monotone relation {@code exp(2 artanh(x)) = (1 + x) / (1 - x)}. */
    private static void assertEnclosesInverseHyperbolicTangent(Enclosure result, Enclosure argument) {
        assertThat(ratio(argument.lower()).compareTo(exponentialOfTwice(result.lower())))
                .isNotNegative();
        assertThat(ratio(argument.upper()).compareTo(exponentialOfTwice(result.upper())))
                .isNotPositive();
    }

    private static BigFraction ratio(BigFraction x) {
        return BigFraction.ONE.add(x).divide(BigFraction.ONE.subtract(x));
    }

    private static BigFraction exponentialOfTwice(BigFraction x) {
        return Reference.fraction(Reference.exp(Reference.decimal(x.multiply(2))));
    }

    /** The width of the result at a thin argument; intervals lose sharpness in doublings, where they are wide. */
    private static void assertNarrow(Enclosure result, int bits, Enclosure argument) {
        if (argument.width().compareTo(FunctionLaws.unit(argument.bits()).multiply(3)) > 0) {
            return;
        }
        BigFraction unit = bits < 0 ? new BigFraction(BigInteger.ONE.shiftLeft(-bits)) : FunctionLaws.unit(bits);
        assertThat(result.width().compareTo(unit)).as("width of %s", result).isNotPositive();
    }

    @Test
    void seriesAreExactAtZero() {
        Enclosure zero = Enclosure.ofInteger(0, 50);
        Enclosure one = Enclosure.ofInteger(1, 50);
        assertThat(ExponentialSeries.exponential(zero)).isEqualTo(one);
        assertThat(ExponentialSeries.cosineAndSine(zero)).containsExactly(one, zero);
        assertThat(ArctangentSeries.arctangent(zero)).isEqualTo(zero);
        assertThat(ArctangentSeries.inverseHyperbolicTangent(zero)).isEqualTo(zero);
    }

    @Test
    void halvingsBalanceTermsAndDoublings() {
        assertThat(ExponentialSeries.halvings(1)).isEqualTo(1);
        assertThat(ExponentialSeries.halvings(81)).isEqualTo(4);
        assertThat(ExponentialSeries.guardBits(81)).isEqualTo(28);
    }

    @Test
    void reductionLeavesARestThatIsNotNegative() {
        Random random = new Random(4);
        Enclosure modulus = Constants.ln2(40);
        BigFraction ln2 = Reference.fraction(Reference.log(BigDecimal.valueOf(2)));
        for (int i = 0; i < REPEATS; i++) {
            BigInteger mantissa = new BigInteger(40, random).subtract(BigInteger.ONE.shiftLeft(39));
            Enclosure point = Enclosure.ofMantissas(mantissa, mantissa, 30);
            Reduction reduction = Reduction.of(point, modulus);
            BigFraction rest = point.lower().subtract(ln2.multiply(new BigFraction(reduction.multiple())));
            assertThat(reduction.rest().contains(rest)).isTrue();
            assertThat(reduction.rest().lowerMantissa().signum()).isNotNegative();
            assertThat(reduction.rest().upper().compareTo(new BigFraction(701, 1000)))
                    .isNotPositive();
        }
    }

    @Test
    void reductionDividesByTheEndOfTheModulusThatGivesTheSmallerQuotient() {
        Enclosure modulus = Enclosure.ofInteger(2, 4).union(Enclosure.ofInteger(3, 4));
        assertThat(Reduction.of(Enclosure.ofInteger(7, 4), modulus))
                .isEqualTo(
                        new Reduction(BigInteger.TWO, Enclosure.ofInteger(1, 4).union(Enclosure.ofInteger(3, 4))));
        assertThat(Reduction.of(Enclosure.ofInteger(-7, 4), modulus))
                .isEqualTo(new Reduction(
                        BigInteger.valueOf(-4), Enclosure.ofInteger(1, 4).union(Enclosure.ofInteger(5, 4))));
    }
}
