package io.intertwine.io;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.util.List;

/** A tensor of exact numbers, as read from a file. The last index runs fastest in {@link #toList}. */
public final class ExactTensor {
    private final List<Integer> shape;
    private final ExactNumbers numbers;

    ExactTensor(List<Integer> shape, ExactNumbers numbers) {
        this.shape = List.copyOf(shape);
        this.numbers = numbers;
    }

    /** The sizes of the axes. */
    public List<Integer> shape() {
        return shape;
    }

    /** All numbers, the last index running fastest. */
    public List<Scalar> toList() {
        return numbers.toList();
    }

    /**
     * The tensor of two axes as a matrix, or its transpose.
     *
     * @throws IllegalStateException if the tensor has not two axes
     */
    public ExactMatrix matrix(boolean transpose) {
        if (shape.size() != 2) {
            throw new IllegalStateException("a tensor of shape " + shape + " is no matrix");
        }
        int rows = shape.get(transpose ? 1 : 0);
        int columns = shape.get(transpose ? 0 : 1);
        return numbers.matrix(rows, columns, transpose);
    }
}
