package io.intertwine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.intertwine.criterion.FamilyBound;
import io.intertwine.dimension.Dimension;
import io.intertwine.dimension.LocalFunction;
import io.intertwine.dimension.LocalFunctions;
import io.intertwine.find.Answer;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;

/** A functional dimension as JSON, every key present. */
final class DimensionJson {
    private DimensionJson() {}

    /**
     * The fields of the object. Where the bounds differ, {@code dimension} is the lower one, and {@code defect} what it would mean.
     *
     * @param functions one, if it was asked for: which functions of the parameters are identifiable
     */
    static JsonOutput.Fields of(Dimension dimension, List<LocalFunctions> functions) {
        return json -> {
            json.writeNumberField("dimension", dimension.lower());
            json.writeNumberField("lower_bound", dimension.lower());
            number(json, "upper_bound", dimension.upper());
            json.writeNumberField("parameters", dimension.parameters());
            number(json, "symmetry_dimension", dimension.symmetryDimension());
            ambient(json, dimension.ambient());
            number(json, "defect", dimension.defect());
            json.writeBooleanField("proved", dimension.isProved());
            answer(json, "locally_identifiable", dimension.locallyIdentifiable());
            primes(json, dimension.primes());
            json.writeNumberField("seed", dimension.seed());
            JsonOutput.textOrNull(
                    json,
                    "theorem",
                    dimension.proof().stream()
                            .findFirst()
                            .map(proof -> proof.theorem().toString())
                            .orElse(""));
            bounds(json, dimension.bounds());
            JsonOutput.texts(json, "reasons", dimension.reasons());
            for (LocalFunctions asked : functions) {
                functions(json, asked);
            }
        };
    }

    private static void number(JsonGenerator json, String name, BigInteger number) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(number);
    }

    private static void ambient(JsonGenerator json, List<BigInteger> ambient) throws IOException {
        if (ambient.isEmpty()) {
            json.writeNullField("ambient");
        } else {
            number(json, "ambient", ambient.get(0));
        }
    }

    private static void answer(JsonGenerator json, String name, Answer answer) throws IOException {
        switch (answer) {
            case HOLDS -> json.writeBooleanField(name, true);
            case REFUTED -> json.writeBooleanField(name, false);
            case UNDETERMINED -> json.writeNullField(name);
        }
    }

    private static void primes(JsonGenerator json, List<Long> primes) throws IOException {
        json.writeArrayFieldStart("primes");
        for (long prime : primes) {
            json.writeNumber(prime);
        }
        json.writeEndArray();
    }

    private static void functions(JsonGenerator json, LocalFunctions functions) throws IOException {
        json.writeArrayFieldStart("functions");
        for (LocalFunction function : functions.functions()) {
            json.writeStartObject();
            json.writeStringField("name", function.name());
            json.writeBooleanField("identifiable", function.identifiable());
            json.writeBooleanField("proved", function.proved());
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonOutput.texts(json, "functions_left_out", functions.leftOut());
    }

    private static void bounds(JsonGenerator json, List<FamilyBound> bounds) throws IOException {
        json.writeArrayFieldStart("bounds");
        for (FamilyBound bound : bounds) {
            json.writeStartObject();
            json.writeStringField("rule", bound.rule());
            number(json, "value", bound.value());
            json.writeStringField("why", bound.why());
            json.writeStringField("source", bound.source());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
