package io.intertwine.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.group.GroupDescription.Generated;
import io.intertwine.group.GroupDescription.Presentation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Permutations, words and presentations. */
class GroupsTest {
    private static Permutation rotation(int n) {
        int[] images = new int[n];
        for (int i = 0; i < n; i++) {
            images[i] = (i + 1) % n;
        }
        return Permutation.of(images);
    }

    private static Permutation reflection(int n) {
        int[] images = new int[n];
        for (int i = 0; i < n; i++) {
            images[i] = (n - i) % n;
        }
        return Permutation.of(images);
    }

    private static boolean holds(Presentation group, List<Permutation> images) {
        PermutationGroup structure = new PermutationGroup(images.get(0).size());
        return group.relators().stream()
                .allMatch(relator -> relator.evaluate(structure, images).isIdentity());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 12})
    void theCyclicRelatorHoldsForTheRotationOnly(int n) {
        assertThat(holds(Presentation.cyclic(n), List.of(rotation(n)))).isTrue();
        assertThat(holds(Presentation.cyclic(n), List.of(rotation(n + 1)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 8})
    void theDihedralRelatorsHoldForThePolygon(int n) {
        Presentation group = Presentation.dihedral(n);
        assertThat(group.generators()).containsExactly("r", "s");
        assertThat(holds(group, List.of(rotation(n), reflection(n)))).isTrue();
        assertThat(holds(group, List.of(rotation(n), Permutation.identity(n)))).isFalse();
        assertThat(holds(group, List.of(Permutation.identity(n), reflection(n))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void theCoxeterRelatorsHoldForAdjacentTranspositions(int n) {
        Presentation group = Presentation.symmetric(n);
        List<Permutation> transpositions = new ArrayList<>();
        for (int i = 0; i + 1 < n; i++) {
            int[] images = Permutation.identity(n).toArray();
            images[i] = i + 1;
            images[i + 1] = i;
            transpositions.add(Permutation.of(images));
        }
        assertThat(group.generators()).hasSize(n - 1).first().isEqualTo("s1");
        assertThat(holds(group, transpositions)).isTrue();
        if (n >= 3) {
            transpositions.set(0, Permutation.identity(n));
            assertThat(holds(group, transpositions)).isFalse();
        }
    }

    @Test
    void thePresentationsHaveTheRightOrders() {
        assertThat(closure(List.of(rotation(6), reflection(6)))).hasSize(12);
        assertThat(Presentation.dihedral(6).relators().stream().map(word -> word.format(List.of("r", "s"))))
                .containsExactly("r^6", "s^2", "r s r s");
        assertThat(Presentation.symmetric(4).relators().stream().map(word -> word.format(List.of("a", "b", "c"))))
                .containsExactlyInAnyOrder("a^2", "b^2", "c^2", "a b a b a b", "a c a c", "b c b c b c");
    }

    private static Set<Permutation> closure(List<Permutation> generators) {
        Set<Permutation> seen = new HashSet<>(generators);
        for (boolean grew = true; grew; ) {
            grew = false;
            for (Permutation a : List.copyOf(seen)) {
                for (Permutation b : generators) {
                    grew |= seen.add(a.after(b));
                }
            }
        }
        return seen;
    }

    @Test
    void permutationsComposeFromTheRight() {
        Permutation a = Permutation.of(1, 2, 0);
        Permutation b = Permutation.of(1, 0, 2);
        for (int i = 0; i < 3; i++) {
            assertThat(a.after(b).apply(i)).isEqualTo(a.apply(b.apply(i)));
        }
        assertThat(a.after(a.inverse()).isIdentity()).isTrue();
        assertThat(a.inverse().after(a)).isEqualTo(Permutation.identity(3)).hasSameHashCodeAs(Permutation.identity(3));
        assertThat(a.isIdentity()).isFalse();
        assertThat(a.toString()).isEqualTo("[1, 2, 0]");
        assertThat(a).isNotEqualTo(b).isNotEqualTo("a");
    }

    @Test
    void permutationsAreCopiedAndChecked() {
        int[] images = {1, 0};
        Permutation swap = Permutation.of(images);
        images[0] = 0;
        swap.toArray()[0] = 0;
        assertThat(swap.toArray()).containsExactly(1, 0);
        assertThatThrownBy(() -> Permutation.of(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("occurs twice");
        assertThatThrownBy(() -> Permutation.of(0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("out of range");
        assertThatThrownBy(() -> Permutation.of(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void powersAreRepeatedProducts() {
        PermutationGroup group = new PermutationGroup(7);
        Permutation power = group.identity();
        for (int n = 0; n < 20; n++) {
            assertThat(group.power(rotation(7), n)).isEqualTo(power);
            assertThat(group.power(rotation(7), -n)).isEqualTo(power.inverse());
            power = group.multiply(power, rotation(7));
        }
        assertThat(group.power(rotation(7), Integer.MIN_VALUE))
                .isEqualTo(group.power(rotation(7), Math.floorMod(Integer.MIN_VALUE, 7)));
        assertThat(group.contains(rotation(7))).isTrue();
        assertThat(group.contains(rotation(6))).isFalse();
    }

    @Test
    void wordsAreReadFromLeftToRight() {
        PermutationGroup group = new PermutationGroup(3);
        Permutation a = Permutation.of(1, 2, 0);
        Permutation b = Permutation.of(1, 0, 2);
        Word word = new Word(List.of(new Word.Letter(0, 1), new Word.Letter(1, 1), new Word.Letter(0, -2)));
        assertThat(word.evaluate(group, List.of(a, b)))
                .isEqualTo(a.after(b).after(a.inverse()).after(a.inverse()));
        assertThat(word.format(List.of("a", "b"))).isEqualTo("a b a^-2");
        assertThat(new Word(List.of()).evaluate(group, List.of())).isEqualTo(group.identity());
    }

    @Test
    void malformedWordsAndGroupsAreRefused() {
        assertThatThrownBy(() -> new Word.Letter(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Word.Letter(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Word.Letter(0, Word.LIMIT + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Word.Letter(0, Integer.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Presentation.cyclic(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Presentation.symmetric(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Presentation.symmetric(101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Presentation(List.of("a"), List.of(Word.power(1, 2))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Generated(List.of("a", "a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Generated(List.of("1"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Generated(List.of(""))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Generated(List.of("a'")).relators()).isEmpty();
    }
}
