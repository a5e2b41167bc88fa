package io.intertwine.io;

import static io.intertwine.io.TextFiles.assertRefused;
import static io.intertwine.io.TextFiles.json;
import static io.intertwine.rep.Linear.sparse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.certificate.Digest;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.GroupDescription;
import io.intertwine.rep.ActingGroup;
import io.intertwine.rep.BrokenRelatorException;
import io.intertwine.rep.LieAlgebra;
import io.intertwine.rep.Linear;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.LinearRepresentation.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RepresentationFormatTest {
    private static final String SWAP = "'group': {'generators': ['s'], 'relators': ['s^2']}";
    private static final String S = "{'action': {'s': {'permutation': [1, 0]}}}";
    private static final String X = "{'matrix': [[0, -1], [1, 0]]}";
    private static final String SO3 = """
            'lie': {'x': {'matrix': [[0,0,0],[0,0,-1],[0,1,0]]}, 'y': {'matrix': [[0,0,1],[0,0,0],[-1,0,0]]},
                    'z': {'entries': [[0, 1, '-1'], [1, 0, '1']], 'dimension': 3}}""";
    private static final String BRACKETS =
            "'brackets': {'[x, y]': {'z': 1}, '[y,z]': {'x': 1}, '[ x , z ]': {'y': '-1'}}";

    @TempDir
    Path folder;

    private static String text(String fields) {
        return "{'format': 'intertwine-representation/1', " + fields + "}";
    }

    private LinearRepresentation read(String fields) throws FormatException {
        return RepresentationFormat.read(json(folder, "r.json", text(fields)));
    }

    private LinearRepresentation built(String structure) throws FormatException {
        return read(SWAP + ", 'representation': " + structure);
    }

    @Test
    void matricesOfTheGeneratorsAreARepresentation() throws FormatException {
        LinearRepresentation swap = read(SWAP + ", 'action': {'s': {'permutation': [1, 0]}}");
        assertThat(swap.dimension()).isEqualTo(2);
        assertThat(swap.generator(0)).isEqualTo(sparse("0 1; 1 0"));
        assertThat(swap.group().isDiscrete()).isTrue();
        LinearRepresentation turns = read(SO3 + ", 'closed': true, " + BRACKETS);
        assertThat(turns.group()).isEqualTo(Linear.turns().group());
        assertThat(Digest.of(turns)).isEqualTo(Digest.of(Linear.turns()));
        LinearRepresentation both = read(SWAP + ", 'action': {'s': {'permutation': [1, 0]}}, 'lie': {'x': " + X + "}");
        assertThat(both.group().connected().generators()).containsExactly("x");
        assertThat(both.derivative(0)).isEqualTo(sparse("0 -1; 1 0"));
    }

    @Test
    void derivativesAreBuiltByTheLeibnizRule() throws FormatException {
        assertThat(derivative(X)).isEqualTo(sparse("0 -1; 1 0"));
        assertThat(derivative("{'trivial': 2}")).isEqualTo(SparseMatrix.zero(2, 2));
        assertThat(derivative("{'sum': [{'trivial': 1}, " + X + "]}")).isEqualTo(sparse("0 0 0; 0 0 -1; 0 1 0"));
        assertThat(derivative("{'multiple': [2, {'matrix': [[3]]}]}")).isEqualTo(sparse("3 0; 0 3"));
        assertThat(derivative("{'dual': {'matrix': [[1, 2], [0, 0]]}}")).isEqualTo(sparse("-1 0; -2 0"));
        assertThat(derivative("{'tensor': [{'matrix': [[2]]}, " + X + "]}")).isEqualTo(sparse("2 -1; 1 2"));
        LinearRepresentation plane = read("'lie': {'x': " + X + "}");
        assertThat(derivative("{'power': [" + X + ", 3]}"))
                .isEqualTo(plane.power(3).derivative(0));
        assertThat(derivative("{'power': [" + X + ", 1]}")).isEqualTo(plane.derivative(0));
    }

    private SparseMatrix derivative(String action) throws FormatException {
        return read("'lie': {'x': " + action + "}").derivative(0);
    }

    @Test
    void howARepresentationIsBuiltIsKept() throws FormatException {
        assertThat(built("{'trivial': 3}").dimension()).isEqualTo(3);
        assertThat(built("{'multiple': [4, " + S + "]}").structure()).isInstanceOf(Structure.Multiple.class);
        assertThat(built("{'sum': [" + S + ", {'trivial': 1}]}").structure()).isInstanceOf(Structure.Sum.class);
        assertThat(built("{'dual': " + S + "}").structure()).isInstanceOf(Structure.Dual.class);
        LinearRepresentation power = built("{'power': [" + S + ", 5]}");
        assertThat(power.structure()).isInstanceOf(Structure.Tensor.class);
        assertThat(power.dimension()).isEqualTo(32);
        assertThat(built("{'power': [" + S + ", 0]}").dimension()).isEqualTo(1);
        assertThat(Digest.of(built("{'tensor': [" + S + ", " + S + ", " + S + "]}")))
                .isEqualTo(Digest.of(built("{'power': [" + S + ", 3]}")));
        LinearRepresentation withLie =
                read("'lie': ['x'], 'representation': {'sum': [{'trivial': 2}, {'lie': {'x': " + X + "}}]}");
        assertThat(withLie.derivative(0)).isEqualTo(sparse("0 0 0 0; 0 0 0 0; 0 0 0 -1; 0 0 1 0"));
    }

    @Test
    void groupsThatAreGivenByANameActOnPoints() throws FormatException {
        assertThat(natural("'cyclic': 4", "'natural'").generator(0))
                .isEqualTo(sparse("0 0 0 1; 1 0 0 0; 0 1 0 0; 0 0 1 0"));
        LinearRepresentation square = natural("'dihedral': 4", "'natural'");
        assertThat(square.generator(1)).isEqualTo(sparse("1 0 0 0; 0 0 0 1; 0 0 1 0; 0 1 0 0"));
        LinearRepresentation points = natural("'symmetric': 4", "'natural'");
        assertThat(Digest.of(points)).isEqualTo(Digest.of(Linear.permutations(4)));
        assertThat(natural("'dihedral': 1", "'natural'").dimension()).isEqualTo(1);
        assertThat(natural("'dihedral': 2", "'natural'").generator(0)).isEqualTo(sparse("0 1; 1 0"));
        assertThat(natural("'symmetric': 3", "{'power': ['natural', 2]}").dimension())
                .isEqualTo(9);
    }

    private LinearRepresentation natural(String group, String representation) throws FormatException {
        return read("'group': {" + group + "}, 'representation': " + representation);
    }

    @Test
    void classicalGroupsActOnVectors() throws FormatException {
        assertThat(natural("'so': 3", "'standard'").dimension()).isEqualTo(3);
        assertThat(natural("'so': [1, 3]", "{'power': ['standard', 2]}").dimension())
                .isEqualTo(16);
        assertThat(natural("'o': 3", "'standard'").group().discrete().generators())
                .hasSize(1);
        assertThat(natural("'o': [1, 3]", "'standard'").group().discrete().generators())
                .hasSize(2);
        assertThat(natural("'sl': 2", "{'dual': 'standard'}")
                        .group()
                        .connected()
                        .generators())
                .hasSize(3);
        assertThat(natural("'gl': 2", "'standard'").group().connected().generators())
                .hasSize(4);
        assertThat(natural("'sp': 4", "'standard'").group().connected().generators())
                .hasSize(10);
        LinearRepresentation spin =
                natural("'so': 2", "{'lie': {'J12': {'multiple': [1, {'matrix': [[0, 2], [-2, 0]]}]}}}");
        assertThat(spin.derivative(0)).isEqualTo(sparse("0 2; -2 0"));
    }

    @Test
    void finiteGroupsActOnThemselvesAndOnCosets() throws FormatException {
        LinearRepresentation regular = natural("'dihedral': 3", "'regular'");
        assertThat(regular.dimension()).isEqualTo(6);
        assertThat(natural("'dihedral': 3", "{'cosets': ['s']}").dimension()).isEqualTo(3);
        assertThat(natural("'dihedral': 3", "{'sum': [{'cosets': ['r']}, {'cosets': ['r', 's']}]}")
                        .dimension())
                .isEqualTo(3);
        LinearRepresentation induced = natural(
                "'dihedral': 3",
                "{'induced': {'generators': {'h': 's'}, 'representation': {'action': {'h': {'permutation': [0], 'scales': [-1]}}}}}");
        assertThat(induced.dimension()).isEqualTo(3);
        assertThat(Digest.of(natural(
                        "'dihedral': 3", "{'induced': {'generators': {'h': 's'}, 'representation': {'trivial': 1}}}")))
                .isEqualTo(Digest.of(natural("'dihedral': 3", "{'cosets': ['s']}")));
        Path other = json(
                folder,
                "other.json",
                text(
                        "'group': {'generators': ['s', 'r'], 'relators': ['s^2', 'r^3', 'r s r s']}, 'representation': 'regular'"));
        LinearRepresentation alone = RepresentationFormat.read(other);
        LinearRepresentation beside = RepresentationFormat.read(other, regular.group());
        assertThat(beside.group()).isEqualTo(regular.group());
        assertThat(Digest.of(beside)).isEqualTo(Digest.of(alone));
    }

    @Test
    void aRepresentationOfALargerGroupIsRestricted() throws FormatException {
        LinearRepresentation half = built("{'restricted': {'group': {'cyclic': 4}, 'words': {'s': 'r^2'}, "
                + "'representation': {'tensor': ['natural', 'natural']}}}");
        LinearRepresentation natural = read(SWAP + ", 'action': {'s': {'permutation': [2, 3, 0, 1]}}");
        assertThat(Digest.of(half)).isEqualTo(Digest.of(natural.power(2)));
    }

    @Test
    void aSecondFileSpeaksOfTheSameGroupInAnyOrder() throws FormatException {
        LinearRepresentation first = natural("'dihedral': 4", "'natural'");
        Path other = json(
                folder,
                "other.json",
                text("'group': {'generators': ['s', 'r'], 'relators': ['s^2', 'r s r s', 'r^4']}, "
                        + "'action': {'s': {'permutation': [0, 3, 2, 1]}, 'r': {'permutation': [1, 2, 3, 0]}}"));
        LinearRepresentation second = RepresentationFormat.read(other, first.group());
        assertThat(second.group()).isEqualTo(first.group());
        assertThat(Digest.of(second))
                .isEqualTo(Digest.of(first))
                .isEqualTo(Digest.of(RepresentationFormat.read(other)));
        Path named = json(folder, "named.json", text("'group': {'dihedral': 4}, 'representation': 'natural'"));
        LinearRepresentation turned = RepresentationFormat.read(
                named, RepresentationFormat.read(other).group());
        assertThat(turned.group().discrete().generators()).containsExactly("s", "r");
        assertThat(turned.generator(0)).isEqualTo(first.generator(1));
        assertThat(Digest.of(turned)).isEqualTo(Digest.of(first));
        Path algebra = json(
                folder,
                "algebra.json",
                text(
                        "'lie': ['z', 'x', 'y'], 'brackets': {'[y, x]': {'z': -1}, '[z, y]': {'x': -1}, '[z, x]': {'y': 1}}, "
                                + "'representation': {'dual': {" + SO3 + "}}"));
        LinearRepresentation turns = read(SO3 + ", " + BRACKETS);
        assertThat(RepresentationFormat.read(algebra, turns.group()).derivative(2))
                .isEqualTo(turns.derivative(2));
    }

    static Stream<Arguments> otherGroups() {
        return Stream.of(
                Arguments.of("'group': {'cyclic': 4}, 'representation': 'natural'", "the same generators", "\"r\""),
                Arguments.of(
                        "'group': {'generators': ['r', 's'], 'relators': ['r^4', 's^2']}, 'representation': {'trivial': 1}",
                        "the same relators",
                        "\"r s r s\""),
                Arguments.of(
                        "'group': {'generators': ['r', 's']}, 'representation': {'trivial': 1}",
                        "a group with relators",
                        "found one without"),
                Arguments.of(
                        "'group': {'dihedral': 4}, 'lie': ['x'], 'representation': {'trivial': 1}",
                        "the same generators of the Lie algebra",
                        "none, found \"x\""));
    }

    @ParameterizedTest
    @MethodSource("otherGroups")
    void anotherGroupIsRefused(String fields, String expected, String found) throws FormatException {
        LinearRepresentation first = natural("'dihedral': 4", "'natural'");
        Path other = json(folder, "other.json", text(fields));
        assertRefused(
                () -> RepresentationFormat.read(other, first.group()), "other.json, line 1, column ", expected, found);
    }

    @Test
    void otherBracketsAreAnotherGroup() throws FormatException {
        LinearRepresentation first = read(SO3 + ", " + BRACKETS);
        Path other = json(folder, "other.json", text(SO3));
        assertRefused(
                () -> RepresentationFormat.read(other, first.group()),
                "the same brackets",
                "\"[x, y] = 1 z\"",
                "\"[x, z] = -1 y\"",
                "found none");
        Path zero =
                json(folder, "zero.json", text("'lie': {'x': " + X + ", 'y': " + X + "}, 'brackets': {'[x, y]': {}}"));
        LieAlgebra algebra = RepresentationFormat.read(zero).group().connected();
        assertThat(SameGroup.text(algebra.brackets().get(0), algebra.generators()))
                .isEqualTo("[x, y] = 0");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("'action': {}", "expected a field \"group\", found an object"),
                Arguments.of("'action': {}, 'lie': {'x': " + X + "}", "expected a field \"group\" beside \"action\""),
                Arguments.of(SWAP, "expected a field \"action\", \"lie\" or \"representation\""),
                Arguments.of(SWAP + ", 'acton': {}", "did you mean \"action\"?"),
                Arguments.of(SWAP + ", 'action': {}, 'representation': 1", "found both"),
                Arguments.of(SWAP + ", 'action': {}", "the representation has no action for the generator \"s\""),
                Arguments.of(
                        SWAP + ", 'action': {'s': {'permutation': [1, 2, 0]}}",
                        "on the representation the relator \"s^2\" does not hold"),
                Arguments.of(
                        SWAP + ", 'action': {'s': {'matrix': [[1, 1], [2, 2]]}}",
                        "singular, so it is not a group element, in the action of the generator \"s\""),
                Arguments.of(
                        SWAP + ", 'action': {'s': {'matrix': [[1, 1]]}}",
                        "expected a square matrix, found 1 x 2, in the action of the generator \"s\""),
                Arguments.of(
                        SWAP + ", 'action': {'s': {'permutation': [1, 0], 'shift': [1, -1]}}",
                        "expected a linear action, found a shift in the map of generator s"),
                Arguments.of(
                        SWAP + ", 'action': {'s': {'trivial': 1}, 't': {'trivial': 1}}", "\"t\", which is not among"),
                Arguments.of(
                        "'group': {'dihedral': 3}, 'action': {'r': {'trivial': 2}, 's': {'trivial': 3}}",
                        "\"s\" acts on 3 coordinates, the first one on 2"),
                Arguments.of(
                        "'group': {'so': 3, 'o': 3}, 'representation': 'standard'", "alone, with exactly one field"),
                Arguments.of("'group': {'so': 13}, 'representation': 'standard'", "a size from 1 to 12, found 13"),
                Arguments.of("'group': {'so': [1]}, 'representation': 'standard'", "[p, q] (2 integers)"),
                Arguments.of("'group': {'so': [1, -3]}, 'representation': 'standard'", "r.json"),
                Arguments.of("'group': {'sl': [2, 2]}, 'representation': 'standard'", "a size, found a list"),
                Arguments.of("'group': {'sp': 3}, 'representation': 'standard'", "an even size"),
                Arguments.of("'group': {'so': 3}, 'representation': 'natural'", "there is \"standard\""),
                Arguments.of(
                        "'group': {'so': 3}, 'lie': ['x'], 'representation': 'standard'",
                        "generators of its own, \"J12\", \"J13\", \"J23\": give no \"lie\" beside it"),
                Arguments.of(
                        "'group': {'generators': ['s']}, 'representation': 'regular'", "by generators and relators"),
                Arguments.of("'group': {'o': 3}, 'representation': 'regular'", "by generators and relators"),
                Arguments.of("'group': {'generators': ['s'], 'relators': []}, 'representation': 'regular'", "r.json"),
                Arguments.of(SWAP + ", 'representation': {'cosets': ['t']}", "a word in the generators \"s\""),
                Arguments.of(SWAP + ", 'representation': {'cosets': 's'}", "words that generate a subgroup"),
                Arguments.of(SWAP + ", 'representation': {'induced': {'words': {}}}", "unknown field \"words\""),
                Arguments.of(
                        "'group': {'cyclic': 4}, 'representation': {'induced': {'generators': {'h': 'r^2'}, "
                                + "'representation': {'action': {'h': {'permutation': [1, 2, 0]}}}}}",
                        "r.json"),
                Arguments.of(
                        SWAP + ", 'representation': 'natural'", "no representation \"natural\" of this group: only"),
                Arguments.of("'group': {'symmetric': 3}, 'representation': 'naturel'", "did you mean \"natural\"?"),
                Arguments.of(SWAP + ", 'representation': 3", "a representation such as {\"trivial\": 1}, found"),
                Arguments.of(SWAP + ", 'representation': {}", "one of \"action\", \"lie\""),
                Arguments.of(SWAP + ", 'representation': {'duall': 3}", "did you mean \"dual\"?"),
                Arguments.of(SWAP + ", 'representation': {'sum': []}", "at least one representation"),
                Arguments.of(SWAP + ", 'representation': {'tensor': []}", "at least one representation"),
                Arguments.of(SWAP + ", 'representation': {'multiple': [1]}", "[COUNT, REPRESENTATION]"),
                Arguments.of(SWAP + ", 'representation': {'multiple': [0, {'trivial': 1}]}", "a count from 1"),
                Arguments.of(SWAP + ", 'representation': {'power': [{'trivial': 2}, 65]}", "an exponent from 0 to 64"),
                Arguments.of(
                        SWAP + ", 'representation': {'power': [{'trivial': 2}, 60]}",
                        "expected a dimension from 1 to 4194304"),
                Arguments.of(
                        SWAP + ", 'representation': {'action': {'s': {'trivial': 1}}, 'scale': 1}",
                        "unknown field \"scale\""),
                Arguments.of(SWAP + ", 'representation': {'restricted': {'words': {}}}", "expected a field \"group\""),
                Arguments.of(
                        SWAP + ", 'representation': {'restricted': {'group': {'cyclic': 3}, 'words': {}}}",
                        "the subgroup has no action for the generator \"s\""),
                Arguments.of(
                        SWAP + ", 'representation': {'restricted': {'group': {'cyclic': 3}, 'words': {'s': 'q'}}}",
                        "a word in the generators \"r\""),
                Arguments.of(
                        SWAP + ", 'representation': {'restricted': {'group': {'cyclic': 3}, 'words': {'s': 'r'}, "
                                + "'representation': 'natural'}}",
                        "the relator \"s^2\" does not evaluate to the identity"));
    }

    static Stream<Arguments> refusedLie() {
        return Stream.of(
                Arguments.of(
                        "'lie': [], 'representation': {'trivial': 1}", "from 1 to 1000 generators of a Lie algebra"),
                Arguments.of("'lie': {}", "from 1 to 1000 generators of a Lie algebra, found 0"),
                Arguments.of("'lie': ['x']", "an object with a derivative for each generator, found a list"),
                Arguments.of("'lie': 'x', 'representation': {'trivial': 1}", "a list of names of generators"),
                Arguments.of(
                        "'lie': {'x': " + X + "}, 'representation': {'trivial': 1}",
                        "a list of the names of generators, because \"representation\" has their matrices"),
                Arguments.of("'lie': ['x', 'x'], 'representation': {'trivial': 1}", "names must be distinct"),
                Arguments.of("'lie': ['1x'], 'representation': {'trivial': 1}", "a generator's name is a letter"),
                Arguments.of(
                        SWAP + ", 'lie': ['s'], 'representation': {'trivial': 1}",
                        "a generator of the group and one of the Lie algebra have the same name"),
                Arguments.of(SWAP + ", 'lie': {'x': " + X + "}", "expected a field \"action\""),
                Arguments.of("'lie': ['x'], 'representation': {'lie': {'y': " + X + "}}", "\"y\", which is not among"),
                Arguments.of("'lie': ['x', 'y'], 'representation': {'lie': {'x': " + X + "}}", "generator \"y\""),
                Arguments.of(
                        "'lie': ['x'], 'representation': {'action': {}, 'lie': {'x': " + X + "}}",
                        "expected a field \"group\" beside \"action\""),
                Arguments.of(SWAP + ", 'lie': ['x'], 'representation': " + S, "expected a field \"lie\""),
                Arguments.of(
                        SWAP + ", 'representation': {'action': {'s': {'trivial': 2}}, 'lie': {'x': " + X + "}}",
                        "\"x\", which is not among"),
                Arguments.of(
                        "'lie': {'x': " + X + ", 'y': {'trivial': 3}}",
                        "the matrix of generator y is 3 x 3, expected 2 x 2"),
                Arguments.of("'lie': {'x': {'matrix': [[1, 2]]}}", "square matrix, found 1 x 2, in the action of the"),
                Arguments.of("'lie': {'x': {'matrx': [[1]]}}", "did you mean \"matrix\"?"),
                Arguments.of("'lie': {'x': 1}", "the derivative of an action such as"),
                Arguments.of("'lie': {'x': {'trivial': 16385}}", "a dimension from 1 to 16384"),
                Arguments.of("'lie': {'x': {'sum': []}}", "at least one derivative"),
                Arguments.of("'lie': {'x': {'power': [" + X + "]}}", "[ACTION, EXPONENT]"),
                Arguments.of("'lie': {'x': {'power': [" + X + ", 15]}}", "found 32768 and 491520; build a larger"),
                Arguments.of("'lie': {'x': {'multiple': [16384, " + X + "]}}", "found 32768 and 32768"),
                Arguments.of("'lie': {'x': {'entries': [[0, 0, 1]]}}", "expected a field \"dimension\""),
                Arguments.of("'lie': {'x': {'entries': [], 'size': 1}}", "unknown field \"size\""),
                Arguments.of("'lie': {'x': {'entries': [[0, 1, 1]], 'dimension': 1}}", "a column from 0 to 0, found 1"),
                Arguments.of("'lie': {'x': " + X + "}, 'brackets': 1", "brackets such as"),
                Arguments.of("'lie': {'x': " + X + "}, 'brackets': {'x y': {}}", "a bracket such as \"[x, y]\""),
                Arguments.of("'lie': {'x': " + X + "}, 'brackets': {'[x, q]': {}}", "\"x\", found \"q\""),
                Arguments.of("'lie': {'x': " + X + "}, 'brackets': {'[x, x]': {}}", "a bracket of two generators"),
                Arguments.of(SO3 + ", 'brackets': {'[x, y]': {'w': 1}}", "found \"w\""),
                Arguments.of(SO3 + ", 'brackets': {'[x, y]': {'z': 'a'}}", "expected a number"),
                Arguments.of(SO3 + ", 'brackets': {'[x, y]': 1}", "a combination of generators"),
                Arguments.of(
                        SO3 + ", 'brackets': {'[y, x]': {'z': 1}}",
                        "the bracket [x, y] is not the combination of generators that is claimed"),
                Arguments.of(
                        SWAP + ", 'brackets': {}, 'action': {'s': {'trivial': 1}}, 'closed': true", "there are none"),
                Arguments.of(SO3 + ", 'closed': 1", "true or false, found the number 1"),
                Arguments.of(
                        "'closed': true, 'lie': ['x', 'y'], 'representation': {'sum': [{'trivial': 1}, {'power': [{'lie': "
                                + "{'x': {'matrix': [[0,0,0],[0,0,-1],[0,1,0]]}, 'y': {'matrix': [[0,0,1],[0,0,0],[-1,0,0]]}}}, "
                                + "2]}]}",
                        "not closed: the bracket [x, y] is no combination of the generators \"x\", \"y\""),
                Arguments.of(
                        "'lie': ['x'], 'representation': {'restricted': {}}",
                        "\"restricted\" is for groups without a Lie algebra"));
    }

    @ParameterizedTest
    @MethodSource({"refused", "refusedLie"})
    void whatCannotBeReadIsRefusedWithItsPlace(String fields, String named) {
        assertRefused(() -> read(fields), "r.json, line ", ", column ", named);
    }

    @Test
    void aBrokenRelatorIsTheCause() {
        assertThatThrownBy(() -> read(SWAP + ", 'action': {'s': {'permutation': [1, 2, 0]}}"))
                .hasCauseInstanceOf(BrokenRelatorException.class);
    }

    @Test
    void closureIsNotDemandedWhereItIsNotClaimed() throws FormatException {
        assertThat(
                        read("'closed': false, 'lie': {'x': {'matrix': [[0, 1], [0, 0]]}, 'y': {'matrix': [[0, 0], [1, 0]]}}")
                                .dimension())
                .isEqualTo(2);
        assertThat(read("'closed': true, 'lie': ['x', 'y'], 'representation': {'trivial': 1}")
                        .dimension())
                .isEqualTo(1);
    }

    static List<LinearRepresentation> representations() {
        LinearRepresentation points = Linear.permutations(3);
        LinearRepresentation turns = Linear.turns();
        LinearRepresentation free = Linear.of(
                new GroupDescription.Generated(List.of("a", "b")),
                Linear.matrix("1 1/3; 0 sqrt(2)"),
                Linear.matrix("2 0; 0 1"));
        return List.of(
                points,
                points.power(3).dual(),
                points.tensor(points.multiple(2).tensor(points)),
                LinearRepresentation.directSum(List.of(points, points.dual().power(2)))
                        .multiple(4),
                turns.power(4),
                free,
                Linear.plane().dual(),
                LinearRepresentation.trivial(ActingGroup.of(new LieAlgebra(List.of("x"), List.of())), 2));
    }

    @ParameterizedTest
    @MethodSource("representations")
    void whatIsWrittenIsReadAgain(LinearRepresentation representation) throws FormatException, IOException {
        Path file = folder.resolve("written.json");
        RepresentationFormat.write(representation, file);
        LinearRepresentation again = RepresentationFormat.read(file);
        assertThat(again.group()).isEqualTo(representation.group());
        assertThat(Digest.of(again)).isEqualTo(Digest.of(representation));
        assertThat(again.structure().getClass())
                .isEqualTo(representation.structure().getClass());
        String text = Files.readString(file);
        RepresentationFormat.write(again, file);
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void aHighTensorPowerIsWrittenWithoutDeepNesting() throws FormatException, IOException {
        LinearRepresentation sign = Linear.of(GroupDescription.Presentation.cyclic(2), Linear.matrix("-1"));
        Path file = folder.resolve("deep.json");
        RepresentationFormat.write(sign.power(64), file);
        assertThat(RepresentationFormat.read(file).dimension()).isEqualTo(1);
    }
}
