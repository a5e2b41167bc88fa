package io.intertwine.io;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A single NumPy array, {@code .npy} of version 1, 2 or 3 (NumPy Enhancement Proposal 1), of floats or integers, in C or Fortran
 * order, in either order of bytes.
 */
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;

    private Npy() {}

    /** Reads the array in a file. */
    public static ExactTensor read(Path file) throws FormatException {
        long size = InputFile.requireSize(file);
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            return read(stream, size, file.toString());
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
    }

    /** Reads an array from a stream that should hold {@code size} bytes. */
    static ExactTensor read(InputStream stream, long size, String place) throws FormatException, IOException {
        Preamble preamble = preamble(stream, place);
        requireSize(preamble, size, place);
        return TensorDecoder.read(Channels.newChannel(stream), preamble.layout, place);
    }

    /** The numbers of an array from a stream that should hold {@code size} bytes. */
    static TensorStream stream(InputStream stream, long size, String place, TensorStream.Ending ending)
            throws FormatException, IOException {
        Preamble preamble = preamble(stream, place);
        requireLength(preamble, size, place);
        return new TensorStream(place, preamble.layout, stream, ending);
    }

    /**
     * What comes before the numbers.
     *
     * @param layout how the numbers lie
     * @param bytes the length of all that comes before them
     */
    record Preamble(TensorLayout layout, long bytes) {}

    /** Reads all that comes before the numbers. */
    static Preamble preamble(InputStream stream, String place) throws FormatException, IOException {
        DataInputStream data = new DataInputStream(stream);
        if (!Arrays.equals(data.readNBytes(MAGIC.length), MAGIC)) {
            throw new FormatException(place, "expected a NumPy array (.npy), found other bytes");
        }
        try {
            int version = data.readUnsignedByte();
            int minor = data.readUnsignedByte();
            if (version < 1 || version > 3) {
                throw new FormatException(place, "expected version 1, 2 or 3 of .npy, found " + version + "." + minor);
            }
            int lengthBytes = version == 1 ? Short.BYTES : Integer.BYTES;
            String header = header(data, lengthBytes, place);
            return new Preamble(NpyHeader.layout(header, place), MAGIC.length + 2L + lengthBytes + header.length());
        } catch (EOFException truncated) {
            throw new FormatException(
                    place, "expected the header of a NumPy array, found the end of the data", truncated);
        }
    }

    /** The header text; a character for every byte, because everything outside ASCII is refused later. */
    private static String header(DataInputStream data, int lengthBytes, String place)
            throws FormatException, IOException {
        long length = lengthBytes == Short.BYTES
                ? Short.toUnsignedLong(Short.reverseBytes(data.readShort()))
                : Integer.toUnsignedLong(Integer.reverseBytes(data.readInt()));
        if (length > LONGEST_HEADER) {
            throw new FormatException(
                    place, "expected a header of at most " + LONGEST_HEADER + " bytes, found " + length);
        }
        byte[] header = new byte[(int) length];
        data.readFully(header);
        return new String(header, StandardCharsets.ISO_8859_1);
    }

    /** Refuses an array that is too large, and a header that speaks of more or fewer bytes than there are. */
    static void requireSize(Preamble preamble, long size, String place) throws FormatException {
        TensorDecoder.requireReadable(preamble.layout, place);
        requireLength(preamble, size, place);
    }

    private static void requireLength(Preamble preamble, long size, String place) throws FormatException {
        TensorLayout layout = preamble.layout;
        long expected = layout.bytes();
        long found = size - preamble.bytes;
        if (expected != found) {
            throw new FormatException(
                    place,
                    "a " + layout.type() + " array of shape " + layout.shape() + " takes " + expected + " bytes, found "
                            + found + " after the header");
        }
    }
}
