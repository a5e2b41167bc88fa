package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates about activations: what is written is accepted, and what is changed is not. */
class CheckActivationTest {
    private static final Pattern NUMBER = Pattern.compile("(?<=[\"/])(?<!certificate/)(-?[0-9]+)(?=[\"/])");

    @TempDir
    private Path folder = Path.of("");

    private Path certificate() {
        return folder.resolve("certificate.json");
    }

    private CommandRun check(String activation, String... more) {
        List<Object> words = new ArrayList<>(List.of("check", certificate(), "--activation", activation));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray());
    }

    /** The text with each of its numbers changed, one at a time. */
    private static List<String> mutants(String text) {
        List<String> mutants = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            long changed = Long.parseLong(number.group()) + 1;
            mutants.add(text.substring(0, number.start()) + changed + text.substring(number.end()));
        }
        return mutants;
    }

    @ParameterizedTest
    @CsvSource({"tanh", "relu", "sigmoid", "x^3 + x^2", "floor", "relu6", "exp", "softplus"})
    void relationsAreAcceptedAndPrintedInFull(String activation) throws IOException {
        CommandRun.of("activation", activation, "--certificate", certificate()).exits(0);
        assertThat(check(activation).exits(0).out())
                .startsWith("proved: activation-relations\n")
                .contains("satisfies, for every real x:", " = ", "activation  ");
        assertThat(check(activation, "--claim", "activation-relations", "--json")
                        .exits(0)
                        .json())
                .containsEntry("proved", true);
        assertThat(check("gelu").exits(1).out()).contains("it speaks of the activation");
        assertThat(check(activation, "--matrix", "[[1]]").exits(1).out()).contains("not of a matrix");
        assertThat(check(activation, "--claim", "intertwiner").exits(1).out()).startsWith("not proved: intertwiner");
    }

    @ParameterizedTest
    @CsvSource({"tanh", "sigmoid", "x^3 + x^2", "relu", "relu6", "exp"})
    void aChangedNumberOfARelationIsRejected(String activation) throws IOException {
        CommandRun.of("activation", activation, "--certificate", certificate()).exits(0);
        String text = Files.readString(certificate());
        String relations = text.substring(0, text.indexOf("\"base_points\""));
        List<String> mutants = mutants(relations);
        assertThat(mutants).isNotEmpty();
        for (String mutant : mutants) {
            Files.writeString(certificate(), mutant + text.substring(relations.length()));
            assertThat(check(activation).code()).as(mutant).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tanh | [[0, 1], [-1, 0]] | intertwiner | 0",
                "power:3 | [[\"2/3\"]] | intertwiner | 0",
                "identity | [[1, 2], [3, 4]] | intertwiner | 0"
            })
    void anIntertwinerIsAcceptedAndItsMutantsAreNot(String activation, String matrix, String verdict, int code)
            throws IOException {
        CommandRun.of("activation", activation, "--matrix", matrix, "--certificate", certificate())
                .exits(code);
        assertThat(check(activation, "--matrix", matrix, "--claim", verdict)
                        .exits(0)
                        .out())
                .startsWith("proved: " + verdict)
                .contains("A = [[", " = [[");
        assertThat(check(activation).exits(1).out()).contains("it speaks of a matrix");
        assertThat(check(activation, "--matrix", "[[17]]").exits(1).out()).contains("another matrix");
        for (String mutant : mutants(Files.readString(certificate()))) {
            Files.writeString(certificate(), mutant);
            assertThat(check(activation, "--matrix", matrix).code()).as(mutant).isEqualTo(1);
        }
    }

    @Test
    void aMatrixWithoutCompanionIsAcceptedAndNoMutantProvesItOfAMember() throws IOException {
        String matrix = "[[2, 0], [0, 1]]";
        CommandRun.of("activation", "tanh", "--matrix", matrix, "--certificate", certificate())
                .exits(1);
        assertThat(check("tanh", "--matrix", matrix, "--claim", "not-intertwiner")
                        .exits(0)
                        .out())
                .startsWith("proved: not-intertwiner")
                .contains("No matrix B satisfies");
        String text = Files.readString(certificate());
        String member = text.replace("[\"2\", \"0\"]", "[\"-1\", \"0\"]");
        for (String mutant : mutants(member)) {
            Files.writeString(certificate(), mutant);
            assertThat(check("tanh", "--matrix", "[[-1, 0], [0, 1]]").code())
                    .as(mutant)
                    .isEqualTo(1);
        }
        Files.writeString(certificate(), text.replace("\"row\": 0", "\"row\": 1"));
        assertThat(check("tanh", "--matrix", matrix).code()).isEqualTo(1);
        Files.writeString(certificate(), text.replace("\"bits\": 128", "\"bits\": 1"));
        assertThat(check("tanh", "--matrix", matrix).code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"verdict\": \"intertwiner\" | \"verdict\": \"member\" | one of",
                "\"companion\" | \"companoin\" | did you mean \"companion\"?",
                "\"format\": \"intertwine-certificate/1\" | \"format\": \"intertwine-certificate/2\" | format",
                "\"matrix\": [ | \"matrix\": [[], | number"
            })
    void aFileThatIsNoCertificateIsRefusedWithItsPlace(String found, String instead, String words) throws IOException {
        CommandRun.of("activation", "tanh", "--matrix", "[[-1]]", "--certificate", certificate())
                .exits(0);
        Files.writeString(certificate(), Files.readString(certificate()).replace(found, instead));
        assertThat(check("tanh", "--matrix", "[[-1]]").exits(65).err())
                .contains("line ", "column ", words)
                .hasLineCount(1);
    }

    @Test
    void theSubjectIsANetworkOrAnActivation() throws IOException {
        Files.writeString(certificate(), "{}");
        CommandRun.of("check", certificate()).exits(64);
        CommandRun.of("check", certificate(), "--symmetry", "n.json").exits(64);
        check("tanh", "--networks", "n.json", "m.json").exits(64);
        check("tanh", "--network", "n.json", "--symmetry", "s.json").exits(64);
        check("tanh", "--claim", "layerwise-equivariant").exits(64);
        CommandRun.of("check", certificate(), "--network", "n.json", "--symmetry", "s.json", "--matrix", "[[1]]")
                .exits(64);
        check("tanh").exits(65);
    }
}
