package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class EnclosureSumTest {
    private static BigFraction powerOfTwo(int exponent) {
        return exponent < 0
                ? new BigFraction(BigInteger.ONE, BigInteger.ONE.shiftLeft(-exponent))
                : new BigFraction(BigInteger.ONE.shiftLeft(exponent));
    }

    @Test
    void addsProductsExactlyAndRoundsOnce() {
        Random random = new Random(1);
        for (int repeat = 0; repeat < 200; repeat++) {
            int bits = 1 + random.nextInt(80);
            EnclosureSum sum = EnclosureSum.ofBits(bits);
            BigFraction lower = BigFraction.ZERO;
            BigFraction upper = BigFraction.ZERO;
            for (int i = 0; i < 12; i++) {
                int termBits = 1 + random.nextInt(80);
                BigInteger mantissa = new BigInteger(70, random).subtract(BigInteger.ONE.shiftLeft(69));
                BigInteger width = BigInteger.valueOf(random.nextInt(3));
                Enclosure term = Enclosure.ofMantissas(mantissa, mantissa.add(width), termBits);
                long factor = random.nextLong() >> random.nextInt(64);
                int exponent = random.nextInt(60) - 40;
                sum.plusProduct(term, factor, exponent);
                BigFraction scale = powerOfTwo(exponent).multiply(new BigFraction(factor));
                lower = lower.add((factor < 0 ? term.upper() : term.lower()).multiply(scale));
                upper = upper.add((factor < 0 ? term.lower() : term.upper()).multiply(scale));
            }
            assertThat(sum.total()).isEqualTo(Enclosure.fromBounds(lower, upper, bits));
        }
    }

    @Test
    void addsTerms() {
        EnclosureSum sum = EnclosureSum.ofBits(8);
        assertThat(sum.total()).isEqualTo(Enclosure.from(BigFraction.ZERO, 8));
        sum.plus(Enclosure.from(new BigFraction(1, 4), 4));
        sum.plus(Enclosure.from(new BigFraction(1, 1024), 10));
        assertThat(sum.total()).isEqualTo(Enclosure.from(new BigFraction(257, 1024), 8));
    }

    @Test
    void becomesAndStaysUnbounded() {
        EnclosureSum sum = EnclosureSum.ofBits(8);
        sum.plus(Enclosure.unbounded(4));
        sum.plus(Enclosure.from(BigFraction.ONE, 4));
        assertThat(sum.total()).isEqualTo(Enclosure.unbounded(8));
        EnclosureSum large = EnclosureSum.ofBits(8);
        large.plusProduct(Enclosure.from(BigFraction.ONE, 4), 1, Enclosure.MAXIMAL_EXPONENT);
        assertThat(large.total()).isEqualTo(Enclosure.unbounded(8));
    }

    @Test
    void refusesBitsAndExponentsOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> EnclosureSum.ofBits(0));
        EnclosureSum sum = EnclosureSum.ofBits(8);
        Enclosure one = Enclosure.from(BigFraction.ONE, 8);
        assertThatIllegalArgumentException().isThrownBy(() -> sum.plusProduct(one, 1, Enclosure.MAXIMAL_EXPONENT + 1));
    }
}
