package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.activation.Expression.Variable;
import java.util.ArrayList;
import java.util.List;

/** Differentiates expressions of analytic functions by the rules of sums, products, powers and chains. */
final class Derivative {
    private Derivative() {}

    static Expression of(Expression expression) {
        if (expression.isConstant()) {
            return Expression.ZERO;
        }
        if (expression instanceof Variable) {
            return Expression.ONE;
        }
        if (expression instanceof Sum sum) {
            return Expression.sum(sum.terms().stream().map(Derivative::of).toList());
        }
        if (expression instanceof Product product) {
            return product(product.factors());
        }
        if (expression instanceof Power power) {
            Expression outer =
                    Expression.of(power.exponent()).times(power.base().power(power.exponent() - 1));
            return outer.times(of(power.base()));
        }
        if (expression instanceof Apply apply) {
            return of(apply.function(), apply.argument()).times(of(apply.argument()));
        }
        throw new IllegalArgumentException(
                "expected an analytic formula, found " + expression + "; its pieces are differentiated one by one");
    }

    private static Expression product(List<Expression> factors) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            Expression derivative = of(factors.get(i));
            List<Expression> term = new ArrayList<>(factors);
            term.set(i, derivative);
            terms.add(Expression.product(term));
        }
        return Expression.sum(terms);
    }

    /** f'(u). */
    private static Expression of(Function function, Expression u) {
        Expression value = Expression.apply(function, u);
        return switch (function) {
            case EXP -> value;
            case LOG -> u.power(-1);
            case SQRT -> Expression.of(1, 2).over(value);
            case SIN -> Expression.apply(Function.COS, u);
            case COS -> Expression.apply(Function.SIN, u).negate();
            case TAN -> value.power(2).plus(Expression.ONE);
            case SINH -> Expression.apply(Function.COSH, u);
            case COSH -> Expression.apply(Function.SINH, u);
            case TANH -> value.power(2).negate().plus(Expression.ONE);
            case SIGMOID -> value.times(value.negate().plus(Expression.ONE));
            case SOFTPLUS -> Expression.apply(Function.SIGMOID, u);
            case ARCTAN -> u.power(2).plus(Expression.ONE).power(-1);
            case ERF ->
                Expression.of(2)
                        .times(Expression.apply(Function.EXP, u.power(2).negate()))
                        .over(Expression.apply(Function.SQRT, Expression.PI));
            case SINC -> Expression.apply(Function.COS, u).minus(value).over(u);
            case ABS, SIGN, HEAVISIDE, FLOOR ->
                throw new IllegalArgumentException("expected an analytic function, found " + function.text()
                        + "; the pieces of such a formula are differentiated one by one");
        };
    }
}
