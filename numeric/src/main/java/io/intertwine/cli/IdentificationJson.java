package io.intertwine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.intertwine.criterion.Hypothesis;
import io.intertwine.find.Assessment;
import io.intertwine.find.Identification;
import io.intertwine.find.ReducedNetwork;
import io.intertwine.io.FormatException;
import io.intertwine.io.NetworkFormat;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The result of {@code identify} as JSON, every key present. */
final class IdentificationJson {
    private IdentificationJson() {}

    /** The fields of the object; the witness is a whole network in the notation of network files. */
    static JsonOutput.Fields of(Identification identification) throws FormatException {
        String witness = identification.witness().isEmpty()
                ? "null"
                : NetworkFormat.text(identification.witness().get(0));
        return json -> {
            json.writeStringField("verdict", identification.verdict().text());
            classes(json, identification.classes());
            JsonOutput.textOrNull(json, "up_to", identification.upTo());
            JsonOutput.textOrNull(
                    json,
                    "theorem",
                    identification.proof().stream()
                            .findFirst()
                            .map(proof -> proof.theorem().toString())
                            .orElse(""));
            JsonOutput.textOrNull(json, "grade", grade(identification));
            hypotheses(json, IdentificationText.shown(identification));
            json.writeFieldName("witness");
            json.writeRawValue(witness);
            reduction(json, identification.reduction());
            JsonOutput.texts(json, "reasons", identification.reasons());
        };
    }

    private static void classes(JsonGenerator json, String classes) throws IOException {
        if (!classes.isEmpty() && classes.chars().allMatch(Character::isDigit)) {
            json.writeFieldName("classes");
            json.writeNumber(classes);
        } else {
            JsonOutput.textOrNull(json, "classes", classes);
        }
    }

    /** How far the verdict is established: as its criterion, or proved where the checker found it without one. */
    private static String grade(Identification identification) {
        if (!identification.by().isEmpty()) {
            return identification.by().get(0).criterion().grade().name().toLowerCase(Locale.ROOT);
        }
        return identification.proof().isEmpty() ? "" : "proved";
    }

    private static void hypotheses(JsonGenerator json, Optional<Assessment> shown) throws IOException {
        json.writeArrayFieldStart("hypotheses");
        if (shown.isPresent()) {
            for (Hypothesis hypothesis : shown.get().hypotheses()) {
                json.writeStartObject();
                json.writeStringField("criterion", shown.get().criterion().name());
                json.writeStringField("statement", hypothesis.statement());
                json.writeStringField("truth", hypothesis.truth().name().toLowerCase(Locale.ROOT));
                json.writeStringField("found", hypothesis.found());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void reduction(JsonGenerator json, ReducedNetwork reduction) throws IOException {
        if (reduction.steps().isEmpty()) {
            json.writeNullField("reduction");
            return;
        }
        json.writeObjectFieldStart("reduction");
        JsonOutput.integers(
                json, "widths_before", NetworkSize.of(reduction.network()).array());
        JsonOutput.integers(
                json, "widths_after", NetworkSize.of(reduction.reduced()).array());
        JsonOutput.texts(json, "steps", reduction.trace());
        json.writeEndObject();
    }
}
