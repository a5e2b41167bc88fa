package io.intertwine.exact;

import java.util.List;

/**
 * The reduced row echelon form of a matrix.
 *
 * @param rows its nonzero rows
 * @param pivots for each of them the column of its leading 1, in which all other rows are zero
 */
public record Echelon(List<List<Scalar>> rows, List<Integer> pivots) {
    public Echelon {
        rows = rows.stream().map(List::copyOf).toList();
        pivots = List.copyOf(pivots);
    }

    /** The echelon form of a matrix, by exact elimination, one row after the other. */
    public static Echelon of(ExactMatrix matrix) {
        ReducedRows reduced = new ReducedRows(matrix.columns());
        for (int i = 0; i < matrix.rows(); i++) {
            reduced.add(matrix.row(i).toArray(Scalar[]::new));
        }
        return reduced.echelon();
    }

    /** The number of pivots. */
    public int rank() {
        return pivots.size();
    }
}
