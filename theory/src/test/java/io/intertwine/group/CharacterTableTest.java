package io.intertwine.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CharacterTableTest {
    static List<String> names() {
        return SmallGroups.names();
    }

    /** Degree, number of conjugates if more than one, and indicator: "1+ 1+ 2-". */
    private static String summary(CharacterTable table) {
        return table.characters().stream()
                .map(character -> character.degree()
                        + (character.conjugates() == 1 ? "" : "x" + character.conjugates())
                        + (character.indicator() > 0 ? "+" : character.indicator() < 0 ? "-" : "0"))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "C1, 1+",
        "C2, 1+ 1+",
        "C3, 1+ 1x20",
        "C4, 1+ 1+ 1x20",
        "V4, 1+ 1+ 1+ 1+",
        "C5, 1+ 1x40",
        "C6, 1+ 1+ 1x20 1x20",
        "S3, 1+ 1+ 2+",
        "D4, 1+ 1+ 1+ 1+ 2+",
        "D5, 1+ 1+ 2x2+",
        "D6, 1+ 1+ 1+ 1+ 2+ 2+",
        "Q8, 1+ 1+ 1+ 1+ 2-",
        "Dic3, 1+ 1+ 1x20 2+ 2-",
        "A4, 1+ 1x20 3+",
        "S4, 1+ 1+ 2+ 3+ 3+",
        "A5, 1+ 3x2+ 4+ 5+",
        "S5, 1+ 1+ 4+ 4+ 5+ 5+ 6+",
        "'SL(2,3)', 1+ 1x20 2- 2x20 3+",
        "C3:C7, 1+ 1x20 3x20",
        "C2xS4, 1+ 1+ 1+ 1+ 2+ 2+ 3+ 3+ 3+ 3+"
    })
    void areThoseOfTheBooks(String name, String characters) {
        assertThat(summary(CharacterTable.of(SmallGroups.of(name)))).isEqualTo(characters);
    }

    @ParameterizedTest
    @MethodSource("names")
    void areOrthogonalAndAddUpToTheGroup(String name) {
        CharacterTable table = CharacterTable.of(SmallGroups.of(name));
        assertThat(table.characters().get(0).isTrivial()).isTrue();
        int squares = 0;
        int count = 0;
        for (GaloisClass a : table.characters()) {
            squares += a.degree() * a.degree() * a.conjugates();
            count += a.conjugates();
            assertThat(a.values().get(0)).isEqualTo(a.degree() * a.conjugates());
            for (GaloisClass b : table.characters()) {
                assertThat(table.inner(a.values(), b.values())).isEqualTo(a.equals(b) ? a.conjugates() : 0);
            }
        }
        assertThat(squares).isEqualTo(table.classes().group().order());
        assertThat(count).isEqualTo(table.classes().count());
    }

    @Test
    void theSquaresOfTheGroupAreCountedByTheIndicators() {
        // The number of square roots of the neutral element is sum of indicator times degree (Frobenius and Schur).
        for (String name : SmallGroups.names()) {
            CharacterTable table = CharacterTable.of(SmallGroups.of(name));
            FiniteGroup group = table.classes().group();
            int roots = 0;
            for (int x = 0; x < group.order(); x++) {
                roots += group.product(x, x) == 0 ? 1 : 0;
            }
            int sum = table.characters().stream()
                    .mapToInt(character -> character.indicator() * character.degree() * character.conjugates())
                    .sum();
            assertThat(sum).isEqualTo(roots);
        }
    }

    @Test
    void theValuesOfTheCubeGroupAreItsRotationsTraces() {
        CharacterTable table = CharacterTable.of(SmallGroups.of("S4"));
        List<List<Integer>> values =
                table.characters().stream().map(GaloisClass::values).toList();
        // By classes in the order of their smallest elements: 1, transposition, ...; sorted here by order and size.
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        order.sort((r, s) -> Integer.compare(
                10 * table.classes().order(r) + table.classes().size(r),
                10 * table.classes().order(s) + table.classes().size(s)));
        assertThat(values.stream().map(row -> order.stream().map(row::get).toList()))
                .containsExactlyInAnyOrder(
                        List.of(1, 1, 1, 1, 1),
                        List.of(1, 1, -1, 1, -1),
                        List.of(2, 2, 0, -1, 0),
                        List.of(3, -1, -1, 0, 1),
                        List.of(3, -1, 1, 0, -1));
    }

    @Test
    void wrongCharactersAreNotProved() {
        CharacterTable table = CharacterTable.of(SmallGroups.of("S4"));
        ClassAlgebra algebra = new ClassAlgebra(table.classes());
        List<GaloisClass> right = table.characters();
        List<GaloisClass> lacking = right.subList(1, right.size());
        GaloisClass first = right.get(0);
        GaloisClass second = right.get(1);
        GaloisClass both = new GaloisClass(
                1,
                2,
                1,
                IntStream.range(0, 5)
                        .mapToObj(r -> first.values().get(r) + second.values().get(r))
                        .toList());
        List<GaloisClass> merged = new ArrayList<>(right.subList(2, right.size()));
        merged.add(both);
        GaloisClass third = right.get(2);
        List<GaloisClass> changed = new ArrayList<>(right);
        changed.set(2, new GaloisClass(third.degree(), 1, 1, List.of(2, 1, -1, 1, 0)));
        List<GaloisClass> mixed = new ArrayList<>(right);
        mixed.set(3, shifted(right.get(3), 1));
        mixed.set(4, shifted(right.get(4), -1));
        for (List<GaloisClass> wrong : List.of(lacking, merged, changed, mixed)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CharacterTable(algebra, wrong))
                    .withMessageStartingWith("the characters are not all irreducible characters of the group");
        }
    }

    private static GaloisClass shifted(GaloisClass character, int by) {
        List<Integer> values = new ArrayList<>(character.values());
        values.set(1, values.get(1) + by);
        return new GaloisClass(character.degree(), character.conjugates(), character.indicator(), values);
    }

    @Test
    void refusesManyClasses() {
        FiniteGroup group = SmallGroups.of("C151");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CharacterTable.of(group))
                .withMessage(
                        "the characters of a group are computed up to 150 conjugacy classes, and this one has 151");
        assertThat(CharacterTable.of(SmallGroups.of("C150")).characters()).hasSize(12);
    }
}
