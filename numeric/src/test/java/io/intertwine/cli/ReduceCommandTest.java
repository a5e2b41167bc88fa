package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReduceCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private ExampleFiles files = new ExampleFiles(folder);

    @BeforeEach
    void useTheFolder() {
        files = new ExampleFiles(folder);
    }

    private CommandRun reduce(String network, Object... more) {
        Object[] words = new Object[more.length + 4];
        words[0] = "reduce";
        words[1] = files.write("network.json", network);
        words[2] = "-o";
        words[3] = folder.resolve("reduced.json");
        System.arraycopy(more, 0, words, 4, more.length);
        return CommandRun.of(words);
    }

    /** E5: the clones are merged; the merged network is layerwise equivariant at its own parameters. */
    @Test
    void clonesAreMergedAndTheCertificateSaysThatBothNetworksAreEqual() {
        Path certificate = folder.resolve("proof.json");
        assertThat(reduce(ExampleFiles.SPLIT_CLONES, "--certificate", certificate, "--json")
                        .exits(0)
                        .json())
                .containsOnlyKeys(
                        "network",
                        "widths_before",
                        "widths_after",
                        "parameters_before",
                        "parameters_after",
                        "steps",
                        "theorem")
                .containsEntry("widths_before", List.of(2, 3, 1))
                .containsEntry("widths_after", List.of(2, 2, 1))
                .containsEntry("parameters_before", 9)
                .containsEntry("parameters_after", 6)
                .containsEntry("network", folder.resolve("reduced.json").toString());
        CommandRun.of(
                        "check",
                        certificate,
                        "--networks",
                        folder.resolve("network.json"),
                        folder.resolve("reduced.json"),
                        "--claim",
                        "equal")
                .exits(0);
        CommandRun.of(
                        "check",
                        certificate,
                        "--networks",
                        folder.resolve("network.json"),
                        files.write("other.json", ExampleFiles.SWAPPED_PAIR))
                .exits(1);
        assertThat(CommandRun.of(
                                "verify",
                                folder.resolve("reduced.json"),
                                files.write("swap.json", ExampleFiles.SWAP),
                                "--json")
                        .exits(0)
                        .json())
                .containsEntry("reparametrised", false);
    }

    @Test
    void peopleReadEveryStepAndTheSizes() {
        assertThat(reduce(ExampleFiles.SPLIT_CLONES).exits(0).out())
                .startsWith("reduced: ")
                .contains("  1. layer 1: ", "2-3-1", "2-2-1", "reduced.json");
        assertThat(reduce(ExampleFiles.SWAPPED_PAIR).exits(0).out())
                .startsWith("nothing to reduce: ")
                .contains("2-2-1");
    }

    @Test
    void theReducedNetworkMayNotReplaceTheGivenOne() {
        Path network = files.write("network.json", ExampleFiles.SPLIT_CLONES);
        assertThat(CommandRun.of("reduce", network, "-o", network).exits(64).err())
                .contains("named twice");
    }
}
