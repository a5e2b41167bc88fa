package io.intertwine.activation;

import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * An analytic function s of one variable, prepared for evaluation at a generic point: which of the functions y_0 = x, y_1, ... of its
 * differential system ({@link DifferentialSystem}) may be given any values, because they are algebraically independent over the complex
 * numbers, and how the others follow from these. Why a rank at such a point bounds a rank of functions from below is proved in
 * {@code docs/DIMENSION.md}; each rule about independence is cited there ({@link Independence}).
 *
 * @param variables y_0, y_1, ...
 * @param order the indices of the variables that take part, each after those that it is solved from
 * @param function s, a polynomial in the variables
 * @param slope s', a polynomial in the variables
 */
public record GenericUnit(List<Variable> variables, List<Integer> order, Polynomial function, Polynomial slope) {
    /** How a variable gets its value at the base point. */
    public enum Role {
        /** The argument x itself. */
        ARGUMENT,
        /** Any value. */
        FREE,
        /** A root of the relation, which is of degree 1 or 2 in it. */
        SOLVED,
        /** A number such as 1/sqrt(pi), transcendental over the rationals: any value, the same for all units. */
        CONSTANT,
        /** It occurs in s only, and there with a constant factor: its value only shifts s, and any value will do. */
        SHIFT,
        /** It does not take part. */
        UNUSED
    }

    /**
     * One of the functions.
     *
     * @param role how it gets its value
     * @param derivative its derivative, a polynomial in the variables
     * @param relation what it is solved from; 0 if it is not solved
     * @param meaning what it stands for
     */
    public record Variable(Role role, Polynomial derivative, Polynomial relation, Expression meaning) {}

    /** A unit, or why there is none. */
    public sealed interface Result {}

    /** The unit. */
    public record Found(GenericUnit unit) implements Result {}

    /** No generic point is known. */
    public record Unknown(String reason) implements Result {}

    public GenericUnit {
        variables = List.copyOf(variables);
        order = List.copyOf(order);
    }

    /**
     * Prepares a function without absolute values, maxima, steps, and other choices.
     *
     * @param argumentFree whether the values must only be independent of one another, and not also of x: because the argument contains
     *     a bias, which nothing else contains, and there is one base point
     * @param shiftsAllowed whether adding a constant to s does not matter, because a bias follows and there is one base point
     */
    public static Result of(Expression s, boolean argumentFree, boolean shiftsAllowed) {
        DifferentialSystem.Result result = DifferentialSystem.of(s);
        if (result instanceof DifferentialSystem.Undetermined undetermined) {
            return new Unknown(undetermined.reason());
        }
        return new GenericUnitAssembly(((DifferentialSystem.Found) result).system(), argumentFree, shiftsAllowed)
                .assemble();
    }

    /** Whether the values of all functions are rational functions of the argument. */
    public boolean isRational() {
        return order.stream().noneMatch(i -> {
            Variable variable = variables.get(i);
            return variable.role() == Role.FREE
                    || variable.role() == Role.SOLVED && degreeIn(variable.relation(), i) > 1;
        });
    }

    /** The transcendental numbers that take part. */
    public List<Expression> constants() {
        return order.stream()
                .map(variables::get)
                .filter(variable -> variable.role() == Role.CONSTANT)
                .map(Variable::meaning)
                .toList();
    }

    /** The conductors of the irrational coefficients. */
    public List<BigInteger> conductors() {
        List<BigInteger> conductors = new ArrayList<>();
        List<Polynomial> polynomials = new ArrayList<>(List.of(function, slope));
        variables.forEach(variable -> polynomials.addAll(List.of(variable.derivative(), variable.relation())));
        for (Polynomial polynomial : polynomials) {
            polynomial.forEach((coefficient, exponents) -> {
                if (!coefficient.isRational()) {
                    conductors.add(coefficient.conductor());
                }
            });
        }
        return conductors.stream().distinct().toList();
    }

    /** The degree of a polynomial in one variable. */
    static int degreeIn(Polynomial polynomial, int variable) {
        return coefficientsIn(polynomial, variable).size() - 1;
    }

    /** The coefficients of the powers of a variable, polynomials in the other variables, without zeros at the end. */
    public static List<Polynomial> coefficientsIn(Polynomial polynomial, int variable) {
        List<Polynomial> coefficients = new ArrayList<>();
        polynomial.forEach((coefficient, exponents) -> {
            int power = variable < exponents.length ? exponents[variable] : 0;
            while (coefficients.size() <= power) {
                coefficients.add(Polynomial.ZERO);
            }
            coefficients.set(power, coefficients.get(power).add(without(coefficient, exponents, variable)));
        });
        return coefficients;
    }

    private static Polynomial without(Scalar coefficient, int[] exponents, int variable) {
        Polynomial term = Polynomial.of(coefficient);
        for (int i = 0; i < exponents.length; i++) {
            if (i != variable && exponents[i] > 0) {
                term = term.multiply(Polynomial.variable(i).pow(exponents[i]));
            }
        }
        return term;
    }
}
