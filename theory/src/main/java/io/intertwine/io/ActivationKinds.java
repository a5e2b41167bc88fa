package io.intertwine.io;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Activations in JSON: {@code "tanh"}, {@code {"leaky_relu": "1/100"}}, {@code {"threshold": ["1/10", "20"]}},
 * {@code {"expression": "x^3 + x^2"}}, {@code {"units": [...]}}.
 */
final class ActivationKinds {
    /** The key of a formula. */
    static final String EXPRESSION = "expression";

    private static final String UNITS = "units";

    private ActivationKinds() {}

    static boolean isName(String name) {
        return Activations.named().containsKey(name)
                || Activations.withParameters().contains(name);
    }

    /** Whether the value gives an activation for every unit. */
    static boolean isPerUnit(JsonValue value) {
        return value instanceof JsonObject object && object.members().containsKey(UNITS);
    }

    /** The activations of {@code {"units": [...]}}; equal ones are the same object. */
    static List<Activation> readUnits(JsonValue value) throws FormatException {
        JsonObject object = value.requireObject("an object with \"units\"");
        object.requireOnly(UNITS);
        Map<String, Activation> known = new HashMap<>();
        List<Activation> units = new ArrayList<>();
        for (JsonValue unit : object.require(UNITS).requireItems("a list of activations, one for each unit")) {
            Activation activation = read(unit);
            units.add(known.computeIfAbsent(activation.name(), name -> activation));
        }
        return units;
    }

    static Activation read(JsonValue value) throws FormatException {
        String place = value.place().toString();
        if (value instanceof JsonAtom atom && atom.isText()) {
            String name = atom.text();
            int colon = name.indexOf(':');
            if (colon > 0) {
                String key = name.startsWith(Activations.EXPRESSION_PREFIX) ? EXPRESSION : name.substring(0, colon);
                throw value.refuse("expected the name of an activation, found " + FormatException.quote(name)
                        + "; write {\"" + key + "\": ...} for one with a parameter");
            }
            String numbers = Activations.parameterCount(name) == 2 ? "[\"NUMBER\", \"NUMBER\"]" : "\"NUMBER\"";
            return ActivationNames.named(name, place, "write {\"" + name + "\": " + numbers + "}");
        }
        Map.Entry<String, JsonValue> single = value.requireObject(
                        "the name of an activation, or an object such as {\"power\": 3}")
                .requireSingle("an activation");
        JsonValue inner = single.getValue();
        if (single.getKey().equals(EXPRESSION)) {
            JsonAtom formula = inner.requireAtom("a formula in x, such as \"x^3 + x^2\"");
            return ActivationNames.expression(formula.text(), inner.place().toString());
        }
        return ActivationNames.withParameters(single.getKey(), parameters(single.getKey(), inner), place);
    }

    private static List<String> parameters(String name, JsonValue value) throws FormatException {
        if (value instanceof JsonAtom || Activations.parameterCount(name) < 2) {
            return List.of(value.requireAtom("the parameter of the activation, a number")
                    .text());
        }
        ExactNumbers numbers = value.requireNumbers("the parameters of the activation, a list of numbers");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            texts.add(numbers.get(i).toString());
        }
        return texts;
    }
}
