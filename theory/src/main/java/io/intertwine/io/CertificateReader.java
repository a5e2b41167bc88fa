package io.intertwine.io;

import io.intertwine.activation.UnitMap;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Reads the JSON of a certificate. */
final class CertificateReader {
    private static final String DIGEST = "sha256:";
    private static final int DIGEST_LENGTH = DIGEST.length() + 64;
    private static final List<String> STEPS = List.of("merge", "fold", "prune", "refactor");

    private CertificateReader() {}

    static CertificateFile read(Path file) throws FormatException {
        JsonObject root = JsonReader.readObject(
                file, "a certificate: an object with \"format\" and \"verdict\"", NumberText.LONGEST_IN_CERTIFICATES);
        root.requireFormat(CertificateFormat.FORMAT);
        JsonValue verdict = root.require("verdict");
        String claimed = verdict.requireText("a verdict");
        return switch (claimed) {
            case CertificateFormat.LAYERWISE -> layerwise(root, claimed);
            case CertificateFormat.NOT_EQUIVARIANT -> witness(root, claimed);
            default ->
                throw verdict.refuse("expected the verdict \"" + CertificateFormat.LAYERWISE + "\" or \""
                        + CertificateFormat.NOT_EQUIVARIANT + "\", found " + FormatException.quote(claimed)
                        + (ActivationCertificateReader.VERDICTS.contains(claimed)
                                ? ", which is about an activation"
                                : ""));
        };
    }

    private static CertificateFile layerwise(JsonObject root, String verdict) throws FormatException {
        root.requireOnly("format", "verdict", "network", "symmetry", "steps", "result", "actions");
        List<ReductionStep> steps = new ArrayList<>();
        for (JsonValue step : root.require("steps").requireItems("a list of steps")) {
            steps.add(step(step));
        }
        JsonObject members =
                root.require("actions").requireObject("an object with a list of actions for each generator");
        List<List<AffineMap>> actions = new ArrayList<>();
        for (JsonValue list : members.members().values()) {
            actions.add(actions(list));
        }
        Certificate certificate = new Certificate.Layerwise(
                digest(root, "network"), digest(root, "symmetry"), steps, digest(root, "result"), actions);
        return new CertificateFile(verdict, List.copyOf(members.members().keySet()), certificate);
    }

    private static List<AffineMap> actions(JsonValue list) throws FormatException {
        List<AffineMap> result = new ArrayList<>();
        for (JsonValue item : list.requireItems("a list of actions, one for each latent space")) {
            JsonObject action = item.requireObject("an action");
            if (!action.members().containsKey("permutation")
                    && !action.members().containsKey("matrix")) {
                throw action.expected("an action with \"permutation\" or \"matrix\"");
            }
            result.add(ActionReader.read(action));
        }
        return result;
    }

