package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealNumberFieldTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "4, 2", "12, 4", "97, 96", "105, 48", "420, 96", "18432, 6144"})
    void totientCountsUnits(int order, int totient) {
        assertThat(CyclotomicPolynomial.totient(order)).isEqualTo(totient);
        assertThat(IntStream.rangeClosed(1, order).filter(k -> CyclotomicPolynomial.areCoprime(k, order)))
                .hasSize(totient);
    }

    @Test
    void primeDivisorsAscend() {
        assertThat(CyclotomicPolynomial.primeDivisors(1)).isEmpty();
        assertThat(CyclotomicPolynomial.primeDivisors(360)).containsExactly(2, 3, 5);
        assertThat(CyclotomicPolynomial.primeDivisors(97)).containsExactly(97);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 8, 9, 15, 16, 60, 105})
    void cosinesHaveTheirCoordinates(int order) {
        BigInteger[][] rows = CyclotomicPolynomial.cosines(order);
        assertThat(rows).hasNumberOfRows(order / 2 + 1);
        for (int k = 0; k < rows.length; k++) {
            BigDecimal sum = new BigDecimal(rows[k][0]);
            for (int j = 1; j < rows[k].length; j++) {
                sum = sum.add(twice(j, order).multiply(new BigDecimal(rows[k][j])));
            }
            assertThat(sum.subtract(twice(k, order)).abs()).isLessThan(new BigDecimal("1e-50"));
        }
    }

    private static BigDecimal twice(int k, int n) {
        return ReferenceCosine.cosine(k, n).multiply(BigDecimal.valueOf(2));
    }

    @ParameterizedTest
    @CsvSource({"7, 1", "7, 64", "7, 65", "97, 64", "97, 128", "16, 100"})
    void approximationsAreWithinTwoUnits(int order, int bits) {
        RealNumberField field = ((AlgebraicNumber) RealCyclotomicField.cosine(1, order)).field();
        BigInteger[] approximations = field.approximations(bits);
        int precision = approximations[0].bitLength() - 1;
        assertThat(precision).isGreaterThanOrEqualTo(Math.max(bits, 64)).isLessThan(Math.max(2 * bits, 65));
        assertThat(approximations[0]).isEqualTo(BigInteger.ONE.shiftLeft(precision));
        for (int k = 1; k < approximations.length; k++) {
            BigDecimal scaled = twice(k, order).multiply(new BigDecimal(approximations[0]));
            assertThat(scaled.subtract(new BigDecimal(approximations[k])).abs()).isLessThan(BigDecimal.valueOf(2));
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "7, 3", "7, 64", "16, 70", "45, 33", "97, 100"})
    void newtonsMethodApproximatesEveryCosine(int order, int bits) {
        BigInteger[][] rows = CyclotomicPolynomial.cosines(order);
        BigInteger[] approximations = CosineApproximation.of(rows[rows[0].length], bits);
        assertThat(approximations).hasSameSizeAs(rows[0]).startsWith(BigInteger.ONE.shiftLeft(bits));
        for (int k = 1; k < approximations.length; k++) {
            BigDecimal scaled = twice(k, order).multiply(new BigDecimal(approximations[0]));
            assertThat(scaled.subtract(new BigDecimal(approximations[k])))
                    .isBetween(new BigDecimal("-0.5"), new BigDecimal("1"));
        }
    }

    @Test
    void quadraticApproximationsRoundDown() {
        RealQuadraticField field = new RealQuadraticField(BigInteger.TWO);
        assertThat(field.approximations(10)).containsExactly(BigInteger.valueOf(1024), BigInteger.valueOf(1448));
        assertThat(field.degree()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "12, 2, 3",
        "72, 6, 2",
        "1000003, 1, 1000003",
        "1000036000099, 1, 1000036000099",
        "1000036000324, 1000018, 1",
        "999999999999989, 1, 999999999999989",
        "1000000000000037, 1, 1000000000000037",
        "4000000000000000000, 2000000000, 1",
        "8000000000000000000, 2000000000, 2",
        "1000006000009, 1000003, 1",
        "3000018000027, 1000003, 3",
        "3000600030000000000000000, 1000100000000, 3",
        "9223372036854775807, 7, 188232082384791343",
        "18446744073709551616, 4294967296, 1",
        "36893488147419103232, 4294967296, 2",
        "1331, 11, 11",
        "343, 7, 7",
        "16807, 49, 7"
    })
    void integersAreSquaresTimesSquareFreeIntegers(BigInteger integer, BigInteger root, BigInteger squareFree) {
        assertThat(SquareFactorization.of(integer)).isEqualTo(new SquareFactorization(root, squareFree));
    }

    @Test
    void smallIntegersAreFactoredAsByDefinition() {
        for (int n = 1; n < 1000; n++) {
            int square = n;
            int root = IntStream.rangeClosed(1, 32)
                    .filter(r -> square % (r * r) == 0)
                    .max()
                    .orElseThrow();
            assertThat(SquareFactorization.of(BigInteger.valueOf(n)))
                    .isEqualTo(
                            new SquareFactorization(BigInteger.valueOf(root), BigInteger.valueOf(n / (root * root))));
        }
    }

    @Test
    void largeSquaresAreFoundAtEveryStage() {
        BigInteger large = BigInteger.TEN.pow(700).add(BigInteger.valueOf(7));
        assertThat(SquareFactorization.of(large.pow(2)).root()).isEqualTo(large);
        BigInteger smooth = BigInteger.TEN.pow(401).multiply(BigInteger.TWO);
        assertThat(SquareFactorization.of(smooth))
                .isEqualTo(new SquareFactorization(
                        BigInteger.TEN.pow(200).multiply(BigInteger.TWO), BigInteger.valueOf(5)));
    }

    @Test
    void integersThatAreTooLargeToFactorAreRefused() {
        BigInteger hard = BigInteger.valueOf(1_000_000_016_000_000_063L);
        assertThatThrownBy(() -> SquareFactorization.of(hard))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("found 60 bits");
        BigInteger huge = BigInteger.TWO.pow(SquareFactorization.BIT_LIMIT + 1);
        assertThatThrownBy(() -> SquareFactorization.of(huge))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("found " + (SquareFactorization.BIT_LIMIT + 2) + " bits");
        assertThat(SquareFactorization.of(huge.shiftRight(2)).squareFree()).isEqualTo(BigInteger.TWO);
    }

    @Test
    void everySquareRootOfSmallConductorJoinsTheCyclotomicFieldOfItsConductor() {
        Scalar other = Scalar.cosine(1, 7);
        for (int d : new int[] {2, 3, 5, 6, 7, 10, 13, 14, 21, 35, 42}) {
            Scalar root = Scalar.sqrt(new BigFraction(d));
            Scalar sum = root.add(other);
            assertThat(sum.subtract(root)).isEqualTo(other);
            assertThat(sum.getReal()).isEqualTo(Math.sqrt(d) + Math.cos(2 * Math.PI / 7), Offset.offset(1e-12));
            assertThat(sum.subtract(other)).isEqualTo(root);
        }
    }
}
