package io.intertwine.io;

import static io.intertwine.io.TextFiles.assertRefused;
import static io.intertwine.io.TextFiles.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.certificate.Digest;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Permutation;
import io.intertwine.group.Word;
import io.intertwine.rep.ActionAlgebra;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.ImageActions;
import io.intertwine.rep.Symmetry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetryFormatTest {
    private static final String FREE = "{'generators': ['s'], 'relators': []}";
    private static final AffineMap SWAP = AffineMap.monomial(Permutation.of(1, 0), List.of(Scalar.ONE, Scalar.ONE));
    private static final AffineMap SHEAR =
            AffineMap.of(ExactMatrix.of(2, 2, List.of(Scalar.ONE, Scalar.of(1, 2), Scalar.ZERO, Scalar.ONE)), zeros(2));

    @TempDir
    Path folder;

    private static List<Scalar> zeros(int n) {
        return java.util.Collections.nCopies(n, Scalar.ZERO);
    }

    private Symmetry read(String group, String input, String output) throws FormatException {
        String text = "{'format': 'intertwine-symmetry/1',\n 'group': " + group + ",\n 'input': " + input
                + ",\n 'output': " + output + "}";
        return SymmetryFormat.read(json(folder, "s.json", text));
    }

    private AffineMap action(String text) throws FormatException {
        return read(FREE, "{'s': " + text + "}", "{'s': {'trivial': 1}}")
                .input()
                .images()
                .get(0);
    }

    @Test
    void theExampleOfTheDesignIsRead() throws FormatException {
        Symmetry symmetry = read(
                "{'generators': ['s'], 'relators': ['s^2']}",
                "{'s': {'permutation': [1, 0]}}",
                "{'s': {'matrix': [['1']]}}");
        assertThat(symmetry.group())
                .isEqualTo(new GroupDescription.Presentation(List.of("s"), List.of(Word.power(0, 2))));
        assertThat(symmetry.input().images()).containsExactly(SWAP);
        assertThat(symmetry.output().images()).containsExactly(AffineMap.identity(1));
    }

    @Test
    void knownGroupsAreReadByTheirNames() throws FormatException {
        String one = "{'trivial': 1}";
        assertThat(read("{'cyclic': 4}", "{'r': " + one + "}", "{'r': " + one + "}")
                        .group())
                .isEqualTo(GroupDescription.Presentation.cyclic(4));
        String two = "{'s': " + one + ", 'r': " + one + "}";
        assertThat(read("{'dihedral': 3}", two, two).group()).isEqualTo(GroupDescription.Presentation.dihedral(3));
        String three = "{'s1': {'permutation': [1, 0, 2]}, 's2': {'permutation': [0, 2, 1]}}";
        assertThat(read("{'symmetric': 3}", three, three).group())
                .isEqualTo(GroupDescription.Presentation.symmetric(3));
    }

    @Test
    void withoutRelatorsTheGroupIsWhatTheActionsGenerate() throws FormatException {
        Symmetry symmetry = read(
                "{'generators': ['a', 'b']}",
                "{'b': {'trivial': 2}, 'a': {'permutation': [1, 0]}}",
                "{'a': {'trivial': 1}, 'b': {'trivial': 1}}");
        assertThat(symmetry.group()).isEqualTo(new GroupDescription.Generated(List.of("a", "b")));
        assertThat(symmetry.input().images()).containsExactly(SWAP, AffineMap.identity(2));
    }

    @Test
    void wordsAreReadWithPowers() throws FormatException {
        Symmetry symmetry = read(
                "{'generators': ['r', 's'], 'relators': ['r s  r s', 'r^-1 s^2\\ts']}",
                "{'r': {'trivial': 1}, 's': {'trivial': 1}}",
                "{'r': {'trivial': 1}, 's': {'trivial': 1}}");
        List<String> formatted = symmetry.group().relators().stream()
                .map(word -> word.format(List.of("r", "s")))
                .toList();
        assertThat(formatted).containsExactly("r s r s", "r^-1 s^2 s");
    }

    static Stream<Arguments> actions() {
        Permutation cycle = Permutation.of(1, 2, 0);
        List<Scalar> scales = List.of(Scalar.of(2), Scalar.MINUS_ONE, Scalar.of(1, 3));
        ImageActions image = new ImageActions(2, 3, 3);
        String prefix = "{'image': {'channels': 2, 'height': 3, 'width': 3, 'action': ";
        String shear = "{'matrix': [[1, '1/2'], [0, 1]]}";
        return Stream.of(
                Arguments.of("{'permutation': [1, 2, 0], 'scales': [2, -1, '1/3']}", AffineMap.monomial(cycle, scales)),
                Arguments.of(
                        "{'permutation': [1, 2, 0], 'shift': [0, 1, 2]}",
                        AffineMap.monomial(
                                cycle,
                                List.of(Scalar.ONE, Scalar.ONE, Scalar.ONE),
                                List.of(Scalar.ZERO, Scalar.ONE, Scalar.of(2)))),
                Arguments.of(shear, SHEAR),
                Arguments.of("{'matrix': [[0, 1], [1, 0]]}", SWAP),
                Arguments.of(
                        "{'matrix': [[1, '1/2'], [0, 1]], 'shift': ['1/7', 0]}",
                        AffineMap.of(SHEAR.matrix(), List.of(Scalar.of(1, 7), Scalar.ZERO))),
                Arguments.of("{'trivial': 3}", AffineMap.identity(3)),
                Arguments.of(prefix + "'mirror'}}", image.mirror()),
                Arguments.of(prefix + "'flip'}}", image.flip()),
                Arguments.of(prefix + "'rotate90'}}", image.rotate90()),
                Arguments.of(prefix + "'translate', 'by': [1, -2]}}", image.translate(1, 1)),
                Arguments.of(
                        "{'sum': [{'permutation': [1, 0]}, " + shear + "]}",
                        ActionAlgebra.directSum(List.of(SWAP, SHEAR))),
                Arguments.of("{'tensor': [{'permutation': [1, 0]}, " + shear + "]}", ActionAlgebra.tensor(SWAP, SHEAR)),
                Arguments.of("{'tensor': [{'trivial': 1}]}", AffineMap.identity(1)),
                Arguments.of("{'power': [" + shear + ", 2]}", ActionAlgebra.tensor(SHEAR, SHEAR)),
                Arguments.of("{'dual': " + shear + "}", ActionAlgebra.dual(SHEAR)),
                Arguments.of("{'multiple': [2, " + shear + "]}", ActionAlgebra.directSum(List.of(SHEAR, SHEAR))));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void everyKindOfActionIsRead(String text, AffineMap expected) throws FormatException {
        assertThat(action(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aSymmetryThatIsWrittenAndReadAgainHasTheSameDigest(String text, AffineMap expected)
            throws FormatException, IOException {
        for (String group : List.of(FREE, "{'generators': ['s']}", "{'generators': ['s'], 'relators': ['s s^-1']}")) {
            Symmetry symmetry = read(group, "{'s': " + text + "}", "{'s': {'trivial': 2}}");
            SymmetryFormat.write(symmetry, folder.resolve("out.json"));
            Symmetry again = SymmetryFormat.read(folder.resolve("out.json"));
            assertThat(again).isEqualTo(symmetry);
            assertThat(Digest.of(again)).isEqualTo(Digest.of(symmetry));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tensor': [A, {'trivial': 1}]",
                "tensor': [{'trivial': 1}, A]",
                "tensor': [A]",
                "power': [A, 2]",
                "dual': A"
            })
    void tensorPowerAndDualRefuseShifts(String text) {
        String shifted = "{'permutation': [0], 'shift': [1]}";
        assertRefused(
                () -> action("{'" + text.replace("A", shifted) + "}"), "s.json, line 3", "found one with a shift");
    }
}
