package io.intertwine.derive;

import io.intertwine.activation.AffineSymmetry;
import io.intertwine.activation.Expression;
import io.intertwine.activation.Relation;
import java.util.List;

/**
 * A pair (a, c) with s(a x + c) = b s(x) + slope x + constant for every real x; all five are constant expressions. With the symbol t
 * it stands for a family, one element for every t > 0.
 */
record Element(Expression a, Expression c, Expression b, Expression slope, Expression constant) {
    /** The same as a relation: s(a x + c) - b s(x) = slope x + constant. */
    Relation asRelation() {
        return new Relation(
                List.of(
                        new Relation.Term(Expression.ONE, a, c),
                        new Relation.Term(b.negate(), Expression.ONE, Expression.ZERO)),
                slope,
                constant);
    }

    /** The same as an affine symmetry; the slope must be 0. */
    AffineSymmetry asSymmetry() {
        if (!slope.equals(Expression.ZERO)) {
            throw new IllegalArgumentException("expected slope 0, found " + slope);
        }
        return new AffineSymmetry(a, c, b, constant);
    }
}
