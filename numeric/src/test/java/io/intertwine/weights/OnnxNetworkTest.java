package io.intertwine.weights;

import static io.intertwine.weights.OnnxBytes.bytes;
import static io.intertwine.weights.OnnxBytes.dims;
import static io.intertwine.weights.OnnxBytes.floatAttribute;
import static io.intertwine.weights.OnnxBytes.intAttribute;
import static io.intertwine.weights.OnnxBytes.integers;
import static io.intertwine.weights.OnnxBytes.intsAttribute;
import static io.intertwine.weights.OnnxBytes.join;
import static io.intertwine.weights.OnnxBytes.number;
import static io.intertwine.weights.OnnxBytes.tensorAttribute;
import static io.intertwine.weights.OnnxBytes.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.certificate.Digest;
import io.intertwine.io.FormatException;
import io.intertwine.io.NetworkFormat;
import io.intertwine.net.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxNetworkTest {
    /** x -> v tanh(w x + b) + c, with two inputs, three units and one output. */
    private static final String EXPECTED = """
            {"format": "intertwine-network/1", "layers": [
              {"dense": {"weight": [["1/2", 2], [3, -4], [5, "1/4"]], "bias": [1, 0, "-1/8"]}},
              {"activation": "tanh"},
              {"dense": {"weight": [[1, -1, "1/2"]], "bias": ["3/4"]}}]}""";

    private static final double[] W = {0.5, 2, 3, -4, 5, 0.25};
    private static final double[] W_TRANSPOSED = {0.5, 3, 5, 2, -4, 0.25};
    private static final double[] V = {1, -1, 0.5};

    @TempDir
    private Path folder = Path.of("");

    private OnnxNetwork read(OnnxBytes model) throws IOException, FormatException {
        return read(model.model());
    }

    private OnnxNetwork read(byte[] model) throws IOException, FormatException {
        return OnnxNetwork.read(Files.write(folder.resolve("model.onnx"), model));
    }

    private Network json(String text) throws IOException, FormatException {
        return NetworkFormat.read(Files.writeString(folder.resolve("network.json"), text));
    }

    private void assertIs(OnnxNetwork found, String expected) throws IOException, FormatException {
        Network network = json(expected);
        assertThat(found.network()).isEqualTo(network);
        assertThat(Digest.of(found.network())).isEqualTo(Digest.of(network));
    }

    private static OnnxBytes model() {
        return new OnnxBytes().input("x", -1, 2).output("y");
    }

    @Test
    void aGemmWithATransposedWeightIsADenseLayer() throws IOException, FormatException {
        assertIs(
                read(model().constant("w", new long[] {3, 2}, W)
                        .constant("b", new long[] {3}, 1, 0, -0.125)
                        .constant("v", new long[] {1, 3}, V)
                        .constant("c", new long[] {1}, 0.75)
                        .node("Gemm", List.of("x", "w", "b"), "h", intAttribute("transB", 1))
                        .node("Tanh", List.of("h"), "t")
                        .node("Gemm", List.of("t", "v", "c"), "y", intAttribute("transB", 1))),
                EXPECTED);
    }

    @Test
    void factorsOfAGemmGoIntoTheLayer() throws IOException, FormatException {
        assertIs(
                read(model().constant("w", new long[] {2, 3}, 1, 6, 10, 4, -8, 0.5)
                        .constant("b", new long[] {1, 3}, 0.25, 0, -0.03125)
                        .constant("v", new long[] {3, 1}, V)
                        .constant("c", new long[] {}, 0.75)
                        .node(
                                "Gemm",
                                List.of("x", "w", "b"),
                                "h",
                                floatAttribute("alpha", 0.5),
                                floatAttribute("beta", 4))
                        .node("Tanh", List.of("h"), "t")
                        .node("Gemm", List.of("t", "v", "c"), "y")),
                EXPECTED);
    }

    @Test
    void aMatMulWithAnAddIsADenseLayer() throws IOException, FormatException {
        assertIs(
                read(model().constant("w", new long[] {2, 3}, W_TRANSPOSED)
                        .constant("b", new long[] {3}, 1, 0, -0.125)
                        .constant("v", new long[] {3, 1}, V)
                        .constant("c", new long[] {1, 1}, 0.75)
                        .node("MatMul", List.of("x", "w"), "p")
                        .node("Add", List.of("b", "p"), "h")
                        .node("Tanh", List.of("h"), "t")
                        .node("MatMul", List.of("t", "v"), "q")
                        .node("Add", List.of("q", "c"), "y")),
                EXPECTED);
    }

    @Test
    void constantsAreFoldedAndShapesAreFollowed() throws IOException, FormatException {
        assertIs(
                read(new OnnxBytes()
                        .input("x", 1, 1, 2, 1)
                        .output("y")
                        .constant("half", new long[] {3, 1}, 0.5, 1.5, 2.5)
                        .constant("other", new long[] {1, 2}, 0.5, 2)
                        .constant("w", new long[] {3, 2}, 0, 1, 1.5, -5.5, 2.5, -2.25)
                        .initialiser(integers("flat", new long[] {2}, -1, 3))
                        .constant("b", new long[] {3, 1}, 2, 0, -0.25)
                        .constant("v", new long[] {3, 1}, V)
                        .constant("c", new long[] {1}, 0.75)
                        .node(
                                "Constant",
                                List.of(),
                                "two",
                                tensorAttribute("value", OnnxBytes.tensor("", new long[] {}, 2)))
                        .node("Sub", List.of("half", "other"), "d")
                        .node("Add", List.of("d", "w"), "u0")
                        .node("Mul", List.of("half", "two"), "h2")
                        .node("Add", List.of("u0", "other"), "u1")
                        .node("Sub", List.of("u1", "half"), "u2")
                        .node("Add", List.of("u2", "half"), "u3")
                        .node("Transpose", List.of("u3"), "u4", intsAttribute("perm", 1, 0))
                        .node("Div", List.of("b", "two"), "b1")
                        .node("Reshape", List.of("b1", "flat"), "b2")
                        .node("Identity", List.of("x"), "x0")
                        .node("Flatten", List.of("x0"), "x1")
                        .node("Dropout", List.of("x1"), "x2")
                        .node("Cast", List.of("x2"), "x3", intAttribute("to", OnnxBytes.DOUBLE))
                        .node("MatMul", List.of("x3", "u4"), "p")
                        .node("Add", List.of("p", "b2"), "h")
                        .node("Tanh", List.of("h"), "t")
                        .node("MatMul", List.of("t", "v"), "q")
                        .node("Add", List.of("q", "c"), "y")),
                """
                {"format": "intertwine-network/1", "layers": [
                  {"dense": {"weight": [["1/2", "3/2"], [3, -4], [5, "1/4"]], "bias": [1, 0, "-1/8"]}},
                  {"activation": "tanh"},
                  {"dense": {"weight": [[1, -1, "1/2"]], "bias": ["3/4"]}}]}""");
    }

    @Test
    void elementwiseAffineMapsGoIntoTheLayersBesideThem() throws IOException, FormatException {
        // (x - 1) / 3, then 2 relu(w x + 1) - 1 with the constants around it, then the output scaled
        assertIs(
                read(model().constant("one", new long[] {}, 1)
                        .constant("three", new long[] {1, 2}, 3, 6)
                        .constant("two", new long[] {}, 2)
                        .constant("w", new long[] {2, 2}, 1, 2, 3, 4)
                        .constant("v", new long[] {2, 1}, 1, 1)
                        .constant("s", new long[] {1, 1}, -8)
                        .node("Sub", List.of("x", "one"), "x1")
                        .node("Div", List.of("x1", "three"), "x2")
                        .node("MatMul", List.of("x2", "w"), "h0")
                        .node("Mul", List.of("h0", "two"), "h1")
                        .node("Relu", List.of("h1"), "r")
                        .node("Mul", List.of("r", "three"), "r1")
                        .node("Sub", List.of("one", "r1"), "r2")
                        .node("MatMul", List.of("r2", "v"), "z")
                        .node("Neg", List.of("z"), "z1")
                        .node("Div", List.of("z1", "s"), "y")),
                """
                {"format": "intertwine-network/1", "layers": [
                  {"dense": {"weight": [["2/3", "1"], ["4/3", "4/3"]], "bias": ["-5/3", "-8/3"]}},
                  {"activation": "relu"},
                  {"dense": {"weight": [["-3/8", "-3/4"]], "bias": ["1/4"]}}]}""");
    }

    @Test
    void anAffineMapBeforeTheFirstActivationOrAfterTheLastIsADiagonalLayer() throws IOException, FormatException {
        assertIs(
                read(model().constant("two", new long[] {2}, 2, 3)
                        .constant("one", new long[] {1}, 1)
                        .node("Mul", List.of("x", "two"), "a")
                        .node("Tanh", List.of("a"), "b")
                        .node("Add", List.of("b", "one"), "y")),
                """
                {"format": "intertwine-network/1", "layers": [
                  {"dense": {"weight": [[2, 0], [0, 3]]}},
                  {"activation": "tanh"},
                  {"dense": {"weight": [[1, 0], [0, 1]], "bias": [1, 1]}}]}""");
    }

    @Test
    void anAddedZeroIsABiasAndAMissingOneIsNone() throws IOException, FormatException {
        OnnxBytes bare = model().constant("w", new long[] {2, 1}, 1, 2).node("MatMul", List.of("x", "w"), "y");
        assertIs(
                read(bare),
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [[1, 2]]}}]}");
        OnnxBytes zero = model().constant("w", new long[] {2, 1}, 1, 2)
                .constant("b", new long[] {1}, 0)
                .node("MatMul", List.of("x", "w"), "h")
                .node("Add", List.of("h", "b"), "y");
        assertIs(
                read(zero),
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [[1, 2]], \"bias\": [0]}}]}");
    }

    @Test
    void aFactorBehindAnActivationAddsNoBias() throws IOException, FormatException {
        assertIs(
                read(model().constant("w", new long[] {2, 2}, 1, 2, 3, 4)
                        .constant("v", new long[] {2, 1}, 5, 6)
                        .constant("two", new long[] {}, 2)
                        .node("MatMul", List.of("x", "w"), "h")
                        .node("Relu", List.of("h"), "r")
                        .node("Mul", List.of("two", "r"), "s")
                        .node("MatMul", List.of("s", "v"), "y")),
                """
                {"format": "intertwine-network/1", "layers": [
                  {"dense": {"weight": [[1, 3], [2, 4]]}}, {"activation": "relu"}, {"dense": {"weight": [[10, 12]]}}]}""");
    }

    @Test
    void constantsWithManyAxesAreTransposed() throws IOException, FormatException {
        // c[i][j][k] = 100 i + 10 j + k of shape 1 x 2 x 3, as d[j][k][i]
        assertIs(
                read(model().constant("c", new long[] {1, 2, 3}, 0, 1, 2, 10, 11, 12)
                        .initialiser(integers("shape", new long[] {2}, 2, 3))
                        .node("Transpose", List.of("c"), "d", intsAttribute("perm", 2, 0, 1))
                        .node("Transpose", List.of("d"), "e", intsAttribute("perm", 1, 2, 0))
                        .node("Transpose", List.of("c"), "f")
                        .node("Reshape", List.of("f", "shape"), "g")
                        .node("Reshape", List.of("e", "shape"), "h")
                        .node("Add", List.of("g", "h"), "w")
                        .node("MatMul", List.of("x", "w"), "y")),
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": "
                        + "[[0, 21], [11, 13], [3, 24]]}}]}");
    }

    @Test
    void theAxesOfAnImageAreFlattenedInTheirOrder() throws IOException, FormatException {
        OnnxNetwork found = read(new OnnxBytes()
                .input("x", -1, 2, 1, 2)
                .output("y")
                .constant("mean", new long[] {2, 1, 1}, 1, 2)
                .constant("w", new long[] {4, 1}, 1, 10, 100, 1000)
                .node("Sub", List.of("x", "mean"), "a")
                .node("Flatten", List.of("a"), "b")
                .node("MatMul", List.of("b", "w"), "y"));
        assertThat(found.inputShape()).containsExactly(2, 1, 2);
        assertIs(
                found,
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [[1, 10, 100, 1000]], "
                        + "\"bias\": [-2211]}}]}");
    }

    @Test
    void parametersOfActivationsAreTheirExactFloats() throws IOException, FormatException {
        OnnxNetwork found = read(model().constant("w", new long[] {2, 1}, 1, 2)
                .node("MatMul", List.of("x", "w"), "h")
                .node("LeakyRelu", List.of("h"), "y", floatAttribute("alpha", 0.01)));
        assertThat(found.network().layers().get(1).toString()).contains("leaky_relu:5368709/536870912");
        assertThat(found.remarks()).isEmpty();
    }

    @Test
    void geluIsRecognisedByTheFloatsNearestToItsConstantsAndSaidSo() throws IOException, FormatException {
        OnnxNetwork found = read(gelu(Math.sqrt(2)));
        assertThat(found.network().layers().get(1).toString()).contains("[gelu]");
        assertThat(found.remarks()).singleElement().asString().contains("gelu", "nearest");
        OnnxNetwork other = read(gelu(1.41));
        assertThat(other.network().layers().get(1).toString()).contains("expr:", "erf(");
        assertThat(other.remarks()).isEmpty();
    }

    private static OnnxBytes gelu(double root) {
        return model().constant("w", new long[] {2, 1}, 1, 2)
                .constant("root", new long[] {}, root)
                .constant("one", new long[] {}, 1)
                .constant("half", new long[] {}, 0.5)
                .node("MatMul", List.of("x", "w"), "h")
                .node("Mul", List.of("h", "half"), "g")
                .node("Div", List.of("h", "root"), "d")
                .node("Erf", List.of("d"), "e")
                .node("Add", List.of("one", "e"), "f")
                .node("Mul", List.of("f", "g"), "y");
    }

    @Test
    void tensorsOfEveryEncodingAreRead() throws IOException, FormatException {
        String expected =
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [[1, \"-1/2\"]]}}]}";
        byte[] head = join(dims(2, 1), text(8, "w"));
        List<byte[]> encodings = List.of(
                join(number(2, 1), bytes(4, OnnxBytes.floats(1, -0.5))),
                join(number(2, 11), bytes(10, OnnxBytes.doubles(1, -0.5))),
                join(number(2, 11), bytes(9, OnnxBytes.doubles(1, -0.5))),
                join(number(2, 10), number(5, 0x3c00), number(5, 0xb800)),
                join(number(2, 16), bytes(5, join(OnnxBytes.varint(0x3f80), OnnxBytes.varint(0xbf00)))),
                join(number(2, 10), bytes(9, new byte[] {0x00, 0x3c, 0x00, (byte) 0xb8})),
                join(
                        OnnxBytes.varint(4 << 3 | 5),
                        OnnxBytes.floats(1),
                        number(2, 1),
                        OnnxBytes.varint(4 << 3 | 5),
                        OnnxBytes.floats(-0.5)));
        for (byte[] encoding : encodings) {
            assertIs(read(model().initialiser(join(head, encoding)).node("MatMul", List.of("x", "w"), "y")), expected);
        }
    }

    @Test
    void weightsMayStandInAFileBesideTheModel() throws IOException, FormatException {
        Files.write(folder.resolve("weights.data"), join(OnnxBytes.floats(7), OnnxBytes.floats(1, -0.5)));
        byte[] tensor = external("weights.data", "4", "8");
        assertIs(
                read(model().initialiser(tensor).node("MatMul", List.of("x", "w"), "y")),
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [[1, \"-1/2\"]]}}]}");
    }

    static byte[] external(String location, String offset, String length) {
        return join(
                dims(2, 1),
                number(2, 1),
                text(8, "w"),
                bytes(13, join(text(1, "location"), text(2, location))),
                bytes(13, join(text(1, "offset"), text(2, offset))),
                bytes(13, join(text(1, "length"), text(2, length))),
                number(14, 1));
    }

    @Test
    void oldModelsListTheirInitialisersAsInputsToo() throws IOException, FormatException {
        assertIs(
                read(model().version(7)
                        .input("w", 2, 1)
                        .constant("w", new long[] {2, 1}, 1, 2)
                        .node("MatMul", List.of("x", "w"), "h")
                        .node("Clip", List.of("h"), "y", floatAttribute("min", 0), floatAttribute("max", 6))),
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [[1, 2]]}}, "
                        + "{\"activation\": \"relu6\"}]}");
    }

    @Test
    void aSoftmaxCanBeLast() throws IOException, FormatException {
        assertIs(
                read(model().constant("w", new long[] {2, 2}, 1, 2, 3, 4)
                        .node("MatMul", List.of("x", "w"), "h")
                        .node("Softmax", List.of("h"), "y", intAttribute("axis", -1))),
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [[1, 3], [2, 4]]}}, "
                        + "{\"softmax\": {}}]}");
    }

    @Test
    void nodesThatTheOutputDoesNotDependOnAreLeftOut() throws IOException, FormatException {
        OnnxNetwork found = read(model().constant("w", new long[] {2, 1}, 1, 2)
                .node("Conv", List.of("x", "w"), "idle")
                .node("MatMul", List.of("x", "w"), "y"));
        assertThat(found.network().layers()).hasSize(1);
        assertThat(found.remarks()).containsExactly("left out 1 node that the output does not depend on");
    }

    /** Written by hand from onnx.proto: y = relu(x w) with w = (1, -2), operators of version 13. */
    private static final String BY_HAND = """
            08 08                                     ir_version: 8
            3A 51                                     graph
              0A 11                                     node
                0A 01 78  0A 01 77  12 01 68              input: x, input: w, output: h
                22 06 4D 61 74 4D 75 6C                   op_type: MatMul
              0A 0C                                     node
                0A 01 68  12 01 79                        input: h, output: y
                22 04 52 65 6C 75                         op_type: Relu
              2A 13                                     initializer
                08 02  08 01  10 01                       dims: 2, dims: 1, data_type: FLOAT
                42 01 77                                  name: w
                4A 08  00 00 80 3F  00 00 00 C0           raw_data: 1, -2
              5A 14                                     input
                0A 01 78                                  name: x
                12 0F  0A 0D  08 01  12 09                type, tensor_type, elem_type: FLOAT, shape
                  0A 03  12 01 4E                           dim, dim_param: N
                  0A 02  08 02                              dim, dim_value: 2
              62 03  0A 01 79                           output, name: y
            42 02  10 0D                              opset_import, version: 13
            """;

    @Test
    void aFileWrittenByteByByteIsRead() throws IOException, FormatException {
        String digits = BY_HAND.lines()
                .map(line -> line.strip().split(" {3,}", 2)[0].replace(" ", ""))
                .collect(java.util.stream.Collectors.joining());
        assertIs(
                read(HexFormat.of().parseHex(digits)),
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [[1, -2]]}}, "
                        + "{\"activation\": \"relu\"}]}");
    }
}
