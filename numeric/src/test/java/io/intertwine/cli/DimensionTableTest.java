package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.io.FormatException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionTableTest {
    private static final String HEADER = "widths,activation,bias,parameters,symmetry_dimension,ambient,lower_bound,"
            + "upper_bound,dimension,proved,defect,locally_identifiable,rule,prime,seed\n";
    private static final String FIRST = "2-2-1,relu,true,9,2,,7,7,7,true,0,true,symmetries,8388593,1\n";

    @TempDir
    private Path folder = Path.of("");

    private ExampleFiles files = new ExampleFiles(folder);

    @BeforeEach
    void useTheFolder() {
        files = new ExampleFiles(folder);
    }

    private CommandRun table(String words) {
        return CommandRun.of((Object[]) ("dimension --table " + folder.resolve("t.csv") + " " + words).split(" "));
    }

    private static final String RELU = "--activation relu --max-parameters 13";

    @Test
    void everyFamilyUpToASizeHasARow() {
        CommandRun run = table(RELU).exits(0);
        assertThat(files.read("t.csv"))
                .startsWith(HEADER + FIRST)
                .endsWith("4-2-1,relu,true,13,2,,11,11,11,true,0,true,symmetries,8388593,1\n")
                .hasLineCount(6);
        assertThat(run.out())
                .startsWith("all proved: the functional dimensions of 5 families.")
                .contains("rows    5, 5 of them new\n", "proved  5\n");
    }

    @Test
    void aTableIsContinuedWhereItStopped() {
        table(RELU).exits(0);
        String whole = files.read("t.csv");
        files.write("t.csv", HEADER + FIRST.replace(",7,7,7,", ",5,5,5,") + "3-2-");
        CommandRun run = table(RELU + " --json").exits(0);
        assertThat(run.err()).contains("the last line was not complete").hasLineCount(1);
        assertThat(CommandRun.parse(run.out()))
                .containsEntry("rows", 5)
                .containsEntry("added", 4)
                .containsEntry("proved", 5);
        assertThat(files.read("t.csv"))
                .isEqualTo(whole.replace(
                        ",7,7,7,true,0,true,symmetries,8388593,1\n3-2-1",
                        ",5,5,5,true,0,true,symmetries,8388593,1\n3-2-1"));
        assertThat(table(RELU).exits(0).out()).contains("0 of them new");
    }

    @Test
    void anUnfinishedFirstLineIsRepaired() {
        for (String begun : List.of("", "widths,act", HEADER.strip())) {
            files.write("t.csv", begun);
            table(RELU).exits(0);
            assertThat(files.read("t.csv")).startsWith(HEADER + FIRST).hasLineCount(6);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--activation tanh --max-parameters 9 | expected the activation tanh, found relu",
                "--activation relu --max-parameters 9 --no-bias | expected the bias false, found true",
                "--activation relu --max-parameters 9 --seed 2 | expected the seed 2, found 1",
                "--activation relu --max-parameters 9 --prime 7 | expected the prime 7, found 8388593"
            })
    void aTableWithOtherSettingsIsLeftAsItIs(String words, String named) {
        files.write("t.csv", HEADER + FIRST);
        CommandRun run = table(words).exits(65);
        assertThat(run.err())
                .contains("t.csv, line 2: " + named, "give another file")
                .hasLineCount(1);
        assertThat(files.read("t.csv")).isEqualTo(HEADER + FIRST);
    }

    @Test
    void whatIsNoSuchTableIsLeftAsItIs() {
        for (String other : List.of("a,b\n1,2\n", "something else", HEADER + "2-2-1,relu\n" + FIRST)) {
            files.write("t.csv", other);
            assertThat(table(RELU).exits(65).err())
                    .contains("t.csv", "expected")
                    .hasLineCount(1);
            assertThat(files.read("t.csv")).isEqualTo(other);
        }
    }

    @Test
    void familiesMayStandInAFile() {
        Path list = files.write("list.txt", "# two of them\n2,3,1\n\n 2-2-1 \n2,3,1\n");
        table("--activation clip(x,0,1) --list " + list).exits(0);
        assertThat(files.read("t.csv"))
                .contains("\n2-3-1,\"expr:clip(x, 0, 1)\",true,13,", "\n2-2-1,")
                .hasLineCount(3);
        table("--activation clip(x,0,1) --list " + list).exits(0);
        files.write("list.txt", "2,3,1\n2;3\n");
        assertThat(table("--activation clip(x,0,1) --list " + list).exits(65).err())
                .contains("list.txt, line 2: expected widths");
        assertThat(table("--activation relu --list " + folder.resolve("none"))
                        .exits(65)
                        .err())
                .contains("there is no such file");
    }

    @Test
    void whereBoundsDifferTheDimensionIsLeftEmpty() {
        Path list = files.write("list.txt", "2,3,1\n");
        assertThat(table("--activation floor --list " + list).exits(2).out()).startsWith("1 undetermined: ");
        assertThat(files.read("t.csv")).endsWith("2-3-1,floor,true,13,0,,0,13,,false,,,parameters,8388593,1\n");
    }

    @Test
    void aFamilyThatCannotBeUsedIsNamed() {
        Path list = files.write("list.txt", "2,3,1\n2,0,1\n");
        assertThat(table("--activation relu --list " + list).exits(65).err()).contains("2-0-1: ", "found 0");
        assertThat(files.read("t.csv")).hasLineCount(2);
    }

    /** With more inputs than lines through a base point some weights would not be seen. */
    @Test
    void allParametersOfWideInputsCount() {
        table("--activation tanh --max-parameters 18").exits(0);
        assertThat(files.read("t.csv"))
                .contains("\n3-2-2,tanh,true,14,0,,14,14,14,true,", "\n6-2-1,tanh,true,17,0,,17,17,");
    }

    /** Counted by hand for few parameters; the smallest come first, and no bound but the number of parameters ends the depth. */
    @Test
    void allWidthsUpToASizeAreFound() throws FormatException {
        assertThat(ArchitectureList.upTo(13, 2, 1_000, true))
                .containsExactly(
                        List.of(2, 2, 1), List.of(3, 2, 1), List.of(2, 2, 2), List.of(2, 3, 1), List.of(4, 2, 1));
        assertThat(ArchitectureList.upTo(6, 2, 1_000, false)).containsExactly(List.of(2, 2, 1));
        assertThat(ArchitectureList.upTo(10, 2, 1_000, false))
                .contains(List.of(2, 2, 2, 1))
                .hasSize(8);
        assertThat(ArchitectureList.upTo(10, 2, 2, false)).doesNotContain(List.of(2, 2, 2, 1));
        assertThat(ArchitectureList.upTo(60, 2, 1_000, true)).hasSize(8_485).doesNotHaveDuplicates();
    }
}
