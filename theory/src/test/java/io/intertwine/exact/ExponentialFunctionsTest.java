package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ExponentialFunctionsTest {
    private static final int BITS = 160;

    private static Enclosure of(long lower, long upper, int bits) {
        return Enclosure.ofMantissas(BigInteger.valueOf(lower), BigInteger.valueOf(upper), bits);
    }

    private static Enclosure at(int numerator, int denominator) {
        return Enclosure.from(new BigFraction(numerator, denominator), BITS);
    }

    private static Enclosure tenTo(int power) {
        return Enclosure.from(new BigFraction(BigInteger.TEN.pow(power)), 64);
    }

    @Test
    void agreeWithPublishedDigits() {
        Enclosure one = at(1, 1);
        Digits.assertMatches(ExponentialFunctions.exp(one), "2.71828182845904523536028747135266249775724709369995");
        Digits.assertMatches(ExponentialFunctions.expm1(one), "1.71828182845904523536028747135266249775724709369995");
        Digits.assertMatches(ExponentialFunctions.tanh(one), "0.76159415595576488811945828260479359041276859725793");
        Digits.assertMatches(ExponentialFunctions.sinh(one), "1.17520119364380145688238185059560081515571798133409");
        Digits.assertMatches(ExponentialFunctions.cosh(one), "1.54308063481524377847790562075706168260152911236586");
        Digits.assertMatches(ExponentialFunctions.sigmoid(one), "0.73105857863000487925115924182183627436514464016505");
        Digits.assertMatches(
                ExponentialFunctions.log(at(10, 1)), "2.30258509299404568401799145468436420760110148862877");
        Digits.assertMatches(
                ExponentialFunctions.exp(Constants.pi(BITS + 5)),
                "23.140692632779269005729086367948547380266106242600");
    }

    @Test
    void areExactWhereTheValueIsRationalAndKnown() {
        Enclosure zero = of(0, 0, 64);
        Enclosure one = Enclosure.ofInteger(1, 64);
        assertThat(ExponentialFunctions.exp(zero)).isEqualTo(one);
        assertThat(ExponentialFunctions.expm1(zero)).isEqualTo(zero);
        assertThat(ExponentialFunctions.sinh(zero)).isEqualTo(zero);
        assertThat(ExponentialFunctions.cosh(zero)).isEqualTo(one);
        assertThat(ExponentialFunctions.tanh(zero)).isEqualTo(zero);
        assertThat(ExponentialFunctions.sigmoid(zero)).isEqualTo(one.timesPowerOfTwo(-1));
        assertThat(ExponentialFunctions.log(one)).isEqualTo(zero);
    }

    @Test
    void satisfyTheAdditionTheoremAndTheInverse() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            Enclosure x =
                    Enclosure.ofDyadic(new BigInteger(70, random), -66, 66).subtract(of(8, 8, 1));
            Enclosure y =
                    Enclosure.ofDyadic(new BigInteger(70, random), -66, 66).subtract(of(8, 8, 1));
            Enclosure product = ExponentialFunctions.exp(x).multiply(ExponentialFunctions.exp(y));
            assertThat(product.subtract(ExponentialFunctions.exp(x.add(y))).excludesZero())
                    .isFalse();
            Enclosure inverse = ExponentialFunctions.log(ExponentialFunctions.exp(x.abs()));
            assertThat(inverse.contains(x.abs().lower())).isTrue();
            assertThat(inverse.width().compareTo(FunctionLaws.unit(62))).isNotPositive();
        }
    }

    @Test
    void keepAbsoluteAccuracyWhileTheValueFits() {
        for (int x : new int[] {10, 20, 30, 40, 44}) {
            Enclosure result = ExponentialFunctions.exp(Enclosure.ofInteger(x, 64));
            assertThat(result.contains(Reference.fraction(Reference.exp(java.math.BigDecimal.valueOf(x)))))
                    .isTrue();
            assertThat(result.width().compareTo(FunctionLaws.unit(62))).isNotPositive();
            Enclosure sinh = ExponentialFunctions.sinh(Enclosure.ofInteger(x, 64));
            assertThat(sinh.width().compareTo(FunctionLaws.unit(62))).isNotPositive();
        }
    }

    @Test
    void keepRelativeAccuracyOfGreatValues() {
        Enclosure argument = Enclosure.ofInteger(700000, 64);
        Enclosure result = ExponentialFunctions.exp(argument);
        assertThat(result.width()
                        .multiply(new BigFraction(BigInteger.ONE.shiftLeft(120)))
                        .compareTo(result.lower()))
                .isNotPositive();
        assertThat(ExponentialFunctions.log(result).contains(new BigFraction(700000)))
                .isTrue();
    }

    @Test
    void areUnboundedOrAtTheEndOfTheirRangeForAbsurdArguments() {
        Enclosure least = of(0, 1, 64);
        Enclosure one = Enclosure.ofInteger(1, 64);
        for (int power : new int[] {3, 6, 7, 300, 300000}) {
            Enclosure great = tenTo(power);
            assertThat(ExponentialFunctions.exp(great).isBounded()).isEqualTo(power == 3);
            assertThat(ExponentialFunctions.cosh(great.negate()).isBounded()).isEqualTo(power == 3);
            assertThat(ExponentialFunctions.sinh(great.negate()).isBounded()).isEqualTo(power == 3);
            assertThat(ExponentialFunctions.exp(great.negate())).isEqualTo(least);
            assertThat(ExponentialFunctions.sigmoid(great)).isEqualTo(one.subtract(least));
            assertThat(ExponentialFunctions.sigmoid(great.negate())).isEqualTo(least);
            assertThat(ExponentialFunctions.tanh(great)).isEqualTo(one.subtract(least));
            assertThat(ExponentialFunctions.tanh(great.negate())).isEqualTo(least.subtract(one));
            assertThat(ExponentialFunctions.softplus(great)).isEqualTo(great.add(least));
            assertThat(ExponentialFunctions.softplus(great.negate())).isEqualTo(least);
        }
    }

    @Test
    void switchToBoundsOfSmallAndGreatExponentialsWithoutAGap() {
        Enclosure border = Enclosure.ofInteger(-64, 64);
        Enclosure belowBorder = border.subtract(of(1, 1, 64));
        assertThat(ExponentialFunctions.exp(border)).isEqualTo(of(0, 1, 64));
        assertThat(ExponentialFunctions.exp(belowBorder)).isEqualTo(of(0, 1, 64));
        assertThat(ExponentialFunctions.exp(Enclosure.ofInteger(-40, 64))).isEqualTo(of(78, 79, 64));
        assertThat(ExponentialFunctions.exp(of(-1, -1, 1))).isEqualTo(of(1, 2, 1));
        assertThat(ExponentialFunctions.exp(of(-3, -3, 1))).isEqualTo(of(0, 1, 1));
        assertThat(ExponentialFunctions.exp(Enclosure.ofInteger(726817, 4)).isBounded())
                .isTrue();
        assertThat(ExponentialFunctions.exp(Enclosure.ofInteger(726818, 4)).isBounded())
                .isFalse();
        assertThat(ExponentialFunctions.exp(Enclosure.ofInteger(Enclosure.MAXIMAL_EXPONENT, 4))
                        .isBounded())
                .isFalse();
    }

    @Test
    void stayInTheirRangeOnTheWholeLine() {
        Enclosure line = Enclosure.unbounded(64);
        Enclosure one = Enclosure.ofInteger(1, 64);
        assertThat(ExponentialFunctions.exp(line)).isEqualTo(line);
        assertThat(ExponentialFunctions.expm1(line)).isEqualTo(line);
        assertThat(ExponentialFunctions.log(line)).isEqualTo(line);
        assertThat(ExponentialFunctions.sinh(line)).isEqualTo(line);
        assertThat(ExponentialFunctions.cosh(line)).isEqualTo(line);
        assertThat(ExponentialFunctions.softplus(line)).isEqualTo(line);
        assertThat(ExponentialFunctions.sigmoid(line)).isEqualTo(of(0, 0, 64).union(one));
        assertThat(ExponentialFunctions.tanh(line)).isEqualTo(one.negate().union(one));
    }

    @Test
    void takeLogarithmsOfPositiveMembersOnly() {
        assertThat(ExponentialFunctions.log(of(0, 5, 8))).isEqualTo(Enclosure.unbounded(8));
        assertThat(ExponentialFunctions.log(of(-1, 5, 8))).isEqualTo(Enclosure.unbounded(8));
        assertThat(ExponentialFunctions.log(of(1, 1, 8)).contains(new BigFraction(-5545, 1000)))
                .isTrue();
        for (Enclosure argument : new Enclosure[] {of(0, 0, 8), of(-2, 0, 8), of(-2, -1, 8)}) {
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> ExponentialFunctions.log(argument))
                    .withMessageContaining(argument.toString());
        }
    }

    @Test
    void takeLogarithmsOfGreatAndSmallNumbers() {
        Enclosure ln2 = Constants.ln2(64);
        for (int exponent : new int[] {-64, 1000000}) {
            Enclosure log = ExponentialFunctions.log(Enclosure.ofDyadic(BigInteger.ONE, exponent, 64));
            assertThat(log.subtract(ln2.multiplyDyadic(exponent, 0)).excludesZero())
                    .isFalse();
            assertThat(log.width().compareTo(FunctionLaws.unit(62))).isNotPositive();
        }
    }
}
