package io.intertwine.io;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the JSON of a network, and its weights beside it where that is asked for. */
final class NetworkWriter {
    private static final String JSON = ".json";

    private final JsonWriter json;
    private final WeightStorage storage;

    private NetworkWriter(JsonWriter json, WeightStorage storage) {
        this.json = json;
        this.storage = storage;
    }

    static void write(Network network, Path file, WeightStorage storage) throws FormatException, IOException {
        String name = file.getFileName().toString();
        String base = name.endsWith(JSON) ? name.substring(0, name.length() - JSON.length()) : name;
        Path weights = file.resolveSibling(base + storage.extension());
        try (OutputFile output = OutputFile.create(file)) {
            new NetworkWriter(new JsonWriter(output.writer(), file.toString()), storage).write(network, weights);
            if (storage != WeightStorage.INLINE) {
                writeWeights(network, weights, storage);
            }
            output.commit();
        }
    }

    private static void writeWeights(Network network, Path file, WeightStorage storage)
            throws FormatException, IOException {
        List<StoredTensor> tensors = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            if (network.layers().get(i) instanceof Layer.Dense dense) {
                tensors.add(StoredTensor.ofMatrix(weightName(i), dense.weight(), file));
                if (dense.hasBias()) {
                    tensors.add(StoredTensor.ofVector(biasName(i), dense.biases(), file));
                }
            }
        }
        try (OutputFile output = OutputFile.create(file)) {
            if (storage == WeightStorage.NPZ) {
                NpzWriter.write(tensors, output.stream());
            } else {
                SafetensorsWriter.write(tensors, output.stream());
            }
            output.commit();
        }
    }

    private static String weightName(int layer) {
        return "layers." + layer + ".weight";
    }

    private static String biasName(int layer) {
        return "layers." + layer + ".bias";
    }

    private void write(Network network, Path weights) throws FormatException, IOException {
        json.object().name("format").text(NetworkFormat.FORMAT);
        if (storage != WeightStorage.INLINE) {
            json.name("weights").text(weights.getFileName().toString());
        }
        json.name("layers").list();
        for (int i = 0; i < network.layers().size(); i++) {
            layer(i, network.layers().get(i));
        }
        json.end().end();
    }

    private void layer(int index, Layer layer) throws FormatException, IOException {
        if (layer instanceof Layer.Dense dense) {
            dense(index, dense);
        } else if (layer instanceof Layer.Entrywise entrywise) {
            entrywise(entrywise);
        } else if (layer instanceof Layer.Softmax) {
            json.inlineObject().name("softmax").inlineObject().end().end();
        }
    }

    private void dense(int index, Layer.Dense dense) throws FormatException, IOException {
        json.object().name("dense").object();
        if (storage == WeightStorage.INLINE) {
            json.name("weight").matrix(dense.weight());
            if (dense.hasBias()) {
                json.name("bias").numbers(dense.biases());
            }
        } else {
            json.name("weight")
                    .inlineObject()
                    .name("tensor")
                    .text(weightName(index))
                    .end();
            if (dense.hasBias()) {
                json.name("bias")
                        .inlineObject()
                        .name("tensor")
                        .text(biasName(index))
                        .end();
            }
        }
        json.end().end();
    }

    private void entrywise(Layer.Entrywise layer) throws IOException {
        json.inlineObject().name("activation");
        Optional<Activation> uniform = layer.uniform();
        if (uniform.isPresent()) {
            activation(uniform.get());
        } else {
            json.inlineObject().name("units").inlineList();
            for (Activation unit : layer.units()) {
                activation(unit);
            }
            json.end().end();
        }
        json.end();
    }

    private void activation(Activation activation) throws IOException {
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
