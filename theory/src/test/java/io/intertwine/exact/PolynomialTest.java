package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Polynomials against their values at points, which know nothing of monomials. */
class PolynomialTest {
    private static final Polynomial X = Polynomial.variable(0);
    private static final Polynomial Y = Polynomial.variable(1);
    private static final Polynomial Z = Polynomial.variable(2);

    private static Polynomial number(long value) {
        return Polynomial.of(Scalar.of(value));
    }

    private static Scalar at(Polynomial polynomial, long... point) {
        Polynomial value = polynomial.substitute(i -> number(point[i]));
        assertThat(value.isConstant()).isTrue();
        return value.constant();
    }

    private static Polynomial random(Random random, int terms) {
        Polynomial sum = Polynomial.ZERO;
        for (int i = 0; i < terms; i++) {
            sum = sum.add(number(random.nextInt(9) - 4L)
                    .multiply(X.pow(random.nextInt(3)))
                    .multiply(Y.pow(random.nextInt(3)))
                    .multiply(Z.pow(random.nextInt(3))));
        }
        return sum;
    }

    @Test
    void computesWithValues() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Polynomial p = random(random, 4);
            Polynomial q = random(random, 3);
            long[] point = {random.nextInt(9) - 4, random.nextInt(9) - 4, random.nextInt(9) - 4};
            Scalar a = at(p, point);
            Scalar b = at(q, point);
            assertThat(at(p.add(q), point)).isEqualTo(a.add(b));
            assertThat(at(p.subtract(q), point)).isEqualTo(a.subtract(b));
            assertThat(at(p.multiply(q), point)).isEqualTo(a.multiply(b));
            assertThat(at(p.multiply(Scalar.of(1, 3)), point)).isEqualTo(a.divide(Scalar.of(3)));
            assertThat(at(p.pow(3), point)).isEqualTo(a.pow(3));
            assertThat(p.subtract(p)).isEqualTo(Polynomial.ZERO);
            assertThat(p.add(q)).isEqualTo(q.add(p)).hasSameHashCodeAs(q.add(p));
        }
    }

    @Test
    void knowsItsTerms() {
        Polynomial p = X.multiply(Y).multiply(Scalar.of(3)).add(X.pow(4)).subtract(number(5));
        assertThat(p.size()).isEqualTo(3);
        assertThat(p.leadingCoefficient()).isEqualTo(Scalar.of(3));
        assertThat(p.constant()).isEqualTo(Scalar.of(-5));
        assertThat(p.coefficient(X.multiply(Y))).isEqualTo(Scalar.of(3));
        assertThat(p.coefficient(Y)).isEqualTo(Scalar.ZERO);
        assertThat(p.variables()).containsExactly(0, 1);
        assertThat(Z.variables()).containsExactly(2);
        assertThat(p.isConstant()).isFalse();
        assertThat(X.isConstant()).isFalse();
        assertThat(number(2).isConstant()).isTrue();
        assertThat(Polynomial.ZERO.isConstant()).isTrue();
        assertThat(Polynomial.ZERO.isZero()).isTrue();
        assertThat(number(0)).isEqualTo(Polynomial.ZERO);
        assertThat(Polynomial.ONE.isZero()).isFalse();
        assertThat(p).hasToString("(3)*y1*y0 + (1)*y0^4 + (-5)");
        assertThat(Polynomial.ZERO).hasToString("0");
        assertThat(p).isNotEqualTo(p.toString()).isNotEqualTo(X);
        List<String> visited = new ArrayList<>();
        p.forEach((coefficient, exponents) -> visited.add(coefficient + " " + List.of(exponents.length)));
        assertThat(visited).containsExactly("-5 [0]", "1 [1]", "3 [2]");
        assertThat(X.pow(0)).isEqualTo(Polynomial.ONE);
        assertThatIllegalArgumentException().isThrownBy(() -> X.pow(-1)).withMessageContaining("found -1");
    }

    @Test
    void aLargerIndexIsGreaterThenALargerExponent() {
        assertThat(X.pow(9).add(Y.multiply(Scalar.of(2))).leadingCoefficient()).isEqualTo(Scalar.of(2));
        assertThat(Y.pow(2).multiply(Scalar.of(2)).add(Y.multiply(X.pow(5))).leadingCoefficient())
                .isEqualTo(Scalar.of(2));
        assertThat(Y.multiply(X).multiply(Scalar.of(2)).add(Y).leadingCoefficient())
                .isEqualTo(Scalar.of(2));
    }

    @Test
    void divisionLeavesWhatNoLeadingTermDivides() {
        // D (1 + E) = 1: the derivative of D is a polynomial in D alone.
        Polynomial relation = Y.multiply(X.add(Polynomial.ONE)).subtract(Polynomial.ONE);
        assertThat(Y.multiply(X).remainder(List.of(relation), 10)).isEqualTo(Polynomial.ONE.subtract(Y));
        assertThat(relation.multiply(Z.add(X)).remainder(List.of(relation), 100))
                .isEqualTo(Polynomial.ZERO);
        assertThat(X.remainder(List.of(relation), 10)).isEqualTo(X);
        assertThat(X.remainder(List.of(), 10)).isEqualTo(X);
        assertThat(Y.multiply(Scalar.of(3))
                        .remainder(List.of(X, Y.multiply(Scalar.of(2)).add(X)), 10))
                .isEqualTo(Polynomial.ZERO);
    }

    @Test
    void theFirstDivisorThatFitsIsUsed() {
        assertThat(Y.remainder(List.of(Y.subtract(X), Y.subtract(number(1))), 10))
                .isEqualTo(X);
    }

    @Test
    void remaindersDifferByACombinationOfTheDivisors() {
        Random random = new Random(11);
        for (int i = 0; i < 100; i++) {
            // Both divisors vanish at (2, 3, -1), so the value there is kept.
            Polynomial first = X.subtract(number(2)).multiply(Polynomial.ONE.add(Z.pow(2)));
            Polynomial second = Y.add(Z).subtract(number(2));
            Polynomial p = random(random, 5);
            Polynomial rest = p.remainder(List.of(first, second), 1000);
            assertThat(at(rest, 2, 3, -1)).isEqualTo(at(p, 2, 3, -1));
            assertThat(rest.remainder(List.of(first, second), 1000)).isEqualTo(rest);
        }
    }

    @Test
    void divisionAndMultiplicationHaveLimits() {
        Polynomial divisor = X.subtract(Polynomial.ONE);
        assertThat(X.pow(3).remainder(List.of(divisor), 6)).isEqualTo(Polynomial.ONE);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> X.pow(3).remainder(List.of(divisor), 5))
                .withMessageContaining("more than 5 terms");
        Polynomial long400 = Polynomial.ZERO;
        for (int i = 0; i < 400; i++) {
            long400 = long400.add(X.pow(i));
        }
        Polynomial long500 = long400;
        for (int i = 400; i < 500; i++) {
            long500 = long500.add(X.pow(i));
        }
        assertThat(long400.multiply(long500).size()).isEqualTo(899);
        Polynomial long501 = long500.add(X.pow(500));
        Polynomial factor = long400;
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> factor.multiply(long501))
                .withMessageContaining("400 times 501 terms");
    }

    @Test
    void substitutesPolynomials() {
        Polynomial p = X.pow(2).add(Y.multiply(X));
        assertThat(p.substitute(i -> i == 0 ? Y : X)).isEqualTo(Y.pow(2).add(X.multiply(Y)));
        assertThat(number(4).substitute(i -> X)).isEqualTo(number(4));
    }

    @Test
    void differentiatesByTheChainRule() {
        // y_0 = x, y_1 = tanh(x): (x^2 tanh x)' = 2 x tanh x + x^2 (1 - tanh^2 x).
        Polynomial derivative =
                X.pow(2).multiply(Y).derivative(i -> i == 0 ? Polynomial.ONE : Polynomial.ONE.subtract(Y.pow(2)));
        assertThat(derivative)
                .isEqualTo(
                        X.multiply(Y).multiply(Scalar.of(2)).add(X.pow(2).multiply(Polynomial.ONE.subtract(Y.pow(2)))));
        assertThat(Y.pow(3).derivative(i -> Polynomial.ONE)).isEqualTo(Y.pow(2).multiply(Scalar.of(3)));
        assertThat(number(3).derivative(i -> Polynomial.ONE)).isEqualTo(Polynomial.ZERO);
    }
}
