package io.intertwine.weights;

import static io.intertwine.weights.OnnxBytes.bytes;
import static io.intertwine.weights.OnnxBytes.dims;
import static io.intertwine.weights.OnnxBytes.floatAttribute;
import static io.intertwine.weights.OnnxBytes.floats;
import static io.intertwine.weights.OnnxBytes.intAttribute;
import static io.intertwine.weights.OnnxBytes.integers;
import static io.intertwine.weights.OnnxBytes.join;
import static io.intertwine.weights.OnnxBytes.number;
import static io.intertwine.weights.OnnxBytes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.io.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxBadInputTest {
    private static final List<String> XW = List.of("x", "w");

    @TempDir
    private Path folder = Path.of("");

    private static OnnxBytes model() {
        return new OnnxBytes().input("x", -1, 2).output("y");
    }

    private static OnnxBytes weighted() {
        return model().constant("w", new long[] {2, 2}, 1, 2, 3, 4);
    }

    private static OnnxBytes withNode(String operator, List<String> inputs, byte[]... attributes) {
        return weighted().node("MatMul", XW, "h").node(operator, inputs, "y", attributes);
    }

    private void assertRefused(byte[] file, String... parts) throws IOException {
        Path path = Files.write(folder.resolve("model.onnx"), file);
        assertThatThrownBy(() -> OnnxNetwork.read(path))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("model.onnx")
                .satisfies(refusal -> {
                    assertThat(refusal.getMessage()).hasLineCount(1);
                    for (String part : parts) {
                        assertThat(refusal.getMessage()).contains(part);
                    }
                });
    }

    static Stream<Arguments> refused() {
        List<String> h = List.of("h");
        return Stream.of(
                Arguments.of(withNode("Conv", XW), "node \"conv2\" (Conv): this operator is not read; there are Abs, "),
                Arguments.of(withNode("LSTM", h), "(LSTM)"),
                Arguments.of(withNode("Relu", h, intAttribute("odd", 1)), "does not know the attribute \"odd\""),
                Arguments.of(withNode("LeakyRelu", h, intAttribute("alpha", 1)), "expected a float, found an integer"),
                Arguments.of(withNode("LeakyRelu", h, floatAttribute("alpha", Double.NaN)), "finite"),
                Arguments.of(withNode("Add", List.of("h", "x")), "residual"),
                Arguments.of(withNode("Add", List.of("h", "nowhere")), "\"nowhere\", which nothing writes"),
                Arguments.of(withNode("Add", List.of("h", "y")), "which only a later node writes"),
                Arguments.of(withNode("Relu", List.of()), "expected at least 1 inputs, found 0"),
                Arguments.of(withNode("Relu", List.of("h", "h")), "expected at most 1 inputs, found 2"),
                Arguments.of(withNode("Gemm", XW, intAttribute("transA", 1)), "transA"),
                Arguments.of(withNode("MatMul", List.of("w", "h")), "expected a constant as the weight"),
                Arguments.of(withNode("Softmax", h, intAttribute("axis", 0)), "softmax over all 2 units"),
                Arguments.of(withNode("Flatten", h, intAttribute("axis", 0)), "a vector for each row"),
                Arguments.of(withNode("Transpose", h), "only constants are transposed"),
                Arguments.of(withNode("Cast", h, intAttribute("to", 7)), "may change numbers"),
                Arguments.of(withNode("Mul", List.of("h", "h")).node("Sqrt", List.of("h"), "y"), "already there"),
                Arguments.of(
                        weighted().node("MatMul", XW, "h").node("Div", List.of("w", "h"), "y"),
                        "the same for all rows"),
                Arguments.of(weighted(), "the output of the graph reads \"y\", which nothing writes"),
                Arguments.of(weighted().node("Identity", List.of("w"), "y"), "depends on the input"),
                Arguments.of(model().node("Identity", List.of("x"), "y"), "at least one layer"),
                Arguments.of(model().input("z", -1, 2).node("Relu", List.of("x"), "y"), "expected one input"),
                Arguments.of(model().output("z").node("Relu", List.of("x"), "y"), "expected one output"),
                Arguments.of(
                        new OnnxBytes().output("y").node("Relu", List.of("x"), "y"), "expected one input, found none"),
                Arguments.of(
                        new OnnxBytes().input("x", -1, -1).output("y").node("Relu", List.of("x"), "y"), "fixed sizes"),
                Arguments.of(new OnnxBytes().input("x").output("y").node("Relu", List.of("x"), "y"), "single number"),
                Arguments.of(
                        new OnnxBytes().input("x", 0, 2).output("y").node("Relu", List.of("x"), "y"),
                        "at least one row"),
                Arguments.of(
                        new OnnxBytes().input("x", 1, 1L << 40).output("y").node("Relu", List.of("x"), "y"),
                        "fixed sizes"),
                Arguments.of(
                        new OnnxBytes()
                                .input("x", 1, 1 << 20, 1 << 20)
                                .output("y")
                                .node("Relu", List.of("x"), "y"),
                        "at most 268435456"),
                Arguments.of(
                        new OnnxBytes()
                                .field(bytes(11, OnnxBytes.port("x", 7, -1, 2)))
                                .output("y")
                                .node("Relu", List.of("x"), "y"),
                        "expected floats"),
                Arguments.of(model().version(6).node("Relu", List.of("x"), "y"), "version 7 to 24, found 6"),
                Arguments.of(model().version(99).node("Relu", List.of("x"), "y"), "found 99"),
                Arguments.of(weighted().constant("w", new long[] {1}, 1).node("MatMul", XW, "y"), "\"w\" twice"),
                Arguments.of(weighted().node("MatMul", XW, "w").node("Relu", List.of("w"), "y"), "already there"),
                Arguments.of(constant(new long[] {3, 2}, 6), "expected a weight for 2 inputs, found one for 3"),
                Arguments.of(constant(new long[] {2}, 2), "two axes"),
                Arguments.of(constant(new long[] {2, 3}, 4), "takes 24 bytes, found 16"),
                Arguments.of(constant(new long[] {2, 1}, 3), "takes 8 bytes, found 12"),
                Arguments.of(constant(new long[] {2, 0}, 0), "none of size 0"),
                Arguments.of(constant(new long[] {-2, -2}, 4), "sizes that are at least 0"),
                Arguments.of(constant(new long[] {1L << 62, 1L << 62}, 4), "bytes, found 16"),
                Arguments.of(constant(new long[] {1L << 31, 1L << 31, 0}, 0), "at most 268435456 numbers"),
                Arguments.of(weight(number(2, 1), bytes(9, floats(1, Float.NaN))), "found NaN at index [1, 0]"),
                Arguments.of(weight(number(2, 1), bytes(9, floats(1, Float.NEGATIVE_INFINITY))), "an infinity"),
                Arguments.of(weight(number(2, 14), bytes(9, new byte[16])), "found type 14"),
                Arguments.of(weight(number(2, 8), text(6, "one")), "texts"),
                Arguments.of(weight(number(2, 1), bytes(9, floats(1, 2)), bytes(4, floats(1, 2))), "in one field"),
                Arguments.of(weight(number(2, 10), number(5, 1 << 20), number(5, 1)), "integers of 2 bytes"),
                Arguments.of(weight(number(2, 1), text(4, "abc")), "takes 8 bytes, found 3"),
                Arguments.of(weight(text(2, "one")), "expected wire type 0, found 2"),
                Arguments.of(model().field(bytes(15, new byte[0])), "sparse"),
                Arguments.of(
                        weighted()
                                .node("MatMul", XW, "h")
                                .initialiser(integers("shape", new long[] {2}, 2, -1))
                                .node("Reshape", List.of("h", "shape"), "y"),
                        "keeps the rows of the batch"),
                Arguments.of(
                        weighted()
                                .node("MatMul", XW, "h")
                                .constant("c", new long[] {3, 2}, 1, 2, 3, 4, 5, 6)
                                .node("Add", List.of("h", "c"), "y"),
                        "the same for all rows of a batch"),
                Arguments.of(
                        weighted()
                                .node("MatMul", XW, "h")
                                .constant("c", new long[] {}, 0)
                                .node("Div", List.of("h", "c"), "y"),
                        "divides by zero"),
                Arguments.of(
                        weighted()
                                .node("MatMul", XW, "h")
                                .constant("c", new long[] {}, 1)
                                .node("Div", List.of("c", "h"), "y"),
                        "real value at every real number"));
    }

    private static OnnxBytes constant(long[] shape, int count) {
        return model().constant("w", shape, new double[count]).node("MatMul", XW, "y");
    }

    private static OnnxBytes weight(byte[]... fields) {
        return model().initialiser(join(dims(2, 1), text(8, "w"), join(fields))).node("MatMul", XW, "y");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNotReadIsRefusedInOneLine(OnnxBytes model, String part) throws IOException {
        assertRefused(model.model(), part);
    }

    @Test
    void formulasThatGrowWithoutEndAreRefused() throws IOException {
        OnnxBytes model = weighted().node("MatMul", XW, "h0");
        for (int i = 0; i < 40; i++) {
            model.node("Mul", List.of("h" + i, "h" + i), "h" + (i + 1));
        }
        assertRefused(model.node("Identity", List.of("h40"), "y").model(), "more than 200 parts");
    }

    @Test
    void weightsOutsideTheFolderOfTheModelAreNotRead() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.write(folder.resolve("secret"), floats(1, 2));
        Files.createSymbolicLink(inside.resolve("link"), folder.resolve("secret"));
        for (String location :
                List.of("../secret", folder.resolve("secret").toString(), "a/../../secret", "link", "")) {
            byte[] model = model().initialiser(OnnxNetworkTest.external(location, "0", "8"))
                    .node("MatMul", XW, "y")
                    .model();
            Path path = Files.write(inside.resolve("model.onnx"), model);
            assertThatThrownBy(() -> OnnxNetwork.read(path))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("in the folder of the model");
        }
    }

    @Test
    void partsOfFilesThatAreNotThereAreRefused() throws IOException {
        Files.write(folder.resolve("data"), floats(1, 2));
        assertThatThrownBy(
                        () -> OnnxNetwork.read(Files.write(folder.resolve("model.onnx"), external("none", "0", "8"))))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("there is no such file");
        assertRefused(external("data", "4", "8"), "which has 8 bytes");
        assertRefused(external("data", "9", "8"), "which has 8 bytes");
        assertRefused(external("data", "0", "4"), "takes 8 bytes, found 4");
        assertRefused(external("data", "-1", "8"), "expected a number of bytes as offset");
        assertRefused(external("data", "0", "99999999999999999999"), "expected a number of bytes as length");
    }

    private static byte[] external(String location, String offset, String length) {
        return model().initialiser(OnnxNetworkTest.external(location, offset, length))
                .node("MatMul", XW, "y")
                .model();
    }

    private static byte[] small() {
        return weighted()
                .node("MatMul", XW, "h")
                .node("LeakyRelu", List.of("h"), "a", floatAttribute("alpha", 0.25))
                .initialiser(integers("shape", new long[] {2}, 0, 2))
                .node("Reshape", List.of("a", "shape"), "y")
                .model();
    }

    @Test
    void aFileThatIsCutAnywhereIsRefused() throws IOException, FormatException {
        byte[] model = small();
        Path path = folder.resolve("model.onnx");
        OnnxNetwork.read(Files.write(path, model));
        for (int length = 0; length < model.length; length++) {
            assertRefused(Arrays.copyOf(model, length));
        }
    }

    @Test
    void aDamagedFileIsRefusedOrReadButNeverBreaksTheReader() throws IOException {
        byte[] model = small();
        Random random = new Random(5);
        Path path = folder.resolve("model.onnx");
        int refused = 0;
        for (int i = 0; i < 6 * model.length; i++) {
            byte[] damaged = model.clone();
            damaged[i % model.length] = (byte) random.nextInt(256);
            try {
                OnnxNetwork.read(Files.write(path, damaged));
            } catch (FormatException expected) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(3 * model.length);
    }

    @Test
    void lengthsThatNoFileCanHaveAreRefusedBeforeAnythingIsReserved() throws IOException {
        for (long length : new long[] {100, 1L << 31, (1L << 32) + 1, Long.MAX_VALUE, -1}) {
            assertRefused(join(OnnxBytes.varint(7 << 3 | 2), OnnxBytes.varint(length), new byte[] {1}), "complete");
        }
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        assertRefused(new byte[0], "no");
        assertRefused(
                "{\"format\": \"intertwine-network/1\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8), "ONNX");
        assertThatThrownBy(() -> OnnxNetwork.read(folder)).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> OnnxNetwork.read(folder.resolve("none.onnx"))).isInstanceOf(FormatException.class);
    }
}
