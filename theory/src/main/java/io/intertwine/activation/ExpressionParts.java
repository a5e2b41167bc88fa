package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Choice;
import io.intertwine.activation.Expression.Maximum;
import io.intertwine.activation.Expression.Minimum;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import java.util.List;

/** Takes expressions apart and puts them together. */
final class ExpressionParts {
    private ExpressionParts() {}

    static List<Expression> of(Expression whole) {
        if (whole instanceof Sum sum) {
            return sum.terms();
        }
        if (whole instanceof Product product) {
            return product.factors();
        }
        if (whole instanceof Power power) {
            return List.of(power.base());
        }
        if (whole instanceof Apply apply) {
            return List.of(apply.argument());
        }
        if (whole instanceof Maximum maximum) {
            return List.of(maximum.left(), maximum.right());
        }
        if (whole instanceof Minimum minimum) {
            return List.of(minimum.left(), minimum.right());
        }
        return whole instanceof Choice choice
                ? List.of(choice.test(), choice.negative(), choice.zero(), choice.positive())
                : List.of();
    }

    static Expression replaced(Expression whole, List<Expression> parts) {
        if (whole instanceof Sum) {
            return Expression.sum(parts);
        }
        if (whole instanceof Product) {
            return Expression.product(parts);
        }
        if (whole instanceof Power power) {
            return parts.get(0).power(power.exponent());
        }
        if (whole instanceof Apply apply) {
            return Expression.apply(apply.function(), parts.get(0));
        }
        if (whole instanceof Maximum) {
            return Expression.max(parts.get(0), parts.get(1));
        }
        if (whole instanceof Minimum) {
            return Expression.min(parts.get(0), parts.get(1));
        }
        return whole instanceof Choice
                ? Expression.choice(parts.get(0), parts.get(1), parts.get(2), parts.get(3))
                : whole;
    }
}
