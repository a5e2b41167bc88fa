package io.intertwine.io;

import io.intertwine.certificate.Certificate.ClassMove;
import io.intertwine.certificate.FibreEvidence;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * All classes of parameters with the same function, in JSON: {@code {"criterion": NAME}} or {@code {"flips": [units, ...]}}; and where a
 * group takes them: {@code {"to": CLASS, "gauge": [actions]}}.
 */
final class FibreFormat {
    private static final List<String> KINDS = List.of("criterion", "flips", "pencil");

    private FibreFormat() {}

    static FibreEvidence read(JsonValue value) throws FormatException {
        Map.Entry<String, JsonValue> single = value.requireObject(
                        "the classes: an object with \"criterion\", \"flips\" or \"pencil\"")
                .requireSingle("classes");
        JsonValue inner = single.getValue();
        return switch (single.getKey()) {
            case "criterion" -> new FibreEvidence.Single(inner.requireText("the name of a criterion"));
            case "pencil" ->
                new FibreEvidence.Pencil(
                        inner.requireNumbers("a list of numbers").toList());
            case "flips" -> new FibreEvidence.Flips(JsonItems.read(inner, "a list of sets of units", FibreFormat::set));
            default ->
                throw inner.refuse("there are no classes " + FormatException.quote(single.getKey()) + ", there are "
                        + JsonNames.list(KINDS) + NearestName.question(single.getKey(), KINDS));
        };
    }

    private static List<Integer> set(JsonValue item) throws FormatException {
        return Arrays.stream(item.requireIntegers("a set of units", -1)).boxed().toList();
    }

    static void write(FibreEvidence evidence, JsonWriter json) throws FormatException, IOException {
        json.object();
        if (evidence instanceof FibreEvidence.Single one) {
            json.name("criterion").text(one.criterion());
        } else if (evidence instanceof FibreEvidence.Pencil pencil) {
            json.name("pencil").numbers(pencil.roots());
        } else {
            json.name("flips").list();
            for (List<Integer> set : ((FibreEvidence.Flips) evidence).sets()) {
                json.integers(set.stream().mapToInt(Integer::intValue).toArray());
            }
            json.end();
        }
        json.end();
    }

    static ClassMove readMove(JsonValue value) throws FormatException {
        JsonObject move = value.requireObject("a move of a class: an object with \"to\" and \"gauge\"");
        move.requireOnly("to", "gauge");
        return new ClassMove(
                move.require("to").requireInteger("the index of a class", 0, Integer.MAX_VALUE),
                ComparisonFormat.maps(move.require("gauge")));
    }

    static void write(ClassMove move, JsonWriter json) throws FormatException, IOException {
        json.object().name("to").integer(move.target());
        ComparisonFormat.write(move.gauge(), json.name("gauge"));
        json.end();
    }
}
