package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Constant;
import io.intertwine.activation.Expression.Pi;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.activation.Expression.Variable;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An expression multiplied out: a sum of products of atoms with algebraic coefficients. Equal as functions wherever the expression is
 * defined; a reciprocal is never cancelled, unless what it is of is never 0. Two expressions with equal normal forms are equal as
 * functions where both are defined; the converse fails.
 */
final class NormalForm {
    private static final int LARGEST_EXPONENT = 64;
    private static final int MOST_TERMS = 400;
    private static final int MOST_PRODUCTS = 10_000;

    static final NormalForm ZERO = new NormalForm(Map.of());

    private final Map<Monomial, Scalar> terms;

    private NormalForm(Map<Monomial, Scalar> terms) {
        if (terms.size() > MOST_TERMS) {
            throw new UndecidedException("an expression has more than " + MOST_TERMS + " terms when multiplied out");
        }
        this.terms = Map.copyOf(terms);
    }

    /** The normal form; throws {@link UndecidedException} if it is too large. */
    static NormalForm of(Expression expression) {
        try {
            return build(expression);
        } catch (ArithmeticException fieldTooLarge) {
            throw new UndecidedException("exact arithmetic gave up: " + fieldTooLarge.getMessage());
        }
    }

    /** The same function, multiplied out and with its terms in a fixed order. */
    static Expression simplify(Expression expression) {
        return of(expression).expression();
    }

    /** Whether the difference of two is 0 identically, as far as multiplying out shows. */
    static boolean same(Expression left, Expression right) {
        return left.equals(right) || of(left.minus(right)).isZero();
    }

    private static NormalForm build(Expression expression) {
        if (expression instanceof Constant constant) {
            return term(Monomial.ONE, constant.value());
        }
        if (expression instanceof Variable || expression instanceof Pi || expression instanceof Symbol) {
            return atom(expression, 1);
        }
        if (expression instanceof Sum sum) {
            return sum.terms().stream().map(NormalForm::build).reduce(ZERO, NormalForm::plus);
        }
        if (expression instanceof Product product) {
            NormalForm one = term(Monomial.ONE, Scalar.ONE);
            return product.factors().stream().map(NormalForm::build).reduce(one, NormalForm::times);
        }
        if (expression instanceof Power power) {
            return power(build(power.base()), power.exponent());
        }
        if (expression instanceof Apply apply) {
            return SpecialValues.apply(apply.function(), build(apply.argument()));
        }
        List<Expression> parts = new ArrayList<>();
        expression.children().forEach(part -> parts.add(build(part).expression()));
        return atom(expression.withChildren(parts), 1);
    }

    static NormalForm atom(Expression atom, int exponent) {
        return term(new Monomial(Map.of(atom, exponent)), Scalar.ONE);
    }

    static NormalForm term(Monomial monomial, Scalar coefficient) {
        return coefficient.isZero() ? ZERO : new NormalForm(Map.of(monomial, coefficient));
    }

