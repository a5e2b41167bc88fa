package io.intertwine.io;

import io.intertwine.activation.Activation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a list of layers in the notation of network files: checks that they fit together, so that every fault is named at its place. */
final class LayersReader {
    private static final List<String> BUILT = List.of("dense", "activation", "softmax");
    private static final List<String> NOT_BUILT =
            List.of("conv2d", "attention", "residual", "layer_norm", "rms_norm", "batch_norm", "flatten");

    private final WeightSource weights;
    private final List<Layer> layers = new ArrayList<>();
    /** Activations before the first layer that says how many units there are. */
    private final List<JsonValue> waiting = new ArrayList<>();

    private LayersReader(WeightSource weights) {
        this.weights = weights;
    }

    /** The layers of a network, at least one of them dense. */
    static Network network(JsonValue list, WeightSource weights) throws FormatException {
        List<Layer> layers = new LayersReader(weights).read(list);
        if (layers.stream().noneMatch(Layer.Dense.class::isInstance)) {
            throw list.refuse("expected at least one dense layer, found "
                    + (list.requireItems("a list of layers").isEmpty() ? "no layers" : "none"));
        }
        return new Network(layers);
    }

    /** The layers of a part of a network. Where none is dense, an activation names its units one by one. */
    static List<Layer> part(JsonValue list) throws FormatException {
        List<Layer> layers = new LayersReader(WeightSource.none()).read(list);
        if (layers.isEmpty()) {
            throw list.refuse(
                    "expected at least one layer that says how many units there are: a dense layer, or an activation "
                            + "with \"units\"");
        }
        return layers;
    }

    private List<Layer> read(JsonValue list) throws FormatException {
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
        return layers;
    }

    private void layer(JsonValue item) throws FormatException {
        Map.Entry<String, JsonValue> single =
                item.requireObject("a layer such as {\"activation\": \"tanh\"}").requireSingle("a layer");
        JsonValue value = single.getValue();
        switch (single.getKey()) {
            case "dense" -> dense(value);
            case "activation" -> activation(value);
            case "softmax" -> softmax(value);
            default -> throw value.refuse(unknownKind(single.getKey()));
        }
    }

    static String unknownKind(String kind) {
        if (NOT_BUILT.contains(kind)) {
            return "the layer kind \"" + kind + "\" is not built yet; there are " + JsonNames.list(BUILT);
        }
        if (ActivationKinds.isName(kind)) {
            return "expected a layer kind, found the activation " + FormatException.quote(kind)
                    + "; write {\"activation\": ...}";
        }
        return "there is no layer kind " + FormatException.quote(kind) + ", there are " + JsonNames.list(BUILT)
                + NearestName.question(kind, BUILT);
    }

    private void dense(JsonValue value) throws FormatException {
        Layer.Dense dense = new DenseReader(weights).read(value);
        if (layers.isEmpty()) {
            addWaiting(dense.inputs());
        } else {
            requireFit(value, dense);
        }
        layers.add(dense);
    }

    private void addWaiting(int width) throws FormatException {
        for (JsonValue activation : waiting) {
            layers.add(entrywise(activation, width));
        }
        waiting.clear();
    }

    private void requireFit(JsonValue value, Layer.Dense dense) throws FormatException {
        int width = width();
        if (dense.inputs() != width) {
            String hint =
                    dense.outputs() == width ? "; if its file stores inputs x outputs, add \"transpose\": true" : "";
            throw value.refuse("layer " + layers.size() + " reads " + dense.inputs() + " numbers (its weight is "
                    + dense.outputs() + " x " + dense.inputs() + "), but the layer before it writes " + width + hint);
        }
    }

    private int width() {
        return layers.get(layers.size() - 1).outputs();
    }

    private void activation(JsonValue value) throws FormatException {
        if (!layers.isEmpty()) {
            layers.add(entrywise(value, width()));
        } else if (ActivationKinds.isPerUnit(value)) {
            Layer.Entrywise units = new Layer.Entrywise(ActivationKinds.readUnits(value));
            addWaiting(units.inputs());
            layers.add(units);
        } else {
            waiting.add(value);
        }
    }

    static Layer.Entrywise entrywise(JsonValue value, int width) throws FormatException {
        if (!ActivationKinds.isPerUnit(value)) {
            return Layer.Entrywise.of(ActivationKinds.read(value), width);
        }
        List<Activation> units = ActivationKinds.readUnits(value);
        if (units.size() != width) {
            throw value.refuse("expected " + width + " activations, one for each unit, found " + units.size());
        }
        return new Layer.Entrywise(units);
    }

    private void softmax(JsonValue value) throws FormatException {
        value.requireObject("an empty object {}").requireOnly();
        if (layers.isEmpty()) {
            throw value.refuse("expected a dense layer before the softmax, found none");
        }
        layers.add(new Layer.Softmax(width()));
    }
}
