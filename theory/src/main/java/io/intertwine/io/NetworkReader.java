package io.intertwine.io;

import io.intertwine.activation.Activation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the JSON of a network: checks that the layers fit together, so that every fault is named at its place. */
final class NetworkReader {
    private static final List<String> BUILT = List.of("dense", "activation", "softmax");
    private static final List<String> NOT_BUILT =
            List.of("conv2d", "attention", "residual", "layer_norm", "rms_norm", "batch_norm", "flatten");

    private final WeightSource weights;
    private final List<Layer> layers = new ArrayList<>();
    /** Activations before the first dense layer, whose width is known only when it comes. */
    private final List<JsonValue> waiting = new ArrayList<>();

    private NetworkReader(WeightSource weights) {
        this.weights = weights;
    }

    static Network read(Path file) throws FormatException {
        refuseOtherFiles(file);
        JsonObject root =
                JsonReader.readObject(file, "a network: an object with \"format\" and \"layers\"", NumberText.LONGEST);
        root.requireFormat(NetworkFormat.FORMAT);
        root.requireOnly("format", "weights", "layers");
        try (WeightSource weights = WeightSource.of(file, root)) {
            return new NetworkReader(weights).network(root.require("layers"));
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
    }

    private static void refuseOtherFiles(Path file) throws FormatException {
        for (String extension : List.of(".onnx", ".safetensors", ".npz", ".pt", ".pth")) {
            if (file.toString().endsWith(extension)) {
                throw new FormatException(
                        file.toString(),
                        "expected a network in JSON, found a name that ends with " + extension
                                + "; reading a network from such a file alone is not built yet");
            }
        }
    }

    private Network network(JsonValue list) throws FormatException {
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
        if (layers.isEmpty()) {
            throw list.refuse("expected at least one dense layer, found " + (items.isEmpty() ? "no layers" : "none"));
        }
        return new Network(layers);
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

    private static String unknownKind(String kind) {
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
            for (JsonValue activation : waiting) {
                layers.add(entrywise(activation, dense.inputs()));
            }
            waiting.clear();
        } else {
            requireFit(value, dense);
        }
        layers.add(dense);
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
        if (layers.isEmpty()) {
            waiting.add(value);
        } else {
            layers.add(entrywise(value, width()));
        }
    }

    private static Layer.Entrywise entrywise(JsonValue value, int width) throws FormatException {
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
