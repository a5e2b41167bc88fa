package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifyCommandTest {
    private static final List<String> KEYS =
            List.of("verdict", "classes", "up_to", "theorem", "grade", "hypotheses", "witness", "reduction", "reasons");
    private static final String CLONES_BESIDE_ANOTHER_UNIT = ExampleFiles.withOutputBias(
            ExampleFiles.network("[[1,2],[2,1],[-1,-2]]", "[1,0,-1]", "\"tanh\"", "[[1,-2,1]]"), "[1]");

    @TempDir
    private Path folder = Path.of("");

    private ExampleFiles files = new ExampleFiles(folder);
    private Path certificate = folder;

    @BeforeEach
    void useTheFolder() {
        files = new ExampleFiles(folder);
        certificate = folder.resolve("proof.json");
    }

    private CommandRun identify(String network, Object... more) {
        Object[] words = new Object[more.length + 2];
        words[0] = "identify";
        words[1] = files.write("network.json", network);
        System.arraycopy(more, 0, words, 2, more.length);
        return CommandRun.of(words);
    }

    private Map<String, @Nullable Object> json(int code, String network) {
        Map<String, @Nullable Object> json =
                identify(network, "--json").exits(code).json();
        assertThat(json.keySet()).containsExactlyElementsOf(KEYS);
        return json;
    }

    private CommandRun check(String verdict) {
        return CommandRun.of("check", certificate, "--network", folder.resolve("network.json"), "--claim", verdict);
    }

    /** A network, its verdict, the exit code. */
    record Row(String network, String verdict, int code) {}

    static List<Row> rows() {
        return List.of(
                new Row(ExampleFiles.SWAPPED_PAIR, "identifiable", 0),
                new Row(ExampleFiles.SPLIT_CLONES, "weakly-identifiable", 0),
                new Row(CLONES_BESIDE_ANOTHER_UNIT, "weakly-identifiable", 0),
                new Row(ExampleFiles.HAT, "finitely-identifiable", 1),
                new Row(ExampleFiles.DEEP_SQUARES, "finitely-identifiable", 1),
                new Row(ExampleFiles.DEEP_RELU, "locally-identifiable", 2),
                new Row(ExampleFiles.HAT_WITH_SPARE_UNIT, "not-identifiable", 1));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsProvedIsAcceptedAndOnlyForThisNetwork(Row row) {
        assertThat(identify(row.network(), "--certificate", certificate)
                        .exits(row.code())
                        .out())
                .startsWith(row.verdict() + ": ")
                .contains("certificate  ", "network  sha256:");
        assertThat(check(row.verdict()).exits(0).out()).startsWith("proved: " + row.verdict());
        check(row.verdict().startsWith("not") ? "identifiable" : "not-identifiable")
                .exits(1);
        files.write("network.json", ExampleFiles.SHIFTED_ABS);
        assertThat(check(row.verdict()).exits(1).out()).contains("another network");
        assertThat(json(row.code(), row.network())).containsEntry("verdict", row.verdict());
    }

    @Test
    void anIdentifiableNetworkNamesItsCriterionWithEveryHypothesis() {
        Map<String, @Nullable Object> json = json(0, ExampleFiles.SWAPPED_PAIR);
        assertThat(json)
                .containsEntry("classes", 1)
                .containsEntry("up_to", "signed permutations")
                .containsEntry("witness", null)
                .containsEntry("reduction", null);
        assertThat(json.get("grade")).isIn("proved", "cited");
        assertThat((List<?>) json.get("hypotheses"))
                .isNotEmpty()
                .allSatisfy(hypothesis -> assertThat(String.valueOf(hypothesis))
                        .contains("truth=holds", "statement=", "found=", "criterion=tanh"));
        assertThat(identify(ExampleFiles.SWAPPED_PAIR).exits(0).out())
                .contains("by  ", "tanh-shallow (", "holds  ", "latent group  signed permutations");
    }

    /** E1: the rows of the hat may be negated together, and in no other way. */
    @Test
    void theHatHasTwoClassesAndTheOtherIsTheWitness() {
        Path witness = folder.resolve("witness.json");
        Map<String, @Nullable Object> json = json(1, ExampleFiles.HAT);
        assertThat(json).containsEntry("classes", 2).containsEntry("grade", "proved");
        assertThat(String.valueOf(json.get("witness"))).contains("intertwine-network/1", "[-1]", "[-1, 0, 1]");
        assertThat(identify(ExampleFiles.HAT, "-o", witness).exits(1).out())
                .contains("witness  " + witness)
                .doesNotContain("weight [[");
        CommandRun.of("equal", folder.resolve("network.json"), witness).exits(0);
        assertThat(identify(ExampleFiles.HAT).exits(1).out()).contains("weight [[-1], [-1], [-1]]  bias [-1, 0, 1]");
    }

    @Test
    void clonesShowTheReductionAndAWitness() {
        Map<String, @Nullable Object> json = json(0, CLONES_BESIDE_ANOTHER_UNIT);
        assertThat(String.valueOf(json.get("reduction")))
                .contains("widths_before=[2, 3, 1]", "widths_after=[2, 1, 1]", "steps=");
        assertThat(json.get("witness")).isNotNull();
        assertThat(identify(CLONES_BESIDE_ANOTHER_UNIT).exits(0).out())
                .contains("reduction     2-3-1 to 2-1-1", "1. layer 1: ");
    }

    @Test
    void anOpenCaseNamesTheNearestCriterionAndWhatIsMissing() {
        Map<String, @Nullable Object> json = json(2, ExampleFiles.DEEP_HAT);
        assertThat(json)
                .containsEntry("verdict", "undetermined")
                .containsEntry("classes", null)
                .containsEntry("theorem", null)
                .containsEntry("grade", null)
                .containsEntry("witness", null);
        assertThat((List<?>) json.get("reasons")).isNotEmpty();
        CommandRun run = identify(ExampleFiles.DEEP_HAT, "--certificate", certificate, "-o", folder.resolve("w.json"));
        assertThat(run.exits(2).out()).startsWith("undetermined: ").contains("nearest", "unknown");
        assertThat(run.err().lines())
                .containsExactly(
                        "intertwine: no certificate was written: nothing was proved",
                        "intertwine: no witness was written: there is none");
        assertThat(files.names()).containsExactly("network.json");
    }
}
