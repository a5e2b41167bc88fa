package io.intertwine.weights;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * A constant tensor of exact numbers.
 *
 * @param shape the sizes of its axes
 * @param numbers the numbers as one row, the last index running fastest
 * @param isFloat whether its type is one of floats; integers divide otherwise
 */
record OnnxConstant(List<Integer> shape, ExactMatrix numbers, boolean isFloat) {
    OnnxConstant {
        shape = List.copyOf(shape);
    }

    /** A tensor of numbers. */
    static OnnxConstant of(List<Integer> shape, List<Scalar> numbers, boolean isFloat) {
        return new OnnxConstant(shape, ExactMatrix.of(1, numbers.size(), numbers), isFloat);
    }

    /** The number of numbers. */
    int size() {
        return numbers.columns();
    }

    /** A number. */
    Scalar get(int index) {
        return numbers.get(0, index);
    }

    /** The same numbers in another shape of the same size. */
    OnnxConstant reshaped(List<Integer> other) {
        return new OnnxConstant(other, numbers, isFloat);
    }

    /** The tensor of two axes as a matrix, or its transpose. */
    ExactMatrix matrix(boolean transpose) {
        int rows = shape.get(transpose ? 1 : 0);
        int columns = shape.get(transpose ? 0 : 1);
        if (!numbers.isBinary64()) {
            return ExactMatrix.build(rows, columns, (i, j) -> get(transpose ? j * rows + i : i * columns + j));
        }
        long[] bits = new long[rows * columns];
        for (int k = 0; k < bits.length; k++) {
            bits[k] = numbers.bits(0, transpose ? k % columns * rows + k / columns : k);
        }
        return ExactMatrix.ofBinary64(rows, columns, bits);
    }

    /** The tensor with its axes in another order. */
    OnnxConstant transposed(List<Integer> order) {
        List<Integer> result = order.stream().map(shape::get).toList();
        int[] strides = strides(shape);
        List<Scalar> values = new ArrayList<>(size());
        int[] index = new int[result.size()];
        for (int k = 0; k < size(); k++) {
            int place = 0;
            for (int axis = 0; axis < index.length; axis++) {
                place += index[axis] * strides[order.get(axis)];
            }
            values.add(get(place));
            advance(index, result);
        }
        return of(result, values, isFloat);
    }

    /** An operation entry by entry on two tensors whose shapes are made to fit as NumPy does (ONNX, Broadcasting). */
    static OnnxConstant combine(OnnxConstant left, OnnxConstant right, BinaryOperator<Scalar> operation) {
        List<Integer> result = Shapes.broadcast(left.shape, right.shape);
        OnnxConstant first = left.broadcast(result);
        OnnxConstant second = right.broadcast(result);
        List<Scalar> values = new ArrayList<>(first.size());
        for (int k = 0; k < first.size(); k++) {
            values.add(operation.apply(first.get(k), second.get(k)));
        }
        return of(result, values, left.isFloat);
    }

    /** The tensor repeated along the axes where it has size 1, so that it gets a shape that {@link Shapes#broadcast} allows. */
    OnnxConstant broadcast(List<Integer> target) {
        if (target.equals(shape)) {
            return this;
        }
        int[] strides = strides(shape);
        int missing = target.size() - shape.size();
        List<Scalar> values = new ArrayList<>();
        int[] index = new int[target.size()];
        for (long k = Shapes.count(target); k > 0; k--) {
            int place = 0;
            for (int axis = missing; axis < index.length; axis++) {
                place += shape.get(axis - missing) == 1 ? 0 : index[axis] * strides[axis - missing];
            }
            values.add(get(place));
            advance(index, target);
        }
        return of(target, values, isFloat);
    }

    private static int[] strides(List<Integer> shape) {
        int[] strides = new int[shape.size()];
        int stride = 1;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape.get(axis);
        }
        return strides;
    }

    private static void advance(int[] index, List<Integer> shape) {
        for (int axis = index.length - 1; axis >= 0 && ++index[axis] == shape.get(axis); axis--) {
            index[axis] = 0;
        }
    }
}
