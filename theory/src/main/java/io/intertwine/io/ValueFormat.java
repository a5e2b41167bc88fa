package io.intertwine.io;

import io.intertwine.certificate.Certificate.Value;
import io.intertwine.exact.Scalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** Computed values in JSON: exact numbers, or {@code {"lower": q, "upper": q}}. */
final class ValueFormat {
    private ValueFormat() {}

    static List<Value> read(JsonValue value) throws FormatException {
        List<Value> values = new ArrayList<>();
        if (value instanceof JsonNumbers numbers) {
            numbers.values().toList().forEach(number -> values.add(new Value.Exact(number)));
            return values;
        }
        for (JsonValue item : value.requireItems("a list of numbers and enclosures")) {
            values.add(item instanceof JsonObject bounds ? between(bounds) : exact(item));
        }
        return values;
    }

    private static Value exact(JsonValue item) throws FormatException {
        return new Value.Exact(
                item.requireAtom("a number or {\"lower\": ..., \"upper\": ...}").scalar());
    }

    private static Value between(JsonObject bounds) throws FormatException {
        bounds.requireOnly("lower", "upper");
        BigFraction lower = rational(bounds.require("lower"));
        BigFraction upper = rational(bounds.require("upper"));
        if (lower.compareTo(upper) > 0) {
            throw bounds.refuse("expected a lower bound that is at most the upper one");
        }
        return new Value.Between(lower, upper);
    }

    private static BigFraction rational(JsonValue value) throws FormatException {
        Scalar number = value.requireAtom("a rational number").scalar();
        if (!number.isRational()) {
            throw value.expected("a rational number");
        }
        return number.rational();
    }

    static void write(List<Value> values, JsonWriter json) throws FormatException, IOException {
        json.list();
        for (Value value : values) {
            if (value instanceof Value.Exact exact) {
                json.number(exact.value());
            } else if (value instanceof Value.Between between) {
                json.inlineObject().name("lower").numberText(text(between.lower()));
                json.name("upper").numberText(text(between.upper())).end();
            }
        }
        json.end();
    }

    private static String text(BigFraction number) {
        return Scalar.of(number).toString();
    }
}
