package io.intertwine.symmetry;

import static io.intertwine.construct.NetworkBuilder.matrix;
import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.group.SmallGroups;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.TransitiveAction;
import io.intertwine.rep.TransitiveActions;
import io.intertwine.symmetry.Orbits.Kind;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource({
        "0 1 2, 1 1 1, 3 orbits induced from the trivial character (3 of 1 unit)",
        "1 0 2 3, 1 1 -1 1, '2 orbits induced from the trivial character (1 of 2 units, 1 of 1), 1 from the sign (1 of 1 unit)'",
        "1 0 3 2, -1 -1 1 1, 2 orbits induced from the trivial character (2 of 2 units)",
        "0 1, -1 -1, 2 orbits induced from the sign (2 of 1 unit)",
        "1 2 3 0, 1 1 1 -1, 1 orbit induced from the sign (1 of 4 units)",
        "1 2 3 0, 1 -1 1 -1, 1 orbit induced from the trivial character (1 of 4 units)",
        "0 2 1, 2 1 1, '1 orbit induced from the trivial character (1 of 2 units), 1 from a character of infinite order (1 of 1 unit)'",
        "1 0, 2 1/2, 1 orbit induced from the trivial character (1 of 2 units)",
        "1 0, -2 -1/2, 1 orbit induced from the trivial character (1 of 2 units)",
        "1 0, -2 1/2, 1 orbit induced from the sign (1 of 2 units)",
        "1 0, 2 1, 1 orbit induced from a character of infinite order (1 of 2 units)"
    })
    void saysWhatTheOrbitsAreInducedFrom(String permutation, String scales, String words) {
        assertThat(Orbits.of(List.of(map(permutation, scales))).decomposition()).isEqualTo(words);
    }

    @Test
    void aReflectionAboutACentreIsASign() {
        AffineMap reflection = AffineMap.monomial(
                Permutation.of(1, 0), vector("1 -1"), vector("1 0")); // x1 -> 1 - x1 on its way to unit 0.
        assertThat(Orbits.of(List.of(reflection)).decomposition())
                .isEqualTo("1 orbit induced from the sign (1 of 2 units)");
        AffineMap other = AffineMap.monomial(Permutation.of(1, 0), vector("1 -1"), vector("2 0"));
        assertThat(Orbits.of(List.of(reflection, other)).decomposition())
                .isEqualTo("1 orbit induced from a character of infinite order (1 of 2 units)");
    }

    @Test
    void twoWaysToTheSameUnitAreCompared() {
        AffineMap one = map("1 0", "2 1/2");
        AffineMap other = map("1 0", "-2 -1/2");
        assertThat(Orbits.of(List.of(one, other)).decomposition())
                .isEqualTo("1 orbit induced from the sign (1 of 2 units)");
    }

    @Test
    void unusedUnitsAndLinearActionsAreInducedFromNothing() {
        assertThat(Orbits.of(List.of(map("1 0 2 3 4", "1 1 1 1 1")), Set.of(2, 3))
                        .decomposition())
                .isEqualTo("2 orbits induced from the trivial character (1 of 2 units, 1 of 1), 2 unused");
        AffineMap shear = AffineMap.of(matrix("1 1; 0 1"), Collections.nCopies(2, Scalar.ZERO));
        assertThat(Orbits.of(List.of(shear)).decomposition()).isEqualTo("linear action of dimension 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C4", "V4", "S3", "D4", "Q8"})
    void theCharacterIsThatOfTheListedStabiliser(String name) {
        for (TransitiveAction action : TransitiveActions.of(SmallGroups.of(name))) {
            Orbits orbits = Orbits.of(action.images());
            assertThat(orbits.orbits()).hasSize(1);
            assertThat(orbits.orbits().get(0).character() == StabiliserCharacter.TRIVIAL)
                    .isEqualTo(action.isPermutation());
        }
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
