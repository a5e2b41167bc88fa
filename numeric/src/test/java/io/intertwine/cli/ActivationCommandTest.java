package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void anActivationIsShownWithGroupsRelationsAndDerivation() {
        assertThat(CommandRun.of("activation", "sigmoid").exits(0).out())
                .startsWith("s(x) = sigmoid(x)\n")
                .contains("linear group      trivial: a = 1, b = 1\n")
                .contains("the permutation matrices\n")
                .contains("s(-x) = 1 - s(x)\n")
                .contains("Derivation\n   1. ")
                .doesNotContain("undetermined", "\u001b");
    }

    @Test
    void relationsAndFamiliesAreWrittenAsEquations() {
        assertThat(CommandRun.of("activation", "relu").exits(0).out())
                .contains("positive: a > 0, b = a\n", "s(t x) = t s(x) for every t > 0\n", "s(x) - s(-x) = x\n")
                .contains("monomial matrices with positive entries");
        assertThat(CommandRun.of("activation", "x^3 + x^2").exits(0).out()).contains("s(-x - 2/3) = 4/27 - s(x)\n");
    }

    @ParameterizedTest
    @CsvSource({"x, 'GL(n)'", "2*x + 1, all-ones vector", "3, s is constant"})
    void affineFunctionsHaveLargerGroupsOnLayers(String formula, String words) {
        assertThat(CommandRun.of("activation", formula).exits(0).out()).contains(words, "every invertible affine map");
    }

    @ParameterizedTest
    @CsvSource({
        "tanh,tanh(x)",
        "expr:tanh(x),tanh(x)",
        "power:3,x^3",
        "expr:x^3 + x,x^3 + x",
        "ReLU(x)^2,'max(x, 0)^2'",
        "leaky_relu:1/100,'if(x > 0, x, x/100)'"
    })
    void namesAndFormulasAreRead(String given, String expression) {
        assertThat(CommandRun.of("activation", given, "--json").json()).containsEntry("expression", expression);
    }

    @Test
    void theJsonHasTheDocumentedFields() {
        Map<String, @Nullable Object> json =
                CommandRun.of("activation", "relu", "--json").exits(0).json();
        assertThat(json)
                .containsOnlyKeys(
                        "expression",
                        "linear",
                        "affine",
                        "relations",
                        "relations_complete",
                        "differential_equation",
                        "derivation");
        Map<String, String> scaling = Map.of("a", "t", "c", "0", "b", "t", "e", "0");
        assertThat(json)
                .containsEntry("linear", Map.of("group", "positive", "image", "a", "generators", List.of(scaling)))
                .containsEntry(
                        "affine", Map.of("generators", List.of(), "continuous", List.of(scaling), "complete", true))
                .containsEntry(
                        "relations",
                        List.of(Map.of(
                                "terms",
                                List.of(
                                        Map.of("alpha", "1", "beta", "1", "gamma", "0"),
                                        Map.of("alpha", "-1", "beta", "-1", "gamma", "0")),
                                "slope",
                                "1",
                                "constant",
                                "0")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tanh | [[\"0\",\"1\"],[\"-1\",\"0\"]] | 0 | true | [[0, 1], [-1, 0]]",
                "power:3 | [[2]] | 0 | true | [[8]]",
                "tanh | [[2]] | 1 | false | null",
                "relu | [[1,1],[0,1]] | 1 | false | null",
                "tanh | [[1,1],[1,1]] | 1 | false | null",
                "x + if(x > 1/7, 0, if(x < 1/7, 0, 1)) | [[2]] | 2 | null | null"
            })
    void aMatrixIsAnIntertwinerOrNot(String activation, String matrix, int code, String member, String companion) {
        CommandRun run = CommandRun.of("activation", activation, "--matrix", matrix, "--json")
                .exits(code);
        Map<?, ?> answer = (Map<?, ?>) run.json().get("matrix");
        assertThat(answer).isNotNull();
        assertThat(String.valueOf(answer.get("member"))).isEqualTo(member);
        assertThat(String.valueOf(answer.get("companion"))).isEqualTo(companion);
        assertThat(String.valueOf(answer.get("why"))).isNotEmpty();
    }

    @Test
    void theMatrixMayStandInAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "[[0, 1], [-1, 0]]");
        assertThat(CommandRun.of("activation", "cos", "--matrix", file).exits(0).out())
                .contains("the matrix        an intertwiner\n", "its companion     0  1\n                    1  0\n");
        assertThat(CommandRun.of("activation", "tanh", "--matrix", "[[1,1],[1,1]]")
                        .exits(1)
                        .out())
                .contains("singular");
    }

    @Test
    void latexHasBalancedBracesAndEnvironments() {
        String out = CommandRun.of("activation", "sin", "--latex", "--matrix", "[[0, -1], [1, 0]]")
                .exits(0)
                .out();
        assertThat(out)
                .contains(
                        "s\\left(x + \\pi\\right) = -s\\left(x\\right)",
                        "\\begin{pmatrix} 0 & -1 \\\\ 1 & 0 \\end{pmatrix}");
        assertThat(out.replaceAll("\\\\[{}]", "")
                        .chars()
                        .map(each -> each == '{' ? 1 : each == '}' ? -1 : 0)
                        .sum())
                .isZero();
        assertThat(out.split("\\\\begin", -1)).hasSameSizeAs(out.split("\\\\end", -1));
        assertThat(out.replace("\\$", "").chars().filter(each -> each == '$').count() % 2)
                .isZero();
    }

    @Test
    void whatIsNotDecidedIsCalledUndetermined() {
        CommandRun run = CommandRun.of("activation", "x + if(x > 1/7, 0, if(x < 1/7, 0, 1))")
                .exits(2);
        assertThat(run.out()).contains("linear group      undetermined\n", "Not decided: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/x | x = 0: pole",
                "log(x) | x = 0: log of a number that is not positive",
                "tnah | did you mean \"tanh\"?",
                "power:x | power"
            })
    void unusableFunctionsAreRefusedInOneLine(String given, String words) {
        assertThat(CommandRun.of("activation", given).exits(65).err())
                .contains(words)
                .hasLineCount(1);
    }

    @Test
    void unparsableTextIsRefusedWithACaretBelowThePlace() {
        CommandRun run = CommandRun.of("activation", "x*y").exits(65);
        assertThat(run.err()).contains("one variable x, found y").endsWith("  x*y\n    ^\n");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[[1, 2]] | expected as many rows as columns", "[[1 | matrix", "nowhere.json | no such file"})
    void unusableMatricesAreRefused(String matrix, String words) {
        assertThat(CommandRun.of("activation", "tanh", "--matrix", matrix)
                        .exits(65)
                        .err())
                .contains(words)
                .hasLineCount(1);
    }

    @Test
    void wrongUsageIsToldApart() {
        CommandRun.of("activation").exits(64);
        CommandRun.of("activation", "tanh", "--json", "--latex").exits(64);
        CommandRun.of("activation", "tanh", "--matrix", "").exits(64);
        CommandRun.of("activation", "tanh", "--seed", "x").exits(64);
    }

    @Test
    void withoutAProofThereIsNoCertificate() {
        Path file = folder.resolve("c.json");
        assertThat(CommandRun.of("activation", "tanh", "--matrix", "[[1,1],[1,1]]", "--certificate", file)
                        .exits(1)
                        .err())
                .contains("no certificate was written");
        assertThat(CommandRun.of("activation", "elu", "--certificate", file)
                        .exits(0)
                        .err())
                .contains("there is no relation to prove");
        assertThat(file).doesNotExist();
    }

    @Test
    void theCertificateDoesNotReplaceTheMatrix() throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "[[1]]");
        CommandRun.of("activation", "tanh", "--matrix", file, "--certificate", file)
                .exits(64);
    }
}
