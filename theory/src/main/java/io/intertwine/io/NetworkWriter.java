package io.intertwine.io;

import io.intertwine.net.Network;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;

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
                LayerTensors.write(network, LayersWriter.tensorNames(network), weights);
            }
            output.commit();
        }
    }

    /** Line breaks stand only between the parts of the JSON, never in a text. */
    static String text(Network network) throws FormatException {
        StringWriter text = new StringWriter();
        try {
            new NetworkWriter(new JsonWriter(text, "network"), WeightStorage.INLINE).write(network, Path.of(""));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string can always be written to", impossible);
        }
        return text.toString().strip().replaceAll("\\n *", "");
    }

    private void write(Network network, Path weights) throws FormatException, IOException {
        json.object().name("format").text(NetworkFormat.FORMAT);
        if (storage != WeightStorage.INLINE) {
            json.name("weights").text(weights.getFileName().toString());
        }
        new LayersWriter(json.name("layers"), storage).write(network.layers());
        json.end();
    }
}
