package io.intertwine.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The largest k such that every k rows are independent. */
class KruskalRankTest {
    @ParameterizedTest
    @CsvSource({
        "1 0; 0 0, 0",
        "1 0; 2 0, 1",
        "1 0; 0 1; 1 1, 2",
        "1 0; 0 1; 1 1; 2 2, 1",
        "1 0 0; 0 1 0; 0 0 1; 1 1 1, 3",
        "1 0 0; 0 1 0; 0 0 1; 1 1 0, 2",
        "1 sqrt(2); sqrt(2) 2, 1",
        "5, 1",
        "0, 0"
    })
    void itIsExact(String matrix, int rank) {
        assertThat(KruskalRank.ofRows(NetworkBuilder.matrix(matrix))).isEqualTo(new KruskalRank(rank, true));
    }

    @Test
    void aDependenceThatVanishesModuloThePrimeIsSeenThrough() {
        ExactMatrix matrix = NetworkBuilder.matrix("1 1; 1 2305843009213693952");
        assertThat(KruskalRank.ofRows(matrix)).isEqualTo(new KruskalRank(2, true));
    }

    @Test
    void beyondTheBudgetItIsALowerBound() {
        ExactMatrix moments =
                ExactMatrix.build(30, 8, (i, j) -> Scalar.of(i + 1L).pow(j));
        KruskalRank rank = KruskalRank.ofRows(moments);
        assertThat(rank.exact()).isFalse();
        assertThat(rank.value()).isBetween(2, 8);
        assertThat(rank).hasToString("at least " + rank.value());
    }
}
