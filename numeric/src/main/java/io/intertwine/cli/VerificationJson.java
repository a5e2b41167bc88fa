package io.intertwine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.intertwine.find.Normalisation;
import io.intertwine.match.LatentAction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The result of {@code verify} as JSON, every key present. */
final class VerificationJson {
    private final VerificationView view;
    private final JsonGenerator json;

    private VerificationJson(VerificationView view, JsonGenerator json) {
        this.view = view;
        this.json = json;
    }

    /** The fields of the object. */
    static JsonOutput.Fields of(VerificationView view) {
        return json -> new VerificationJson(view, json).write();
    }

    private void write() throws IOException {
        json.writeStringField("verdict", view.verdict());
        json.writeStringField("equivariant", view.equivariant().toString());
        json.writeObjectFieldStart("layerwise");
        json.writeStringField("given", view.layerwiseGiven().toString());
        json.writeStringField("architecture", view.layerwiseInArchitecture().toString());
        json.writeStringField("widened", view.layerwiseWidened().toString());
        json.writeEndObject();
        json.writeStringField("mode", view.mode());
        JsonOutput.textOrNull(json, "level", view.level());
        json.writeBooleanField("reparametrised", view.isReparametrised());
        JsonOutput.textOrNull(json, "network", view.networkFile());
        unitsFrom();
        JsonOutput.textOrNull(json, "widened", view.widenedFile());
        layers();
        counterexample();
        subgroup();
        if (view.numeric().isPresent()) {
            AnswersJson.write(view.numeric().get(), json);
        } else {
            json.writeNullField("numeric");
        }
        json.writeStringField("theorem", view.theorem());
        JsonOutput.texts(json, "reasons", view.reasons());
    }

    private void unitsFrom() throws IOException {
        if (!view.isReparametrised()) {
            json.writeNullField("units_from");
            return;
        }
        json.writeArrayFieldStart("units_from");
        for (List<Integer> layer : view.unitsFrom()) {
            json.writeStartArray();
            for (int unit : layer) {
                if (unit < 0) {
                    json.writeNull();
                } else {
                    json.writeNumber(unit);
                }
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void layers() throws IOException {
        json.writeArrayFieldStart("layers");
        for (LayerView layer : view.layers()) {
            json.writeStartObject();
            json.writeNumberField("layer", layer.number());
            json.writeNumberField("units", layer.units());
            json.writeStringField("group", layer.group());
            json.writeStringField("residual", layer.residual());
            actions("preactivation", layer.preactivation());
            actions("action", layer.action());
            json.writeStringField("orbits", layer.orbits());
            json.writeStringField("decomposition", layer.decomposition());
            normalised(layer.normalised());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void actions(String name, List<LatentAction> maps) throws IOException {
        json.writeObjectFieldStart(name);
        for (int g = 0; g < maps.size(); g++) {
            JsonOutput.action(json, view.generators().get(g), maps.get(g));
        }
        json.writeEndObject();
    }

    /** Only where there is one: the diagonal matrix D and the permutation matrices D A D^-1. */
    private void normalised(Optional<Normalisation> normalised) throws IOException {
        if (normalised.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("normalised");
        JsonOutput.numbers(json, "diagonal", normalised.get().diagonal());
        json.writeObjectFieldStart("action");
        for (int g = 0; g < view.generators().size(); g++) {
            json.writeObjectFieldStart(view.generators().get(g));
            JsonOutput.integers(
                    json, "permutation", normalised.get().permutations().get(g).toArray());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void counterexample() throws IOException {
        if (view.counterexample().isEmpty()) {
            json.writeNullField("counterexample");
            return;
        }
        Counterexample example = view.counterexample().get();
        json.writeObjectFieldStart("counterexample");
        json.writeStringField("generator", example.generator());
        JsonOutput.numbers(json, "input", example.input());
        JsonOutput.values(json, "left", example.left());
        JsonOutput.values(json, "right", example.right());
        JsonOutput.values(json, "difference", example.difference());
        json.writeEndObject();
    }

    /** The order and the index stand there only where they were counted. */
    private void subgroup() throws IOException {
        if (view.subgroup().isEmpty()) {
            json.writeNullField("subgroup");
            return;
        }
        SubgroupView subgroup = view.subgroup().get();
        json.writeObjectFieldStart("subgroup");
        JsonOutput.texts(json, "generators", subgroup.generators());
        if (subgroup.order() > 0) {
            json.writeNumberField("order", subgroup.order());
            json.writeNumberField("index", subgroup.index());
        }
        json.writeEndObject();
    }
}
