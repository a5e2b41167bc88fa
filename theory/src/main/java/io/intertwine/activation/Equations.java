package io.intertwine.activation;

import io.intertwine.activation.Expression.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Relations and symmetries of an activation as equations in s, such as {@code s(-x) = 1 - s(x)}. */
public final class Equations {
    private final Notation notation;

    private Equations(Notation notation) {
        this.notation = notation;
    }

    /** Equations in a notation. */
    public static Equations in(Notation notation) {
        return new Equations(notation);
    }

    /** Part of a sum: its sign, and what follows the sign. */
    private record Part(boolean negative, String magnitude) {}

    /** s(a x + c) = b s(x) + e. */
    public String of(AffineSymmetry symmetry) {
        List<Part> right = new ArrayList<>(List.of(scaled(symmetry.b(), "s" + notation.bracketed("x"))));
        right.addAll(constant(symmetry.e()));
        return activation(symmetry.a(), symmetry.c()) + " = " + sum(right);
    }

    /** sum_i alpha_i s(beta_i x + gamma_i) = slope x + constant. */
    public String of(Relation relation) {
        List<Part> left = new ArrayList<>();
        for (Relation.Term term : relation.terms()) {
            left.add(scaled(term.alpha(), activation(term.beta(), term.gamma())));
        }
        return sum(left) + " = " + affine(relation.slope(), relation.constant());
    }

    /** For which values of its symbols an equation with these constants holds: "for every t > 0", or nothing. */
    public String range(Stream<Expression> constants) {
        List<Expression> all = constants.toList();
        String plain = all.stream().anyMatch(each -> contains(each, Symbol.T)) ? "for every t > 0" : "";
        if (all.stream().noneMatch(each -> contains(each, Symbol.N))) {
            return inNotation(plain);
        }
        return inNotation(plain.isEmpty() ? "for every integer n" : plain + " and every integer n");
    }

    /** The range of the symbols of a symmetry. */
    public String range(AffineSymmetry symmetry) {
        return range(Stream.of(symmetry.a(), symmetry.c(), symmetry.b(), symmetry.e()));
    }

    /** The range of the symbols of a relation. */
    public String range(Relation relation) {
        Stream<Expression> terms =
                relation.terms().stream().flatMap(term -> Stream.of(term.alpha(), term.beta(), term.gamma()));
        return range(Stream.concat(terms, Stream.of(relation.slope(), relation.constant())));
    }

    private String inNotation(String plain) {
        return notation == Notation.TEXT
                ? plain
                : plain.replace("t > 0", "$t > 0$").replace("integer n", "integer $n$");
    }

    private static boolean contains(Expression expression, Symbol symbol) {
        return expression.equals(symbol) || expression.children().stream().anyMatch(part -> contains(part, symbol));
    }

    private String activation(Expression factor, Expression shift) {
        return "s" + notation.bracketed(affine(factor, shift));
    }

    /** slope x + constant. */
    private String affine(Expression slope, Expression constant) {
        List<Part> parts = new ArrayList<>();
        if (!slope.equals(Expression.ZERO)) {
            parts.add(scaled(slope, "x"));
        }
        parts.addAll(constant(constant));
        return sum(parts);
    }

    private Part scaled(Expression factor, String rest) {
        String text = notation.of(factor);
        if (isSum(text)) {
            return new Part(false, notation.times(notation.bracketed(text), rest));
        }
        boolean negative = text.startsWith("-");
        String magnitude = negative ? text.substring(1) : text;
        return new Part(negative, magnitude.equals("1") ? rest : notation.times(magnitude, rest));
    }

    /** A constant as the last part of a sum, without brackets; none if it is 0. */
    private List<Part> constant(Expression constant) {
        if (constant.equals(Expression.ZERO)) {
            return List.of();
        }
        String text = notation.of(constant);
        boolean negative = text.startsWith("-");
        return List.of(new Part(negative, negative ? text.substring(1) : text));
    }

    /** The sum; a part with a plus sign comes before two parts of which the first has a minus sign. */
    private static String sum(List<Part> parts) {
        List<Part> ordered = new ArrayList<>(parts);
        if (parts.size() == 2 && parts.get(0).negative() && !parts.get(1).negative()) {
            ordered = List.of(parts.get(1), parts.get(0));
        }
        StringBuilder text = new StringBuilder();
        for (Part part : ordered) {
            String first = part.negative() ? "-" : "";
            text.append(text.isEmpty() ? first : part.negative() ? " - " : " + ")
                    .append(part.magnitude());
        }
        return text.isEmpty() ? "0" : text.toString();
    }

    /** Whether a text is a sum of several parts, which a factor needs brackets around. */
    private static boolean isSum(String text) {
        int depth = 0;
        for (int i = 1; i < text.length(); i++) {
            char character = text.charAt(i);
            depth += character == '(' || character == '{' ? 1 : character == ')' || character == '}' ? -1 : 0;
            if (depth == 0 && (character == '+' || character == '-') && text.charAt(i - 1) == ' ') {
                return true;
            }
        }
        return false;
    }
}
