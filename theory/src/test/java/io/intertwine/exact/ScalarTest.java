package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ScalarTest {

    private static final Scalar HALF = Scalar.of(1, 2);

    private static Scalar sqrt(long radicand) {
        return Scalar.sqrt(new BigFraction(radicand));
    }

    private static void assertSame(Scalar first, Scalar second) {
        assertThat(first).isEqualTo(second).hasSameHashCodeAs(second).hasToString(second.toString());
        assertThat(first).isEqualByComparingTo(second);
        assertThat(first.subtract(second).isZero()).isTrue();
    }

    @Test
    void rationalNumbersAreHeldInLowestTermsWhateverTheirOrigin() {
        assertSame(Scalar.of(6, -4), Scalar.of(new BigFraction(-3, 2)));
        assertSame(Scalar.of(6, 3), Scalar.of(2));
        assertSame(Scalar.of(BigInteger.TEN), Scalar.of(10));
        assertSame(Scalar.ofDyadic(BigInteger.valueOf(12), -3), Scalar.of(3, 2));
        assertSame(Scalar.ofDyadic(BigInteger.valueOf(3), 4), Scalar.of(48));
        assertThat(Scalar.of(1, 2))
                .isNotEqualTo(Scalar.of(1, 3))
                .isNotEqualTo(Scalar.of(3, 2))
                .isNotEqualTo("1/2");
        assertThat(Scalar.of(-3, 2)).hasToString("-3/2");
        assertThat(Scalar.of(7)).hasToString("7");
        assertThat(Scalar.of(3, 7).hashCode())
                .isNotEqualTo(Scalar.of(7, 3).hashCode())
                .isNotZero();
    }

    @Test
    void hashCodesTellNumbersApart() {
        assertThat(sqrt(2).hashCode()).isNotZero();
        assertThat(List.of(sqrt(2), sqrt(8), sqrt(2).multiply(HALF), sqrt(2).add(HALF), HALF, Scalar.of(2)))
                .extracting(Scalar::hashCode)
                .doesNotHaveDuplicates();
    }

    @Test
    void constantsAndPredicatesAgree() {
        assertThat(Scalar.ZERO.isZero()).isTrue();
        assertThat(Scalar.ONE.isZero()).isFalse();
        assertThat(sqrt(2).isZero()).isFalse();
        assertThat(Scalar.ONE.isOne()).isTrue();
        assertThat(Scalar.MINUS_ONE.isOne()).isFalse();
        assertThat(Scalar.MINUS_ONE.negate()).isEqualTo(Scalar.ONE);
        assertThat(Scalar.ONE.isRational()).isTrue();
        assertThat(sqrt(2).isRational()).isFalse();
        assertThat(Scalar.ONE.getField().getZero()).isEqualTo(Scalar.ZERO);
        assertThat(Scalar.ONE.getField().getOne()).isEqualTo(Scalar.ONE);
        assertThat(Scalar.ONE.getField().getRuntimeClass()).isEqualTo(Scalar.class);
    }

    @Test
    void rationalValueOfAnIrrationalNumberIsRefused() {
        assertThat(HALF.rational()).isEqualTo(BigFraction.ONE_HALF);
        assertThatThrownBy(() -> sqrt(2).rational())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("expected a rational number, found sqrt(2)");
    }

    @Test
    void divisionByZeroIsRefused() {
        assertThatThrownBy(() -> Scalar.of(1, 0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("1/0");
        assertThatThrownBy(Scalar.ZERO::reciprocal).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> sqrt(2).divide(Scalar.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Scalar.ZERO.pow(-1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void powersMultiply() {
        assertThat(Scalar.of(2, 3).pow(5)).isEqualTo(Scalar.of(32, 243));
        assertThat(Scalar.of(2, 3).pow(-2)).isEqualTo(Scalar.of(9, 4));
        assertThat(Scalar.ZERO.pow(0)).isEqualTo(Scalar.ONE);
        assertThat(Scalar.MINUS_ONE.pow(Integer.MIN_VALUE)).isEqualTo(Scalar.ONE);
        assertThat(sqrt(2).pow(6)).isEqualTo(Scalar.of(8));
        assertThat(sqrt(2).pow(-3)).isEqualTo(sqrt(2).divide(Scalar.of(4)));
    }

    @Test
    void absoluteValueAndSignAreExact() {
        Scalar small = sqrt(1_000_001).subtract(Scalar.of(1_000_000_499_999_875L, 1_000_000_000_000L));
        assertThat(small.signum()).isEqualTo(1);
        assertThat(small.negate().signum()).isEqualTo(-1);
        assertThat(small.negate().abs()).isEqualTo(small);
        assertThat(small.abs()).isEqualTo(small);
        assertThat(Scalar.of(-2).abs()).isEqualTo(Scalar.of(2));
        assertThat(Scalar.of(-2).signum()).isEqualTo(-1);
        assertThat(Scalar.ZERO.abs().signum()).isZero();
    }

    @Test
    void comparisonDecidesDifferencesFarBelowBinary64() {
        Scalar convergent = Scalar.of(1);
        for (int i = 0; i < 200; i++) {
            convergent = Scalar.ONE.add(Scalar.ONE.divide(Scalar.ONE.add(convergent)));
            assertThat(convergent.compareTo(sqrt(2))).isEqualTo(i % 2 == 0 ? 1 : -1);
            assertThat(sqrt(2).compareTo(convergent)).isEqualTo(i % 2 == 0 ? -1 : 1);
        }
        assertThat(convergent.compareTo(Scalar.ONE)).isPositive();
    }

    @Test
    void numbersOfFieldsThatDoNotFitTogetherAreStillCompared() {
        assertThat(sqrt(1_000_003)).isGreaterThan(Scalar.cosine(1, 7)).isLessThan(sqrt(1_000_005));
        assertThat(sqrt(1_000_003)).isNotEqualTo(sqrt(1_000_005)).isNotEqualTo(Scalar.cosine(1, 7));
    }

    @Test
    void equalNumbersAreEqualWhicheverWayTheyWereComputed() {
        assertSame(Scalar.cosine(1, 8).multiply(2), sqrt(2));
        assertSame(sqrt(2).multiply(sqrt(3)), sqrt(6));
        assertSame(Scalar.cosine(1, 5).multiply(2), sqrt(5).subtract(Scalar.ONE).divide(Scalar.of(2)));
        assertSame(Scalar.sine(1, 5).pow(2), Scalar.of(5).add(sqrt(5)).divide(Scalar.of(8)));
        assertSame(Scalar.cosine(1, 10).subtract(Scalar.cosine(1, 5)), HALF);
        assertSame(Scalar.sine(1, 6), sqrt(3).divide(Scalar.of(2)));
        assertSame(Scalar.cosine(1, 12), Scalar.sine(1, 6));
        assertSame(sqrt(12), sqrt(3).multiply(2));
        assertSame(Scalar.sqrt(new BigFraction(1, 2)), Scalar.cosine(1, 8));
        assertSame(Scalar.cosine(1, 24), sqrt(6).add(sqrt(2)).divide(Scalar.of(4)));
        assertSame(sqrt(2).add(sqrt(3)).subtract(sqrt(3)), sqrt(2));
        assertSame(sqrt(21).add(sqrt(5)).subtract(sqrt(5)), sqrt(21));
        assertSame(sqrt(7).multiply(sqrt(11)), sqrt(77));
        assertSame(sqrt(1_000_003).multiply(sqrt(2_000_006)), sqrt(2).multiply(1_000_003));
        assertSame(
                sqrt(6).divide(Scalar.of(5)).multiply(sqrt(10).divide(Scalar.of(3))),
                sqrt(15).multiply(Scalar.of(2, 15)));
        assertSame(Scalar.cosine(3, 7), Scalar.cosine(-4, 7));
        assertSame(Scalar.cosine(1, 14), Scalar.cosine(4, 7).negate());
    }

    @Test
    void productFormulasForSinesHold() {
        Scalar cosines = Scalar.cosine(1, 7).multiply(Scalar.cosine(2, 7)).multiply(Scalar.cosine(3, 7));
        assertSame(cosines, Scalar.of(1, 8));
        for (int n : new int[] {3, 4, 5, 7, 8, 9, 11, 12, 15, 16}) {
            Scalar product = Scalar.ONE;
            for (int k = 1; k < n; k++) {
                product = product.multiply(Scalar.sine(k, 2L * n)).multiply(2);
            }
            assertSame(product, Scalar.of(n));
        }
    }

    @Test
    void sumsOfQuadraticCharactersAreSquareRoots() {
        Scalar sum = Scalar.ZERO;
        for (long k = 0; k < 29; k++) {
            sum = sum.add(Scalar.cosine(k * k, 29));
        }
        assertSame(sum, sqrt(29));
        assertSame(sum.negate().add(sqrt(29)), Scalar.ZERO);
    }

    @Test
    void anglesAreTakenModuloTheFullCircle() {
        assertSame(Scalar.cosine(0, 1), Scalar.ONE);
        assertSame(Scalar.cosine(1, 1), Scalar.ONE);
        assertSame(Scalar.cosine(1, 2), Scalar.MINUS_ONE);
        assertSame(Scalar.cosine(1, 3), Scalar.of(-1, 2));
        assertSame(Scalar.cosine(1, 4), Scalar.ZERO);
        assertSame(Scalar.cosine(1, 6), HALF);
        assertSame(Scalar.sine(1, 4), Scalar.ONE);
        assertSame(Scalar.sine(3, 4), Scalar.MINUS_ONE);
        assertSame(Scalar.cosine(1_000_000_000_000_000_003L, 7), Scalar.cosine(1_000_000_000_000_000_003L % 7, 7));
        assertSame(Scalar.cosine(Long.MAX_VALUE, Long.MAX_VALUE), Scalar.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scalar.cosine(1, 0))
                .withMessageContaining("found 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Scalar.sine(1, -3));
    }

    @Test
    void fieldsBeyondTheDegreeLimitAreRefusedByName() {
        assertThat(Scalar.cosine(1, 97).coefficients()).hasSize(Scalar.DEGREE_LIMIT);
        assertThat(Scalar.cosine(1, 420).coefficients()).hasSize(Scalar.DEGREE_LIMIT);
        for (long n : new long[] {101, 423, 18432, 18433, 20_000, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> Scalar.cosine(1, n))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining("of conductor " + n + " is beyond the limit 48");
        }
        assertThatThrownBy(() -> sqrt(1_000_003).add(Scalar.cosine(1, 7)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Q(sqrt(1000003)) and Q(2*cos(2*pi/7)) do not fit together: the degree of the real"
                        + " cyclotomic field of conductor 28000084 is beyond the limit 48");
    }

    @Test
    void squareRootsOfLargeSquareFreeNumbersHaveTheirOwnField() {
        Scalar root = sqrt(1_000_003);
        assertThat(root.multiply(root)).isEqualTo(Scalar.of(1_000_003));
        assertThat(root.add(Scalar.ONE).multiply(root.subtract(Scalar.ONE))).isEqualTo(Scalar.of(1_000_002));
        assertThat(root.add(Scalar.ONE).reciprocal())
                .isEqualTo(root.subtract(Scalar.ONE).divide(Scalar.of(1_000_002)));
        assertThat(root.conductor()).isEqualTo(BigInteger.valueOf(4_000_012));
        assertThat(root.multiply(Scalar.of(3, 5)).add(HALF)).hasToString("1/2+3/5*sqrt(1000003)");
    }

    @Test
    void squareRootsOfSquaresAreRational() {
        assertSame(Scalar.sqrt(new BigFraction(9, 4)), Scalar.of(3, 2));
        assertSame(Scalar.sqrt(BigFraction.ZERO), Scalar.ZERO);
        assertThat(Scalar.sqrt(new BigFraction(BigInteger.TEN.pow(4000))))
                .isEqualTo(Scalar.of(BigInteger.TEN.pow(2000)));
        assertThatThrownBy(() -> Scalar.sqrt(new BigFraction(-1, 3)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("found -1/3");
    }

    @Test
    void conductorAndCoefficientsDescribeTheNumber() {
        assertThat(HALF.conductor()).isEqualTo(BigInteger.ONE);
        assertThat(HALF.coefficients()).containsExactly(BigFraction.ONE_HALF);
        assertThat(sqrt(5).conductor()).isEqualTo(BigInteger.valueOf(5));
        assertThat(sqrt(2).conductor()).isEqualTo(BigInteger.valueOf(8));
        assertThat(sqrt(3).conductor()).isEqualTo(BigInteger.valueOf(12));
        assertThat(sqrt(6).conductor()).isEqualTo(BigInteger.valueOf(24));
        assertThat(Scalar.cosine(1, 10).coefficients()).containsExactly(new BigFraction(1, 4), new BigFraction(1, 4));
        Scalar seventh = Scalar.cosine(2, 7).multiply(Scalar.of(3)).add(Scalar.ONE);
        assertThat(seventh.conductor()).isEqualTo(BigInteger.valueOf(7));
        assertThat(seventh.coefficients()).isEqualTo(List.of(BigFraction.ONE, BigFraction.ZERO, new BigFraction(3, 2)));
    }

    @Test
    void theLeastConductorIsFound() {
        Scalar ninth = Scalar.cosine(1, 9);
        for (int n : new int[] {4, 5, 7, 8, 16, 27, 36, 45}) {
            Scalar other = Scalar.cosine(1, n);
            assertSame(ninth.add(other).subtract(other), ninth);
            assertSame(other.add(ninth).subtract(ninth), other);
            assertSame(ninth.multiply(other.add(Scalar.of(3))).divide(other.add(Scalar.of(3))), ninth);
        }
        assertThat(Scalar.cosine(1, 7).add(Scalar.cosine(2, 7)).add(Scalar.cosine(3, 7)))
                .isEqualTo(HALF.negate());
    }

    @Test
    void textPrefersSquareRoots() {
        assertThat(Scalar.cosine(1, 8)).hasToString("1/2*sqrt(2)");
        assertThat(Scalar.cosine(1, 5)).hasToString("-1/4+1/4*sqrt(5)");
        assertThat(sqrt(5).negate()).hasToString("-sqrt(5)");
        assertThat(HALF.subtract(sqrt(5).multiply(3))).hasToString("1/2-3*sqrt(5)");
        assertThat(Scalar.cosine(1, 7)
                        .divide(Scalar.of(2))
                        .add(Scalar.cosine(2, 7).multiply(3)))
                .hasToString("1/2*cos(2*pi/7)+3*cos(4*pi/7)");
        assertThat(Scalar.cosine(1, 16)).hasToString("cos(pi/8)");
        assertThat(Scalar.cosine(3, 16).negate()).hasToString("-cos(3*pi/8)");
        assertThat(Scalar.ONE.subtract(Scalar.cosine(1, 7))).hasToString("1-cos(2*pi/7)");
    }

    @Test
    void boundsOfRationalNumbersAreTheNumberItself() {
        assertThat(HALF.bounds(0)).isEqualTo(new RationalInterval(BigFraction.ONE_HALF, BigFraction.ONE_HALF));
        assertThatIllegalArgumentException().isThrownBy(() -> HALF.bounds(-1)).withMessageContaining("found -1");
        assertThatIllegalArgumentException().isThrownBy(() -> HALF.bounds(Scalar.BINARY_EXPONENT_LIMIT + 1));
        assertThat(HALF.bounds(Scalar.BINARY_EXPONENT_LIMIT).lower()).isEqualTo(BigFraction.ONE_HALF);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RationalInterval(BigFraction.ONE, BigFraction.ZERO))
                .withMessageContaining("found 1 and 0");
    }
}
