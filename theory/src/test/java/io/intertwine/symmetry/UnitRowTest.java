package io.intertwine.symmetry;

import static io.intertwine.construct.NetworkBuilder.matrix;
import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that are multiples of each other up to a constant. */
class UnitRowTest {
    private static UnitRow row(String weights, String bias) {
        return UnitRow.of(new Layer.Dense(matrix(weights), vector(bias)), 0);
    }

    @ParameterizedTest
    @CsvSource({
        "1 2, 3, 1 2, 3, 1 0",
        "1 2, 3, 2 4, 6, 2 0",
        "1 2, 3, -1 -2, 5, -1 8",
        "0 2, 0, 0 1, 1, 1/2 1",
        "1 2, 3, sqrt(2) 2*sqrt(2), 0, sqrt(2) -3*sqrt(2)"
    })
    void aProportionTakesOneRowToTheOther(
            String weights, String bias, String targetWeights, String targetBias, String map) {
        UnitRow source = row(weights, bias);
        UnitRow target = row(targetWeights, targetBias);
        UnitMap expected = new UnitMap(vector(map).get(0), vector(map).get(1));
        assertThat(source.proportion(target)).contains(expected);
        assertThat(source.isImage(expected, target)).isTrue();
        assertThat(target.proportion(source)).contains(expected.inverse());
    }

    @ParameterizedTest
    @CsvSource({
        "1 2, 3, 1 3, 3",
        "1 2, 3, 0 2, 3",
        "0 2, 3, 1 2, 3",
        "1 2, 3, 0 0, 3",
        "0 0, 3, 1 2, 3",
        "0 0, 3, 0 0, 3",
        "1 0, 0, 0 1, 0"
    })
    void otherRowsHaveNone(String weights, String bias, String targetWeights, String targetBias) {
        assertThat(row(weights, bias).proportion(row(targetWeights, targetBias)))
                .isEqualTo(Optional.empty());
    }

    @Test
    void rowsAfterMonomialMapsAreCompared() {
        AffineMap swap = AffineMap.monomial(Permutation.of(1, 0), vector("2 3"));
        // Entry j is w[p(j)] a_j: (1, 2) becomes (4, 3).
        UnitRow moved = new UnitRow(matrix("1 2"), 0, swap, Scalar.of(5));
        assertThat(moved.get(0)).isEqualTo(Scalar.of(4));
        assertThat(moved.get(1)).isEqualTo(Scalar.of(3));
        assertThat(moved.proportion(row("8 6", "1"))).contains(new UnitMap(Scalar.of(2), Scalar.of(-9)));
        assertThat(row("8 6", "1").proportion(moved)).contains(new UnitMap(Scalar.of(1, 2), Scalar.of(9, 2)));
        assertThat(List.of(moved.proportion(row("6 8", "1")))).containsExactly(Optional.empty());
    }
}
