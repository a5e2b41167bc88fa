package io.intertwine.exact;

import java.util.ArrayList;
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

    /** The echelon form of a matrix, by exact elimination. */
    public static Echelon of(ExactMatrix matrix) {
        List<List<Scalar>> rest = new ArrayList<>();
        for (int i = 0; i < matrix.rows(); i++) {
            rest.add(matrix.row(i));
        }
        List<List<Scalar>> rows = new ArrayList<>();
        List<Integer> pivots = new ArrayList<>();
        for (int column = 0; column < matrix.columns() && !rest.isEmpty(); column++) {
            int pivot = column;
            int index = 0;
            while (index < rest.size() && rest.get(index).get(pivot).isZero()) {
                index++;
            }
            if (index < rest.size()) {
                List<Scalar> found = rest.remove(index);
                Scalar lead = found.get(pivot);
                List<Scalar> row =
                        found.stream().map(entry -> entry.divide(lead)).toList();
                rest.replaceAll(other -> cleared(other, row, pivot));
                rows.replaceAll(other -> cleared(other, row, pivot));
                rows.add(row);
                pivots.add(pivot);
            }
        }
        return new Echelon(rows, pivots);
    }

    /** The number of pivots. */
    public int rank() {
        return pivots.size();
    }

    private static List<Scalar> cleared(List<Scalar> row, List<Scalar> pivotRow, int pivot) {
        Scalar factor = row.get(pivot);
        if (factor.isZero()) {
            return row;
        }
        List<Scalar> result = new ArrayList<>(row.size());
        for (int k = 0; k < row.size(); k++) {
            result.add(row.get(k).subtract(factor.multiply(pivotRow.get(k))));
        }
        return result;
    }
}
