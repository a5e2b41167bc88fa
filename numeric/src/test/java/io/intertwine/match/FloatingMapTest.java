package io.intertwine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FloatingMapTest {
    private static final double[] POINT = {1, -2, 0.5};

    static List<AffineMap> maps() {
        List<Scalar> shift = NetworkBuilder.vector("1 0 -1/4");
        return List.of(
                AffineMap.identity(3),
                AffineMap.monomial(Permutation.of(1, 2, 0), NetworkBuilder.vector("2 -1 1/8")),
                AffineMap.monomial(Permutation.of(2, 1, 0), NetworkBuilder.vector("1 -1 3"), shift),
                AffineMap.of(NetworkBuilder.matrix("1 2 0; 0 1 1/2; 1 0 1"), shift));
    }

    @ParameterizedTest
    @MethodSource("maps")
    void imagesAndEntriesAreThoseOfTheExactMap(AffineMap exact) {
        FloatingMap map = FloatingMap.from(exact);
        List<Scalar> point = NetworkBuilder.vector("1 -2 1/2");
        assertThat(map.apply(POINT)).containsExactly(Rounded.from(exact.apply(point)));
        assertThat(map.isMonomial()).isEqualTo(exact.isMonomial());
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(map.entry(i, j))
                        .isEqualTo(Rounded.from(exact.matrix().get(i, j)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("maps")
    void productsAndInversesAreThoseOfTheExactMaps(AffineMap exact) {
        FloatingMap map = FloatingMap.from(exact);
        for (AffineMap other : maps()) {
            double[] expected = FloatingMap.from(exact.after(other)).apply(POINT);
            assertThat(map.after(FloatingMap.from(other)).apply(POINT)).containsExactly(expected, within(1e-12));
        }
        assertThat(map.after(map.inverse()).distanceToIdentity()).isLessThan(1e-12);
        assertThat(map.distanceToIdentity() > 0).isEqualTo(!exact.isIdentity());
    }
}
