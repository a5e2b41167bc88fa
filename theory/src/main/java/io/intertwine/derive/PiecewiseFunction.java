package io.intertwine.derive;

import io.intertwine.activation.Decomposition.Pieces;
import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A function with its analytic pieces on the intervals between finitely many points. */
final class PiecewiseFunction {
    private static final int PERIODS = 3;

    private final Expression s;
    private final List<Expression> points;
    private final List<Expression> pieces;
    private final List<Expression> values;
    private final boolean window;

    private PiecewiseFunction(
            Expression s, List<Expression> points, List<Expression> pieces, List<Expression> values, boolean window) {
        this.window = window;
        this.s = s;
        this.points = points;
        this.pieces = pieces;
        this.values = values;
    }

    /** A function without singular points. */
    static PiecewiseFunction analytic(Expression s) {
        return new PiecewiseFunction(s, List.of(), List.of(s), List.of(), false);
    }

    /** The pieces between the true singularities: points where the function is analytic are removed. */
    static PiecewiseFunction of(Expression s, Pieces given, List<String> steps) throws NotDecided {
        List<Expression> points = new ArrayList<>();
        List<Expression> pieces = new ArrayList<>(List.of(given.pieces().get(0)));
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < given.points().size(); i++) {
            Expression point = given.points().get(i);
            Singularity here = new Singularity(
                    point,
                    pieces.get(pieces.size() - 1),
                    given.pieces().get(i + 1),
                    given.values().get(i));
            steps.add(here.reason());
            if (here.isTrue()) {
                points.add(NormalForm.simplify(point));
                pieces.add(given.pieces().get(i + 1));
                values.add(NormalForm.simplify(given.values().get(i)));
            }
        }
        return new PiecewiseFunction(s, points, pieces, values, false);
    }

    /** The pieces of a function with a period in finitely many periods around 0; beyond them nothing is said. */
    static PiecewiseFunction window(Expression s, Pieces periodic) {
        Expression period = periodic.period().orElseThrow();
        List<Expression> points = new ArrayList<>();
        List<Expression> pieces = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        pieces.add(s);
        for (int n = -PERIODS; n <= PERIODS; n++) {
            Expression turns = Expression.of(n);
            for (int i = 0; i < periodic.points().size(); i++) {
                points.add(NormalForm.simplify(periodic.points().get(i).plus(turns.times(period))));
                pieces.add(Symbols.substitute(periodic.pieces().get(i), Symbol.N, turns));
                values.add(Symbols.substitute(periodic.values().get(i), Symbol.N, turns));
            }
        }
        pieces.set(pieces.size() - 1, s);
        return new PiecewiseFunction(s, points, pieces, values, true);
    }

    /** The function as a formula. */
    Expression expression() {
        return s;
    }

    /** The singular points, increasing. */
    List<Expression> points() {
        return points;
    }

    /** The pieces, left to right. */
    List<Expression> pieces() {
        return pieces;
    }

    /** 1 where the outermost pieces are unknown because the points go on, and else 0. */
    int firstPiece() {
        return window ? 1 : 0;
    }

    /** The values at the singular points. */
    List<Expression> values() {
        return values;
    }

    /** The value at a constant. */
    Expression at(Expression x) throws NotDecided {
        Optional<Scalar> exact = x.exact().flatMap(s::exact);
        if (exact.isPresent()) {
            return Expression.of(exact.get());
        }
        for (int i = 0; i < points.size(); i++) {
            int sign = Signs.compare(x, points.get(i));
            if (sign <= 0) {
                return sign == 0 ? values.get(i) : valueOf(pieces.get(i), x);
            }
        }
        return valueOf(pieces.get(pieces.size() - 1), x);
    }

    private static Expression valueOf(Expression piece, Expression x) {
        Optional<Scalar> exact = x.exact().flatMap(piece::exact);
        return exact.map(Expression::of).orElseGet(() -> NormalForm.simplify(piece.substitute(x)));
    }

    /** The sum of the one-sided derivatives at a constant, where they exist. */
    Optional<Expression> slopeSumAt(Expression x) throws NotDecided {
        int left = 0;
        int right = 0;
        for (Expression point : points) {
            int sign = Signs.compare(point, x);
            left += sign < 0 ? 1 : 0;
            right += sign <= 0 ? 1 : 0;
        }
        OneSided below = OneSided.of(pieces.get(left), x, -1);
        OneSided above = OneSided.of(pieces.get(right), x, 1);
        if (below.ramification() != 1 || above.ramification() != 1) {
            return Optional.empty();
        }
        return Optional.of(above.coefficient(2).minus(below.coefficient(2)));
    }

    /** Points to look for counterexamples at: inside the pieces and singular ones in turn, those near 0 first; then others. */
    List<Scalar> samples() {
        List<Scalar> inside = new ArrayList<>(interior());
        List<Scalar> singular = new ArrayList<>();
        points.forEach(point -> point.exact().ifPresent(singular::add));
        if (window) {
            inside.sort(Comparator.comparing(Scalar::abs));
            singular.sort(Comparator.comparing(Scalar::abs));
        }
        List<Scalar> samples = new ArrayList<>();
        for (int i = 0; i < Math.max(inside.size(), singular.size()); i++) {
            if (i < inside.size()) {
                samples.add(inside.get(i));
            }
            if (i < singular.size()) {
                samples.add(singular.get(i));
            }
        }
        samples.addAll(Witness.points(points));
        return samples.stream().distinct().toList();
    }

    /** Rational points inside the pieces, where the function is analytic. */
    List<Scalar> interior() {
        List<Scalar> inside = new ArrayList<>();
        for (int i = firstPiece(); i <= points.size() - firstPiece(); i++) {
            Optional<Expression> lower = i == 0 ? Optional.empty() : Optional.of(points.get(i - 1));
            Optional<Expression> upper = i == points.size() ? Optional.empty() : Optional.of(points.get(i));
            inside.addAll(Witness.between(lower, upper));
        }
        return inside;
    }

    /** The pieces as polynomials, if all of them are. */
    Optional<List<Polynomial>> polynomials() throws NotDecided {
        List<Polynomial> polynomials = new ArrayList<>();
        for (Expression piece : pieces) {
            Optional<Polynomial> polynomial = Polynomial.tryOf(piece);
            if (polynomial.isEmpty()) {
                return Optional.empty();
            }
            polynomials.add(polynomial.get());
        }
        return Optional.of(polynomials);
    }
}
