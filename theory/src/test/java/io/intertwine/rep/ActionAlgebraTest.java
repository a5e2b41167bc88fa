package io.intertwine.rep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ActionAlgebraTest {
    private static final Random RANDOM = new Random(11);

    /** A random monomial or dense invertible linear map. */
    private static AffineMap random(int n, boolean monomial) {
        if (monomial) {
            List<Integer> images = new ArrayList<>();
            List<Scalar> scales = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                images.add(i);
                scales.add(Scalar.of(RANDOM.nextLong(-5, 0), RANDOM.nextLong(1, 4)));
            }
            Collections.shuffle(images, RANDOM);
            return AffineMap.monomial(
                    Permutation.of(images.stream().mapToInt(i -> i).toArray()), scales);
        }
        // Unitriangular matrices are invertible; a product of a lower and an upper one is dense.
        ExactMatrix lower = ExactMatrix.build(
                n, n, (i, j) -> i == j ? Scalar.ONE : i < j ? Scalar.ZERO : Scalar.of(RANDOM.nextInt(1, 4)));
        ExactMatrix upper = ExactMatrix.build(
                n, n, (i, j) -> i == j ? Scalar.ONE : i > j ? Scalar.ZERO : Scalar.of(RANDOM.nextInt(1, 4), 3));
        return AffineMap.of(lower.multiply(upper), Collections.nCopies(n, Scalar.ZERO));
    }

    private static List<Scalar> vector(int n) {
        return RANDOM.ints(n, -5, 6).mapToObj(Scalar::of).toList();
    }

    private static List<Scalar> product(List<Scalar> x, List<Scalar> y) {
        return x.stream().flatMap(a -> y.stream().map(a::multiply)).toList();
    }

    @Test
    void theTensorProductActsOnProductsFactorByFactor() {
        for (int i = 0; i < 40; i++) {
            AffineMap a = random(1 + i % 3, i % 2 == 0);
            AffineMap b = random(1 + i % 4, i % 4 < 2);
            List<Scalar> x = vector(a.dimension());
            List<Scalar> y = vector(b.dimension());
            assertThat(ActionAlgebra.tensor(a, b).apply(product(x, y))).isEqualTo(product(a.apply(x), b.apply(y)));
        }
    }

    @Test
    void theDirectSumActsOnEveryBlock() {
        for (int i = 0; i < 40; i++) {
            AffineMap a = random(1 + i % 3, i % 2 == 0);
            AffineMap b = random(1 + i % 4, i % 4 < 2);
            List<Scalar> both = new ArrayList<>(vector(a.dimension()));
            List<Scalar> y = vector(b.dimension());
            List<Scalar> expected = new ArrayList<>(a.apply(both));
            both.addAll(y);
            expected.addAll(b.apply(y));
            assertThat(ActionAlgebra.directSum(List.of(a, b)).apply(both)).isEqualTo(expected);
        }
    }

    @Test
    void theDirectSumKeepsShifts() {
        AffineMap shifted = AffineMap.monomial(Permutation.identity(1), List.of(Scalar.of(2)), List.of(Scalar.of(3)));
        AffineMap sum = ActionAlgebra.directSum(List.of(shifted, AffineMap.identity(1), shifted));
        assertThat(sum.shift()).containsExactly(Scalar.of(3), Scalar.ZERO, Scalar.of(3));
        AffineMap dense = AffineMap.of(random(2, false).matrix(), List.of(Scalar.ONE, Scalar.ZERO));
        assertThat(ActionAlgebra.directSum(List.of(dense, shifted)).shift())
                .containsExactly(Scalar.ONE, Scalar.ZERO, Scalar.of(3));
    }

    @Test
    void everyConstructionIsAHomomorphism() {
        for (int i = 0; i < 40; i++) {
            boolean monomial = i % 2 == 0;
            AffineMap a = random(2, monomial);
            AffineMap b = random(2, i % 4 < 2);
            AffineMap ab = a.after(b);
            assertThat(ActionAlgebra.dual(ab)).isEqualTo(ActionAlgebra.dual(a).after(ActionAlgebra.dual(b)));
            assertThat(ActionAlgebra.tensorPower(ab, 3))
                    .isEqualTo(ActionAlgebra.tensorPower(a, 3).after(ActionAlgebra.tensorPower(b, 3)));
            assertThat(ActionAlgebra.multiple(3, ab))
                    .isEqualTo(ActionAlgebra.multiple(3, a).after(ActionAlgebra.multiple(3, b)));
            assertThat(ActionAlgebra.tensor(ab, ab))
                    .isEqualTo(ActionAlgebra.tensor(a, a).after(ActionAlgebra.tensor(b, b)));
        }
    }

    @Test
    void theDualPreservesThePairingOfVectors() {
        for (int i = 0; i < 20; i++) {
            AffineMap a = random(3, i % 2 == 0);
            ExactMatrix dual = ActionAlgebra.dual(a).matrix();
            assertThat(dual.transpose().multiply(a.matrix())).isEqualTo(ExactMatrix.identity(3));
        }
    }

    @Test
    void monomialMapsStayMonomialAndLargeOnesAreFast() {
        AffineMap large = AffineMap.identity(2_000);
        assertThat(ActionAlgebra.tensor(large, large).isIdentity()).isTrue();
        assertThat(ActionAlgebra.multiple(2_000, large).isMonomial()).isTrue();
        assertThat(ActionAlgebra.tensorPower(random(1, true), 50).dimension()).isEqualTo(1);
        assertThat(ActionAlgebra.tensorPower(large, 1)).isEqualTo(large);
    }

    @Test
    void sizesAndShiftsThatDoNotFitAreRefused() {
        AffineMap large = AffineMap.identity(3_000);
        AffineMap dense = random(2, false);
        AffineMap shifted = AffineMap.monomial(Permutation.identity(1), List.of(Scalar.ONE), List.of(Scalar.ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActionAlgebra.tensor(large, large))
                .withMessageContaining("9000000");
        assertThatIllegalArgumentException().isThrownBy(() -> ActionAlgebra.tensorPower(large, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> ActionAlgebra.multiple(0, large));
        assertThatIllegalArgumentException().isThrownBy(() -> ActionAlgebra.directSum(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> ActionAlgebra.tensorPower(dense, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ActionAlgebra.tensor(AffineMap.identity(1_000), dense));
        assertThatIllegalArgumentException().isThrownBy(() -> ActionAlgebra.directSum(List.of(large, dense)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActionAlgebra.tensor(shifted, dense))
                .withMessageContaining("shift");
        assertThatIllegalArgumentException().isThrownBy(() -> ActionAlgebra.tensor(dense, shifted));
        assertThatIllegalArgumentException().isThrownBy(() -> ActionAlgebra.dual(shifted));
        assertThatIllegalArgumentException().isThrownBy(() -> ActionAlgebra.tensorPower(shifted, 2));
    }
}
