package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Relation;
import io.intertwine.derive.Relations.OfClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Multiplication formulas s(m x) = alpha sum_j s(x + j T/m) + slope x + constant of functions whose pieces repeat, such as Hermite's
 * floor(2 x) = floor(x) + floor(x + 1/2).
 */
final class PeriodicRefinement {
    private PeriodicRefinement() {}

    /** The formulas for m = 2 and 3 and a few factors alpha. */
    static OfClass relations(Expression s, Shape.OfPeriodic shape) {
        List<Relation> found = new ArrayList<>();
        for (int m : new int[] {2, 3}) {
            for (Expression alpha : List.of(Expression.ONE, Expression.of(m), Expression.of((long) m * m))) {
                proved(s, shape, m, alpha).ifPresent(found::add);
            }
        }
        return new OfClass(
                found,
                "not complete: only s(m x) = alpha (s(x) + s(x + T/m) + ...) + an affine function was searched, for m = 2, 3 and"
                        + " alpha = 1, m, m^2",
                List.of());
    }

    private static Optional<Relation> proved(Expression s, Shape.OfPeriodic shape, int m, Expression alpha) {
        try {
            Relation relation = candidate(shape, m, alpha);
            Expression defect = relation.defect(s);
            boolean holds = Witness.of(defect, shape.samples()).isEmpty() && Identities.proved(defect, Expression.ZERO);
            return holds ? Optional.of(relation) : Optional.empty();
        } catch (NotDecided outsideWindow) {
            return Optional.empty();
        }
    }

    private static Relation candidate(Shape.OfPeriodic shape, int m, Expression alpha) throws NotDecided {
        Expression period = shape.pieces().period().orElseThrow();
        List<Relation.Term> terms = new ArrayList<>();
        terms.add(new Relation.Term(Expression.ONE, Expression.of(m), Expression.ZERO));
        for (int j = 0; j < m; j++) {
            Expression shift = NormalForm.simplify(period.times(Expression.of(j, m)));
            terms.add(new Relation.Term(alpha.negate(), Expression.ONE, shift));
        }
        Expression here = sum(shape, terms, Expression.ZERO);
        Expression next = sum(shape, terms, period);
        Expression slope = NormalForm.simplify(next.minus(here).over(period));
        return new Relation(terms, slope, NormalForm.simplify(here));
    }

    private static Expression sum(Shape.OfPeriodic shape, List<Relation.Term> terms, Expression x) throws NotDecided {
        List<Expression> parts = new ArrayList<>();
        for (Relation.Term term : terms) {
            Expression place = NormalForm.simplify(term.beta().times(x).plus(term.gamma()));
            parts.add(term.alpha().times(shape.window().at(place)));
        }
        return NormalForm.simplify(Expression.sum(parts));
    }
}
