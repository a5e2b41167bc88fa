package io.intertwine.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.intertwine.certificate.Certificate.Value;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.match.FloatingMap;
import io.intertwine.match.LatentAction;
import io.intertwine.rep.AffineMap;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** A result as one JSON object on standard output. Only ASCII is written, so that no console's encoding matters. */
final class JsonOutput {
    private JsonOutput() {}

    /** What fills the object. */
    @FunctionalInterface
    interface Fields {
        /** Writes the fields of the object that is open. */
        void write(JsonGenerator json) throws IOException;
    }

    /** Prints one object, in one line. */
    static void print(PrintStream out, Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true);
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException("a string can always be written to", impossible);
        }
        out.println(text);
    }

    /** A text; null where it is empty. */
    static void textOrNull(JsonGenerator json, String name, String text) throws IOException {
        if (text.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, text);
        }
    }

    /** A list of texts. */
    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** A list of integers. */
    static void integers(JsonGenerator json, String name, int[] integers) throws IOException {
        json.writeFieldName(name);
        json.writeArray(integers, 0, integers.length);
    }

    /** A list of exact numbers. */
    static void numbers(JsonGenerator json, String name, List<Scalar> numbers) throws IOException {
        json.writeArrayFieldStart(name);
        for (Scalar number : numbers) {
            json.writeString(number.toString());
        }
        json.writeEndArray();
    }

    /** A list of numbers that are exact or enclosed. */
    static void values(JsonGenerator json, String name, List<Value> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (Value value : values) {
            value(json, value);
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, Value value) throws IOException {
        if (value instanceof Value.Exact exact) {
            json.writeString(exact.value().toString());
            return;
        }
        Value.Between between = (Value.Between) value;
        json.writeStartObject();
        json.writeStringField("lower", Scalar.of(between.lower()).toString());
        json.writeStringField("upper", Scalar.of(between.upper()).toString());
        json.writeEndObject();
    }

    /** An action in the notation of the symmetry format; the shift only where there is one. */
    static void action(JsonGenerator json, String name, AffineMap map) throws IOException {
        json.writeObjectFieldStart(name);
        if (map.isMonomial()) {
            integers(json, "permutation", map.permutation().toArray());
            numbers(json, "scales", map.scales());
        } else {
            matrix(json, "matrix", map.matrix());
        }
        if (!map.isLinear()) {
            numbers(json, "shift", map.shift());
        }
        json.writeEndObject();
    }

    /** An exact action, or one whose scales or entries are estimated in floating point. */
    static void action(JsonGenerator json, String name, LatentAction action) throws IOException {
        if (action instanceof LatentAction.Exact exact) {
            action(json, name, exact.exact());
        } else {
            json.writeObjectFieldStart(name);
            estimated(json, action.map());
            json.writeEndObject();
        }
    }

    private static void estimated(JsonGenerator json, FloatingMap map) throws IOException {
        int n = map.dimension();
        if (map.isMonomial()) {
            integers(json, "permutation", map.permutation().toArray());
            floats(json, "scales", n, map::scale);
        } else {
            json.writeArrayFieldStart("matrix");
            for (int i = 0; i < n; i++) {
                int row = i;
                json.writeStartArray();
                floats(json, n, j -> map.entry(row, j));
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        if (!map.isLinear()) {
            floats(json, "shift", n, map::shift);
        }
    }

    private static void floats(JsonGenerator json, String name, int n, IntToDoubleFunction numbers) throws IOException {
        json.writeArrayFieldStart(name);
        floats(json, n, numbers);
        json.writeEndArray();
    }

    private static void floats(JsonGenerator json, int n, IntToDoubleFunction numbers) throws IOException {
        for (int i = 0; i < n; i++) {
            json.writeString(Double.toString(numbers.applyAsDouble(i)));
        }
    }

    /** A list of rows. */
    static void matrix(JsonGenerator json, String name, ExactMatrix matrix) throws IOException {
        json.writeArrayFieldStart(name);
        for (int i = 0; i < matrix.rows(); i++) {
            json.writeStartArray();
            for (int j = 0; j < matrix.columns(); j++) {
                json.writeString(matrix.get(i, j).toString());
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
