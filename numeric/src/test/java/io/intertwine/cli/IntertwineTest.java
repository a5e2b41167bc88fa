package io.intertwine.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntertwineTest {
    @Test
    void theHelpListsTheCommandsThatThereAre() {
        CommandRun run = CommandRun.of("--help").exits(0);
        assertThat(run.out())
                .contains("demo", "verify", "check", "symmetrize", "evaluate", "convert")
                .doesNotContain("train");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "verify", "check", "symmetrize", "dimension", "evaluate", "convert"})
    void everyCommandHasHelp(String command) {
        CommandRun run = CommandRun.of(command, "--help").exits(0);
        assertThat(run.out()).startsWith("Usage: intertwine " + command).doesNotContain("null");
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(CommandRun.of("--version").exits(0).out())
                .startsWith("intertwine ")
                .hasLineCount(1);
    }

    @Test
    void aMisspeltCommandIsAnsweredWithTheNearestOne() {
        assertThat(CommandRun.of("verfiy", "a", "b").exits(64).err()).contains("did you mean verify?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "verfiy a b",
                "verify",
                "verify a",
                "verify a b c",
                "verify a b --no-such-option",
                "verify a b --seed x",
                "verify a b --certificate",
                "check a --symmetry s",
                "check a --networks n",
                "check a --network n --networks n m",
                "check a --network n --claim equal",
                "check a --network n --architecture a",
                "check a --architecture n --claim equal",
                "check a --network n --claim equivariant",
                "check a --networks n m --claim identifiable",
                "equal a",
                "equal a b c",
                "equal a b --seed x",
                "reduce a",
                "reduce a -o",
                "symmetrize a -o b",
                "symmetrize a b",
                "symmetrize a b c -o d",
                "symmetrize a b -o c --weights there",
                "identify",
                "identify a b",
                "dimension",
                "convert a",
                "--no-such-option"
            })
    void wrongUsageIsSaidInOneLine(String words) {
        CommandRun run = CommandRun.of((Object[]) (words.isEmpty() ? new String[0] : words.split(" ")))
                .exits(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("intertwine: ").contains("--help").hasLineCount(1);
    }

    private static CommandRun guarded(Intertwine.Work work) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), () -> false);
        int code = Intertwine.guard(work, terminal);
        return new CommandRun(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    @Test
    void aFaultOfOursIsOneLineThatAsksForAReport() {
        for (Intertwine.Work fault : List.<Intertwine.Work>of(
                () -> {
                    throw new IllegalStateException("two\nlines");
                },
                () -> {
                    throw new StackOverflowError();
                },
                () -> {
                    throw new AssertionError("no");
                })) {
            CommandRun run = guarded(fault).exits(70);
            assertThat(run.err()).contains("fault of intertwine", "report it").hasLineCount(1);
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void tooLittleMemoryIsSaidInOneLineThatHelps() {
        CommandRun run = guarded(() -> {
            throw new OutOfMemoryError("Java heap space");
        });
        assertThat(run.exits(65).err()).contains("INTERTWINE_OPTS").hasLineCount(1);
    }
}
