package io.intertwine.io;

import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Files of the weights and biases of dense layers alone, as tensors {@code NAME.weight} (outputs x inputs) and {@code NAME.bias}. */
public final class LayerTensors {
    private LayerTensors() {}

    /**
     * Writes the tensors of the dense layers of a network, every tensor in the smaller of F32 and F64 that is exact.
     *
     * @param names for every dense layer, in order, the name before {@code .weight}; empty for tensors without one
     * @param file whose name ends with .npz for that format; every other one is a safetensors file
     * @throws FormatException if a number is no binary64 number
     * @throws IOException if the file cannot be written; nothing half-written is left
     * @throws IllegalArgumentException if there is not a name for each dense layer
     */
    public static void write(Network network, List<String> names, Path file) throws FormatException, IOException {
        List<Layer.Dense> layers = network.layers().stream()
                .filter(Layer.Dense.class::isInstance)
                .map(Layer.Dense.class::cast)
                .toList();
        if (names.size() != layers.size()) {
            throw new IllegalArgumentException(
                    "expected a name for each of " + layers.size() + " dense layers, found " + names);
        }
        List<StoredTensor> tensors = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            String prefix = names.get(i).isEmpty() ? "" : names.get(i) + ".";
            tensors.add(StoredTensor.ofMatrix(prefix + "weight", layers.get(i).weight(), file));
            if (layers.get(i).hasBias()) {
                tensors.add(StoredTensor.ofVector(prefix + "bias", layers.get(i).biases(), file));
            }
        }
        try (OutputFile output = OutputFile.create(file)) {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(WeightStorage.NPZ.extension())) {
                NpzWriter.write(tensors, output.stream());
            } else {
                SafetensorsWriter.write(tensors, output.stream());
            }
            output.commit();
        }
    }
}
