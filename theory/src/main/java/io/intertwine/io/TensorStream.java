package io.intertwine.io;

import io.intertwine.exact.Binary64;
import io.intertwine.exact.Scalar;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The numbers of one tensor in the order in which they lie in the file, as binary64 bits, for readers that keep only some of them.
 * Floats of 16, 32 and 64 bits are exact; integers are rounded to the nearest binary64 number, ties to even. Weights are read by
 * {@link TensorFile#read}, which never rounds.
 */
public final class TensorStream implements Closeable {
    private static final int CHUNK = 1 << 13;

    private final String place;
    private final TensorLayout layout;
    private final InputStream stream;
    private final Ending ending;
    private long position;

    /** What is checked after the last number. */
    interface Ending {
        void check() throws FormatException, IOException;
    }

    /** A tensor whose bytes follow in a stream, which is closed with this. */
    TensorStream(String place, TensorLayout layout, InputStream stream, Ending ending) throws FormatException {
        this.place = place;
        this.layout = layout;
        this.stream = stream;
        this.ending = ending;
        if (TensorLayout.count(layout.shape()) < 0) {
            throw new FormatException(place, "expected fewer than 2^63 numbers, found the shape " + layout.shape());
        }
    }

    /** Opens a file of one NumPy array, {@code .npy}. */
    public static TensorStream openNpy(Path file) throws FormatException {
        long size = InputFile.requireSize(file);
        try {
            InputStream stream = new BufferedInputStream(Files.newInputStream(file));
            try {
                return Npy.stream(stream, size, file.toString(), () -> {});
            } catch (FormatException | IOException | RuntimeException refused) {
                stream.close();
                throw refused;
            }
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
    }

    /** The sizes of the axes. */
    public List<Long> shape() {
        return layout.shape();
    }

    /** Whether the first index runs fastest (Fortran order) and not the last one. */
    public boolean isColumnMajor() {
        return layout.columnMajor();
    }

    /** The number of numbers. */
    public long count() {
        return TensorLayout.count(layout.shape());
    }

    /**
     * Reads the next numbers.
     *
     * @param bits all of it is filled; the caller asks for no more numbers than there are
     * @throws FormatException if the data end before, or a number is infinite or NaN
     */
    public void read(long[] bits) throws FormatException {
        int each = layout.type().bytes();
        for (int done = 0; done < bits.length; ) {
            int count = Math.min(bits.length - done, CHUNK);
            ByteBuffer chunk = ByteBuffer.wrap(bytes(count * each)).order(layout.order());
            for (int i = 0; i < count; i++) {
                bits[done + i] = number(TensorDecoder.next(chunk, layout.type()));
                position++;
            }
            done += count;
        }
    }

    private byte[] bytes(int count) throws FormatException {
        try {
            byte[] bytes = stream.readNBytes(count);
            if (bytes.length < count) {
                throw truncated();
            }
            return bytes;
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private long number(long raw) throws FormatException {
        DataType type = layout.type();
        if (type.isFloat()) {
            long bits = type.widen(raw);
            if (!Binary64.isFinite(bits)) {
                throw TensorDecoder.notFinite(bits, layout, position, place);
            }
            return Binary64.withoutNegativeZero(bits);
        }
        long integer = type.integer(raw);
        if (type == DataType.U64 && integer < 0) {
            return Scalar.of(BigInteger.valueOf(integer).add(BigInteger.ONE.shiftLeft(Long.SIZE)))
                    .nearestBinary64Bits();
        }
        return BinaryFloat.bitsOf(integer).orElseGet(() -> Scalar.of(integer).nearestBinary64Bits());
    }

    /** Passes over numbers without looking at them. */
    public void skip(long numbers) throws FormatException {
        try {
            stream.skipNBytes(numbers * layout.type().bytes());
            position += numbers;
        } catch (EOFException end) {
            throw truncated();
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** Passes over the numbers that are left and checks what the format lets check: length and checksum of an array in an archive. */
    public void finish() throws FormatException {
        skip(count() - position);
        try {
            ending.check();
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private FormatException truncated() {
        return new FormatException(
                place, "expected " + layout.bytes() + " bytes of numbers, found the end of the data before");
    }

    private FormatException unreadable(IOException cause) {
        return new FormatException(place, "cannot be read: " + cause.getMessage(), cause);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
