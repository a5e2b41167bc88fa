package io.intertwine.symmetry;

import static io.intertwine.construct.NetworkBuilder.matrix;
import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.Orbits.Kind;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrbitsTest {
    private static AffineMap map(String permutation, String scales) {
        int[] images = Arrays.stream(permutation.trim().split(" +"))
                .mapToInt(Integer::parseInt)
                .toArray();
        return AffineMap.monomial(Permutation.of(images), vector(scales));
    }

    @ParameterizedTest
    @CsvSource({
        "0 1 2, 1 1 1, 3 fixed",
        "1 0 2 3, 1 1 -1 1, '1 swapped pair, 1 negated, 1 fixed'",
        "1 0 3 2, 1 1 1 1, 2 swapped pairs",
        "1 0 3 2, -1 -1 1 1, '1 swapped pair, 1 swapped and negated pair'",
        "0 1, -1 -1, 2 negated",
        "1 2 3 0 5 6 7 4 8, 1 1 1 1 1 1 1 1 1, '2 orbits of 4, 1 fixed'",
        "1 2 3 0, 1 1 1 -1, 1 orbit of 4 with signs",
        "0 2 1, 2 1 1, '1 swapped pair, 1 scaled'",
        "1 0, 2 1/2, 1 swapped pair"
    })
    void describesAnInvolutionOrACycleAsAPersonWould(String permutation, String scales, String words) {
        assertThat(Orbits.of(List.of(map(permutation, scales))).describe()).isEqualTo(words);
    }

    @Test
    void severalGeneratorsJoinTheirOrbits() {
        AffineMap first = map("1 0 3 2 4", "1 1 1 1 1");
        AffineMap second = map("2 3 0 1 4", "1 1 1 1 -1");
        Orbits orbits = Orbits.of(List.of(first, second));
        assertThat(orbits.describe()).isEqualTo("1 orbit of 4, 1 negated");
        assertThat(orbits.orbits().get(0).units()).containsExactly(0, 1, 2, 3);
        assertThat(orbits.count(Kind.NEGATED)).isEqualTo(1);
    }

    @Test
    void unusedUnitsAreNamedForWhatTheyAre() {
        assertThat(Orbits.of(List.of(map("1 0 2 3 4", "1 1 1 1 1")), Set.of(2, 3))
                        .describe())
                .isEqualTo("1 swapped pair, 1 fixed, 2 unused");
    }

    @Test
    void aLinearActionIsNotCutIntoOrbits() {
        Orbits orbits = Orbits.of(List.of(AffineMap.of(matrix("1 1; 0 1"), Collections.nCopies(2, Scalar.ZERO))));
        assertThat(orbits.describe()).isEqualTo("linear action of dimension 2");
        assertThat(orbits.blockOrder()).containsExactly(0, 1);
    }

    @Test
    void aTranslatedUnitIsShifted() {
        AffineMap step = AffineMap.monomial(Permutation.identity(1), List.of(Scalar.ONE), List.of(Scalar.ONE));
        assertThat(Orbits.of(List.of(step)).describe()).isEqualTo("1 shifted");
    }

    @Test
    void theBlockOrderListsLargeOrbitsFirst() {
        assertThat(Orbits.of(List.of(map("0 3 2 1 4", "1 1 -1 1 1"))).blockOrder())
                .containsExactly(1, 3, 2, 0, 4);
    }
}
