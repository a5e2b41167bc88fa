package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCommandTest {
    private static final List<String> KEYS = List.of(
            "verdict",
            "equivariant",
            "layerwise",
            "mode",
            "level",
            "reparametrised",
            "network",
            "units_from",
            "widened",
            "layers",
            "counterexample",
            "subgroup",
            "numeric",
            "theorem",
            "reasons");

    @TempDir
    private Path folder = Path.of("");

    private ExampleFiles files = new ExampleFiles(folder);

    @BeforeEach
    void useTheFolder() {
        files = new ExampleFiles(folder);
    }

    private CommandRun verify(String network, String symmetry, Object... more) {
        Object[] words = new Object[more.length + 3];
        words[0] = "verify";
        words[1] = files.write("network.json", network);
        words[2] = files.write("symmetry.json", symmetry);
        System.arraycopy(more, 0, words, 3, more.length);
        return CommandRun.of(words);
    }

    private Map<String, @Nullable Object> json(int code, String network, String symmetry, Object... more) {
        Object[] words = Arrays.copyOf(more, more.length + 1);
        words[more.length] = "--json";
        Map<String, @Nullable Object> json =
                verify(network, symmetry, words).exits(code).json();
        assertThat(json.keySet()).containsExactlyElementsOf(KEYS);
        return json;
    }

    @Test
    void theSwapOfTheInputsSwapsTheUnits() {
        Map<String, @Nullable Object> json = json(0, ExampleFiles.SWAPPED_PAIR, ExampleFiles.SWAP);
        Map<String, Object> swap = Map.of("permutation", List.of(1, 0), "scales", List.of("1", "1"));
        assertThat(json)
                .containsEntry("verdict", "layerwise-equivariant")
                .containsEntry("equivariant", "holds")
                .containsEntry("layerwise", Map.of("given", "holds", "architecture", "holds", "widened", "holds"))
                .containsEntry("mode", "exact")
                .containsEntry("level", "gauge")
                .containsEntry("reparametrised", false)
                .containsEntry("network", null)
                .containsEntry("units_from", null)
                .containsEntry("widened", null)
                .containsEntry("counterexample", null)
                .containsEntry("subgroup", null)
                .containsEntry("reasons", List.of())
                .containsEntry(
                        "layers",
                        List.of(Map.of(
                                "layer",
                                1,
                                "units",
                                2,
                                "group",
                                "signed permutations",
                                "residual",
                                "0",
                                "preactivation",
                                Map.of("s", swap),
                                "action",
                                Map.of("s", swap),
                                "orbits",
                                "1 swapped pair",
                                "decomposition",
                                "1 orbit induced from the trivial character (1 of 2 units)")));
        assertThat(String.valueOf(json.get("theorem"))).contains("layerwise equivariant");
    }

    @Test
    void theSignExampleNegatesItsUnits() {
        Map<String, @Nullable Object> layer =
                onlyLayer(json(0, ExampleFiles.SIGNED_UNITS, ExampleFiles.NEGATION_OF_TWO));
        assertThat(layer)
                .containsEntry("orbits", "2 negated")
                .containsEntry("decomposition", "2 orbits induced from the sign (2 of 1 unit)")
                .containsEntry(
                        "action", Map.of("s", Map.of("permutation", List.of(0, 1), "scales", List.of("-1", "-1"))));
    }

    @Test
    void anAntisymmetricReadoutIsEquivariantForTheSignAndRefutedWithoutIt() {
        assertThat(json(0, ExampleFiles.ANTISYMMETRIC_PAIR, ExampleFiles.SWAP_WITH_SIGN))
                .containsEntry("verdict", "layerwise-equivariant");
        Map<String, @Nullable Object> json = json(1, ExampleFiles.ANTISYMMETRIC_PAIR, ExampleFiles.SWAP);
        assertThat(json)
                .containsEntry("verdict", "not-equivariant")
                .containsEntry("equivariant", "refuted")
                .containsEntry("layerwise", Map.of("given", "refuted", "architecture", "refuted", "widened", "refuted"))
                .containsEntry("level", null)
                .containsEntry("layers", List.of())
                .containsEntry("subgroup", Map.of("generators", List.of()));
        assertThat(counterexample(json))
                .containsEntry("generator", "s")
                .containsKeys("input", "left", "right", "difference");
        assertThat((List<?>) counterexample(json).get("left"))
                .first()
                .asString()
                .contains("lower", "upper");
    }

    @Test
    void aShiftedAbsoluteValueIsRefutedExactly() {
        Map<String, @Nullable Object> example =
                counterexample(json(1, ExampleFiles.SHIFTED_ABS, ExampleFiles.REFLECTION));
        assertThat((List<?>) example.get("difference"))
                .singleElement()
                .isInstanceOf(String.class)
                .isNotEqualTo("0");
    }

    @Test
    void theHatIsEquivariantButAtNoParameterOfItsArchitectureLayerwise() {
        Path wide = folder.resolve("wide.json");
        Map<String, @Nullable Object> json = json(1, ExampleFiles.HAT, ExampleFiles.REFLECTION, "--widened", wide);
        assertThat(json)
                .containsEntry("verdict", "equivariant-not-layerwise")
                .containsEntry("equivariant", "holds")
                .containsEntry("layerwise", Map.of("given", "refuted", "architecture", "refuted", "widened", "holds"))
                .containsEntry("level", null)
                .containsEntry("layers", List.of())
                .containsEntry("widened", wide.toString())
                .containsEntry("subgroup", Map.of("generators", List.of(), "order", 1, "index", 2))
                .containsEntry("counterexample", null);
        assertThat(String.valueOf(json.get("theorem"))).contains("no parameter of the same architecture");
        assertThat((List<?>) json.get("reasons")).isNotEmpty();
        assertThat(json(0, files.read("wide.json"), ExampleFiles.REFLECTION)).containsEntry("reparametrised", false);
    }

    @Test
    void theStarIsLayerwiseUnderTheSquareOfItsTurnOnly() {
        assertThat(json(1, ExampleFiles.STAR, ExampleFiles.HEXAGON))
                .containsEntry("verdict", "equivariant-not-layerwise")
                .containsEntry("widened", null)
                .containsEntry("subgroup", Map.of("generators", List.of("r^2"), "order", 3, "index", 2));
        assertThat(verify(ExampleFiles.STAR, ExampleFiles.HEXAGON).exits(1).out())
                .contains("r^2 (order 3, index 2)", "2, permuted by r as (0 1)", "--widened FILE");
    }

    /** C3: two classes of parameters over the real numbers, which H exchanges. */
    @Test
    void theClassesOfADeepNetworkOfSquaresAreExchanged() {
        assertThat(json(1, ExampleFiles.DEEP_SQUARES, ExampleFiles.HADAMARD))
                .containsEntry("verdict", "equivariant-not-layerwise")
                .containsEntry("subgroup", null);
        assertThat(verify(ExampleFiles.DEEP_SQUARES, ExampleFiles.HADAMARD)
                        .exits(1)
                        .out())
                .contains("2, permuted by h as (0 1)");
    }

    @Test
    void aSpareUnitMakesRoomForALayerwiseEquivariantParameter() {
        Path output = folder.resolve("new.json");
        Map<String, @Nullable Object> json =
                json(0, ExampleFiles.HAT_WITH_SPARE_UNIT, ExampleFiles.REFLECTION, "-o", output);
        assertThat(json).containsEntry("verdict", "layerwise-equivariant").containsEntry("reparametrised", true);
        assertThat(String.valueOf(json.get("units_from"))).isEqualTo("[[null, null, null, null]]");
        assertThat(json(0, files.read("new.json"), ExampleFiles.REFLECTION)).containsEntry("reparametrised", false);
    }

    @Test
    void theDeepHatIsUndetermined() {
        Map<String, @Nullable Object> json = json(2, ExampleFiles.DEEP_HAT, ExampleFiles.REFLECTION);
        assertThat(json)
                .containsEntry("verdict", "undetermined")
                .containsEntry("equivariant", "holds")
                .containsEntry("counterexample", null);
        assertThat((List<?>) json.get("reasons")).isNotEmpty();
        assertThat(verify(ExampleFiles.DEEP_HAT, ExampleFiles.REFLECTION)
                        .exits(2)
                        .out())
                .startsWith("undetermined: the network is equivariant")
                .contains("at larger width");
    }

    @Test
    void splitClonesAreReparametrisedAndTheNetworkIsWrittenWhereItIsWanted() {
        Path output = folder.resolve("merged.json");
        Map<String, @Nullable Object> json = json(0, ExampleFiles.SPLIT_CLONES, ExampleFiles.SWAP, "-o", output);
        assertThat(json)
                .containsEntry("reparametrised", true)
                .containsEntry("network", output.toString())
                .containsEntry("layerwise", Map.of("given", "refuted", "architecture", "holds", "widened", "holds"));
        assertThat(String.valueOf(json.get("units_from"))).isEqualTo("[[0, null, 2]]");
        assertThat(onlyLayer(json)).containsEntry("orbits", "1 swapped pair, 1 unused");
        assertThat(json(0, files.read("merged.json"), ExampleFiles.SWAP)).containsEntry("reparametrised", false);
    }

    @Test
    void theReparametrisedNetworkGoesBesideTheCertificate() {
        Map<String, @Nullable Object> json = json(
                0, ExampleFiles.NON_SPLIT_CLONES, ExampleFiles.SWAP, "--certificate", folder.resolve("proof.json"));
        assertThat(json)
                .containsEntry(
                        "network", folder.resolve("proof.reparametrised.json").toString());
        assertThat(files.names())
                .containsExactly(
                        "network.json",
                        "proof.json",
                        "proof.no-latent-action.json",
                        "proof.reparametrised.json",
                        "symmetry.json");
    }

    @Test
    void withoutAPlaceForTheReparametrisedNetworkItIsSaidHowToGetIt() {
        assertThat(json(0, ExampleFiles.SPLIT_CLONES, ExampleFiles.SWAP)).containsEntry("network", null);
        CommandRun run = verify(ExampleFiles.SPLIT_CLONES, ExampleFiles.SWAP).exits(0);
        assertThat(run.out()).contains("reparametrised", "--output");
    }

    @Test
    void peopleReadTheVerdictInTheFirstLine() {
        assertThat(verify(ExampleFiles.SWAPPED_PAIR, ExampleFiles.SWAP).exits(0).out())
                .startsWith("layerwise-equivariant: ")
                .contains("signed permutations", "1 swapped pair");
        assertThat(verify(ExampleFiles.SHIFTED_ABS, ExampleFiles.REFLECTION)
                        .exits(1)
                        .out())
                .startsWith("not-equivariant: ")
                .contains("f(s x)", "s f(x)", "difference");
        assertThat(verify(ExampleFiles.HAT, ExampleFiles.REFLECTION).exits(1).out())
                .startsWith("equivariant-not-layerwise: ")
                .contains("permuted by s as (0 1)");
    }

    @Test
    void oneWrongLastBitIsRefutedWithAHintAtTheTolerance() {
        String weights = "[[0.5, 0.1],[0.1, 0.500000000000000111]]";
        String network = ExampleFiles.network(weights, "[0,0]", "\"tanh\"", "[[1,1]]");
        assertThat((List<?>) json(1, network, ExampleFiles.SWAP).get("reasons"))
                .anyMatch(reason ->
                        String.valueOf(reason).matches("largest difference found .*e-1[0-9]: try --tolerance"));
    }

    @Test
    void whereNothingIsDecidedOnlyWhatIsProvedBesideGetsACertificate() {
        CommandRun run =
                verify(ExampleFiles.DEEP_HAT, ExampleFiles.REFLECTION, "--certificate", folder.resolve("proof.json"));
        assertThat(run.exits(2).err())
                .isEqualTo("intertwine: no certificate of a verdict was written: the verdict is undetermined\n");
        assertThat(files.names()).contains("proof.equivariant.json").doesNotContain("proof.json");
        CommandRun.of(
                        "check",
                        folder.resolve("proof.equivariant.json"),
                        "--network",
                        folder.resolve("network.json"),
                        "--symmetry",
                        folder.resolve("symmetry.json"),
                        "--claim",
                        "equivariant")
                .exits(0);
    }

    @Test
    void aCertificateInAFolderThatDoesNotExistIsRefusedBeforeTheWork() {
        CommandRun run = CommandRun.of(
                "verify",
                folder.resolve("no.json"),
                folder.resolve("no.json"),
                "--certificate",
                folder.resolve("no/proof.json"));
        assertThat(run.exits(65).err())
                .contains("the directory", "does not exist")
                .hasLineCount(1);
    }

    @Test
    void anOutputNeverReplacesAnInput() {
        CommandRun run =
                verify(ExampleFiles.SWAPPED_PAIR, ExampleFiles.SWAP, "--certificate", folder.resolve("network.json"));
        assertThat(run.exits(64).err()).contains("named twice");
        assertThat(files.read("network.json")).isEqualTo(ExampleFiles.SWAPPED_PAIR);
    }

    @Test
    void theReportIsWrittenWhenItIsAskedFor() {
        Path report = folder.resolve("report.html");
        CommandRun run = verify(ExampleFiles.SWAPPED_PAIR, ExampleFiles.SWAP, "--report", report);
        assertThat(run.exits(0).out()).contains("report", report.toString());
        assertThat(Files.exists(report)).isTrue();
        assertThat(files.read("report.html"))
                .startsWith("<!DOCTYPE html>")
                .contains("</html>", "network.json", "symmetry.json")
                .doesNotContain("http://", "<script");
    }

    @Test
    void withAToleranceTheWrongLastBitDoesNotCountAndNothingIsProved() {
        String weights = "[[0.5, 0.1],[0.1, 0.500000000000000111]]";
        String network = ExampleFiles.network(weights, "[0,0]", "\"tanh\"", "[[1,1]]");
        Map<String, @Nullable Object> json = json(0, network, ExampleFiles.SWAP, "--tolerance", "1e-6");
        assertThat(json)
                .containsEntry("verdict", "layerwise-equivariant")
                .containsEntry("mode", "numeric")
                .containsEntry("level", "gauge")
                .containsEntry("theorem", "");
        assertThat(onlyLayer(json)).containsEntry("orbits", "1 swapped pair");
        assertThat(String.valueOf(onlyLayer(json).get("residual"))).contains("E-16");
        assertThat(verify(network, ExampleFiles.SWAP, "--tolerance", "1e-6")
                        .exits(0)
                        .out())
                .startsWith("layerwise-equivariant: within tolerance 1.0E-6, in floating point; nothing is proved.")
                .contains("residual");
    }

    @Test
    void aLargeDifferenceIsRefutedForAToleranceToo() {
        Map<String, @Nullable Object> json =
                json(1, ExampleFiles.SHIFTED_ABS, ExampleFiles.REFLECTION, "--tolerance", "0.001");
        assertThat(json).containsEntry("verdict", "not-equivariant").containsEntry("mode", "numeric");
        assertThat((List<?>) counterexample(json).get("difference"))
                .singleElement()
                .asString()
                .contains("lower", "upper");
    }

    @Test
    void estimatedFactorsOfReluUnitsAreWrittenAsDecimals() {
        String network = ExampleFiles.network("[[1,2],[6,3]]", "[1,3]", "\"relu\"", "[[3,1]]");
        Map<String, @Nullable Object> json = json(0, network, ExampleFiles.SWAP, "--tolerance", "1e-9");
        assertThat(onlyLayer(json)).doesNotContainKey("normalised");
        assertThat(String.valueOf(onlyLayer(json).get("action"))).contains("permutation=[1, 0]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--tolerance 0",
                "--tolerance 1",
                "--tolerance NaN",
                "--tolerance x",
                "--tolerance 0.1 --certificate c.json",
                "--tolerance 0.1 --report r.html",
                "--tolerance 0.1 -o n.json"
            })
    void aToleranceProvesNothing(String words) {
        CommandRun run = verify(ExampleFiles.SWAPPED_PAIR, ExampleFiles.SWAP, (Object[]) words.split(" "));
        assertThat(run.exits(64).err()).contains("--tolerance").hasLineCount(1);
    }

    @Test
    void positiveFactorsAreDividedOutBesideTheAction() {
        String network = ExampleFiles.network("[[1,2],[6,3]]", "[1,3]", "\"relu\"", "[[3,1]]");
        Map<String, @Nullable Object> layer = onlyLayer(json(0, network, ExampleFiles.SWAP));
        assertThat(layer)
                .containsEntry("group", "positive monomial")
                .containsEntry(
                        "action", Map.of("s", Map.of("permutation", List.of(1, 0), "scales", List.of("3", "1/3"))))
                .containsEntry(
                        "normalised",
                        Map.of(
                                "diagonal",
                                List.of("1", "1/3"),
                                "action",
                                Map.of("s", Map.of("permutation", List.of(1, 0)))));
    }

    @Test
    void bothActionsOfASigmoidLayerAreShown() {
        String network = ExampleFiles.network("[[1]]", "[0]", "\"sigmoid\"", "[[1]]");
        Map<String, @Nullable Object> layer = onlyLayer(json(
                0,
                ExampleFiles.withOutputBias(network, "[\"-1/2\"]"),
                ExampleFiles.involution("{\"matrix\": [[-1]]}", "-1")));
        assertThat(layer)
                .containsEntry("group", "affine signed permutations")
                .containsEntry("orbits", "1 negated")
                .containsEntry("preactivation", Map.of("s", Map.of("permutation", List.of(0), "scales", List.of("-1"))))
                .containsEntry(
                        "action",
                        Map.of("s", Map.of("permutation", List.of(0), "scales", List.of("-1"), "shift", List.of("1"))));
    }

    @Test
    void aDeepLinearNetworkHasALinearAction() {
        String network = """
                {"format": "intertwine-network/1", "layers": [
                  {"dense": {"weight": [[1, 1], [1, -1]]}}, {"dense": {"weight": [[1, 0]]}}]}
                """;
        Map<String, @Nullable Object> layer = onlyLayer(json(0, network, ExampleFiles.SWAP));
        assertThat(layer).containsEntry("group", "general linear");
        assertThat(layer)
                .containsEntry(
                        "decomposition",
                        "1 orbit induced from the trivial character (1 of 1 unit), 1 from the sign (1 of 1 unit)");
        assertThat(layer.get("action")).isEqualTo(layer.get("preactivation"));
    }

    @Test
    void aSoftmaxAtTheEndIsNoHiddenLayer() {
        String network = """
                {"format": "intertwine-network/1", "layers": [
                  {"dense": {"weight": [[1, 2], [2, 1]]}}, {"activation": "tanh"}, {"dense": {"weight": [[1, 2], [2, 1]]}},
                  {"softmax": {}}]}
                """;
        String symmetry = """
                {"format": "intertwine-symmetry/1", "group": {"cyclic": 2},
                 "input": {"r": {"permutation": [1, 0]}}, "output": {"r": {"permutation": [1, 0]}}}
                """;
        assertThat(onlyLayer(json(0, network, symmetry))).containsEntry("orbits", "1 swapped pair");
    }

    @Test
    void theTrivialGroupFixesEveryUnit() {
        String symmetry = """
                {"format": "intertwine-symmetry/1", "group": {"generators": [], "relators": []},
                 "input": {}, "output": {}}
                """;
        CommandRun run = verify(ExampleFiles.SWAPPED_PAIR, symmetry);
        assertThat(run.code()).isIn(0, 65);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> onlyLayer(Map<String, @Nullable Object> json) {
        List<Object> layers = (List<Object>) json.get("layers");
        assertThat(layers).hasSize(1);
        return (Map<String, @Nullable Object>) layers.get(0);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> counterexample(Map<String, @Nullable Object> json) {
        return (Map<String, @Nullable Object>) json.get("counterexample");
    }
}
