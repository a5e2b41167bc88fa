package io.intertwine.activation;

import io.intertwine.activation.Decomposition.Pieces;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.activation.Resolution.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decomposes functions; throws {@link UndefinedException} or {@link UndecidedException} where it cannot. */
final class Decomposer {
    private static final int STEPS = 60_000;
    private static final int MOST_NODES = 2_000;
    private static final int DEEPEST = 200;

    private static final int[] SAMPLES = {0, 2, -2, 1, -1, 4, -4, 6, -6, 8, -8, 20, -20};

    private Decomposer() {}

    static Pieces decompose(Expression function) {
        requireSmall(function);
        try {
            return once(function);
        } catch (InfinitelyManyException infinitelyManyPoints) {
            return repeatedOrRefuted(function);
        } catch (UndecidedException undecided) {
            refute(function);
            throw undecided;
        }
    }

    private static Pieces repeatedOrRefuted(Expression function) {
        try {
            return repeated(function);
        } catch (UndecidedException undecided) {
            refute(function);
            throw undecided;
        }
    }

    /** Looks for a number at which the function is proved to have no value. */
    private static void refute(Expression function) {
        Budget budget = new Budget(STEPS);
        Resolution resolution = new Resolution(budget, new PlainTests(budget));
        for (int k : SAMPLES) {
            try {
                resolution.at(Expression.of(k, 2), function);
            } catch (UndecidedException notHere) {
                // Perhaps elsewhere.
            }
        }
    }

    private static void requireSmall(Expression function) {
        if (depth(function) > DEEPEST) {
            throw new UndecidedException("the expression is too deeply nested");
        }
        new Budget(MOST_NODES).spend(size(function));
    }

    private static int depth(Expression expression) {
        return 1
                + expression.children().stream()
                        .mapToInt(Decomposer::depth)
                        .max()
                        .orElse(0);
    }

    static int size(Expression expression) {
        return 1 + expression.children().stream().mapToInt(Decomposer::size).sum();
    }

    private static Pieces once(Expression function) {
        Budget budget = new Budget(STEPS);
        Resolution resolution = new Resolution(budget, new PlainTests(budget));
        List<Segment> segments = resolution.on(OpenInterval.LINE, function);
        List<Expression> points = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        List<Expression> pieces = new ArrayList<>(List.of(segments.get(0).piece()));
        for (Segment segment : segments.subList(1, segments.size())) {
            Expression point = segment.interval().lower();
            Expression value = resolution.at(point, function);
            Expression left = pieces.get(pieces.size() - 1);
            if (nothingHappens(resolution, point, left, segment.piece(), value, left.substitute(point))) {
                pieces.set(pieces.size() - 1, common(left, segment.piece()));
            } else {
                points.add(point);
                values.add(value);
                pieces.add(segment.piece());
            }
        }
        return new Pieces(points, pieces, values, Optional.empty());
    }

    /** Whether a piece goes on through a point: the same on both sides, regular, and with the value there. */
    private static boolean nothingHappens(
            Resolution resolution,
            Expression point,
            Expression left,
            Expression right,
            Expression value,
            Expression at) {
        try {
            return NormalForm.same(left, right) && NormalForm.same(value, at) && resolution.isRegularAt(point, left);
        } catch (UndecidedException keepThePoint) {
            return false;
        }
    }

    /** One expression for two with the same normal form, which is defined where either is. */
    private static Expression common(Expression left, Expression right) {
        return left.equals(right) ? left : NormalForm.simplify(left);
    }

    private static Pieces repeated(Expression function) {
        if (mentionsTurn(function)) {
            // The pieces would use the same symbol for the number of the turn.
            throw new UndecidedException("the symbol n occurs in a function with repeating pieces");
        }
        Budget budget = new Budget(STEPS);
        Expression period = Periods.common(function);
        Resolution resolution = new Resolution(budget, new TurnTests(period, budget));
        List<Segment> segments = resolution.on(OpenInterval.between(Expression.ZERO, period), function);
        List<Expression> points = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        List<Expression> pieces = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            Expression point = segments.get(i).interval().lower();
            Expression value = resolution.at(point, function);
            Expression piece = withTurnsJoined(segments.get(i).piece());
            Expression left = i > 0
                    ? pieces.isEmpty() ? withTurnsJoined(segments.get(i - 1).piece()) : last(pieces)
                    : before(segments);
            Expression at = left.substitute(point.plus(period.times(Symbol.N)));
            boolean needed = i == segments.size() - 1 && pieces.isEmpty();
            if (needed || !left.equals(piece) || !nothingHappens(resolution, point, left, piece, value, at)) {
                points.add(point);
                values.add(value);
                pieces.add(piece);
            }
        }
        return new Pieces(points, pieces, values, Optional.of(period));
    }

    private static boolean mentionsTurn(Expression expression) {
        return expression.equals(Symbol.N) || expression.children().stream().anyMatch(Decomposer::mentionsTurn);
    }

    /** Multiplied out where floors left several multiples of n. */
    private static Expression withTurnsJoined(Expression piece) {
        return ConstantSign.hasSymbol(piece) ? NormalForm.simplify(piece) : piece;
    }

    private static Expression last(List<Expression> pieces) {
        return pieces.get(pieces.size() - 1);
    }

    /** The last piece of the turn before. */
    private static Expression before(List<Segment> segments) {
        Expression last = withTurnsJoined(segments.get(segments.size() - 1).piece());
        return withTurnsJoined(Resolution.replace(last, Symbol.N, Symbol.N.minus(Expression.ONE)));
    }
}
