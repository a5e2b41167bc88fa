package io.intertwine.criterion;

import io.intertwine.exact.Mersenne61;
import java.util.ArrayList;
import java.util.List;

/** A basis of a space of vectors modulo 2^61 - 1, to which vectors are added one by one. */
final class ModularBasis {
    private final int size;
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    /** The basis of the zero space of vectors of a size. */
    ModularBasis(int size) {
        this.size = size;
    }

    /** The dimension. */
    int rank() {
        return rows.size();
    }

    /** Adds a vector; false if it lies in the space already. */
    boolean add(long[] vector) {
        long[] row = vector.clone();
        for (int b = 0; b < rows.size(); b++) {
            subtract(row, rows.get(b), row[pivots.get(b)]);
        }
        int pivot = 0;
        while (pivot < size && row[pivot] == 0) {
            pivot++;
        }
        if (pivot == size) {
            return false;
        }
        long inverse = Mersenne61.inverse(row[pivot]);
        for (int j = 0; j < size; j++) {
            row[j] = Mersenne61.multiply(row[j], inverse);
        }
        rows.add(row);
        pivots.add(pivot);
        return true;
    }

    private static void subtract(long[] row, long[] other, long factor) {
        if (factor != 0) {
            long negative = Mersenne61.negate(factor);
            for (int j = 0; j < row.length; j++) {
                row[j] = Mersenne61.add(row[j], Mersenne61.multiply(negative, other[j]));
            }
        }
    }
}
