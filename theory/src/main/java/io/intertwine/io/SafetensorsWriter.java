package io.intertwine.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Writes tensors in the safetensors format, wide numbers first, so that every tensor begins at a multiple of its number's size. */
final class SafetensorsWriter {
    private SafetensorsWriter() {}

    static void write(List<StoredTensor> tensors, OutputStream stream) throws IOException {
        List<StoredTensor> sorted = tensors.stream()
                .sorted(Comparator.comparingInt(
                                (StoredTensor tensor) -> tensor.type().bytes())
                        .reversed())
                .toList();
        String header = header(sorted);
        int padding = Math.floorMod(-header.length(), Long.BYTES);
        byte[] bytes = (header + " ".repeat(padding)).getBytes(StandardCharsets.US_ASCII);
        stream.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(bytes.length)
                .array());
        stream.write(bytes);
        for (StoredTensor tensor : sorted) {
            tensor.write(stream);
        }
    }

    private static String header(List<StoredTensor> tensors) throws IOException {
        StringWriter text = new StringWriter();
        JsonWriter json = new JsonWriter(text, "header").inlineObject();
        long position = 0;
        for (StoredTensor tensor : tensors) {
            json.name(tensor.name())
                    .inlineObject()
                    .name("dtype")
                    .text(tensor.type().name());
            json.name("shape").inlineList();
            for (int size : tensor.shape()) {
                json.integer(size);
            }
            json.end().name("data_offsets").inlineList().integer(position);
            position += tensor.bytes();
            json.integer(position).end().end();
        }
        json.end();
        return text.toString().strip();
    }
}
