package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private ExampleFiles files = new ExampleFiles(folder);
    private Path pair = folder;

    @BeforeEach
    void useTheFolder() {
        files = new ExampleFiles(folder);
        pair = files.write("pair.json", ExampleFiles.SWAPPED_PAIR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"safetensors", "npz"})
    void theDigestStaysThroughAFileOfWeightsAndBack(String storage) {
        Path out = folder.resolve("out.json");
        var there = CommandRun.of("convert", pair, out, "--weights", storage, "--json")
                .exits(0)
                .json();
        assertThat(there)
                .containsEntry("network", out.toString())
                .containsEntry("weights", folder.resolve("out." + storage).toString());
        assertThat(there.get("digest_before")).isEqualTo(there.get("digest_after"));
        var back = CommandRun.of("convert", out, folder.resolve("back.json"), "--weights", "inline", "--json")
                .exits(0)
                .json();
        assertThat(back.get("digest_after")).isEqualTo(there.get("digest_before"));
        assertThat(files.names()).containsExactly("back.json", "out.json", "out." + storage, "pair.json");
    }

    @Test
    void aSmallNetworkStaysInOneFile() {
        CommandRun run =
                CommandRun.of("convert", pair, folder.resolve("out.json")).exits(0);
        assertThat(run.out()).contains("digest before  sha256:", "digest after   sha256:");
        assertThat(files.names()).containsExactly("out.json", "pair.json");
    }

    @Test
    void numbersThatNoFloatHoldsAreRefusedForAFileOfFloats() {
        Path clones = files.write("clones.json", ExampleFiles.SPLIT_CLONES);
        CommandRun run = CommandRun.of("convert", clones, folder.resolve("out.json"), "--weights", "npz")
                .exits(65);
        assertThat(run.err()).hasLineCount(1);
        assertThat(files.names()).containsExactly("clones.json", "pair.json");
    }

    @Test
    void theNetworkItselfIsNotReplaced() {
        CommandRun run = CommandRun.of("convert", pair, pair).exits(64);
        assertThat(run.err()).contains("named twice").hasLineCount(1);
        assertThat(files.read("pair.json")).isEqualTo(ExampleFiles.SWAPPED_PAIR);
    }

    @Test
    void theWeightsOfAnotherNetworkAreNotReplaced() {
        files.write("out.npz", "precious");
        CommandRun run = CommandRun.of("convert", pair, folder.resolve("out.json"), "--weights", "npz")
                .exits(65);
        assertThat(run.err()).contains("would replace").hasLineCount(1);
        assertThat(files.read("out.npz")).isEqualTo("precious");
    }

    @Test
    void theNameOfTheWeightsIsNotTheNameOfTheNetwork() {
        assertThat(CommandRun.of("convert", pair, folder.resolve("out.npz"))
                        .exits(65)
                        .err())
                .contains("--weights npz");
        assertThat(CommandRun.of("convert", pair, folder.resolve("out.json"), "--weights", "csv")
                        .exits(64)
                        .err())
                .contains("inline, safetensors, npz");
    }
}
