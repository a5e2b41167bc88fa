package io.intertwine.weights;

import java.util.ArrayList;
import java.util.List;

/** Sizes of the axes of tensors. */
final class Shapes {
    /** The most numbers of a tensor that is computed from constants. */
    static final long MOST_NUMBERS = 1L << 28;

    private Shapes() {}

    /** The number of entries; throws IllegalArgumentException beyond {@link #MOST_NUMBERS}. */
    static long count(List<Integer> shape) {
        long count = 1;
        for (int size : shape) {
            count *= size;
            if (count > MOST_NUMBERS) {
                throw new IllegalArgumentException(
                        "expected at most " + MOST_NUMBERS + " numbers in a tensor, found the shape " + shape);
            }
        }
        return count;
    }

    /** The common shape of two tensors as NumPy forms it; throws IllegalArgumentException if there is none. */
    static List<Integer> broadcast(List<Integer> left, List<Integer> right) {
        int rank = Math.max(left.size(), right.size());
        List<Integer> result = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            int a = size(left, axis - rank + left.size());
            int b = size(right, axis - rank + right.size());
            if (a != b && a != 1 && b != 1) {
                throw new IllegalArgumentException("shapes " + left + " and " + right + " do not fit together");
            }
            result.add(a == 1 ? b : a);
        }
        count(result);
        return result;
    }

    private static int size(List<Integer> shape, int axis) {
        return axis < 0 ? 1 : shape.get(axis);
    }

    /** The axis with this number; negative numbers count from the end. Throws IllegalArgumentException if there is none. */
    static int axis(long axis, int rank) {
        if (axis < -rank || axis >= rank) {
            throw new IllegalArgumentException(
                    "expected an axis from " + -rank + " to " + (rank - 1) + ", found " + axis);
        }
        return (int) (axis < 0 ? axis + rank : axis);
    }
}
