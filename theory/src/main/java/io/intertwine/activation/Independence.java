package io.intertwine.activation;

import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When functions of one real variable are algebraically independent over the complex numbers, and numbers over the rationals. Each
 * case is classical; the proofs stand in {@code docs/DIMENSION.md}:
 *
 * <ul>
 *   <li>one function that is not constant;
 *   <li>x with e^q, tanh q, sin q, ... for a polynomial q that is not constant;
 *   <li>x with arctan q;
 *   <li>x, e^q and a primitive of e^q, for q of degree at least 2 (J. Liouville 1835; A. Ostrowski 1946);
 *   <li>softplus(q) with sigmoid(q), and x or not;
 *   <li>a function that is not constant with its logarithm; x, cosh q and log cosh q;
 *   <li>a power of pi is transcendental (F. Lindemann 1882).
 * </ul>
 */
final class Independence {
    private static final Set<Function> EXPONENTIAL = EnumSet.of(
            Function.EXP,
            Function.TANH,
            Function.SIGMOID,
            Function.SIN,
            Function.COS,
            Function.TAN,
            Function.SINH,
            Function.COSH);

    private static final int BITS = 64;

    private Independence() {}

    /** Why the independence of the argument, the free functions and the constants is not known; empty if it is. */
    static Optional<String> problem(List<GenericUnit.Variable> variables, List<Integer> order) {
        List<GenericUnit.Variable> constants = inRole(variables, order, GenericUnit.Role.CONSTANT);
        if (constants.size() > 1 || constants.stream().anyMatch(constant -> !isPowerOfPi(constant.meaning()))) {
            return Optional.of("the numbers " + meanings(constants) + " are not known to be algebraically independent");
        }
        List<GenericUnit.Variable> free = inRole(variables, order, GenericUnit.Role.FREE);
        boolean argument = !inRole(variables, order, GenericUnit.Role.ARGUMENT).isEmpty();
        boolean known = switch (free.size()) {
            case 0 -> true;
            case 1 ->
                argument
                        ? isTranscendental(free.get(0).meaning())
                        : varies(free.get(0).meaning());
            case 2 ->
                isLogarithm(free) || isLogarithmOfOther(free, argument) || argument && isPrimitive(free, variables);
            default -> false;
        };
        return known
                ? Optional.empty()
                : Optional.of("the functions " + (argument ? "x, " : "") + meanings(free)
                        + " are not known to be algebraically independent");
    }

    private static List<GenericUnit.Variable> inRole(
            List<GenericUnit.Variable> variables, List<Integer> order, GenericUnit.Role role) {
        return order.stream()
                .map(variables::get)
                .filter(variable -> variable.role() == role)
                .toList();
    }

    private static String meanings(List<GenericUnit.Variable> variables) {
        return String.join(
                ", ",
                variables.stream()
                        .map(variable -> variable.meaning().toString())
                        .toList());
    }

    /** e^q, or a function from which e^q or e^(iq) is obtained by algebra, or arctan q; q a polynomial that is not constant. */
    private static boolean isTranscendental(Expression function) {
        return function instanceof Expression.Apply apply
                && (EXPONENTIAL.contains(apply.function()) || apply.function() == Function.ARCTAN)
                && isPolynomial(apply.argument())
                && varies(apply.argument());
    }

    /** One function is e^q, and its derivative shows that q is of degree at least 2; the other has a multiple of it as derivative. */
    private static boolean isPrimitive(List<GenericUnit.Variable> free, List<GenericUnit.Variable> variables) {
        return isPrimitive(free.get(0), free.get(1), variables) || isPrimitive(free.get(1), free.get(0), variables);
    }

    private static boolean isPrimitive(
            GenericUnit.Variable primitive, GenericUnit.Variable exponential, List<GenericUnit.Variable> variables) {
        int index = variables.indexOf(exponential);
        List<Polynomial> rate = GenericUnit.coefficientsIn(exponential.derivative(), index);
        List<Polynomial> factor = GenericUnit.coefficientsIn(primitive.derivative(), index);
        return exponential.meaning() instanceof Expression.Apply apply
                && apply.function() == Function.EXP
                && isPolynomial(apply.argument())
                && rate.size() == 2
                && rate.get(0).isZero()
                && rate.get(1).variables().equals(List.of(0))
                && factor.size() == 2
                && factor.get(0).isZero()
                && factor.get(1).variables().stream()
                        .allMatch(i -> variables.get(i).role() == GenericUnit.Role.CONSTANT);
    }

