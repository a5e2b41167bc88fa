package io.intertwine.io;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the JSON of a certificate about networks or families of them: the verdict says which evidence there can be, and the fields say which there is. */
final class CertificateReader {
    private static final String DIGEST = "sha256:";
    private static final int DIGEST_LENGTH = DIGEST.length() + 64;

    private final JsonObject root;
    private final CertificateVerdict verdict;

    private CertificateReader(JsonObject root, CertificateVerdict verdict) {
        this.root = root;
        this.verdict = verdict;
    }

    static CertificateFile read(Path file) throws FormatException {
        JsonObject root = JsonReader.readObject(
                file, "a certificate: an object with \"format\" and \"verdict\"", NumberText.LONGEST_IN_CERTIFICATES);
        root.requireFormat(CertificateFormat.FORMAT);
        return new CertificateReader(root, verdict(root.require("verdict"))).read();
    }

    private static CertificateVerdict verdict(JsonValue value) throws FormatException {
        String claimed = value.requireText("a verdict");
        Optional<CertificateVerdict> verdict = CertificateVerdict.find(claimed);
        if (verdict.isPresent()) {
            return verdict.get();
        }
        List<String> all = CertificateVerdict.texts();
        throw value.refuse("expected the verdict " + String.join(", ", all) + ", found "
                + FormatException.quote(claimed)
                + (ActivationCertificateReader.VERDICTS.contains(claimed)
                        ? ", which is about an activation"
                        : NearestName.question(claimed, all)));
    }

    private CertificateFile read() throws FormatException {
        return switch (verdict) {
            case LAYERWISE_EQUIVARIANT -> layerwise();
            case NOT_EQUIVARIANT -> witness();
            case EQUIVARIANT -> equivariance();
            case EQUIVARIANT_NOT_LAYERWISE -> classAction();
            case NO_LATENT_ACTION -> exhaustion();
            case LAYERWISE_WHEN_WIDENED -> choose("proofs", "wide").equals("proofs") ? equivariance() : widening();
            case EQUAL -> equality();
            case DIFFERENT -> separation();
            case IDENTIFIABLE -> choose("criterion", "fibre").equals("criterion") ? cited() : fibre();
            case WEAKLY_IDENTIFIABLE -> cited();
            case FINITELY_IDENTIFIABLE -> fibres();
            case NOT_IDENTIFIABLE -> choose("other", "unit").equals("other") ? otherParameter() : constantUnit();
            case LOCALLY_IDENTIFIABLE -> derivatives();
            case DIMENSION, DIMENSION_AT_LEAST -> dimension("architecture");
            case DIMENSION_AT_PARAMETERS, DIMENSION_AT_PARAMETERS_AT_LEAST -> dimension("network");
            case MAPS_DIMENSION -> maps();
        };
    }

    /** Which of two kinds of evidence there is, by its field. */
    private String choose(String one, String other) throws FormatException {
        if (root.members().containsKey(one)) {
            return one;
        }
        if (root.members().containsKey(other)) {
            return other;
        }
        throw root.refuse("expected a field \"" + one + "\" or \"" + other + "\" with the evidence for the verdict "
                + verdict.text() + ", found " + root.kind());
    }

    /** Refuses other fields than those of the verdict's subject and of the evidence. */
    private void requireOnly(String... evidence) throws FormatException {
        List<String> all = new ArrayList<>(List.of("format", "verdict"));
        all.addAll(
                switch (verdict.subject()) {
                    case NETWORK_AND_SYMMETRY -> List.of("network", "symmetry");
                    case TWO_NETWORKS -> List.of("networks");
                    case TWO_REPRESENTATIONS -> List.of("representations");
                    case NETWORK -> List.of("network");
                    case ARCHITECTURE -> List.of("architecture");
                });
        all.addAll(Arrays.asList(evidence));
        root.requireOnly(all.toArray(String[]::new));
    }

    private CertificateFile file(Certificate certificate) {
        return file(List.of(), certificate);
    }

    private CertificateFile file(List<String> generators, Certificate certificate) {
        return new CertificateFile(verdict, 0, generators, certificate);
    }

    private String network() throws FormatException {
        return digest(root.require("network"));
    }

    private String symmetry() throws FormatException {
        return digest(root.require("symmetry"));
    }

    /** The digests of two networks, or of two representations. */
    private List<String> two(String what) throws FormatException {
        JsonValue list = root.require(what);
        List<String> digests =
                JsonItems.read(list, "the digests of two " + what + ", in a list", CertificateReader::digest);
        if (digests.size() != 2) {
            throw list.refuse("expected the digests of two " + what + ", found " + digests.size());
        }
        return digests;
    }

    private static String digest(JsonValue value) throws FormatException {
        String digest = value.requireText("a digest");
        boolean valid = digest.startsWith(DIGEST)
                && digest.length() == DIGEST_LENGTH
                && digest.chars().skip(DIGEST.length()).allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        if (!valid) {
            throw value.refuse(
                    "expected a digest \"sha256:\" and 64 hexadecimal digits, found " + FormatException.quote(digest));
        }
        return digest;
    }

    private CertificateFile layerwise() throws FormatException {
        requireOnly("steps", "result", "actions");
        List<ReductionStep> steps = StepReader.readList(root.require("steps"));
        ByGenerator<List<AffineMap>> actions = actions();
        return file(
                actions.generators(),
                new Certificate.Layerwise(
                        network(), symmetry(), steps, digest(root.require("result")), actions.items()));
    }

    private ByGenerator<List<AffineMap>> actions() throws FormatException {
        return ByGenerator.read(root.require("actions"), "a list of actions", ComparisonFormat::maps);
    }

