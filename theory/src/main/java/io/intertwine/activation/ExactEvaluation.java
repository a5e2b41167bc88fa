package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Choice;
import io.intertwine.activation.Expression.Constant;
import io.intertwine.activation.Expression.Maximum;
import io.intertwine.activation.Expression.Minimum;
import io.intertwine.activation.Expression.Pi;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.activation.Expression.Variable;
import io.intertwine.exact.Scalar;
import java.util.Optional;

/** Exact values of expressions, where they are known to be algebraic. */
final class ExactEvaluation {
    private ExactEvaluation() {}

    static Optional<Scalar> at(Expression expression, Scalar x) {
        try {
            return value(expression, x);
        } catch (ArithmeticException fieldTooLargeOrDivisionByZero) {
            return Optional.empty();
        }
    }

    private static Optional<Scalar> value(Expression expression, Scalar x) {
        if (expression instanceof Constant constant) {
            return Optional.of(constant.value());
        }
        if (expression instanceof Variable) {
            return Optional.of(x);
        }
        if (expression instanceof Pi || expression instanceof Symbol) {
            return Optional.empty();
        }
        if (expression instanceof Apply apply) {
            return value(apply.argument(), x).flatMap(apply.function()::exact);
        }
        if (expression instanceof Power power) {
            return value(power.base(), x)
                    .filter(base -> !Expression.isTooLarge(base, power.exponent()))
                    .map(base -> base.pow(power.exponent()));
        }
        if (expression instanceof Choice choice) {
            return value(choice.test(), x).flatMap(test -> value(branch(choice, test.signum()), x));
        }
        Optional<Scalar> result = Optional.empty();
        for (Expression part : expression.children()) {
            Optional<Scalar> next = value(part, x);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            result = result.isEmpty() ? next : Optional.of(combine(expression, result.get(), next.get()));
        }
        return result;
    }

    private static Scalar combine(Expression expression, Scalar left, Scalar right) {
        if (expression instanceof Product) {
            return left.multiply(right);
        }
        if (expression instanceof Maximum) {
            return left.compareTo(right) >= 0 ? left : right;
        }
        if (expression instanceof Minimum) {
            return left.compareTo(right) <= 0 ? left : right;
        }
        return left.add(right);
    }

    static Expression branch(Choice choice, int sign) {
        return sign < 0 ? choice.negative() : sign > 0 ? choice.positive() : choice.zero();
    }
}
