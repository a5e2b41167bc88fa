package io.intertwine.activation;

import io.intertwine.activation.Expression.Variable;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the parts of expressions, as trees: a part that is shared counts every time. */
final class ExpressionSize {
    private ExpressionSize() {}

    /** The number of parts, or limit + 1 if there are more than limit. */
    static int upTo(int limit, Expression expression) {
        return count(limit, expression, false);
    }

    /** The number of places where x stands, or limit + 1 if there are more than limit. */
    static int occurrencesUpTo(int limit, Expression expression) {
        return count(limit, expression, true);
    }

    private static int count(int limit, Expression expression, boolean variables) {
        Deque<Expression> rest = new ArrayDeque<>();
        rest.add(expression);
        int count = 0;
        while (!rest.isEmpty() && count <= limit) {
            Expression part = rest.removeLast();
            count += !variables || part instanceof Variable ? 1 : 0;
            rest.addAll(part.children());
        }
        return count;
    }
}
