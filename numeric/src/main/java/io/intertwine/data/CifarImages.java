package io.intertwine.data;

import io.intertwine.io.FormatException;
import io.intertwine.io.InputFile;
import io.intertwine.tensor.DoubleMatrix;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The binary version of CIFAR-10 (cs.toronto.edu/~kriz/cifar.html): records of a label from 0 to 9 and 32 x 32 pixels of three channels,
 * ordered channel, row, column.
 */
final class CifarImages {
    static final int PIXELS = 3 * 32 * 32;

    private static final int RECORD = 1 + PIXELS;
    private static final int LABELS = 10;

    private CifarImages() {}

    /** The files of a folder: {@code data_batch_*.bin} if there are any, else all whose names end with {@code .bin}; by name. */
    static List<Path> files(Path folder) throws FormatException {
        List<Path> all;
        try (Stream<Path> found = Files.list(folder)) {
            all = found.filter(file -> file.toString().endsWith(".bin"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw InputFile.unreadable(folder, unreadable);
        }
        List<Path> batches = all.stream()
                .filter(file -> String.valueOf(file.getFileName()).startsWith("data_batch"))
                .toList();
        if (all.isEmpty()) {
            throw new FormatException(
                    folder.toString(), "expected a folder with files of CIFAR-10 images, such as data_batch_1.bin");
        }
        return batches.isEmpty() ? all : batches;
    }

    /** Reads at most {@code most} images from files taken as one. */
    static DataSet read(Path name, List<Path> files, int inputs, int most) throws FormatException {
        List<Long> counts = new ArrayList<>();
        for (Path file : files) {
            counts.add(count(file));
        }
        if (inputs != PIXELS) {
            throw new FormatException(
                    name.toString(), "images of CIFAR-10 have " + PIXELS + " numbers, but the network reads " + inputs);
        }
        long count = counts.stream().mapToLong(Long::longValue).sum();
        Subset subset = Subset.of(count, most);
        DoubleMatrix rows = TensorRows.space(subset.size(), PIXELS, name.toString());
        long first = 0;
        for (int i = 0; i < files.size(); i++) {
            try (InputStream stream = new BufferedInputStream(Files.newInputStream(files.get(i)))) {
                new ByteRecords(files.get(i).toString(), stream, 0, LABELS, PIXELS)
                        .read(subset, first, first + counts.get(i), rows);
            } catch (IOException unreadable) {
                throw InputFile.unreadable(files.get(i), unreadable);
            }
            first += counts.get(i);
        }
        return new DataSet(name.toString(), rows, count, Sha256.of(files));
    }

    private static long count(Path file) throws FormatException {
        long size = InputFile.requireSize(file);
        if (size == 0 || size % RECORD != 0) {
            throw new FormatException(
                    file.toString(),
                    "expected records of CIFAR-10 images, " + RECORD + " bytes each, found " + size + " bytes: "
                            + size / RECORD + " records and " + size % RECORD + " bytes");
        }
        return size / RECORD;
    }
}
