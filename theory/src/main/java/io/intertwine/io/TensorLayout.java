package io.intertwine.io;

import java.nio.ByteOrder;
import java.util.List;

/**
 * How the numbers of a tensor lie in a file, one after another.
 *
 * @param type the type of the numbers
 * @param order the order of the bytes of a number
 * @param shape the sizes of the axes
 * @param columnMajor whether the first index runs fastest (Fortran order) and not the last one
 */
record TensorLayout(DataType type, ByteOrder order, List<Long> shape, boolean columnMajor) {
    /** The most numbers of one tensor. */
    static final long MOST_NUMBERS = 1L << 28;

    TensorLayout {
        shape = List.copyOf(shape);
    }

    /** The number of numbers, or -1 where it is too large for a long. */
    static long count(List<Long> shape) {
        long count = 1;
        for (long size : shape) {
            if (size == 0) {
                return 0;
            }
            count = count < 0 || count > Long.MAX_VALUE / size ? -1 : count * size;
        }
        return count;
    }

    /** The number of bytes, or -1 where it is too large for a long. */
    long bytes() {
        return bytes(shape, type.bytes());
    }

    static long bytes(List<Long> shape, int each) {
        long count = count(shape);
        return count > Long.MAX_VALUE / each ? -1 : count * each;
    }

    /** The indices of the k-th number in the file. */
    List<Long> index(long k) {
        Long[] index = new Long[shape.size()];
        long rest = k;
        for (int i = 0; i < index.length; i++) {
            int axis = columnMajor ? i : index.length - 1 - i;
            long size = shape.get(axis);
            index[axis] = rest % size;
            rest /= size;
        }
        return List.of(index);
    }
}
