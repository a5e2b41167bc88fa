package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private ExampleFiles files = new ExampleFiles(folder);
    private Path certificate = folder;

    @BeforeEach
    void useTheFolder() {
        files = new ExampleFiles(folder);
        certificate = folder.resolve("certificate.json");
        files.write("pair.json", ExampleFiles.SWAPPED_PAIR);
        files.write("antisymmetric.json", ExampleFiles.ANTISYMMETRIC_PAIR);
        files.write("clones.json", ExampleFiles.SPLIT_CLONES);
        files.write("swap.json", ExampleFiles.SWAP);
        files.write("signed.json", ExampleFiles.SWAP_WITH_SIGN);
    }

    private void prove(String network, int code) {
        CommandRun.of("verify", folder.resolve(network), folder.resolve("swap.json"), "--certificate", certificate)
                .exits(code);
    }

    private CommandRun check(String network, String symmetry, String... more) {
        Object[] words = new Object[more.length + 6];
        words[0] = "check";
        words[1] = certificate;
        words[2] = "--network";
        words[3] = folder.resolve(network);
        words[4] = "--symmetry";
        words[5] = folder.resolve(symmetry);
        System.arraycopy(more, 0, words, 6, more.length);
        return CommandRun.of(words);
    }

    @ParameterizedTest
    @CsvSource({
        "pair.json,0,layerwise-equivariant",
        "antisymmetric.json,1,not-equivariant",
        "clones.json,0,layerwise-equivariant"
    })
    void whatVerifyWritesIsAccepted(String network, int code, String verdict) {
        prove(network, code);
        CommandRun run = check(network, "swap.json").exits(0);
        assertThat(run.out())
                .startsWith("proved: " + verdict)
                .contains("equivariant", "network   sha256:", "symmetry  sha256:");
        assertThat(check(network, "swap.json", "--claim", verdict).exits(0).out())
                .startsWith("proved");
        assertThat(check(network, "swap.json", "--json").exits(0).json())
                .containsEntry("proved", true)
                .containsEntry("claim", verdict)
                .containsEntry("reason", null);
    }

    @Test
    void anotherNetworkIsRefused() {
        prove("pair.json", 0);
        CommandRun run = check("antisymmetric.json", "swap.json").exits(1);
        assertThat(run.out()).startsWith("not proved: layerwise-equivariant").contains("another network");
        assertThat(check("antisymmetric.json", "swap.json", "--json").exits(1).json())
                .containsEntry("proved", false)
                .containsEntry("theorem", null);
    }

    @Test
    void anotherSymmetryIsRefused() {
        prove("pair.json", 0);
        assertThat(check("pair.json", "signed.json").exits(1).out()).contains("another symmetry");
    }

    @Test
    void anotherVerdictThanTheDemandedOneIsRefused() {
        prove("pair.json", 0);
        assertThat(check("pair.json", "swap.json", "--claim", "not-equivariant")
                        .exits(1)
                        .out())
                .startsWith("not proved: not-equivariant");
        prove("antisymmetric.json", 1);
        assertThat(check("antisymmetric.json", "swap.json", "--claim", "layerwise-equivariant")
                        .exits(1)
                        .out())
                .startsWith("not proved: layerwise-equivariant");
    }

    @Test
    void whateverVerifyProvesOfTheHatIsAccepted() {
        files.write("hat.json", ExampleFiles.HAT);
        files.write("reflection.json", ExampleFiles.REFLECTION);
        CommandRun.of(
                        "verify",
                        folder.resolve("hat.json"),
                        folder.resolve("reflection.json"),
                        "--certificate",
                        certificate)
                .exits(1);
        for (String verdict : List.of("equivariant-not-layerwise", "no-latent-action", "layerwise-when-widened")) {
            if (!verdict.equals("equivariant-not-layerwise")) {
                certificate = folder.resolve("certificate." + verdict + ".json");
            }
            assertThat(check("hat.json", "reflection.json", "--claim", verdict)
                            .exits(0)
                            .out())
                    .startsWith("proved: " + verdict);
            check("pair.json", "swap.json", "--claim", verdict).exits(1);
            check("hat.json", "reflection.json", "--claim", "layerwise-equivariant")
                    .exits(1);
        }
    }

    @Test
    void aCertificateAboutSomethingElseSaysWhatToGive() {
        prove("pair.json", 0);
        CommandRun alone = CommandRun.of("check", certificate, "--network", folder.resolve("pair.json"));
        assertThat(alone.exits(64).err()).contains("one of layerwise-equivariant", "give --network and --symmetry");
        CommandRun two = CommandRun.of(
                "check", certificate, "--networks", folder.resolve("pair.json"), folder.resolve("pair.json"));
        assertThat(two.exits(64).err()).contains("give --network and --symmetry");
        CommandRun four = CommandRun.of(
                "check",
                certificate,
                "--networks",
                folder.resolve("pair.json"),
                folder.resolve("pair.json"),
                "--networks",
                folder.resolve("pair.json"),
                folder.resolve("pair.json"));
        four.exits(64);
    }

    @Test
    void aVerdictThatDoesNotExistIsWrongUsage() {
        prove("pair.json", 0);
        assertThat(check("pair.json", "swap.json", "--claim", "yes").exits(64).err())
                .contains("layerwise-equivariant")
                .hasLineCount(1);
    }

    @Test
    void aCertificateThatIsNoneIsUnusable() {
        files.write("certificate.json", "{}");
        assertThat(check("pair.json", "swap.json").exits(65).err()).hasLineCount(1);
    }
}
