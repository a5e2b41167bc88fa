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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DimensionCommandTest {
    private static final List<String> KEYS = List.of(
            "dimension",
            "lower_bound",
            "upper_bound",
            "parameters",
            "symmetry_dimension",
            "ambient",
            "defect",
            "proved",
            "locally_identifiable",
            "primes",
            "seed",
            "theorem",
            "bounds",
            "reasons");

    @TempDir
    private Path folder = Path.of("");

    private ExampleFiles files = new ExampleFiles(folder);
    private Path certificate = folder;

    @BeforeEach
    void useTheFolder() {
        files = new ExampleFiles(folder);
        certificate = folder.resolve("proof.json");
    }

    private static CommandRun dimension(String words) {
        return CommandRun.of((Object[]) ("dimension " + words).split(" "));
    }

    private static Map<String, @Nullable Object> json(String words, int code) {
        Map<String, @Nullable Object> json =
                dimension(words + " --json").exits(code).json();
        assertThat(json.keySet()).startsWith(KEYS.toArray(String[]::new));
        return json;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "sigmoid", "softplus", "silu", "gelu", "sin"})
    void allThirteenParametersOfASmoothFamilyCount(String activation) {
        assertThat(json("--widths 2,3,1 --activation " + activation, 0))
                .containsEntry("dimension", 13)
                .containsEntry("upper_bound", 13)
                .containsEntry("parameters", 13)
                .containsEntry("defect", 0)
                .containsEntry("proved", true)
                .containsEntry("locally_identifiable", true);
    }

    @ParameterizedTest
    @CsvSource({"exp", "relu"})
    void threeSymmetriesTakeThreeDimensionsAway(String activation) {
        assertThat(json("--widths 2,3,1 --activation " + activation, 0))
                .containsEntry("dimension", 10)
                .containsEntry("symmetry_dimension", 3)
                .containsEntry("defect", 0)
                .containsEntry("ambient", null)
                .containsEntry("locally_identifiable", true);
    }

    @Test
    void aDefectIsSaidInWords() {
        String words = "--widths 5,5,3,1 --activation power:2 --no-bias";
        Map<String, @Nullable Object> json = json(words, 0);
        assertThat(json.keySet()).containsExactlyElementsOf(KEYS);
        assertThat(json)
                .containsEntry("dimension", 32)
                .containsEntry("lower_bound", 32)
                .containsEntry("upper_bound", 32)
                .containsEntry("parameters", 43)
                .containsEntry("symmetry_dimension", 8)
                .containsEntry("ambient", 70)
                .containsEntry("defect", 3)
                .containsEntry("locally_identifiable", false)
                .containsEntry("seed", 1)
                .containsEntry("reasons", List.of());
        assertThat(String.valueOf(json.get("theorem"))).startsWith("The functional dimension of the family is 32. ");
        assertThat(String.valueOf(json.get("bounds"))).contains("rule=symmetries, value=35", "why=", "source=");
        assertThat(dimension(words).exits(0).out())
                .startsWith("dimension 32: ")
                .contains("parameters              43\n", "symmetries              8 dimensions\n")
                .contains("ambient space           70 dimensions\n", "3 less than expected (35")
                .contains("from below", "from above              at most 32 by the bound", "architecture  sha256:");
        assertThat(json("--widths 3,5,1 --activation power:4 --no-bias", 0))
                .containsEntry("dimension", 14)
                .containsEntry("defect", 1);
    }

    @Test
    void whereTheBoundsDifferItIsNotDecided() {
        String words = "--widths 2,3,1 --activation floor";
        assertThat(json(words, 2))
                .containsEntry("dimension", 0)
                .containsEntry("upper_bound", 13)
                .containsEntry("proved", false)
                .containsEntry("theorem", null)
                .containsEntry("locally_identifiable", null);
        CommandRun run = dimension(words + " --parameters --certificate " + certificate);
        assertThat(run.exits(2).out())
                .startsWith("at least 0, at most 13: ")
                .contains("defect                  at most 13 less than expected", "  - No generic point");
        assertThat(run.err().lines())
                .containsExactly(
                        "intertwine: which parameters are identifiable is not known: no evidence for a dimension was found",
                        "intertwine: no certificate was written: nothing was proved");
        assertThat(files.names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--widths 2,3,1 --activation tanh",
                "--widths 2,3,1 --activation relu",
                "--widths 5,5,3,1 --activation power:2 --no-bias",
                "--widths 3,2,2,1 --activation clip(x,0,1),leaky_relu:1/100",
                "--widths 2,3,1 --activation x^2+x --prime 2147483647 --threads 2 --seed 5"
            })
    void whatIsProvedIsAcceptedForThisFamilyOnly(String words) {
        Path architecture = folder.resolve("family.json");
        dimension(words + " --certificate " + certificate + " -o " + architecture)
                .exits(0);
        CommandRun run = CommandRun.of("check", certificate, "--architecture", architecture);
        assertThat(run.exits(0).out())
                .startsWith("proved: dimension")
                .contains("The functional dimension of the family is ", "architecture  sha256:");
        assertThat(dimension(architecture + " --json").exits(0).out()).contains("\"proved\":true");
        for (String verdict : List.of("dimension", "dimension-at-least")) {
            CommandRun.of("check", certificate, "--architecture", architecture, "--claim", verdict)
                    .exits(0);
        }
        files.write(
                "other.json",
                "{\"format\": \"intertwine-architecture/1\", \"widths\": [2, 2, 1], \"activations\": [\"tanh\"], \"bias\": true}");
        assertThat(CommandRun.of("check", certificate, "--architecture", folder.resolve("other.json"))
                        .exits(1)
                        .out())
                .contains("another architecture");
    }

    @Test
    void aCertificateThatClaimsMoreIsRefused() {
        Path architecture = folder.resolve("family.json");
        dimension("--widths 2,3,1 --activation relu --certificate " + certificate + " -o " + architecture)
                .exits(0);
        files.write("proof.json", files.read("proof.json").replace("\"dimension\": 10", "\"dimension\": 11"));
        assertThat(CommandRun.of("check", certificate, "--architecture", architecture, "--json")
                        .exits(1)
                        .json())
                .containsEntry("proved", false)
                .containsEntry("theorem", null);
    }

    @Test
    void aCertificateOfAFamilyIsCheckedWithTheFamily() {
        Path network = files.write("network.json", ExampleFiles.SWAPPED_PAIR);
        dimension(network + " --family --certificate " + certificate).exits(0);
        CommandRun.of("check", certificate, "--architecture", network).exits(0);
        assertThat(CommandRun.of("check", certificate, "--network", network)
                        .exits(64)
                        .err())
                .contains("a family of networks: give --architecture");
        assertThat(CommandRun.of("check", certificate, "--architecture", network, "--claim", "equal")
                        .exits(64)
                        .err())
                .contains("expected dimension or dimension-at-least");
        CommandRun.of("identify", network, "--certificate", certificate).exits(0);
        assertThat(CommandRun.of("check", certificate, "--architecture", network)
                        .exits(64)
                        .err())
                .contains("a network: give --network alone");
    }

    @Test
    void everyParameterHasAnAnswer() {
        String words = "--widths 2,3,1 --activation relu --parameters";
        assertThat(dimension(words).exits(0).out())
                .contains("W1                         none of 6  proved\n")
                .contains("products along paths       all of 9   proved  such as W1[0,0]*W2[0,0]\n");
        List<?> functions = (List<?>) json(words, 0).get("functions");
        assertThat(functions).hasSize(13 + 6 + 9 + 9);
        assertThat(functions.get(0)).isEqualTo(Map.of("name", "W1[0,0]", "identifiable", false, "proved", true));
        assertThat(functions.contains(Map.of("name", "W1[0,1]*W2[0,0]", "identifiable", true, "proved", true)))
                .isTrue();
    }

    @Test
    void activationsAreSeparatedByCommas() {
        assertThat(InputArchitectures.names("tanh,clip(x,0,1),threshold:1/10,20,relu,expr:max(x,min(1,x^2))"))
                .containsExactly("tanh", "clip(x,0,1)", "threshold:1/10,20", "relu", "expr:max(x,min(1,x^2))");
        assertThat(InputArchitectures.names("relu,")).containsExactly("relu", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--widths 2,3000000000,1 --activation relu | at most 2147483647",
                "--widths 2,2000000000,1 --activation relu | at most 268435456 parameters",
                "--widths 1000,1000,1000,1 --activation tanh | MiB",
                "--widths 2,0,1 --activation relu | found 0 at index 1",
                "--widths 2 --activation relu | at least two widths",
                "--widths 2,3,1 --activation relu,tanh | found 2",
                "--widths 2,3,1 --activation tahn | did you mean \"tanh\"?",
                "--widths 2,3,1 --activation power:101 | from 1 to 100",
                "--widths 2,3,1 --activation tanh --prime 10 | expected an odd prime below 2^31, found 10",
                "--widths 2,3,1 --activation x^2/7+x --prime 7 | choose another prime",
                "--widths 50,50,1 --activation tanh --parameters | at most 2000 parameters",
                "none.json | there is no such file"
            })
    void whatCannotBeUsedIsRefusedInOneLine(String words, String named) {
        CommandRun run = dimension(words).exits(65);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("intertwine: ").contains(named).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.json --widths 2,3,1",
                "a.json --activation relu",
                "a.json --no-bias",
                "--widths 2,x,1 --activation relu",
                "--widths 2,3,1",
                "--widths 2,1 --threads 0",
                "--widths 2,1 --list l",
                "--table t.csv --activation relu",
                "--table t.csv --max-parameters 9",
                "--table t.csv --max-parameters 9 --activation relu,tanh",
                "--table t.csv --max-parameters 9 --list l --activation relu",
                "--table t.csv --max-parameters 0 --activation relu",
                "--table t.csv --list l --min-width 3 --activation relu",
                "--table t.csv --max-parameters 9 --activation relu --widths 2,1",
                "a.json --table t.csv --max-parameters 9 --activation relu",
                "--table t.csv --list t.csv --activation relu"
            })
    void wrongUsageIsSaidInOneLine(String words) {
        CommandRun run = dimension(words).exits(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("intertwine: ").contains("--help").hasLineCount(1);
    }

    /** Both units of the clones are one function: of eight parameters four count. */
    @ParameterizedTest
    @CsvSource({"pair.json,8,true", "clones.json,4,false", "rectified.json,6,true"})
    void aNetworkIsAskedAtItsOwnParameters(String name, int expected, boolean local) {
        files.write("pair.json", ExampleFiles.SWAPPED_PAIR);
        files.write("clones.json", ExampleFiles.SWAPPED_PAIR.replace("[2,1]", "[1,2]"));
        files.write("rectified.json", ExampleFiles.SWAPPED_PAIR.replace("tanh", "relu"));
        Path network = folder.resolve(name);
        assertThat(json(network.toString(), 0))
                .containsEntry("dimension", expected)
                .containsEntry("parameters", 8)
                .containsEntry("locally_identifiable", local);
        assertThat(dimension(network + " --certificate " + certificate).exits(0).out())
                .startsWith("dimension " + expected + ": the functional dimension at the parameters of this network, ")
                .contains("network  sha256:");
        assertThat(CommandRun.of("check", certificate, "--network", network)
                        .exits(0)
                        .out())
                .startsWith("proved: dimension-at-parameters")
                .contains("The functional dimension at the network's parameters is " + expected + ".");
        CommandRun.of("check", certificate, "--network", network, "--claim", "dimension-at-parameters-at-least")
                .exits(0);
        files.write("other.json", ExampleFiles.SHIFTED_ABS);
        assertThat(CommandRun.of("check", certificate, "--network", folder.resolve("other.json"))
                        .exits(1)
                        .out())
                .contains("another network");
    }

    @Test
    void parametersOfANetworkAreAskedOfItsFamily() {
        Path network = files.write("network.json", ExampleFiles.SWAPPED_PAIR);
        assertThat(dimension(network + " --parameters").exits(64).err()).contains("add --family");
        assertThat(json(network + " --parameters --family", 0)).containsKey("functions");
    }
}
