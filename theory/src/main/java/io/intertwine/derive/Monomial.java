package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Function;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A product of powers of expressions that are not sums or products themselves.
 *
 * @param exponents the exponents, none 0
 */
record Monomial(SortedMap<Expression, Integer> exponents) implements Comparable<Monomial> {
    private static final int LARGEST_EXPONENT = 1000;
    private static final Comparator<Expression> BY_TEXT = Comparator.comparing(Expression::toString);

    /** The empty product. */
    static final Monomial ONE = new Monomial(new TreeMap<>(BY_TEXT));

    /** A power of one factor. */
    static Monomial of(Expression factor, int exponent) {
        SortedMap<Expression, Integer> exponents = new TreeMap<>(BY_TEXT);
        exponents.put(factor, exponent);
        return new Monomial(exponents);
    }

    /** The product. Throws ArithmeticException if an exponent becomes too large. */
    Monomial times(Monomial other) {
        SortedMap<Expression, Integer> product = new TreeMap<>(BY_TEXT);
        product.putAll(exponents);
        other.exponents.forEach((factor, exponent) -> product.merge(factor, exponent, Integer::sum));
        product.values().removeIf(exponent -> exponent == 0);
        if (product.values().stream().anyMatch(exponent -> Math.abs(exponent) > LARGEST_EXPONENT)) {
            throw new ArithmeticException("an exponent is larger than " + LARGEST_EXPONENT);
        }
        return new Monomial(product);
    }

    /** The reciprocal. */
    Monomial reciprocal() {
        SortedMap<Expression, Integer> inverse = new TreeMap<>(BY_TEXT);
        exponents.forEach((factor, exponent) -> inverse.put(factor, -exponent));
        return new Monomial(inverse);
    }

    /** The exponent of a factor. */
    int exponent(Expression factor) {
        return exponents.getOrDefault(factor, 0);
    }

    /** This monomial without a factor. */
    Monomial without(Expression factor) {
        SortedMap<Expression, Integer> rest = new TreeMap<>(BY_TEXT);
        rest.putAll(exponents);
        rest.remove(factor);
        return new Monomial(rest);
    }

    /** Whether no factor contains x. */
    boolean isConstant() {
        return exponents.keySet().stream().allMatch(Expression::isConstant);
    }

    /** The square roots that occur squared: their squares can be taken out. */
    List<Map.Entry<Expression, Integer>> squaredRoots() {
        List<Map.Entry<Expression, Integer>> found = new ArrayList<>();
        for (Map.Entry<Expression, Integer> entry : exponents.entrySet()) {
            boolean root = entry.getKey() instanceof Apply apply && apply.function() == Function.SQRT;
            if (root && Math.abs(entry.getValue()) >= 2) {
                found.add(entry);
            }
        }
        return found;
    }

    Expression toExpression() {
        List<Expression> factors = new ArrayList<>();
        exponents.forEach((factor, exponent) -> factors.add(factor.power(exponent)));
        return Expression.product(factors);
    }

    /** By the degree in x, highest first; then by text. */
    @Override
    public int compareTo(Monomial other) {
        int byDegree = Integer.compare(other.exponent(Expression.X), exponent(Expression.X));
        if (byDegree != 0) {
            return byDegree;
        }
        return exponents.toString().compareTo(other.exponents.toString());
    }
}