    Map<Monomial, Scalar> terms() {
        return terms;
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    /** Whether this is an algebraic number. */
    boolean isNumber() {
        return terms.isEmpty() || (terms.size() == 1 && terms.containsKey(Monomial.ONE));
    }

    /** The coefficient of a monomial. */
    Scalar coefficient(Monomial monomial) {
        return terms.getOrDefault(monomial, Scalar.ZERO);
    }

    Set<Expression> atoms() {
        Set<Expression> atoms = new LinkedHashSet<>();
        terms.keySet().forEach(monomial -> atoms.addAll(monomial.exponents().keySet()));
        return atoms;
    }

    NormalForm plus(NormalForm other) {
        Map<Monomial, Scalar> sum = new HashMap<>(terms);
        other.terms.forEach((monomial, coefficient) -> add(sum, monomial, coefficient));
        return new NormalForm(sum);
    }

    NormalForm negate() {
        return times(term(Monomial.ONE, Scalar.MINUS_ONE));
    }

    NormalForm times(NormalForm other) {
        if ((long) terms.size() * other.terms.size() > MOST_PRODUCTS) {
            throw new UndecidedException("an expression is too large when multiplied out");
        }
        Map<Monomial, Scalar> product = new HashMap<>();
        terms.forEach((left, a) -> other.terms.forEach((right, b) -> {
            NormalForm part = multiply(left, right, a.multiply(b));
            part.terms.forEach((monomial, coefficient) -> add(product, monomial, coefficient));
        }));
        return new NormalForm(product);
    }

    private static void add(Map<Monomial, Scalar> sum, Monomial monomial, Scalar coefficient) {
        Scalar total = sum.getOrDefault(monomial, Scalar.ZERO).add(coefficient);
        if (total.isZero()) {
            sum.remove(monomial);
        } else {
            sum.put(monomial, total);
        }
    }

    /** Adds exponents, and joins e^v e^w to e^(v + w). */
    private static NormalForm multiply(Monomial left, Monomial right, Scalar coefficient) {
        Map<Expression, Integer> exponents = new HashMap<>(left.exponents());
        right.exponents().forEach((atom, exponent) -> exponents.merge(atom, exponent, Math::addExact));
        exponents.values().removeIf(exponent -> exponent == 0);
        List<Expression> exponentials = exponents.keySet().stream()
                .filter(atom -> atom instanceof Apply apply && apply.function() == Function.EXP)
                .toList();
        if (exponentials.size() + exponentials.stream().mapToInt(exponents::get).sum() <= 2) {
            return term(new Monomial(exponents), coefficient);
        }
        NormalForm argument = ZERO;
        for (Expression exponential : exponentials) {
            Scalar times = Scalar.of(exponents.getOrDefault(exponential, 0));
            argument = argument.plus(build(((Apply) exponential).argument()).times(term(Monomial.ONE, times)));
            exponents.remove(exponential);
        }
        return SpecialValues.apply(Function.EXP, argument).times(term(new Monomial(exponents), coefficient));
    }

    private static NormalForm power(NormalForm base, int exponent) {
        if (base.terms.size() == 1 && Math.abs((long) exponent) < Integer.MAX_VALUE / LARGEST_EXPONENT) {
            Map.Entry<Monomial, Scalar> only = base.terms.entrySet().iterator().next();
            return isSmall(only.getValue(), exponent) ? powerOfTerm(only, exponent) : atom(base.expression(), exponent);
        }
        if (base.isZero() && exponent < 0) {
            throw new UndecidedException("a reciprocal of 0");
        }
        if (exponent < 0) {
            return atom(base.expression().power(-1), -exponent);
        }
        if (exponent > LARGEST_EXPONENT) {
            return base.isZero() ? ZERO : atom(base.expression(), exponent);
        }
        NormalForm result = base;
        for (int i = 1; i < exponent; i++) {
            result = result.times(base);
        }
        return result;
    }

    private static boolean isSmall(Scalar number, int exponent) {
        return !Expression.isTooLarge(number, exponent);
    }

    private static NormalForm powerOfTerm(Map.Entry<Monomial, Scalar> only, int exponent) {
        NormalForm result = term(Monomial.ONE, only.getValue().pow(exponent));
        for (Map.Entry<Expression, Integer> factor : only.getKey().exponents().entrySet()) {
            result = result.times(powerOfAtom(factor.getKey(), Math.multiplyExact(factor.getValue(), exponent)));
        }
        return result;
    }

    private static NormalForm powerOfAtom(Expression atom, int exponent) {
        if (atom instanceof Apply apply && apply.function() == Function.EXP) {
            NormalForm argument = build(apply.argument()).times(term(Monomial.ONE, Scalar.of(exponent)));
            return SpecialValues.apply(Function.EXP, argument);
        }
        boolean cancels = exponent > 0 || SpecialValues.isNeverZero(atom);
        return cancels ? atom(atom, exponent) : atom(atom.power(-1), -exponent);
    }

    /** The terms in a fixed order. */
    Expression expression() {
        TreeMap<String, Expression> ordered = new TreeMap<>();
        terms.forEach((monomial, coefficient) -> {
            List<Expression> factors = new ArrayList<>();
            factors.add(Expression.of(coefficient));
            monomial.ordered().forEach((text, atom) -> factors.add(atom.power(monomial.exponent(atom))));
            ordered.put(monomial.ordered().keySet().toString() + factors, Expression.product(factors));
        });
        return Expression.sum(new ArrayList<>(ordered.values()));
    }
}
