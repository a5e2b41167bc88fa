package io.intertwine.io;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.Domain;
import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.derive.Derivation;
import io.intertwine.exact.NumberSyntaxException;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names of activations: {@code tanh}, with parameters {@code leaky_relu:1/100}, {@code power:3}, {@code threshold:1/10,20}, and
 * formulas {@code expr:x^3 + x}. {@link Activation#name} is such a name.
 */
public final class ActivationNames {
    private ActivationNames() {}

    /**
     * The activation that a name denotes.
     *
     * @throws FormatException if there is none, with the nearest name; if a formula is wrong, with the place
     */
    public static Activation parse(String name) throws FormatException {
        if (name.startsWith(Activations.EXPRESSION_PREFIX)) {
            return expression(name.substring(Activations.EXPRESSION_PREFIX.length()), "activation");
        }
        int colon = name.indexOf(':');
        return colon < 0
                ? named(name, "activation", "write " + name + ":" + numbers(name))
                : withParameters(
                        name.substring(0, colon),
                        List.of(name.substring(colon + 1).split(",", -1)),
                        "activation");
    }

    /** {@code NUMBER} or {@code NUMBER,NUMBER}, as many as the activation has parameters. */
    private static String numbers(String name) {
        return Activations.parameterCount(name) == 2 ? "NUMBER,NUMBER" : "NUMBER";
    }

    /** The activation that a formula in x gives: one with a name of its own, if it has exactly this formula. */
    static Activation expression(String formula, String place) throws FormatException {
        try {
            Expression expression = Expression.parse(formula);
            Optional<Activation> named = Activations.withFormula(expression);
            if (named.isEmpty()) {
                requireValues(expression, place);
            }
            return named.orElseGet(() -> Activations.of(expression, () -> Derivation.unitGroup(expression)));
        } catch (ExpressionSyntaxException wrong) {
            throw new FormatException(place, wrong);
        }
    }

    /** Refuses a function that has no real value somewhere. */
    private static void requireValues(Expression expression, String place) throws FormatException {
        Domain domain = Domain.of(expression);
        if (domain instanceof Domain.NotDecided unknown) {
            throw new FormatException(
                    place,
                    "expected a function with a real value at every real number; whether this one has was not decided: "
                            + unknown.reason());
        }
        if (domain instanceof Domain.NotDefined nowhere) {
            String at = nowhere.lower().equals(nowhere.upper())
                    ? "at x = " + nowhere.lower().text()
                    : "between x = " + nowhere.lower().text() + " and x = "
                            + nowhere.upper().text();
            throw new FormatException(
                    place,
                    "expected a function with a real value at every real number, found none " + at + ": "
                            + nowhere.problem());
        }
    }

    /** The activation without a parameter of this name; {@code withNumber} says how to write one with parameters. */
    static Activation named(String name, String place, String withNumber) throws FormatException {
        Activation found = Activations.named().get(name);
        if (found != null) {
            return found;
        }
        if (Activations.withParameters().contains(name)) {
            String count = Activations.parameterCount(name) == 2 ? " needs two numbers; " : " needs a number; ";
            throw new FormatException(place, FormatException.quote(name) + count + withNumber);
        }
        throw unknown(name, place);
    }

    /** The activation of this name with parameters. */
    static Activation withParameters(String name, List<String> parameters, String place) throws FormatException {
        if (!Activations.withParameters().contains(name)) {
            boolean plain = Activations.named().containsKey(name);
            throw plain
                    ? new FormatException(
                            place, "the activation " + FormatException.quote(name) + " takes no parameter")
                    : unknown(name, place);
        }
        try {
            List<Scalar> numbers = new ArrayList<>();
            for (String parameter : parameters) {
                numbers.add(rational(NumberText.parse(parameter, NumberText.LONGEST)));
            }
            return Activations.of(name, numbers);
        } catch (NumberSyntaxException | IllegalArgumentException wrong) {
            throw new FormatException(
                    place, "parameter of " + FormatException.quote(name) + ": " + wrong.getMessage(), wrong);
        }
    }

    private static Scalar rational(Scalar parameter) {
        if (!parameter.isRational()) {
            throw new IllegalArgumentException("expected a rational number, found " + parameter);
        }
        return parameter;
    }

    private static FormatException unknown(String name, String place) {
        SortedSet<String> names = new TreeSet<>(Activations.named().keySet());
        names.addAll(Activations.withParameters());
        String other = Activations.canonicalName(name);
        String hint = other.equals(name)
                ? NearestName.question(name, names)
                : "; did you mean " + FormatException.quote(other) + "?";
        return new FormatException(
                place,
                "there is no activation " + FormatException.quote(name)
                        + (hint.isEmpty()
                                ? "; there are " + String.join(", ", names) + ", and formulas such as expr:x^3+x"
                                : hint));
    }
}
