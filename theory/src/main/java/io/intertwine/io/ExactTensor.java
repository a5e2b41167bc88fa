package io.intertwine.io;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.List;

/** A tensor of exact numbers, as read from a file. The last index runs fastest in {@link #toList}. */
public final class ExactTensor {
    private final List<Integer> shape;
    private final ExactNumbers numbers;

    ExactTensor(List<Integer> shape, ExactNumbers numbers) {
        this.shape = List.copyOf(shape);
        this.numbers = numbers;
    }

    /**
     * Reads the numbers of a tensor from the bytes that follow in a channel, the lowest byte of a number first, the last index running
     * fastest.
     *
     * @param type the type of the numbers in the words of safetensors: {@code F32}, {@code BF16}, {@code I64}, ...
     * @param place the file and the tensor, for messages
     * @throws FormatException if the type holds no numbers, the tensor is too large or truncated, or a number is infinite or NaN
     */
    public static ExactTensor read(ReadableByteChannel channel, String type, List<Long> shape, String place)
            throws FormatException, IOException {
        DataType known = DataType.named(type).orElseThrow(() -> TensorNames.noNumbers(place, type));
        return TensorDecoder.read(channel, new TensorLayout(known, ByteOrder.LITTLE_ENDIAN, shape, false), place);
    }

    /** The sizes of the axes. */
    public List<Integer> shape() {
        return shape;
    }

    /** All numbers, the last index running fastest. */
    public List<Scalar> toList() {
        return numbers.toList();
    }

    /** All numbers as a matrix of one row, the last index running fastest. */
    public ExactMatrix row() {
        return numbers.matrix(1, numbers.size(), false);
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
