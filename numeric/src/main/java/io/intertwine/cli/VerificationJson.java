package io.intertwine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.intertwine.certificate.Certificate;
import io.intertwine.find.Normalisation;
import io.intertwine.find.Verification;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.HiddenSpace;
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
        json.writeStringField("equivariant", view.equivariant());
        json.writeObjectFieldStart("layerwise");
        json.writeStringField("given", view.layerwiseGiven());
        json.writeStringField("architecture", view.layerwiseArchitecture());
        json.writeStringField("widened", view.layerwiseArchitecture());
        json.writeEndObject();
        json.writeStringField("mode", "exact");
        JsonOutput.textOrNull(json, "level", view.level());
        json.writeBooleanField("reparametrised", view.isReparametrised());
        JsonOutput.textOrNull(json, "network", view.networkFile());
        unitsFrom();
        json.writeNullField("widened");
        layers();
        counterexample();
        subgroup();
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
        for (HiddenSpace layer : view.layers()) {
            json.writeStartObject();
            json.writeNumberField("layer", layer.layer());
            json.writeNumberField("units", view.units(layer));
            json.writeStringField("group", layer.group());
            json.writeStringField("residual", "0");
            actions("preactivation", layer.preactivation());
            actions("action", layer.action());
            json.writeStringField("orbits", view.orbits(layer));
            normalised(view.normalised(layer));
            json.writeEndObject();
        }
        json.writeEndArray();
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
            JsonOutput.integers(json, "permutation", normalised.get().permutations().get(g).toArray());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void actions(String name, List<AffineMap> maps) throws IOException {
        json.writeObjectFieldStart(name);
        for (int g = 0; g < maps.size(); g++) {
            JsonOutput.action(json, view.generators().get(g), maps.get(g));
        }
        json.writeEndObject();
    }

    private void counterexample() throws IOException {
        if (!(view.verification() instanceof Verification.NotEquivariant refuted)) {
            json.writeNullField("counterexample");
            return;
        }
        Certificate.Witness witness = refuted.witness();
        json.writeObjectFieldStart("counterexample");
        json.writeStringField("generator", witness.generator());
        JsonOutput.numbers(json, "input", witness.input());
        JsonOutput.values(json, "left", witness.left());
        JsonOutput.values(json, "right", witness.right());
        JsonOutput.values(json, "difference", witness.difference());
        json.writeEndObject();
    }

    private void subgroup() throws IOException {
        if (!(view.verification() instanceof Verification.NotEquivariant refuted)) {
            json.writeNullField("subgroup");
            return;
        }
        json.writeObjectFieldStart("subgroup");
        JsonOutput.texts(json, "generators", refuted.subgroup());
        json.writeEndObject();
    }
}
