package io.intertwine.activation;

import java.util.List;

/**
 * An element of the single-neuron affine intertwiner group of an activation s: s(a x + c) = b s(x) + e for every real x, all four
 * constant expressions; with the symbol t, for every positive real t.
 *
 * @param a the factor before the activation, not zero
 * @param c the translation before the activation
 * @param b the factor after it
 * @param e the translation after it
 */
public record AffineSymmetry(Expression a, Expression c, Expression b, Expression e) {
    /** The same as a relation: s(a x + c) - b s(x) = e. */
    public Relation asRelation() {
        return new Relation(
                List.of(
                        new Relation.Term(Expression.ONE, a, c),
                        new Relation.Term(b.negate(), Expression.ONE, Expression.ZERO)),
                Expression.ZERO,
                e);
    }
}
