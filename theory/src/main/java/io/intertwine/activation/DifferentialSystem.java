package io.intertwine.activation;

import io.intertwine.exact.Polynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An analytic function s as a polynomial in functions y_0 = x, y_1, ..., y_m whose derivatives are polynomials in the same functions,
 * y_i' = P_i(y): for softplus, (softplus, sigmoid) with softplus' = sigmoid and sigmoid' = sigmoid - sigmoid^2. With the values at a
 * point this differential equation determines s near the point. Numbers that are not algebraic, such as pi and log(2), are variables
 * with derivative 0.
 *
 * <p>The variables are x, then the functions, then the constants; every one but x occurs in s, in the derivative of one that does, or
 * in a chain of relations between two of these. The relations hold identically. They are those that are known from the way in which
 * the functions are written, such as sin^2 + cos^2 = 1 or e^(2x) = (e^x)^2; that the variables satisfy no others is not claimed: whoever
 * takes other values than those of {@link #valuesAt} must say why these may be taken.
 *
 * <p>The equations hold wherever the expressions that the variables stand for have values.
 *
 * @param expression s
 * @param variables y_0, y_1, ...
 * @param function s as a polynomial in the variables
 * @param relations polynomials in the variables that vanish identically
 */
public record DifferentialSystem(
        Expression expression, List<Variable> variables, Polynomial function, List<Polynomial> relations) {
    private static final int BITS = 128;

    /**
     * One of the variables.
     *
     * @param meaning what it stands for
     * @param derivative its derivative with respect to x, a polynomial in the variables
     */
    public record Variable(Expression meaning, Polynomial derivative) {
        /** Whether it stands for a number. */
        public boolean isConstant() {
            return meaning.isConstant();
        }
    }

    /** The system, or why there is none. */
    public sealed interface Result {}

    /** A system was derived. */
    public record Found(DifferentialSystem system) implements Result {}

    /** None was derived; the function may have one. */
    public record Undetermined(String reason) implements Result {}

    public DifferentialSystem {
        variables = List.copyOf(variables);
        relations = List.copyOf(relations);
    }

    /**
     * Derives the system of an expression; {@link Undetermined} if it has absolute values, maxima, steps or other choices, if it has
     * a {@link Expression.Symbol}, or if the system is too large.
     */
    public static Result of(Expression s) {
        try {
            DifferentialAssembly assembly = new DifferentialAssembly();
            Polynomial function = assembly.express(s);
            return new Found(assembly.system(s, function));
        } catch (UndecidedException undecided) {
            return new Undetermined(String.valueOf(undecided.getMessage()));
        } catch (ArithmeticException tooLarge) {
            return new Undetermined("the differential system is too large: " + tooLarge.getMessage());
        }
    }

    /** The derivative of a polynomial in the variables. */
    public Polynomial derivative(Polynomial polynomial) {
        return polynomial.derivative(variable -> variables.get(variable).derivative());
    }

    /** Whether x occurs neither in s nor in the derivative of any variable but as a function among the variables. */
    public boolean isAutonomous() {
        return !function.variables().contains(0)
                && variables.stream()
                        .noneMatch(variable -> variable.derivative().variables().contains(0));
    }

    /**
     * The values of the variables at a point, constant expressions in the order of the variables; empty if one of them is not known to
     * have a value there. Throws IllegalArgumentException if the point is not constant.
     */
    public Optional<List<Expression>> valuesAt(Expression point) {
        if (!point.isConstant()) {
            throw new IllegalArgumentException("expected a constant as the point, found " + point);
        }
        List<Expression> values = new ArrayList<>();
        for (Variable variable : variables) {
            Expression value = variable.meaning().substitute(point);
            if (!value.encloseConstant(BITS).isBounded()) {
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.of(values);
    }
}
