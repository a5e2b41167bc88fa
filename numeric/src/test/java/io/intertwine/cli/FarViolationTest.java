package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Scalar;
import io.intertwine.io.FormatException;
import io.intertwine.io.SymmetryFormat;
import io.intertwine.match.Difference;
import io.intertwine.match.NumericVerifier;
import io.intertwine.match.Tolerance;
import io.intertwine.measure.EquivarianceError;
import io.intertwine.measure.Noise;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;
import io.intertwine.weights.NetworkFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that are symmetric except where random inputs hardly ever lie. */
class FarViolationTest {
    /** relu(x) + relu(y), and a hinge that opens at x = 1000. */
    private static final String HINGE =
            ExampleFiles.network("[[1,0],[0,1],[1,0]]", "[0,0,-1000]", "\"relu\"", "[[1,1,1]]");

    /** |x| + |y|, and a peak over the square of side 2 around (1001, 2001), zero everywhere else. */
    private static final String PEAK = """
            {"format": "intertwine-network/1", "layers": [
              {"dense": {"weight": [[1,0],[-1,0],[0,1],[0,-1],[1,0],[1,0],[1,0],[0,1],[0,1],[0,1]],
                         "bias": [0,0,0,0,-1000,-1001,-1002,-2000,-2001,-2002]}},
              {"activation": "relu"},
              {"dense": {"weight": [[1,1,1,1,0,0,0,0,0,0], [0,0,0,0,1,-2,1,1,-2,1]], "bias": [0,-1]}},
              {"activation": "relu"},
              {"dense": {"weight": [[1,1]]}}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Network onnx(String json) throws FormatException {
        ExampleFiles files = new ExampleFiles(folder);
        CommandRun.of("convert", files.write("far.json", json), onnxFile()).exits(0);
        return NetworkFiles.read(onnxFile(), List.of()).network();
    }

    private Path onnxFile() {
        return folder.resolve("far.onnx");
    }

    private Path swapFile() {
        return new ExampleFiles(folder).write("swap.json", ExampleFiles.SWAP);
    }

    private void assertOnlyExactVerificationSees(String json) throws FormatException {
        Network network = onnx(json);
        Symmetry swap = SymmetryFormat.read(swapFile());
        Difference sampled = NumericVerifier.largestDifference(network, swap, 2_000, 1);
        assertThat(sampled.relative()).isLessThan(1e-14);
        EquivarianceError measured =
                EquivarianceError.at(network, swap, Noise.standard(20_000, 2, 1), new Tolerance(1e-12), 1);
        assertThat(measured.overall().largest()).isLessThan(1e-14);

        Path proof = folder.resolve("proof.json");
        CommandRun run = CommandRun.of("verify", onnxFile(), swapFile(), "--certificate", proof, "--json");
        assertThat(run.exits(1).json()).containsEntry("verdict", "not-equivariant");
        CommandRun.of("check", proof, "--network", onnxFile(), "--symmetry", swapFile())
                .exits(0);
        assertThat(run.json().get("counterexample")).asString().contains("difference");
    }

    @Test
    void aHingeFarAwayIsFoundByExactVerificationOnly() throws FormatException {
        assertOnlyExactVerificationSees(HINGE);
    }

    @Test
    void aPeakOverASmallSquareFarAwayIsFoundByExactVerificationOnly() throws FormatException {
        assertOnlyExactVerificationSees(PEAK);
    }

    @Test
    void theExamplesAreWhatTheySay() throws FormatException {
        Network peak = onnx(PEAK);
        assertThat(Evaluation.exact(peak, List.of(Scalar.of(1001), Scalar.of(2001))))
                .hasValue(List.of(Scalar.of(3003)));
        for (List<Scalar> outside : List.of(
                List.of(Scalar.of(2001), Scalar.of(1001)),
                List.of(Scalar.of(1000), Scalar.of(2002)),
                List.of(Scalar.of(1001), Scalar.of(2002)))) {
            assertThat(Evaluation.exact(peak, outside))
                    .hasValue(List.of(outside.get(0).add(outside.get(1))));
        }
    }
}
