package io.intertwine.io;

import static io.intertwine.io.TextFiles.assertRefused;
import static io.intertwine.io.TextFiles.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.rep.AffineMap;
import io.intertwine.rep.BrokenRelatorException;
import io.intertwine.rep.Symmetry;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SymmetryReaderTest {
    private static final String FREE = "{'generators': ['s'], 'relators': []}";

    @TempDir
    Path folder;

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

    static Stream<Arguments> refusedActions() {
        return Stream.of(
                Arguments.of("3", "expected an action such as"),
                Arguments.of("{}", "an action (one of \"permutation\""),
                Arguments.of("{'permutation': [0, 0]}", "not a permutation of 0 to 1: 0 occurs twice"),
                Arguments.of("{'permutation': [0, 2]}", "2 is out of range"),
                Arguments.of("{'permutation': [0, '1/2']}", "expected an integer at index 1"),
                Arguments.of("{'permutation': []}", "expected a dimension from 1"),
                Arguments.of("{'permutation': [0], 'scale': [1]}", "did you mean \"scales\"?"),
                Arguments.of(
                        "{'permutation': [0], 'scales': [1, 2]}",
                        "expected 1 scales, one for each coordinate, found 2"),
                Arguments.of("{'permutation': [0], 'scales': [0]}", "scale 0 is 0"),
                Arguments.of("{'permutation': [0], 'shift': []}", "expected 1 shift"),
                Arguments.of("{'permutation': [0], 'matrix': [[1]]}", "unknown field \"matrix\""),
                Arguments.of("{'matrix': [[1, 2]]}", "expected a square matrix, found 1 x 2"),
                Arguments.of("{'matrix': [[1, 2], [2, 4]]}", "singular"),
                Arguments.of("{'matrix': [1]}", "a list of rows, found a list of 1 number"),
                Arguments.of("{'trivial': 0}", "a dimension from 1 to 4194304, found 0"),
                Arguments.of("{'trivial': 1000000000000}", "a dimension from 1"),
                Arguments.of("{'trivial': 1.5}", "found 3/2"),
                Arguments.of("{'rotation': 1}", "there is no action \"rotation\""),
                Arguments.of("{'dua': {'trivial': 1}}", "did you mean \"dual\"?"),
                Arguments.of("{'sum': []}", "at least one action, found an empty list"),
                Arguments.of("{'sum': [1, 2]}", "a list of actions, found a list of 2 numbers"),
                Arguments.of("{'sum': [{'trivial': 4000000}, {'trivial': 4000000}]}", "more than 4194304 dimensions"),
                Arguments.of("{'tensor': [{'trivial': 2000000}, {'trivial': 2000000}]}", "found 4000000000000"),
                Arguments.of(
                        "{'power': [{'trivial': 2}, 60]}", "expected a dimension from 1 to 4194304, found 8388608"),
                Arguments.of("{'power': [{'trivial': 2}, 65]}", "an exponent from 1 to 64"),
                Arguments.of("{'power': [{'trivial': 2}, 0]}", "an exponent from 1"),
                Arguments.of("{'power': [{'trivial': 2}]}", "[ACTION, EXPONENT]"),
                Arguments.of("{'multiple': [4194304, {'trivial': 4194304}]}", "found 17592186044416"),
                Arguments.of("{'multiple': [600, {'matrix': [[1, 1], [0, 1]]}]}", "at most 1024 dimensions"),
                Arguments.of(
                        "{'image': {'channels': 1, 'height': 2, 'width': 3, 'action': 'rotate90'}}",
                        "as many rows as columns"),
                Arguments.of(
                        "{'image': {'channels': 1, 'height': 2, 'width': 3, 'action': 'miror'}}",
                        "did you mean \"mirror\"?"),
                Arguments.of("{'image': {'channels': 1, 'height': 2, 'width': 3, 'action': 'translate'}}", "\"by\""),
                Arguments.of(
                        "{'image': {'channels': 1, 'height': 2, 'width': 3, 'action': 'flip', 'by': [1, 1]}}",
                        "\"by\""),
                Arguments.of(
                        "{'image': {'channels': 1, 'height': 2, 'width': 3, 'action': 'translate', 'by': [1]}}",
                        "2 integers"),
                Arguments.of(
                        "{'image': {'channels': 4194304, 'height': 4194304, 'width': 4194304, 'action': 'flip'}}",
                        "dimension"),
                Arguments.of(
                        "{'image': {'channels': 0, 'height': 2, 'width': 3, 'action': 'flip'}}",
                        "a number of channels"),
                Arguments.of(
                        "{'image': {'height': 2, 'width': 3, 'action': 'flip'}}", "expected a field \"channels\""));
    }

    @ParameterizedTest
    @MethodSource("refusedActions")
    void actionsThatCannotBeUsedAreRefused(String text, String part) {
        assertRefused(() -> action(text), "s.json, line 3, column ", part);
    }

    static Stream<Arguments> refusedGroups() {
        return Stream.of(
                Arguments.of("3", "expected a group such as"),
                Arguments.of("{}", "exactly one field"),
                Arguments.of("{'cyclic': 4, 'dihedral': 4}", "exactly one field"),
                Arguments.of("{'cyclic': 0}", "from 1 to 10000"),
                Arguments.of("{'cyclic': 10001}", "from 1 to 10000"),
                Arguments.of("{'symmetric': 1}", "from 2 to 100"),
                Arguments.of("{'symmetric': 101}", "from 2 to 100"),
                Arguments.of("{'cyclick': 4}", "did you mean \"cyclic\"?"),
                Arguments.of("{'relators': ['s']}", "\"generators\""),
                Arguments.of("{'generators': ['r'], 'cyclic': 4}", "unknown field \"cyclic\""),
                Arguments.of("{'generators': []}", "from 1 to 1000 generators, found 0"),
                Arguments.of("{'generators': [1]}", "a list of names"),
                Arguments.of("{'generators': ['s', 's']}", "must be distinct"),
                Arguments.of("{'generators': ['s t']}", "a generator's name is a letter"),
                Arguments.of("{'lie': ['x']}", "not built yet"),
                Arguments.of("{'generators': ['s'], 'relators': 's^2'}", "expected a list of words, found the text"),
                Arguments.of(
                        "{'generators': ['s'], 'relators': ['t']}",
                        "in the generators \"s\", separated by spaces, found \"t\""),
                Arguments.of("{'generators': ['s'], 'relators': ['ss']}", "found \"ss\"; did you mean \"s\"?"),
                Arguments.of("{'generators': ['s'], 'relators': ['']}", "found no letter"),
                Arguments.of("{'generators': ['s'], 'relators': ['s^']}", "an exponent from -10000 to 10000"),
                Arguments.of("{'generators': ['s'], 'relators': ['s^0']}", "but not 0"),
                Arguments.of("{'generators': ['s'], 'relators': ['s^x']}", "found \"x\""),
                Arguments.of("{'generators': ['s'], 'relators': ['s^-']}", "found \"-\""),
                Arguments.of("{'generators': ['s'], 'relators': ['s^99999999999']}", "an exponent"),
                Arguments.of("{'generators': ['s'], 'relators': ['s^9999 s^2']}", "at most 10000 letters"));
    }

    @ParameterizedTest
    @MethodSource("refusedGroups")
    void groupsThatCannotBeUsedAreRefused(String group, String part) {
        String actions = "{'s': {'trivial': 1}}";
        assertRefused(() -> read(group, actions, actions), "s.json, line 2, column ", part);
    }

    static Stream<Arguments> refusedSides() {
        String group = "{'generators': ['s', 't'], 'relators': ['s^2', 't^3', 's t s^-1 t^-1']}";
        String fine = "{'s': {'trivial': 2}, 't': {'trivial': 2}}";
        return Stream.of(
                Arguments.of(group, "{'s': {'trivial': 1}}", fine, "the input has no action for the generator \"t\""),
                Arguments.of(group, fine, "{'t': {'trivial': 1}}", "the output has no action for the generator \"s\""),
                Arguments.of(
                        group, "{'s': {'trivial': 1}, 'S': {'trivial': 1}}", fine, "the input has an action for \"S\""),
                Arguments.of(group, fine, "3", "expected an object with an action for each generator"),
                Arguments.of(
                        group,
                        "{'s': {'trivial': 2}, 't': {'trivial': 3}}",
                        fine,
                        "on the input the generator \"t\" acts on 3"),
                Arguments.of(
                        group,
                        "{'s': {'matrix': [[2]]}, 't': {'trivial': 1}}",
                        fine,
                        "on the input the relator \"s^2\" does not hold"),
                Arguments.of(
                        group,
                        fine,
                        "{'s': {'trivial': 2}, 't': {'permutation': [1, 0]}}",
                        "on the output the relator \"t^3\""),
                Arguments.of(
                        "{'generators': ['s'], 'relators': ['s^10000']}",
                        "{'s': {'matrix': [['" + "1".repeat(100) + "']]}}",
                        "{'s': {'trivial': 1}}",
                        "numbers of more than 1000000 bits"),
                Arguments.of(
                        "{'generators': ['s'], 'relators': ['s^2']}",
                        "{'s': {'permutation': [1, 0], 'scales': ['cos(2*pi/31)', 'cos(2*pi/29)']}}",
                        "{'s': {'trivial': 1}}",
                        "on the input a relator cannot be evaluated"));
    }

    @ParameterizedTest
    @MethodSource("refusedSides")
    void actionsThatDoNotFitTheGroupAreRefused(String group, String input, String output, String part) {
        assertRefused(() -> read(group, input, output), "s.json, line ", part);
    }

    @Test
    void aBrokenRelatorIsTheCauseOfItsRefusal() {
        try {
            read("{'cyclic': 3}", "{'r': {'permutation': [1, 0]}}", "{'r': {'trivial': 1}}");
        } catch (FormatException refusal) {
            assertThat(refusal).hasCauseInstanceOf(BrokenRelatorException.class).hasMessageContaining("\"r^3\"");
            return;
        }
        throw new AssertionError("expected a refusal");
    }

    @Test
    void otherFilesAndConnectedGroupsAreRefused() {
        String format = "{'format': 'intertwine-symmetry/1', ";
        assertRefused(
                () -> SymmetryFormat.read(json(folder, "n", "{'format': 'intertwine-network/1'}")),
                "is it the right file?");
        assertRefused(
                () -> SymmetryFormat.read(json(folder, "l", format + "'lie': ['x']}")), "\"lie\"", "not built yet");
        assertRefused(
                () -> SymmetryFormat.read(json(folder, "g", format + "'input': {}}")), "expected a field \"group\"");
        assertRefused(
                () -> SymmetryFormat.read(json(folder, "x", format + "'inputs': {}}")), "did you mean \"input\"?");
        assertRefused(() -> SymmetryFormat.read(folder.resolve("missing")), "there is no such file");
    }
}
