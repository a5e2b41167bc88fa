package io.intertwine.weights;

import static io.intertwine.weights.OnnxBytes.intAttribute;
import static io.intertwine.weights.OnnxBytes.intsAttribute;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.certificate.Digest;
import io.intertwine.io.FormatException;
import io.intertwine.net.Network;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs made by hand in every form of a dense layer, and the safetensors of the same weights. */
class OnnxTwinsTest {
    private static final int[] WIDTHS = {3, 4, 2};

    private final List<double[]> weights = new ArrayList<>();
    private final List<double[]> biases = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    OnnxTwinsTest() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 1; i < WIDTHS.length; i++) {
            weights.add(floats(WIDTHS[i] * WIDTHS[i - 1], random));
            biases.add(floats(WIDTHS[i], random));
        }
    }

    private static double[] floats(int count, SplittableRandom random) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> (float) random.nextGaussian());
        return values;
    }

    private enum Form {
        GEMM_OF_TRANSPOSE,
        GEMM,
        MATMUL_ADD,
        ADD_AFTER_TRANSPOSED_MATMUL,
        GEMM_THEN_ADD
    }

    static Stream<Arguments> forms() {
        return Arrays.stream(Form.values())
                .flatMap(first -> Arrays.stream(Form.values()).map(second -> Arguments.of(first, second)));
    }

    private static double[] transposed(double[] matrix, int rows, int columns) {
        double[] result = new double[matrix.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result[j * rows + i] = matrix[i * columns + j];
            }
        }
        return result;
    }

    private void layer(OnnxBytes model, int layer, Form form, String from, String to) {
        int rows = WIDTHS[layer + 1];
        int columns = WIDTHS[layer];
        String w = "w" + layer;
        String b = "b" + layer;
        boolean asStored = form == Form.GEMM_OF_TRANSPOSE || form == Form.ADD_AFTER_TRANSPOSED_MATMUL;
        model.constant(b, new long[] {rows}, biases.get(layer));
        if (asStored) {
            model.constant(w, new long[] {rows, columns}, weights.get(layer));
        } else {
            model.constant(w, new long[] {columns, rows}, transposed(weights.get(layer), rows, columns));
        }
        switch (form) {
            case GEMM_OF_TRANSPOSE -> model.node("Gemm", List.of(from, w, b), to, intAttribute("transB", 1));
            case GEMM -> model.node("Gemm", List.of(from, w, b), to, intAttribute("transB", 0));
            case MATMUL_ADD ->
                model.node("MatMul", List.of(from, w), "p" + layer).node("Add", List.of("p" + layer, b), to);
            case ADD_AFTER_TRANSPOSED_MATMUL ->
                model.node("Transpose", List.of(w), "t" + layer, intsAttribute("perm", 1, 0))
                        .node("MatMul", List.of(from, "t" + layer), "p" + layer)
                        .node("Add", List.of(b, "p" + layer), to);
            case GEMM_THEN_ADD ->
                model.node("Gemm", List.of(from, w), "p" + layer).node("Add", List.of("p" + layer, b), to);
        }
    }

    private Path safetensors() throws IOException {
        StringBuilder header = new StringBuilder("{");
        ByteBuffer numbers = ByteBuffer.allocate(1 << 10).order(ByteOrder.LITTLE_ENDIAN);
        for (int layer = 0; layer < weights.size(); layer++) {
            String shape = WIDTHS[layer + 1] + "," + WIDTHS[layer];
            header.append(tensor(2 * layer + ".weight", shape, weights.get(layer), numbers))
                    .append(',')
                    .append(tensor(2 * layer + ".bias", "" + WIDTHS[layer + 1], biases.get(layer), numbers))
                    .append(layer + 1 < weights.size() ? "," : "}");
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer file =
                ByteBuffer.allocate(8 + text.length + numbers.position()).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(text.length).put(text).put(numbers.flip());
        return Files.write(folder.resolve("twin.safetensors"), file.array());
    }

    private static String tensor(String name, String shape, double[] values, ByteBuffer numbers) {
        int begin = numbers.position();
        for (double value : values) {
            numbers.putFloat((float) value);
        }
        return "\"" + name + "\":{\"dtype\":\"F32\",\"shape\":[" + shape + "],\"data_offsets\":[" + begin + ","
                + numbers.position() + "]}";
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormIsTheNetworkOfItsTensors(Form first, Form second) throws IOException, FormatException {
        OnnxBytes model = new OnnxBytes().input("x", -1, WIDTHS[0]).output("y");
        layer(model, 0, first, "x", "h");
        model.node("Tanh", List.of("h"), "a");
        layer(model, 1, second, "a", "y");
        Network graph = OnnxNetwork.read(Files.write(folder.resolve("m.onnx"), model.model()))
                .network();
        Network tensors = NetworkFiles.read(safetensors(), List.of(Activations.requireNamed("tanh")))
                .network();
        assertThat(graph).isEqualTo(tensors);
        assertThat(Digest.of(graph)).isEqualTo(Digest.of(tensors));
    }
}
