package io.intertwine.io;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes a list of layers in the notation of network files. */
final class LayersWriter {
    private final JsonWriter json;
    private final WeightStorage storage;

    LayersWriter(JsonWriter json, WeightStorage storage) {
        this.json = json;
        this.storage = storage;
    }

    /** The names of the dense layers of a network in a file of weights. */
    static List<String> tensorNames(Network network) {
        return IntStream.range(0, network.layers().size())
                .filter(i -> network.layers().get(i) instanceof Layer.Dense)
                .mapToObj(LayersWriter::tensorName)
                .toList();
    }

    private static String tensorName(int layer) {
        return "layers." + layer;
    }

    /** Where no layer is dense, the units of activations are named one by one, so that their number can be read again. */
    void write(List<Layer> layers) throws FormatException, IOException {
        boolean sized = layers.stream().anyMatch(Layer.Dense.class::isInstance);
        json.list();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            if (layer instanceof Layer.Dense dense) {
                dense(i, dense);
            } else if (layer instanceof Layer.Entrywise entrywise) {
                entrywise(entrywise, !sized, json);
            } else if (layer instanceof Layer.Softmax) {
                json.inlineObject().name("softmax").inlineObject().end().end();
            }
        }
        json.end();
    }

    private void dense(int index, Layer.Dense dense) throws FormatException, IOException {
        json.object().name("dense").object();
        if (storage == WeightStorage.INLINE) {
            json.name("weight").matrix(dense.weight());
            if (dense.hasBias()) {
                json.name("bias").numbers(dense.biases());
            }
        } else {
            tensor("weight", tensorName(index) + ".weight");
            if (dense.hasBias()) {
                tensor("bias", tensorName(index) + ".bias");
            }
        }
        json.end().end();
    }

    private void tensor(String name, String tensor) throws IOException {
        json.name(name).inlineObject().name("tensor").text(tensor).end();
    }

    /** Writes an activation layer, its units one by one where they differ or that is asked for. */
    static void entrywise(Layer.Entrywise layer, boolean oneByOne, JsonWriter json) throws IOException {
        json.inlineObject().name("activation");
        Optional<Activation> uniform = oneByOne ? Optional.empty() : layer.uniform();
        if (uniform.isPresent()) {
            activation(uniform.get(), json);
        } else {
            json.inlineObject().name("units").inlineList();
            for (Activation unit : layer.units()) {
                activation(unit, json);
            }
            json.end().end();
        }
        json.end();
    }

    /** Writes one activation: {@code "tanh"}, {@code {"leaky_relu": "1/100"}}, {@code {"expression": "x^3 + x"}}. */
    static void activation(Activation activation, JsonWriter json) throws IOException {
        String name = activation.name();
        int colon = name.indexOf(':');
        if (colon < 0) {
            json.text(name);
            return;
        }
        boolean formula = name.startsWith(Activations.EXPRESSION_PREFIX);
        String parameter = name.substring(colon + 1);
        json.inlineObject().name(formula ? ActivationKinds.EXPRESSION : name.substring(0, colon));
        if (formula || !parameter.contains(",")) {
            json.text(parameter);
        } else {
            json.inlineList();
            for (String number : parameter.split(",")) {
                json.text(number);
            }
            json.end();
        }
        json.end();
    }
}
