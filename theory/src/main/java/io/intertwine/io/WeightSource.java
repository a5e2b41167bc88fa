package io.intertwine.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The tensors that a network may refer to, and the count of all its weights. */
final class WeightSource implements Closeable {
    private final Optional<TensorFile> file;
    private long weights;

    private WeightSource(Optional<TensorFile> file) {
        this.file = file;
    }

    /** No file: all weights stand in the JSON. */
    static WeightSource none() {
        return new WeightSource(Optional.empty());
    }

    /** The file of weights that the field {@code weights} names, relative to the network's own file. */
    static WeightSource of(Path network, JsonObject root) throws FormatException {
        Optional<JsonValue> field = root.find("weights");
        if (field.isEmpty()) {
            return none();
        }
        String name = field.get().requireText("the path of a file of weights, relative to this file");
        try {
            return new WeightSource(Optional.of(TensorFile.open(network.resolveSibling(name))));
        } catch (InvalidPathException wrong) {
            throw field.get().refuse("expected a path, found " + FormatException.quote(name), wrong);
        }
    }

    /** Counts weights before they are converted; refuses what is too large. */
    void count(long rows, long columns, JsonValue at) throws FormatException {
        boolean fits = rows == 0 || columns <= (NetworkFormat.MOST_WEIGHTS - weights) / rows;
        if (!fits) {
            throw at.refuse("the network has more than " + NetworkFormat.MOST_WEIGHTS
                    + " weights up to this tensor of shape [" + rows + ", " + columns + "]");
        }
        weights += rows * columns;
        MemoryBudget.require(
                (weights + 2 * rows * columns) * Long.BYTES, at.place().toString());
    }

    /** The tensor that {@code {"tensor": NAME}} refers to. */
    TensorFile require(JsonValue reference) throws FormatException {
        if (file.isEmpty()) {
            throw reference.refuse("a tensor is named, but there is no field \"weights\" with the file that holds it");
        }
        return file.get();
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }
}
