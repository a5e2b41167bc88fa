package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Powers among polynomials, and in planes of them that are built from powers. */
class PowerPencilTest {
    private static final Polynomial X = Polynomial.variable(0);
    private static final Polynomial Y = Polynomial.variable(1);
    private static final Polynomial Z = Polynomial.variable(2);

    private static Polynomial form(long x, long y, long z) {
        return X.multiply(Scalar.of(x)).add(Y.multiply(Scalar.of(y))).add(Z.multiply(Scalar.of(z)));
    }

    private static boolean proportional(Polynomial left, Polynomial right) {
        return PolynomialSpan.of(List.of(left, right)).dimension() == 1;
    }

    private static UnivariatePolynomial polynomial(long... coefficients) {
        List<Scalar> parts = new ArrayList<>();
        for (long coefficient : coefficients) {
            parts.add(Scalar.of(coefficient));
        }
        return new UnivariatePolynomial(parts);
    }

    @Test
    void theRootOfAPowerIsFoundUpToAFactor() {
        Random random = new Random(3);
        for (int round = 0; round < 40; round++) {
            int exponent = 1 + random.nextInt(4);
            Polynomial q = form(random.nextInt(5) - 2, random.nextInt(5) - 2, 1 + random.nextInt(3))
                    .multiply(form(random.nextInt(5) - 2, 1, random.nextInt(3)));
            Polynomial power = q.pow(exponent).multiply(Scalar.of(-3, 7));
            Polynomial root = PowerRoot.of(power, 3, exponent).orElseThrow();
            assertThat(proportional(root, q)).isTrue();
            if (exponent > 1) {
                assertThat(PowerRoot.of(power.add(form(1, 1, 1).pow(2 * exponent)), 3, exponent))
                        .isEmpty();
            }
        }
        assertThat(PowerRoot.of(X.pow(3), 1, 2)).isEmpty();
        assertThat(PowerRoot.of(X.pow(3), 1, 3)).contains(X);
        // vanishes at 0 and at -1, so that the point is 1 and not its negative
        Polynomial product = X.pow(2).add(X);
        assertThat(PowerRoot.of(product.pow(2), 1, 2)).contains(product.multiply(Scalar.of(1, 2)));
        assertThat(PowerRoot.of(X.pow(2).add(Polynomial.ONE), 1, 2)).isEmpty();
        assertThat(PowerRoot.of(X.pow(2).add(X.multiply(Scalar.of(2))).add(Polynomial.ONE), 1, 2))
                .contains(X.add(Polynomial.ONE));
    }

    @Test
    void aPointAvoidsTheZeros() {
        assertThat(PowerRoot.point(X.multiply(X.subtract(Polynomial.ONE)).multiply(Y), 3))
                .containsExactly(Scalar.of(2), Scalar.ONE, Scalar.ZERO);
    }

    @Test
    void threeSquaresInThePlaneOfASumAndADifference() {
        Polynomial n = X.pow(2).add(Y.pow(2));
        Polynomial m = X.pow(2).subtract(Y.pow(2));
        PowerPencil pencil = PowerPencil.of(n.pow(2), m.pow(2), 2, 2);
        // f = y^4 + x^4, g = x^2 y^2, p = (0, 1), e = f, z = g: f + 2 g = n^2, f - 2 g = m^2, and g itself.
        assertThat(pencil.condition()).isEqualTo(polynomial(-4, 0, 1));
        assertThat(pencil.root(Scalar.of(2))).isEqualTo(n);
        assertThat(pencil.root(Scalar.of(-2))).isEqualTo(m.multiply(Scalar.MINUS_ONE));
        assertThat(proportional(PowerRoot.of(pencil.vanishing(), 2, 2).orElseThrow(), X.multiply(Y)))
                .isTrue();
    }

    @Test
    void theConditionDependsOnThePlaneOnly() {
        Polynomial f = X.pow(2).add(Y.pow(2)).pow(2);
        Polynomial g = X.pow(4).add(X.multiply(Y.pow(3)));
        PowerPencil pencil = PowerPencil.of(f, g, 2, 2);
        for (long[] c : new long[][] {{0, 1, 1, 0}, {2, 0, 0, 3}, {1, 2, 3, 4}, {-1, 1, 1, 5}}) {
            PowerPencil other = PowerPencil.of(
                    f.multiply(Scalar.of(c[0])).add(g.multiply(Scalar.of(c[1]))),
                    f.multiply(Scalar.of(c[2])).add(g.multiply(Scalar.of(c[3]))),
                    2,
                    2);
            assertThat(other.condition()).isEqualTo(pencil.condition());
            assertThat(other.vanishing()).isEqualTo(pencil.vanishing());
        }
    }

    @Test
    void theConditionHasNoRealRootWhereThePowersAreComplex() {
        Polynomial m = X.pow(2).subtract(Y.pow(2));
        PowerPencil pencil = PowerPencil.of(m, X.multiply(Y), 2, 2);
        assertThat(pencil.condition().degree()).isEqualTo(2);
        assertThat(pencil.condition().coefficient(0).signum()).isPositive();
        assertThat(pencil.condition().coefficient(1)).isEqualTo(Scalar.ZERO);
        assertThat(PowerRoot.of(pencil.vanishing(), 2, 2)).isEmpty();
    }

    @Test
    void irrationalPowersAreRootsOfTheCondition() {
        Polynomial f = X.pow(2).add(Y.pow(2).multiply(Scalar.of(2)));
        PowerPencil pencil = PowerPencil.of(f, X.multiply(Y), 2, 2);
        Scalar root = Scalar.sqrt(new BigFraction(2));
        assertThat(pencil.condition())
                .isEqualTo(new UnivariatePolynomial(List.of(Scalar.of(-2), Scalar.ZERO, Scalar.ONE)));
        Polynomial q = pencil.root(root);
        assertThat(proportional(q, X.add(Y.multiply(root))) || proportional(q, X.subtract(Y.multiply(root))))
                .isTrue();
    }

    @Test
    void inThreeVariablesWithACommonFactorBothPowersAreFoundAndNoOther() {
        Random random = new Random(8);
        for (int round = 0; round < 12; round++) {
            int exponent = 2 + random.nextInt(2);
            Polynomial common = form(random.nextInt(3), 1, 2);
            Polynomial a = common.multiply(form(1, random.nextInt(3), 0));
            Polynomial b = common.multiply(form(random.nextInt(3) - 1, 0, 1));
            Polynomial first = a.pow(exponent).add(b.pow(exponent).multiply(Scalar.of(2)));
            Polynomial second = a.pow(exponent).multiply(Scalar.of(3)).subtract(b.pow(exponent));
            PowerPencil pencil = PowerPencil.of(first, second, 3, exponent);
            int vanishing = PowerRoot.of(pencil.vanishing(), 3, exponent).isPresent() ? 1 : 0;
            assertThat(pencil.condition().degree() + vanishing).isEqualTo(2);
        }
    }

    @Test
    void polynomialsThatSpanNoPlaneOfPowersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PowerPencil.of(X.pow(2), X.pow(2), 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> PowerPencil.of(X.pow(2), X.pow(4), 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> PowerPencil.of(X.pow(3), Y.pow(3), 2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> PowerPencil.of(X.pow(2), Y.pow(2), 2, 1));
    }
}
