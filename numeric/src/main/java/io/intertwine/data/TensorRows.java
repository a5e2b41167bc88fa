package io.intertwine.data;

import io.intertwine.io.FormatException;
import io.intertwine.io.MemoryBudget;
import io.intertwine.io.TensorStream;
import io.intertwine.tensor.DoubleMatrix;
import java.util.List;

/** Inputs from an array of shape (N, ...): the axes after the first are flattened with the last index running fastest. */
final class TensorRows {
    private static final int CHUNK = 1 << 13;

    private final TensorStream tensor;
    private final int columns;
    private final Subset subset;
    private final DoubleMatrix rows;

    private TensorRows(TensorStream tensor, int columns, int most, String place) throws FormatException {
        this.tensor = tensor;
        this.columns = columns;
        subset = Subset.of(tensor.shape().get(0), most);
        rows = space(subset.size(), columns, place);
    }

    /** A matrix of zeros, or a refusal if there is no memory for it. */
    static DoubleMatrix space(int rows, int columns, String place) throws FormatException {
        MemoryBudget.require((long) rows * columns * Double.BYTES, place);
        if ((long) rows * columns > Integer.MAX_VALUE - 8) {
            throw new FormatException(
                    place, rows + " inputs of " + columns + " numbers are too many at a time; take fewer");
        }
        return DoubleMatrix.zeros(rows, columns);
    }

    /** Whether an array of this shape holds inputs of so many numbers. */
    static boolean fits(List<Long> shape, int inputs) {
        return !shape.isEmpty() && shape.get(0) > 0 && perInput(shape) == inputs;
    }

    /** The numbers of one input, or -1 where they are too many for a long. */
    private static long perInput(List<Long> shape) {
        long product = 1;
        for (long size : shape.subList(1, shape.size())) {
            product = product < 0 || (size > 0 && product > Long.MAX_VALUE / size) ? -1 : product * size;
        }
        return product;
    }

    /** Reads at most {@code most} inputs of so many numbers, and the rest of the file as far as its format can be checked. */
    static DoubleMatrix read(TensorStream tensor, int inputs, int most, String place) throws FormatException {
        List<Long> shape = tensor.shape();
        if (!fits(shape, inputs)) {
            boolean empty = !shape.isEmpty() && shape.get(0) == 0;
            throw new FormatException(
                    place,
                    "expected inputs of " + inputs + " numbers along the first axis, as the network reads, found "
                            + (empty ? "no inputs, " : "") + "the shape " + shape);
        }
        TensorRows reader = new TensorRows(tensor, inputs, most, place);
        if (tensor.isColumnMajor()) {
            reader.readColumns();
        } else {
            reader.readRows();
        }
        tensor.finish();
        return reader.rows;
    }

    private void readRows() throws FormatException {
        long[] bits = new long[columns];
        long next = 0;
        for (int k = 0; k < subset.size(); k++) {
            tensor.skip((subset.index(k) - next) * columns);
            tensor.read(bits);
            for (int j = 0; j < columns; j++) {
                rows.set(k, j, Double.longBitsToDouble(bits[j]));
            }
            next = subset.index(k) + 1;
        }
    }

    /** In Fortran order the numbers of all inputs at one place follow one another. */
    private void readColumns() throws FormatException {
        List<Long> shape = tensor.shape();
        int[] index = new int[shape.size()];
        for (int block = 0; block < columns; block++) {
            int column = 0;
            for (int axis = 1; axis < index.length; axis++) {
                column = column * Math.toIntExact(shape.get(axis)) + index[axis];
            }
            readColumn(column);
            for (int axis = 1; axis < index.length && ++index[axis] == shape.get(axis); axis++) {
                index[axis] = 0;
            }
        }
    }

    private void readColumn(int column) throws FormatException {
        int k = 0;
        for (long from = 0; from < subset.count(); from += CHUNK) {
            long[] bits = new long[(int) Math.min(CHUNK, subset.count() - from)];
            tensor.read(bits);
            for (; k < subset.size() && subset.index(k) < from + bits.length; k++) {
                rows.set(k, column, Double.longBitsToDouble(bits[(int) (subset.index(k) - from)]));
            }
        }
    }
}
