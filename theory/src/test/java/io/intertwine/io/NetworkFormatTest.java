package io.intertwine.io;

import static io.intertwine.io.TextFiles.assertRefused;
import static io.intertwine.io.TextFiles.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.certificate.Digest;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.NumberSyntaxException;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFormatTest {
    private static final String HEAD = "{'format': 'intertwine-network/1', 'layers': [";
    private static final String ONE = "{'dense': {'weight': [[1]]}}";

    @TempDir
    Path folder;

    private Network read(String layers) throws FormatException {
        return NetworkFormat.read(json(folder, "n.json", HEAD + layers + "]}"));
    }

    private static Layer.Dense dense(int outputs, int inputs, String weight, String bias) {
        return new Layer.Dense(ExactMatrix.of(outputs, inputs, numbers(weight)), numbers(bias));
    }

    private static List<Scalar> numbers(String text) {
        return Arrays.stream(text.split(" "))
                .filter(part -> !part.isEmpty())
                .map(NetworkFormatTest::number)
                .toList();
    }

    private static Scalar number(String text) {
        try {
            return Scalar.parse(text);
        } catch (NumberSyntaxException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static Layer.Entrywise units(Activation... units) {
        return new Layer.Entrywise(List.of(units));
    }

    @Test
    void theExampleOfTheDesignIsReadExactly() throws FormatException {
        Network network = read("{'dense': {'weight': [['1', '2'], ['2', '1']], 'bias': ['3', '3']}},"
                + "{'activation': 'tanh'}, {'dense': {'weight': [[0.1, 1e-3]]}}");
        assertThat(network.layers())
                .containsExactly(
                        dense(2, 2, "1 2 2 1", "3 3"),
                        Layer.Entrywise.of(Activations.requireNamed("tanh"), 2),
                        dense(1, 2, "1/10 1/1000", ""));
    }

    @Test
    void numbersAreReadFromTheirLiteralsAndNotThroughFloats() throws FormatException {
        Network network =
                read("{'dense': {'weight': [[0.1000000000000000055511151231257827, 123456789012345678901234567890,"
                        + " -0.0, '-1e-3', 1E2, ' 1/3 ', 'sqrt(2)/2']]}}");
        assertThat(((Layer.Dense) network.layers().get(0)).weight().row(0))
                .isEqualTo(numbers("1000000000000000055511151231257827/10000000000000000000000000000000000"
                        + " 123456789012345678901234567890 0 -1/1000 100 1/3 sqrt(2)/2"));
    }

    @Test
    void aMissingBiasIsAnEmptyListAndAZeroBiasIsNot() throws FormatException {
        Network network = read(ONE + ",{'dense': {'weight': [[1]], 'bias': [0]}}");
        assertThat(network.layers()).containsExactly(dense(1, 1, "1", ""), dense(1, 1, "1", "0"));
    }

    @Test
    void aTransposedWeightHasOneRowForEachInput() throws FormatException {
        Network network = read("{'dense': {'weight': [[1, 2, 3], [4, 5, '1/6']], 'transpose': true}}");
        assertThat(network.layers()).containsExactly(dense(3, 2, "1 4 2 5 3 1/6", ""));
        assertThat(read("{'dense': {'weight': [[1, 2, 3], [4, 5, 6]], 'transpose': true}}")
                        .layers())
                .containsExactly(dense(3, 2, "1 4 2 5 3 6", ""));
        assertThat(read("{'dense': {'weight': [[1, 2]], 'transpose': false}}").layers())
                .containsExactly(dense(1, 2, "1 2", ""));
    }

    @Test
    void activationsWithParametersAndOnePerUnitAreRead() throws FormatException {
        Network network = read("{'dense': {'weight': [[1], [1], [1], [1], [1]]}}, {'activation': {'units': ['tanh',"
                + " {'leaky_relu': '1/4'}, {'power': 3}, {'elu': 0.5}, {'celu': '2'}]}}");
        assertThat(network.layers().get(1))
                .isEqualTo(units(
                        Activations.requireNamed("tanh"),
                        Activations.leakyRelu(Scalar.of(1, 4)),
                        Activations.power(3),
                        Activations.elu(Scalar.of(1, 2)),
                        Activations.celu(Scalar.of(2))));
    }

    @Test
    void activationsMayComeFirstLastAndInARowAndIdentitiesAreLeftOut() throws FormatException {
        Network network = read(
                "{'activation': 'abs'}, {'activation': {'units': ['relu', 'tanh']}},"
                        + "{'dense': {'weight': [[1, 1]]}}, {'activation': 'sin'}, {'activation': 'identity'}, {'softmax': {}}");
        assertThat(network.layers())
                .containsExactly(
                        Layer.Entrywise.of(Activations.requireNamed("abs"), 2),
                        units(Activations.requireNamed("relu"), Activations.requireNamed("tanh")),
                        dense(1, 2, "1 1", ""),
                        Layer.Entrywise.of(Activations.requireNamed("sin"), 1),
                        new Layer.Softmax(1));
    }

    @Test
    void aByteOrderMarkIsSkipped() throws FormatException {
        assertThat(NetworkFormat.read(json(folder, "bom.json", "\uFEFF" + HEAD + ONE + "]}"))
                        .inputs())
                .isEqualTo(1);
    }

    private static Network sample() {
        return new Network(List.of(
                units(Activations.requireNamed("abs"), Activations.leakyRelu(Scalar.of(1, 128))),
                dense(3, 2, "1 1/2 -3 0 5 1/1024", "1/4 0 -7"),
                Layer.Entrywise.of(Activations.power(3), 3),
                dense(2, 3, "1/1152921504606846976 1 1125899906842625 0 0 -1", ""),
                new Layer.Softmax(2)));
    }

    @ParameterizedTest
    @EnumSource(WeightStorage.class)
    void aNetworkThatIsWrittenAndReadAgainHasTheSameDigest(WeightStorage storage) throws FormatException, IOException {
        Path file = folder.resolve("out.json");
        NetworkFormat.write(sample(), file, storage);
        assertThat(NetworkFormat.read(file)).isEqualTo(sample());
        assertThat(Digest.of(NetworkFormat.read(file))).isEqualTo(Digest.of(sample()));
        NetworkFormat.write(sample(), file, storage);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(storage == WeightStorage.INLINE ? 1 : 2);
        }
    }

    @Test
    void aNetworkAsTextIsOneLineThatIsReadAsTheNetwork() throws FormatException {
        String text = NetworkFormat.text(sample());
        assertThat(text).hasLineCount(1);
        assertThat(NetworkFormat.read(TextFiles.write(folder.resolve("t.json"), text)))
                .isEqualTo(sample());
    }

    @Test
    void everyNamedActivationIsWrittenAndReadAgain() throws FormatException, IOException {
        List<Activation> activations = new ArrayList<>(Activations.named().values());
        for (String name :
                List.of("leaky_relu:1/7", "power:3", "threshold:1/10,20", "expr:x^3 + x^2/3", "expr:|x|-x^2")) {
            activations.add(ActivationNames.parse(name));
        }
        for (Activation activation : activations) {
            Network network = new Network(List.of(dense(1, 1, "1", ""), units(activation)));
            NetworkFormat.write(network, folder.resolve("a.json"));
            assertThat(NetworkFormat.read(folder.resolve("a.json"))).isEqualTo(network);
        }
    }

    @Test
    void fractionsAndIrrationalNumbersAreWrittenInlineOnly() throws FormatException, IOException {
        Network network = new Network(List.of(dense(1, 3, "1/3 sqrt(2)/2 cos(2*pi/7)", "1/10")));
        Path file = folder.resolve("exact.json");
        NetworkFormat.write(network, file);
        assertThat(NetworkFormat.read(file)).isEqualTo(network);
        for (WeightStorage storage : List.of(WeightStorage.SAFETENSORS, WeightStorage.NPZ)) {
            Path other = folder.resolve("other.json");
            assertRefused(
                    () -> NetworkFormat.write(network, other, storage),
                    "layers.0.weight",
                    "cannot hold 1/3 at index [0, 0]");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aNumberThatIsTooLongToBeReadAgainIsNotWritten() throws IOException {
        Scalar huge = Scalar.ofDyadic(java.math.BigInteger.ONE, 40_000);
        Network network = new Network(List.of(new Layer.Dense(ExactMatrix.of(1, 1, List.of(huge)), List.of())));
        assertRefused(() -> NetworkFormat.write(network, folder.resolve("huge.json")), "huge.json", "10000");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing/out.json", "."})
    void aPlaceThatCannotBeWrittenIsRefused(String name) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> NetworkFormat.write(sample(), folder.resolve(name))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot write");
    }

    @Test
    void weightsAreFoundRelativeToTheJsonFile() throws FormatException, IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        NetworkFormat.write(sample(), inner.resolve("m.json"), WeightStorage.SAFETENSORS);
        Path moved = json(
                folder,
                "m.json",
                Files.readString(inner.resolve("m.json")).replace("m.safetensors", "inner/m.safetensors"));
        assertThat(NetworkFormat.read(moved)).isEqualTo(sample());
    }
}
