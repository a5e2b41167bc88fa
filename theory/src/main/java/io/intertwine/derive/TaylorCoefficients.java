package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Scalar;
import java.util.Optional;

/** Taylor coefficients at 0 as exact expressions. */
final class TaylorCoefficients {
    private TaylorCoefficients() {}

    /** The coefficient of x^order of an expression that is analytic at 0. */
    static Expression atZero(Expression expression, int order) {
        Expression derivative = expression;
        long factorial = 1;
        for (int k = 1; k <= order; k++) {
            derivative = NormalForm.simplify(derivative.derivative());
            factorial *= k;
        }
        Optional<Scalar> exact = derivative.exact(Scalar.ZERO);
        Expression value = exact.map(Expression::of).orElse(derivative.substitute(Expression.ZERO));
        return NormalForm.simplify(value.times(Expression.of(1, factorial)));
    }
}
