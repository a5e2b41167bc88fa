package io.intertwine.rep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The classical groups keep their forms, their algebras are closed, and their tensors have the known invariants. */
class ClassicalGroupsTest {
    private static long invariants(LinearRepresentation standard, int power) {
        return EquivariantMaps.dimension(standard.power(0), standard.power(power));
    }

    private static SparseMatrix diagonal(int plus, int minus) {
        List<SparseMatrix.Entry> entries = new ArrayList<>();
        for (int i = 0; i < plus + minus; i++) {
            entries.add(new SparseMatrix.Entry(i, i, i < plus ? Scalar.ONE : Scalar.MINUS_ONE));
        }
        return SparseMatrix.of(plus + minus, plus + minus, entries);
    }

    private static void requireForm(LinearRepresentation group, SparseMatrix form) {
        LieAlgebra algebra = group.group().connected();
        assertThat(algebra.isClosed()).isTrue();
        for (int x = 0; x < algebra.generators().size(); x++) {
            SparseMatrix a = group.derivative(x);
            assertThat(a.transpose().multiply(form).add(form.multiply(a)).size())
                    .isZero();
        }
        for (int g = 0; g < group.group().discrete().generators().size(); g++) {
            SparseMatrix a = group.generator(g);
            assertThat(a.transpose().multiply(form).multiply(a)).isEqualTo(form);
        }
    }

