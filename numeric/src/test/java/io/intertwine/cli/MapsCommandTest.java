package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapsCommandTest {
    private static final List<String> KEYS = List.of(
            "dimension",
            "basis",
            "basis_omitted",
            "proved",
            "theorem",
            "reasons",
            "source_dimension",
            "target_dimension",
            "generators",
            "lie");
    private static final String TURNS = """
            {"lie": {"x": {"matrix": [[0,0,0],[0,0,-1],[0,1,0]]}, "y": {"matrix": [[0,0,1],[0,0,0],[-1,0,0]]},
                     "z": {"matrix": [[0,-1,0],[1,0,0],[0,0,0]]}}}""";

    @TempDir
    private Path folder = Path.of("");

    private ExampleFiles files = new ExampleFiles(folder);

    @BeforeEach
    void writeTheFiles() {
        files = new ExampleFiles(folder);
        points("points.json", "\"natural\"");
        points("matrices.json", "{\"power\": [\"natural\", 2]}");
        points("sum.json", "{\"sum\": [{\"multiple\": [3, \"natural\"]}, {\"trivial\": 2}]}");
        turns("vector.json", TURNS);
        turns("tensor.json", "{\"power\": [" + TURNS + ", 2]}");
    }

    private void points(String name, String structure) {
        files.write(
                name,
                "{\"format\": \"intertwine-representation/1\", \"group\": {\"symmetric\": 4}, \"representation\": "
                        + structure + "}");
    }

    private void turns(String name, String structure) {
        files.write(
                name,
                "{\"format\": \"intertwine-representation/1\", \"lie\": [\"x\", \"y\", \"z\"], \"representation\": "
                        + structure + "}");
    }

    private CommandRun maps(String source, String target, Object... more) {
        Object[] words = new Object[3 + more.length];
        words[0] = "maps";
        words[1] = folder.resolve(source);
        words[2] = folder.resolve(target);
        System.arraycopy(more, 0, words, 3, more.length);
        return CommandRun.of(words);
    }

    /** Maron et al. (2019): 15 linear layers of graphs; Zaheer et al. (2017): two of sets. */
    @ParameterizedTest
    @CsvSource({
        "matrices.json, matrices.json, 15",
        "points.json, points.json, 2",
        "points.json, matrices.json, 5",
        "points.json, sum.json, 8",
        "vector.json, vector.json, 1",
        "tensor.json, vector.json, 1",
        "tensor.json, tensor.json, 3"
    })
    void dimensionsAreProvedAndTheirCertificatesAccepted(String source, String target, int dimension) {
        Path certificate = folder.resolve("proof.json");
        CommandRun run = maps(source, target, "--certificate", certificate);
        assertThat(run.exits(0).out())
                .startsWith("dimension " + dimension + ": the space of equivariant linear maps, proved.")
                .contains("  proof        ", "certificate  " + certificate, "first representation   sha256:");
        CommandRun check = check(certificate, source, target);
        assertThat(check.exits(0).out())
                .startsWith("proved: maps-dimension")
                .contains("space of dimension " + dimension + ".");
        assertThat(check(certificate, source, target, "--json", "--claim", "maps-dimension")
                        .exits(0)
                        .json())
                .containsEntry("proved", true);
        files.write(
                "proof.json",
                files.read("proof.json").replace("\"dimension\": " + dimension, "\"dimension\": " + (dimension + 1)));
        assertThat(check(certificate, source, target).exits(1).out())
                .contains("not proved", "expected " + (dimension + 1));
    }

    /** The examples of REPRESENTATIONS.md. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"symmetric\": 5} | {\"power\": [\"natural\", 2]} | {\"power\": [\"natural\", 2]} | 15",
                "{\"symmetric\": 5} | \"natural\" | \"natural\" | 2",
                "{\"symmetric\": 5} | \"natural\" | {\"power\": [\"natural\", 2]} | 5",
                "{\"symmetric\": 5} | \"natural\" | {\"sum\": [{\"multiple\": [3, \"natural\"]}, {\"trivial\": 2}]} | 8",
                "{\"dihedral\": 3} | \"regular\" | \"regular\" | 6",
                "{\"dihedral\": 3} | \"regular\" | {\"cosets\": [\"s\"]} | 3",
                "{\"so\": 3} | \"standard\" | \"standard\" | 1",
                "{\"so\": 3} | {\"power\": [\"standard\", 2]} | \"standard\" | 1",
                "{\"o\": 3} | {\"power\": [\"standard\", 2]} | \"standard\" | 0",
                "{\"so\": 3} | {\"power\": [\"standard\", 3]} | {\"power\": [\"standard\", 3]} | 15",
                "{\"so\": [1, 3]} | {\"power\": [\"standard\", 2]} | {\"power\": [\"standard\", 2]} | 4"
            })
    void theExamplesOfThePageAreTrue(String group, String source, String target, int dimension) {
        String begin = "{\"format\": \"intertwine-representation/1\", \"group\": " + group + ", \"representation\": ";
        files.write("v.json", begin + source + "}");
        files.write("w.json", begin + target + "}");
        assertThat(maps("v.json", "w.json").exits(0).out()).startsWith("dimension " + dimension + ": ");
    }

    @Test
    void imagesUnderTheSquareAreAsThePageSays() {
        String pixels = "{\"image\": {\"channels\": 1, \"height\": 8, \"width\": 8, \"action\": \"";
        String action = "{\"action\": {\"r\": " + pixels + "rotate90\"}}, \"s\": " + pixels + "mirror\"}}}}";
        files.write(
                "images.json",
                "{\"format\": \"intertwine-representation/1\", \"group\": {\"dihedral\": 4}, \"representation\": "
                        + "{\"multiple\": [3, " + action + "]}}");
        assertThat(maps("images.json", "images.json").exits(0).out())
                .startsWith("dimension 4752: ")
                .contains("30 copies of the trivial representation");
    }

    private CommandRun check(Path certificate, String source, String target, Object... more) {
        Object[] words = new Object[5 + more.length];
        words[0] = "check";
        words[1] = certificate;
        words[2] = "--representations";
        words[3] = folder.resolve(source);
        words[4] = folder.resolve(target);
        System.arraycopy(more, 0, words, 5, more.length);
        return CommandRun.of(words);
    }

    @Test
    void theResultIsOneJsonObject() {
        Map<String, @Nullable Object> json =
                maps("points.json", "points.json", "--json").exits(0).json();
        assertThat(json.keySet()).containsExactlyElementsOf(KEYS);
        assertThat(json)
                .containsEntry("dimension", 2)
                .containsEntry("basis_omitted", null)
                .containsEntry("proved", true)
                .containsEntry("reasons", List.of())
                .containsEntry("source_dimension", 4)
                .containsEntry("target_dimension", 4)
                .containsEntry("generators", List.of("s1", "s2", "s3"))
                .containsEntry("lie", List.of());
        List<?> basis = (List<?>) json.get("basis");
        assertThat(basis).hasSize(2);
        assertThat(String.valueOf(basis)).contains("[0, 0, 1]", "[0, 3, 1]");
        assertThat(String.valueOf(json.get("theorem"))).contains("a space of dimension 2. It is the number of orbits");
        Map<String, @Nullable Object> affine = maps("vector.json", "tensor.json", "--json", "--affine")
                .exits(0)
                .json();
        assertThat(affine)
                .containsEntry("dimension", 1)
                .containsEntry("lie", List.of("x", "y", "z"))
                .containsEntry("bias_dimension", 1)
                .containsEntry("bias_proved", true);
        assertThat(String.valueOf(affine.get("bias_basis"))).contains("[0, 0, 1]", "[4, 0, 1]", "[8, 0, 1]");
    }

    @Test
    void peopleReadWhatTheRepresentationsAre() {
        assertThat(maps("points.json", "sum.json", "--affine").exits(0).out())
                .contains("dimension 8: the space of equivariant linear maps, proved.")
                .contains("dimension 5: the space of fixed vectors of W, the biases, proved.")
                .contains("generators s1, s2, s3 with relators s1^2")
                .contains("V            4 coordinates: 4\n", "W            14 coordinates: 3 copies of 4 + 2\n")
                .contains("It is the sum over 2 pairs of blocks");
        assertThat(maps("tensor.json", "vector.json").exits(0).out())
                .contains("Lie algebra generators x, y, z", "V            9 coordinates: 3 x 3\n")
                .contains("26 equations are");
    }

    @Test
    void aBasisIsWrittenInTheFormatOfItsName() throws IOException {
        for (String name : List.of("basis.json", "basis.npz", "basis.safetensors")) {
            Path basis = folder.resolve(name);
            assertThat(maps("points.json", "matrices.json", "--basis", basis)
                            .exits(0)
                            .out())
                    .contains("basis        " + basis);
            assertThat(basis).isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("basis.json")))
                .contains("\"intertwine-basis/1\"", "\"rows\": 16", "\"columns\": 4");
    }

    @Test
    void whatIsNotProvedIsUndetermined() {
        String shear = "{\"format\": \"intertwine-representation/1\", \"group\": {\"generators\": [\"s\"]}, "
                + "\"action\": {\"s\": {\"matrix\": [[1, \"cos(2*pi/7)\"], [0, 1]]}}}";
        files.write("shear.json", shear);
        CommandRun run = maps("shear.json", "shear.json", "--certificate", folder.resolve("proof.json"));
        assertThat(run.exits(2).out())
                .startsWith("dimension 2: the space of equivariant linear maps, not proved.")
                .contains("  - No evidence was found that the checker accepts");
        assertThat(run.err()).isEqualTo("intertwine: no certificate was written: nothing was proved\n");
        assertThat(maps("shear.json", "shear.json", "--json").exits(2).json())
                .containsEntry("dimension", 2)
                .containsEntry("proved", false)
                .containsEntry("theorem", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"group\": {\"cyclic\": 2}, \"action\": {\"r\": {\"permutation\": [1, 2, 0]}} | the relator \"r^2\" does not hold",
                "\"group\": {\"cyclic\": 2}, \"action\": {\"r\": {\"matrix\": [[1, 1], [1, 1]]}} | singular",
                "\"group\": {\"cyclic\": 2}, \"action\": {\"r\": {\"matrix\": [[1, 1], [1, 1]]}} | of the generator \"r\"",
                "\"group\": {\"cyclic\": 2}, \"action\": {\"r\": {\"matrix\": [[1, 1]]}} | square matrix, found 1 x 2",
                "\"group\": {\"dihedral\": 2}, \"action\": {\"r\": {\"trivial\": 1}, \"s\": {\"trivial\": 2}} | acts on 2",
                "\"lie\": {\"x\": {\"matrix\": [[0,1],[0,0]]}, \"y\": {\"trivial\": 3}} | generator y is 3 x 3",
                "\"closed\": true, \"lie\": {\"x\": {\"matrix\": [[0,1],[0,0]]}, \"y\": {\"matrix\": [[0,0],[1,0]]}} | [x, y]",
                "\"brackets\": {\"[x, y]\": {}}, \"lie\": {\"x\": {\"matrix\": [[0,1],[0,0]]}, \"y\": {\"matrix\": [[0,0],[1,0]]}} | the bracket [x, y] is not"
            })
    void whatIsNoRepresentationIsRefused(String fields, String named) {
        files.write("bad.json", "{\"format\": \"intertwine-representation/1\", " + fields + "}");
        CommandRun run = maps("bad.json", "points.json").exits(65);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("intertwine: ")
                .contains("bad.json, line 1, column ", named)
                .hasLineCount(1);
        assertThat(maps("points.json", "bad.json").exits(65).err()).hasLineCount(1);
    }

    @Test
    void representationsOfDifferentGroupsAreRefused() {
        assertThat(maps("points.json", "vector.json").exits(65).err())
                .contains("vector.json", "the same generators as the other representation has", "found none");
        assertThat(maps("points.json", "none.json").exits(65).err()).contains("there is no such file");
    }

    @Test
    void certificatesOfOtherThingsAreRefused() {
        Path certificate = folder.resolve("proof.json");
        maps("points.json", "matrices.json", "--certificate", certificate).exits(0);
        assertThat(check(certificate, "matrices.json", "points.json").exits(1).out())
                .contains("speaks of another representation");
        assertThat(check(certificate, "points.json", "matrices.json", "--claim", "equal")
                        .exits(64)
                        .err())
                .contains("expected maps-dimension");
        assertThat(check(certificate, "points.json", "matrices.json", "--network", "n.json")
                        .exits(64)
                        .err())
                .contains("--representations");
        assertThat(check(certificate, "points.json", "matrices.json", "--representations", "a", "b")
                        .exits(64)
                        .err())
                .contains("once, with two files");
        Path network = files.write("network.json", ExampleFiles.SWAPPED_PAIR);
        assertThat(CommandRun.of("check", certificate, "--network", network)
                        .exits(64)
                        .err())
                .contains("two representations: give --representations");
        CommandRun.of("dimension", network, "--certificate", certificate).exits(0);
        assertThat(check(certificate, "points.json", "matrices.json").exits(64).err())
                .contains("a network: give --network alone");
    }

    @Test
    void wrongUsageIsSaidInOneLine() {
        Path out = folder.resolve("points.json");
        assertThat(CommandRun.of("maps", out).exits(64).err()).contains("W").hasLineCount(1);
        assertThat(maps("points.json", "sum.json", "--basis", out).exits(64).err())
                .contains("named twice");
        Path both = folder.resolve("out.json");
        assertThat(maps("points.json", "sum.json", "--basis", both, "--certificate", both)
                        .exits(64)
                        .err())
                .contains("named twice");
        assertThat(maps("points.json", "sum.json", "--basis", folder.resolve("no/b.json"))
                        .exits(65)
                        .err())
                .contains("does not exist");
        assertThat(CommandRun.of("maps", "--help").exits(0).out()).contains("rho_W(g) X = X rho_V(g)", "--affine");
    }
}
