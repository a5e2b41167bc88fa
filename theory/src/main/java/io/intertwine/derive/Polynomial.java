package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A polynomial in x with constant coefficients.
 *
 * @param coefficients the coefficients of 1, x, x^2, ...; the last is not 0, and the zero polynomial has none
 */
record Polynomial(List<Expression> coefficients) {
    Polynomial {
        coefficients = List.copyOf(coefficients);
    }

    /** The polynomial that an expression is, once multiplied out; empty if that is not a polynomial. */
    static Optional<Polynomial> tryOf(Expression expression) throws NotDecided {
        Optional<NormalForm> form = NormalForm.tryOf(expression);
        if (form.isEmpty() || !isPolynomial(form.get())) {
            return Optional.empty();
        }
        int degree = form.get().terms().keySet().stream()
                .mapToInt(monomial -> monomial.exponent(Expression.X))
                .max()
                .orElse(0);
        List<Expression> coefficients = new ArrayList<>(Collections.nCopies(degree + 1, Expression.ZERO));
        for (Map.Entry<Monomial, Scalar> term : form.get().terms().entrySet()) {
            int k = term.getKey().exponent(Expression.X);
            Expression constant = Expression.of(term.getValue())
                    .times(term.getKey().without(Expression.X).toExpression());
            coefficients.set(k, coefficients.get(k).plus(constant));
        }
        return Optional.of(trimmed(coefficients));
    }

    private static boolean isPolynomial(NormalForm form) {
        return form.terms().keySet().stream()
                .allMatch(monomial -> monomial.without(Expression.X).isConstant());
    }

    /** Without leading zeros; a coefficient with a symbol counts as not zero unless it was cancelled. */
    private static Polynomial trimmed(List<Expression> coefficients) throws NotDecided {
        int size = coefficients.size();
        while (size > 0 && vanishes(coefficients.get(size - 1))) {
            size--;
        }
        return new Polynomial(coefficients.subList(0, size));
    }

    private static boolean vanishes(Expression constant) throws NotDecided {
        return !Symbols.occursIn(constant) && Signs.isZero(constant);
    }

    /** The degree, and -1 for the zero polynomial. */
    int degree() {
        return coefficients.size() - 1;
    }

    /** The coefficient of x^k. */
    Expression coefficient(int k) {
        return k < coefficients.size() ? coefficients.get(k) : Expression.ZERO;
    }

    /** The coefficients on 1, x - point, (x - point)^2, ... */
    Polynomial about(Expression point) {
        List<Expression> shifted = new ArrayList<>(coefficients);
        for (int low = 0; low < shifted.size(); low++) {
            for (int k = shifted.size() - 2; k >= low; k--) {
                Expression carried = shifted.get(k + 1).times(point);
                shifted.set(k, NormalForm.simplify(shifted.get(k).plus(carried)));
            }
        }
        return new Polynomial(shifted);
    }
}
