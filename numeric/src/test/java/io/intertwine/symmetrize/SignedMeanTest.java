package io.intertwine.symmetrize;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Scalar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignedMeanTest {
    private static final List<Rounding> ROUNDINGS = List.of(
            Rounding.to(Precision.BINARY64),
            Rounding.to(Precision.BINARY32),
            Rounding.toMultiples(Precision.BINARY64, -20),
            Rounding.toMultiples(Precision.BINARY32, -12));

    private static Scalar exact(double x) {
        return Scalar.ofBinary64(Double.doubleToRawLongBits(x));
    }

    private static Scalar mean(double[] terms, byte[] signs) {
        Scalar sum = Scalar.ZERO;
        for (int k = 0; k < terms.length; k++) {
            sum = sum.add(exact(signs[k] * terms[k]));
        }
        return sum.divide(Scalar.of(terms.length));
    }

    /** Neighbouring floats, whose means lie half way between floats again and again; numbers of all sizes; and sums that cancel. */
    private static double term(int kind, SplittableRandom random) {
        return switch (kind) {
            case 0 -> 1 + random.nextInt(4) * 0x1p-23;
            case 1 -> 1 + random.nextInt(4) * 0x1p-52;
            case 2 -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(-40, 40));
            case 3 -> random.nextInt(3) == 0 ? 0 : (float) random.nextGaussian();
            case 4 -> random.nextInt(-2, 3) * Double.MIN_VALUE;
            default -> (random.nextBoolean() ? 1 : -1) * (1e10 + random.nextInt(3) * 0x1p-18);
        };
    }

    @Test
    void meansAreRoundedOnceWhateverTheOrderOfTheTerms() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 20_000; round++) {
            int count = 1 + random.nextInt(8);
            int kind = round % 6;
            double[] terms = new double[count];
            byte[] signs = new byte[count];
            for (int k = 0; k < count; k++) {
                terms[k] = term(kind, random);
                signs[k] = (byte) (random.nextInt(5) == 0 ? -1 : 1);
            }
            Scalar mean = mean(terms, signs);
            for (Rounding rounding : ROUNDINGS) {
                double found = new SignedMean(rounding).of(terms, signs, count);
                assertThat(found)
                        .as("%s of %s %s", rounding, Arrays.toString(terms), Arrays.toString(signs))
                        .isEqualTo(rounding.of(mean) + 0.0);
            }
        }
    }

    @Test
    void numbersAreRoundedToTheNearestFloatTiesToEven() {
        SplittableRandom random = new SplittableRandom(2);
        Rounding single = Rounding.to(Precision.BINARY32);
        for (int round = 0; round < 20_000; round++) {
            float low = (float) random.nextGaussian();
            double middle = ((double) low + Math.nextUp(low)) / 2;
            double offset = (random.nextInt(3) - 1) * Math.scalb(Math.ulp(middle), -random.nextInt(60));
            BigDecimal sum = new BigDecimal(middle).add(new BigDecimal(offset));
            float expected = offset == 0 ? (float) middle : offset > 0 ? Math.nextUp(low) : low;
            assertThat(single.ofSum(middle, offset))
                    .as(sum.round(MathContext.DECIMAL128).toString())
                    .isEqualTo(expected);
            assertThat(single.of(exact(middle).add(exact(offset)))).isEqualTo(expected);
        }
    }

    @Test
    void theOtherSignGivesTheOtherSign() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 2_000; round++) {
            double[] terms = random.doubles(3).toArray();
            byte[] plus = {1, 1, -1};
            byte[] minus = {-1, -1, 1};
            for (Rounding rounding : ROUNDINGS) {
                SignedMean means = new SignedMean(rounding);
                assertThat(0 - means.of(terms, plus, 3)).isEqualTo(means.of(terms, minus, 3) + 0.0);
            }
        }
    }
}