    private static boolean isLogarithm(List<GenericUnit.Variable> free) {
        return free.stream().allMatch(variable -> variable.meaning() instanceof Expression.Apply)
                && isLogarithm((Expression.Apply) free.get(0).meaning(), (Expression.Apply)
                        free.get(1).meaning());
    }

    private static boolean isLogarithm(Expression.Apply one, Expression.Apply other) {
        return EnumSet.of(Function.SOFTPLUS, Function.SIGMOID).equals(EnumSet.of(one.function(), other.function()))
                && one.argument().equals(other.argument())
                && isPolynomial(one.argument())
                && varies(one.argument());
    }

    /** One function is the logarithm of the other, which is not constant; with x, the other is cosh q. */
    private static boolean isLogarithmOfOther(List<GenericUnit.Variable> free, boolean argument) {
        return isLogarithmOf(free.get(0).meaning(), free.get(1).meaning(), argument)
                || isLogarithmOf(free.get(1).meaning(), free.get(0).meaning(), argument);
    }

    private static boolean isLogarithmOf(Expression logarithm, Expression function, boolean argument) {
        return logarithm instanceof Expression.Apply apply
                && apply.function() == Function.LOG
                && apply.argument().equals(function)
                && varies(function)
                && (!argument || isHyperbolicCosine(function));
    }

    private static boolean isHyperbolicCosine(Expression function) {
        return function instanceof Expression.Apply apply
                && apply.function() == Function.COSH
                && isPolynomial(apply.argument())
                && varies(apply.argument());
    }

    /** Whether a formula is built of x and numbers by sums, products and positive powers. */
    private static boolean isPolynomial(Expression formula) {
        return formula.isConstant()
                || formula instanceof Expression.Variable
                || (formula instanceof Expression.Sum
                                || formula instanceof Expression.Product
                                || formula instanceof Expression.Power power && power.exponent() > 0)
                        && formula.children().stream().allMatch(Independence::isPolynomial);
    }

    /** Whether two values are different; false where that is not seen. */
    private static boolean varies(Expression function) {
        Enclosure first = valueAt(function, Scalar.of(1, 3));
        return Stream.of(Scalar.of(2, 3), Scalar.of(-3, 4), Scalar.of(5, 4))
                .map(point -> valueAt(function, point))
                .anyMatch(second -> isApart(first, second));
    }

    private static Enclosure valueAt(Expression function, Scalar point) {
        return function.substitute(Expression.of(point)).encloseConstant(BITS);
    }

    private static boolean isApart(Enclosure first, Enclosure second) {
        return first.isBounded() && second.isBounded() && first.subtract(second).excludesZero();
    }

    /** Whether a number is the product of a nonzero algebraic number and a power of pi whose exponent is a rational number not 0. */
    private static boolean isPowerOfPi(Expression number) {
        Optional<Scalar> exponent = exponentOfPi(number);
        return exponent.isPresent()
                && !exponent.get().isZero()
                && number.encloseConstant(BITS).excludesZero();
    }

    private static Optional<Scalar> exponentOfPi(Expression number) {
        if (number instanceof Expression.Constant) {
            return Optional.of(Scalar.ZERO);
        }
        if (number instanceof Expression.Pi) {
            return Optional.of(Scalar.ONE);
        }
        if (number instanceof Expression.Power power) {
            return exponentOfPi(power.base()).map(exponent -> exponent.multiply(power.exponent()));
        }
        if (number instanceof Expression.Apply apply && apply.function() == Function.SQRT) {
            return exponentOfPi(apply.argument()).map(exponent -> exponent.divide(Scalar.of(2)));
        }
        if (number instanceof Expression.Product product) {
            return product.factors().stream()
                    .map(Independence::exponentOfPi)
                    .reduce(Optional.of(Scalar.ZERO), (a, b) -> a.flatMap(x -> b.map(x::add)));
        }
        return Optional.empty();
    }
}
