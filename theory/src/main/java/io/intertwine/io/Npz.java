package io.intertwine.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A NumPy archive, {@code .npz}: a zip file of {@code .npy} arrays. Sizes are checked before anything is unpacked, and again while it
 * is unpacked.
 */
public final class Npz implements TensorFile {
    /** The most bytes that all arrays together may unpack to. */
    public static final long MOST_BYTES = 2L << 30;

    /** The most arrays. */
    public static final int MOST_ENTRIES = 100_000;

    /** An array of more than {@link #SUSPICIOUS_BYTES} may not unpack to more than this many times its packed size. */
    public static final int LARGEST_RATIO = 200;

    /** Smaller arrays may be packed as tightly as they can be; many weights are zeros. */
    public static final long SUSPICIOUS_BYTES = 64L << 20;

    private static final String EXTENSION = ".npy";

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;

    private Npz(Path file, ZipFile zip, Map<String, ZipEntry> entries) {
        this.file = file;
        this.zip = zip;
        this.entries = entries;
    }

    /** Opens an archive and checks the sizes that its directory states. */
    public static Npz open(Path file) throws FormatException {
        long size = InputFile.requireSize(file);
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new Npz(file, zip, entries(file, zip, size));
            } catch (FormatException | RuntimeException refused) {
                zip.close();
                throw refused;
            }
        } catch (ZipException damaged) {
            throw new FormatException(
                    file.toString(), "expected a zip file of NumPy arrays: " + damaged.getMessage(), damaged);
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
    }

    private static Map<String, ZipEntry> entries(Path file, ZipFile zip, long size) throws FormatException {
        if (zip.size() > MOST_ENTRIES) {
            throw new FormatException(
                    file.toString(), "expected at most " + MOST_ENTRIES + " arrays, found " + zip.size());
        }
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        long packed = 0;
        long unpacked = 0;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            String name = tensorName(entry);
            String place = TensorNames.place(file, name);
            requireModest(entry, place);
            packed += entry.getCompressedSize();
            unpacked += entry.getSize();
            if (packed > size || unpacked > MOST_BYTES) {
                throw new FormatException(
                        place,
                        packed > size
                                ? "the parts of the zip file overlap"
                                : "the arrays up to this one unpack to " + unpacked + " bytes, expected at most "
                                        + MOST_BYTES);
            }
            if (entries.put(name, entry) != null) {
                throw new FormatException(place, "occurs twice in the zip file");
            }
        }
        return entries;
    }

    private static String tensorName(ZipEntry entry) {
        String name = entry.getName();
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }

    private static void requireModest(ZipEntry entry, String place) throws FormatException {
        long size = entry.getSize();
        long packed = entry.getCompressedSize();
        if (size < 0 || packed < 0) {
            throw new FormatException(place, "expected the sizes of the packed and the unpacked array, found none");
        }
        if (size > MOST_BYTES || (size > SUSPICIOUS_BYTES && size / LARGEST_RATIO > packed)) {
            throw new FormatException(
                    place,
                    "unpacks from " + packed + " to " + size + " bytes; expected at most " + MOST_BYTES
                            + " bytes, and at most " + LARGEST_RATIO + " times the packed size");
        }
    }

    @Override
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    @Override
    public List<Long> shape(String name) throws FormatException {
        try (InputStream stream = zip.getInputStream(require(name))) {
            return Npy.preamble(stream, TensorNames.place(file, name)).layout().shape();
        } catch (IOException unreadable) {
            throw damaged(name, unreadable);
        }
    }

    @Override
    public ExactTensor read(String name) throws FormatException {
        ZipEntry entry = require(name);
        String place = TensorNames.place(file, name);
        try (CheckedInputStream stream =
                new CheckedInputStream(new BufferedInputStream(zip.getInputStream(entry)), new CRC32())) {
            ExactTensor tensor = Npy.read(stream, entry.getSize(), place);
            requireEnd(stream, entry, place);
            return tensor;
        } catch (IOException unreadable) {
            throw damaged(name, unreadable);
        }
    }

    private static void requireEnd(CheckedInputStream stream, ZipEntry entry, String place)
            throws FormatException, IOException {
        if (stream.read() >= 0) {
            throw new FormatException(
                    place, "unpacks to more than the " + entry.getSize() + " bytes that the zip file states");
        }
        if (stream.getChecksum().getValue() != entry.getCrc()) {
            throw new FormatException(place, "is damaged: its checksum is not the one that the zip file states");
        }
    }

    @Override
    public TensorStream stream(String name) throws FormatException {
        ZipEntry entry = require(name);
        String place = TensorNames.place(file, name);
        try {
            CheckedInputStream stream =
                    new CheckedInputStream(new BufferedInputStream(zip.getInputStream(entry)), new CRC32());
            return Npy.stream(stream, entry.getSize(), place, () -> requireEnd(stream, entry, place));
        } catch (IOException unreadable) {
            throw damaged(name, unreadable);
        }
    }

    private ZipEntry require(String name) throws FormatException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw TensorNames.missing(file, name, entries.keySet());
        }
        return entry;
    }

    private FormatException damaged(String name, IOException cause) {
        return new FormatException(TensorNames.place(file, name), "cannot be unpacked: " + cause.getMessage(), cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
