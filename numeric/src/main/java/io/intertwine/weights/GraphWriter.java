package io.intertwine.weights;

import com.google.protobuf.ByteString;
import io.intertwine.activation.Activation;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.io.FormatException;
import io.intertwine.io.OutputFile;
import io.intertwine.lift.Doubles;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the graph of an ONNX model (onnx.proto of github.com/onnx/onnx), exactly: all numbers are of one type, the smaller of binary32
 * and binary64 that holds them, and what neither holds is refused.
 */
final class GraphWriter {
    private static final int BLOCK = 1 << 16;
    private static final long LARGEST = Integer.MAX_VALUE - (1L << 24);

    private final Path file;
    private final boolean wide;
    private final WireWriter graph = new WireWriter();
    private final List<WireWriter> initialisers = new ArrayList<>();
    private final Map<ExactMatrix, String> matrices = new HashMap<>();
    private int tensors;
    private int operators = 17;

    /**
     * A graph without nodes.
     *
     * @param numbers matrices whose numbers decide the type
     */
    GraphWriter(Path file, List<ExactMatrix> numbers) throws FormatException {
        this.file = file;
        boolean narrow = true;
        long count = 0;
        for (ExactMatrix matrix : numbers) {
            for (int i = 0; i < matrix.rows(); i++) {
                for (int j = 0; j < matrix.columns(); j++) {
                    if (!matrix.isBinary64() && !matrix.get(i, j).isBinary64()) {
                        throw new FormatException(
                                file.toString(),
                                "cannot hold " + matrix.get(i, j) + ", which is no 64-bit float; ONNX has only floats");
                    }
                    narrow &= isNarrow(Doubles.nearest(matrix, i, j));
                }
            }
        }
        this.wide = !narrow;
        for (ExactMatrix matrix : numbers) {
            count += (long) matrix.rows() * matrix.columns();
        }
        if (count > LARGEST / (wide ? Double.BYTES : Float.BYTES)) {
            throw new FormatException(
                    file.toString(), "cannot hold " + count + " numbers: an ONNX file has at most 2^31 bytes");
        }
    }

