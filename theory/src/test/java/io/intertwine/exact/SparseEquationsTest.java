package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Values solve equations exactly or not at all, whichever way the sums are computed. */
class SparseEquationsTest {
    private static SparseEquations equations(Scalar factor) {
        SparseEquations equations = new SparseEquations(3);
        equations.append(0, factor);
        equations.append(1, factor.multiply(2));
        equations.append(2, factor.negate());
        equations.end();
        equations.append(2, factor);
        equations.append(0, factor.multiply(Scalar.of(-1, 3)));
        equations.end();
        return equations;
    }

    @Test
    void solutionsAreToldFromOthers() {
        Scalar large = Scalar.of(1L << 40);
        List<Scalar> sizes = List.of(Scalar.ONE, Scalar.of(1, 7), large, large.reciprocal(), Scalar.cosine(1, 5));
        for (Scalar factor : sizes) {
            SparseEquations equations = equations(factor);
            for (Scalar size : sizes) {
                Scalar x = size.multiply(3);
                assertThat(equations.isSolvedBy(List.of(x, size.negate(), size)))
                        .isTrue();
                assertThat(equations.isSolvedBy(List.of(x, size, size))).isFalse();
                assertThat(equations.isSolvedBy(List.of(x, size.multiply(-3), size)))
                        .isFalse();
                assertThat(equations.isSolvedBy(List.of(x.negate(), size, size)))
                        .isFalse();
                assertThat(equations.isSolvedBy(List.of(x, size.multiply(Scalar.of(-1, 2)), size.multiply(2))))
                        .isFalse();
            }
        }
    }
}
