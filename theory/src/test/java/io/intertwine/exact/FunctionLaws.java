package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;

/**
 * What every function on enclosures must satisfy: it contains reference values at points, on thin and on wide
 * intervals; it is as narrow as promised; and it agrees with itself at other precisions.
 *
 * @param least the least argument tried, an integer
 * @param greatest the greatest argument tried, an integer
 * @param slope a bound on the absolute value of the derivative between these
 */
record FunctionLaws(
        String name,
        UnaryOperator<Enclosure> function,
        UnaryOperator<BigDecimal> reference,
        int least,
        int greatest,
        BigFraction slope) {

    private static final int[] PRECISIONS = {1, 2, 3, 7, 24, 64, 128, 333};

    /** Far below the unit of the highest precision. */
    private static final BigFraction REFERENCE_ERROR = new BigFraction(BigInteger.ONE, BigInteger.TEN.pow(135));

    @Override
    public String toString() {
        return name;
    }

    static BigFraction unit(int bits) {
        return new BigFraction(BigInteger.ONE, BigInteger.ONE.shiftLeft(bits));
    }

    /** A point between least and greatest, ends included. */
    Enclosure point(Random random, int bits) {
        BigInteger mantissa = BigInteger.valueOf(least).shiftLeft(bits).add(draw(random, bits));
        return Enclosure.ofDyadic(mantissa, -bits, bits);
    }

    private BigInteger draw(Random random, int bits) {
        BigInteger count = BigInteger.valueOf((long) greatest - least).shiftLeft(bits);
        return new BigInteger(bits + Integer.SIZE, random).mod(count.add(BigInteger.ONE));
    }

    BigFraction valueAt(BigFraction argument) {
        return Reference.fraction(reference.apply(Reference.decimal(argument)));
    }

    private void assertContainsValueAt(BigFraction argument, Enclosure result) {
        BigFraction value = valueAt(argument);
        assertThat(result.lower().compareTo(value.add(REFERENCE_ERROR)) <= 0
                        && value.subtract(REFERENCE_ERROR).compareTo(result.upper()) <= 0)
                .as("%s(%s) in %s at %s bits", name, argument, result, result.bits())
                .isTrue();
    }

    void assertPointsAreEnclosed(Random random) {
        for (int bits : PRECISIONS) {
            Enclosure point = point(random, bits);
            Enclosure result = function.apply(point);
            assertThat(result.bits()).isEqualTo(bits);
            assertContainsValueAt(point.lower(), result);
            assertThat(result.width()
                            .compareTo(slope.add(BigFraction.ONE)
                                    .multiply(unit(bits))
                                    .multiply(4)))
                    .as("width of %s(%s) at %s bits", name, point, bits)
                    .isNotPositive();
        }
    }

    void assertIntervalsAreEnclosed(Random random, int thinness) {
        for (int bits : PRECISIONS) {
            Enclosure first = point(random, bits);
            Enclosure second = thinness == 0
                    ? point(random, bits)
                    : first.add(Enclosure.ofDyadic(BigInteger.valueOf(thinness), -bits, bits))
                            .min(Enclosure.from(new BigFraction(greatest), bits));
            Enclosure interval = first.union(second);
            Enclosure result = function.apply(interval);
            BigFraction inner = interval.lower().add(interval.width().multiply(new BigFraction(random.nextInt(9), 8)));
            for (BigFraction member : new BigFraction[] {interval.lower(), inner, interval.upper()}) {
                assertContainsValueAt(member, result);
            }
            BigFraction allowed = interval.width().add(unit(bits).multiply(4)).multiply(slope.add(BigFraction.ONE));
            assertThat(result.width().compareTo(allowed))
                    .as("width of %s(%s) = %s at %s bits", name, interval, result, bits)
                    .isNotPositive();
        }
    }

    /** The image at few bits contains the one at many, but for units of the coarse one. */
    void assertPrecisionsAgree(Random random) {
        Enclosure point = point(random, 40);
        Enclosure coarse = function.apply(point);
        Enclosure fine = function.apply(point.withBits(512));
        BigFraction slack = unit(40).multiply(2);
        assertThat(coarse.lower().compareTo(fine.upper())).isNotPositive();
        assertThat(fine.lower().compareTo(coarse.upper())).isNotPositive();
        assertThat(Enclosure.fromBounds(
                                coarse.lower().subtract(slack), coarse.upper().add(slack), 512)
                        .union(fine))
                .isEqualTo(Enclosure.fromBounds(
                        coarse.lower().subtract(slack), coarse.upper().add(slack), 512));
        assertThat(fine.width().compareTo(unit(505).multiply(slope.add(BigFraction.ONE))))
                .isNotPositive();
    }
}
