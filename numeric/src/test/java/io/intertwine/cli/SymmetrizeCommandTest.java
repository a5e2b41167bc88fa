package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.io.FormatException;
import io.intertwine.io.LayerTensors;
import io.intertwine.io.NetworkFormat;
import io.intertwine.io.TensorFile;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.weights.NetworkFiles;
import io.intertwine.weights.OnnxWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetrizeCommandTest {
    /** Nearly invariant under exchanging the inputs: 1 and 2 are exchanged, 3 is negated. */
    private static final String NEARLY = """
            {"format": "intertwine-network/1", "layers": [
              {"dense": {"weight": [[1, "21/10"], [2, 1], ["3/10", "-31/100"]], "bias": [3, "61/20", "1/100"]}},
              {"activation": "tanh"},
              {"dense": {"weight": [[5, "51/10", "1/50"]]}}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private ExampleFiles files = new ExampleFiles(folder);
    private Path swap = folder;

    @BeforeEach
    void useTheFolder() {
        files = new ExampleFiles(folder);
        swap = files.write("swap.json", ExampleFiles.SWAP);
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private CommandRun symmetrize(Path network, Path out, Object... more) {
        List<Object> words = new ArrayList<>(List.of("symmetrize", network, swap, "-o", out));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray());
    }

    private void requireProved(Path out, Object... more) {
        List<Object> verify = new ArrayList<>(List.of("verify", out, swap));
        verify.addAll(List.of(more));
        assertThat(CommandRun.of(verify.toArray()).exits(0).out()).startsWith("layerwise-equivariant");
        List<Object> check =
                new ArrayList<>(List.of("check", out + ".certificate.json", "--network", out, "--symmetry", swap));
        check.addAll(List.of(more));
        CommandRun.of(check.toArray()).exits(0);
    }

    /** Floats with noise of a few percent on a network that is equivariant under exchanging its two inputs and its two outputs. */
    private static Network floats(String activation, int hidden) {
        SplittableRandom random = new SplittableRandom(7);
        List<Layer> layers = new ArrayList<>();
        int[] widths = {2, hidden, hidden, 2};
        for (int k = 0; k < 3; k++) {
            int rows = widths[k + 1];
            int columns = widths[k];
            double[] base = random.doubles((long) rows * columns, -1, 1).toArray();
            ExactMatrix weight = ExactMatrix.build(rows, columns, (i, j) -> {
                double mirrored = base[i * columns + j] + base[(i ^ 1) * columns + (j ^ 1)];
                return single(mirrored + 0.02 * random.nextDouble());
            });
            List<Scalar> bias = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                bias.add(single(0.1 * (i >> 1) + 0.02 * random.nextDouble()));
            }
            layers.add(new Layer.Dense(weight, bias));
            if (k < 2) {
                layers.add(Layer.Entrywise.of(Activations.requireNamed(activation), rows));
            }
        }
        return new Network(layers);
    }

    private static Scalar single(double x) {
        return Scalar.ofBinary64(Double.doubleToRawLongBits((float) x));
    }

    private void useTheDoubleSwap() {
        swap = files.write(
                "both.json",
                ExampleFiles.SWAP.replaceFirst("\"output\": .*", "\"output\": {\"s\": {\"permutation\": [1, 0]}}}"));
    }

    @Test
    void anExactNetworkIsProjectedExactlyAndProved() throws FormatException {
        CommandRun run =
                symmetrize(files.write("nearly.json", NEARLY), at("out.json")).exits(0);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("symmetrized: layerwise equivariant, proved.")
                .contains(
                        "12, of which 5 are free", "equivariance error now     0, proved", "out.json.certificate.json");
        Network written = NetworkFormat.read(at("out.json"));
        assertThat(((Layer.Dense) written.layers().get(0)).weight().row(0))
                .containsExactly(Scalar.ONE, Scalar.of(41, 20));
        assertThat(((Layer.Dense) written.layers().get(0)).weight().row(2))
                .containsExactly(Scalar.of(61, 200), Scalar.of(-61, 200));
        requireProved(at("out.json"));
    }

    @Test
    void symmetrisingAgainChangesNothing() throws IOException {
        symmetrize(files.write("nearly.json", NEARLY), at("once.json")).exits(0);
        CommandRun again = symmetrize(at("once.json"), at("twice.json")).exits(0);
        assertThat(again.out()).startsWith("already equivariant").contains("0 relative, at most 0");
        assertThat(at("twice.json")).hasSameTextualContentAs(at("once.json"));
        requireProved(at("twice.json"));
    }

    @Test
    void theJsonOutputNamesTheFilesAndTheNumbers() {
        Map<String, ?> json = symmetrize(
                        files.write("nearly.json", NEARLY),
                        at("out.json"),
                        "--json",
                        "--certificate",
                        at("proof.json"),
                        "--seed",
                        3)
                .exits(0)
                .json();
        assertThat(json.keySet())
                .containsExactlyInAnyOrder(
                        "network",
                        "weights",
                        "certificate",
                        "unchanged",
                        "rescaled",
                        "parameters",
                        "free_parameters",
                        "layers",
                        "output_change",
                        "largest_output_change",
                        "equivariance_error_before",
                        "largest_equivariance_error_before",
                        "equivariance_error_after",
                        "inputs",
                        "data",
                        "data_sha256",
                        "seed",
                        "remarks",
                        "theorem");
        assertThat(json.get("certificate")).isEqualTo(at("proof.json").toString());
        assertThat(json.get("free_parameters")).isEqualTo(5);
        assertThat(json.get("seed")).isEqualTo(3);
        assertThat(Double.parseDouble(String.valueOf(json.get("equivariance_error_before"))))
                .isBetween(0.01, 0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "relu", "sigmoid"})
    void onnxStaysOnnxInFloat32(String activation) throws FormatException, IOException {
        useTheDoubleSwap();
        Network network = floats(activation, 6);
        OnnxWriter.write(network, at("in.onnx"));
        symmetrize(at("in.onnx"), at("out.onnx")).exits(0);
        requireProved(at("out.onnx"));
        assertThat(Files.size(at("out.onnx"))).isEqualTo(Files.size(at("in.onnx")));
    }

    @ParameterizedTest
    @CsvSource({"safetensors,tanh", "npz,tanh", "safetensors,sigmoid", "npz,relu"})
    void tensorsKeepTheirNamesAndTheirType(String format, String activation) throws FormatException, IOException {
        useTheDoubleSwap();
        Path in = at("in." + format);
        Path out = at("out." + format);
        LayerTensors.write(floats(activation, 6), List.of("net.0", "net.2", "net.10"), in);
        symmetrize(in, out, "--activation", activation).exits(0);
        requireProved(out, "--activation", activation);
        assertThat(Files.size(out)).isEqualTo(Files.size(in));
        try (TensorFile before = TensorFile.open(in);
                TensorFile after = TensorFile.open(out)) {
            assertThat(after.names()).isEqualTo(before.names()).contains("net.10.weight", "net.0.bias");
        }
        assertThat(symmetrize(out, at("again." + format), "--activation", activation)
                        .exits(0)
                        .out())
                .startsWith("already equivariant");
        assertThat(at("again." + format)).hasSameBinaryContentAs(out);
    }

    @Test
    void weightsMayStandBesideTheJsonFile() throws FormatException, IOException {
        useTheDoubleSwap();
        NetworkFormat.write(floats("tanh", 4), at("in.json"));
        CommandRun run = symmetrize(at("in.json"), at("out.json"), "--weights", "safetensors", "--json")
                .exits(0);
        assertThat(run.json().get("weights")).isEqualTo(at("out.safetensors").toString());
        requireProved(at("out.json"));
    }

    @Test
    void functionsAreComparedAtGivenInputs() throws FormatException, IOException {
        ExactMatrix points = ExactMatrix.of(2, 2, List.of(Scalar.ZERO, Scalar.ZERO, Scalar.ONE, Scalar.ONE));
        LayerTensors.write(
                new Network(List.of(new Layer.Dense(points, List.of()))), List.of("x"), at("points.safetensors"));
        Map<String, ?> json = symmetrize(
                        files.write("nearly.json", NEARLY),
                        at("out.json"),
                        "--json",
                        "--data",
                        at("points.safetensors"))
                .exits(0)
                .json();
        assertThat(json.get("inputs")).isEqualTo(2);
        assertThat(String.valueOf(json.get("data"))).contains("points.safetensors");
        // Both inputs are fixed by the exchange.
        assertThat(String.valueOf(json.get("equivariance_error_before"))).isEqualTo("0.0");
        assertThat(Double.parseDouble(String.valueOf(json.get("output_change"))))
                .isGreaterThan(0);
    }

    @Test
    void aNetworkThatDoesNotCarryTheActionIsSaidToBeFarAway() throws FormatException, IOException {
        Network network = NetworkFiles.read(
                        files.write(
                                "far.json",
                                ExampleFiles.network(
                                        "[[1,-3],[2,7],[-5,1],[4,9]]", "[1,2,3,-9]", "\"tanh\"", "[[5,-9,2,8]]")),
                        List.of())
                .network();
        assertThat(network.outputs()).isOne();
        CommandRun run = symmetrize(at("far.json"), at("out.json")).exits(0);
        assertThat(run.out()).contains("Layers 1, 2 are far from the action", "another function");
        requireProved(at("out.json"));
    }

    private void refused(CommandRun run, int code, String... words) {
        run.exits(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("intertwine: ").hasLineCount(1).contains(words);
    }

    @Test
    void whatCannotBeDoneIsSaidInOneLineAndNothingIsWritten() throws FormatException, IOException {
        Path nearly = files.write("nearly.json", NEARLY);
        Path nan = files.write("nan.json", ExampleFiles.network("[[NaN, 1]]", "[0]", "\"tanh\"", "[[1]]"));
        Path one = files.write("one.json", ExampleFiles.SHIFTED_ABS);
        Path linear = files.write("linear.json", """
                {"format": "intertwine-network/1", "layers": [
                  {"dense": {"weight": [[1, 2]]}}, {"dense": {"weight": [[3]]}}]}""");
        Path shear = files.write("shear.json", """
                {"format": "intertwine-symmetry/1", "group": {"generators": ["s"], "relators": []},
                 "input": {"s": {"matrix": [[1, 1], [0, 1]]}}, "output": {"s": {"trivial": 1}}}""");
        Files.createDirectory(at("folder"));
        List<String> before = files.names();
        refused(symmetrize(nan, at("out.json")), 65, "nan.json", "NaN");
        refused(symmetrize(one, at("out.json")), 65, "swap.json", "1 inputs");
        refused(symmetrize(linear, at("out.json")), 65, "linear.json", "layers 0 and 1 are dense");
        refused(symmetrize(nearly, nearly), 64, "named twice");
        refused(symmetrize(nearly, at("o.json"), "--certificate", at("o.json")), 64, "named twice");
        refused(symmetrize(nearly, at("o.json"), "--certificate", swap), 64, "named twice");
        refused(symmetrize(nearly, at("folder")), 65, "a directory");
        refused(symmetrize(nearly, at("none/out.json")), 65, "does not exist");
        refused(symmetrize(nearly, at("out.safetensors")), 65, "do not say what stands between", "-o OUT.json");
        refused(symmetrize(nearly, at("out.onnx"), "--weights", "npz"), 64, "--weights");
        refused(symmetrize(nearly, at("out.json"), "--activation", "tanh"), 64, "--activation");
        refused(symmetrize(nearly, at("out.json"), "--data", at("no.npy")), 65, "no.npy");
        refused(symmetrize(nearly, at("out.json"), "--data", nearly), 65, "nearly.json", "expected data");
        refused(CommandRun.of("symmetrize", nearly, shear, "-o", at("out.json")), 65, "not known to be finite");
        assertThat(files.names()).isEqualTo(before);
    }

    @Test
    void floatsThatCannotBeEquivariantAreRefusedWithWhatToDo() throws FormatException, IOException {
        swap = files.write("turn.json", """
                {"format": "intertwine-symmetry/1", "group": {"generators": ["r"], "relators": ["r^3"]},
                 "input": {"r": {"matrix": [["-1/2", "-sqrt(3)/2"], ["sqrt(3)/2", "-1/2"]]}}, "output": {"r": {"trivial": 2}}}""");
        OnnxWriter.write(floats("tanh", 6), at("in.onnx"));
        refused(symmetrize(at("in.onnx"), at("out.onnx")), 65, "out.onnx", "-o OUT.json");
        assertThat(files.names()).doesNotContain("out.onnx", "out.onnx.certificate.json");
        symmetrize(at("in.onnx"), at("out.json")).exits(0);
        requireProved(at("out.json"));
    }
}
