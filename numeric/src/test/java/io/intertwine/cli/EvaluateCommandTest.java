package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.NumberSyntaxException;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private ExampleFiles files = new ExampleFiles(folder);
    private Path abs = folder;
    private Path tanh = folder;

    @BeforeEach
    void useTheFolder() {
        files = new ExampleFiles(folder);
        abs = files.write("abs.json", ExampleFiles.SHIFTED_ABS);
        tanh = files.write("tanh.json", ExampleFiles.SWAPPED_PAIR);
    }

    @Test
    void aPiecewiseLinearNetworkHasAnExactValue() {
        assertThat(CommandRun.of("evaluate", abs, "[\"-7/3\"]").exits(0).out()).isEqualTo("4/3\n");
        assertThat(CommandRun.of("evaluate", abs, "[-0.1]", "--json").exits(0).json())
                .containsEntry("input", List.of("-1/10"))
                .containsEntry("exact", true)
                .containsEntry("bits", 0)
                .containsEntry("output", List.of("9/10"));
    }

    @Test
    void theInputMayStandInAFile() {
        Path input = files.write("x.json", "[\"1/2\"]");
        assertThat(CommandRun.of("evaluate", abs, input).exits(0).out()).isEqualTo("3/2\n");
    }

    @Test
    void aTranscendentalValueIsEnclosedInDecimalsRoundedOutward() {
        // 5 tanh(4) + 5 tanh(5), from another source
        String out = CommandRun.of("evaluate", tanh, "[1, 0]", "--bits", "64")
                .exits(0)
                .out();
        assertThat(out).matches("\\[9\\.9961[0-9]+, 9\\.9961[0-9]+\\]\n");
    }

    @Test
    void theBoundsInJsonAreExactAndAsCloseAsWasAskedFor() throws NumberSyntaxException {
        Map<String, @Nullable Object> json = CommandRun.of("evaluate", tanh, "[1, 0]", "--bits", "200", "--json")
                .exits(0)
                .json();
        assertThat(json).containsEntry("exact", false).containsEntry("bits", 200);
        Map<?, ?> value = (Map<?, ?>) ((List<?>) json.get("output")).get(0);
        Scalar lower = Scalar.parse(String.valueOf(value.get("lower")));
        Scalar upper = Scalar.parse(String.valueOf(value.get("upper")));
        assertThat(upper.subtract(lower)).isGreaterThan(Scalar.ZERO).isLessThan(Scalar.ofDyadic(BigInteger.ONE, -190));
    }

    @Test
    void anInputOfAnotherSizeIsRefusedWithBothSizes() {
        assertThat(CommandRun.of("evaluate", tanh, "[1]").exits(65).err())
                .contains("expected 2", "found 1")
                .hasLineCount(1);
    }

    @Test
    void aPrecisionOutsideTheRangeIsWrongUsage() {
        assertThat(CommandRun.of("evaluate", tanh, "[1, 0]", "--bits", "1000000")
                        .exits(64)
                        .err())
                .contains("--bits")
                .hasLineCount(1);
        assertThat(CommandRun.of("evaluate", tanh, "[1, 0]", "--bits", "many")
                        .exits(64)
                        .err())
                .hasLineCount(1);
    }
}
