package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
    @TempDir
    private Path folder = Path.of("");

    private ExampleFiles files = new ExampleFiles(folder);

    @BeforeEach
    void useTheFolder() {
        files = new ExampleFiles(folder);
    }

    private CommandRun verify(String network, String symmetry) {
        CommandRun run = CommandRun.of(
                "verify",
                files.write("network.json", network),
                files.write("symmetry.json", symmetry),
                "--json",
                "--certificate",
                folder.resolve("proof.json"));
        assertThat(files.names()).containsExactly("network.json", "symmetry.json");
        return unusable(run);
    }

    private static CommandRun unusable(CommandRun run) {
        run.exits(65);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("intertwine: ").hasLineCount(1);
        return run;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"format\": \"intertwine-network/1\", | line 1",
                "{\"format\": \"intertwine-network/9\", \"layers\": []} | intertwine-network/1",
                "[] | network.json",
                "{\"format\": \"intertwine-network/1\"} | layers",
                "{\"format\": \"intertwine-network/1\", \"layers\": []} | layer",
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [[1, 2], [1]]}}]} | row 1: expected 2 numbers",
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [[NaN, 2]]}}]} | line 1",
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [[1, 2]], \"colour\": 1}}]} | colour",
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [[1, 2]]}}, {\"activation\": \"tahn\"}]} | tanh",
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": {\"tensor\": \"w\"}}}]} | weights",
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [[1, \"1/0\"]]}}]} | 1/0"
            })
    void aBrokenNetworkIsRefusedInOneLine(String network, String named) {
        assertThat(verify(network, ExampleFiles.SWAP).err()).contains("network.json", named);
    }

    @Test
    void aSymmetryThatDoesNotFitIsRefusedWithBothSizes() {
        assertThat(verify(ExampleFiles.SHIFTED_ABS, ExampleFiles.SWAP).err())
                .contains("symmetry.json", "1 inputs", "found one on 2");
    }

    @Test
    void aSymmetryThatBreaksARelatorIsRefusedWithTheRelator() {
        String broken = ExampleFiles.involution("{\"matrix\": [[2, 0], [0, 1]]}", "1");
        assertThat(verify(ExampleFiles.SWAPPED_PAIR, broken).err()).contains("s^2");
    }

    @Test
    void deeplyNestedAndEndlessInputIsRefused() {
        verify("[".repeat(200_000), ExampleFiles.SWAP);
        verify(
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [[1e999999999]]}}]}",
                ExampleFiles.SWAP);
        verify(
                "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [["
                        + "9".repeat(3_000_000) + "]]}}]}",
                ExampleFiles.SWAP);
    }

    @Test
    void numbersOfFieldsThatCannotBeJoinedAreRefused() {
        String network = ExampleFiles.network(
                "[[\"sqrt(2)\", \"cos(2*pi/97)\"], [1, 1]]", "[0, 0]", "\"relu\"", "[[\"cos(2*pi/89)\", 1]]");
        assertThat(verify(network, ExampleFiles.SWAP).err()).contains("cannot be worked with exactly", "limit");
    }

    @Test
    void missingFilesAndDirectoriesAreRefused() {
        Path symmetry = files.write("symmetry.json", ExampleFiles.SWAP);
        assertThat(unusable(CommandRun.of("verify", folder.resolve("no.json"), symmetry))
                        .err())
                .contains("no.json");
        assertThat(unusable(CommandRun.of("verify", folder, symmetry)).err()).contains("directory");
        assertThat(unusable(CommandRun.of("evaluate", "a\0b", "[1]")).err()).contains("name of a file");
        assertThat(unusable(CommandRun.of("evaluate", folder.resolve("no.json"), "[1]"))
                        .err())
                .contains("no.json");
    }
}
