package io.intertwine.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FiniteGroupTest {
    static List<String> names() {
        return SmallGroups.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void obeysTheLawsOfAGroup(String name) {
        FiniteGroup group = SmallGroups.of(name);
        int n = Math.min(group.order(), 24);
        for (int x = 0; x < group.order(); x++) {
            assertThat(group.product(x, 0)).isEqualTo(x);
            assertThat(group.product(0, x)).isEqualTo(x);
            assertThat(group.product(x, group.inverse(x))).isZero();
            assertThat(group.value(group.word(x))).isEqualTo(x);
            assertThat(group.power(x, group.order(x))).isZero();
            for (int y = 0; y < n; y++) {
                for (int z = 0; z < n; z++) {
                    assertThat(group.product(group.product(x, y), z)).isEqualTo(group.product(x, group.product(y, z)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void satisfiesTheRelatorsOfItsPresentation(String name) {
        FiniteGroup group = SmallGroups.of(name);
        for (Word relator : SmallGroups.presentation(name).relators()) {
            assertThat(group.value(relator)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "C1, 1, 1, 1",
        "C6, 6, 6, 6",
        "V4, 4, 4, 2",
        "S3, 6, 3, 6",
        "S4, 24, 5, 12",
        "S5, 120, 7, 60",
        "A4, 12, 4, 6",
        "A5, 60, 5, 30",
        "D4, 8, 5, 4",
        "D5, 10, 4, 10",
        "D6, 12, 6, 6",
        "Q8, 8, 5, 4",
        "Dic3, 12, 6, 12",
        "'SL(2,3)', 24, 7, 12",
        "C3:C7, 21, 5, 21",
        "C2xS4, 48, 10, 12"
    })
    void hasTheOrderTheClassesAndTheExponentOfTheBooks(String name, int order, int classes, int exponent) {
        ConjugacyClasses found = ConjugacyClasses.of(SmallGroups.of(name));
        assertThat(found.group().order()).isEqualTo(order);
        assertThat(found.count()).isEqualTo(classes);
        assertThat(found.exponent()).isEqualTo(exponent);
        assertThat(IntStream.range(0, classes).map(found::size).sum()).isEqualTo(order);
    }

    @ParameterizedTest
    @MethodSource("names")
    void conjugateElementsAreThoseThatSomeElementConjugates(String name) {
        FiniteGroup group = SmallGroups.of(name);
        ConjugacyClasses classes = ConjugacyClasses.of(group);
        for (int x = 0; x < group.order(); x++) {
            HashSet<Integer> conjugates = new HashSet<>();
            for (int g = 0; g < group.order(); g++) {
                conjugates.add(group.product(group.product(g, x), group.inverse(g)));
            }
            assertThat(conjugates).hasSize(classes.size(classes.classOf(x)));
            assertThat(conjugates)
                    .allMatch(y -> classes.classOf(y)
                            == classes.classOf(conjugates.iterator().next()));
            assertThat(classes.power(classes.classOf(x), -2)).isEqualTo(classes.classOf(group.power(x, -2)));
            assertThat(classes.order(classes.classOf(x))).isEqualTo(group.order(x));
        }
    }

    @Test
    void wordsAreShortestOnes() {
        FiniteGroup group = SmallGroups.of("S4");
        List<Integer> lengths = new ArrayList<>(
                IntStream.range(0, 24).boxed().map(x -> length(group, x)).toList());
        // The Poincare polynomial (1 + q)(1 + q + q^2)(1 + q + q^2 + q^3) of S4.
        assertThat(IntStream.rangeClosed(0, 6).map(length ->
                        (int) lengths.stream().filter(found -> found == length).count()))
                .containsExactly(1, 3, 5, 6, 5, 3, 1);
        assertThat(group.shortFirst().stream().map(x -> length(group, x))).isSorted();
    }

    private static int length(FiniteGroup group, int x) {
        return group.word(x).letters().stream().mapToInt(Word.Letter::exponent).sum();
    }

    @Test
    void largeGroupsMultiplyWithoutATable() {
        FiniteGroup large = SmallGroups.of("D2000");
        int r = large.generator(0);
        int s = large.generator(1);
        assertThat(large.order()).isEqualTo(4000);
        assertThat(large.order(r)).isEqualTo(2000);
        for (int k : new int[] {1, 17, 1000, 1999}) {
            int turn = large.power(r, k);
            assertThat(large.product(large.product(s, turn), s)).isEqualTo(large.inverse(turn));
            assertThat(large.order(large.product(turn, s))).isEqualTo(2);
            assertThat(large.value(large.word(turn))).isEqualTo(turn);
        }
        assertThat(ConjugacyClasses.of(large).count()).isEqualTo(1003);
    }

    @Test
    void refusesPermutationsThatAreNotRegular() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteGroup.of(List.of(Permutation.of(1, 0, 2)), 3))
                .withMessage("the generators reach 2 of 3 numbers: they do not act regularly");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteGroup.of(List.of(Permutation.of(1, 0, 2), Permutation.of(1, 2, 0)), 3))
                .withMessageContaining("do not act regularly");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteGroup.of(List.of(), 10_001))
                .withMessage("expected a group of 1 to 10000 elements, found 10001");
    }
}
