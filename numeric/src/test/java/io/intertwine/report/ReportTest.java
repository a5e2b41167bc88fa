package io.intertwine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.construct.Demo;
import io.intertwine.construct.DemoNetworks;
import io.intertwine.construct.Disguise;
import io.intertwine.construct.EquivariantParameters;
import io.intertwine.construct.LatentActions;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.find.Verification;
import io.intertwine.find.Verifier;
import io.intertwine.net.Architecture;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.ImageActions;
import io.intertwine.rep.Symmetry;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportTest {
    private static final ReportContext CONTEXT =
            ReportContext.of("net.json", "symmetry.json", "test", 1).withCertificate("proof.json");
    private static final int LARGEST = 5_000_000;

    private static String html(Network network, Symmetry symmetry) {
        return Report.html(Verifier.verify(network, symmetry, 1), CONTEXT);
    }

    private static Arguments example(String verdict, Network network, Symmetry symmetry) {
        return Arguments.of(verdict, html(network, symmetry));
    }

    private static Arguments example(String verdict, Demo demo) {
        return example(verdict, demo.network(), demo.symmetry());
    }

    static Stream<Arguments> reports() {
        return Stream.of(
                example("Layerwise equivariant", DemoNetworks.mirror(1)),
                example("Layerwise equivariant", DemoNetworks.turned(1)),
                example("Layerwise equivariant", DemoNetworks.negative(1)),
                example("Not equivariant", DemoNetworks.nearMiss(1)),
                example("Layerwise equivariant", WorkedExamples.nonSplitClones(), WorkedExamples.swap(1)),
                example("Equivariant, not layerwise", WorkedExamples.hat("relu"), WorkedExamples.reflection(1, 1)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aReportStatesItsVerdictAndLoadsNothing(String verdict, String html) throws Exception {
        assertThat(html)
                .contains("<h1>" + verdict + "</h1>")
                .contains("sha256:")
                .contains("net.json");
        assertThat(html)
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("<script")
                .doesNotContain("<link");
        assertThat(html.replaceAll("src=\"data:image/png;base64,", ""))
                .doesNotContain("src=")
                .doesNotContain("url(");
        assertThat(html.length()).isLessThan(LARGEST);
        assertWellFormed(html);
    }

    private static void assertWellFormed(String html) throws ParserConfigurationException, SAXException, IOException {
        String xml = html.substring(html.indexOf("<html"));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void aProofComesWithItsCommandAndItsOrbits() {
        Demo demo = DemoNetworks.mirror(1);
        assertThat(html(demo.network(), demo.symmetry()))
                .contains(
                        "intertwine check proof.json --network net.json --symmetry symmetry.json --claim layerwise-equivariant")
                .contains("symmetric")
                .contains("antisymmetric")
                .contains("mirrored")
                .contains("2 negated, 4 fixed")
                .contains("signed permutations");
    }

    @Test
    void filtersUnderAMirrorAreCountedAsPairsAndByTheirSymmetry() {
        Demo demo = DemoNetworks.mirror(1);
        assertThat(html(demo.network(), demo.symmetry()))
                .contains("9 mirrored pairs, 4 symmetric and 2 antisymmetric filters.")
                .contains("A pair of which one is also negated counts as a pair")
                .contains(
                        "13 orbits induced from the trivial character (9 of 2 units, 4 of 1), 2 from the sign (2 of 1 unit)");
    }

    @Test
    void aRefutationShowsBothOutputs() {
        Demo demo = DemoNetworks.nearMiss(1);
        assertThat(html(demo.network(), demo.symmetry()))
                .contains("The counterexample")
                .contains("<mark>")
                .contains("--claim not-equivariant")
                .contains("--tolerance");
    }

    @Test
    void aReparametrisedNetworkIsNamedAsSuch() {
        Verification result = Verifier.verify(WorkedExamples.nonSplitClones(), WorkedExamples.swap(1), 1);
        assertThat(Report.html(result, CONTEXT.withReparametrised("new.json")))
                .contains("<b>given weights</b> refuted")
                .contains("<b>architecture</b> holds")
                .contains("new.json")
                .contains("2 unused");
    }

    @Test
    void anOpenQuestionSaysWhatWouldSettleIt() {
        // An even function through two hidden layers: no theorem lists its parameters.
        Network deep = new NetworkBuilder()
                .dense("1; 1; 1", "1 0 -1")
                .activation("gelu")
                .dense("1 -2 1; 2 -4 2", "1 3")
                .activation("gelu")
                .dense("1 1")
                .build();
        assertThat(html(deep, WorkedExamples.reflection(1, 1)))
                .contains("What would settle it")
                .contains("that is proved");
    }

    @Test
    void theClassesOfWeightsAreListedWhereNoneIsFixed() {
        assertThat(html(WorkedExamples.starOfTypeA2(), WorkedExamples.hexagon()))
                .contains("Equivariant, not layerwise")
                .contains("exactly 2 classes")
                .contains("r takes it to")
                .contains("subgroup generated by r^2");
    }

    @Test
    void namesFromOutsideAreEscaped() {
        Verification result = Verifier.verify(WorkedExamples.swappedPair(), WorkedExamples.swap(1), 1);
        String evil = "<img src=x onerror=alert(1)>\"'&.json";
        String html = Report.html(
                result,
                ReportContext.of(evil, evil, evil, 1)
                        .withCertificate(evil)
                        .withDescription(evil)
                        .withReparametrised(evil));
        assertThat(html)
                .doesNotContain("<img src=x")
                .contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;.json");
    }

    @Test
    void aWideNetworkIsSampled() {
        AffineMap mirror = new ImageActions(1, 32, 32).mirror();
        Symmetry symmetry = WorkedExamples.involution(new ImageActions(1, 12, 12).mirror(), AffineMap.identity(2));
        SplittableRandom random = new SplittableRandom(1);
        Architecture architecture =
                Architecture.ofWidths(List.of(144, 1024, 2), List.of(Activations.requireNamed("tanh")), true);
        LatentActions actions = LatentActions.of(architecture, symmetry, List.of(List.of(mirror)));
        Network network = EquivariantParameters.of(actions).random(8, random);
        assertThat(html(Disguise.random(network, random).network(), symmetry))
                .hasSizeLessThan(LARGEST)
                .contains("48 of 1\u202F024 filters are shown")
                .contains("28 of 1\u202F024 are shown");
    }

    @Test
    void aReportReplacesAFileAsAWhole(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("report.html");
        Files.writeString(out, "old");
        Verification result = Verifier.verify(WorkedExamples.swappedPair(), WorkedExamples.swap(1), 1);
        Report.write(result, CONTEXT, out);
        assertThat(Files.readString(out)).isEqualTo(Report.html(result, CONTEXT));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(out);
        }
    }

    @Test
    void theUserMaySayThatTheInputIsAnImage() {
        Verification result = Verifier.verify(WorkedExamples.swappedPair(), WorkedExamples.swap(1), 1);
        assertThat(Report.html(result, CONTEXT.withImage(new ImageShape(1, 1, 2))))
                .contains("The filters of the first layer");
        assertThat(Report.html(result, CONTEXT.withImage(new ImageShape(1, 3, 3))))
                .doesNotContain("The filters of the first layer");
    }
}