    @Test
    void formsAreKept() {
        for (int p = 0; p <= 3; p++) {
            for (int q = Math.max(0, 2 - p); q <= 2; q++) {
                requireForm(ClassicalGroups.specialOrthogonal(p, q), diagonal(p, q));
                requireForm(ClassicalGroups.orthogonal(p, q), diagonal(p, q));
            }
        }
        for (int n = 1; n <= 3; n++) {
            List<SparseMatrix.Entry> entries = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                entries.add(new SparseMatrix.Entry(i, n + i, Scalar.ONE));
                entries.add(new SparseMatrix.Entry(n + i, i, Scalar.MINUS_ONE));
            }
            LinearRepresentation group = ClassicalGroups.symplectic(n);
            requireForm(group, SparseMatrix.of(2 * n, 2 * n, entries));
            assertThat(group.group().connected().generators()).hasSize(n * (2 * n + 1));
        }
        LinearRepresentation linear = ClassicalGroups.specialLinear(4);
        assertThat(linear.group().connected().isClosed()).isTrue();
        assertThat(linear.group().connected().generators()).hasSize(15);
        assertThat(ClassicalGroups.generalLinear(3).group().connected().generators())
                .hasSize(9);
        assertThat(ClassicalGroups.specialOrthogonal(11).group().connected().generators())
                .contains("J12", "J9_10", "J10_11")
                .hasSize(55);
    }

    @Test
    void rotationsHaveRiordanNumbers() {
        // Riordan numbers, OEIS A005043.
        int[] riordan = {1, 0, 1, 1, 3, 6, 15, 36};
        LinearRepresentation standard = ClassicalGroups.specialOrthogonal(3);
        for (int k = 0; k < riordan.length; k++) {
            assertThat(invariants(standard, k)).isEqualTo(riordan[k]);
            assertThat(EquivariantMaps.dimension(standard.power(k / 2), standard.power(k - k / 2)))
                    .isEqualTo(riordan[k]);
        }
    }

    @Test
    void orthogonalInvariantsAreMatchings() {
        // R. Brauer, Ann. of Math. 38 (1937): (2k - 1)!! for n at least k; the determinant adds invariants of SO(n)
        // from T^n on.
        for (int n = 2; n <= 5; n++) {
            assertThat(invariants(ClassicalGroups.orthogonal(n), 2)).isEqualTo(1);
            assertThat(invariants(ClassicalGroups.orthogonal(n), 3)).isZero();
            assertThat(invariants(ClassicalGroups.orthogonal(n), 4)).isEqualTo(3);
        }
        assertThat(invariants(ClassicalGroups.orthogonal(3), 6)).isEqualTo(15);
        assertThat(invariants(ClassicalGroups.orthogonal(4), 6)).isEqualTo(15);
        // For n = 2, half of the binomial coefficient.
        assertThat(invariants(ClassicalGroups.orthogonal(2), 6)).isEqualTo(10);
        assertThat(invariants(ClassicalGroups.specialOrthogonal(2), 4)).isEqualTo(6);
        assertThat(invariants(ClassicalGroups.specialOrthogonal(2), 6)).isEqualTo(20);
        assertThat(invariants(ClassicalGroups.specialOrthogonal(4), 4)).isEqualTo(4);
        assertThat(invariants(ClassicalGroups.specialOrthogonal(5), 4)).isEqualTo(3);
        assertThat(invariants(ClassicalGroups.specialOrthogonal(5), 5)).isEqualTo(1);
    }

    @Test
    void theSignatureDoesNotMatter() {
        // SO(4) is covered by SU(2) x SU(2), so the invariants of T^2k are the squares of Catalan numbers; SO(1, 3) has
        // the same.
        int[] squares = {1, 1, 4, 25};
        for (int k = 0; k < squares.length; k++) {
            assertThat(invariants(ClassicalGroups.specialOrthogonal(4), 2 * k)).isEqualTo(squares[k]);
            assertThat(invariants(ClassicalGroups.specialOrthogonal(1, 3), 2 * k))
                    .isEqualTo(squares[k]);
            assertThat(invariants(ClassicalGroups.specialOrthogonal(2, 2), 2 * k))
                    .isEqualTo(squares[k]);
        }
        assertThat(invariants(ClassicalGroups.orthogonal(1, 3), 4)).isEqualTo(3);
        assertThat(invariants(ClassicalGroups.orthogonal(1, 3), 6)).isEqualTo(15);
    }

    @Test
    void linearAndSymplecticInvariantsAreKnown() {
        int[] catalan = {1, 1, 2, 5, 14, 42};
        for (int k = 0; k < catalan.length; k++) {
            assertThat(invariants(ClassicalGroups.specialLinear(2), 2 * k)).isEqualTo(catalan[k]);
        }
        assertThat(invariants(ClassicalGroups.symplectic(2), 4)).isEqualTo(3);
        assertThat(invariants(ClassicalGroups.symplectic(2), 6)).isEqualTo(14);
        // Standard tableaux of 2 columns and 3 rows.
        assertThat(invariants(ClassicalGroups.specialLinear(3), 3)).isEqualTo(1);
        assertThat(invariants(ClassicalGroups.specialLinear(3), 6)).isEqualTo(5);
        // Schur and Weyl: k! for n at least k; for n = 2 the permutations without a decreasing sequence of length 3.
        LinearRepresentation two = ClassicalGroups.generalLinear(2);
        LinearRepresentation three = ClassicalGroups.generalLinear(3);
        assertThat(EquivariantMaps.dimension(two.power(3), two.power(3))).isEqualTo(5);
        assertThat(EquivariantMaps.dimension(three.power(3), three.power(3))).isEqualTo(6);
        assertThat(EquivariantMaps.dimension(two.tensor(two.dual()), two.power(0)))
                .isEqualTo(1);
        assertThat(EquivariantMaps.dimension(two.power(2), two)).isZero();
    }

    @Test
    void basesAreEquivariantAndTheCrossProductIsOneOfThem() {
        LinearRepresentation standard = ClassicalGroups.specialOrthogonal(3);
        EquivariantMaps maps = EquivariantMaps.between(standard.power(2), standard);
        SparseMatrix cross = maps.basis().toList().get(0);
        assertThat(cross.size()).isEqualTo(6);
        assertThat(cross.get(0, 5)).isEqualTo(cross.get(0, 7).negate());
        EquivariantMaps larger = EquivariantMaps.between(standard.power(2), standard.power(3));
        larger.basis().forEach(larger::requireEquivariant);
        assertThat(larger.coordinates(larger.combination(
                        List.of(Scalar.ONE, Scalar.of(2), Scalar.of(3), Scalar.of(4), Scalar.of(5), Scalar.of(1, 7)))))
                .containsExactly(Scalar.ONE, Scalar.of(2), Scalar.of(3), Scalar.of(4), Scalar.of(5), Scalar.of(1, 7));
    }

    @Test
    void sizesAreLimited() {
        assertThatThrownBy(() -> ClassicalGroups.specialOrthogonal(1)).hasMessageContaining("size 2 to 12, found 1");
        assertThatThrownBy(() -> ClassicalGroups.specialLinear(13)).hasMessageContaining("found 13");
        assertThatThrownBy(() -> ClassicalGroups.orthogonal(-1, 3)).hasMessageContaining("signature");
    }
}