    private static String digest(JsonObject root, String name) throws FormatException {
        JsonValue value = root.require(name);
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

    private static ReductionStep step(JsonValue item) throws FormatException {
        Map.Entry<String, JsonValue> single = item.requireObject("a step").requireSingle("a step");
        JsonObject step = single.getValue().requireObject("an object with the details of the step");
        int layer = step.require("layer").requireInteger("the index of a layer", 0, Integer.MAX_VALUE);
        return switch (single.getKey()) {
            case "merge" -> merge(step, layer);
            case "fold" -> new ReductionStep.Fold(layer, units(step));
            case "prune" -> new ReductionStep.Prune(layer, units(step));
            case "refactor" -> refactor(step, layer);
            default ->
                throw step.refuse("there is no step " + FormatException.quote(single.getKey()) + ", there are "
                        + JsonNames.list(STEPS) + NearestName.question(single.getKey(), STEPS));
        };
    }

    private static ReductionStep merge(JsonObject step, int layer) throws FormatException {
        step.requireOnly("layer", "units");
        List<ReductionStep.UnitMerge> merges = new ArrayList<>();
        for (JsonValue item : step.require("units").requireItems("a list of merged units")) {
            JsonObject unit = item.requireObject("a merged unit");
            unit.requireOnly("from", "into", "scale", "shift");
            Scalar scale = unit.require("scale").requireAtom("a number").scalar();
            if (scale.isZero()) {
                throw unit.require("scale").refuse("expected a scale that is not 0, found 0");
            }
            Scalar shift = unit.require("shift").requireAtom("a number").scalar();
            merges.add(new ReductionStep.UnitMerge(
                    unitIndex(unit.require("from")), unitIndex(unit.require("into")), new UnitMap(scale, shift)));
        }
        return new ReductionStep.Merge(layer, merges);
    }

    private static int unitIndex(JsonValue value) throws FormatException {
        return value.requireInteger("the index of a unit", 0, Integer.MAX_VALUE);
    }

    private static List<Integer> units(JsonObject step) throws FormatException {
        step.requireOnly("layer", "units");
        List<Integer> units = new ArrayList<>();
        for (int unit : step.require("units").requireIntegers("a list of units", -1)) {
            units.add(unit);
        }
        return units;
    }

    private static ReductionStep refactor(JsonObject step, int layer) throws FormatException {
        step.requireOnly("layer", "first", "second");
        JsonObject first = step.require("first").requireObject("a weight and a bias");
        JsonObject second = step.require("second").requireObject("a weight and a bias");
        return new ReductionStep.Refactor(layer, weight(first), bias(first), weight(second), bias(second));
    }

    private static ExactMatrix weight(JsonObject dense) throws FormatException {
        dense.requireOnly("weight", "bias");
        return JsonMatrix.read(dense.require("weight"), "a weight: a list of rows", false);
    }

    private static List<Scalar> bias(JsonObject dense) throws FormatException {
        Optional<JsonValue> bias = dense.find("bias");
        return bias.isEmpty()
                ? List.of()
                : bias.get().requireNumbers("a bias: a list of numbers").toList();
    }

    private static CertificateFile witness(JsonObject root, String verdict) throws FormatException {
        root.requireOnly(
                "format",
                "verdict",
                "network",
                "symmetry",
                "generator",
                "input",
                "bits",
                "left",
                "right",
                "difference");
        String generator = root.require("generator").requireText("the name of a generator");
        Certificate certificate = new Certificate.Witness(
                digest(root, "network"),
                digest(root, "symmetry"),
                generator,
                root.require("input").requireNumbers("a list of numbers").toList(),
                root.require("bits").requireInteger("a number of bits", 0, Enclosure.MAXIMAL_BITS),
                values(root.require("left")),
                values(root.require("right")),
                values(root.require("difference")));
        return new CertificateFile(verdict, List.of(generator), certificate);
    }

    private static List<Certificate.Value> values(JsonValue value) throws FormatException {
        List<Certificate.Value> values = new ArrayList<>();
        if (value instanceof JsonNumbers numbers) {
            numbers.values().toList().forEach(number -> values.add(new Certificate.Value.Exact(number)));
            return values;
        }
        for (JsonValue item : value.requireItems("a list of numbers and enclosures")) {
            values.add(item instanceof JsonObject bounds ? between(bounds) : exact(item));
        }
        return values;
    }

    private static Certificate.Value exact(JsonValue item) throws FormatException {
        return new Certificate.Value.Exact(
                item.requireAtom("a number or {\"lower\": ..., \"upper\": ...}").scalar());
    }

    private static Certificate.Value between(JsonObject bounds) throws FormatException {
        bounds.requireOnly("lower", "upper");
        BigFraction lower = rational(bounds.require("lower"));
        BigFraction upper = rational(bounds.require("upper"));
        if (lower.compareTo(upper) > 0) {
            throw bounds.refuse("expected a lower bound that is at most the upper one");
        }
        return new Certificate.Value.Between(lower, upper);
    }

    private static BigFraction rational(JsonValue value) throws FormatException {
        Scalar number = value.requireAtom("a rational number").scalar();
        if (!number.isRational()) {
            throw value.expected("a rational number");
        }
        return number.rational();
    }
}
