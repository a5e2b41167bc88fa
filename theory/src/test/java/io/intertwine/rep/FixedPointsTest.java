package io.intertwine.rep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription.Generated;
import io.intertwine.group.Permutation;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FixedPointsTest {
    private static final Scalar ONE = Scalar.ONE;

    private static Representation action(AffineMap... maps) {
        List<String> names =
                IntStream.range(0, maps.length).mapToObj(i -> "g" + i).toList();
        return new Representation(new Generated(names), maps[0].dimension(), List.of(maps));
    }

    private static AffineMap monomial(List<Integer> images, List<Integer> scales, List<Integer> shifts) {
        return AffineMap.monomial(
                Permutation.of(images.stream().mapToInt(i -> i).toArray()),
                scales.stream().map(Scalar::of).toList(),
                shifts.stream().map(Scalar::of).toList());
    }

    @Test
    void theOriginIsFixedByLinearActions() {
        assertThat(FixedPoints.of(action(AffineMap.identity(2)))).contains(List.of(Scalar.ZERO, Scalar.ZERO));
    }

    @Test
    void aReflectionAboutAPointFixesIt() {
        AffineMap sigmoid = monomial(List.of(1, 0, 2), List.of(-1, -1, 1), List.of(1, 1, 0));
        AffineMap swap = monomial(List.of(1, 0, 2), List.of(1, 1, 1), List.of(0, 0, 0));
        List<Scalar> point = FixedPoints.of(action(sigmoid, swap)).orElseThrow();
        assertThat(point).containsExactly(Scalar.of(1, 2), Scalar.of(1, 2), Scalar.ZERO);
    }

    @Test
    void translationsFixNothing() {
        assertThat(FixedPoints.of(action(monomial(List.of(0), List.of(1), List.of(1)))))
                .isEmpty();
        assertThat(FixedPoints.of(action(monomial(List.of(1, 0), List.of(1, 1), List.of(1, 0)))))
                .isEmpty();
    }

    @Test
    void twoReflectionsAboutDifferentPointsFixNothing() {
        AffineMap aboutZero = monomial(List.of(0), List.of(-1), List.of(0));
        AffineMap aboutOne = monomial(List.of(0), List.of(-1), List.of(2));
        assertThat(FixedPoints.of(action(aboutZero, aboutOne))).isEmpty();
    }

    @Test
    void mapsThatAreNotMonomialAreSolvedFor() {
        ExactMatrix turn = ExactMatrix.of(2, 2, List.of(Scalar.ZERO, ONE.negate(), ONE, ONE.negate()));
        AffineMap map = AffineMap.of(turn, List.of(ONE, Scalar.of(2)));
        List<Scalar> point = FixedPoints.of(action(map)).orElseThrow();
        assertThat(map.apply(point)).isEqualTo(point);
        ExactMatrix shear = ExactMatrix.of(2, 2, List.of(ONE, ONE, Scalar.ZERO, ONE));
        assertThat(FixedPoints.of(action(AffineMap.of(shear, List.of(Scalar.ZERO, ONE)))))
                .isEmpty();
    }

    @Test
    void aLargeActionThatIsNotMonomialIsRefused() {
        int n = 301;
        ExactMatrix shear = ExactMatrix.build(n, n, (i, j) -> Scalar.of(i == j || (i == 0 && j == 1) ? 1 : 0));
        assertThatThrownBy(() -> FixedPoints.of(action(AffineMap.of(shear, Collections.nCopies(n, ONE)))))
                .hasMessageContaining("at most 300 coordinates");
    }
}
