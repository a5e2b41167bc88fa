package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomCommandTest {
    private static final String SWAP_FOR_LATENT = """
            {"format": "intertwine-representation/1",
             "group": {"generators": ["s"], "relators": ["s^2"]},
             "action": {"s": {"permutation": [1, 0, 2], "scales": [1, 1, %s]}}}""";

    @TempDir
    private Path folder = Path.of("");

    private ExampleFiles files = new ExampleFiles(folder);
    private Path out = folder;
    private Path symmetry = folder;

    @BeforeEach
    void useTheFolder() {
        files = new ExampleFiles(folder);
        out = folder.resolve("random.json");
        symmetry = files.write("swap.json", ExampleFiles.SWAP);
    }

    private CommandRun random(String activation, Object... more) {
        List<Object> words = new ArrayList<>(
                List.of("random", "--widths", "2,3,1", "--activation", activation, symmetry, "-o", out));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray());
    }

    @Test
    void theNetworkIsVerifiedAndItsCertificateChecked() {
        Path certificate = folder.resolve("proof.json");
        assertThat(random("tanh", "--certificate", certificate, "--json")
                        .exits(0)
                        .json())
                .containsOnlyKeys(
                        "network", "proved", "parameters", "coordinates", "seed", "layers", "remarks", "theorem")
                .containsEntry("network", out.toString())
                .containsEntry("proved", true)
                .containsEntry("parameters", 13);
        CommandRun.of(
                        "check",
                        certificate,
                        "--network",
                        out,
                        "--symmetry",
                        symmetry,
                        "--claim",
                        "layerwise-equivariant")
                .exits(0);
        CommandRun.of("verify", out, symmetry).exits(0);
    }

    @Test
    void theSameSeedGivesTheSameNetworkAndAnotherOneAnother() throws IOException {
        random("tanh", "--seed", "7").exits(0);
        String first = Files.readString(out);
        random("tanh", "--seed", "7").exits(0);
        assertThat(Files.readString(out)).isEqualTo(first);
        random("tanh", "--seed", "8").exits(0);
        assertThat(Files.readString(out)).isNotEqualTo(first);
    }

    @Test
    void peopleReadWhatEachLayerCarriesAndHowFreeItIs() {
        Path latent = files.write("latent.json", SWAP_FOR_LATENT.formatted("-1"));
        assertThat(random("tanh", "--latent", latent).exits(0).out())
                .contains("random network: layerwise equivariant, proved.")
                .contains("1      3      signed permutations  1 swapped pair, 1 negated  3 of 6        1")
                .contains("2      1                           output                     1 of 3        1")
                .contains("have 6 coordinates");
    }

    @Test
    void aLatentSignIsAReflectionAboutTheCentre() {
        Path latent = files.write("latent.json", SWAP_FOR_LATENT.formatted("-1"));
        random("sigmoid", "--latent", latent).exits(0);
        CommandRun.of("verify", out, symmetry).exits(0);
        assertThat(random("relu", "--latent", latent).exits(65).err())
                .contains("latent.json", "generator s", "latent group of the units of layer 0");
    }

    @Test
    void normalWeightsAreRoundedAndExactlyEquivariantForSignedPermutations() {
        random("tanh", "--normal").exits(0);
        CommandRun.of("verify", out, symmetry).exits(0);
        Path turn = files.write("turn.json", """
                {"format": "intertwine-symmetry/1", "group": {"cyclic": 3},
                 "input": {"r": {"matrix": [[0, -1], [1, -1]]}}, "output": {"r": {"trivial": 1}}}""");
        assertThat(CommandRun.of(
                                "random",
                                "--widths",
                                "2,3,1",
                                "--activation",
                                "tanh",
                                turn,
                                "-o",
                                out,
                                "--normal",
                                "--seed",
                                "3")
                        .exits(2)
                        .out())
                .contains("up to rounding, not proved");
    }

    @Test
    void whatTakesNoPartIsSaid() {
        Path odd = files.write(
                "odd.json", ExampleFiles.SWAP.replace("[1, 0]", "[0, 1]").replace("[[1]]", "[[-1]]"));
        assertThat(CommandRun.of("random", "--widths", "2,3,1", "--activation", "tanh", odd, "-o", out)
                        .exits(0)
                        .out())
                .contains("it seems to be constant");
        Path latent = files.write("latent.json", SWAP_FOR_LATENT.formatted("-1"));
        assertThat(random("tanh", "--latent", latent).exits(0).out()).contains("1 hidden unit takes no part");
    }

    @Test
    void anArchitectureOrANetworkOfItServes() {
        Path network = files.write("network.json", ExampleFiles.SWAPPED_PAIR);
        CommandRun.of("random", network, symmetry, "-o", out).exits(0);
        CommandRun.of("verify", out, symmetry).exits(0);
        assertThat(CommandRun.of("random", network, symmetry, "-o", network)
                        .exits(64)
                        .err())
                .contains("network.json");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThat(CommandRun.of("random", symmetry, "-o", out).exits(64).err()).contains("Give an architecture");
        assertThat(random("tanh", "--bound", "0").exits(64).err()).contains("--bound");
        assertThat(random("tanh", "--bound", "3", "--normal").exits(64).err()).contains("--normal");
        Path latent = files.write("latent.json", SWAP_FOR_LATENT.formatted("1"));
        assertThat(random("tanh", "--latent", latent, "--latent", latent)
                        .exits(65)
                        .err())
                .contains("for each of the 1 hidden layers, found 2");
        assertThat(CommandRun.of(
                                "random",
                                "--widths",
                                "2,4,1",
                                "--activation",
                                "tanh",
                                symmetry,
                                "-o",
                                out,
                                "--latent",
                                latent)
                        .exits(65)
                        .err())
                .contains("expected an action on the 4 units of layer 0, found one on 3");
        assertThat(CommandRun.of("random", "--widths", "3,4,1", "--activation", "tanh", symmetry, "-o", out)
                        .exits(65)
                        .err())
                .contains("expected an action on 3 inputs");
        assertThat(Files.exists(out)).isFalse();
    }
}
