package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Constant;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An expression multiplied out: a sum of monomials in x, pi, the symbols, and the values of functions, with exact coefficients. Two
 * expressions with the same normal form are equal wherever both are defined; the converse does not hold.
 */
final class NormalForm {
    private static final int MOST_TERMS = 500;
    private static final int MOST_PRODUCTS = 20_000;
    private static final int LARGEST_EXPANDED_POWER = 200;

    private final SortedMap<Monomial, Scalar> terms;

    private NormalForm(SortedMap<Monomial, Scalar> terms) {
        this.terms = terms;
    }

    /** The normal form, unless it would be too large. */
    static Optional<NormalForm> tryOf(Expression expression) {
        try {
            return Optional.of(of(expression));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    /** The expression multiplied out and collected, or the expression itself where that would be too large. */
    static Expression simplify(Expression expression) {
        return tryOf(expression).map(NormalForm::toExpression).orElse(expression);
    }

    /** Whether the difference of two expressions is 0 once multiplied out; equality of functions is coarser. */
    static boolean same(Expression left, Expression right) {
        return tryOf(left.minus(right)).filter(form -> form.terms.isEmpty()).isPresent();
    }

    Map<Monomial, Scalar> terms() {
        return terms;
    }

    Expression toExpression() {
        List<Expression> parts = new ArrayList<>();
        terms.forEach((monomial, factor) -> parts.add(Expression.of(factor).times(monomial.toExpression())));
        return Expression.sum(parts);
    }

    private static NormalForm of(Expression expression) {
        if (expression instanceof Constant constant) {
            return monomial(Monomial.ONE, constant.value());
        }
        if (expression instanceof Sum sum) {
            NormalForm result = new NormalForm(new TreeMap<>());
            sum.terms().forEach(term -> result.add(of(term)));
            return result;
        }
        if (expression instanceof Product product) {
            return product.factors().stream()
                    .map(NormalForm::of)
                    .reduce(NormalForm::times)
                    .orElseThrow();
        }
        if (expression instanceof Power power) {
            return power(of(power.base()), power.exponent());
        }
        return atom(expression);
    }

    private static NormalForm atom(Expression expression) {
        List<Expression> parts = new ArrayList<>();
        expression.children().forEach(part -> parts.add(of(part).toExpression()));
        Expression simpler = parts.isEmpty() ? expression : expression.withChildren(parts);
        Optional<Scalar> value = simpler.isConstant() ? simpler.exact() : Optional.empty();
        return value.map(known -> monomial(Monomial.ONE, known))
                .orElseGet(() -> monomial(Monomial.of(simpler, 1), Scalar.ONE));
    }

    private static NormalForm monomial(Monomial monomial, Scalar factor) {
        SortedMap<Monomial, Scalar> terms = new TreeMap<>();
        if (!factor.isZero()) {
            terms.put(monomial, factor);
        }
        return new NormalForm(terms);
    }

    private static NormalForm power(NormalForm base, int exponent) {
        if (exponent < 0) {
            return reciprocalPower(base, exponent);
        }
        if (exponent > LARGEST_EXPANDED_POWER) {
            throw new ArithmeticException("the exponent " + exponent + " is too large to be multiplied out");
        }
        NormalForm result = monomial(Monomial.ONE, Scalar.ONE);
        for (int i = 0; i < exponent; i++) {
            result = result.times(base);
        }
        return result;
    }

    /** A negative power: of a constant monomial factor by factor, so that it cancels; x / x is not 1 at 0 and stays. */
    private static NormalForm reciprocalPower(NormalForm base, int exponent) {
        for (Map.Entry<Monomial, Scalar> only : base.terms.entrySet()) {
            if (base.terms.size() == 1 && only.getKey().isConstant()) {
                Scalar factor = only.getValue().reciprocal();
                return power(monomial(only.getKey().reciprocal(), factor), -exponent);
            }
        }
        Expression inner = base.toExpression();
        return inner.isConstant()
                ? monomial(Monomial.of(inner, exponent), Scalar.ONE)
                : monomial(Monomial.of(inner.power(exponent), 1), Scalar.ONE);
    }

    private void add(NormalForm other) {
        other.terms.forEach(this::add);
    }

    private void add(Monomial monomial, Scalar factor) {
        Scalar sum = terms.getOrDefault(monomial, Scalar.ZERO).add(factor);
        if (sum.isZero()) {
            terms.remove(monomial);
        } else {
            terms.put(monomial, sum);
        }
        if (terms.size() > MOST_TERMS) {
            throw new ArithmeticException("more than " + MOST_TERMS + " terms");
        }
    }

    private NormalForm times(NormalForm other) {
        if ((long) terms.size() * other.terms.size() > MOST_PRODUCTS) {
            throw new ArithmeticException("more than " + MOST_PRODUCTS + " products");
        }
        NormalForm product = new NormalForm(new TreeMap<>());
        terms.forEach(
                (left, a) -> other.terms.forEach((right, b) -> product.addReduced(left.times(right), a.multiply(b))));
        return product;
    }

    /** Adds a term in which squares of square roots are replaced by what the roots are taken of. */
    private void addReduced(Monomial monomial, Scalar factor) {
        List<Map.Entry<Expression, Integer>> roots = monomial.squaredRoots();
        if (roots.isEmpty()) {
            add(monomial, factor);
            return;
        }
        Expression root = roots.get(0).getKey();
        int exponent = roots.get(0).getValue();
        NormalForm rest = monomial(monomial.without(root), factor);
        if (exponent % 2 != 0) {
            rest = rest.times(monomial(Monomial.of(root, exponent % 2), Scalar.ONE));
        }
        add(rest.times(power(of(((Apply) root).argument()), exponent / 2)));
    }
}
