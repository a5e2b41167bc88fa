package io.intertwine.exact;

import static io.intertwine.construct.NetworkBuilder.matrix;
import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reduced row echelon forms. */
class EchelonTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "3, 1",
        "1 2; 3 4, 2",
        "1 2; 2 4, 1",
        "0 0; 0 0; 0 0, 0",
        "1 2 3; 4 5 6; 7 8 9, 2",
        "0 0 1; 0 2 0, 2",
        "sqrt(2) 2; 1 sqrt(2), 1",
        "sqrt(2) 1; 1 sqrt(2), 2",
        "1; 2; 3, 1"
    })
    void theRankIsTheNumberOfPivots(String text, int rank) {
        assertThat(Echelon.of(matrix(text)).rank()).isEqualTo(rank);
        assertThat(Echelon.of(matrix(text).transpose()).rank()).isEqualTo(rank);
    }

    @Test
    void theFormIsReduced() {
        Echelon echelon = Echelon.of(matrix("0 2 4 2; 1 1 1 1; 1 2 3 3"));
        assertThat(echelon.pivots()).containsExactly(0, 1, 3);
        assertThat(echelon.rows()).containsExactly(vector("1 0 -1 0"), vector("0 1 2 0"), vector("0 0 0 1"));
    }

    @Test
    void everyRowIsACombinationOfTheFormsRows() {
        Random random = new Random(5);
        for (int trial = 0; trial < 40; trial++) {
            int rows = random.nextInt(1, 6);
            int inner = random.nextInt(1, 4);
            int columns = random.nextInt(1, 6);
            ExactMatrix left = ExactMatrix.build(rows, inner, (i, j) -> Scalar.of(random.nextInt(-2, 3)));
            ExactMatrix right = ExactMatrix.build(inner, columns, (i, j) -> Scalar.of(random.nextInt(-2, 3), 3));
            ExactMatrix product = left.multiply(right);
            Echelon echelon = Echelon.of(product);
            assertThat(echelon.rank()).isLessThanOrEqualTo(Math.min(inner, Math.min(rows, columns)));
            for (int i = 0; i < rows; i++) {
                List<Scalar> rest = new ArrayList<>(product.row(i));
                for (int p = 0; p < echelon.rank(); p++) {
                    Scalar factor = rest.get(echelon.pivots().get(p));
                    List<Scalar> row = echelon.rows().get(p);
                    for (int j = 0; j < columns; j++) {
                        rest.set(j, rest.get(j).subtract(factor.multiply(row.get(j))));
                    }
                }
                assertThat(rest).allMatch(Scalar::isZero);
            }
            for (int p = 0; p < echelon.rank(); p++) {
                for (int q = 0; q < echelon.rank(); q++) {
                    Scalar entry = echelon.rows().get(q).get(echelon.pivots().get(p));
                    assertThat(entry).isEqualTo(p == q ? Scalar.ONE : Scalar.ZERO);
                }
            }
        }
    }
}
