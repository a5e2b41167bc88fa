package io.intertwine.derive;

import io.intertwine.activation.Expression;

/** Taylor coefficients at 0 as exact expressions. */
final class TaylorCoefficients {
    private TaylorCoefficients() {}

    /** The coefficient of x^order of an expression that is analytic at 0. */
    static Expression atZero(Expression expression, int order) throws NotDecided {
        if (order == 0) {
            return NormalForm.simplify(expression.substitute(Expression.ZERO));
        }
        throw new NotDecided("the Taylor coefficient of order " + order + " of " + expression);
    }
}
