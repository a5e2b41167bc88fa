package io.intertwine.activation;

import io.intertwine.exact.Constants;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Powers;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function of one real variable x, written as a formula. Built by the static methods of this type, which fold what is constant and
 * flatten sums and products; two expressions are equal when they are built alike, which is finer than being equal as functions.
 */
public sealed interface Expression {
    /** Powers with more bits than this are not computed exactly. */
    long LARGEST_EXACT_POWER = 100_000;

    /** The number 0. */
    Expression ZERO = new Constant(Scalar.ZERO);
    /** The number 1. */
    Expression ONE = new Constant(Scalar.ONE);
    /** The variable. */
    Expression X = new Variable();
    /** The number pi. */
    Expression PI = new Pi();

    /** An algebraic number. */
    record Constant(Scalar value) implements Expression {}

    /** The number pi. */
    record Pi() implements Expression {}

    /**
     * A constant that stands for every number of a kind: {@code t} for every positive real number, {@code n} for every integer.
     *
     * @param name t or n
     */
    record Symbol(String name) implements Expression {
        /** Every positive real number. */
        public static final Symbol T = new Symbol("t");
        /** Every integer. */
        public static final Symbol N = new Symbol("n");

        public Symbol {
            if (!name.equals("t") && !name.equals("n")) {
                throw new IllegalArgumentException("expected t or n, found " + name);
            }
        }
    }

    /** The variable x. */
    record Variable() implements Expression {}

    /** The sum of two or more terms. */
    record Sum(List<Expression> terms) implements Expression {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /** The product of two or more factors. */
    record Product(List<Expression> factors) implements Expression {
        public Product {
            factors = List.copyOf(factors);
        }
    }

    /** A power with an integer exponent, neither 0 nor 1; a negative exponent is a reciprocal. */
    record Power(Expression base, int exponent) implements Expression {}

    /** A function applied to an expression. */
    record Apply(Function function, Expression argument) implements Expression {}

    /** The greater of two. */
    record Maximum(Expression left, Expression right) implements Expression {}

    /** The lesser of two. */
    record Minimum(Expression left, Expression right) implements Expression {}

    /** One of three expressions, by the sign of a test. */
    record Choice(Expression test, Expression negative, Expression zero, Expression positive) implements Expression {}

    /** An algebraic number. */
    static Expression of(Scalar value) {
        return new Constant(value);
    }

    /** An integer. */
    static Expression of(long value) {
        return new Constant(Scalar.of(value));
    }

    /** p / q. */
    static Expression of(long p, long q) {
        return new Constant(Scalar.of(p, q));
    }

    /** The sum of terms. */
    static Expression sum(List<Expression> terms) {
        return Folding.sum(terms);
    }

    /** The product of factors. */
    static Expression product(List<Expression> factors) {
        return Folding.product(factors);
    }

    /** A function applied to an expression. */
    static Expression apply(Function function, Expression argument) {
        return Folding.apply(function, argument);
    }

    /** The greater of two. */
    static Expression max(Expression left, Expression right) {
        return new Maximum(left, right);
    }

    /** The lesser of two. */
    static Expression min(Expression left, Expression right) {
        return new Minimum(left, right);
    }

    /** The sum with another. */
    default Expression plus(Expression other) {
        return sum(List.of(this, other));
    }

    /** The difference from another. */
    default Expression minus(Expression other) {
        return plus(other.negate());
    }

    /** The product with another. */
    default Expression times(Expression other) {
        return product(List.of(this, other));
    }

    /** The quotient by another. */
    default Expression over(Expression other) {
        return times(other.power(-1));
    }

    /** The negative. */
    default Expression negate() {
        return product(List.of(of(-1), this));
    }

    /** The power with an integer exponent. */
    default Expression power(int exponent) {
        return Folding.power(this, exponent);
    }

    /** Whether the variable does not occur. */
    default boolean isConstant() {
        return children().stream().allMatch(Expression::isConstant) && !(this instanceof Variable);
    }

    /** The parts, in order. */
    default List<Expression> children() {
        if (this instanceof Sum sum) {
            return sum.terms();
        }
        if (this instanceof Product product) {
            return product.factors();
        }
        if (this instanceof Power power) {
            return List.of(power.base());
        }
        if (this instanceof Apply apply) {
            return List.of(apply.argument());
        }
        if (this instanceof Maximum maximum) {
            return List.of(maximum.left(), maximum.right());
        }
        if (this instanceof Minimum minimum) {
            return List.of(minimum.left(), minimum.right());
        }
        return this instanceof Choice choice
                ? List.of(choice.test(), choice.negative(), choice.zero(), choice.positive())
                : List.of();
    }

