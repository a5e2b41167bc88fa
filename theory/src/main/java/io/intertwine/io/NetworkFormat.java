package io.intertwine.io;

import io.intertwine.net.Network;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Networks in the format {@code intertwine-network/1}: JSON with the layers, whose weights stand in it or in a safetensors or npz
 * file beside it. Every number is exact, so a network that is written and read again has the same digest.
 */
public final class NetworkFormat {
    /** The format's name and version. */
    public static final String FORMAT = "intertwine-network/1";

    /** The most weights and biases of a network. */
    public static final long MOST_WEIGHTS = 1L << 28;

    /** The most layers of a network. */
    public static final int MOST_LAYERS = 10_000;

    private NetworkFormat() {}

    /** Reads a network. */
    public static Network read(Path file) throws FormatException {
        return NetworkReader.read(file);
    }

    /**
     * A network as the text of a network file in one line, with all weights in it.
     *
     * @throws FormatException if a number is too long to be read again
     */
    public static String text(Network network) throws FormatException {
        return NetworkWriter.text(network);
    }

    /**
     * Writes a network with all weights in the JSON file, as exact fractions.
     *
     * @throws FormatException if a number is too long to be read again
     * @throws IOException if the file cannot be written; nothing half-written is left
     */
    public static void write(Network network, Path file) throws FormatException, IOException {
        write(network, file, WeightStorage.INLINE);
    }

    /**
     * Writes a network; its weights stand where {@code storage} says. A file of weights has the name of the JSON file with the
     * extension of its format, and is put in place before the JSON file is.
     *
     * @throws FormatException if a number is too long to be read again, or no binary64 number where the storage needs one
     * @throws IOException if a file cannot be written; nothing half-written is left
     */
    public static void write(Network network, Path file, WeightStorage storage) throws FormatException, IOException {
        NetworkWriter.write(network, file, storage);
    }
}
