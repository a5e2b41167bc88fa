package io.intertwine.io;

import static io.intertwine.io.TextFiles.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Scalar;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFormatTest {
    @TempDir
    Path folder;

    @Test
    void listsOfNumbersAndTextsAreReadExactly() throws FormatException {
        assertThat(VectorFormat.parse(" [1, \"1/2\", 0.1, -2e3, \"sqrt(2)\"] "))
                .containsExactly(
                        Scalar.ONE, Scalar.of(1, 2), Scalar.of(1, 10), Scalar.of(-2000), Scalar.sqrt(BigFraction.TWO));
        assertThat(VectorFormat.parse("[]")).isEmpty();
        assertThat(VectorFormat.read(TextFiles.write(folder.resolve("v.json"), "[3]")))
                .containsExactly(Scalar.of(3));
    }

    @Test
    void aListOfManyNumbersMayMixFractionsAndIntegers() throws FormatException {
        String text = IntStream.range(0, 500)
                .mapToObj(i -> i % 100 == 99 ? "\"1/" + i + "\"" : "-" + i)
                .collect(Collectors.joining(","));
        assertThat(VectorFormat.parse("[" + text + "]"))
                .isEqualTo(IntStream.range(0, 500)
                        .mapToObj(i -> i % 100 == 99 ? Scalar.of(1, i) : Scalar.of(-i))
                        .toList());
        String words = "[" + "1,".repeat(100) + "\"x\"]";
        assertRefused(() -> VectorFormat.parse(words), "vector, line 1, column 202", "found \"x\"");
        assertRefused(() -> VectorFormat.parse("[" + "1,".repeat(100) + "[]]"), "a number, as the items before it");
    }

    @Test
    void arraysAreReadWithTheLastIndexRunningFastest() throws FormatException {
        byte[] array = TensorBytes.npy("|u1", true, "(2, 2)", new byte[] {1, 2, 3, 4});
        Path file = TensorBytes.write(folder.resolve("v.npy"), array);
        assertThat(VectorFormat.read(file)).containsExactly(Scalar.of(1), Scalar.of(3), Scalar.of(2), Scalar.of(4));
    }

    @Test
    void whatIsNoListOfNumbersIsRefused() {
        assertRefused(() -> VectorFormat.parse("3"), "vector, line 1, column 1", "a list of numbers such as");
        assertRefused(() -> VectorFormat.parse("[1, [2]]"), "expected a number, found a list of 1 number");
        assertRefused(() -> VectorFormat.parse("[\"a\"]"), "vector, line 1, column 2", "found \"a\"");
        assertRefused(() -> VectorFormat.parse("1,2"), "vector, line 1");
        assertRefused(() -> VectorFormat.parse(""), "vector", "empty");
        assertRefused(() -> VectorFormat.read(folder.resolve("missing.json")), "there is no such file");
    }
}
