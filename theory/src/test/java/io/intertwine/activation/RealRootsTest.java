package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.UnivariatePolynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class RealRootsTest {
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
            for (int i = Math.max(0, k - right.degree()); i <= Math.min(k, left.degree()); i++) {
                sum = sum.add(left.coefficient(i).multiply(right.coefficient(k - i)));
            }
            parts.add(sum);
        }
        return new UnivariatePolynomial(parts);
    }

    /** Polynomials built from known rational roots, surds and factors without roots. */
    @Test
    void rootsOfKnownFactorsAreFoundExactly() {
        Random random = new Random(20260704);
        for (int round = 0; round < 200; round++) {
            TreeSet<Scalar> expected = new TreeSet<>();
            UnivariatePolynomial p = polynomial(1 + random.nextInt(5));
            for (int i = random.nextInt(4); i >= 0; i--) {
                Scalar root = Scalar.of(random.nextInt(41) - 20, 1 + random.nextInt(7));
                if (expected.add(root)) {
                    p = product(p, new UnivariatePolynomial(List.of(root.negate(), Scalar.ONE)));
                }
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                Scalar middle = Scalar.of(random.nextInt(9) - 4, 2);
                BigFraction square = new BigFraction(new int[] {2, 3, 5, 6, 7}[random.nextInt(5)], 4);
                Scalar half = Scalar.sqrt(square);
                if (!expected.contains(middle.add(half))) {
                    expected.add(middle.add(half));
                    expected.add(middle.subtract(half));
                    Scalar constant = middle.multiply(middle).subtract(Scalar.of(square));
                    p = product(p, new UnivariatePolynomial(List.of(constant, middle.multiply(-2), Scalar.ONE)));
                }
            }
            if (random.nextBoolean()) {
                p = product(p, polynomial(1 + random.nextInt(3), 1, 1));
            }
            List<Scalar> found = RealRoots.of(p).stream()
                    .map(root -> root.value().orElseThrow().exact().orElseThrow())
                    .toList();
            assertThat(found).as(p.toString()).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void rootsThatAreNeitherRationalNorQuadraticAreOnlyEnclosed() {
        List<RealRoot> roots = RealRoots.of(polynomial(-1, -1, 0, 1));
        assertThat(roots).hasSize(1);
        assertThat(roots.get(0).value()).isEmpty();
        RealRoot near = roots.get(0).refined(new BigFraction(1, 1000));
        assertThat(near.sign(near.lower()) * near.sign(near.upper())).isNegative();
    }

    @Test
    void squareFreePartsCarryTheMultiplicities() {
        UnivariatePolynomial first = polynomial(-1, 1);
        UnivariatePolynomial second = polynomial(3, 1);
        UnivariatePolynomial p = product(product(first, product(second, second)), polynomial(5));
        assertThat(p.squareFreeParts()).containsExactly(first, second);
    }
}
