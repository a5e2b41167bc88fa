package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theDemonstrationLeavesFilesThatCanBeCheckedByHand() {
        Path directory = folder.resolve("new/demo");
        CommandRun run = CommandRun.of("demo", directory).exits(0);
        assertThat(run.out()).contains("layerwise-equivariant", "not-equivariant", "The checker");
        assertThat(run.out().strip()).endsWith(directory.resolve("report.html").toString());
        assertThat(new ExampleFiles(directory).names())
                .containsExactly(
                        "certificate.json",
                        "near-miss.json",
                        "network.json",
                        "refutation.json",
                        "report.html",
                        "symmetry.json");
        Object[] check = {
            "check",
            directory.resolve("certificate.json"),
            "--network",
            directory.resolve("network.json"),
            "--symmetry",
            directory.resolve("symmetry.json"),
            "--claim",
            "layerwise-equivariant"
        };
        CommandRun.of(check).exits(0);
        Object[] verify = {"verify", directory.resolve("near-miss.json"), directory.resolve("symmetry.json")};
        assertThat(CommandRun.of(verify).exits(1).out()).contains("try --tolerance");
        assertThat(CommandRun.of("demo", directory, "--json").exits(0).json())
                .containsEntry("verdict", "layerwise-equivariant")
                .containsEntry("near_miss_verdict", "not-equivariant");
    }

    @Test
    void filesOfAnybodyElseAreNotReplaced() {
        ExampleFiles files = new ExampleFiles(folder);
        files.write("network.json", "mine");
        files.write("notes.txt", "mine");
        assertThat(CommandRun.of("demo", folder).exits(65).err())
                .contains("empty directory")
                .hasLineCount(1);
        assertThat(files.read("network.json")).isEqualTo("mine");
        assertThat(CommandRun.of("demo", folder.resolve("notes.txt")).exits(65).err())
                .contains("found a file")
                .hasLineCount(1);
    }
}
