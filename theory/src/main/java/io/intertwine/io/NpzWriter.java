package io.intertwine.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes tensors as NumPy arrays in an uncompressed zip file; the same tensors give the same bytes. */
final class NpzWriter {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    /** The earliest time that a zip file can state. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NpzWriter() {}

    static void write(List<StoredTensor> tensors, OutputStream stream) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(stream)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (StoredTensor tensor : tensors) {
                ZipEntry entry = new ZipEntry(tensor.name() + ".npy");
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(header(tensor));
                tensor.write(zip);
                zip.closeEntry();
            }
        }
    }

    private static byte[] header(StoredTensor tensor) {
        String shape = tensor.shape().stream().map(size -> size + ",").collect(Collectors.joining(" "));
        String text =
                "{'descr': '<f" + tensor.type().bytes() + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        int before = MAGIC.length + Short.BYTES;
        int padding = Math.floorMod(-(before + text.length() + 1), ALIGNMENT);
        byte[] header = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(before + header.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) header.length)
                .put(header)
                .array();
    }
}
