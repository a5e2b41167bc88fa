package io.intertwine.check;

import io.intertwine.activation.Decomposition;
import io.intertwine.activation.Decomposition.Pieces;
import io.intertwine.activation.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * A function of one real variable is zero everywhere if it is zero at the points between its pieces and every piece, analytic on its
 * open interval, is zero near one point of it or of its ends ({@link DifferentialRule}). Where the pieces repeat, one turn is checked
 * with the number n of the turn as a symbol.
 */
final class IdentityRule {
    private IdentityRule() {}

    /** Rejects unless the function is proved to be zero at every real x, and for all values of its symbols. */
    static void requireZero(Expression function, List<Expression> hints) throws Rejection {
        Decomposition decomposition = Decomposition.of(function);
        if (decomposition instanceof Decomposition.Undetermined undetermined) {
            throw new Rejection("the pieces are not known: " + undetermined.reason());
        }
        Pieces pieces = (Pieces) decomposition;
        for (Expression value : pieces.values()) {
            DifferentialRule.requireZero(value, Expression.ZERO);
        }
        for (int i = 0; i < pieces.pieces().size(); i++) {
            requireZeroPiece(pieces.pieces().get(i), basePoints(pieces, i, hints));
        }
    }

    private static void requireZeroPiece(Expression piece, List<Expression> basePoints) throws Rejection {
        List<String> failures = new ArrayList<>();
        for (Expression basePoint : basePoints) {
            try {
                DifferentialRule.requireZero(piece, basePoint);
                return;
            } catch (Rejection failure) {
                failures.add("from x = " + basePoint + ": " + failure.getMessage());
            }
        }
        throw new Rejection("not proved to be zero: " + piece + "; " + String.join("; ", failures));
    }

    /** Points of the closed interval of a piece. */
    private static List<Expression> basePoints(Pieces pieces, int i, List<Expression> hints) {
        List<Expression> points = pieces.points();
        if (points.isEmpty()) {
            List<Expression> everywhere = new ArrayList<>(hints);
            everywhere.addAll(List.of(Expression.ZERO, Expression.ONE, Expression.of(-1)));
            return everywhere;
        }
        if (pieces.period().isPresent()) {
            Expression period = pieces.period().get();
            Expression end =
                    i + 1 < points.size() ? points.get(i + 1) : points.get(0).plus(period);
            Expression turn = period.times(Expression.Symbol.N);
            return between(points.get(i).plus(turn), end.plus(turn));
        }
        if (i == 0) {
            return List.of(points.get(0), points.get(0).minus(Expression.ONE));
        }
        Expression start = points.get(i - 1);
        return i == points.size() ? List.of(start, start.plus(Expression.ONE)) : between(start, points.get(i));
    }

    private static List<Expression> between(Expression start, Expression end) {
        return List.of(start, end, start.plus(end).times(Expression.of(1, 2)));
    }
}
