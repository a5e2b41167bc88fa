package io.intertwine.rep;

import static io.intertwine.rep.SampleRepresentations.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Subrepresentations and quotients act as the whole does, and nothing else passes for invariant. */
class InvariantSubspaceTest {
    /** The differences of neighbouring points. */
    private static SparseMatrix differences(int n) {
        List<SparseMatrix.Entry> entries = new ArrayList<>();
        for (int k = 0; k + 1 < n; k++) {
            entries.add(new SparseMatrix.Entry(k, k, Scalar.of(2)));
            entries.add(new SparseMatrix.Entry(k + 1, k, Scalar.of(-2)));
        }
        return SparseMatrix.of(n, n - 1, entries);
    }

    private static void requireExact(InvariantSubspace subspace) {
        LinearRepresentation whole = subspace.whole();
        EquivariantMaps in = EquivariantMaps.between(subspace.representation(), whole);
        in.requireEquivariant(subspace.inclusion());
        EquivariantMaps out = EquivariantMaps.between(whole, subspace.quotient());
        out.requireEquivariant(subspace.projection());
        assertThat(subspace.projection().multiply(subspace.inclusion()).size()).isZero();
        assertThat(subspace.dimension() + subspace.quotient().dimension()).isEqualTo(whole.dimension());
        InvariantSubspace kernel = InvariantSubspace.kernel(out, subspace.projection());
        assertThat(kernel.dimension()).isEqualTo(subspace.dimension());
        assertThat(InvariantSubspace.image(in, subspace.inclusion()).dimension())
                .isEqualTo(subspace.dimension());
    }

    @Test
    void thePermutationRepresentationIsTrivialAndStandard() {
        InvariantSubspace standard = InvariantSubspace.of(points(4), differences(4));
        requireExact(standard);
        LinearRepresentation three = standard.representation();
        assertThat(EquivariantMaps.dimension(three, three)).isEqualTo(1);
        assertThat(EquivariantMaps.dimension(three, points(4))).isEqualTo(1);
        assertThat(EquivariantMaps.dimension(standard.quotient(), three)).isZero();
        // The standard representation of S_4: its square holds the trivial one once, itself once, and four constituents
        // in all.
        assertThat(EquivariantMaps.dimension(three.power(2), three.power(2))).isEqualTo(4);
        assertThat(EquivariantMaps.dimension(three.power(2), three.power(0))).isEqualTo(1);
        assertThat(EquivariantMaps.dimension(three.power(2), three)).isEqualTo(1);
        assertThat(NaiveMaps.dimension(three.power(2), three)).isEqualTo(1);
    }

    @Test
    void symmetricTensorsOfRotationsAreInvariant() {
        LinearRepresentation square = ClassicalGroups.orthogonal(3).power(2);
        EquivariantMaps maps = EquivariantMaps.between(square, square);
        List<SparseMatrix.Entry> swap = new ArrayList<>();
        for (int k = 0; k < 9; k++) {
            swap.add(new SparseMatrix.Entry(k % 3 * 3 + k / 3, k, Scalar.ONE));
        }
        SparseMatrix exchange = SparseMatrix.of(9, 9, swap);
        SparseMatrix symmetriser = exchange.add(SparseMatrix.identity(9));
        InvariantSubspace symmetric = InvariantSubspace.image(maps, symmetriser);
        InvariantSubspace antisymmetric = InvariantSubspace.kernel(maps, symmetriser);
        assertThat(symmetric.dimension()).isEqualTo(6);
        assertThat(antisymmetric.dimension()).isEqualTo(3);
        requireExact(symmetric);
        requireExact(antisymmetric);
        assertThat(EquivariantMaps.dimension(symmetric.representation(), symmetric.representation()))
                .isEqualTo(2);
        assertThat(EquivariantMaps.dimension(antisymmetric.representation(), symmetric.representation()))
                .isZero();
        assertThat(EquivariantMaps.dimension(antisymmetric.representation(), symmetric.quotient()))
                .isEqualTo(1);
    }

    @Test
    void spansThatAreNotInvariantAreRefusedByName() {
        SparseMatrix first = SparseMatrix.of(3, 1, List.of(new SparseMatrix.Entry(0, 0, Scalar.ONE)));
        assertThatThrownBy(() -> InvariantSubspace.of(points(3), first))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("generator s1");
        assertThatThrownBy(() -> InvariantSubspace.of(ClassicalGroups.specialOrthogonal(3), first))
                .hasMessageContaining("generator J12");
        SparseMatrix twice = SparseMatrix.of(
                3, 2, List.of(new SparseMatrix.Entry(0, 0, Scalar.ONE), new SparseMatrix.Entry(0, 1, Scalar.ONE)));
        assertThatThrownBy(() -> InvariantSubspace.of(points(3), twice)).hasMessageContaining("2 columns of rank 1");
        assertThatThrownBy(() -> InvariantSubspace.of(points(4), first)).hasMessageContaining("4 rows");
        InvariantSubspace whole = InvariantSubspace.of(points(3), SparseMatrix.identity(3));
        assertThatThrownBy(whole::quotient).hasMessageContaining("dimension 0");
    }
}
