package io.intertwine.cli;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.io.ActivationNames;
import io.intertwine.io.FormatException;
import io.intertwine.io.MatrixFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Activations and matrices on the command line. */
final class InputActivations {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*(:.*)?");
    private static final List<String> FORMULAS = List.of("x", "pi", "e");

    private InputActivations() {}

    /**
     * The activation that a name or a formula denotes; the formula may stand behind {@code expr:}.
     *
     * @throws FormatException if the text is neither, or the function has no real value somewhere
     */
    static Activation activation(String given) throws FormatException {
        String text = given.strip();
        boolean named = NAME.matcher(text).matches() && !FORMULAS.contains(text);
        if (named && !text.startsWith(Activations.EXPRESSION_PREFIX)) {
            return ActivationNames.parse(text);
        }
        String prefix = text.startsWith(Activations.EXPRESSION_PREFIX) ? "" : Activations.EXPRESSION_PREFIX;
        return ActivationNames.parse(prefix + text);
    }

    /** Whether a matrix is given as text, not as the name of a file. */
    static boolean isInline(String text) {
        return text.strip().startsWith("[");
    }

    /** A square matrix, from a file or from text that begins with a bracket. */
    static ExactMatrix matrix(String text) throws FormatException {
        ExactMatrix matrix = isInline(text) ? MatrixFormat.parse(text) : MatrixFormat.read(InputFiles.path(text));
        if (matrix.rows() != matrix.columns()) {
            throw new FormatException(
                    isInline(text) ? "the matrix" : text,
                    "expected as many rows as columns, found " + matrix.rows() + " rows and " + matrix.columns()
                            + " columns");
        }
        return matrix;
    }
}
