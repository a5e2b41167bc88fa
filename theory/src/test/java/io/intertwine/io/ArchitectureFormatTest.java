package io.intertwine.io;

import static io.intertwine.io.TextFiles.assertRefused;
import static io.intertwine.io.TextFiles.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureFormatTest {
    private static final Activation TANH = Activations.requireNamed("tanh");
    private static final Activation RELU = Activations.requireNamed("relu");

    @TempDir
    Path folder;

    private Architecture read(String fields) throws FormatException {
        return ArchitectureFormat.read(json(folder, "a.json", text(fields)));
    }

    private static String text(String fields) {
        return "{'format': 'intertwine-architecture/1', " + fields + "}";
    }

    private static String dense(int inputs, int outputs) {
        return "{'dense': {'inputs': " + inputs + ", 'outputs': " + outputs + ", 'bias': true}}";
    }

    @Test
    void bothNotationsSayTheSame() throws FormatException {
        Architecture expected = Architecture.ofWidths(List.of(2, 3, 1), List.of(TANH), true);
        assertThat(read("'widths': [2, 3, 1], 'activations': ['tanh'], 'bias': true"))
                .isEqualTo(expected);
        assertThat(read("'layers': [" + dense(2, 3) + ", {'activation': 'tanh'}, " + dense(3, 1) + "]"))
                .isEqualTo(expected);
    }

    @Test
    void thereIsOneActivationForAllHiddenLayersOrOneForEach() throws FormatException {
        assertThat(read("'widths': [2, 3, 4, 1], 'activations': ['tanh', {'leaky_relu': '1/7'}], 'bias': false"))
                .isEqualTo(Architecture.ofWidths(
                        List.of(2, 3, 4, 1), List.of(TANH, Activations.leakyRelu(Scalar.of(1, 7))), false));
        assertThat(read("'widths': [2, 3, 4, 1], 'activations': ['relu'], 'bias': false"))
                .isEqualTo(Architecture.ofWidths(List.of(2, 3, 4, 1), List.of(RELU), false));
        assertThat(read("'widths': [2, 3], 'activations': [], 'bias': true").parameters())
                .isEqualTo(9);
    }

    /** Units of several kinds, activations first and in a row, dense layers in a row, a last softmax. */
    static List<Architecture> architectures() {
        return List.of(
                Architecture.ofWidths(List.of(2, 3, 1), List.of(RELU), true),
                Architecture.ofWidths(List.of(2, 3, 3, 1), List.of(TANH, RELU), false),
                new Architecture(List.of(
                        Layer.Entrywise.of(TANH, 2),
                        new LayerShape.Dense(2, 2, false),
                        new Layer.Entrywise(List.of(RELU, Activations.leakyRelu(Scalar.of(1, 7)))),
                        Layer.Entrywise.of(TANH, 2),
                        new LayerShape.Dense(2, 4, true),
                        new LayerShape.Dense(4, 3, true),
                        new Layer.Softmax(3))),
                Architecture.of(new NetworkBuilder()
                        .dense("1 2; 3 4", "1 2")
                        .activation("relu")
                        .dense("1 1")
                        .build()));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void everyArchitectureIsReadAsItWasWritten(Architecture architecture) throws FormatException, IOException {
        Path file = folder.resolve("a.json");
        ArchitectureFormat.write(architecture, file);
        assertThat(ArchitectureFormat.read(file)).isEqualTo(architecture);
        assertThat(ModelFile.read(file)).isEqualTo(new ModelFile.OfArchitecture(architecture));
    }

    @Test
    void aModelIsANetworkOrAnArchitecture() throws FormatException, IOException {
        Path file = folder.resolve("n.json");
        var network = new NetworkBuilder().dense("1 2").build();
        NetworkFormat.write(network, file);
        assertThat(ModelFile.read(file)).isInstanceOf(ModelFile.OfNetwork.class);
        assertThat(ModelFile.read(file).architecture()).isEqualTo(Architecture.of(network));
        assertRefused(
                () -> ModelFile.read(json(folder, "s.json", "{'format': 'intertwine-symmetry/1'}")),
                "\"intertwine-network/1\" or \"intertwine-architecture/1\"",
                "\"intertwine-symmetry/1\"",
                "right file");
        assertRefused(() -> ModelFile.read(json(folder, "s.json", "{}")), "expected a field \"format\"");
        assertRefused(() -> ModelFile.read(json(folder, "s.json", "[]")), "a network or an architecture");
        assertRefused(() -> ModelFile.read(folder.resolve("model.onnx")), "another format");
        assertRefused(
                () -> ModelFile.read(json(folder, "s.json", "{'format': 'intertwine-architecture/2'}")),
                "no other version");
    }

    static List<List<String>> refused() {
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of("'layer': []", "expected a field \"layers\", or \"widths\""),
                List.of("'layers': [], 'bias': true", "unknown field \"bias\""),
                List.of("'layers': []", "at least one dense layer", "no layers"),
                List.of("'layers': [{'activation': 'tanh'}]", "at least one dense layer", "found none"),
                List.of("'layers': 3", "a list of layers", "the number 3"),
                List.of("'layers': [{'conv2d': {}}]", "\"conv2d\" is not built yet"),
                List.of("'layers': [{'tanh': {}}]", "write {\"activation\": ...}"),
                List.of("'layers': [{'softmax': {}}]", "a dense layer before the softmax"),
                List.of("'layers': [" + dense(2, 3) + ", {'softmax': {}}, " + dense(3, 1) + "]", "after a softmax"),
                List.of("'layers': [" + dense(2, 3) + ", " + dense(2, 1) + "]", "reads 2 numbers", "writes 3"),
                List.of("'layers': [" + dense(0, 3) + "]", "a number of inputs from 1", "found 0"),
                List.of("'layers': [{'dense': {'inputs': 2, 'outputs': 3}}]", "expected a field \"bias\""),
                List.of("'layers': [{'dense': {'inputs': 2, 'outputs': 3, 'bias': 1}}]", "true or false"),
                List.of("'layers': [{'dense': {'weight': [[1]]}}]", "unknown field \"weight\"", "\"inputs\""),
                List.of("'layers': [" + dense(2, 2) + ", {'activation': {'units': ['tanh']}}]", "expected 2"),
                List.of("'layers': [" + dense(100_000, 100_000) + "]", "at most 268435456 parameters", "10000100000"),
                List.of("'layers': [{'dense': {'inputs': 3000000000, 'outputs': 1, 'bias': true}}]", "3000000000")));
        rows.addAll(List.of(
                List.of("'widths': [2, 3, 1], 'activations': ['tanh']", "expected a field \"bias\""),
                List.of("'widths': [2, 3, 1], 'bias': true", "expected a field \"activations\""),
                List.of("'widths': [2], 'activations': ['tanh'], 'bias': true", "at least two widths", "found 1"),
                List.of("'widths': 2, 'activations': ['tanh'], 'bias': true", "a list of widths"),
                List.of("'widths': [2, 0, 1], 'activations': ['tanh'], 'bias': true", "found 0 at index 1"),
                List.of("'widths': [2, 0.5], 'activations': ['tanh'], 'bias': true", "an integer at index 1"),
                List.of("'widths': [2, 3000000000], 'activations': [], 'bias': true", "3000000000"),
                List.of("'widths': [2, 2000000000, 1], 'activations': ['tanh'], 'bias': true", "at most 268435456"),
                List.of("'widths': [2, 3, 1], 'activations': ['tahn'], 'bias': true", "did you mean \"tanh\"?"),
                List.of("'widths': [2, 3, 1], 'activations': 'tanh', 'bias': true", "a list of activations"),
                List.of("'widths': [2, 3, 1], 'activations': [], 'bias': true", "one for each of 1, found 0"),
                List.of("'widths': [2, 3, 1], 'activations': ['tanh', 'tanh'], 'bias': true", "found 2")));
        return rows;
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeReadIsRefusedWithItsPlace(List<String> row) {
        List<String> parts = new ArrayList<>(row.subList(1, row.size()));
        parts.add("a.json, line 1, column ");
        assertRefused(() -> read(row.get(0)), parts.toArray(String[]::new));
    }
}
