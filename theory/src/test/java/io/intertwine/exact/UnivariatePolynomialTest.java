package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Polynomials in one variable against their values, and against factors that they are built from. */
class UnivariatePolynomialTest {
    private static UnivariatePolynomial polynomial(long... coefficients) {
        List<Scalar> parts = new ArrayList<>();
        for (long coefficient : coefficients) {
            parts.add(Scalar.of(coefficient));
        }
        return new UnivariatePolynomial(parts);
    }

    private static UnivariatePolynomial product(UnivariatePolynomial left, UnivariatePolynomial right) {
        List<Scalar> parts = new ArrayList<>();
        for (int k = 0; k <= left.degree() + right.degree(); k++) {
            Scalar sum = Scalar.ZERO;
            for (int i = 0; i <= k; i++) {
                sum = sum.add(left.coefficient(i).multiply(right.coefficient(k - i)));
            }
            parts.add(sum);
        }
        return new UnivariatePolynomial(parts);
    }

    private static UnivariatePolynomial random(Random random, int degree) {
        long[] coefficients = new long[degree + 1];
        for (int i = 0; i <= degree; i++) {
            coefficients[i] = random.nextInt(9) - 4L;
        }
        coefficients[degree] = 1L + random.nextInt(3);
        return polynomial(coefficients);
    }

    @Test
    void zerosAtTheEndAreDropped() {
        assertThat(polynomial(1, 2, 0, 0)).isEqualTo(polynomial(1, 2));
        assertThat(polynomial(0, 0).degree()).isEqualTo(-1);
        assertThat(polynomial(1, 2).coefficient(5)).isEqualTo(Scalar.ZERO);
        assertThat(polynomial(1, 2).leading()).isEqualTo(Scalar.of(2));
        assertThat(polynomial().monic()).isEqualTo(polynomial());
        assertThat(polynomial(4, 2).monic()).isEqualTo(polynomial(2, 1));
        assertThat(polynomial(1, 2).negate()).isEqualTo(polynomial(-1, -2));
    }

    @Test
    void quotientAndRemainderGiveBackTheDividend() {
        Random random = new Random(11);
        for (int i = 0; i < 100; i++) {
            UnivariatePolynomial dividend = random(random, random.nextInt(6));
            UnivariatePolynomial divisor = random(random, random.nextInt(4));
            Scalar x = Scalar.of(random.nextInt(7) - 3L, 2);
            UnivariatePolynomial remainder = dividend.remainder(divisor);
            assertThat(remainder.degree()).isLessThan(divisor.degree());
            assertThat(dividend.quotient(divisor).at(x).multiply(divisor.at(x)).add(remainder.at(x)))
                    .isEqualTo(dividend.at(x));
        }
    }

    @Test
    void derivesTermByTerm() {
        assertThat(polynomial(7, 5, 0, 2).derivative()).isEqualTo(polynomial(5, 0, 6));
        assertThat(polynomial(7).derivative()).isEqualTo(polynomial());
    }

    @Test
    void theGreatestCommonDivisorIsTheOneThatWasBuiltIn() {
        UnivariatePolynomial common = polynomial(-1, 2, 1);
        UnivariatePolynomial left = product(common, polynomial(3, 1));
        UnivariatePolynomial right = product(common, polynomial(1, 0, 5));
        assertThat(left.gcd(right)).isEqualTo(common);
        assertThat(left.gcd(polynomial())).isEqualTo(left.monic());
        assertThat(polynomial().gcd(right)).isEqualTo(right.monic());
        Scalar root = Scalar.sqrt(new org.hipparchus.fraction.BigFraction(2));
        UnivariatePolynomial irrational = new UnivariatePolynomial(List.of(root, Scalar.ONE));
        assertThat(irrational.isRational()).isFalse();
        assertThat(product(irrational, polynomial(1, 1)).gcd(product(irrational, polynomial(3, 1))))
                .isEqualTo(irrational);
    }

    @Test
    void squareFreePartsCarryTheMultiplicities() {
        UnivariatePolynomial first = polynomial(-1, 1);
        UnivariatePolynomial second = polynomial(3, 0, 1);
        UnivariatePolynomial p = product(product(first, product(second, product(second, second))), polynomial(5));
        assertThat(p.squareFreeParts()).containsExactly(first, polynomial(1), second);
    }

    @Test
    void primitivePolynomialsHaveWholeCoefficientsWithoutACommonFactor() {
        UnivariatePolynomial p = new UnivariatePolynomial(List.of(Scalar.of(2, 3), Scalar.of(-4, 5)));
        assertThat(p.primitive()).isEqualTo(polynomial(5, -6));
    }
}
