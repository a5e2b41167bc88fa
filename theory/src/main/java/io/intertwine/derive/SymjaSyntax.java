package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.activation.Function;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Expressions in the syntax of Symja, with function calls in parentheses. */
final class SymjaSyntax {
    private SymjaSyntax() {}

    /**
     * The expression as input, in the variable x; empty if it has choices, symbols, or algebraic numbers that are neither rational nor
     * square roots.
     */
    static Optional<String> write(Expression s) {
        if (s instanceof Expression.Variable) {
            return Optional.of("x");
        }
        if (s instanceof Expression.Pi) {
            return Optional.of("Pi");
        }
        if (s instanceof Expression.Constant constant) {
            return number(constant.value());
        }
        if (s instanceof Expression.Symbol || s instanceof Expression.Choice) {
            return Optional.empty();
        }
        List<String> parts = s.children().stream()
                .map(SymjaSyntax::write)
                .flatMap(Optional::stream)
                .toList();
        return parts.size() < s.children().size() ? Optional.empty() : Optional.of(joined(s, parts));
    }

    private static String joined(Expression s, List<String> parts) {
        if (s instanceof Expression.Sum) {
            return parts.stream().collect(Collectors.joining("+", "(", ")"));
        }
        if (s instanceof Expression.Product) {
            return parts.stream().collect(Collectors.joining("*", "(", ")"));
        }
        if (s instanceof Expression.Power power) {
            return "((" + parts.get(0) + ")^(" + power.exponent() + "))";
        }
        if (s instanceof Expression.Apply apply) {
            return call(apply.function(), parts.get(0));
        }
        return (s instanceof Expression.Maximum ? "Max(" : "Min(") + parts.get(0) + "," + parts.get(1) + ")";
    }

    private static String call(Function function, String u) {
        return switch (function) {
            case SIGMOID -> "(1/(1+E^(-(" + u + "))))";
            case SOFTPLUS -> "Log(1+E^(" + u + "))";
            case ARCTAN -> "ArcTan(" + u + ")";
            case HEAVISIDE -> "((1+Sign(" + u + "))/2)";
            default -> {
                String name = function.text();
                yield name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1) + "(" + u + ")";
            }
        };
    }

    private static Optional<String> number(Scalar value) {
        if (value.isRational()) {
            return Optional.of("(" + value.rational().getNumerator() + "/"
                    + value.rational().getDenominator() + ")");
        }
        Scalar square = value.multiply(value);
        return square.isRational()
                ? number(square).map(inner -> (value.signum() < 0 ? "(-Sqrt" : "(Sqrt") + inner + ")")
                : Optional.empty();
    }

    /** The expression that an answer denotes; empty if it is not a formula in x. */
    static Optional<Expression> read(String answer) {
        try {
            return Optional.of(Expression.parse(answer.replaceAll("\\bE\\b", "e")));
        } catch (ExpressionSyntaxException notAFormula) {
            return Optional.empty();
        }
    }
}
