package io.intertwine.io;

import io.intertwine.activation.Activation;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads the JSON of an architecture file: layers in the notation of network files with sizes in place of weights, or widths. */
final class ArchitectureReader {
    /** What a unit takes while an architecture is read, in bytes. */
    private static final long BYTES_OF_UNIT = 8;

    private final List<LayerShape> layers = new ArrayList<>();
    /** Activations before the first layer that says how many units there are. */
    private final List<JsonValue> waiting = new ArrayList<>();

    private long parameters;

    private ArchitectureReader() {}

    static Architecture read(JsonObject root) throws FormatException {
        root.requireFormat(ArchitectureFormat.FORMAT);
        if (root.members().containsKey("layers")) {
            root.requireOnly("format", "layers");
            return new ArchitectureReader().layers(root.require("layers"));
        }
        if (root.members().containsKey("widths")) {
            root.requireOnly("format", "widths", "activations", "bias");
            return widths(root);
        }
        throw root.refuse(
                "expected a field \"layers\", or \"widths\" with \"activations\" and \"bias\", found " + root.kind());
    }

    private static Architecture widths(JsonObject root) throws FormatException {
        JsonValue widths = root.require("widths");
        List<Integer> sizes = Arrays.stream(widths.requireIntegers("a list of widths", -1))
                .boxed()
                .toList();
        List<Activation> activations = JsonItems.read(
                root.require("activations"), "a list of activations such as [\"relu\"]", ActivationKinds::read);
        return ofWidths(widths.place().toString(), sizes, activations, flag(root, "bias"));
    }

    private static boolean flag(JsonObject object, String name) throws FormatException {
        return object.require(name).requireAtom("true or false").requireFlag("true or false");
    }

    static Architecture ofWidths(String place, List<Integer> widths, List<Activation> activations, boolean bias)
            throws FormatException {
        int hidden = widths.size() - 2;
        if (hidden < 0) {
            throw new FormatException(
                    place, "expected at least two widths, of the input and the output, found " + widths.size());
        }
        if (widths.size() > NetworkFormat.MOST_LAYERS) {
            throw new FormatException(
                    place, "expected at most " + NetworkFormat.MOST_LAYERS + " widths, found " + widths.size());
        }
        for (int i = 0; i < widths.size(); i++) {
            if (widths.get(i) < 1) {
                throw new FormatException(
                        place, "expected widths of at least 1, found " + widths.get(i) + " at index " + i);
            }
        }
        if (activations.size() != 1 && activations.size() != hidden) {
            throw new FormatException(
                    place,
                    "expected one activation for all hidden layers, or one for each of " + hidden + ", found "
                            + activations.size());
        }
        requireSize(place, widths, bias);
        return Architecture.ofWidths(widths, activations, bias);
    }

    private static void requireSize(String place, List<Integer> widths, boolean bias) throws FormatException {
        long parameters = 0;
        long units = 0;
        for (int i = 1; i < widths.size(); i++) {
            parameters =
                    requireParameters(place, parameters, new LayerShape.Dense(widths.get(i - 1), widths.get(i), bias));
            units += widths.get(i);
        }
        MemoryBudget.require(units * BYTES_OF_UNIT, place);
    }

    /** The number of parameters with those of one more layer. */
    private static long requireParameters(String place, long before, LayerShape.Dense layer) throws FormatException {
        long sum = before + (long) layer.inputs() * layer.outputs() + (layer.bias() ? layer.outputs() : 0);
        if (sum > ArchitectureFormat.MOST_PARAMETERS) {
            throw new FormatException(
                    place,
                    "expected an architecture with at most " + ArchitectureFormat.MOST_PARAMETERS
                            + " parameters, found one with " + sum + " or more");
        }
        return sum;
    }

    private Architecture layers(JsonValue list) throws FormatException {
        List<JsonValue> items = list.requireItems("a list of layers");
        if (items.size() > NetworkFormat.MOST_LAYERS) {
            throw list.refuse("expected at most " + NetworkFormat.MOST_LAYERS + " layers, found " + items.size());
        }
        for (JsonValue item : items) {
            if (!layers.isEmpty() && layers.get(layers.size() - 1) instanceof Layer.Softmax) {
                throw item.refuse("expected no layer after a softmax, found " + item.kind());
            }
            layer(item);
        }
        if (layers.stream().noneMatch(LayerShape.Dense.class::isInstance)) {
            throw list.refuse("expected at least one dense layer, because only dense layers have parameters, found "
                    + (items.isEmpty() ? "no layers" : "none"));
        }
        return new Architecture(layers);
    }

    private void layer(JsonValue item) throws FormatException {
        Map.Entry<String, JsonValue> single =
                item.requireObject("a layer such as {\"activation\": \"tanh\"}").requireSingle("a layer");
        JsonValue value = single.getValue();
        switch (single.getKey()) {
            case "dense" -> dense(value);
            case "activation" -> activation(value);
            case "softmax" -> softmax(value);
            default -> throw value.refuse(LayersReader.unknownKind(single.getKey()));
        }
    }

    private void dense(JsonValue value) throws FormatException {
        JsonObject sizes = value.requireObject("an object with \"inputs\", \"outputs\" and \"bias\"");
        sizes.requireOnly("inputs", "outputs", "bias");
        LayerShape.Dense dense = new LayerShape.Dense(
                sizes.require("inputs").requireInteger("a number of inputs", 1, Integer.MAX_VALUE),
                sizes.require("outputs").requireInteger("a number of outputs", 1, Integer.MAX_VALUE),
                flag(sizes, "bias"));
        if (!layers.isEmpty() && dense.inputs() != width()) {
            throw value.refuse("layer " + layers.size() + " reads " + dense.inputs()
                    + " numbers, but the layer before it writes " + width());
        }
        String place = value.place().toString();
        parameters = requireParameters(place, parameters, dense);
        MemoryBudget.require(BYTES_OF_UNIT * Math.max(dense.inputs(), dense.outputs()), place);
        for (JsonValue activation : waiting) {
            layers.add(LayersReader.entrywise(activation, dense.inputs()));
        }
        waiting.clear();
        layers.add(dense);
    }

    private int width() {
        return layers.get(layers.size() - 1).outputs();
    }

    private void activation(JsonValue value) throws FormatException {
        if (layers.isEmpty()) {
            waiting.add(value);
        } else {
            layers.add(LayersReader.entrywise(value, width()));
        }
    }

    private void softmax(JsonValue value) throws FormatException {
        value.requireObject("an empty object {}").requireOnly();
        if (layers.isEmpty()) {
            throw value.refuse("expected a dense layer before the softmax, found none");
        }
        layers.add(new Layer.Softmax(width()));
    }
}
