package io.intertwine.io;

import io.intertwine.exact.Binary64;
import io.intertwine.exact.Scalar;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.OptionalLong;

/** Reads the numbers of one tensor from a stream of bytes, exactly and in pieces. */
final class TensorDecoder {
    private static final int CHUNK = 1 << 18;
    private static final int BYTES_PER_NUMBER = 3 * Long.BYTES;

    private final String place;
    private final TensorLayout layout;
    private final ExactNumbers numbers;

    private TensorDecoder(String place, TensorLayout layout, ExactNumbers numbers) {
        this.place = place;
        this.layout = layout;
        this.numbers = numbers;
    }

    /** Refuses a tensor that is too large, before anything is reserved for it. */
    static void requireReadable(TensorLayout layout, String place) throws FormatException {
        long count = TensorLayout.count(layout.shape());
        if (count < 0
                || count > TensorLayout.MOST_NUMBERS
                || layout.shape().stream().anyMatch(size -> size > TensorLayout.MOST_NUMBERS)) {
            throw new FormatException(
                    place,
                    "expected at most " + TensorLayout.MOST_NUMBERS + " numbers in a tensor, found the shape "
                            + layout.shape());
        }
        MemoryBudget.require(count * BYTES_PER_NUMBER, place);
    }

    /** Reads all numbers; the channel must hold at least as many bytes as they take. */
    static ExactTensor read(ReadableByteChannel channel, TensorLayout layout, String place)
            throws FormatException, IOException {
        requireReadable(layout, place);
        int count = (int) TensorLayout.count(layout.shape());
        TensorDecoder decoder = new TensorDecoder(place, layout, new ExactNumbers(count));
        decoder.readAll(channel, (long) count * layout.type().bytes());
        List<Integer> shape = layout.shape().stream().map(Math::toIntExact).toList();
        boolean reorder = layout.columnMajor() && shape.size() > 1;
        return new ExactTensor(shape, reorder ? rowMajor(decoder.numbers, shape) : decoder.numbers);
    }

    private void readAll(ReadableByteChannel channel, long bytes) throws FormatException, IOException {
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK, bytes)).order(layout.order());
        for (long done = 0; done < bytes; done += chunk.limit()) {
            chunk.clear().limit((int) Math.min(chunk.capacity(), bytes - done));
            while (chunk.hasRemaining()) {
                if (channel.read(chunk) < 0) {
                    long found = done + chunk.position();
                    throw new FormatException(place, "expected " + bytes + " bytes of numbers, found only " + found);
                }
            }
            decode(chunk.flip());
        }
    }

    private void decode(ByteBuffer chunk) throws FormatException {
        if (layout.type().isFloat()) {
            while (chunk.hasRemaining()) {
                addFloat(layout.type().widen(next(chunk, layout.type())));
            }
        } else {
            while (chunk.hasRemaining()) {
                addInteger(layout.type().integer(next(chunk, layout.type())));
            }
        }
    }

    /** The bits of the next number of a type, without a sign. */
    static long next(ByteBuffer chunk, DataType type) {
        return switch (type.bytes()) {
            case 1 -> chunk.get() & 0xffL;
            case 2 -> chunk.getShort() & 0xffffL;
            case 4 -> chunk.getInt() & 0xffff_ffffL;
            default -> chunk.getLong();
        };
    }

    private void addFloat(long bits) throws FormatException {
        if (!Binary64.isFinite(bits)) {
            throw notFinite(bits, layout, numbers.size(), place);
        }
        numbers.addBits(Binary64.withoutNegativeZero(bits));
    }

    /** The refusal of the k-th number of a tensor, which is infinite or NaN. */
    static FormatException notFinite(long bits, TensorLayout layout, long k, String place) {
        boolean infinite = bits << (Long.SIZE - 52) == 0;
        return new FormatException(
                place,
                "expected finite numbers, found " + (infinite ? "an infinity" : "NaN") + " at index "
                        + layout.index(k));
    }

    private void addInteger(long integer) {
        boolean wrapped = layout.type() == DataType.U64 && integer < 0;
        OptionalLong bits = wrapped ? OptionalLong.empty() : BinaryFloat.bitsOf(integer);
        if (bits.isPresent()) {
            numbers.addBits(bits.getAsLong());
        } else if (wrapped) {
            numbers.add(Scalar.of(BigInteger.valueOf(integer).add(BigInteger.ONE.shiftLeft(Long.SIZE))));
        } else {
            numbers.add(Scalar.of(integer));
        }
    }

    /** The numbers of a tensor whose first index runs fastest, reordered so that the last one does. */
    private static ExactNumbers rowMajor(ExactNumbers columnMajor, List<Integer> shape) {
        ExactNumbers result = new ExactNumbers(columnMajor.size());
        int[] index = new int[shape.size()];
        for (int k = 0; k < columnMajor.size(); k++) {
            int position = 0;
            for (int axis = shape.size() - 1; axis >= 0; axis--) {
                position = position * shape.get(axis) + index[axis];
            }
            if (columnMajor.isBinary64()) {
                result.addBits(columnMajor.bits(position));
            } else {
                result.add(columnMajor.get(position));
            }
            advance(index, shape);
        }
        return result;
    }

    private static void advance(int[] index, List<Integer> shape) {
        for (int axis = index.length - 1; axis >= 0 && ++index[axis] == shape.get(axis); axis--) {
            index[axis] = 0;
        }
    }
}
