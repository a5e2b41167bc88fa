package io.intertwine.weights;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * A function of one variable as an ONNX operator gives it.
 *
 * @param name of an activation, or of one of the functions that {@link #text} lists
 * @param parameters its parameters
 */
record UnitFunction(String name, List<Scalar> parameters) {
    UnitFunction {
        parameters = List.copyOf(parameters);
    }

    /** A function without parameters. */
    static UnitFunction named(String name) {
        return new UnitFunction(name, List.of());
    }

    /** The activation that it is by name, if it is one. */
    Optional<Activation> activation() {
        try {
            return name.startsWith("onnx_") ? Optional.empty() : Activations.find(name, parameters);
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }

    /** The formula of its value at what another formula denotes. */
    String text(String argument) {
        String u = "(" + argument + ")";
        return switch (name) {
            case "leaky_relu" -> choice(u, u, p(0) + "*" + u);
            case "elu" -> choice(u, u, p(0) + "*(exp" + u + " - 1)");
            case "celu" -> choice(u, u, p(0) + "*(exp(" + u + "/" + p(0) + ") - 1)");
            case "hardtanh" -> "clip(" + u + ", " + p(0) + ", " + p(1) + ")";
            case "onnx_max" -> "max(" + u + ", " + p(0) + ")";
            case "onnx_min" -> "min(" + u + ", " + p(0) + ")";
            case "onnx_selu" -> "(" + p(1) + "*" + choice(u, u, p(0) + "*(exp" + u + " - 1)") + ")";
            case "onnx_hard_sigmoid" -> "clip(" + p(0) + "*" + u + " + " + p(1) + ", 0, 1)";
            case "onnx_shrink" ->
                "if(" + u + " < -" + p(0) + ", " + u + " + " + p(1) + ", if(" + u + " > " + p(0) + ", " + u + " - "
                        + p(1) + ", 0))";
            case "threshold" -> "if(" + u + " > " + p(0) + ", " + u + ", " + p(1) + ")";
            default -> name + u;
        };
    }

    private String p(int index) {
        return "(" + parameters.get(index) + ")";
    }

    private static String choice(String test, String then, String otherwise) {
        return "if(" + test + " > 0, " + then + ", " + otherwise + ")";
    }
}
