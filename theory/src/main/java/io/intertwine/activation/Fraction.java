package io.intertwine.activation;

import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import java.util.ArrayList;
import java.util.List;

/** An expression as a quotient of two without reciprocals, except within functions; equal wherever the expression is defined. */
record Fraction(Expression numerator, Expression denominator) {
    static Fraction of(Expression expression) {
        if (expression.isConstant()) {
            return new Fraction(expression, Expression.ONE);
        }
        if (expression instanceof Sum sum) {
            return sum.terms().stream().map(Fraction::of).reduce(Fraction::plus).orElseThrow();
        }
        if (expression instanceof Product product) {
            List<Expression> numerators = new ArrayList<>();
            List<Expression> denominators = new ArrayList<>();
            for (Expression factor : product.factors()) {
                Fraction part = of(factor);
                numerators.add(part.numerator);
                denominators.add(part.denominator);
            }
            return new Fraction(Expression.product(numerators), Expression.product(denominators));
        }
        if (expression instanceof Power power) {
            Fraction base = of(power.base());
            int size = Math.abs(power.exponent());
            Expression up = base.numerator.power(size);
            Expression down = base.denominator.power(size);
            return power.exponent() > 0 ? new Fraction(up, down) : new Fraction(down, up);
        }
        return new Fraction(expression, Expression.ONE);
    }

    private Fraction plus(Fraction other) {
        if (denominator.equals(other.denominator)) {
            return new Fraction(numerator.plus(other.numerator), denominator);
        }
        return new Fraction(
                numerator.times(other.denominator).plus(other.numerator.times(denominator)),
                denominator.times(other.denominator));
    }
}
