package io.intertwine.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A writer of ONNX files for tests, byte by byte from the public onnx.proto and the wire format of Protocol Buffers; it shares no code
 * with what it tests.
 */
final class OnnxBytes {
    /** TensorProto.DataType. */
    static final int FLOAT = 1;

    static final int INT64 = 7;
    static final int DOUBLE = 11;

    private final List<byte[]> graph = new ArrayList<>();
    private long version = 17;
    private int counter;

    /** Fields one after another. */
    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] varint(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return bytes.toByteArray();
    }

    /** A field of wire type 0. */
    static byte[] number(int field, long value) {
        return join(varint(field << 3), varint(value));
    }

    /** A field of wire type 2. */
    static byte[] bytes(int field, byte[] value) {
        return join(varint(field << 3 | 2), varint(value.length), value);
    }

    static byte[] text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] floats(double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            buffer.putFloat((float) value);
        }
        return buffer.array();
    }

    static byte[] doubles(double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }

    static byte[] dims(long... shape) {
        byte[] all = {};
        for (long size : shape) {
            all = join(all, number(1, size));
        }
        return all;
    }

    /** A TensorProto of floats in raw_data. */
    static byte[] tensor(String name, long[] shape, double... values) {
        return join(dims(shape), number(2, FLOAT), text(8, name), bytes(9, floats(values)));
    }

    /** A TensorProto of int64 in int64_data, packed. */
    static byte[] integers(String name, long[] shape, long... values) {
        byte[] packed = {};
        for (long value : values) {
            packed = join(packed, varint(value));
        }
        return join(dims(shape), number(2, INT64), bytes(7, packed), text(8, name));
    }

    static byte[] floatAttribute(String name, double value) {
        return bytes(5, join(text(1, name), varint(2 << 3 | 5), floats(value), number(20, 1)));
    }

    static byte[] intAttribute(String name, long value) {
        return bytes(5, join(text(1, name), number(3, value), number(20, 2)));
    }

    static byte[] textAttribute(String name, String value) {
        return bytes(5, join(text(1, name), text(4, value), number(20, 3)));
    }

    static byte[] tensorAttribute(String name, byte[] tensor) {
        return bytes(5, join(text(1, name), bytes(5, tensor), number(20, 4)));
    }

    static byte[] intsAttribute(String name, long... values) {
        byte[] all = text(1, name);
        for (long value : values) {
            all = join(all, number(8, value));
        }
        return bytes(5, join(all, number(20, 7)));
    }

    /** The version of the operators. */
    OnnxBytes version(long value) {
        version = value;
        return this;
    }

    /** Some field of the graph. */
    OnnxBytes field(byte[] field) {
        graph.add(field);
        return this;
    }

    OnnxBytes initialiser(byte[] tensor) {
        return field(bytes(5, tensor));
    }

    OnnxBytes constant(String name, long[] shape, double... values) {
        return initialiser(tensor(name, shape, values));
    }

    /** An input of floats; a negative size stands for a name. */
    OnnxBytes input(String name, long... shape) {
        return field(bytes(11, port(name, FLOAT, shape)));
    }

    OnnxBytes output(String name) {
        return field(bytes(12, port(name, FLOAT, -1, -1)));
    }

    static byte[] port(String name, int type, long... shape) {
        byte[] axes = {};
        for (long size : shape) {
            axes = join(axes, bytes(1, size < 0 ? text(2, "batch") : number(1, size)));
        }
        return join(text(1, name), bytes(2, bytes(1, join(number(1, type), bytes(2, axes)))));
    }

    /** A node that reads the named tensors and writes another. */
    OnnxBytes node(String operator, List<String> inputs, String output, byte[]... attributes) {
        byte[] node = {};
        for (String input : inputs) {
            node = join(node, text(1, input));
        }
        counter++;
        node = join(
                node,
                text(2, output),
                text(3, operator.toLowerCase(java.util.Locale.ROOT) + counter),
                text(4, operator));
        return field(bytes(1, join(node, join(attributes))));
    }

    /** The file. */
    byte[] model() {
        return join(
                number(1, 8),
                text(2, "test"),
                bytes(7, join(graph.toArray(byte[][]::new))),
                bytes(8, join(text(1, ""), number(2, version))));
    }
}
