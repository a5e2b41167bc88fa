package io.intertwine.find;

import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisationTest {
    private static final Permutation TURN = Permutation.of(1, 2, 3, 0, 5, 6, 7, 4, 9, 8, 10);
    private static final Permutation MIRROR = Permutation.of(1, 0, 3, 2, 4, 7, 6, 5, 8, 9, 10);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aConjugatedPermutationActionIsMadePermutationsAgain(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Scalar> scales = IntStream.range(0, TURN.size())
                .mapToObj(i -> Scalar.of(random.nextInt(1, 20), random.nextInt(1, 20)))
                .toList();
        AffineMap rescaling = AffineMap.monomial(Permutation.identity(TURN.size()), scales);
        List<AffineMap> action = List.of(conjugate(rescaling, TURN), conjugate(rescaling, MIRROR));
        Normalisation found = Normalisation.of(action).orElseThrow();
        assertThat(found.permutations()).containsExactly(TURN, MIRROR);
        AffineMap diagonal = AffineMap.monomial(Permutation.identity(TURN.size()), found.diagonal());
        for (AffineMap map : action) {
            assertThat(diagonal.after(map).after(diagonal.inverse()).scales()).containsOnly(Scalar.ONE);
        }
    }

    private static AffineMap conjugate(AffineMap by, Permutation permutation) {
        AffineMap plain = AffineMap.monomial(permutation, Collections.nCopies(permutation.size(), Scalar.ONE));
        return by.after(plain).after(by.inverse());
    }

    @Test
    void permutationsNeedNoRescaling() {
        Normalisation found = Normalisation.of(List.of(AffineMap.identity(3))).orElseThrow();
        assertThat(found.isTrivial()).isTrue();
    }

    @Test
    void anInfiniteGroupIsNotNormalised() {
        assertThat(Normalisation.of(List.of(AffineMap.monomial(Permutation.identity(1), vector("2")))))
                .isEmpty();
        assertThat(Normalisation.of(List.of(AffineMap.monomial(Permutation.of(1, 0), vector("2 1")))))
                .isEmpty();
    }

    @Test
    void generatorsThatDisagreeAreNotNormalised() {
        List<AffineMap> action = new ArrayList<>();
        action.add(AffineMap.monomial(Permutation.of(1, 0), vector("2 1/2")));
        assertThat(Normalisation.of(action)).isPresent();
        action.add(AffineMap.monomial(Permutation.of(1, 0), vector("3 1/3")));
        assertThat(Normalisation.of(action)).isEmpty();
    }

    @Test
    void negativeFactorsAreRefused() {
        assertThat(Normalisation.of(List.of(AffineMap.monomial(Permutation.identity(2), vector("1 -1")))))
                .isEmpty();
    }
}
