package io.intertwine.io;

import static io.intertwine.io.TextFiles.assertRefused;
import static io.intertwine.io.TextFiles.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.UnitMap;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.Value;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Permutation;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateFormatTest {
    private static final String NETWORK = "sha256:" + "0a".repeat(32);
    private static final String SYMMETRY = "sha256:" + "1b".repeat(32);
    private static final String RESULT = "sha256:" + "2c".repeat(32);

    @TempDir
    Path folder;

    private static Certificate.Layerwise layerwise() {
        ExactMatrix weight = ExactMatrix.of(1, 2, List.of(Scalar.of(1, 3), Scalar.of(2)));
        List<ReductionStep> steps = List.of(
                new ReductionStep.Merge(
                        0,
                        List.of(
                                new ReductionStep.UnitMerge(3, 1, new UnitMap(Scalar.of(-1, 2), Scalar.of(7))),
                                new ReductionStep.UnitMerge(2, 0, UnitMap.IDENTITY))),
                new ReductionStep.Merge(2, List.of()),
                new ReductionStep.Prune(4, List.of(3, 2)),
                new ReductionStep.Refactor(6, weight, List.of(Scalar.ONE), weight.transpose(), List.of()));
        AffineMap plain = AffineMap.monomial(Permutation.of(1, 0), List.of(Scalar.ONE, Scalar.ONE));
        AffineMap scaled = AffineMap.monomial(Permutation.of(0), List.of(Scalar.of(-2)), List.of(Scalar.of(1, 5)));
        AffineMap full = AffineMap.of(
                ExactMatrix.of(2, 2, List.of(Scalar.ONE, Scalar.sqrt(BigFraction.TWO), Scalar.ZERO, Scalar.ONE)),
                List.of(Scalar.ZERO, Scalar.ONE));
        return new Certificate.Layerwise(
                NETWORK,
                SYMMETRY,
                steps,
                RESULT,
                List.of(List.of(plain, scaled), List.of(full, AffineMap.identity(1))));
    }

    /** A network with a symmetry that has these generators; the digests of the certificates here are not theirs. */
    private static SymmetryClaim.LayerwiseEquivariant claim(String... generators) {
        Network network = new NetworkBuilder().dense("1").build();
        GroupDescription group = new GroupDescription.Presentation(List.of(generators), List.of());
        Representation trivial =
                new Representation(group, 1, Collections.nCopies(generators.length, AffineMap.identity(1)));
        return new SymmetryClaim.LayerwiseEquivariant(network, new Symmetry(trivial, trivial), true);
    }

    private static void write(Certificate.Witness witness, Path file) throws FormatException, IOException {
        SymmetryClaim.LayerwiseEquivariant about = claim("r", "s");
        CertificateFormat.write(new SymmetryClaim.NotEquivariant(about.network(), about.symmetry()), witness, file);
    }

    private static Certificate.Witness witness(Value... values) {
        return new Certificate.Witness(
                NETWORK,
                SYMMETRY,
                "s",
                List.of(Scalar.of(1, 2), Scalar.of(3)),
                64,
                List.of(values),
                List.of(values),
                List.of(values));
    }

    @Test
    void aLayerwiseCertificateIsReadAsItWasWritten() throws FormatException, IOException {
        CertificateFormat.write(claim("r", "s"), layerwise(), folder.resolve("c.json"));
        CertificateFile file = CertificateFormat.read(folder.resolve("c.json"));
        assertThat(file)
                .isEqualTo(new CertificateFile(
                        CertificateVerdict.LAYERWISE_EQUIVARIANT, 0, List.of("r", "s"), layerwise()));
        assertThat(file.orderedFor(List.of("r", "s"))).isEqualTo(layerwise());
        assertThat(Files.readString(folder.resolve("c.json"))).doesNotContain("\"shift\": [\"0\", \"0\"]");
    }

    @Test
    void actionsAreOrderedAsTheGeneratorsOfTheSymmetry() throws FormatException, IOException {
        CertificateFormat.write(claim("r", "s"), layerwise(), folder.resolve("c.json"));
        CertificateFile file = CertificateFormat.read(folder.resolve("c.json"));
        Certificate.Layerwise ordered = (Certificate.Layerwise) file.orderedFor(List.of("s", "r"));
        assertThat(ordered.actions())
                .containsExactly(
                        layerwise().actions().get(1), layerwise().actions().get(0));
        assertThat(ordered.steps()).isEqualTo(layerwise().steps());
        assertRefused(() -> file.orderedFor(List.of("r", "t")), "\"r\", \"s\"", "\"r\", \"t\"", "another symmetry");
        assertRefused(() -> file.orderedFor(List.of("r")), "another symmetry");
    }

    @Test
    void aWitnessIsReadAsItWasWritten() throws FormatException, IOException {
        BigFraction lower = new BigFraction(BigInteger.ONE, BigInteger.TWO.pow(16_384));
        BigFraction upper =
                new BigFraction(BigInteger.ONE.shiftLeft(20_000).add(BigInteger.ONE), BigInteger.TWO.pow(16_384));
        Certificate.Witness witness = witness(
                new Value.Exact(Scalar.of(1, 3)),
                new Value.Exact(Scalar.cosine(1, 7)),
                new Value.Between(lower.negate(), upper),
                new Value.Exact(Scalar.of(BigInteger.valueOf(-7).pow(30_000))));
        write(witness, folder.resolve("w.json"));
        CertificateFile file = CertificateFormat.read(folder.resolve("w.json"));
        assertThat(file).isEqualTo(new CertificateFile(CertificateVerdict.NOT_EQUIVARIANT, 0, List.of("s"), witness));
        assertThat(file.orderedFor(List.of("r", "s"))).isEqualTo(witness);
    }

    @Test
    void manyExactValuesAndNoneAreReadAsTheyWereWritten() throws FormatException, IOException {
        for (int count : new int[] {0, 1, 64, 1_000}) {
            Value[] values = new Value[count];
            for (int i = 0; i < count; i++) {
                values[i] = new Value.Exact(Scalar.of(i - 3, 7));
            }
            write(witness(values), folder.resolve("w.json"));
            assertThat(CertificateFormat.read(folder.resolve("w.json")).certificate())
                    .isEqualTo(witness(values));
        }
    }

    @Test
    void aNumberThatIsTooLongToBeReadAgainIsNotWritten() {
        Certificate.Witness witness = witness(new Value.Exact(Scalar.of(BigInteger.ONE.shiftLeft(400_000))));
        assertRefused(() -> write(witness, folder.resolve("w.json")), "w.json", "100000 are read");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void writingRefusesNamesThatDoNotFitTheActions() {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateFormat.write(claim("r"), layerwise(), folder.resolve("c.json")))
                .withMessageContaining("2 generators");
        assertThat(folder).isEmptyDirectory();
    }

    private static String layerwiseText() {
        return "{'format': 'intertwine-certificate/1', 'verdict': 'layerwise-equivariant', 'network': '" + NETWORK
                + "', 'symmetry': '" + SYMMETRY
                + "', 'steps': [{'merge': {'layer': 0, 'units': [{'from': 1, 'into': 0, 'scale': 1,"
                + " 'shift': 0}]}}, {'prune': {'layer': 0, 'units': [1]}}, {'refactor': {'layer': 0, 'first': {'weight': [[5]]},"
                + " 'second': {'weight': [[6]], 'bias': [8]}}}], 'result': '" + RESULT
                + "', 'actions': {'r': [{'permutation': [0]}]}}";
    }

    private static String witnessText() {
        return "{'format': 'intertwine-certificate/1', 'verdict': 'not-equivariant', 'network': '" + NETWORK
                + "', 'symmetry': '" + SYMMETRY + "', 'generator': 's', 'input': [3], 'bits': 64, 'left': [4],"
                + " 'right': [{'lower': '1/7', 'upper': '2/7'}], 'difference': [null]}".replace("null", "'9'");
    }

    @Test
    void theTextsOfTheTablesBelowAreAccepted() throws FormatException {
        assertThat(CertificateFormat.read(json(folder, "l.json", layerwiseText()))
                        .generators())
                .containsExactly("r");
        assertThat(CertificateFormat.read(json(folder, "w.json", witnessText())).verdict())
                .isEqualTo(CertificateVerdict.NOT_EQUIVARIANT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "intertwine-certificate/1 | intertwine-certificate/2 | no other version",
                "'verdict': 'layerwise-equivariant' | 'verdict': 'proved' | expected the verdict",
                "'verdict': 'layerwise-equivariant', | ~~ | expected a field \"verdict\"",
                "sha256:0a | sha256:0A | 64 hexadecimal digits",
                "sha256:0a | sha256:0 | 64 hexadecimal digits",
                "sha256:0a | SHA256:0a | 64 hexadecimal digits",
                "'merge': | 'mergee': | did you mean \"merge\"?",
                "'layer': 0 | 'layer': -1 | index of a layer from 0",
                "'layer': 0 | 'layer': 0, 'x': 0 | unknown field \"x\"",
                "'from': 1 | 'from': 1.5 | the index of a unit",
                "'scale': 1 | 'scale': 0 | a scale that is not 0",
                "'scale': 1, | ~~ | expected a field \"scale\"",
                "'units': [1] | 'units': ['a'] | expected a number",
                "'units': [1] | 'units': 1 | a list of units",
                "[[5]] | [[5], [5, 6]] | row 1: expected 1 numbers",
                "'bias': [8] | 'bias': ['x'] | expected a number",
                "{'permutation': [0]} | {'trivial': 1} | an action with \"permutation\" or \"matrix\"",
                "{'permutation': [0]} | {'permutation': [1]} | not a permutation",
                "[{'permutation': [0]}] | {'permutation': [0]} | one for each latent space",
                "'result' | 'outcome' | unknown field \"outcome\"",
                "'steps': [{ | 'steps': [7, { | expected a step"
            })
    void layerwiseCertificatesThatCannotBeReadAreRefused(String old, String replacement, String part) {
        String text = layerwiseText().replaceFirst(java.util.regex.Pattern.quote(old), replacement);
        assertThat(text).isNotEqualTo(layerwiseText());
        assertRefused(() -> CertificateFormat.read(json(folder, "l.json", text)), "l.json, line 1, column ", part);
    }

    static Stream<List<String>> refusedWitnesses() {
        return Stream.of(
                List.of("'bits': 64", "'bits': -1", "a number of bits from 0 to " + Enclosure.MAXIMAL_BITS),
                List.of("'bits': 64", "'bits': 20000", "a number of bits from 0 to " + Enclosure.MAXIMAL_BITS),
                List.of("'input': [3]", "'input': 3", "a list of numbers"),
                List.of("'input': [3]", "'input': [['3']]", "expected a number"),
                List.of("'lower': '1/7'", "'lower': '3/7'", "at most the upper one"),
                List.of("'lower': '1/7'", "'lower': 'sqrt(2)/10'", "expected a rational number"),
                List.of("'lower': '1/7'", "'lower': '" + "1".repeat(100_001) + "'", "too long"),
                List.of(
                        "'lower': '1/7'",
                        "'lower': '" + "1".repeat(20_000) + "x'",
                        "expected a digit of a long fraction"),
                List.of("'lower': '1/7'", "'lower': '1/" + "0".repeat(20_000) + "'", "a denominator that is not 0"),
                List.of("'lower': '1/7'", "'lower': '" + "1".repeat(20_000) + "/'", "expected a digit"),
                List.of("'lower': '1/7'", "'lower': " + "1".repeat(10_001), "numbers have at most 10000 characters"),
                List.of("'lower': '1/7', ", "", "expected a field \"lower\""),
                List.of("'left': [4]", "'left': [true]", "found true"),
                List.of("'generator': 's'", "'generator': 1", "the name of a generator"));
    }

    @ParameterizedTest
    @MethodSource("refusedWitnesses")
    void witnessesThatCannotBeReadAreRefused(List<String> row) {
        String text = witnessText().replace(row.get(0), row.get(1));
        assertThat(text).isNotEqualTo(witnessText());
        assertRefused(
                () -> CertificateFormat.read(json(folder, "w.json", text)), "w.json, line 1, column ", row.get(2));
    }

    @Test
    void generatorsKeepTheOrderOfTheFile() throws FormatException {
        String text = layerwiseText().replace("'actions': {", "'actions': {'z': [], 'a': [], ");
        CertificateFile file = CertificateFormat.read(json(folder, "l.json", text));
        assertThat(file.generators()).containsExactly("z", "a", "r");
        assertThat(((Certificate.Layerwise) file.certificate()).actions().get(0))
                .isEqualTo(Collections.emptyList());
    }
}
