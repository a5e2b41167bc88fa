package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Choice;
import io.intertwine.activation.Expression.Constant;
import io.intertwine.activation.Expression.Maximum;
import io.intertwine.activation.Expression.Minimum;
import io.intertwine.activation.Expression.Pi;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Sums and products with flat lists of parts and one number: a product keeps its number first, a sum last. Numbers that cannot be
 * joined (in fields of too large a degree) stay apart.
 */
final class Folding {
    private Folding() {}

    static Expression sum(List<Expression> terms) {
        List<Expression> flat = new ArrayList<>();
        List<Scalar> numbers = new ArrayList<>();
        for (Expression term : terms) {
            List<Expression> parts = term instanceof Sum sum ? sum.terms() : List.of(term);
            parts.forEach(part -> take(part, flat, numbers));
        }
        for (Scalar number : fold(numbers, Scalar::add)) {
            if (!number.isZero()) {
                flat.add(new Constant(number));
            }
        }
        return flat.isEmpty() ? Expression.ZERO : flat.size() == 1 ? flat.get(0) : new Sum(flat);
    }

    static Expression product(List<Expression> factors) {
        List<Expression> flat = new ArrayList<>();
        List<Scalar> numbers = new ArrayList<>();
        for (Expression factor : factors) {
            List<Expression> parts = factor instanceof Product product ? product.factors() : List.of(factor);
            parts.forEach(part -> take(part, flat, numbers));
        }
        List<Scalar> folded = fold(numbers, Scalar::multiply);
        if (folded.stream().anyMatch(Scalar::isZero)) {
            return zero(flat);
        }
        List<Expression> all = new ArrayList<>();
        folded.stream().filter(number -> !number.isOne()).forEach(number -> all.add(new Constant(number)));
        all.addAll(flat);
        return all.isEmpty() ? Expression.ONE : all.size() == 1 ? all.get(0) : new Product(all);
    }

    /** 0 times the factors, which stay where they might have no value: 0 / x is not 0 at 0. */
    private static Expression zero(List<Expression> factors) {
        List<Expression> partial =
                factors.stream().filter(factor -> !isTotal(factor)).toList();
        if (partial.isEmpty()) {
            return Expression.ZERO;
        }
        List<Expression> all = new ArrayList<>(List.of(Expression.ZERO));
        all.addAll(partial);
        return new Product(all);
    }

    /** Whether an expression has a value everywhere, by its form. */
    private static boolean isTotal(Expression u) {
        boolean here = !(u instanceof Power power && power.exponent() <= 0 && !isPositiveNumber(power.base()))
                && !(u instanceof Apply apply && isPartial(apply.function()) && !isPositiveNumber(apply.argument()));
        return here && u.children().stream().allMatch(Folding::isTotal);
    }

    private static boolean isPartial(Function function) {
        return function == Function.LOG || function == Function.SQRT || function == Function.TAN;
    }

    private static boolean isPositiveNumber(Expression u) {
        return u instanceof Pi
                || u instanceof Expression.Symbol symbol && symbol.equals(Expression.Symbol.T)
                || u instanceof Constant constant && constant.value().signum() > 0
                || u instanceof Apply apply && apply.function() == Function.EXP && isTotal(apply.argument());
    }

    static Expression power(Expression base, int exponent) {
        if (exponent == 0) {
            return isTotal(base) ? Expression.ONE : new Power(base, 0);
        }
        if (exponent == 1) {
            return base;
        }
        if (base instanceof Power power && Math.abs((long) power.exponent() * exponent) < Integer.MAX_VALUE) {
            boolean keepsDomain = power.exponent() > 0 || exponent > 0;
            return keepsDomain ? power(power.base(), power.exponent() * exponent) : new Power(base, exponent);
        }
        boolean computable = base instanceof Constant constant
                && !(constant.value().isZero() && exponent < 0)
                && !Expression.isTooLarge(constant.value(), exponent);
        return computable ? new Constant(((Constant) base).value().pow(exponent)) : new Power(base, exponent);
    }

    static Expression apply(Function function, Expression argument) {
        Optional<Scalar> value = argument instanceof Constant constant
                ? function.exact(constant.value())
                : multipleOfPi(argument).flatMap(function::exactAtMultipleOfPi);
        return value.<Expression>map(Constant::new).orElseGet(() -> new Apply(function, argument));
    }

    /** The factor, if the expression is a number times pi. */
    private static Optional<Scalar> multipleOfPi(Expression expression) {
        if (expression instanceof Pi) {
            return Optional.of(Scalar.ONE);
        }
        return expression instanceof Product product
                        && product.factors().size() == 2
                        && product.factors().get(0) instanceof Constant factor
                        && product.factors().get(1) instanceof Pi
                ? Optional.of(factor.value())
                : Optional.empty();
    }

    static Expression maximum(Expression left, Expression right) {
        return left instanceof Constant first && right instanceof Constant second
                ? first.value().compareTo(second.value()) >= 0 ? left : right
                : new Maximum(left, right);
    }

    static Expression minimum(Expression left, Expression right) {
        return left instanceof Constant first && right instanceof Constant second
                ? first.value().compareTo(second.value()) <= 0 ? left : right
                : new Minimum(left, right);
    }

    static Expression choice(Expression test, Expression negative, Expression zero, Expression positive) {
        Choice choice = new Choice(test, negative, zero, positive);
        return test instanceof Constant constant
                ? ExactEvaluation.branch(choice, constant.value().signum())
                : choice;
    }

    /** The bits of the coordinates of a number. */
    static long bits(Scalar number) {
        return number.coefficients().stream()
                .mapToLong(part -> part.getNumerator().bitLength()
                        + (long) part.getDenominator().bitLength())
                .sum();
    }

    private static void take(Expression part, List<Expression> flat, List<Scalar> numbers) {
        if (part instanceof Constant constant) {
            numbers.add(constant.value());
        } else {
            flat.add(part);
        }
    }

    /** Joins numbers as far as they can be joined, in an order that folding the result again does not change. */
    private static List<Scalar> fold(List<Scalar> numbers, BinaryOperator<Scalar> operation) {
        List<Scalar> folded = new ArrayList<>();
        for (Scalar number : numbers) {
            Scalar joined = number;
            for (int i = 0; i < folded.size(); i++) {
                Optional<Scalar> both = tryJoin(folded.get(i), joined, operation);
                if (both.isPresent()) {
                    folded.remove(i);
                    joined = both.get();
                    i = -1;
                }
            }
            folded.add(joined);
        }
        folded.sort(Comparator.comparing(Scalar::conductor).thenComparing(Comparator.naturalOrder()));
        return folded;
    }

    private static Optional<Scalar> tryJoin(Scalar left, Scalar right, BinaryOperator<Scalar> operation) {
        try {
            return Optional.of(operation.apply(left, right));
        } catch (ArithmeticException fieldTooLarge) {
            return Optional.empty();
        }
    }
}
