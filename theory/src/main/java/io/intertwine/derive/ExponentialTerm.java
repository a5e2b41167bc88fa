package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The function coefficient x^power e^(exponent(x)). */
record ExponentialTerm(ComplexConstant coefficient, int power, Exponent exponent) {
    static ExponentialTerm constant(ComplexConstant coefficient) {
        return new ExponentialTerm(coefficient, 0, Exponent.ZERO);
    }

    /** Whether the functions beside the coefficients are the same; an exception if that is not decided. */
    boolean isLike(ExponentialTerm other) {
        return power == other.power && exponent.isEqualTo(other.exponent);
    }

    boolean isConstant() {
        return power == 0 && exponent.degree() == 0;
    }

    ExponentialTerm times(ExponentialTerm other) {
        return new ExponentialTerm(
                coefficient.multiply(other.coefficient),
                Math.addExact(power, other.power),
                exponent.add(other.exponent));
    }

    ExponentialTerm reciprocal() {
        return new ExponentialTerm(coefficient.reciprocal(), -power, exponent.negate());
    }

    /** The derivative, as terms that may be like each other. */
    List<ExponentialTerm> derivative() {
        List<ExponentialTerm> parts = new ArrayList<>();
        if (power != 0) {
            parts.add(new ExponentialTerm(coefficient.multiply(power, 1), power - 1, exponent));
        }
        for (int k = 1; k <= exponent.degree(); k++) {
            ComplexConstant factor = exponent.coefficient(k).multiply(k, 1);
            parts.add(new ExponentialTerm(coefficient.multiply(factor), power + k - 1, exponent));
        }
        return parts;
    }

    /** The function as an expression, where its numbers are seen to be real. */
    Optional<Expression> expression() {
        Expression power = Expression.X.power(this.power);
        List<Expression> exponents = new ArrayList<>();
        for (int k = exponent.degree(); k >= 1; k--) {
            Optional<Expression> factor = exponent.coefficient(k).realExpression();
            if (factor.isEmpty()) {
                return Optional.empty();
            }
            exponents.add(factor.get().times(Expression.X.power(k)));
        }
        Expression exponential = Expression.apply(Function.EXP, Expression.sum(exponents));
        return coefficient.realExpression().map(factor -> Expression.product(List.of(factor, power, exponential)));
    }

    @Override
    public String toString() {
        String base = power == 0 ? "" : power == 1 ? " x" : " x^" + power;
        return expression()
                .map(Expression::text)
                .orElseGet(
                        () -> "(" + coefficient + ")" + base + (exponent.degree() == 0 ? "" : " e^(" + exponent + ")"));
    }
}
