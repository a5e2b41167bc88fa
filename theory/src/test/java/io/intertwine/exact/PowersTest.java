package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class PowersTest {
    private static Enclosure of(long lower, long upper, int bits) {
        return Enclosure.ofMantissas(BigInteger.valueOf(lower), BigInteger.valueOf(upper), bits);
    }

    @Test
    void roundsPowersOfPointsOnce() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            int bits = 1 + random.nextInt(30);
            Enclosure point = Enclosure.ofDyadic(BigInteger.valueOf(random.nextInt(4000) - 2000L), -bits, bits);
            int exponent = random.nextInt(8);
            assertThat(Powers.pow(point, exponent))
                    .isEqualTo(Enclosure.from(point.lower().pow(exponent), bits));
        }
    }

    @Test
    void takesEvenPowersOfTheAbsoluteValueAndOddOnesOfTheEnds() {
        assertThat(Powers.pow(of(-3, 2, 1), 2)).isEqualTo(of(0, 5, 1));
        assertThat(Powers.pow(of(-3, 2, 1), 3)).isEqualTo(of(-7, 2, 1));
        assertThat(Powers.pow(of(-3, 2, 1), 0)).isEqualTo(of(2, 2, 1));
        assertThat(Powers.pow(of(-3, 2, 1), 1)).isEqualTo(of(-3, 2, 1));
    }

    @Test
    void boundsTheCostOfGreatPowers() {
        assertThat(Powers.pow(of(3, 3, 1), Integer.MAX_VALUE)).isEqualTo(Enclosure.unbounded(1));
        assertThat(Powers.pow(of(1, 1, 1), Integer.MAX_VALUE)).isEqualTo(of(0, 1, 1));
        assertThat(Powers.pow(Enclosure.unbounded(3), 2)).isEqualTo(Enclosure.unbounded(3));
        assertThat(Powers.pow(Enclosure.unbounded(3), 0)).isEqualTo(of(8, 8, 3));
    }

    @Test
    void refusesNegativeExponents() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Powers.pow(of(1, 1, 1), -1))
                .withMessageContaining("found -1");
    }

    @Test
    void roundsSquareRootsOnce() {
        Random random = new Random(2);
        for (int i = 0; i < 2000; i++) {
            int bits = 1 + random.nextInt(12);
            long mantissa = i < 20 ? ((long) i * i) << bits : random.nextInt(5000);
            Enclosure root = Powers.sqrt(of(mantissa, mantissa, bits));
            long lower = root.lowerMantissa().longValueExact();
            long upper = root.upperMantissa().longValueExact();
            long square = mantissa << bits;
            assertThat(lower * lower <= square && square < (lower + 1) * (lower + 1))
                    .isTrue();
            assertThat(upper).isEqualTo(lower * lower == square ? lower : lower + 1);
        }
    }

    @Test
    void takesSquareRootsOfTheMembersThatAreNotNegative() {
        assertThat(Powers.sqrt(of(-9, 16, 2))).isEqualTo(of(0, 8, 2));
        assertThat(Powers.sqrt(of(4, 16, 2))).isEqualTo(of(4, 8, 2));
        assertThat(Powers.sqrt(of(-9, 0, 2))).isEqualTo(of(0, 0, 2));
        assertThat(Powers.sqrt(Enclosure.unbounded(2))).isEqualTo(Enclosure.unbounded(2));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Powers.sqrt(of(-9, -1, 2)))
                .withMessageContaining("[-2.25, -0.25]");
    }

    @Test
    void agreesWithTheDigitsOfTheRootOfTwo() {
        Enclosure root = Powers.sqrt(Enclosure.from(BigFraction.TWO, 160));
        Digits.assertMatches(root, "1.4142135623730950488016887242096980785696718753769");
    }
}
