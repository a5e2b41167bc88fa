package io.intertwine.symmetry;

import static io.intertwine.construct.NetworkBuilder.matrix;
import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HiddenSpaceTest {
    private static String decomposition(AffineMap... generators) {
        List<AffineMap> maps = List.of(generators);
        return new HiddenSpace(1, 0, "none", "general linear", maps, maps, Set.of()).decomposition();
    }

    @Test
    void unitsThatArePermutedAreSaidInOrbits() {
        assertThat(decomposition(AffineMap.monomial(Permutation.of(1, 0, 2), vector("1 1 -1"))))
                .isEqualTo("1 orbit induced from the trivial character (1 of 2 units), 1 from the sign (1 of 1 unit)");
    }

    @Test
    void linearActionsAreSaidInIrreducibles() {
        assertThat(decomposition(AffineMap.of(matrix("0 -1 0; 1 -1 0; 0 0 1"), vector("0 0 0"))))
                .isEqualTo("1 copy of the trivial representation, 1 of a 2-dimensional one of complex type");
        assertThat(decomposition(AffineMap.of(matrix("2 1; 1 1"), vector("0 0"))))
                .isEqualTo("a part of dimension 2 with a centre of degree 2 over the rational numbers");
    }

    @Test
    void otherActionsAreNotDecomposed() {
        assertThat(decomposition(AffineMap.of(matrix("1 1; 0 1"), vector("0 0"))))
                .isEqualTo("linear action of dimension 2");
        assertThat(decomposition(AffineMap.of(matrix("0 -1; 1 -1"), vector("1 0"))))
                .isEqualTo("linear action of dimension 2");
    }
}
