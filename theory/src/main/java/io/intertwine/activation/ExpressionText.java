package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Choice;
import io.intertwine.activation.Expression.Constant;
import io.intertwine.activation.Expression.Maximum;
import io.intertwine.activation.Expression.Minimum;
import io.intertwine.activation.Expression.Pi;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.activation.Expression.Variable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes expressions as texts that {@link ExpressionParser} reads back as equal expressions. */
final class ExpressionText {
    private ExpressionText() {}

    /** A term of a sum: its sign and its text. */
    private record Term(boolean negative, String text) {}

    static String of(Expression expression) {
        List<Expression> parts = expression instanceof Sum sum ? sum.terms() : List.of(expression);
        // Several numbers stand in a sum only if they cannot be joined; each is kept together.
        boolean apart = parts.stream().filter(Constant.class::isInstance).count() > 1;
        List<Term> terms = new ArrayList<>();
        parts.forEach(part -> terms.addAll(terms(part, apart)));
        StringBuilder text = new StringBuilder();
        for (Term term : terms) {
            String sign = text.isEmpty() ? (term.negative ? "-" : "") : term.negative ? " - " : " + ";
            text.append(sign).append(term.text);
        }
        return text.toString();
    }

    private static List<Term> terms(Expression part, boolean apart) {
        if (part instanceof Constant constant) {
            List<NumberTerm> number = NumberTerm.of(constant.value());
            return apart && number.size() > 1
                    ? List.of(new Term(false, factor(part)))
                    : number.stream()
                            .map(term -> new Term(term.negative(), term.magnitude()))
                            .toList();
        }
        if (part instanceof Product product) {
            return List.of(product(product.factors()));
        }
        return part instanceof Power power && isReciprocal(power)
                ? List.of(product(List.of(part)))
                : List.of(new Term(false, factor(part)));
    }

    /** A product in the order of its factors, so that it is read back in this order. */
    private static Term product(List<Expression> factors) {
        List<Expression> rest = factors;
        StringBuilder text = new StringBuilder();
        boolean negative = false;
        String denominator = "";
        boolean apart = factors.size() > 1 && factors.get(1) instanceof Constant;
        if (factors.get(0) instanceof Constant constant && !apart) {
            List<NumberTerm> number = NumberTerm.of(constant.value());
            NumberTerm first = number.get(0);
            rest = factors.subList(1, factors.size());
            if (number.size() > 1) {
                text.append(factor(constant));
            } else {
                negative = first.negative();
                boolean early = isReciprocal(rest.get(0));
                boolean one =
                        !early && first.radical().isEmpty() && first.numerator().equals(BigInteger.ONE);
                text.append(early ? first.magnitude() : one ? "" : first.top());
                denominator = early || first.isIntegral() ? "" : "/" + first.denominator();
            }
        }
        for (Expression part : rest) {
            text.append(text.isEmpty() ? (isReciprocal(part) ? "1/" : "") : isReciprocal(part) ? "/" : "*");
            text.append(part instanceof Power power && isReciprocal(part) ? divisor(power) : factor(part));
        }
        return new Term(negative, text + denominator);
    }

    /** Whether it is written as 1 divided by something; not so where the divisor would be a quotient itself. */
    private static boolean isReciprocal(Expression expression) {
        return expression instanceof Power power
                && power.exponent() < 0
                && !(power.base() instanceof Power base && base.exponent() < 0);
    }

    private static String divisor(Power power) {
        return power.exponent() == -1 ? base(power.base()) : base(power.base()) + "^" + -(long) power.exponent();
    }

    /** A text that can stand after * or /. */
    private static String factor(Expression part) {
        if (part instanceof Power power && !isReciprocal(part)) {
            return base(power.base()) + "^"
                    + (power.exponent() < 0 ? "(" + power.exponent() + ")" : String.valueOf(power.exponent()));
        }
        return base(part);
    }

    /** A text that can stand before ^. */
    private static String base(Expression part) {
        boolean closed = part instanceof Constant constant
                ? constant.value().isRational()
                        && constant.value().signum() >= 0
                        && constant.value().rational().getDenominator().equals(BigInteger.ONE)
                : !(part instanceof Sum || part instanceof Product || part instanceof Power);
        return closed ? atom(part) : "(" + of(part) + ")";
    }

    private static String atom(Expression part) {
        if (part instanceof Constant constant) {
            return constant.value().toString();
        }
        if (part instanceof Variable) {
            return "x";
        }
        if (part instanceof Pi) {
            return "pi";
        }
        if (part instanceof Symbol symbol) {
            return symbol.name();
        }
        if (part instanceof Apply apply) {
            boolean isE = apply.function() == Function.EXP && apply.argument().equals(Expression.ONE);
            return isE ? "e" : call(apply.function().text(), Stream.of(apply.argument()));
        }
        return part instanceof Choice choice ? choice(choice) : extreme(part);
    }

    private static String extreme(Expression part) {
        if (part instanceof Minimum minimum
                && minimum.left() instanceof Maximum inner
                && inner.right() instanceof Constant low
                && minimum.right() instanceof Constant high
                && low.value().compareTo(high.value()) <= 0) {
            return call("clip", Stream.of(inner.left(), low, high));
        }
        return call(part instanceof Maximum ? "max" : "min", part.children().stream());
    }

    private static String choice(Choice choice) {
        if (choice.zero().equals(choice.negative())) {
            return "if(" + comparison(choice.test(), " > ") + ", " + of(choice.positive()) + ", "
                    + of(choice.negative()) + ")";
        }
        if (choice.zero().equals(choice.positive())) {
            return "if(" + comparison(choice.test(), " >= ") + ", " + of(choice.positive()) + ", "
                    + of(choice.negative()) + ")";
        }
        return call("by_sign", choice.children().stream());
    }

    /** The test against 0, with its number on the right side. */
    private static String comparison(Expression test, String sign) {
        if (test instanceof Sum sum) {
            List<Expression> terms = sum.terms();
            int last = terms.size() - 1;
            if (terms.get(last) instanceof Constant constant
                    && terms.subList(0, last).stream().noneMatch(Constant.class::isInstance)) {
                return of(Expression.sum(terms.subList(0, last))) + sign + of(constant.negate());
            }
        }
        return of(test) + sign + "0";
    }

    private static String call(String name, Stream<Expression> arguments) {
        return arguments.map(ExpressionText::of).collect(Collectors.joining(", ", name + "(", ")"));
    }
}
