package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Function;
import java.util.List;

/**
 * Rewrites tanh(softplus(u)) as a rational function of e^u. Two identities that the checker proves justify it:
 * tanh(v) = (e^(2v) - 1) / (e^(2v) + 1), with softplus(u) for v, and e^softplus(u) = 1 + e^u. The checker does not find their
 * composition by itself: it gives the number tanh(log 2) a name.
 */
final class Rewriting {
    private static final Expression EXP = Expression.apply(Function.EXP, Expression.X);
    private static final Expression SOFTPLUS = Expression.apply(Function.SOFTPLUS, Expression.X);

    private Rewriting() {}

    /** An expression that is proved to be the same function. */
    static Expression of(Expression s) {
        Expression rewritten = rewritten(s);
        boolean justified = rewritten.equals(s)
                || Identities.proved(Expression.apply(Function.TANH, Expression.X), tangent(EXP))
                        && Identities.proved(Expression.apply(Function.EXP, SOFTPLUS), EXP.plus(Expression.ONE));
        return justified ? rewritten : s;
    }

    private static Expression rewritten(Expression s) {
        List<Expression> parts = s.children().stream().map(Rewriting::rewritten).toList();
        if (s instanceof Expression.Apply outer
                && outer.function() == Function.TANH
                && parts.get(0) instanceof Expression.Apply inner
                && inner.function() == Function.SOFTPLUS) {
            return tangent(Expression.apply(Function.EXP, inner.argument()).plus(Expression.ONE));
        }
        return s.withChildren(parts);
    }

    /** tanh(v), where the exponential is e^v. */
    private static Expression tangent(Expression exponential) {
        Expression square = exponential.power(2);
        return square.minus(Expression.ONE).over(square.plus(Expression.ONE));
    }
}
