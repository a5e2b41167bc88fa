package io.intertwine.io;

import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.rep.AffineMap;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why two networks have the same function, in JSON: {@code {"gauge": [actions]}}, {@code {"ridge": [relations]}}, {@code "expansion"},
 * {@code {"regions": [nodes]}}; a proof is {@code {"left": [steps], "right": [steps], "comparison": ...}}, where a list of no steps may
 * be left out.
 */
final class ComparisonFormat {
    private static final String EXPANSION = "expansion";
    private static final List<String> KINDS = List.of("gauge", "ridge", EXPANSION, "regions");
    private static final String WHAT =
            "a comparison: \"expansion\", {\"gauge\": ...}, {\"ridge\": ...} or {\"regions\": ...}";

    private ComparisonFormat() {}

    static EqualityProof readProof(JsonValue value) throws FormatException {
        JsonObject proof = value.requireObject("a proof that two networks are equal, an object with \"comparison\"");
        proof.requireOnly("left", "right", "comparison");
        return new EqualityProof(steps(proof, "left"), steps(proof, "right"), read(proof.require("comparison")));
    }

    private static List<ReductionStep> steps(JsonObject proof, String name) throws FormatException {
        Optional<JsonValue> steps = proof.find(name);
        return steps.isPresent() ? StepReader.readList(steps.get()) : List.of();
    }

    static Comparison read(JsonValue value) throws FormatException {
        if (value instanceof JsonAtom) {
            if (value.requireText(WHAT).equals(EXPANSION)) {
                return new Comparison.Expansion();
            }
            throw value.expected(WHAT);
        }
        Map.Entry<String, JsonValue> single = value.requireObject(WHAT).requireSingle("a comparison");
        JsonValue inner = single.getValue();
        return switch (single.getKey()) {
            case "gauge" -> new Comparison.Gauge(maps(inner));
            case "ridge" ->
                new Comparison.Ridge(JsonItems.read(
                        inner,
                        "a list of relations s(x) - s(-x) = slope x; it may be empty",
                        ComparisonFormat::bypass));
            case "regions" -> new Comparison.Regions(RegionTrees.read(inner));
            default ->
                throw inner.refuse("there is no comparison " + FormatException.quote(single.getKey()) + ", there are "
                        + JsonNames.list(KINDS) + NearestName.question(single.getKey(), KINDS));
        };
    }

    /** Elements of latent groups, one for each latent space. */
    static List<AffineMap> maps(JsonValue list) throws FormatException {
        return JsonItems.read(list, "a list of actions, one for each latent space", ComparisonFormat::map);
    }

    private static AffineMap map(JsonValue item) throws FormatException {
        JsonObject action = item.requireObject("an action");
        if (!action.members().containsKey("permutation") && !action.members().containsKey("matrix")) {
            throw action.expected("an action with \"permutation\" or \"matrix\"");
        }
        return ActionReader.read(action);
    }

    private static Comparison.Bypass bypass(JsonValue item) throws FormatException {
        JsonObject bypass = item.requireObject("a relation with \"activation\" and \"slope\"");
        bypass.requireOnly("activation", "slope");
        return new Comparison.Bypass(
                ActivationKinds.read(bypass.require("activation")),
                bypass.require("slope").requireAtom("a number").scalar());
    }

    static void write(EqualityProof proof, JsonWriter json) throws FormatException, IOException {
        json.object();
        steps("left", proof.left(), json);
        steps("right", proof.right(), json);
        write(proof.comparison(), json.name("comparison"));
        json.end();
    }

    private static void steps(String name, List<ReductionStep> steps, JsonWriter json)
            throws FormatException, IOException {
        if (!steps.isEmpty()) {
            StepWriter.write(steps, json.name(name));
        }
    }

    static void write(Comparison comparison, JsonWriter json) throws FormatException, IOException {
        if (comparison instanceof Comparison.Expansion) {
            json.text(EXPANSION);
            return;
        }
        json.object();
        if (comparison instanceof Comparison.Gauge gauge) {
            write(gauge.maps(), json.name("gauge"));
        } else if (comparison instanceof Comparison.Ridge ridge) {
            bypasses(ridge.bypasses(), json.name("ridge"));
        } else {
            RegionTrees.write(((Comparison.Regions) comparison).tree(), json.name("regions"));
        }
        json.end();
    }

    /** Writes elements of latent groups. */
    static void write(List<AffineMap> maps, JsonWriter json) throws FormatException, IOException {
        json.list();
        for (AffineMap map : maps) {
            ActionWriter.write(map, json);
        }
        json.end();
    }

    private static void bypasses(List<Comparison.Bypass> bypasses, JsonWriter json)
            throws FormatException, IOException {
        json.list();
        for (Comparison.Bypass bypass : bypasses) {
            LayersWriter.activation(bypass.activation(), json.inlineObject().name("activation"));
            json.name("slope").number(bypass.slope()).end();
        }
        json.end();
    }
}
