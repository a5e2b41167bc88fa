package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Constant;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
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
            return Expression.ZERO;
        }
        List<Expression> all = new ArrayList<>();
        folded.stream()
                .filter(number -> !number.isOne())
                .forEach(number -> all.add(new Constant(number)));
        all.addAll(flat);
        return all.isEmpty() ? Expression.ONE : all.size() == 1 ? all.get(0) : new Product(all);
    }

    static Expression power(Expression base, int exponent) {
        if (exponent == 0) {
            return Expression.ONE;
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
                : Optional.empty();
        return value.<Expression>map(Constant::new).orElseGet(() -> new Apply(function, argument));
    }

    private static void take(Expression part, List<Expression> flat, List<Scalar> numbers) {
        if (part instanceof Constant constant) {
            numbers.add(constant.value());
        } else {
            flat.add(part);
        }
    }

    private static List<Scalar> fold(List<Scalar> numbers, BinaryOperator<Scalar> operation) {
        List<Scalar> folded = new ArrayList<>();
        for (Scalar number : numbers) {
            int last = folded.size() - 1;
            try {
                if (last >= 0) {
                    folded.set(last, operation.apply(folded.get(last), number));
                    continue;
                }
            } catch (ArithmeticException fieldTooLarge) {
                // The two stay apart.
            }
            folded.add(number);
        }
        return folded;
    }
}
