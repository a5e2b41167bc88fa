package io.intertwine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.certificate.Digest;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.io.ActivationNames;
import io.intertwine.io.FormatException;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxWriterTest {
    @TempDir
    private Path folder = Path.of("");

    private static Network network(Scalar weight, String... activations) throws FormatException {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Dense(
                ExactMatrix.of(2, 2, List.of(weight, Scalar.ONE, Scalar.of(-3, 8), Scalar.ZERO)),
                List.of(Scalar.ZERO, Scalar.of(5, 4))));
        for (String activation : activations) {
            layers.add(Layer.Entrywise.of(ActivationNames.parse(activation), 2));
        }
        layers.add(new Layer.Dense(ExactMatrix.of(1, 2, List.of(Scalar.ONE, Scalar.of(7))), List.of()));
        return new Network(layers);
    }

    private OnnxNetwork throughAFile(Network network) throws IOException, FormatException {
        Path file = folder.resolve("out.onnx");
        OnnxWriter.write(network, file);
        return OnnxNetwork.read(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relu",
                "tanh",
                "sigmoid",
                "softplus",
                "softsign",
                "erf",
                "exp",
                "sin",
                "cos",
                "arctan",
                "abs",
                "sign",
                "floor",
                "mish",
                "hard_swish",
                "gelu",
                "gelu_tanh",
                "silu",
                "selu",
                "hard_sigmoid",
                "elu",
                "elu:1/2",
                "celu:2",
                "leaky_relu:1/4",
                "relu6",
                "hardtanh",
                "hardtanh:-2,3",
                "power:2",
                "power:8",
                "identity"
            })
    void aNetworkComesBackTheSame(String activation) throws IOException, FormatException {
        Network network = network(Scalar.of(1, 2), activation);
        OnnxNetwork found = throughAFile(network);
        assertThat(found.network()).isEqualTo(network);
        assertThat(Digest.of(found.network())).isEqualTo(Digest.of(network));
    }

    @Test
    void activationsThatFollowOneAnotherStayApart() throws IOException, FormatException {
        Network network = network(Scalar.of(1, 2), "tanh", "relu", "silu", "hardtanh", "softsign");
        assertThat(throughAFile(network).network()).isEqualTo(network);
    }

    @Test
    void numbersThatNeedItAreWrittenAs64BitFloats() throws IOException, FormatException {
        Network network = network(Scalar.ofDyadic(java.math.BigInteger.valueOf((1L << 52) + 1), -40), "tanh");
        assertThat(throughAFile(network).network()).isEqualTo(network);
        Network small = network(Scalar.ofDyadic(java.math.BigInteger.ONE, -149), "tanh");
        assertThat(throughAFile(small).network()).isEqualTo(small);
    }

    @Test
    void whatOnnxCannotHoldIsRefused() throws FormatException {
        for (Network network : List.of(
                network(Scalar.of(1, 3), "tanh"),
                network(Scalar.sqrt(new org.hipparchus.fraction.BigFraction(2)), "tanh"),
                network(Scalar.ONE, "expr:x^3+x"),
                network(Scalar.ONE, "leaky_relu:1/100"),
                network(Scalar.ONE, "power:9"),
                network(Scalar.ofDyadic(java.math.BigInteger.ONE, -300), "celu:2"))) {
            assertThatThrownBy(() -> OnnxWriter.write(network, folder.resolve("out.onnx")))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("cannot hold");
        }
        assertThat(folder.resolve("out.onnx")).doesNotExist();
    }

    @Test
    void theDefectOfAnEquivariantNetworkIsTwoCopiesOfIt() throws IOException, FormatException {
        Path file = folder.resolve("defect.onnx");
        AffineMap swap = AffineMap.of(
                ExactMatrix.of(2, 2, List.of(Scalar.ZERO, Scalar.ONE, Scalar.ONE, Scalar.ZERO)),
                List.of(Scalar.ZERO, Scalar.ZERO));
        OnnxWriter.writeDefect(network(Scalar.ONE, "tanh"), swap, AffineMap.identity(1), file);
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes.split("Tanh", -1)).hasSize(3);
        assertThat(bytes.split("Gemm", -1)).hasSize(7);
        assertThatThrownBy(() -> OnnxNetwork.read(file)).hasMessageContaining("combines tensors of different layers");
    }

    @Test
    void theQuestionAsksForADifferenceInABox() throws IOException {
        Path file = folder.resolve("question.vnnlib");
        OnnxWriter.writeQuestion(
                1, 1, new BigDecimal("-2"), new BigDecimal("1e1"), new BigDecimal("1E-3"), "about", file);
        assertThat(Files.readString(file)).isEqualTo("""
                        ; about
                        (declare-const X_0 Real)
                        (declare-const Y_0 Real)
                        (assert (>= X_0 -2))
                        (assert (<= X_0 10))
                        (assert (or
                            (and (>= Y_0 0.001))
                            (and (<= Y_0 -0.001))
                        ))
                        """);
    }
}
