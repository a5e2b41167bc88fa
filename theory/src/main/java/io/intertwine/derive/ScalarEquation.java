package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Polynomial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An algebraic differential equation P(x, s, s', ..., s^(k)) = 0 of an analytic function s, such as s'' = s' - s'^2 for softplus,
 * proved by the checker. It is found by eliminating the functions of the {@link io.intertwine.activation.DifferentialSystem} of s with
 * a Gröbner basis. Equations of degree one in s^(k) are preferred: there the initial values determine s on both sides of the point, up
 * to the next zero of the factor of s^(k). That no equation of lower order exists is not claimed.
 *
 * @param expression s
 * @param polynomial P in the variables y_0 = x, y_1 = s, y_2 = s', ..., and after these the constants
 * @param order k
 * @param constants the numbers in P that are not rational, in the order of their variables
 * @param point the point of the initial values, 0 where s has a value there
 * @param initialValues s, s', ..., s^(k-1) at the point
 */
public record ScalarEquation(
        Expression expression,
        Polynomial polynomial,
        int order,
        List<Expression> constants,
        Expression point,
        List<Expression> initialValues) {
    /** The time that {@link #of(Expression)} gives to the computer algebra. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    public ScalarEquation {
        constants = List.copyOf(constants);
        initialValues = List.copyOf(initialValues);
    }

    /** The equation of an expression; empty if none is found in the usual time and proved. */
    public static Optional<ScalarEquation> of(Expression s) {
        return of(s, LIMIT);
    }

    /** The same, with a limit of the time that is given to the computer algebra in all, once it is loaded. */
    public static Optional<ScalarEquation> of(Expression s, Duration limit) {
        return Elimination.equation(s, limit);
    }

    /** The polynomial with expressions in the place of its variables. */
    static Expression value(Polynomial polynomial, List<Expression> arguments) {
        List<Expression> terms = new ArrayList<>();
        polynomial.forEach((coefficient, exponents) -> {
            List<Expression> factors = new ArrayList<>(List.of(Expression.of(coefficient)));
            for (int i = 0; i < exponents.length; i++) {
                factors.add(arguments.get(i).power(exponents[i]));
            }
            terms.add(Expression.product(factors));
        });
        return Expression.sum(terms);
    }

    /** The equation as text, solved for the highest derivative where that is free of division: {@code s'' = s' - s'^2}. */
    public String text() {
        return new EquationText(this).text();
    }

    /** The equation with the initial values that go with it: {@code s' = 1 - s^2, s(0) = 0}. */
    public String withInitialValues() {
        StringBuilder text = new StringBuilder(text());
        for (int i = 0; i < initialValues.size(); i++) {
            text.append(", s")
                    .append("'".repeat(i))
                    .append("(")
                    .append(point)
                    .append(") = ")
                    .append(initialValues.get(i));
        }
        return text.toString();
    }
}