    /** The expression of the same kind with other parts, folded. */
    default Expression withChildren(List<Expression> parts) {
        if (this instanceof Sum) {
            return sum(parts);
        }
        if (this instanceof Product) {
            return product(parts);
        }
        if (this instanceof Power power) {
            return parts.get(0).power(power.exponent());
        }
        if (this instanceof Apply apply) {
            return apply(apply.function(), parts.get(0));
        }
        if (this instanceof Maximum) {
            return max(parts.get(0), parts.get(1));
        }
        if (this instanceof Minimum) {
            return min(parts.get(0), parts.get(1));
        }
        return this instanceof Choice ? new Choice(parts.get(0), parts.get(1), parts.get(2), parts.get(3)) : this;
    }

    /** This expression with another in the place of x. */
    default Expression substitute(Expression x) {
        if (this instanceof Variable) {
            return x;
        }
        List<Expression> parts = new ArrayList<>();
        children().forEach(part -> parts.add(part.substitute(x)));
        return withChildren(parts);
    }

    /** s(a x + c) for this s. */
    default Expression after(Expression a, Expression c) {
        return substitute(a.times(X).plus(c));
    }

    /**
     * The exact value at an exact number, where it is known to be algebraic; empty also where the expression has no value, and for
     * expressions with a {@link Symbol}.
     */
    default Optional<Scalar> exact(Scalar x) {
        return ExactEvaluation.at(this, x);
    }

    /** The exact value of a constant expression, where it is known to be algebraic. */
    default Optional<Scalar> exact() {
        return exact(Scalar.ZERO);
    }

    /**
     * An enclosure of the values at all members of an enclosure; unbounded where nothing better is known. Throws
     * IllegalArgumentException if the expression has a {@link Symbol}.
     */
    default Enclosure enclose(Enclosure x) {
        if (this instanceof Constant constant) {
            return enclose(constant.value(), x.bits());
        }
        if (this instanceof Variable) {
            return x;
        }
        if (this instanceof Pi) {
            return Constants.pi(x.bits());
        }
        if (this instanceof Symbol symbol) {
            throw new IllegalArgumentException("the symbol " + symbol.name() + " has no value");
        }
        if (this instanceof Apply apply) {
            return apply.function().enclose(apply.argument().enclose(x));
        }
        if (this instanceof Power power) {
            return power(power.base().enclose(x), power.exponent());
        }
        if (this instanceof Choice choice) {
            return choose(choice, choice.test().enclose(x), x);
        }
        List<Enclosure> parts =
                children().stream().map(part -> part.enclose(x)).toList();
        return parts.stream().reduce(this::combine).orElseThrow();
    }

    /** An enclosure of a constant expression. */
    default Enclosure encloseConstant(int bits) {
        return enclose(Enclosure.from(Scalar.ZERO.rational(), bits));
    }

    private Enclosure combine(Enclosure left, Enclosure right) {
        if (this instanceof Sum) {
            return left.add(right);
        }
        if (this instanceof Product) {
            return left.multiply(right);
        }
        return this instanceof Maximum ? left.max(right) : left.min(right);
    }

    private static Enclosure enclose(Scalar value, int bits) {
        RationalInterval bounds = value.bounds(bits + 2);
        return Enclosure.fromBounds(bounds.lower(), bounds.upper(), bits);
    }

    private static Enclosure power(Enclosure base, int exponent) {
        if (exponent >= 0) {
            return Powers.pow(base, exponent);
        }
        return Enclosure.from(Scalar.ONE.rational(), base.bits()).divide(Powers.pow(base, -exponent));
    }

    private static Enclosure choose(Choice choice, Enclosure test, Enclosure x) {
        if (test.isPositive()) {
            return choice.positive().enclose(x);
        }
        if (test.isNegative()) {
            return choice.negative().enclose(x);
        }
        Enclosure zero = choice.zero().enclose(x);
        if (test.isPoint()) {
            return zero;
        }
        boolean below = !test.isBounded() || test.lower().signum() < 0;
        boolean above = !test.isBounded() || test.upper().compareTo(Scalar.ZERO.rational()) > 0;
        Enclosure result = below ? zero.union(choice.negative().enclose(x)) : zero;
        return above ? result.union(choice.positive().enclose(x)) : result;
    }

    /** The number of bits that a power would have, at most. */
    static boolean isTooLarge(Scalar base, int exponent) {
        long bits = base.coefficients().stream()
                .mapToLong(part -> bits(part.getNumerator()) + bits(part.getDenominator()))
                .sum();
        return bits * Math.abs((long) exponent) > LARGEST_EXACT_POWER;
    }

    private static long bits(BigInteger number) {
        return number.bitLength();
    }
}
