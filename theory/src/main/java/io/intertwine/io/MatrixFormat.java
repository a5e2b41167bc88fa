package io.intertwine.io;

import io.intertwine.exact.ExactMatrix;
import java.nio.file.Path;

/** Matrices of exact numbers: a JSON list of rows such as {@code [["1", "0"], ["0", "-1"]]}. */
public final class MatrixFormat {
    private static final String WHAT = "a matrix: a list of rows such as [[1, 0], [0, \"-1/2\"]]";

    private MatrixFormat() {}

    /** Reads a matrix from a JSON file. */
    public static ExactMatrix read(Path file) throws FormatException {
        return JsonMatrix.read(JsonReader.read(file, NumberText.LONGEST), WHAT, false);
    }

    /** Reads a matrix from the text of a JSON list. */
    public static ExactMatrix parse(String text) throws FormatException {
        return JsonMatrix.read(JsonReader.read("matrix", text), WHAT, false);
    }
}
