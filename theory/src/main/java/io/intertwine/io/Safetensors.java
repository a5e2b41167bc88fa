package io.intertwine.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A safetensors file (github.com/huggingface/safetensors, format description): 8 bytes with the length of a JSON header, the header,
 * then the tensors, which must cover the rest of the file without holes or overlaps.
 */
public final class Safetensors implements TensorFile {
    /** The longest header, in bytes; the format's own limit. */
    public static final int LONGEST_HEADER = 100_000_000;

    private static final String METADATA = "__metadata__";

    private final Path file;
    private final FileChannel channel;
    private final long start;
    private final Map<String, Entry> entries;

    /** One line of the header: the type may be one whose numbers cannot be read. */
    private record Entry(String name, String type, List<Long> shape, long begin, long end, JsonValue description) {}

    private Safetensors(Path file, FileChannel channel, long start, Map<String, Entry> entries) {
        this.file = file;
        this.channel = channel;
        this.start = start;
        this.entries = entries;
    }

    /** Opens a file and checks its header. */
    public static Safetensors open(Path file) throws FormatException {
        InputFile.requireSize(file);
        try {
            FileChannel channel = FileChannel.open(file);
            try {
                return open(file, channel);
            } catch (FormatException | IOException | RuntimeException refused) {
                channel.close();
                throw refused;
            }
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
    }

    private static Safetensors open(Path file, FileChannel channel) throws FormatException, IOException {
        long size = channel.size();
        long length = size < Long.BYTES ? -1 : bytes(channel, 0, Long.BYTES).getLong();
        long rest = size - Long.BYTES;
        if (length < 2 || length > Math.min(rest, LONGEST_HEADER)) {
            throw new FormatException(
                    file.toString(),
                    "expected a safetensors file that begins with the length of its header, from 2 to "
                            + Math.max(2, Math.min(rest, LONGEST_HEADER)) + " bytes in a file of " + size
                            + " bytes, found "
                            + (size < Long.BYTES ? "no length" : Long.toUnsignedString(length)));
        }
        byte[] header = bytes(channel, Long.BYTES, (int) length).array();
        String source = file + ", header";
        JsonObject root = JsonReader.read(
                        source, new ByteArrayInputStream(header), NumberText.LONGEST, MemoryBudget.bytes())
                .requireObject("an object with the tensors");
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> member : root.members().entrySet()) {
            if (!member.getKey().equals(METADATA)) {
                entries.put(member.getKey(), entry(member.getKey(), member.getValue()));
            }
        }
        requireTiling(file, entries.values(), rest - length);
        return new Safetensors(file, channel, Long.BYTES + length, entries);
    }

    private static ByteBuffer bytes(FileChannel channel, long position, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, position + buffer.position());
        }
        return buffer.flip();
    }

    private static Entry entry(String name, JsonValue value) throws FormatException {
        JsonObject description = value.requireObject("an object with \"dtype\", \"shape\" and \"data_offsets\"");
        description.requireOnly("dtype", "shape", "data_offsets");
        String type = description.require("dtype").requireText("a type such as \"F32\"");
        List<Long> shape = sizes(description.require("shape"), "a list of sizes");
        List<Long> offsets = sizes(description.require("data_offsets"), "a list of two offsets");
        if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
            throw value.refuse(
                    "tensor " + FormatException.quote(name) + ": expected offsets [begin, end], found " + offsets);
        }
        Entry entry = new Entry(name, type, shape, offsets.get(0), offsets.get(1), value);
        Optional<DataType> known = DataType.named(type);
        if (known.isPresent()) {
            requireLength(entry, known.get());
        }
        return entry;
    }

    private static List<Long> sizes(JsonValue value, String what) throws FormatException {
        ExactNumbers numbers = value.requireNumbers(what);
        List<Long> result = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            result.add(JsonAtom.integer(value, numbers.get(i), "an integer", 0, 1L << 53));
        }
        return result;
    }

    private static void requireLength(Entry entry, DataType type) throws FormatException {
        long expected = TensorLayout.bytes(entry.shape, type.bytes());
        long found = entry.end - entry.begin;
        if (expected != found) {
            throw entry.description.refuse(
                    "tensor " + FormatException.quote(entry.name) + ": a " + type + " tensor of shape "
                            + entry.shape + " takes " + (expected < 0 ? "more than 2^63" : String.valueOf(expected))
                            + " bytes, but its offsets span " + found);
        }
    }

    private static void requireTiling(Path file, Iterable<Entry> entries, long size) throws FormatException {
        List<Entry> sorted = new ArrayList<>();
        entries.forEach(sorted::add);
        sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long position = 0;
        for (Entry entry : sorted) {
            if (entry.end > size) {
                throw entry.description.refuse(
                        "tensor " + FormatException.quote(entry.name) + " ends at byte " + entry.end
                                + " of the data, but the file has only " + size + " bytes of data; is it complete?");
            }
            if (entry.begin != position) {
                String fault = entry.begin < position
                        ? " overlaps the one before it, which ends at byte "
                        : " begins after a hole from byte ";
                throw entry.description.refuse("tensor " + FormatException.quote(entry.name) + ", bytes " + entry.begin
                        + " to " + entry.end + "," + fault + position);
            }
            position = entry.end;
        }
        if (position != size) {
            throw new FormatException(
                    file.toString(), "expected " + position + " bytes of data after the header, found " + size);
        }
    }

    @Override
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    @Override
    public List<Long> shape(String name) throws FormatException {
        return require(name).shape;
    }

    private Entry require(String name) throws FormatException {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw TensorNames.missing(file, name, entries.keySet());
        }
        return entry;
    }

    @Override
    public ExactTensor read(String name) throws FormatException {
        Entry entry = require(name);
        String place = TensorNames.place(file, name);
        DataType type = DataType.named(entry.type).orElseThrow(() -> TensorNames.noNumbers(place, entry.type));
        TensorLayout layout = new TensorLayout(type, ByteOrder.LITTLE_ENDIAN, entry.shape, false);
        try {
            channel.position(start + entry.begin);
            return TensorDecoder.read(channel, layout, place);
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
    }

    @Override
    public TensorStream stream(String name) throws FormatException {
        Entry entry = require(name);
        String place = TensorNames.place(file, name);
        DataType type = DataType.named(entry.type).orElseThrow(() -> TensorNames.noNumbers(place, entry.type));
        try {
            InputStream stream = Files.newInputStream(file);
            stream.skipNBytes(start + entry.begin);
            TensorLayout layout = new TensorLayout(type, ByteOrder.LITTLE_ENDIAN, entry.shape, false);
            return new TensorStream(place, layout, new BufferedInputStream(stream), () -> {});
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
