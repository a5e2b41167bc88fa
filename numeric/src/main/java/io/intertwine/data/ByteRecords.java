package io.intertwine.data;

import io.intertwine.io.FormatException;
import io.intertwine.tensor.DoubleMatrix;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Images of unsigned bytes that lie one after another, each perhaps after a label. Bytes become numbers from 0 to 1: they are divided
 * by 255.
 */
final class ByteRecords {
    private static final double LARGEST_BYTE = 255;

    private final String place;
    private final InputStream stream;
    private final int labels;
    private final int pixels;
    private long position;

    /**
     * Images in a stream.
     *
     * @param position the number of bytes that were read before, for messages
     * @param labels the number of different labels, in one byte before each image; 0 if there is none
     */
    ByteRecords(String place, InputStream stream, long position, int labels, int pixels) {
        this.place = place;
        this.stream = stream;
        this.position = position;
        this.labels = labels;
        this.pixels = pixels;
    }

    /** Reads the images of a subset whose numbers in the file lie from {@code first} to {@code end - 1}, each to its row. */
    void read(Subset subset, long first, long end, DoubleMatrix rows) throws FormatException, IOException {
        int label = labels > 0 ? 1 : 0;
        long next = first;
        for (int k = 0; k < subset.size(); k++) {
            long index = subset.index(k);
            if (index >= first && index < end) {
                skip((index - next) * (label + pixels));
                if (label > 0) {
                    requireLabel();
                }
                image(rows, k);
                next = index + 1;
            }
        }
        skip((end - next) * (label + pixels));
    }

    private void requireLabel() throws FormatException, IOException {
        int label = take(1)[0] & 0xff;
        if (label >= labels) {
            throw new FormatException(
                    place,
                    "byte " + (position - 1) + ": expected a label from 0 to " + (labels - 1) + ", found " + label);
        }
    }

    private void image(DoubleMatrix rows, int k) throws FormatException, IOException {
        byte[] bytes = take(pixels);
        for (int j = 0; j < pixels; j++) {
            rows.set(k, j, (bytes[j] & 0xff) / LARGEST_BYTE);
        }
    }

    /** The next bytes, all of them. */
    byte[] take(int count) throws FormatException, IOException {
        try {
            byte[] bytes = stream.readNBytes(count);
            position += bytes.length;
            if (bytes.length < count) {
                throw truncated();
            }
            return bytes;
        } catch (EOFException end) {
            throw truncated();
        }
    }

    private void skip(long bytes) throws FormatException, IOException {
        try {
            for (long left = bytes; left > 0; ) {
                long skipped = stream.skip(left);
                if (skipped == 0 && stream.read() < 0) {
                    throw truncated();
                }
                long passed = skipped == 0 ? 1 : skipped;
                position += passed;
                left -= passed;
            }
        } catch (EOFException end) {
            throw truncated();
        }
    }

    private FormatException truncated() {
        return new FormatException(place, "ends after " + position + " bytes, expected more; is it complete?");
    }
}
