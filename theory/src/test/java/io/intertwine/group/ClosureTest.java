package io.intertwine.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.AffineTuples;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** All elements of finite groups, with words for them. */
class ClosureTest {
    private static AffineMap permutation(int... images) {
        return AffineMap.monomial(Permutation.of(images), Collections.nCopies(images.length, Scalar.ONE));
    }

    private static AffineMap sign(int sign) {
        return AffineMap.monomial(Permutation.identity(1), List.of(Scalar.of(sign)));
    }

    private static Closure<List<AffineMap>> closure(List<List<AffineMap>> generators) {
        return Closure.of(AffineTuples.of(generators.get(0)), generators);
    }

    private static void wordsHaveTheirValues(Closure<List<AffineMap>> closure, List<List<AffineMap>> generators) {
        for (int space = 0; space < generators.get(0).size(); space++) {
            int index = space;
            List<AffineMap> images =
                    generators.stream().map(generator -> generator.get(index)).toList();
            AffineGroup maps = new AffineGroup(images.get(0).dimension());
            for (int i = 0; i < closure.elements().size(); i++) {
                AffineMap value = closure.words().get(i).evaluate(maps, images);
                assertThat(value)
                        .isEqualTo(AffineTuples.on(space, closure.elements()).get(i));
            }
        }
    }

    @Test
    void aSymmetricGroupWithItsSignHasItsSixElements() {
        List<List<AffineMap>> generators =
                List.of(List.of(permutation(1, 0, 2), sign(-1)), List.of(permutation(1, 2, 0), sign(1)));
        Closure<List<AffineMap>> closure = closure(generators);
        assertThat(closure.elements()).hasSize(6).doesNotHaveDuplicates();
        assertThat(closure.words()).hasSize(6).doesNotHaveDuplicates();
        assertThat(closure.words().get(0).letters()).isEmpty();
        assertThat(closure.elements().get(0)).allMatch(AffineMap::isIdentity);
        wordsHaveTheirValues(closure, generators);
        Set<List<AffineMap>> elements = new HashSet<>(closure.elements());
        for (List<AffineMap> a : closure.elements()) {
            for (List<AffineMap> b : closure.elements()) {
                assertThat(elements)
                        .contains(List.of(a.get(0).after(b.get(0)), a.get(1).after(b.get(1))));
            }
        }
    }

    @Test
    void powersOfOneGeneratorAreOneLetter() {
        AffineMap turn = AffineMap.of(NetworkBuilder.matrix("0 -1; 1 1"), NetworkBuilder.vector("0 0"));
        Closure<List<AffineMap>> closure = closure(List.of(List.of(turn)));
        assertThat(closure.words())
                .containsExactly(
                        new Word(List.of()),
                        Word.power(0, 1),
                        Word.power(0, 2),
                        Word.power(0, 3),
                        Word.power(0, 4),
                        Word.power(0, 5));
        wordsHaveTheirValues(closure, List.of(List.of(turn)));
    }

    @Test
    void wordsOfSeveralGeneratorsReadFromLeftToRight() {
        List<List<AffineMap>> generators = List.of(List.of(permutation(1, 0, 2, 3)), List.of(permutation(1, 2, 3, 0)));
        Closure<List<AffineMap>> closure = closure(generators);
        assertThat(closure.elements()).hasSize(24);
        wordsHaveTheirValues(closure, generators);
        assertThat(closure.words()).anyMatch(word -> word.letters().size() > 2);
    }

    @Test
    void affineMapsAreListedToo() {
        AffineMap reflection =
                AffineMap.monomial(Permutation.identity(1), List.of(Scalar.MINUS_ONE), List.of(Scalar.of(6)));
        assertThat(AffineTuples.on(0, closure(List.of(List.of(reflection))).elements()))
                .containsExactly(AffineMap.identity(1), reflection);
    }

    @Test
    void tooLargeGroupsAreNotListed() {
        AffineMap doubled = AffineMap.monomial(Permutation.identity(1), List.of(Scalar.of(2)));
        assertThat(Closure.tryOf(new AffineGroup(1), List.of(doubled), 50)).isEmpty();
        List<AffineMap> cycle = List.of(permutation(1, 2, 3, 4, 0));
        assertThat(Closure.tryOf(new AffineGroup(5), cycle, 4)).isEmpty();
        assertThat(Closure.tryOf(new AffineGroup(5), cycle, 5)).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> closure(List.of(
                        List.of(permutation(1, 2, 3, 4, 5, 6, 7, 0)), List.of(permutation(1, 0, 2, 3, 4, 5, 6, 7)))))
                .withMessage("the group has more than 10000 elements");
    }
}
