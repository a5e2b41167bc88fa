package io.intertwine.weights;

import com.google.protobuf.ByteString;
import io.intertwine.io.FormatException;
import io.intertwine.io.InputFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads one TensorProto. Field numbers are those of onnx.proto (github.com/onnx/onnx). */
final class OnnxTensorParser {
    private static final long EXTERNAL = 1;

    private final WireReader reader;
    private final Path file;
    private final List<Long> shape = new ArrayList<>();
    private final Map<String, String> external = new HashMap<>();
    private final List<Long> integers = new ArrayList<>();
    private final List<OnnxTensor.Source> sources = new ArrayList<>();
    private ByteString fixed = ByteString.EMPTY;
    private String name = "";
    private long type;
    private long location;

    private OnnxTensorParser(WireReader reader, Path file) {
        this.reader = reader;
        this.file = file;
    }

    /** The tensor in the present field. */
    static OnnxTensor read(WireReader reader, Path file) throws IOException, FormatException {
        OnnxTensorParser parser = new OnnxTensorParser(reader, file);
        reader.message("a tensor", parser::field);
        return parser.tensor();
    }

    private boolean field(int number) throws IOException, FormatException {
        switch (number) {
            case 1 -> reader.integers(shape::add);
            case 2 -> type = reader.integer();
            case 3 -> throw reader.refuse("a tensor in segments is not read; expected whole tensors");
            case 4 -> fixed = fixed.concat(reader.fixed(Integer.BYTES));
            case 5, 7, 11 -> reader.integers(integers::add);
            case 6 -> throw reader.refuse("expected a tensor of numbers, found one of texts");
            case 8 -> name = reader.text();
            case 9 -> {
                WireReader.Span span = reader.span();
                sources.add(new OnnxTensor.Source.InFile(file, span.begin(), span.length()));
            }
            case 10 -> fixed = fixed.concat(reader.fixed(Long.BYTES));
            case 13 -> entry();
            case 14 -> location = reader.integer();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void entry() throws IOException, FormatException {
        String[] pair = {"", ""};
        reader.message("a key with its value", number -> {
            if (number == 1 || number == 2) {
                pair[number - 1] = reader.text();
                return true;
            }
            return false;
        });
        external.put(pair[0], pair[1]);
    }

    private OnnxTensor tensor() throws FormatException {
        if (location == EXTERNAL) {
            sources.add(beside());
        }
        if (!fixed.isEmpty()) {
            sources.add(new OnnxTensor.Source.InMemory(fixed));
        }
        if (!integers.isEmpty()) {
            sources.add(new OnnxTensor.Source.InMemory(packed()));
        }
        if (sources.size() > 1) {
            throw refuse("expected its numbers in one field, found them in " + sources.size());
        }
        return new OnnxTensor(
                name,
                type,
                shape,
                sources.isEmpty() ? new OnnxTensor.Source.InMemory(ByteString.EMPTY) : sources.get(0));
    }

    /** Integers as the bytes of numbers of the tensor's type; 16-bit floats stand as the integers of their bits. */
    private ByteString packed() throws FormatException {
        int width = ElementType.require(type, place()).bytes();
        ByteString.Output bytes = ByteString.newOutput();
        for (long integer : integers) {
            int unused = Long.SIZE - Byte.SIZE * width;
            boolean fits = integer << unused >> unused == integer || integer << unused >>> unused == integer;
            if (!fits) {
                throw refuse("expected integers of " + width + " bytes, found " + integer);
            }
            for (int i = 0; i < width; i++) {
                bytes.write((int) (integer >>> Byte.SIZE * i));
            }
        }
        return bytes.toByteString();
    }

    /** The part of a file beside the model that holds the numbers. */
    private OnnxTensor.Source beside() throws FormatException {
        Path data = path(external.getOrDefault("location", ""));
        long size = InputFile.requireSize(data);
        long begin = count("offset", 0);
        long length = count("length", Math.max(0, size - begin));
        if (begin > size || length > size - begin) {
            throw refuse("expected bytes " + begin + " to " + begin + " + " + length + " of " + data + ", which has "
                    + size + " bytes");
        }
        return new OnnxTensor.Source.InFile(data, begin, length);
    }

    private Path path(String text) throws FormatException {
        try {
            Path path = Path.of(text);
            boolean inside = !path.isAbsolute() && !path.normalize().startsWith("..") && !text.contains("..");
            if (text.isEmpty() || !inside) {
                throw refuse(
                        "expected the path of a file in the folder of the model, found " + FormatException.quote(text));
            }
            Path data = file.resolveSibling(path);
            Path folder = file.toAbsolutePath().toRealPath().resolveSibling("").normalize();
            InputFile.requireSize(data);
            if (!data.toRealPath().startsWith(folder)) {
                throw refuse("expected a file in the folder of the model, found a link out of it, "
                        + FormatException.quote(text));
            }
            return data;
        } catch (InvalidPathException wrong) {
            throw new FormatException(place(), "expected a path, found " + FormatException.quote(text), wrong);
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file.resolveSibling(text), unreadable);
        }
    }

    private long count(String key, long otherwise) throws FormatException {
        String text = external.get(key);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw refuse("expected a number of bytes as " + key + ", found " + FormatException.quote(text));
        }
        return Long.parseLong(text);
    }

    private String place() {
        return file + ", tensor " + FormatException.quote(name);
    }

    private FormatException refuse(String problem) {
        return new FormatException(place(), problem);
    }
}
