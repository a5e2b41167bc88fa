package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntertwineTest {
    @Test
    void theHelpListsTheCommandsThatThereAre() {
        CommandRun run = CommandRun.of("--help").exits(0);
        assertThat(run.out()).contains("demo", "verify", "check", "evaluate", "convert").doesNotContain("symmetrize", "train");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "verify", "check", "evaluate", "convert"})
    void everyCommandHasHelp(String command) {
        CommandRun run = CommandRun.of(command, "--help").exits(0);
        assertThat(run.out()).startsWith("Usage: intertwine " + command).doesNotContain("null");
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(CommandRun.of("--version").exits(0).out()).startsWith("intertwine ").hasLineCount(1);
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
                "check a --network n",
                "convert a",
                "--no-such-option"
            })
    void wrongUsageIsSaidInOneLine(String words) {
        CommandRun run = CommandRun.of((Object[]) (words.isEmpty() ? new String[0] : words.split(" "))).exits(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("intertwine: ").contains("--help").hasLineCount(1);
    }
}
