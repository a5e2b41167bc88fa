package io.intertwine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.intertwine.certificate.Digest;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.io.ActivationNames;
import io.intertwine.io.FormatException;
import io.intertwine.lift.Doubles;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that PyTorch wrote; {@code make.py} beside them says how. */
class PyTorchFilesTest {
    /** PyTorch's own constants are those of the definitions, the exported ones floats. */
    private static final double TOLERANCE = 1e-6;

    private static Path file(String name) {
        URL found = Objects.requireNonNull(PyTorchFilesTest.class.getResource(name), name);
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Network onnx(String name) throws FormatException {
        return OnnxNetwork.read(file(name + ".onnx")).network();
    }

    @Test
    void everyExportedModelHasTheOutputsThatPyTorchComputes() throws IOException, FormatException {
        int compared = 0;
        for (String line : Files.readAllLines(file("expected.txt"))) {
            if (line.contains("\"tokens\"") || line.contains("\"residual\"")) {
                continue;
            }
            Example example = Example.parse(line);
            List<Enclosure> found = Evaluation.enclose(onnx(example.name), example.input, 80);
            assertThat(found).hasSameSizeAs(example.output);
            for (int i = 0; i < found.size(); i++) {
                double middle = Doubles.nearest(found.get(i).lower());
                assertThat(middle).as(line).isCloseTo(example.output.get(i), within(TOLERANCE));
            }
            compared++;
        }
        assertThat(compared).isEqualTo(14);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"tanh;tanh", "gelu;gelu", "flat;relu6", "transposed;sigmoid"})
    void anExportedModelIsTheNetworkOfItsTensors(String name, String activation) throws FormatException {
        Network tensors = NetworkFiles.read(file(name + ".safetensors"), List.of(ActivationNames.parse(activation)))
                .network();
        assertThat(Digest.of(onnx(name))).isEqualTo(Digest.of(tensors));
    }

    @Test
    void activationsHaveTheirNames() throws FormatException {
        List<String> found = new ArrayList<>();
        for (Layer layer : onnx("many").layers()) {
            if (layer instanceof Layer.Entrywise entrywise) {
                found.add(entrywise.uniform().orElseThrow().name());
            }
        }
        assertThat(found)
                .containsExactly(
                        "mish",
                        "hard_swish",
                        "hard_sigmoid",
                        "selu",
                        "celu:1/2",
                        "softplus",
                        "elu",
                        "leaky_relu:1/4",
                        "hardtanh",
                        "softsign",
                        "gelu_tanh",
                        "relu",
                        "relu6");
        assertThat(onnx("silu").layers().get(1).toString()).contains("silu");
    }

    @Test
    void modelsThatAreNoChainOfDenseLayersAreRefusedByTheirNodes() {
        assertThatThrownBy(() -> onnx("residual"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("node \"/Add\" (Add)")
                .hasMessageContaining("residual");
        assertThatThrownBy(() -> onnx("tokens"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("node \"/0/MatMul\" (MatMul)")
                .hasMessageContaining("[1, 4, 2]");
    }

    /** A line [name, input, output]. */
    private record Example(String name, List<Scalar> input, List<Double> output) {
        static Example parse(String line) throws IOException {
            try (JsonParser parser = new JsonFactory().createParser(line)) {
                parser.nextToken();
                String name = Objects.requireNonNull(parser.nextTextValue());
                List<Scalar> input = new ArrayList<>();
                for (double value : numbers(parser)) {
                    input.add(Scalar.ofBinary64(Double.doubleToRawLongBits(value)));
                }
                return new Example(name, input, numbers(parser));
            }
        }

        private static List<Double> numbers(JsonParser parser) throws IOException {
            List<Double> numbers = new ArrayList<>();
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                numbers.add(parser.getDoubleValue());
            }
            return numbers;
        }
    }
}
