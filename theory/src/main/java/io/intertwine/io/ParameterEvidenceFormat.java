package io.intertwine.io;

import io.intertwine.certificate.DimensionEvidence.AtParameters;
import io.intertwine.certificate.DimensionEvidence.Dependence;
import io.intertwine.certificate.DimensionEvidence.Direction;
import io.intertwine.certificate.DimensionEvidence.Entry;
import io.intertwine.certificate.DimensionEvidence.Independence;
import io.intertwine.criterion.FormalConstant;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evidence for the dimension at the parameters of a network, in JSON: {@code {"below": {"residues": {...}}, "above": {"formal":
 * [directions]}}}, where a direction is the list of its nonzero coordinates.
 */
final class ParameterEvidenceFormat {
    private static final List<String> BELOW = List.of("residues", "minor");
    private static final List<String> ABOVE = List.of("formal", "regions");

    private ParameterEvidenceFormat() {}

    static AtParameters read(JsonValue value) throws FormatException {
        JsonObject evidence = value.requireObject("an object with \"below\" and \"above\"");
        evidence.requireOnly("below", "above");
        return new AtParameters(below(evidence.require("below")), above(evidence.require("above")));
    }

    static void write(AtParameters evidence, JsonWriter json) throws FormatException, IOException {
        json.object();
        below(evidence.below(), json.name("below"));
        above(evidence.above(), json.name("above"));
        json.end();
    }

    private static Independence below(JsonValue value) throws FormatException {
        Map.Entry<String, JsonValue> single = single(value, BELOW);
        if (single.getKey().equals("residues")) {
            JsonObject residues = single.getValue().requireObject("an object with \"points\"");
            residues.requireOnly("points");
            return new Independence.Residues(points(residues));
        }
        JsonObject minor =
                single.getValue().requireObject("a minor: an object with \"points\", \"rows\" and \"columns\"");
        minor.requireOnly("points", "rows", "columns", "bits");
        return new Independence.Minor(
                points(minor),
                DimensionFormat.places(minor.require("rows"), "rows"),
                DimensionFormat.places(minor.require("columns"), "columns"),
                minor.require("bits").requireInteger("a number of bits", 0, Enclosure.MAXIMAL_BITS));
    }

    private static List<List<Scalar>> points(JsonObject object) throws FormatException {
        return JsonItems.read(object.require("points"), "a list of points", CertificateReader::point);
    }

    /** The field of an object that has one of these. */
    private static Map.Entry<String, JsonValue> single(JsonValue value, List<String> kinds) throws FormatException {
        Map.Entry<String, JsonValue> single =
                value.requireObject("an object with " + JsonNames.list(kinds)).requireSingle("evidence");
        if (!kinds.contains(single.getKey())) {
            throw single.getValue()
                    .refuse("there is no evidence " + FormatException.quote(single.getKey()) + " here, there is "
                            + JsonNames.list(kinds) + NearestName.question(single.getKey(), kinds));
        }
        return single;
    }

    private static void below(Independence below, JsonWriter json) throws FormatException, IOException {
        json.object();
        if (below instanceof Independence.Residues residues) {
            json.name("residues").object();
            CertificateWriter.points(residues.points(), json);
        } else {
            Independence.Minor minor = (Independence.Minor) below;
            json.name("minor").object();
            CertificateWriter.points(minor.points(), json);
            json.name("rows").integers(DimensionFormat.array(minor.rows()));
            json.name("columns").integers(DimensionFormat.array(minor.columns()));
            json.name("bits").integer(minor.bits());
        }
        json.end().end();
    }

    private static Dependence above(JsonValue value) throws FormatException {
        Map.Entry<String, JsonValue> single = single(value, ABOVE);
        if (single.getKey().equals("formal")) {
            return new Dependence.Formal(directions(single.getValue()));
        }
        JsonObject regions = single.getValue().requireObject("an object with \"tree\" and \"directions\"");
        regions.requireOnly("tree", "directions");
        return new Dependence.OnRegions(
                RegionTrees.read(regions.require("tree")), directions(regions.require("directions")));
    }

    private static List<Direction> directions(JsonValue list) throws FormatException {
        return JsonItems.read(
                list,
                "a list of directions",
                direction -> new Direction(JsonItems.read(
                        direction, "a direction: a list of coordinates", ParameterEvidenceFormat::entry)));
    }

    private static Entry entry(JsonValue value) throws FormatException {
        JsonObject entry = value.requireObject("a coordinate: an object with \"place\" and \"factor\"");
        entry.requireOnly("place", "factor", "constants");
        Optional<JsonValue> constants = entry.find("constants");
        return new Entry(
                entry.require("place").requireInteger("the place of a parameter", 0, Integer.MAX_VALUE),
                entry.require("factor").requireAtom("a number").scalar(),
                constants.isEmpty()
                        ? List.of()
                        : JsonItems.read(constants.get(), "a list of constants", ParameterEvidenceFormat::constant));
    }

    private static FormalConstant constant(JsonValue value) throws FormatException {
        Map.Entry<String, JsonValue> single = value.requireObject("a constant: an object with \"value\" or \"slope\"")
                .requireSingle("a constant");
        boolean slope = single.getKey().equals("slope");
        if (!slope && !single.getKey().equals("value")) {
            throw single.getValue()
                    .refuse("expected a constant \"value\" or \"slope\", found "
                            + FormatException.quote(single.getKey()));
        }
        int[] unit = single.getValue().requireIntegers("a layer of activations and a unit", 2);
        if (unit[0] < 0 || unit[1] < 0) {
            throw single.getValue()
                    .refuse("expected a layer and a unit of at least 0, found " + unit[0] + " and " + unit[1]);
        }
        return new FormalConstant(unit[0], unit[1], slope);
    }

    private static void above(Dependence above, JsonWriter json) throws FormatException, IOException {
        json.object();
        if (above instanceof Dependence.OnRegions regions) {
            json.name("regions").object();
            RegionTrees.write(regions.tree(), json.name("tree"));
            directions(regions.directions(), json.name("directions"));
            json.end();
        } else {
            directions(above.directions(), json.name("formal"));
        }
        json.end();
    }

    private static void directions(List<Direction> directions, JsonWriter json) throws FormatException, IOException {
        json.list();
        for (Direction direction : directions) {
            json.inlineList();
            for (Entry entry : direction.entries()) {
                entry(entry, json);
            }
            json.end();
        }
        json.end();
    }

    private static void entry(Entry entry, JsonWriter json) throws FormatException, IOException {
        json.inlineObject().name("place").integer(entry.place());
        json.name("factor").number(entry.factor());
        if (!entry.constants().isEmpty()) {
            json.name("constants").inlineList();
            for (FormalConstant constant : entry.constants()) {
                json.inlineObject()
                        .name(constant.slope() ? "slope" : "value")
                        .integers(new int[] {constant.layer(), constant.unit()})
                        .end();
            }
            json.end();
        }
        json.end();
    }
}
