package io.intertwine.find;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Exact elimination of small matrices. */
final class LinearAlgebra {
    private LinearAlgebra() {}

    /** The indices of the pivot columns of the row echelon form; their number is the rank. */
    static List<Integer> pivotColumns(ExactMatrix matrix) {
        List<List<Scalar>> rows = new ArrayList<>();
        for (int i = 0; i < matrix.rows(); i++) {
            rows.add(new ArrayList<>(matrix.row(i)));
        }
        List<Integer> pivots = new ArrayList<>();
        for (int column = 0; column < matrix.columns() && pivots.size() < rows.size(); column++) {
            if (eliminate(rows, pivots.size(), column)) {
                pivots.add(column);
            }
        }
        return pivots;
    }

    /** Clears a column below row {@code top} after exchanging a row with a nonzero entry there into its place. */
    private static boolean eliminate(List<List<Scalar>> rows, int top, int column) {
        int pivot = top;
        while (pivot < rows.size() && rows.get(pivot).get(column).isZero()) {
            pivot++;
        }
        if (pivot == rows.size()) {
            return false;
        }
        List<Scalar> pivotRow = rows.get(pivot);
        rows.set(pivot, rows.get(top));
        rows.set(top, pivotRow);
        for (int i = top + 1; i < rows.size(); i++) {
            List<Scalar> row = rows.get(i);
            if (!row.get(column).isZero()) {
                Scalar factor = row.get(column).divide(pivotRow.get(column));
                for (int j = column; j < row.size(); j++) {
                    row.set(j, row.get(j).subtract(factor.multiply(pivotRow.get(j))));
                }
            }
        }
        return true;
    }
}
