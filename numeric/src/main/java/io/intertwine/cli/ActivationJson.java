package io.intertwine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.intertwine.activation.ActivationFacts;
import io.intertwine.activation.AffineSymmetry;
import io.intertwine.activation.Relation;
import io.intertwine.exact.ExactMatrix;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The result of {@code activation} as JSON. */
final class ActivationJson {
    private ActivationJson() {}

    static JsonOutput.Fields of(ActivationView view) {
        return json -> {
            ActivationFacts facts = view.facts();
            json.writeStringField("expression", facts.expression().text());
            json.writeObjectFieldStart("linear");
            json.writeStringField("group", view.linearGroup());
            json.writeStringField("image", facts.linear().image());
            symmetries(json, "generators", facts.linear().generators());
            json.writeEndObject();
            json.writeObjectFieldStart("affine");
            symmetries(json, "generators", facts.generators());
            symmetries(json, "continuous", facts.continuous());
            json.writeBooleanField("complete", facts.complete());
            json.writeEndObject();
            relations(json, facts.relations());
            classes(json, facts.relationsComplete());
            JsonOutput.textOrNull(json, "differential_equation", view.equation());
            JsonOutput.texts(json, "derivation", facts.derivation());
            if (!view.matrix().isEmpty()) {
                matrix(json, view);
            }
        };
    }

    private static void symmetries(JsonGenerator json, String name, List<AffineSymmetry> symmetries)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (AffineSymmetry symmetry : symmetries) {
            json.writeStartObject();
            json.writeStringField("a", symmetry.a().text());
            json.writeStringField("c", symmetry.c().text());
            json.writeStringField("b", symmetry.b().text());
            json.writeStringField("e", symmetry.e().text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void relations(JsonGenerator json, List<Relation> relations) throws IOException {
        json.writeArrayFieldStart("relations");
        for (Relation relation : relations) {
            json.writeStartObject();
            json.writeArrayFieldStart("terms");
            for (Relation.Term term : relation.terms()) {
                json.writeStartObject();
                json.writeStringField("alpha", term.alpha().text());
                json.writeStringField("beta", term.beta().text());
                json.writeStringField("gamma", term.gamma().text());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("slope", relation.slope().text());
            json.writeStringField("constant", relation.constant().text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void classes(JsonGenerator json, Map<String, String> classes) throws IOException {
        json.writeObjectFieldStart("relations_complete");
        for (Map.Entry<String, String> each : classes.entrySet()) {
            json.writeStringField(each.getKey(), each.getValue());
        }
        json.writeEndObject();
    }

    private static void matrix(JsonGenerator json, ActivationView view) throws IOException {
        json.writeObjectFieldStart("matrix");
        Optional<Boolean> member = view.isMember();
        if (member.isPresent()) {
            json.writeBooleanField("member", member.get());
        } else {
            json.writeNullField("member");
        }
        Optional<ExactMatrix> companion = view.companion();
        if (companion.isPresent()) {
            JsonOutput.matrix(json, "companion", companion.get());
        } else {
            json.writeNullField("companion");
        }
        json.writeStringField("why", view.why());
        json.writeEndObject();
    }
}
