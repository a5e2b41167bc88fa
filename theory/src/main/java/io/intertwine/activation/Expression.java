package io.intertwine.activation;

import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function of one real variable x, written as a formula. Built by the static methods of this type, which fold what is constant and
 * flatten sums and products; two expressions are equal when they are built alike, which is finer than being equal as functions.
 */
// Its constants are of its own subtypes: everything outside makes expressions through its static methods, which
// initialise it first.
@SuppressWarnings("ClassInitializationDeadlock")
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
    record Constant(Scalar value) implements Expression {
        @Override
        public String toString() {
            return text();
        }
    }

    /** The number pi. */
    record Pi() implements Expression {
        @Override
        public String toString() {
            return text();
        }
    }

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

        @Override
        public String toString() {
            return text();
        }
    }

    /** The variable x. */
    record Variable() implements Expression {
        @Override
        public String toString() {
            return text();
        }
    }

    /** The sum of two or more terms. */
    record Sum(List<Expression> terms) implements Expression {
        public Sum {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** The product of two or more factors. */
    record Product(List<Expression> factors) implements Expression {
        public Product {
            factors = List.copyOf(factors);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** A power with an integer exponent, neither 0 nor 1; a negative exponent is a reciprocal. */
    record Power(Expression base, int exponent) implements Expression {
        @Override
        public String toString() {
            return text();
        }
    }

    /** A function applied to an expression. */
    record Apply(Function function, Expression argument) implements Expression {
        @Override
        public String toString() {
            return text();
        }
    }

    /** The greater of two. */
    record Maximum(Expression left, Expression right) implements Expression {
        @Override
        public String toString() {
            return text();
        }
    }

    /** The lesser of two. */
    record Minimum(Expression left, Expression right) implements Expression {
        @Override
        public String toString() {
            return text();
        }
    }

    /** One of three expressions, by the sign of a test. */
    record Choice(Expression test, Expression negative, Expression zero, Expression positive) implements Expression {
        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * Reads a formula in x: {@code + - * / ^}, numbers (read exactly), pi, e, the functions of {@link Function}, {@code min},
     * {@code max}, {@code clip(x, lo, hi)}, {@code if(x > 0, a, b)}, and activations by name, as in {@code relu(x)^2}. A product may be
     * written without its sign, as in {@code 2x}. Reads back what {@link #text} writes.
     *
     * @throws ExpressionSyntaxException if it is none, with the place
     */
    static Expression parse(String text) throws ExpressionSyntaxException {
        return ExpressionParser.parse(text);
    }

    /**
     * Reads a formula without x in which the symbols t and n may occur.
     *
     * @throws ExpressionSyntaxException if it is none, with the place
     */
    static Expression parseConstant(String text) throws ExpressionSyntaxException {
        return ExpressionParser.parseConstant(text);
    }

    /**
     * Reads a formula in x in which the symbols t and n may occur.
     *
     * @throws ExpressionSyntaxException if it is none, with the place
     */
    static Expression parseWithSymbols(String text) throws ExpressionSyntaxException {
        return ExpressionParser.parseWithSymbols(text);
    }

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
        return Folding.maximum(left, right);
    }

    /** The lesser of two. */
    static Expression min(Expression left, Expression right) {
        return Folding.minimum(left, right);
    }

    /** One of three expressions, by the sign of a test. */
    static Expression choice(Expression test, Expression negative, Expression zero, Expression positive) {
        return Folding.choice(test, negative, zero, positive);
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
        return ExpressionParts.of(this);
    }

    /** The expression of the same kind with other parts, folded. */
    default Expression withChildren(List<Expression> parts) {
        return ExpressionParts.replaced(this, parts);
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
     * An enclosure of the values at all members of an enclosure that lie in the domain; unbounded where nothing better is known. Throws
     * IllegalArgumentException if the expression has a {@link Symbol}.
     */
    default Enclosure enclose(Enclosure x) {
        return EnclosedEvaluation.over(this, x);
    }

    /** An enclosure of a constant expression. */
    default Enclosure encloseConstant(int bits) {
        return enclose(Enclosure.from(Scalar.ZERO.rational(), bits));
    }

    /** Canonical text, which {@link #parse} reads back as an equal expression. */
    default String text() {
        return ExpressionText.of(this);
    }

    /** The formula in LaTeX. */
    default String latex() {
        return ExpressionLatex.of(this);
    }

    /**
     * The derivative of an expression of analytic functions. Throws IllegalArgumentException where absolute values, steps, maxima,
     * minima or choices occur. Where the expression is defined, so is its derivative, except at zeros of the arguments of sqrt and
     * sinc.
     */
    default Expression derivative() {
        return Derivative.of(this);
    }

    /** Whether a power would have more bits than {@link #LARGEST_EXACT_POWER}. */
    static boolean isTooLarge(Scalar base, int exponent) {
        return Folding.bits(base) * Math.abs((long) exponent) > LARGEST_EXACT_POWER;
    }
}
