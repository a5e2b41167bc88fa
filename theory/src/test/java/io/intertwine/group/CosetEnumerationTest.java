package io.intertwine.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.group.GroupDescription.Presentation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CosetEnumerationTest {
    @ParameterizedTest
    @CsvSource({
        "'a b', 'a^2; b^3; a b a b a b a b a b a b a b; a b a^-1 b^-1 a b a^-1 b^-1 a b a^-1 b^-1 a b a^-1 b^-1', 168",
        "'a b', 'a b a b^-1 a^-1 b^-1; a^3', 24",
        "'a b', 'a b a^-1 b^-2; b a b^-1 a^-2', 1",
        "'a', 'a^5; a^7', 1",
        "'a b c', 'a b c^-1; b c a^-1; c a b^-1', 8",
        "'a b c d e', 'a b c^-1; b c d^-1; c d e^-1; d e a^-1; e a b^-1', 11"
    })
    void presentationsFromTheLiteratureHaveTheirOrders(String generators, String relators, int order) {
        FiniteGroup group = CosetEnumeration.of(SmallGroups.parse(generators, relators.split("; ")));
        assertThat(group.order()).isEqualTo(order);
    }

    @Test
    void agreesWithTheClosureOfPermutations() {
        FiniteGroup presented = SmallGroups.of("S5");
        Closure<Permutation> listed = Closure.of(
                new PermutationGroup(5),
                List.of(
                        Permutation.of(1, 0, 2, 3, 4),
                        Permutation.of(0, 2, 1, 3, 4),
                        Permutation.of(0, 1, 3, 2, 4),
                        Permutation.of(0, 1, 2, 4, 3)));
        assertThat(presented.order()).isEqualTo(120);
        // The word for an element of one group names the same element in the other.
        for (int x = 0; x < 120; x++) {
            int y = listed.group().value(presented.word(x));
            for (int g = 0; g < 4; g++) {
                assertThat(listed.group().value(presented.word(presented.leftProduct(g, x))))
                        .isEqualTo(listed.group().leftProduct(g, y));
            }
        }
    }

    @Test
    void infiniteGroupsAreNotFoundToBeFinite() {
        Presentation plane = SmallGroups.parse("a b", "a b a^-1 b^-1");
        assertThat(CosetEnumeration.tryOf(plane, 500)).isEqualTo(Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CosetEnumeration.of(plane))
                .withMessageStartingWith(
                        "the group with generators [a, b] and the given relators is infinite, has more");
        assertThat(CosetEnumeration.tryOf(new Presentation(List.of("a"), List.of()), 500))
                .isEmpty();
    }
}
