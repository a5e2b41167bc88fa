package io.intertwine.rep;

import static io.intertwine.rep.Linear.sparse;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.SparseMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class LieClosureTest {
    private static final SparseMatrix X = sparse("0 0 0; 0 0 -1; 0 1 0");
    private static final SparseMatrix Y = sparse("0 0 1; 0 0 0; -1 0 0");
    private static final SparseMatrix Z = sparse("0 -1 0; 1 0 0; 0 0 0");

    @Test
    void matricesThatSpanALieAlgebraAreClosed() {
        assertThat(LieClosure.firstOpen(List.of(X, Y, Z))).isEmpty();
        assertThat(LieClosure.firstOpen(List.of(X))).isEmpty();
        assertThat(LieClosure.firstOpen(List.of())).isEmpty();
        assertThat(LieClosure.firstOpen(List.of(X, X, SparseMatrix.zero(3, 3)))).isEmpty();
        assertThat(LieClosure.firstOpen(List.of(X.add(Y), Y.add(Z), Z.add(X)))).isEmpty();
        // The affine group of the line: [h, e] = e.
        assertThat(LieClosure.firstOpen(List.of(sparse("1 0; 0 0"), sparse("0 1; 0 0"))))
                .isEmpty();
    }

    @Test
    void theFirstOpenPairIsNamed() {
        assertThat(LieClosure.firstOpen(List.of(X, Y))).contains(new LieClosure.Pair(0, 1));
        assertThat(LieClosure.firstOpen(List.of(X, X, Z))).contains(new LieClosure.Pair(0, 2));
        assertThat(LieClosure.firstOpen(List.of(sparse("0 1; 0 0"), sparse("0 sqrt(2); 0 0"), sparse("0 0; 1 0"))))
                .contains(new LieClosure.Pair(0, 2));
    }
}
