package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sparse matrices compute what dense ones compute. */
class SparseMatrixTest {
    private static final Random RANDOM = new Random(11);

    private static SparseMatrix random(int rows, int columns) {
        List<SparseMatrix.Entry> entries = new ArrayList<>();
        for (int k = RANDOM.nextInt(2 * rows + 1); k > 0; k--) {
            entries.add(new SparseMatrix.Entry(
                    RANDOM.nextInt(rows), RANDOM.nextInt(columns), Scalar.of(RANDOM.nextInt(5) - 2)));
        }
        return SparseMatrix.of(rows, columns, entries);
    }

    private static ExactMatrix kronecker(ExactMatrix a, ExactMatrix b) {
        return ExactMatrix.build(
                a.rows() * b.rows(),
                a.columns() * b.columns(),
                (i, j) -> a.get(i / b.rows(), j / b.columns()).multiply(b.get(i % b.rows(), j % b.columns())));
    }

    @Test
    void operationsAgreeWithDenseOnes() {
        for (int round = 0; round < 200; round++) {
            int rows = 1 + RANDOM.nextInt(6);
            int middle = 1 + RANDOM.nextInt(6);
            int columns = 1 + RANDOM.nextInt(6);
            SparseMatrix a = random(rows, middle);
            SparseMatrix b = random(middle, columns);
            SparseMatrix c = random(rows, middle);
            assertThat(a.multiply(b)).isEqualTo(SparseMatrix.of(a.toDense().multiply(b.toDense())));
            assertThat(a.transpose()).isEqualTo(SparseMatrix.of(a.toDense().transpose()));
            assertThat(a.kronecker(b)).isEqualTo(SparseMatrix.of(kronecker(a.toDense(), b.toDense())));
            assertThat(a.add(c))
                    .isEqualTo(SparseMatrix.of(ExactMatrix.build(
                            rows, middle, (i, j) -> a.get(i, j).add(c.get(i, j)))));
            assertThat(a.scaled(Scalar.of(3)).add(a.scaled(Scalar.of(-3))).size())
                    .isZero();
            assertThat(a.scaled(Scalar.ZERO)).isEqualTo(SparseMatrix.zero(rows, middle));
            SparseMatrix sum = SparseMatrix.directSum(List.of(a, b));
            assertThat(sum.get(rows - 1, middle - 1)).isEqualTo(a.get(rows - 1, middle - 1));
            assertThat(sum.get(rows, middle)).isEqualTo(b.get(0, 0));
            assertThat(sum.size()).isEqualTo(a.size() + b.size());
            assertThat(SparseMatrix.of(a.toDense())).isEqualTo(a).hasSameHashCodeAs(a);
        }
    }

    @Test
    void rowsAreReadInOrder() {
        SparseMatrix matrix = random(5, 7);
        List<SparseMatrix.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            entries.addAll(matrix.row(i));
        }
        assertThat(entries).isEqualTo(matrix.entries()).hasSize(matrix.size());
        Collections.shuffle(entries, RANDOM);
        assertThat(SparseMatrix.of(5, 7, entries)).isEqualTo(matrix);
    }

    @Test
    void monomialMatricesAreRecognised() {
        SparseMatrix monomial =
                SparseMatrix.monomial(new int[] {2, 0, 1}, List.of(Scalar.ONE, Scalar.of(2), Scalar.of(3)));
        assertThat(monomial.get(0, 1)).isEqualTo(Scalar.of(2));
        assertThat(monomial.isMonomial()).isTrue();
        assertThat(SparseMatrix.identity(3).isMonomial()).isTrue();
        assertThat(SparseMatrix.zero(2, 2).isMonomial()).isFalse();
        SparseMatrix.Entry first = new SparseMatrix.Entry(0, 1, Scalar.ONE);
        assertThat(SparseMatrix.of(2, 2, List.of(first, new SparseMatrix.Entry(1, 1, Scalar.ONE)))
                        .isMonomial())
                .isFalse();
        assertThat(SparseMatrix.of(2, 2, List.of(first, new SparseMatrix.Entry(0, 0, Scalar.ONE)))
                        .isMonomial())
                .isFalse();
    }

    @Test
    void entriesOutsideAndOutOfOrderAreRefused() {
        assertThatThrownBy(() -> SparseMatrix.of(2, 2, List.of(new SparseMatrix.Entry(2, 0, Scalar.ONE))))
                .hasMessageContaining("2 x 2");
        SparseRows rows = new SparseRows(3, 3);
        rows.append(1, 1, Scalar.ONE);
        assertThatThrownBy(() -> rows.append(1, 1, Scalar.ONE)).hasMessageContaining("ascending");
        assertThatThrownBy(() -> rows.append(0, 2, Scalar.ONE)).hasMessageContaining("ascending");
        assertThatThrownBy(() -> SparseMatrix.identity(2).multiply(SparseMatrix.identity(3)))
                .hasMessageContaining("expected 2, found 3");
    }
}
