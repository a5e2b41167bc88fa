package io.intertwine.io;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A file of named tensors. Opening it reads and checks its directory only; the numbers of a tensor are read when asked for. */
public sealed interface TensorFile extends Closeable permits Safetensors, Npz {
    /** Opens a {@code .safetensors} or {@code .npz} file. */
    static TensorFile open(Path file) throws FormatException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".safetensors")) {
            return Safetensors.open(file);
        }
        if (name.endsWith(".npz")) {
            return Npz.open(file);
        }
        throw new FormatException(
                file.toString(), "expected a file of weights whose name ends with .safetensors or .npz");
    }

    /** The names of the tensors, in the order of the file. */
    List<String> names();

    /**
     * The sizes of the axes of a tensor, without reading its numbers.
     *
     * @throws FormatException if there is no tensor of this name or its description cannot be understood
     */
    List<Long> shape(String name) throws FormatException;

    /**
     * The numbers of a tensor, every one exactly.
     *
     * @throws FormatException if there is no tensor of this name, it is too large, truncated, or of a type that does not hold numbers,
     *     or a number is infinite or NaN
     */
    ExactTensor read(String name) throws FormatException;

    /**
     * The numbers of a tensor one after another, rounded to binary64. The stream ends with this file.
     *
     * @throws FormatException if there is no tensor of this name, it is truncated, or of a type that does not hold numbers
     */
    TensorStream stream(String name) throws FormatException;
}
