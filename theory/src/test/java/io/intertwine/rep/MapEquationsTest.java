package io.intertwine.rep;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MapEquationsTest {
    private static SparseMatrix random(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return SparseMatrix.of(ExactMatrix.build(rows, columns, (i, j) -> Scalar.of(random.nextInt(-3, 4))));
    }

    /** Every equation, at any map, is the entry of rho_W(g) X - X rho_V(g) that its number says. */
    @Test
    void equationsAreTheEntriesOfTheDifferenceOfBothSides() {
        LinearRepresentation source = Linear.plane().power(2);
        LinearRepresentation target = LinearRepresentation.directSum(
                List.of(Linear.plane(), LinearRepresentation.trivial(source.group(), 1)));
        MapEquations equations = new MapEquations(source, target);
        assertThat(equations.unknowns()).isEqualTo(12);
        assertThat(equations.count()).isEqualTo(24);
        SparseMatrix x = random(3, 4, 7);
        SparseMatrix[] left = {
            target.generator(0).multiply(x), target.derivative(0).multiply(x)
        };
        SparseMatrix[] right = {x.multiply(source.generator(0)), x.multiply(source.derivative(0))};
        for (int number = 0; number < 24; number++) {
            Scalar value = Scalar.ZERO;
            for (Map.Entry<Integer, Scalar> term : equations.equation(number).entrySet()) {
                value = value.add(term.getValue().multiply(x.get(term.getKey() / 4, term.getKey() % 4)));
            }
            int i = number / 4 % 3;
            int j = number % 4;
            int g = number / 12;
            assertThat(value).isEqualTo(left[g].get(i, j).subtract(right[g].get(i, j)));
        }
    }

    @Test
    void solutionsAreTheEquivariantMaps() {
        MapEquations equations = new MapEquations(Linear.turns(), Linear.turns());
        assertThat(equations.isSolvedBy(SparseMatrix.identity(3))).isTrue();
        assertThat(equations.isSolvedBy(SparseMatrix.zero(3, 3))).isTrue();
        assertThat(equations.isSolvedBy(Linear.sparse("1 0 0; 0 1 0; 0 0 2"))).isFalse();
        // Under one turn alone the turns of the plane commute.
        MapEquations ofPlane = new MapEquations(Linear.plane(), Linear.plane());
        assertThat(ofPlane.isSolvedBy(Linear.sparse("0 -1; 1 0"))).isFalse();
        assertThat(ofPlane.isSolvedBy(Linear.sparse("3 0; 0 3"))).isTrue();
    }
}
