package io.intertwine.measure;

import io.intertwine.tensor.DoubleMatrix;
import java.util.Arrays;

/** Inputs a few at a time, so that what is computed from them takes little memory. */
final class Parts {
    /** How many inputs are evaluated at a time. */
    static final int SIZE = 1024;

    private Parts() {}

    interface Part {
        /** Takes some rows, the first of which is row {@code from} of all. */
        void take(int from, DoubleMatrix rows);
    }

    /** Gives all rows of a matrix, in order. */
    static void forEach(DoubleMatrix all, Part part) {
        int n = all.columns();
        for (int from = 0; from < all.rows(); from += SIZE) {
            int to = Math.min(all.rows(), from + SIZE);
            part.take(from, DoubleMatrix.of(to - from, n, Arrays.copyOfRange(all.entries(), from * n, to * n)));
        }
    }
}
