package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EqualCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private ExampleFiles files = new ExampleFiles(folder);
    private Path certificate = folder;

    @BeforeEach
    void useTheFolder() {
        files = new ExampleFiles(folder);
        certificate = folder.resolve("proof.json");
    }

    private CommandRun equal(String left, String right, Object... more) {
        Object[] words = new Object[more.length + 3];
        words[0] = "equal";
        words[1] = files.write("left.json", left);
        words[2] = files.write("right.json", right);
        System.arraycopy(more, 0, words, 3, more.length);
        return CommandRun.of(words);
    }

    private CommandRun check(String left, String right, String verdict) {
        return CommandRun.of(
                "check", certificate, "--networks", folder.resolve(left), folder.resolve(right), "--claim", verdict);
    }

    /** E1: the hat of three rectified linear units and its even form of four. */
    @Test
    void theHatEqualsItsEvenForm() {
        Map<String, @Nullable Object> json = equal(
                        ExampleFiles.HAT, ExampleFiles.EVEN_FORM_OF_HAT, "--json", "--certificate", certificate)
                .exits(0)
                .json();
        assertThat(json)
                .containsOnlyKeys("verdict", "separating_input", "difference", "by")
                .containsEntry("verdict", "equal")
                .containsEntry("separating_input", null)
                .containsEntry("difference", null);
        assertThat(String.valueOf(json.get("by"))).isNotBlank();
        check("left.json", "right.json", "equal").exits(0);
        assertThat(check("left.json", "left.json", "equal").exits(1).out()).contains("another network");
        check("right.json", "left.json", "equal").exits(1);
        check("left.json", "right.json", "different").exits(1);
    }

    /** E5: clones and the network that they are merged to. */
    @Test
    void clonesEqualTheNetworkThatTheyAreMergedTo() {
        CommandRun run = equal(ExampleFiles.SPLIT_CLONES, ExampleFiles.MERGED_CLONES, "--certificate", certificate);
        assertThat(run.exits(0).out())
                .startsWith("equal: both networks compute the same function.")
                .contains("proved by", "certificate  ", "first network   sha256:", "second network  sha256:");
        check("left.json", "right.json", "equal").exits(0);
    }

    @Test
    void differentFunctionsAreSeparatedByAnInputThatCanBeEvaluated() {
        Map<String, @Nullable Object> json = equal(
                        ExampleFiles.SHIFTED_ABS, ExampleFiles.HAT, "--json", "--certificate", certificate)
                .exits(1)
                .json();
        assertThat(json).containsEntry("verdict", "different");
        assertThat((List<?>) json.get("separating_input")).hasSize(1);
        assertThat((List<?>) json.get("difference"))
                .singleElement()
                .isInstanceOf(String.class)
                .isNotEqualTo("0");
        check("left.json", "right.json", "different").exits(0);
        check("left.json", "right.json", "equal").exits(1);
        check("left.json", "left.json", "different").exits(1);
        assertThat(equal(ExampleFiles.SHIFTED_ABS, ExampleFiles.HAT).exits(1).out())
                .startsWith("different: ")
                .contains("left.json", "right.json", "difference");
    }

    @Test
    void networksOfOtherSizesAreUnusable() {
        assertThat(equal(ExampleFiles.SWAPPED_PAIR, ExampleFiles.HAT).exits(65).err())
                .contains("right.json", "2 inputs and 1 output", "left.json", "1 input and 1 output")
                .hasLineCount(1);
    }

    @Test
    void whereNothingIsProvedNoCertificateIsWrittenAndTheReasonsAreSaid() {
        String left = ExampleFiles.network("[[\"sqrt(2)\"]]", "[0]", "\"sin\"", "[[0]]");
        String right = ExampleFiles.network("[[\"sqrt(3)\"]]", "[0]", "\"sin\"", "[[0]]");
        equal(left, right).exits(0);
    }

    @Test
    void aCertificateMayNotReplaceANetwork() {
        assertThat(equal(ExampleFiles.HAT, ExampleFiles.HAT, "--certificate", folder.resolve("left.json"))
                        .exits(64)
                        .err())
                .contains("named twice");
        assertThat(files.read("left.json")).isEqualTo(ExampleFiles.HAT);
    }
}
