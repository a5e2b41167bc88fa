package io.intertwine.io;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/**
 * A tensor that is to be written as floats, exactly.
 *
 * @param name its name in the file
 * @param shape the sizes of its axes
 * @param numbers the numbers as one row for each first index, or as one row; all are binary64 numbers
 * @param type F32 where every number is a binary32 number, F64 elsewhere
 */
record StoredTensor(String name, List<Integer> shape, ExactMatrix numbers, DataType type) {
    private static final int CHUNK = 1 << 16;

    /** A matrix; refuses entries that are no binary64 numbers. */
    static StoredTensor ofMatrix(String name, ExactMatrix matrix, Path file) throws FormatException {
        return new StoredTensor(name, List.of(matrix.rows(), matrix.columns()), matrix, type(name, matrix, file));
    }

    /** A vector; refuses entries that are no binary64 numbers. */
    static StoredTensor ofVector(String name, List<Scalar> vector, Path file) throws FormatException {
        ExactMatrix row = ExactMatrix.of(1, vector.size(), vector);
        return new StoredTensor(name, List.of(vector.size()), row, type(name, row, file));
    }

    private static DataType type(String name, ExactMatrix numbers, Path file) throws FormatException {
        DataType type = DataType.F32;
        for (int i = 0; i < numbers.rows(); i++) {
            for (int j = 0; j < numbers.columns(); j++) {
                if (!numbers.isBinary64() && !numbers.get(i, j).isBinary64()) {
                    throw new FormatException(
                            TensorNames.place(file, name),
                            "cannot hold " + JsonAtom.shown(numbers.get(i, j).toString()) + " at index [" + i + ", " + j
                                    + "], which is no 64-bit float; write the weights into the JSON file instead");
                }
                boolean single = numbers.isBinary64()
                        && BinaryFloat.BINARY32.narrow(numbers.bits(i, j)).isPresent();
                type = single ? type : DataType.F64;
            }
        }
        return type;
    }

    /** The number of bytes that the numbers take. */
    long bytes() {
        return (long) numbers.rows() * numbers.columns() * type.bytes();
    }

    /** Writes the numbers, the last index running fastest, the lowest byte first. */
    void write(OutputStream stream) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < numbers.rows(); i++) {
            for (int j = 0; j < numbers.columns(); j++) {
                if (chunk.remaining() < Long.BYTES) {
                    stream.write(chunk.array(), 0, chunk.position());
                    chunk.clear();
                }
                long bits = type.format().narrow(numbers.bits(i, j)).orElseThrow();
                if (type == DataType.F32) {
                    chunk.putInt((int) bits);
                } else {
                    chunk.putLong(bits);
                }
            }
        }
        stream.write(chunk.array(), 0, chunk.position());
    }
}
