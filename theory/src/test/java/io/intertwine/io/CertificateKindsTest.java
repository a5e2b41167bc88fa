package io.intertwine.io;

import static io.intertwine.io.TextFiles.assertRefused;
import static io.intertwine.io.TextFiles.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.claim.Claim;
import io.intertwine.claim.DimensionClaim;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.exact.ModularMatrix;
import io.intertwine.io.CertificateKinds.Kind;
import io.intertwine.net.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateKindsTest {
    private static final String SUBJECTS =
            "'network': '" + CertificateKinds.ONE + "', 'symmetry': '" + CertificateKinds.TWO + "'";
    private static final String PAIR = "'networks': ['" + CertificateKinds.ONE + "', '" + CertificateKinds.TWO + "']";
    private static final String NETWORK = "'network': '" + CertificateKinds.ONE + "'";
    private static final String EXPAND = "{'comparison': 'expansion'}";

    @TempDir
    Path folder;

    static List<Kind> kinds() {
        return CertificateKinds.all();
    }

    private CertificateFile written(Kind kind) throws FormatException, IOException {
        CertificateFormat.write(kind.claim(), kind.certificate(), folder.resolve("c.json"));
        return CertificateFormat.read(folder.resolve("c.json"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyCertificateIsReadAsItWasWritten(Kind kind) throws FormatException, IOException {
        CertificateFile file = written(kind);
        assertThat(file.certificate()).isEqualTo(kind.certificate());
        assertThat(file.orderedFor(CertificateKinds.GENERATORS)).isEqualTo(kind.certificate());
        Claim claim = claim(file, kind.claim());
        assertThat(claim).isEqualTo(kind.claim());
        assertThat(claim.verdict()).isEqualTo(file.verdict().text());
    }

    private static Claim claim(CertificateFile file, Claim about) {
        if (!about.representations().isEmpty()) {
            return file.claim(
                    file.verdict(),
                    about.representations().get(0),
                    about.representations().get(1));
        }
        return about.architectures().isEmpty()
                ? file.claim(file.verdict(), about.networks(), about.symmetries())
                : file.claim(file.verdict(), about.architectures().get(0));
    }

    @Test
    void everyVerdictHasACertificateHere() throws FormatException, IOException {
        Set<CertificateVerdict> verdicts = EnumSet.noneOf(CertificateVerdict.class);
        for (Kind kind : kinds()) {
            verdicts.add(written(kind).verdict());
        }
        assertThat(verdicts).containsExactly(CertificateVerdict.values());
    }

    @Test
    void evidenceIsOrderedAsTheGeneratorsOfTheSymmetry() throws FormatException, IOException {
        for (Kind kind : kinds()) {
            CertificateFile file = written(kind);
            Certificate turned = file.orderedFor(List.of("s", "r"));
            if (file.generators().size() < 2) {
                assertThat(turned).isEqualTo(kind.certificate());
                continue;
            }
            assertThat(turned).isNotEqualTo(kind.certificate());
            assertThat(new CertificateFile(file.verdict(), 0, List.of("s", "r"), turned)
                            .orderedFor(CertificateKinds.GENERATORS))
                    .isEqualTo(kind.certificate());
            assertRefused(() -> file.orderedFor(List.of("r", "t")), "\"r\", \"s\"", "\"r\", \"t\"", "another symmetry");
            assertRefused(() -> file.orderedFor(List.of("r")), "another symmetry");
        }
    }

    @Test
    void evidenceOfAnotherKindThanTheClaimIsNotWritten() {
        Kind equal = kinds().stream()
                .filter(kind -> kind.claim() instanceof EqualityClaim)
                .findFirst()
                .orElseThrow();
        Claim other = new ParameterClaim.NotIdentifiable(CertificateKinds.wide());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateFormat.write(other, equal.certificate(), folder.resolve("c.json")))
                .withMessageContaining("another kind");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aClaimNeedsAsManyNetworksAsItsVerdictSpeaksOf() throws FormatException, IOException {
        CertificateFile file = written(kinds().get(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.claim(CertificateVerdict.EQUAL, List.of(CertificateKinds.wide()), List.of()))
                .withMessageContaining("equal");
        Architecture family = Architecture.of(CertificateKinds.wide());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.claim(CertificateVerdict.EQUAL, family))
                .withMessageContaining("a family");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.claim(CertificateVerdict.DIMENSION, List.of(CertificateKinds.wide()), List.of()))
                .withMessageContaining("dimension");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        file.claim(CertificateVerdict.MAPS_DIMENSION, List.of(CertificateKinds.wide()), List.of()))
                .withMessageContaining("maps-dimension");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        file.claim(CertificateVerdict.DIMENSION, CertificateKinds.LINEAR, CertificateKinds.LINEAR))
                .withMessageContaining("representations");
    }

    @Test
    void aFactorisationIsReadAsItWasWritten() throws FormatException, IOException {
        ModularMatrix factors = new ModularMatrix(8_388_593, 3, 3);
        for (int i = 0; i < 9; i++) {
            factors.set(i / 3, i % 3, 8_388_592 - i);
        }
        Claim claim = new DimensionClaim.OfFamily(Architecture.of(CertificateKinds.wide()), 3, true);
        DimensionEvidence.Factored evidence = new DimensionEvidence.Factored(CertificateKinds.minor(), factors);
        CertificateFile file = written(new Kind(claim, new Certificate.Dimension(CertificateKinds.ONE, evidence)));
        DimensionEvidence.Factored read =
                (DimensionEvidence.Factored) ((Certificate.Dimension) file.certificate()).evidence();
        assertThat(read.minor()).isEqualTo(evidence.minor());
        assertThat(read.factors().prime()).isEqualTo(8_388_593);
        assertThat(read.factors().data()).containsExactly(factors.data());
    }

    @Test
    void aPersonCanReadIt() throws FormatException, IOException {
        written(kinds().stream()
                .filter(kind -> kind.certificate() instanceof Certificate.OtherParameter)
                .findFirst()
                .orElseThrow());
        assertThat(Files.readString(folder.resolve("c.json")))
                .contains(
                        "\"verdict\": \"not-identifiable\"",
                        "\"other\": [",
                        "{\"activation\": {\"leaky_relu\": \"1/7\"}}")
                .contains(
                        "{\"activation\": \"relu\", \"slope\": \"1\"}", "{\"cut\": 2}", "{\"thin\": [\"1\", \"2/3\"]}");
    }

    private static String text(String verdict, String fields) {
        return "{'format': 'intertwine-certificate/1', 'verdict': '" + verdict + "', " + fields + "}";
    }

    private static String equal(String comparison) {
        return text("equal", PAIR + ", 'proof': {'comparison': " + comparison + "}");
    }

    private static String step(String step) {
        return text("equal", PAIR + ", 'proof': {'left': [" + step + "], 'comparison': 'expansion'}");
    }

    static Stream<List<String>> refused() {
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of(text("equall", PAIR), "\"equall\"", "did you mean \"equal\"?"),
                List.of(text("intertwiner", NETWORK), "about an activation"),
                List.of(text("equal", SUBJECTS + ", 'proof': " + EXPAND), "unknown field \"network\"", "\"networks\""),
                List.of(text("equal", PAIR), "expected a field \"proof\""),
                List.of(text("equal", "'networks': ['" + CertificateKinds.ONE + "'], 'proof': " + EXPAND), "found 1"),
                List.of(text("equal", "'networks': 'x', 'proof': " + EXPAND), "two networks", "the text \"x\""),
                List.of(text("equal", PAIR + ", 'proof': {}"), "\"comparison\""),
                List.of(text("equal", PAIR + ", 'proof': 3"), "a proof that two networks are equal", "the number 3"),
                List.of(text("equal", PAIR + ", 'proof': {'both': [], 'comparison': 'expansion'}"), "\"both\""),
                List.of(text("different", PAIR + ", 'input': [1], 'bits': 0"), "expected a field \"left\""),
                List.of(text("no-latent-action", SUBJECTS + ", 'actions': {}"), "unknown field \"actions\""),
                List.of(text("no-latent-action", NETWORK), "expected a field \"symmetry\""),
                List.of(text("equivariant", SUBJECTS), "expected a field \"proofs\""),
                List.of(text("equivariant", SUBJECTS + ", 'proofs': []"), "a proof for each generator"),
                List.of(text("equivariant", SUBJECTS + ", 'proofs': {'s': 1}"), "a proof that two networks"),
                List.of(text("layerwise-when-widened", SUBJECTS), "\"proofs\" or \"wide\"", "layerwise-when-widened"),
                List.of(
                        text("layerwise-when-widened", SUBJECTS + ", 'proofs': {}, 'wide': []"),
                        "unknown field \"wide\""),
                List.of(
                        text("layerwise-when-widened", SUBJECTS + ", 'actions': {}, 'proof': {}, 'wide': []"),
                        "at least one dense layer"),
                List.of(text("equivariant-not-layerwise", SUBJECTS + ", 'fibre': {}"), "expected a field \"moves\""),
                List.of(
                        text("equivariant-not-layerwise", SUBJECTS + ", 'fibre': {}, 'moves': {}"),
                        "with exactly one field"),
                List.of(
                        text("equivariant-not-layerwise", SUBJECTS + ", 'fibre': {}, 'moves': {'s': {}}"),
                        "one for each class"),
                List.of(
                        text("equivariant-not-layerwise", SUBJECTS + ", 'moves': {'s': [{'to': -1, 'gauge': []}]}"),
                        "the index of a class"),
                List.of(
                        text("equivariant-not-layerwise", SUBJECTS + ", 'moves': {'s': [{'to': 1}]}"),
                        "expected a field \"gauge\""),
                List.of(text("identifiable", NETWORK), "\"criterion\" or \"fibre\""),
                List.of(text("weakly-identifiable", NETWORK), "expected a field \"criterion\""),
                List.of(text("identifiable", NETWORK + ", 'criterion': 1"), "the name of a criterion"),
                List.of(text("weakly-identifiable", NETWORK + ", 'steps': 1, 'criterion': 'x'"), "a list of steps"),
                List.of(text("finitely-identifiable", NETWORK + ", 'fibre': {}"), "expected a field \"classes\""),
                List.of(
                        text("finitely-identifiable", NETWORK + ", 'classes': 0, 'fibre': {}"),
                        "a number of classes from 1"),
                List.of(
                        text("finitely-identifiable", NETWORK + ", 'classes': 2, 'fibre': {'flip': [[]]}"),
                        "did you mean \"flips\"?"),
                List.of(
                        text("finitely-identifiable", NETWORK + ", 'classes': 2, 'fibre': {'flips': [[0.5]]}"),
                        "a set of units"),
                List.of(
                        text("finitely-identifiable", NETWORK + ", 'classes': 2, 'fibre': {'pencil': ['x']}"),
                        "expected a number"),
                List.of(text("not-identifiable", NETWORK), "\"other\" or \"unit\""),
                List.of(text("not-identifiable", NETWORK + ", 'unit': 1"), "expected a field \"layer\""),
                List.of(text("not-identifiable", NETWORK + ", 'layer': 0, 'unit': 'a'"), "expected a number"),
                List.of(text("not-identifiable", NETWORK + ", 'other': [], 'proof': {}"), "at least one dense layer"),
                List.of(
                        text(
                                "not-identifiable",
                                NETWORK + ", 'other': [{'dense': {'weight': {'tensor': 'w'}}}], 'proof': {}"),
                        "there is no field \"weights\""),
                List.of(text("locally-identifiable", NETWORK + ", 'points': [1]"), "a list of points"),
                List.of(text("locally-identifiable", NETWORK + ", 'points': [['a']]"), "expected a number")));
        rows.addAll(dimensions());
        rows.addAll(dimensionsAtParameters());
        rows.addAll(maps());
        rows.addAll(comparisons());
        rows.addAll(steps());
        return rows.stream();
    }

    private static String dimension(String evidence) {
        return text(
                "dimension", "'architecture': '" + CertificateKinds.ONE + "', 'dimension': 2, 'evidence': " + evidence);
    }

    private static String minor(String prime, String rows) {
        return "{'prime': " + prime + ", 'seed': 1, 'bases': 1, 'lines': 2, 'order': 3, 'rows': " + rows
                + ", 'columns': [0, 1]}";
    }

    private static String factored(String prime, String factors) {
        return dimension("{'factored': {'minor': " + minor(prime, "[0, 1]") + ", 'factors': " + factors + "}}");
    }

    private static List<List<String>> dimensions() {
        String family = "'architecture': '" + CertificateKinds.ONE + "'";
        return List.of(
                List.of(
                        text("dimension", NETWORK + ", 'dimension': 1"),
                        "unknown field \"network\"",
                        "\"architecture\""),
                List.of(text("dimension-at-parameters", family), "unknown field \"architecture\"", "\"network\""),
                List.of(text("dimension", family), "expected a field \"dimension\""),
                List.of(text("dimension", family + ", 'dimension': -1"), "a dimension from 0"),
                List.of(text("dimension", family + ", 'dimension': 1"), "expected a field \"evidence\""),
                List.of(text("dimensions", family), "did you mean \"dimension\"?"),
                List.of(dimension("{}"), "with exactly one field"),
                List.of(dimension("{'minors': 1}"), "did you mean \"minor\"?"),
                List.of(dimension("{'minor': {'prime': 7}}"), "expected a field \"seed\""),
                List.of(dimension("{'minor': []}"), "a minor: an object"),
                List.of(dimension("{'minor': {'size': 7}}"), "unknown field \"size\""),
                List.of(
                        dimension("{'minor': " + minor("2147483648", "[0]") + "}"),
                        "an odd prime from 3 to 2147483647"),
                List.of(dimension("{'minor': " + minor("7", "[0.5]") + "}"), "an integer at index 0 of a list of rows"),
                List.of(dimension("{'minor': " + minor("7", "3") + "}"), "a list of rows"),
                List.of(factored("7", "[[1, 2]]"), "as many rows of factors as the minor has, 2, found 1"),
                List.of(factored("7", "[[1, 2], [1]]"), "a row of factors (2 integers), found 1"),
                List.of(factored("7", "[[1, 2], [1, 7]]"), "residues from 0 to 6, found 7 at index 1"),
                List.of(factored("9", "[[1, 2], [1, 7]]"), "prime"),
                List.of(factored("7", "4"), "a list of rows"),
                List.of(dimension("{'explicit': {'layers': []}}"), "at least one dense layer"),
                List.of(
                        dimension("{'explicit': {'layers': [{'dense': {'weight': [[1]]}}]}}"),
                        "expected a field \"points\""),
                List.of(
                        dimension("{'explicit': {'layers': [{'dense': {'weight': [[1]]}}], 'points': [['a']]}}"),
                        "expected a number"));
    }

    private static String below(String below) {
        return dimension("{'at_parameters': {'below': " + below + ", 'above': {'formal': []}}}");
    }

    private static String above(String above) {
        return dimension("{'at_parameters': {'below': {'residues': {'points': []}}, 'above': " + above + "}}");
    }

    private static String entry(String entry) {
        return above("{'formal': [[" + entry + "]]}");
    }

    private static List<List<String>> dimensionsAtParameters() {
        return List.of(
                List.of(dimension("{'at_parameters': 1}"), "\"below\" and \"above\"", "the number 1"),
                List.of(dimension("{'at_parameters': {'below': {}, 'over': {}}}"), "unknown field \"over\""),
                List.of(dimension("{'at_parameters': {'above': {}}}"), "expected a field \"below\""),
                List.of(below("{}"), "with exactly one field"),
                List.of(below("{'minors': {}}"), "did you mean \"minor\"?"),
                List.of(below("{'residues': {}}"), "expected a field \"points\""),
                List.of(below("{'residues': {'bits': 1}}"), "unknown field \"bits\""),
                List.of(below("{'minor': {'points': [], 'rows': [], 'columns': []}}"), "expected a field \"bits\""),
                List.of(
                        below("{'minor': {'points': [], 'rows': [], 'columns': [0.5], 'bits': 1}}"),
                        "a list of columns"),
                List.of(above("{'regions': {'tree': [], 'directions': []}}"), "not complete"),
                List.of(above("{'regions': {'tree': ['leaf']}}"), "expected a field \"directions\""),
                List.of(above("{'formal': 3}"), "a list of directions"),
                List.of(above("{'formal': [3]}"), "a list of directions"),
                List.of(above("{'formal': [{}]}"), "a direction: a list of coordinates"),
                List.of(entry("3"), "a direction: a list of coordinates"),
                List.of(entry("{'place': 3}"), "expected a field \"factor\""),
                List.of(entry("{'place': -1, 'factor': 1}"), "the place of a parameter"),
                List.of(entry("{'place': 1, 'factor': 'x'}"), "expected a number"),
                List.of(entry("{'place': 1, 'factor': 1, 'constants': [{'size': [1, 2]}]}"), "\"value\" or \"slope\""),
                List.of(entry("{'place': 1, 'factor': 1, 'constants': [{'slope': [1]}]}"), "a unit (2 integers)"),
                List.of(entry("{'place': 1, 'factor': 1, 'constants': [{'slope': [1, -2]}]}"), "of at least 0"));
    }

    private static List<List<String>> comparisons() {
        return List.of(
                List.of(equal("'expand'"), "a comparison: \"expansion\"", "found the text \"expand\""),
                List.of(equal("{'gauges': []}"), "did you mean \"gauge\"?"),
                List.of(equal("{'gauge': [{'trivial': 1}]}"), "an action with \"permutation\" or \"matrix\""),
                List.of(equal("{'gauge': [3]}"), "one for each latent space"),
                List.of(equal("{'gauge': [{'matrix': [[0]]}]}"), "singular"),
                List.of(equal("{'ridge': {}}"), "a list of relations"),
                List.of(equal("{'ridge': [{'activation': 'rely', 'slope': 1}]}"), "did you mean \"relu\"?"),
                List.of(equal("{'ridge': [{'activation': 'relu'}]}"), "expected a field \"slope\""),
                List.of(equal("{'ridge': [{'activation': 'relu', 'slope': 'x'}]}"), "expected a number"),
                List.of(equal("{'regions': 'leaf'}"), "a list of regions"),
                List.of(equal("{'regions': []}"), "not complete", "expected 1 more"),
                List.of(equal("{'regions': ['leaf', 'leaf']}"), "no region after the last part"),
                List.of(equal("{'regions': [{'cut': 2}, 'leaf']}"), "not complete", "expected 1 more"),
                List.of(equal("{'regions': [{'cut': 0}]}"), "a number of parts from 1"),
                List.of(equal("{'regions': [{'cut': 2, 'x': 1}]}"), "unknown field \"x\""),
                List.of(equal("{'regions': ['leave']}"), "\"leaf\", {\"cut\": PARTS}", "found the text \"leave\""),
                List.of(equal("{'regions': [{'thinn': [1]}]}"), "did you mean \"thin\"?"),
                List.of(equal("{'regions': [{'thin': ['a']}]}"), "expected a number"),
                List.of(
                        equal("{'regions': [" + "{'cut': 1}, ".repeat(RegionTrees.DEEPEST + 1) + "'leaf']}"),
                        "at most 1000 cuts below one another"));
    }

    private static String maps(String evidence) {
        String pair = "'representations': ['" + CertificateKinds.ONE + "', '" + CertificateKinds.TWO + "']";
        return text("maps-dimension", pair + ", 'dimension': 1, 'evidence': " + evidence);
    }

    private static String basis(String shape, String maps, String prime) {
        return maps(
                "{'basis': {'shape': " + shape + ", 'maps': " + maps + ", 'prime': " + prime + ", 'equations': [0]}}");
    }

    private static List<List<String>> maps() {
        return List.of(
                List.of(text("maps-dimension", PAIR), "unknown field \"networks\"", "\"representations\""),
                List.of(
                        text("maps-dimension", "'representations': ['" + CertificateKinds.ONE + "'], 'dimension': 1"),
                        "the digests of two representations, found 1"),
                List.of(text("maps-dimension", "'dimension': -1"), "a dimension from 0"),
                List.of(maps("'orbit'"), "there is no evidence \"orbit\"", "did you mean \"orbits\"?"),
                List.of(maps("3"), "\"orbits\", \"characters\", \"basis\", \"blocks\"", "the number 3"),
                List.of(maps("{'block': []}"), "did you mean \"blocks\"?"),
                List.of(maps("{'blocks': ['orbits', 'x']}"), "there is no evidence \"x\""),
                List.of(maps("{'basis': {'rows': 1}}"), "unknown field \"rows\""),
                List.of(maps("{'basis': []}"), "a basis: an object"),
                List.of(basis("[0, 2]", "[]", "7"), "a positive number of rows"),
                List.of(basis("[2, 0]", "[]", "7"), "a positive number of rows"),
                List.of(basis("[2]", "[]", "7"), "[rows, columns] (2 integers)"),
                List.of(basis("[2, 2]", "[[[0, 2, 1]]]", "7"), "a column from 0 to 1, found 2"),
                List.of(basis("[2, 2]", "[[[2, 0, 1]]]", "7"), "a row from 0 to 1, found 2"),
                List.of(basis("[2, 2]", "[[[0, 1]]]", "7"), "[row, column, value], found 2 numbers"),
                List.of(basis("[2, 2]", "[[[0, 1, 2], [0, 1, 3]]]", "7"), "row 0, column 1 stands there twice"),
                List.of(basis("[2, 2]", "[[0, 1, 2]]", "7"), "a list of entries"),
                List.of(basis("[2, 2]", "[]", "2"), "an odd prime from 3"));
    }

    private static List<List<String>> steps() {
        return List.of(
                List.of(step("{'drop': {'layer': 0, 'units': 1}}"), "a list of units"),
                List.of(step("{'dropp': {'layer': 0}}"), "did you mean \"drop\"?"),
                List.of(step("{'drop': 1}"), "the details of the step"),
                List.of(step("{'replace': {'layer': 0, 'end': 1, 'layers': []}}"), "says how many units there are"),
                List.of(
                        step("{'replace': {'layer': 0, 'end': 1, 'layers': [{'activation': 'relu'}]}}"),
                        "says how many units there are"),
                List.of(
                        step("{'replace': {'layer': 0, 'end': 1, 'layers': [{'dense': {'weight': [[1]]}}]}}"),
                        "expected a field \"comparison\""),
                List.of(step("{'replace': {'layer': 0, 'end': -1}}"), "the index after the last layer from 0"),
                List.of(step("{'replace': {'layer': 0, 'stop': 1}}"), "unknown field \"stop\""));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeReadIsRefusedWithItsPlace(List<String> row) {
        List<String> parts = new ArrayList<>(row.subList(1, row.size()));
        parts.add("c.json, line 1, column ");
        assertRefused(() -> CertificateFormat.read(json(folder, "c.json", row.get(0))), parts.toArray(String[]::new));
    }

    @Test
    void treesAsDeepAsAllowedAreRead() throws FormatException {
        String tree = "{'cut': 1}, ".repeat(RegionTrees.DEEPEST) + "'leaf'";
        CertificateFile file = CertificateFormat.read(json(folder, "deep.json", equal("{'regions': [" + tree + "]}")));
        assertThat(file.verdict()).isEqualTo(CertificateVerdict.EQUAL);
    }
}
