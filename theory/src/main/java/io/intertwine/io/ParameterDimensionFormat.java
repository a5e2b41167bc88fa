package io.intertwine.io;

import io.intertwine.certificate.DimensionEvidence.AtParameters;
import io.intertwine.certificate.DimensionEvidence.Dependence;
import io.intertwine.certificate.DimensionEvidence.Direction;
import io.intertwine.certificate.DimensionEvidence.Entry;
import io.intertwine.certificate.DimensionEvidence.Independence;
import io.intertwine.criterion.FormalConstant;
import io.intertwine.exact.Scalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Evidence for the dimension at the parameters of a network, in JSON. From below, {@code {"points": [...]}}, with {@code "rows"},
 * {@code "columns"} and {@code "bits"} for a minor. From above, {@code {"directions": [...]}}, with {@code "regions"} for directions on
 * linear regions. A direction is {@code {"places": [...], "numbers": [...]}}, with {@code "constants": [[entry, layer, unit, slope]]}
 * where entries are multiplied with constants of the network; slope is 1 for the slope of the unit and 0 for its value.
 */
final class ParameterDimensionFormat {
    private ParameterDimensionFormat() {}

    static AtParameters read(JsonValue value) throws FormatException {
        JsonObject evidence = value.requireObject("an object with \"below\" and \"above\"");
        evidence.requireOnly("below", "above");
        return new AtParameters(below(evidence.require("below")), above(evidence.require("above")));
    }

    private static Independence below(JsonValue value) throws FormatException {
        JsonObject below = value.requireObject("an object with \"points\"");
        below.requireOnly("points", "rows", "columns", "bits");
        List<List<Scalar>> points = JsonItems.read(below.require("points"), "a list of points", CertificateReader::point);
        if (below.members().size() == 1) {
            return new Independence.Residues(points);
        }
        return new Independence.Minor(
                points,
                places(below.require("rows"), "rows"),
                places(below.require("columns"), "columns"),
                below.require("bits").requireInteger("a number of bits", 1, Integer.MAX_VALUE));
    }

    private static List<Integer> places(JsonValue value, String what) throws FormatException {
        return Arrays.stream(value.requireIntegers("a list of " + what, -1))
                .boxed()
                .toList();
    }

    private static Dependence above(JsonValue value) throws FormatException {
        JsonObject above = value.requireObject("an object with \"directions\"");
        above.requireOnly("directions", "regions");
        List<Direction> directions = JsonItems.read(
                above.require("directions"), "a list of directions", ParameterDimensionFormat::direction);
        return above.members().containsKey("regions")
                ? new Dependence.OnRegions(RegionTrees.read(above.require("regions")), directions)
                : new Dependence.Formal(directions);
    }

    private static Direction direction(JsonValue value) throws FormatException {
        JsonObject direction = value.requireObject("a direction: an object with \"places\" and \"numbers\"");
        direction.requireOnly("places", "numbers", "constants");
        int[] places = direction.require("places").requireIntegers("places of parameters", -1);
        List<Scalar> numbers = CertificateReader.point(direction.require("numbers"));
        if (numbers.size() != places.length) {
            throw direction.refuse(
                    "expected as many numbers as places, " + places.length + ", found " + numbers.size());
        }
        List<List<FormalConstant>> constants = new ArrayList<>();
        for (int ignored : places) {
            constants.add(new ArrayList<>());
        }
        if (direction.members().containsKey("constants")) {
            for (JsonValue item : direction.require("constants").requireItems("a list of constants")) {
                int[] constant = item.requireIntegers("a constant: the entry, the layer, the unit, and 1 for a slope", 4);
                if (constant[0] < 0 || constant[0] >= places.length || constant[3] < 0 || constant[3] > 1) {
                    throw item.refuse("expected an entry from 0 to " + (places.length - 1) + ", and 0 or 1 at last");
                }
                constants.get(constant[0]).add(new FormalConstant(constant[1], constant[2], constant[3] == 1));
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            entries.add(new Entry(places[i], numbers.get(i), constants.get(i)));
        }
        return new Direction(entries);
    }

    static void write(AtParameters evidence, JsonWriter json) throws FormatException, IOException {
        json.object().name("below").object();
        if (evidence.below() instanceof Independence.Residues residues) {
            CertificateWriter.points(residues.points(), json);
        } else {
            Independence.Minor minor = (Independence.Minor) evidence.below();
            CertificateWriter.points(minor.points(), json);
            json.name("rows").integers(array(minor.rows()));
            json.name("columns").integers(array(minor.columns()));
            json.name("bits").integer(minor.bits());
        }
        json.end().name("above").object();
        if (evidence.above() instanceof Dependence.OnRegions regions) {
            RegionTrees.write(regions.tree(), json.name("regions"));
        }
        json.name("directions").list();
        for (Direction direction : evidence.above().directions()) {
            write(direction, json);
        }
        json.end().end().end();
    }

    private static void write(Direction direction, JsonWriter json) throws FormatException, IOException {
        List<Entry> entries = direction.entries();
        json.object().name("places").integers(array(entries.stream().map(Entry::place).toList()));
        json.name("numbers").numbers(entries.stream().map(Entry::factor).toList());
        List<int[]> constants = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            for (FormalConstant constant : entries.get(i).constants()) {
                constants.add(new int[] {i, constant.layer(), constant.unit(), constant.slope() ? 1 : 0});
            }
        }
        if (!constants.isEmpty()) {
            json.name("constants").list();
            for (int[] constant : constants) {
                json.integers(constant);
            }
            json.end();
        }
        json.end();
    }

    private static int[] array(List<Integer> integers) {
        return integers.stream().mapToInt(Integer::intValue).toArray();
    }
}
