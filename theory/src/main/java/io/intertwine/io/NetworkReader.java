package io.intertwine.io;

import io.intertwine.net.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads the JSON of a network file. */
final class NetworkReader {
    private NetworkReader() {}

    static Network read(Path file) throws FormatException {
        refuseOtherFiles(file);
        JsonObject root =
                JsonReader.readObject(file, "a network: an object with \"format\" and \"layers\"", NumberText.LONGEST);
        return read(file, root);
    }

    /** The network in the object that a file holds. */
    static Network read(Path file, JsonObject root) throws FormatException {
        root.requireFormat(NetworkFormat.FORMAT);
        root.requireOnly("format", "weights", "layers");
        try (WeightSource weights = WeightSource.of(file, root)) {
            return LayersReader.network(root.require("layers"), weights);
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
    }

    static void refuseOtherFiles(Path file) throws FormatException {
        for (String extension : List.of(".onnx", ".safetensors", ".npz", ".pt", ".pth")) {
            if (file.toString().endsWith(extension)) {
                throw new FormatException(
                        file.toString(),
                        "expected a network in JSON, found a name that ends with " + extension
                                + ", which is another format");
            }
        }
    }
}
