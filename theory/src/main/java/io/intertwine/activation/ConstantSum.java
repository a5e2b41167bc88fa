package io.intertwine.activation;

import io.intertwine.activation.Expression.Constant;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A constant expression in expanded form: a sum of numbers times powers of other constants such as tanh(1), which stay as they are. Keeps
 * the coefficients of power series short.
 *
 * @param terms for every product of powers, which is a map from bases to exponents, its factor; none is zero
 */
record ConstantSum(Map<Map<Expression, Integer>, Scalar> terms) {
    /** More terms are not handled. */
    static final int MOST_TERMS = 2_000;

    static ConstantSum of(Scalar number) {
        return number.isZero() ? new ConstantSum(Map.of()) : new ConstantSum(Map.of(Map.of(), number));
    }

    /** Expands sums, products and powers of a constant expression. */
    static ConstantSum of(Expression expression) {
        if (expression instanceof Constant constant) {
            return of(constant.value());
        }
        if (expression instanceof Sum sum) {
            return sum.terms().stream().map(ConstantSum::of).reduce(of(Scalar.ZERO), ConstantSum::plus);
        }
        if (expression instanceof Product product) {
            return product.factors().stream().map(ConstantSum::of).reduce(of(Scalar.ONE), ConstantSum::times);
        }
        if (expression instanceof Power power) {
            return power(power.base(), power.exponent());
        }
        return monomial(expression, 1);
    }

    private static ConstantSum monomial(Expression base, int exponent) {
        return new ConstantSum(Map.of(Map.of(base, exponent), Scalar.ONE));
    }

    private static ConstantSum power(Expression base, int exponent) {
        ConstantSum expanded = of(base);
        if (expanded.terms.size() == 1) {
            Map.Entry<Map<Expression, Integer>, Scalar> only =
                    expanded.terms.entrySet().iterator().next();
            Map<Expression, Integer> powers = new HashMap<>();
            only.getKey().forEach((part, degree) -> powers.put(part, Math.multiplyExact(degree, exponent)));
            return new ConstantSum(Map.of(Map.copyOf(powers), only.getValue().pow(exponent)));
        }
        if (exponent < 0) {
            return monomial(expanded.expression(), exponent);
        }
        ConstantSum result = of(Scalar.ONE);
        for (int i = 0; i < exponent; i++) {
            result = result.times(expanded);
        }
        return result;
    }

    ConstantSum plus(ConstantSum other) {
        Map<Map<Expression, Integer>, Scalar> sum = new LinkedHashMap<>(terms);
        other.terms.forEach((key, factor) -> sum.merge(key, factor, Scalar::add));
        return limited(sum);
    }

    ConstantSum times(ConstantSum other) {
        if ((long) terms.size() * other.terms.size() > 100L * MOST_TERMS) {
            throw tooLong();
        }
        Map<Map<Expression, Integer>, Scalar> product = new LinkedHashMap<>();
        terms.forEach((left, a) ->
                other.terms.forEach((right, b) -> product.merge(joined(left, right), a.multiply(b), Scalar::add)));
        return limited(product);
    }

    private static Map<Expression, Integer> joined(Map<Expression, Integer> left, Map<Expression, Integer> right) {
        Map<Expression, Integer> powers = new HashMap<>(left);
        right.forEach((base, exponent) -> powers.merge(base, exponent, Math::addExact));
        powers.values().removeIf(exponent -> exponent == 0);
        return Map.copyOf(powers);
    }

    private static ConstantSum limited(Map<Map<Expression, Integer>, Scalar> terms) {
        terms.values().removeIf(Scalar::isZero);
        if (terms.size() > MOST_TERMS) {
            throw tooLong();
        }
        return new ConstantSum(terms);
    }

    private static ArithmeticException tooLong() {
        return new ArithmeticException("a constant has more than " + MOST_TERMS + " terms when expanded");
    }

    /** The reciprocal; of a sum it is one constant that stays as it is. */
    ConstantSum reciprocal() {
        return power(expression(), -1);
    }

    /** The constant as an expression; terms and factors in the order of their texts. */
    Expression expression() {
        List<Expression> sum = new ArrayList<>();
        terms.forEach((powers, factor) -> {
            List<Expression> product = new ArrayList<>();
            powers.forEach((base, exponent) -> product.add(base.power(exponent)));
            product.sort(Comparator.comparing(Expression::text));
            product.add(Expression.of(factor));
            sum.add(Expression.product(product));
        });
        sum.sort(Comparator.comparing(Expression::text));
        return Expression.sum(sum);
    }
}
