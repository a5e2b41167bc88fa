package io.intertwine.io;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.exact.NumberSyntaxException;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The names of activations: {@code tanh}, and with a parameter {@code leaky_relu:1/100}, {@code power:3}, {@code elu:1/2},
 * {@code celu:1/2}. {@link Activation#name} is such a name.
 */
public final class ActivationNames {
    private static final List<String> WITH_PARAMETER = List.of("leaky_relu", "power", "elu", "celu");
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "atan", "arctan", "linear", "identity", "logistic", "sigmoid", "swish", "silu", "hardswish", "hard_swish");

    private ActivationNames() {}

    /**
     * The activation that a name denotes.
     *
     * @throws FormatException if there is none, with the nearest name
     */
    public static Activation parse(String name) throws FormatException {
        int colon = name.indexOf(':');
        return colon < 0
                ? named(name, "activation", "write " + name + ":NUMBER")
                : withParameter(name.substring(0, colon), name.substring(colon + 1), "activation");
    }

    /** The activation without a parameter of this name; {@code withNumber} says how to write one with a parameter. */
    static Activation named(String name, String place, String withNumber) throws FormatException {
        Activation found = Activations.named().get(name);
        if (found != null) {
            return found;
        }
        if (WITH_PARAMETER.contains(name)) {
            throw new FormatException(place, FormatException.quote(name) + " needs a number; " + withNumber);
        }
        throw unknown(name, place);
    }

    /** The activation of this name with a parameter. */
    static Activation withParameter(String name, String parameter, String place) throws FormatException {
        if (name.equals("expr") || name.equals("expression")) {
            throw new FormatException(place, "an activation given by an expression is not built yet");
        }
        if (!WITH_PARAMETER.contains(name)) {
            boolean plain = Activations.named().containsKey(name);
            throw plain
                    ? new FormatException(
                            place, "the activation " + FormatException.quote(name) + " takes no parameter")
                    : unknown(name, place);
        }
        try {
            return withParameter(name, NumberText.parse(parameter, NumberText.LONGEST));
        } catch (NumberSyntaxException | IllegalArgumentException wrong) {
            throw new FormatException(
                    place, "parameter of " + FormatException.quote(name) + ": " + wrong.getMessage(), wrong);
        }
    }

    private static Activation withParameter(String name, Scalar parameter) {
        if (!parameter.isRational()) {
            throw new IllegalArgumentException("expected a rational number, found " + parameter);
        }
        return switch (name) {
            case "leaky_relu" -> Activations.leakyRelu(parameter);
            case "elu" -> Activations.elu(parameter);
            case "celu" -> Activations.celu(parameter);
            default -> Activations.power(exponent(parameter));
        };
    }

    private static int exponent(Scalar parameter) {
        BigInteger most = BigInteger.valueOf(Integer.MAX_VALUE);
        boolean integer = parameter.rational().getDenominator().equals(BigInteger.ONE);
        if (!integer || parameter.rational().getNumerator().abs().compareTo(most) > 0) {
            throw new IllegalArgumentException("expected a whole number, found " + parameter);
        }
        return parameter.rational().getNumerator().intValue();
    }

    private static FormatException unknown(String name, String place) {
        List<String> names = new ArrayList<>(Activations.named().keySet());
        names.addAll(WITH_PARAMETER);
        String other = OTHER_NAMES.get(name);
        String hint = other == null
                ? NearestName.question(name, names)
                : "; did you mean " + FormatException.quote(other) + "?";
        return new FormatException(
                place,
                "there is no activation " + FormatException.quote(name)
                        + (hint.isEmpty() ? "; there are " + String.join(", ", names) : hint));
    }
}
