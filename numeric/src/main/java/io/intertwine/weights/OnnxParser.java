package io.intertwine.weights;

import com.google.protobuf.ByteString;
import io.intertwine.io.FormatException;
import io.intertwine.io.InputFile;
import io.intertwine.io.NetworkFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the description in an ONNX file (ModelProto, GraphProto, NodeProto, AttributeProto; github.com/onnx/onnx, onnx.proto). Of a
 * tensor with raw data it remembers only where in the file the numbers stand.
 */
final class OnnxParser {
    private static final long LEAST_OPERATORS = 7;
    private static final long MOST_OPERATORS = 24;
    private static final int MOST_NODES = 16 * NetworkFormat.MOST_LAYERS;

    private final Path file;
    private final WireReader reader;
    private final List<OnnxModel.Port> inputs = new ArrayList<>();
    private final List<OnnxModel.Port> outputs = new ArrayList<>();
    private final Map<String, OnnxTensor> initialisers = new HashMap<>();
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, Long> operators = new HashMap<>();
    private boolean graph;

    private OnnxParser(Path file, WireReader reader) {
        this.file = file;
        this.reader = reader;
    }

    static OnnxModel read(Path file) throws FormatException {
        long size = InputFile.requireSize(file);
        if (size > Integer.MAX_VALUE) {
            throw new FormatException(
                    file.toString(),
                    "expected an ONNX file of at most " + Integer.MAX_VALUE + " bytes, as much as its format can hold, "
                            + "with larger weights in a file beside it; found " + size + " bytes");
        }
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            return new OnnxParser(file, WireReader.of(stream, size, file.toString(), "the model")).model();
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
    }

    private OnnxModel model() throws IOException, FormatException {
        reader.fields(number -> {
            switch (number) {
                case 7 -> {
                    if (graph) {
                        throw reader.refuse("expected one graph, found a second one");
                    }
                    graph = true;
                    reader.message("the graph", this::graphField);
                }
                case 8 -> operators();
                case 25 -> throw reader.refuse("functions of a model's own are not read");
                default -> {
                    return false;
                }
            }
            return true;
        });
        if (!graph) {
            throw new FormatException(
                    file.toString(), "expected an ONNX model with a graph, found none; is the file complete?");
        }
        return new OnnxModel(version(), inputs, outputs, initialisers, nodes);
    }

    private void operators() throws IOException, FormatException {
        String[] domain = {""};
        long[] version = {0};
        reader.message("the version of operators", number -> {
            switch (number) {
                case 1 -> domain[0] = reader.text();
                case 2 -> version[0] = reader.integer();
                default -> {
                    return false;
                }
            }
            return true;
        });
        operators.put(plain(domain[0]), version[0]);
    }

    private static String plain(String domain) {
        return domain.equals("ai.onnx") ? "" : domain;
    }

    private long version() throws FormatException {
        Long version = operators.get("");
        if (version == null) {
            throw new FormatException(
                    file.toString(),
                    "expected the version of ONNX' operators (opset_import), found none; is the file complete?");
        }
        if (version < LEAST_OPERATORS || version > MOST_OPERATORS) {
            throw new FormatException(
                    file.toString(),
                    "expected operators of version " + LEAST_OPERATORS + " to " + MOST_OPERATORS + ", found " + version
                            + "; export the model with opset_version=17");
        }
        return version;
    }

    private boolean graphField(int number) throws IOException, FormatException {
        switch (number) {
            case 1 -> node();
            case 5 -> {
                OnnxTensor tensor = OnnxTensorParser.read(reader, file);
                if (initialisers.put(tensor.name(), tensor) != null) {
                    throw new FormatException(
                            file.toString(),
                            "expected one initialiser of each name, found " + FormatException.quote(tensor.name())
                                    + " twice");
                }
            }
            case 11 -> inputs.add(port());
            case 12 -> outputs.add(port());
            case 15 -> throw reader.refuse("sparse initialisers are not read");
            default -> {
                return false;
            }
        }
        return true;
    }

