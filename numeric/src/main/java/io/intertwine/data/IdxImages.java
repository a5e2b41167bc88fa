package io.intertwine.data;

import io.intertwine.io.FormatException;
import io.intertwine.io.InputFile;
import io.intertwine.tensor.DoubleMatrix;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * IDX files of unsigned bytes (yann.lecun.com/exdb/mnist): two zeros, the type 8, the number of axes, the sizes of the axes in four bytes
 * each with the highest first, then the bytes with the last index running fastest; perhaps compressed by gzip.
 */
final class IdxImages {
    private static final int UNSIGNED_BYTES = 8;

    private final Path file;
    private final InputStream stream;

    private IdxImages(Path file, InputStream stream) {
        this.file = file;
        this.stream = stream;
    }

    private static boolean isCompressed(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /** Whether a file is named as these are, or begins as they do. */
    static boolean isOne(Path file) throws FormatException {
        if (isCompressed(file)) {
            return true;
        }
        InputFile.requireSize(file);
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] begin = stream.readNBytes(3);
            return begin.length == 3 && begin[0] == 0 && begin[1] == 0 && begin[2] == UNSIGNED_BYTES;
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
    }

    /** Reads at most {@code most} images of so many pixels. */
    static DataSet read(Path file, int inputs, int most) throws FormatException {
        InputFile.requireSize(file);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream stream = isCompressed(file) ? new BufferedInputStream(new GZIPInputStream(raw)) : raw) {
            return new IdxImages(file, stream).read(inputs, most);
        } catch (ZipException damaged) {
            throw new FormatException(file.toString(), "cannot be unpacked by gzip: " + damaged.getMessage(), damaged);
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
    }

    private DataSet read(int inputs, int most) throws FormatException, IOException {
        List<Long> shape = shape();
        if (!TensorRows.fits(shape, inputs)) {
            throw new FormatException(
                    file.toString(),
                    "expected images of " + inputs + " pixels, as the network reads, found the shape " + shape);
        }
        Subset subset = Subset.of(shape.get(0), most);
        DoubleMatrix rows = TensorRows.space(subset.size(), inputs, file.toString());
        new ByteRecords(file.toString(), stream, 4L + 4L * shape.size(), 0, inputs)
                .read(subset, 0, subset.count(), rows);
        if (stream.read() >= 0) {
            throw new FormatException(
                    file.toString(),
                    "expected " + subset.count() * inputs + " bytes after the header for the shape " + shape
                            + ", found more");
        }
        return new DataSet(file.toString(), rows, subset.count(), Sha256.of(List.of(file)));
    }

    private List<Long> shape() throws FormatException, IOException {
        ByteRecords header = new ByteRecords(file + ", header", stream, 0, 0, 0);
        byte[] magic = header.take(4);
        if (magic[0] != 0 || magic[1] != 0 || magic[2] != UNSIGNED_BYTES || magic[3] < 1) {
            throw new FormatException(
                    file.toString(),
                    "byte 0: expected an IDX file of unsigned bytes, 0 0 8 and the number of axes, found "
                            + (magic[0] & 0xff) + " " + (magic[1] & 0xff) + " " + (magic[2] & 0xff) + " "
                            + (magic[3] & 0xff));
        }
        List<Long> shape = new ArrayList<>();
        for (int axis = 0; axis < magic[3]; axis++) {
            shape.add(Integer.toUnsignedLong(ByteBuffer.wrap(header.take(4)).getInt()));
        }
        return shape;
    }
}
