package io.intertwine.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Rows in reduced row echelon form that grow by one row after the other. A new row costs as many row operations as it has entries at
 * pivots, so sparse rows are cheap.
 */
final class ReducedRows {
    private static final Scalar[] NONE = {};

    private final int columns;
    /** The row with the pivot in a column, or none. */
    private final Scalar[][] rows;

    ReducedRows(int columns) {
        this.columns = columns;
        this.rows = new Scalar[columns][];
        Arrays.fill(rows, NONE);
    }

    /** Joins a row, which is changed. */
    void add(Scalar[] row) {
        for (int pivot = 0; pivot < columns; pivot++) {
            if (rows[pivot].length > 0) {
                clear(row, pivot);
            }
        }
        int lead = 0;
        while (lead < columns && row[lead].isZero()) {
            lead++;
        }
        if (lead == columns) {
            return;
        }
        Scalar factor = row[lead].reciprocal();
        for (int j = lead; j < columns; j++) {
            row[j] = row[j].isZero() ? row[j] : row[j].multiply(factor);
        }
        rows[lead] = row;
        for (Scalar[] other : rows) {
            if (other.length > 0 && other != row) {
                clear(other, lead);
            }
        }
    }

    private void clear(Scalar[] row, int pivot) {
        Scalar factor = row[pivot];
        if (factor.isZero()) {
            return;
        }
        Scalar[] pivotRow = rows[pivot];
        for (int j = 0; j < columns; j++) {
            if (!pivotRow[j].isZero()) {
                row[j] = row[j].subtract(factor.multiply(pivotRow[j]));
            }
        }
    }

    /** The rows so far, by ascending pivots. */
    Echelon echelon() {
        List<List<Scalar>> found = new ArrayList<>();
        List<Integer> pivots = new ArrayList<>();
        for (int pivot = 0; pivot < columns; pivot++) {
            if (rows[pivot].length > 0) {
                found.add(List.of(rows[pivot]));
                pivots.add(pivot);
            }
        }
        return new Echelon(found, pivots);
    }

    /** The reduced basis of the vectors that are orthogonal to all rows. */
    List<SparseEquations.Solution> solutions() {
        List<SparseEquations.Solution> solutions = new ArrayList<>();
        for (int free = 0; free < columns; free++) {
            if (rows[free].length == 0) {
                List<Scalar> values = new ArrayList<>(Collections.nCopies(columns, Scalar.ZERO));
                values.set(free, Scalar.ONE);
                for (int pivot = 0; pivot < columns; pivot++) {
                    if (rows[pivot].length > 0) {
                        values.set(pivot, rows[pivot][free].negate());
                    }
                }
                solutions.add(new SparseEquations.Solution(values, free));
            }
        }
        return solutions;
    }
}