    private OnnxModel.Port port() throws IOException, FormatException {
        String[] name = {""};
        long[] type = {0};
        List<OnnxModel.Axis> axes = new ArrayList<>();
        boolean[] shape = {false};
        reader.message("an input or output", number -> {
            switch (number) {
                case 1 -> name[0] = reader.text();
                case 2 ->
                    reader.message("a type", kind -> {
                        if (kind == 1) {
                            reader.message("a type of tensors", part -> tensorType(part, type, axes, shape));
                        } else if (kind != 6) {
                            throw reader.refuse("expected a tensor as input and output, found something else");
                        }
                        return kind == 1;
                    });
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new OnnxModel.Port(name[0], type[0], axes, shape[0]);
    }

    private boolean tensorType(int number, long[] type, List<OnnxModel.Axis> axes, boolean[] shape)
            throws IOException, FormatException {
        switch (number) {
            case 1 -> type[0] = reader.integer();
            case 2 -> {
                shape[0] = true;
                reader.message("a shape", part -> part == 1 && axes.add(axis()));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private OnnxModel.Axis axis() throws IOException, FormatException {
        List<Long> size = new ArrayList<>();
        reader.message("an axis", number -> number == 1 && size.add(reader.integer()));
        if (size.size() > 1 || size.stream().anyMatch(value -> value < 0)) {
            throw reader.refuse("expected one size that is at least 0, found " + size);
        }
        return new OnnxModel.Axis(size);
    }

    private void node() throws IOException, FormatException {
        if (nodes.size() == MOST_NODES) {
            throw reader.refuse("expected at most " + MOST_NODES + " nodes, found more");
        }
        String[] texts = {"", "", ""};
        List<String> read = new ArrayList<>();
        List<String> written = new ArrayList<>();
        Map<String, OnnxAttribute> attributes = new HashMap<>();
        reader.message("a node", number -> {
            switch (number) {
                case 1 -> read.add(reader.text());
                case 2 -> written.add(reader.text());
                case 3 -> texts[0] = reader.text();
                case 4 -> texts[1] = reader.text();
                case 5 -> attribute(attributes);
                case 7 -> texts[2] = plain(reader.text());
                default -> {
                    return false;
                }
            }
            return true;
        });
        String name = !texts[0].isEmpty() || written.isEmpty() ? texts[0] : written.get(0);
        String place = file + ", node " + FormatException.quote(name) + " (" + texts[1] + ")";
        nodes.add(new OnnxNode(place, texts[1], texts[2], read, written, attributes));
    }

    private void attribute(Map<String, OnnxAttribute> attributes) throws IOException, FormatException {
        Attribute attribute = new Attribute();
        reader.message("an attribute", attribute::field);
        if (attributes.put(attribute.name, attribute.value()) != null) {
            throw reader.refuse(
                    "expected one attribute of each name, found " + FormatException.quote(attribute.name) + " twice");
        }
    }

    /** The fields of an attribute, before it is known which of them counts. */
    private final class Attribute {
        private final List<OnnxTensor> tensors = new ArrayList<>();
        private final List<Long> integers = new ArrayList<>();
        private ByteString floats = ByteString.EMPTY;
        private String name = "";
        private String text = "";
        private float real;
        private long integer;
        private long type;

        private boolean field(int number) throws IOException, FormatException {
            switch (number) {
                case 1 -> name = reader.text();
                case 2 -> real = single();
                case 3 -> integer = reader.integer();
                case 4 -> text = reader.text();
                case 5 -> tensors.add(OnnxTensorParser.read(reader, file));
                case 7 -> floats = floats.concat(reader.fixed(Float.BYTES));
                case 8 -> reader.integers(integers::add);
                case 20 -> type = reader.integer();
                default -> {
                    return false;
                }
            }
            return true;
        }

        private float single() throws IOException, FormatException {
            ByteString bytes = reader.fixed(Float.BYTES);
            if (bytes.size() != Float.BYTES) {
                throw reader.refuse("expected one float, found " + bytes.size() + " bytes");
            }
            return littleEndian(bytes).getFloat();
        }

        private OnnxAttribute value() throws FormatException {
            if (type == 4 && tensors.size() != 1) {
                throw reader.refuse(
                        "attribute " + FormatException.quote(name) + ": expected one tensor, found " + tensors.size());
            }
            if (floats.size() % Float.BYTES != 0) {
                throw reader.refuse("attribute " + FormatException.quote(name) + ": expected whole floats, found "
                        + floats.size() + " bytes");
            }
            return switch ((int) Math.min(type, Integer.MAX_VALUE)) {
                case 1 -> new OnnxAttribute.Real(real);
                case 2 -> new OnnxAttribute.Whole(integer);
                case 3 -> new OnnxAttribute.Text(text);
                case 4 -> new OnnxAttribute.Tensor(tensors.get(0));
                case 6 -> new OnnxAttribute.Reals(reals());
                case 7 -> new OnnxAttribute.Wholes(integers);
                default -> new OnnxAttribute.Other(type);
            };
        }

        private List<Float> reals() {
            ByteBuffer buffer = littleEndian(floats);
            List<Float> values = new ArrayList<>();
            while (buffer.hasRemaining()) {
                values.add(buffer.getFloat());
            }
            return values;
        }

        private static ByteBuffer littleEndian(ByteString bytes) {
            return bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
