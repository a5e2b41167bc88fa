package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Symbol;
import java.util.ArrayList;
import java.util.List;

/** The symbols t and n in expressions. */
final class Symbols {
    private Symbols() {}

    /** Whether a symbol occurs. */
    static boolean occursIn(Expression expression) {
        return expression instanceof Symbol || expression.children().stream().anyMatch(Symbols::occursIn);
    }

    /** The expression with a constant in the place of a symbol. */
    static Expression substitute(Expression expression, Symbol symbol, Expression constant) {
        if (expression.equals(symbol)) {
            return constant;
        }
        List<Expression> parts = new ArrayList<>();
        expression.children().forEach(part -> parts.add(substitute(part, symbol, constant)));
        return parts.isEmpty() ? expression : expression.withChildren(parts);
    }
}
