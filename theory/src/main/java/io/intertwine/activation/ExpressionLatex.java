package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Choice;
import io.intertwine.activation.Expression.Constant;
import io.intertwine.activation.Expression.Maximum;
import io.intertwine.activation.Expression.Pi;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.activation.Expression.Variable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Writes expressions in LaTeX. */
final class ExpressionLatex {
    private ExpressionLatex() {}

    static String of(Expression expression) {
        List<Expression> parts = expression instanceof Sum sum ? sum.terms() : List.of(expression);
        StringBuilder text = new StringBuilder();
        for (Expression part : parts) {
            String term = term(part);
            boolean negative = term.startsWith("-");
            String sign = text.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ";
            text.append(sign).append(negative ? term.substring(1) : term);
        }
        return text.toString();
    }

    private static String term(Expression part) {
        if (part instanceof Constant constant) {
            return number(constant);
        }
        if (part instanceof Product product) {
            return product(product.factors());
        }
        return part instanceof Power power && power.exponent() < 0 ? product(List.of(part)) : factor(part);
    }

    private static String number(Constant constant) {
        StringBuilder text = new StringBuilder();
        for (NumberTerm term : NumberTerm.of(constant.value())) {
            String top = radical(term);
            text.append(text.isEmpty() ? (term.negative() ? "-" : "") : term.negative() ? " - " : " + ");
            text.append(term.isIntegral() ? top : "\\frac{" + top + "}{" + term.denominator() + "}");
        }
        return text.toString();
    }

    /** The summand without sign and denominator. */
    private static String radical(NumberTerm term) {
        String radical = term.radical()
                .replace("sqrt(", "\\sqrt{")
                .replace("cos(", "\\cos\\left(")
                .replace("*", " ")
                .replace("pi", "\\pi")
                .replace(")", term.radical().startsWith("sqrt") ? "}" : "\\right)");
        boolean one = term.numerator().equals(BigInteger.ONE) && !radical.isEmpty();
        return one ? radical : radical.isEmpty() ? term.numerator().toString() : term.numerator() + " " + radical;
    }

    private static String product(List<Expression> factors) {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        String sign = "";
        for (Expression part : factors) {
            List<NumberTerm> number = part instanceof Constant constant ? NumberTerm.of(constant.value()) : List.of();
            if (number.size() == 1) {
                NumberTerm only = number.get(0);
                sign = only.negative() ? (sign.isEmpty() ? "-" : "") : sign;
                addUnlessOne(above, radical(only));
                addUnlessOne(below, only.denominator().toString());
            } else if (part instanceof Power power && power.exponent() < 0) {
                below.add(factor(power.base().power(-power.exponent())));
            } else {
                above.add(factor(part));
            }
        }
        if (below.isEmpty()) {
            return sign + String.join(" ", above);
        }
        return sign + "\\frac{" + (above.isEmpty() ? "1" : alone(above)) + "}{" + alone(below) + "}";
    }

    private static void addUnlessOne(List<String> parts, String text) {
        if (!text.equals("1")) {
            parts.add(text);
        }
    }

    /** The product above or below a fraction line, where a sum that stands alone needs no parentheses. */
    private static String alone(List<String> factors) {
        String only = factors.get(0);
        String open = "\\left(";
        boolean bare = factors.size() == 1 && only.startsWith(open) && closing(only) == only.length();
        return bare ? only.substring(open.length(), only.length() - "\\right)".length()) : String.join(" ", factors);
    }

    /** The end of the part in parentheses with which a text begins. */
    private static int closing(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.startsWith("\\left", i) ? 1 : text.startsWith("\\right", i) ? -1 : 0;
            if (depth == 0) {
                return i + "\\right)".length();
            }
        }
        return -1;
    }

    private static String factor(Expression part) {
        if (part instanceof Power power) {
            return power.exponent() == 1 ? factor(power.base()) : base(power.base()) + "^{" + power.exponent() + "}";
        }
        return part instanceof Sum || part instanceof Product || part instanceof Constant ? grouped(part) : atom(part);
    }

    private static String base(Expression part) {
        boolean closed = part instanceof Variable
                || part instanceof Pi
                || part instanceof Symbol
                || part instanceof Apply apply
                        && (apply.function() == Function.ABS || apply.function() == Function.FLOOR);
        return closed ? atom(part) : grouped(part);
    }

    private static String grouped(Expression part) {
        boolean digit = part instanceof Constant constant
                && constant.value().isRational()
                && constant.value().signum() >= 0
                && constant.value().rational().getDenominator().equals(BigInteger.ONE);
        return digit ? of(part) : "\\left(" + of(part) + "\\right)";
    }

    private static String atom(Expression part) {
        if (part instanceof Variable) {
            return "x";
        }
        if (part instanceof Pi) {
            return "\\pi";
        }
        if (part instanceof Symbol symbol) {
            return symbol.name();
        }
        if (part instanceof Apply apply) {
            return apply(apply.function(), apply.argument());
        }
        if (part instanceof Choice choice) {
            return choice(choice);
        }
        List<Expression> two = part.children();
        return (part instanceof Maximum ? "\\max" : "\\min") + "\\left(" + of(two.get(0)) + ", " + of(two.get(1))
                + "\\right)";
    }

    private static String apply(Function function, Expression argument) {
        String inner = of(argument);
        return switch (function) {
            case EXP -> "e" + (argument.equals(Expression.ONE) ? "" : "^{" + inner + "}");
            case SQRT -> "\\sqrt{" + inner + "}";
            case ABS -> "\\left|" + inner + "\\right|";
            case FLOOR -> "\\left\\lfloor " + inner + " \\right\\rfloor";
            case LOG, SIN, COS, TAN, SINH, COSH, TANH, ARCTAN ->
                "\\" + function.text() + "\\left(" + inner + "\\right)";
            case SIGMOID, SOFTPLUS, ERF, SINC, SIGN, HEAVISIDE ->
                "\\operatorname{" + function.text() + "}\\left(" + inner + "\\right)";
        };
    }

    private static String choice(Choice choice) {
        String test = of(choice.test());
        boolean low = choice.zero().equals(choice.negative());
        boolean high = choice.zero().equals(choice.positive());
        List<String> rows = new ArrayList<>();
        rows.add(of(choice.positive()) + " & " + test + (high && !low ? " \\ge 0" : " > 0"));
        if (!low && !high) {
            rows.add(of(choice.zero()) + " & " + test + " = 0");
        }
        rows.add(of(choice.negative()) + " & " + test + (low ? " \\le 0" : " < 0"));
        return "\\begin{cases} " + String.join(" \\\\ ", rows) + " \\end{cases}";
    }
}