    private CertificateFile witness() throws FormatException {
        requireOnly("generator", "input", "bits", "left", "right", "difference");
        String generator = root.require("generator").requireText("the name of a generator");
        return file(
                List.of(generator),
                new Certificate.Witness(
                        network(),
                        symmetry(),
                        generator,
                        point(root.require("input")),
                        bits(),
                        ValueFormat.read(root.require("left")),
                        ValueFormat.read(root.require("right")),
                        ValueFormat.read(root.require("difference"))));
    }

    private int bits() throws FormatException {
        return root.require("bits").requireInteger("a number of bits", 0, Enclosure.MAXIMAL_BITS);
    }

    static List<Scalar> point(JsonValue value) throws FormatException {
        return value.requireNumbers("a list of numbers").toList();
    }

    private CertificateFile equivariance() throws FormatException {
        requireOnly("proofs");
        ByGenerator<EqualityProof> proofs =
                ByGenerator.read(root.require("proofs"), "a proof", ComparisonFormat::readProof);
        return file(proofs.generators(), new Certificate.Equivariance(network(), symmetry(), proofs.items()));
    }

    private CertificateFile widening() throws FormatException {
        requireOnly("wide", "proof", "actions");
        ByGenerator<List<AffineMap>> actions = actions();
        return file(
                actions.generators(),
                new Certificate.Widening(
                        network(),
                        symmetry(),
                        LayersReader.network(root.require("wide"), WeightSource.none()),
                        proof(),
                        actions.items()));
    }

    private EqualityProof proof() throws FormatException {
        return ComparisonFormat.readProof(root.require("proof"));
    }

    private CertificateFile classAction() throws FormatException {
        requireOnly("fibre", "moves");
        ByGenerator<List<Certificate.ClassMove>> moves = ByGenerator.read(
                root.require("moves"),
                "a list of moves",
                list -> JsonItems.read(list, "a list of moves, one for each class", FibreFormat::readMove));
        return file(
                moves.generators(),
                new Certificate.ClassAction(
                        network(), symmetry(), FibreFormat.read(root.require("fibre")), moves.items()));
    }

    private CertificateFile exhaustion() throws FormatException {
        requireOnly();
        return file(new Certificate.Exhaustion(network(), symmetry()));
    }

    private CertificateFile equality() throws FormatException {
        requireOnly("proof");
        List<String> networks = two("networks");
        return file(new Certificate.Equality(networks.get(0), networks.get(1), proof()));
    }

    private CertificateFile separation() throws FormatException {
        requireOnly("input", "bits", "left", "right", "difference");
        List<String> networks = two("networks");
        return file(new Certificate.Separation(
                networks.get(0),
                networks.get(1),
                point(root.require("input")),
                bits(),
                ValueFormat.read(root.require("left")),
                ValueFormat.read(root.require("right")),
                ValueFormat.read(root.require("difference"))));
    }

    private CertificateFile cited() throws FormatException {
        requireOnly("steps", "criterion");
        Optional<JsonValue> steps = root.find("steps");
        return file(new Certificate.Cited(
                network(),
                steps.isPresent() ? StepReader.readList(steps.get()) : List.of(),
                root.require("criterion").requireText("the name of a criterion")));
    }

    private CertificateFile fibre() throws FormatException {
        requireOnly("fibre");
        return file(new Certificate.Fibre(network(), FibreFormat.read(root.require("fibre"))));
    }

    private CertificateFile fibres() throws FormatException {
        requireOnly("classes", "fibre");
        int classes = root.require("classes").requireInteger("a number of classes", 1, Integer.MAX_VALUE);
        Certificate evidence = new Certificate.Fibre(network(), FibreFormat.read(root.require("fibre")));
        return new CertificateFile(verdict, classes, List.of(), evidence);
    }

    private CertificateFile otherParameter() throws FormatException {
        requireOnly("other", "proof");
        return file(new Certificate.OtherParameter(
                network(), LayersReader.network(root.require("other"), WeightSource.none()), proof()));
    }

    private CertificateFile constantUnit() throws FormatException {
        requireOnly("layer", "unit");
        return file(new Certificate.ConstantUnit(
                network(),
                root.require("layer").requireInteger("the index of a layer", 0, Integer.MAX_VALUE),
                root.require("unit").requireInteger("the index of a unit", 0, Integer.MAX_VALUE)));
    }

    private CertificateFile derivatives() throws FormatException {
        requireOnly("points");
        return file(new Certificate.IndependentDerivatives(
                network(), JsonItems.read(root.require("points"), "a list of points", CertificateReader::point)));
    }

    private CertificateFile maps() throws FormatException {
        requireOnly("dimension", "evidence");
        JsonValue number = root.require("dimension");
        long dimension =
                JsonAtom.integer(number, number.requireAtom("a dimension").scalar(), "a dimension", 0, Long.MAX_VALUE);
        List<String> digests = two("representations");
        Certificate evidence =
                new Certificate.Maps(digests.get(0), digests.get(1), MapsFormat.read(root.require("evidence")));
        return new CertificateFile(verdict, dimension, List.of(), evidence);
    }

    private CertificateFile dimension(String subject) throws FormatException {
        requireOnly("dimension", "evidence");
        int dimension = root.require("dimension").requireInteger("a dimension", 0, Integer.MAX_VALUE);
        Certificate evidence = new Certificate.Dimension(
                digest(root.require(subject)), DimensionFormat.read(root.require("evidence")));
        return new CertificateFile(verdict, dimension, List.of(), evidence);
    }
}