    /** All numbers of dense layers, in matrices. */
    static List<ExactMatrix> numbers(Network network) {
        List<ExactMatrix> numbers = new ArrayList<>();
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense dense) {
                numbers.add(dense.weight());
                numbers.add(row(dense.biases()));
            }
        }
        return numbers;
    }

    /** Numbers as a matrix of one row. */
    static ExactMatrix row(List<Scalar> numbers) {
        return ExactMatrix.of(1, numbers.size(), numbers);
    }

    private static boolean isNarrow(double value) {
        return (float) value == value;
    }

    /** Writes nodes for the layers of a network behind a tensor; the name of the last tensor. */
    String network(Network network, String input) throws FormatException {
        String last = input;
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense dense) {
                last = affine(last, dense.weight(), dense.biases());
            } else if (layer instanceof Layer.Entrywise entrywise) {
                last = activation(entrywise, last);
            } else {
                last = node("Softmax", List.of(last), integer("axis", -1));
            }
        }
        return last;
    }

    /** x -> x W^T + b. */
    String affine(String input, ExactMatrix weight, List<Scalar> bias) {
        List<String> inputs = new ArrayList<>(List.of(input, matrix(weight, "weight")));
        if (!bias.isEmpty()) {
            inputs.add(vector(bias, "bias"));
        }
        return node("Gemm", inputs, integer("transB", 1));
    }

    private String activation(Layer.Entrywise entrywise, String input) throws FormatException {
        Activation activation = entrywise
                .uniform()
                .orElseThrow(() -> new FormatException(
                        file.toString(), "cannot hold a layer whose units have different activations"));
        String name = activation.name();
        int colon = name.startsWith("expr:") ? -1 : name.indexOf(':');
        List<Float> numbers = colon < 0 ? List.of() : parameters(name, name.substring(colon + 1));
        String plain = ElementwiseOperators.operator(name);
        if (!plain.isEmpty() && !plain.equals("Mish")) {
            return node(plain, List.of(input));
        }
        return switch (colon < 0 ? name : name.substring(0, colon)) {
            case "gelu", "gelu_tanh" -> {
                operators = 20;
                yield node("Gelu", List.of(input), text("approximate", name.equals("gelu") ? "none" : "tanh"));
            }
            case "silu" -> node("Mul", List.of(input, node("Sigmoid", List.of(input))));
            case "mish" -> node("Mul", List.of(input, node("Tanh", List.of(node("Softplus", List.of(input))))));
            case "selu" -> node("Selu", List.of(input));
            case "hard_sigmoid" -> node("HardSigmoid", List.of(input), real("alpha", 1f / 6), real("beta", 0.5f));
            case "elu" -> node("Elu", List.of(input), real("alpha", numbers.isEmpty() ? 1 : numbers.get(0)));
            case "leaky_relu" -> node("LeakyRelu", List.of(input), real("alpha", numbers.get(0)));
            case "celu" -> celu(input, numbers.get(0));
            case "relu6" -> clip(input, 0, 6);
            case "hardtanh" -> numbers.isEmpty() ? clip(input, -1, 1) : clip(input, numbers.get(0), numbers.get(1));
            case "power" -> power(input, Math.round(numbers.get(0)), name);
            default -> throw other(name);
        };
    }

    private FormatException other(String name) {
        return new FormatException(
                file.toString(), "cannot hold the activation " + name + ": ONNX has no operator for it");
    }

    private String celu(String input, float alpha) throws FormatException {
        if (wide) {
            throw new FormatException(
                    file.toString(), "cannot hold celu beside 64-bit floats: ONNX has it for 32-bit floats only");
        }
        return node("Celu", List.of(input), real("alpha", alpha));
    }

    private String clip(String input, float low, float high) {
        return node("Clip", List.of(input, number(low), number(high)));
    }

    private String power(String input, int exponent, String name) throws FormatException {
        if (exponent > ElementwiseOperators.MOST_POWER) {
            throw other(name);
        }
        String result = input;
        for (int k = 1; k < exponent; k++) {
            result = node("Mul", List.of(result, input));
        }
        return result;
    }

    private List<Float> parameters(String name, String texts) throws FormatException {
        List<Float> numbers = new ArrayList<>();
        for (String text : texts.split(",", -1)) {
            double value = Doubles.nearest(OnnxWriter.number(text));
            if (!OnnxWriter.number(text).isBinary64() || !isNarrow(value)) {
                throw new FormatException(
                        file.toString(),
                        "cannot hold the activation " + name + ": parameters are 32-bit floats, and " + text
                                + " is none");
            }
            numbers.add((float) value);
        }
        return numbers;
    }

    /** Writes a node; the name of its output. */
    String node(String operator, List<String> inputs, WireWriter... attributes) {
        String output = operator.toLowerCase(Locale.ROOT) + "_" + tensors++;
        node(operator, inputs, output, attributes);
        return output;
    }

    /** Writes a node whose output has a given name. */
    void node(String operator, List<String> inputs, String output, WireWriter... attributes) {
        WireWriter node = new WireWriter();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, output).text(4, operator);
        for (WireWriter attribute : attributes) {
            node.message(5, attribute);
        }
        graph.message(1, node);
    }

    private static WireWriter integer(String name, long value) {
        return new WireWriter().text(1, name).number(3, value).number(20, 2);
    }

    private static WireWriter real(String name, float value) {
        return new WireWriter().text(1, name).real(2, value).number(20, 1);
    }

    private static WireWriter text(String name, String value) {
        return new WireWriter().text(1, name).text(4, value).number(20, 3);
    }

    /** The same matrix is written once. */
    private String matrix(ExactMatrix matrix, String name) {
        return matrices.computeIfAbsent(
                matrix, numbers -> tensor(numbers, List.of(numbers.rows(), numbers.columns()), name));
    }

    private String vector(List<Scalar> numbers, String name) {
        ExactMatrix row = row(numbers);
        return tensor(row, List.of(row.columns()), name);
    }

    private String number(float value) {
        return tensor(row(List.of(OnnxAttribute.exact(value))), List.of(), "bound");
    }

    private String tensor(ExactMatrix numbers, List<Integer> shape, String name) {
        String full = name + "_" + tensors++;
        WireWriter tensor = new WireWriter();
        shape.forEach(size -> tensor.number(1, size));
        tensor.number(2, type()).text(8, full).bytes(9, raw(numbers));
        initialisers.add(tensor);
        return full;
    }

    private ByteString raw(ExactMatrix numbers) {
        ByteString.Output output = ByteString.newOutput();
        ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < numbers.rows(); i++) {
            for (int j = 0; j < numbers.columns(); j++) {
                double value = Doubles.nearest(numbers, i, j);
                if (wide) {
                    block.putDouble(value);
                } else {
                    block.putFloat((float) value);
                }
                if (block.remaining() < Double.BYTES) {
                    output.write(block.array(), 0, block.position());
                    block.clear();
                }
            }
        }
        output.write(block.array(), 0, block.position());
        return output.toByteString();
    }

    private int type() {
        return (wide ? ElementType.DOUBLE : ElementType.FLOAT).number();
    }

    /**
     * Writes the file.
     *
     * @param rows the size of the batch; 0 where it is any
     */
    void write(String input, int inputs, String output, int outputs, int rows) throws IOException {
        graph.text(2, "intertwine");
        initialisers.forEach(tensor -> graph.message(5, tensor));
        graph.message(11, port(input, rows, inputs)).message(12, port(output, rows, outputs));
        WireWriter model = new WireWriter()
                .number(1, operators > 17 ? 9 : 8)
                .text(2, "intertwine")
                .message(7, graph)
                .message(8, new WireWriter().text(1, "").number(2, operators));
        try (OutputFile target = OutputFile.create(file)) {
            model.bytes().writeTo(target.stream());
            target.commit();
        }
    }

    private WireWriter port(String name, int rows, int size) {
        WireWriter batch = rows == 0 ? new WireWriter().text(2, "N") : new WireWriter().number(1, rows);
        WireWriter shape = new WireWriter().message(1, batch).message(1, new WireWriter().number(1, size));
        WireWriter type = new WireWriter().number(1, type()).message(2, shape);
        return new WireWriter().text(1, name).message(2, new WireWriter().message(1, type));
    }
}
