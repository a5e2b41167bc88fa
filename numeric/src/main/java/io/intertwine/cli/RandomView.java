package io.intertwine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.intertwine.construct.EquivariantParameters;
import io.intertwine.construct.RandomLatentActions;
import io.intertwine.find.Proof;
import io.intertwine.net.Network;
import io.intertwine.rep.EquivariantAffineMaps;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.HiddenSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A random layerwise equivariant network, for people and as JSON.
 *
 * @param parameters the space that it was drawn from
 * @param network the network
 * @param proof that it is layerwise equivariant; empty where rounding broke that
 */
record RandomView(EquivariantParameters parameters, Network network, List<Proof> proof) {
    private static final long LARGEST_TO_EVALUATE = 100_000;

    RandomView {
        proof = List.copyOf(proof);
    }

    private Symmetry symmetry() {
        return parameters.actions().symmetry();
    }

    private List<HiddenSpace> spaces() {
        return HiddenSpace.of(network, symmetry(), parameters.actions().latent());
    }

    /** The network in words. */
    void print(Terminal terminal) {
        terminal.print(
                proof.isEmpty()
                        ? terminal.yellow("random network")
                                + ": layerwise equivariant up to rounding, not proved; try verify" + " --tolerance."
                        : terminal.green("random network") + ": layerwise equivariant, proved.");
        terminal.print("");
        Table table =
                new Table("  ", List.of("layer", "units", "latent group", "orbits", "free weights", "free biases"));
        List<HiddenSpace> spaces = spaces();
        for (int k = 0; k < parameters.layers().size(); k++) {
            EquivariantAffineMaps layer = parameters.layers().get(k);
            boolean hidden = k < spaces.size();
            String units = String.valueOf(layer.weights().target().dimension());
            table.row(List.of(
                    String.valueOf(k + 1),
                    units,
                    hidden ? spaces.get(k).group() : "",
                    hidden ? spaces.get(k).orbits().describe() : "output",
                    layer.weights().dimension() + " of " + weights(layer),
                    String.valueOf(layer.dimension() - layer.weights().dimension())));
        }
        table.lines(terminal::faint).forEach(terminal::print);
        terminal.print("");
        terminal.paragraph(
                "  ",
                "The layerwise equivariant parameters for these actions have " + parameters.dimension()
                        + " coordinates; the architecture has "
                        + parameters.actions().architecture().parameters() + " parameters.");
        idle().forEach(sentence -> terminal.paragraph("  ", sentence));
        terminal.print("");
    }

    /** What a user of a random network would not expect. */
    private List<String> idle() {
        List<String> sentences = new ArrayList<>();
        int units = RandomLatentActions.idleUnits(network);
        if (units > 0) {
            sentences.add(
                    units + (units == 1 ? " hidden unit takes" : " hidden units take")
                            + " no part: the weights before or behind are zero. Another --seed, other widths or --latent may avoid that.");
        }
        boolean small = network.weights() <= LARGEST_TO_EVALUATE;
        if (small && RandomLatentActions.seemsConstant(network, new SplittableRandom(1))) {
            sentences.add("The function has the same value at all points that were tried: it seems to be constant.");
        }
        return sentences;
    }

    private static long weights(EquivariantAffineMaps layer) {
        return (long) layer.weights().source().dimension()
                * layer.weights().target().dimension();
    }

    /** The fields of the object. */
    JsonOutput.Fields json(String file, long seed) {
        return json -> {
            json.writeStringField("network", file);
            json.writeBooleanField("proved", !proof.isEmpty());
            json.writeNumberField(
                    "parameters", parameters.actions().architecture().parameters());
            json.writeNumberField("coordinates", parameters.dimension());
            json.writeNumberField("seed", seed);
            layers(json);
            JsonOutput.texts(json, "remarks", idle());
            JsonOutput.textOrNull(
                    json,
                    "theorem",
                    proof.stream()
                            .map(found -> found.theorem().toString())
                            .findFirst()
                            .orElse(""));
        };
    }

    private void layers(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("layers");
        List<HiddenSpace> spaces = spaces();
        for (int k = 0; k < parameters.layers().size(); k++) {
            EquivariantAffineMaps layer = parameters.layers().get(k);
            json.writeStartObject();
            json.writeNumberField("layer", k + 1);
            json.writeNumberField("units", layer.weights().target().dimension());
            json.writeNumberField("weight_coordinates", layer.weights().dimension());
            json.writeNumberField(
                    "bias_coordinates", layer.dimension() - layer.weights().dimension());
            if (k < spaces.size()) {
                hidden(json, spaces.get(k));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void hidden(JsonGenerator json, HiddenSpace space) throws IOException {
        json.writeStringField("group", space.group());
        json.writeStringField("orbits", space.orbits().describe());
        json.writeObjectFieldStart("preactivation");
        for (int g = 0; g < space.preactivation().size(); g++) {
            JsonOutput.action(
                    json,
                    symmetry().group().generators().get(g),
                    space.preactivation().get(g));
        }
        json.writeEndObject();
    }
}
