package io.intertwine.io;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Activations in JSON: {@code "tanh"}, {@code {"leaky_relu": "1/100"}}, {@code {"units": [...]}}. */
final class ActivationKinds {
    private static final String UNITS = "units";

    private ActivationKinds() {}

    static boolean isName(String name) {
        return Activations.named().containsKey(name) || name.equals("leaky_relu") || name.equals("power");
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
                throw value.refuse("expected the name of an activation, found " + FormatException.quote(name)
                        + "; write {\"" + name.substring(0, colon) + "\": ...} for one with a parameter");
            }
            return ActivationNames.named(name, place, "write {\"" + name + "\": \"NUMBER\"}");
        }
        Map.Entry<String, JsonValue> single = value.requireObject(
                        "the name of an activation, or an object such as {\"power\": 3}")
                .requireSingle("an activation");
        JsonAtom parameter = single.getValue().requireAtom("the parameter of the activation, a number");
        return ActivationNames.withParameter(single.getKey(), parameter.text(), place);
    }
}
