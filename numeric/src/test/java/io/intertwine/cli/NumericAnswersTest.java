package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three answers of {@code verify --tolerance}: on the data, as a function, layer by layer. */
class NumericAnswersTest {
    private static final String SWAP = """
            {"format": "intertwine-symmetry/1", "group": {"generators": ["s"], "relators": ["s^2"]},
             "input": {"s": {"permutation": [1, 0]}}, "output": {"s": {"trivial": 1}}}
            """;

    /** relu(x) + relu(y) where both are at most 3, and relu(x - 3) more beyond: equivariant on [0, 3]^2 only. */
    private static final String HINGED = """
            {"format": "intertwine-network/1", "layers": [
              {"dense": {"weight": [[1, 0], [0, 1], [1, 0]], "bias": [0, 0, -3]}},
              {"activation": "relu"},
              {"dense": {"weight": [[1, 1, 1]], "bias": [0]}}]}
            """;

    /** The hat s(x + y + 1) - 2 s(x + y) + s(x + y - 1) under -1: even as a function, and no parameter of this width is layerwise. */
    private static final String HAT = """
            {"format": "intertwine-network/1", "layers": [
              {"dense": {"weight": [[1, 1], [1, 1], [1, 1]], "bias": [1, 0, -1]}},
              {"activation": "relu"},
              {"dense": {"weight": [[1, -2, 1]]}}]}
            """;

    private static final String NEGATION = """
            {"format": "intertwine-symmetry/1", "group": {"generators": ["s"], "relators": ["s^2"]},
             "input": {"s": {"permutation": [0, 1], "scales": [-1, -1]}}, "output": {"s": {"trivial": 1}}}
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("swap.json"), SWAP);
        Files.writeString(folder.resolve("negation.json"), NEGATION);
        Files.writeString(folder.resolve("hinged.json"), HINGED);
        Files.writeString(folder.resolve("hat.json"), HAT);
        npy("inside.npy", 200, 2, 2);
        npy("few.npy", 3, 2, 2);
        npy("wrong.npy", 5, 3, 2);
    }

    /** Inputs between 0 and a bound. */
    private void npy(String name, int rows, int columns, double bound) throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        header += " ".repeat(63 - (header.length() + 10) % 64) + "\n";
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + header.length() + 8 * rows * columns).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        for (int k = 0; k < rows * columns; k++) {
            bytes.putDouble(bound * (k * 0.6180339887498949 % 1));
        }
        Files.write(folder.resolve(name), bytes.array());
    }

    private CommandRun verify(String network, String symmetry, Object... more) {
        Object[] words = new Object[3 + more.length];
        words[0] = "verify";
        words[1] = folder.resolve(network);
        words[2] = folder.resolve(symmetry);
        System.arraycopy(more, 0, words, 3, more.length);
        return CommandRun.of(words);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(Map<String, @Nullable Object> json, String name) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(json.get(name));
    }

    private static double value(Map<String, @Nullable Object> json, String name) {
        return Double.parseDouble(String.valueOf(json.get(name)));
    }

    @Test
    void aNetworkMayBeEquivariantOnItsDataAndNotElsewhere() {
        Map<String, @Nullable Object> json = verify(
                        "hinged.json",
                        "swap.json",
                        "--tolerance",
                        0.01,
                        "--data",
                        folder.resolve("inside.npy"),
                        "--json")
                .json();
        Map<String, @Nullable Object> numeric = object(json, "numeric");
        assertThat(value(object(numeric, "data"), "largest")).isLessThan(1e-12);
        assertThat(value(object(numeric, "data"), "inputs")).isEqualTo(200);
        assertThat(value(object(numeric, "function"), "largest")).isGreaterThan(0);
        assertThat(json).containsEntry("mode", "numeric");
        assertThat(json.get("verdict")).isNotEqualTo("layerwise-equivariant");
    }

    @Test
    void aNetworkMayBeEquivariantAsAFunctionAndNotLayerByLayer() {
        CommandRun run = verify("hat.json", "negation.json", "--tolerance", 0.01, "--draws", 19, "--json");
        Map<String, @Nullable Object> json = run.exits(2).json();
        assertThat(json).containsEntry("equivariant", "holds").containsEntry("verdict", "undetermined");
        assertThat(object(json, "layerwise")).containsEntry("given", "undetermined");
        assertThat(json.get("layers")).isEqualTo(List.of());
        Map<String, @Nullable Object> numeric = object(json, "numeric");
        assertThat(value(object(numeric, "function"), "largest")).isLessThan(1e-12);
        assertThat(String.valueOf(numeric.get("layers"))).contains("within_tolerance=false");
        assertThat(value(object(numeric, "chance"), "draws")).isEqualTo(19);
        assertThat(numeric.get("data")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"shuffled,order of each unit", "random,independent normal", "renamed,coordinates renamed"})
    void theNullHypothesisIsChosenAndStated(String name, String words) {
        Map<String, @Nullable Object> json = verify(
                        "hat.json", "negation.json", "--tolerance", 0.01, "--draws", 19, "--chance", name, "--json")
                .json();
        assertThat(String.valueOf(object(object(json, "numeric"), "chance").get("null_hypothesis")))
                .contains(words);
        CommandRun wrong = verify("hat.json", "negation.json", "--tolerance", 0.01, "--chance", "other");
        assertThat(wrong.exits(64).err())
                .contains("shuffled, random or renamed")
                .hasLineCount(1);
    }

    @Test
    void theTextAsksThreeQuestions() {
        CommandRun run =
                verify("hat.json", "negation.json", "--tolerance", 0.01, "--data", folder.resolve("inside.npy"));
        assertThat(run.exits(2).out())
                .contains(
                        "on the data", "as a function", "layer by layer", "not within T", "by chance", "least squares");
    }

    @Test
    void theReportShowsTheAnswersAndTheLayers() throws IOException {
        Path report = folder.resolve("report.html");
        verify("hinged.json", "swap.json", "--tolerance", 0.3, "--report", report);
        assertThat(Files.readString(report))
                .contains("Three answers", "How far each layer is", "class=\"observed\"", "Before and after the choice")
                .doesNotContain("http://", "https://", "<script");
    }

    @Test
    void exactModeMeasuresNothing() {
        assertThat(verify("hat.json", "negation.json", "--json").json()).containsEntry("numeric", null);
    }

    @Test
    void dataOfAnotherSizeIsRefusedByName() {
        CommandRun wrong =
                verify("hat.json", "negation.json", "--tolerance", 0.1, "--data", folder.resolve("wrong.npy"));
        assertThat(wrong.exits(65).err()).contains("wrong.npy").hasLineCount(1);
        CommandRun missing =
                verify("hat.json", "negation.json", "--tolerance", 0.1, "--data", folder.resolve("none.npy"));
        assertThat(missing.exits(65).err()).contains("none.npy").hasLineCount(1);
    }

    /** Fewer inputs than units have no map of least squares; the other answers do not need them. */
    @Test
    void fewInputsLeaveOutTheMapOfLeastSquares() {
        Map<String, @Nullable Object> json = verify(
                        "hat.json", "negation.json", "--tolerance", 0.1, "--data", folder.resolve("few.npy"), "--json")
                .json();
        assertThat(object(json, "numeric").get("least_squares")).isEqualTo(List.of());
        assertThat(value(object(object(json, "numeric"), "data"), "inputs")).isEqualTo(3);
    }
}
