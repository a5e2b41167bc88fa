package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolynomialSpanTest {
    private static final Polynomial X = Polynomial.variable(0);
    private static final Polynomial Y = Polynomial.variable(1);

    private static Polynomial combination(List<Scalar> coordinates, List<Polynomial> basis) {
        return IntStream.range(0, basis.size())
                .mapToObj(i -> basis.get(i).multiply(coordinates.get(i)))
                .reduce(Polynomial.ZERO, Polynomial::add);
    }

    @Test
    void theBasisLeavesOutWhatDependsOnEarlierGenerators() {
        Polynomial sum = X.add(Y);
        PolynomialSpan span =
                PolynomialSpan.of(List.of(Polynomial.ZERO, sum, sum.multiply(Scalar.of(2)), X, Y, X.pow(2)));
        assertThat(span.basis()).containsExactly(sum, X, X.pow(2));
        assertThat(span.dimension()).isEqualTo(3);
        assertThat(span.coordinates(Y)).contains(List.of(Scalar.ONE, Scalar.MINUS_ONE, Scalar.ZERO));
        assertThat(span.coordinates(Polynomial.ZERO)).contains(List.of(Scalar.ZERO, Scalar.ZERO, Scalar.ZERO));
        assertThat(span.coordinates(Y.pow(2))).isEmpty();
        assertThat(span.coordinates(X.pow(2).add(Polynomial.ONE))).isEmpty();
    }

    @Test
    void coordinatesOfRandomCombinationsAreFoundAgain() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            List<Polynomial> generators = IntStream.range(0, 4)
                    .mapToObj(i -> IntStream.range(0, 5)
                            .mapToObj(k -> X.pow(k).multiply(Y.pow(4 - k)).multiply(Scalar.of(random.nextInt(7) - 3L)))
                            .reduce(Polynomial.ZERO, Polynomial::add))
                    .toList();
            PolynomialSpan span = PolynomialSpan.of(generators);
            List<Scalar> coordinates = span.basis().stream()
                    .map(element -> Scalar.of(random.nextInt(9) - 4L, 3))
                    .toList();
            assertThat(span.coordinates(combination(coordinates, span.basis()))).contains(coordinates);
        }
    }
}
