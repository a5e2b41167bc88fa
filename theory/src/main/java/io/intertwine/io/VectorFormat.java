package io.intertwine.io;

import io.intertwine.exact.Scalar;
import java.nio.file.Path;
import java.util.List;

/** Vectors of exact numbers: a JSON list of numbers or texts such as {@code [1, "1/2", "sqrt(2)"]}, or a NumPy array. */
public final class VectorFormat {
    private static final String WHAT = "a list of numbers such as [1, \"1/2\", 0.25]";

    private VectorFormat() {}

    /** Reads a vector from a JSON file or a {@code .npy} file; of an array with several axes the last index runs fastest. */
    public static List<Scalar> read(Path file) throws FormatException {
        if (file.toString().endsWith(".npy")) {
            return Npy.read(file).toList();
        }
        return JsonReader.read(file, NumberText.LONGEST).requireNumbers(WHAT).toList();
    }

    /** Reads a vector from the text of a JSON list. */
    public static List<Scalar> parse(String text) throws FormatException {
        return JsonReader.read("vector", text).requireNumbers(WHAT).toList();
    }
}
