package io.intertwine.activation;

import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * An affine relation of an activation s: sum_i alpha_i s(beta_i x + gamma_i) = slope x + constant for every real x (the affine
 * symmetries of Vlacic and Bölcskei, arXiv 2006.11727, extended by a linear right side). All numbers are constant expressions; with
 * the symbol t the relation holds for every positive real t.
 *
 * @param terms the terms, alpha and beta not zero
 * @param slope the factor of x on the right
 * @param constant the constant on the right
 */
public record Relation(List<Term> terms, Expression slope, Expression constant) {
    /** alpha s(beta x + gamma). */
    public record Term(Expression alpha, Expression beta, Expression gamma) {}

    public Relation {
        terms = List.copyOf(terms);
    }

    /** The left side less the right side, as one expression: zero for every x when the relation holds. */
    public Expression defect(Expression activation) {
        List<Expression> parts = new ArrayList<>();
        for (Term term : terms) {
            parts.add(term.alpha().times(activation.after(term.beta(), term.gamma())));
        }
        parts.add(slope.times(Expression.X).negate());
        parts.add(constant.negate());
        return Expression.sum(parts);
    }

    /**
     * Where the factors alpha are rational numbers, the same relation with whole numbers without a common factor, s(x) first if it
     * occurs and the first factor positive; else this.
     */
    public Relation normalised() {
        List<Term> ordered = new ArrayList<>(terms);
        ordered.sort(Comparator.comparing(
                term -> !(term.beta().equals(Expression.ONE) && term.gamma().equals(Expression.ZERO))));
        List<BigFraction> factors = new ArrayList<>();
        for (Term term : ordered) {
            term.alpha().exact().filter(Scalar::isRational).ifPresent(alpha -> factors.add(alpha.rational()));
        }
        if (factors.size() < ordered.size() || ordered.isEmpty()) {
            return this;
        }
        BigInteger denominators = BigInteger.ONE;
        BigInteger numerators = BigInteger.ZERO;
        for (BigFraction factor : factors) {
            BigInteger q = factor.getDenominator();
            denominators = denominators.divide(denominators.gcd(q)).multiply(q);
            numerators = numerators.gcd(factor.getNumerator());
        }
        BigInteger sign = BigInteger.valueOf(factors.get(0).getNumerator().signum());
        Expression scale = Expression.of(Scalar.of(new BigFraction(denominators.multiply(sign), numerators)));
        List<Term> scaled = ordered.stream()
                .map(term -> new Term(term.alpha().times(scale), term.beta(), term.gamma()))
                .toList();
        return new Relation(scaled, slope.times(scale), constant.times(scale));
    }

    /** The relation as text: {@code s(x) - s(-x) = x}. */
    @Override
    public String toString() {
        Equations equations = Equations.in(Notation.TEXT);
        String range = equations.range(this);
        return equations.of(this) + (range.isEmpty() ? "" : " " + range);
    }
}
