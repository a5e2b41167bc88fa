package io.intertwine.io;

import io.intertwine.activation.Activation;
import io.intertwine.net.Architecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Architectures, families of networks, in the format {@code intertwine-architecture/1}: JSON with the layers, sizes in place of
 * weights, or with widths and activations alone.
 */
public final class ArchitectureFormat {
    /** The format's name and version. */
    public static final String FORMAT = "intertwine-architecture/1";

    /** The most weights and biases of an architecture. */
    public static final long MOST_PARAMETERS = NetworkFormat.MOST_WEIGHTS;

    private ArchitectureFormat() {}

    /** Reads an architecture. */
    public static Architecture read(Path file) throws FormatException {
        JsonObject root = JsonReader.readObject(
                file, "an architecture: an object with \"format\" and \"layers\" or \"widths\"", NumberText.LONGEST);
        return ArchitectureReader.read(root);
    }

    /**
     * Dense layers with activations between them.
     *
     * @param place where the widths stand, for messages
     * @param widths d_0, ..., d_L, at least two of them, each at least 1
     * @param activations one for all hidden layers, or one for each
     * @param bias whether every dense layer has a bias
     * @throws FormatException if there is no such architecture, or it has more than {@link #MOST_PARAMETERS} parameters
     */
    public static Architecture ofWidths(String place, List<Integer> widths, List<Activation> activations, boolean bias)
            throws FormatException {
        return ArchitectureReader.ofWidths(place, widths, activations, bias);
    }

    /**
     * Writes an architecture, with all layers.
     *
     * @throws IOException if the file cannot be written; nothing half-written is left
     */
    public static void write(Architecture architecture, Path file) throws IOException {
        try (OutputFile output = OutputFile.create(file)) {
            ArchitectureWriter.write(architecture, new JsonWriter(output.writer(), file.toString()));
            output.commit();
        }
    }
}
