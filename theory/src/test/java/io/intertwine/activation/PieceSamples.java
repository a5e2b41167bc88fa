package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Decomposition.Pieces;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/** Compares a function with its pieces at numbers, by evaluating both; knows nothing of how the pieces were found. */
final class PieceSamples {
    private static final int BITS = 100;
    private static final BigFraction TINY = new BigFraction(BigInteger.ONE, BigInteger.ONE.shiftLeft(40));

    private final Expression function;
    private final Pieces pieces;

    PieceSamples(Expression function, Pieces pieces) {
        this.function = function;
        this.pieces = pieces;
    }

    void requireAgreement() {
        requireAgreement(60);
    }

    /** At 4 size + 2 numbers, and at and beside every point. */
    void requireAgreement(int size) {
        for (int k = -size; k <= size; k++) {
            requireAt(new BigFraction(60 * k, 7 * size));
            requireAt(new BigFraction(15 * k, size));
        }
        for (Expression point : pieces.points()) {
            Enclosure near = point.encloseConstant(BITS);
            if (!point.exact().filter(Scalar::isRational).isPresent()) {
                requireNear(point);
            } else {
                requireAt(near.lower());
            }
            requireAt(near.lower().subtract(TINY));
            requireAt(near.upper().add(TINY));
        }
    }

    /** The value at an irrational point is among those that the function has very near. */
    private void requireNear(Expression point) {
        int place = pieces.points().indexOf(point);
        Enclosure value = turn(pieces.values().get(place), BigInteger.ZERO).encloseConstant(BITS);
        requireOverlap(function.enclose(point.encloseConstant(BITS)), value, "near " + ExpressionText.of(point));
    }

    void requireAt(BigFraction x) {
        Expression piece = pieces.period().isPresent() ? inTurns(x) : once(x);
        Optional<Scalar> expected = function.exact(Scalar.of(x));
        Optional<Scalar> found = piece.exact(Scalar.of(x));
        if (expected.isPresent() && found.isPresent()) {
            assertThat(found).as("at %s", x).isEqualTo(expected);
            return;
        }
        Enclosure at = Enclosure.from(x, BITS);
        if (at.contains(x) && at.isPoint()) {
            requireOverlap(function.enclose(at), piece.enclose(at), "at " + x);
        } else {
            Expression there = Expression.of(Scalar.of(x));
            Enclosure direct = function.substitute(there).encloseConstant(BITS);
            requireOverlap(direct, piece.substitute(there).encloseConstant(BITS), "at " + x);
        }
    }

    private static void requireOverlap(Enclosure expected, Enclosure found, String where) {
        if (expected.isBounded() && found.isBounded()) {
            boolean apart = expected.upper().compareTo(found.lower()) < 0
                    || found.upper().compareTo(expected.lower()) < 0;
            assertThat(apart)
                    .as("%s: %s and %s are apart", where, expected, found)
                    .isFalse();
        }
    }

    private Expression once(BigFraction x) {
        int place = place(x, pieces.points());
        return isAt(x, place) ? pieces.values().get(place) : pieces.pieces().get(place);
    }

    private boolean isAt(BigFraction x, int place) {
        return place < pieces.points().size() && compare(x, pieces.points().get(place)) == 0;
    }

    /** The number of points that are less than x. */
    private static int place(BigFraction x, List<Expression> points) {
        return (int) points.stream().filter(point -> compare(x, point) > 0).count();
    }

    private static int compare(BigFraction x, Expression point) {
        Optional<Scalar> exact = point.exact();
        if (exact.isPresent()) {
            return Scalar.of(x).compareTo(exact.get());
        }
        Enclosure bounds = point.encloseConstant(BITS);
        assertThat(bounds.contains(x)).as("%s is too close to %s", x, point).isFalse();
        return x.compareTo(bounds.lower()) < 0 ? -1 : 1;
    }

    private Expression inTurns(BigFraction x) {
        Expression period = pieces.period().orElseThrow();
        Expression first = pieces.points().get(0);
        BigFraction length = period.encloseConstant(BITS).lower();
        BigInteger guess = OpenInterval.floor(
                x.subtract(first.encloseConstant(BITS).lower()).divide(length));
        BigInteger n = Stream.of(1, 0, -1)
                .map(k -> guess.add(BigInteger.valueOf(k)))
                .filter(k -> compare(x, shifted(first, k)) >= 0)
                .findFirst()
                .orElseThrow();
        List<Expression> points =
                pieces.points().stream().map(point -> shifted(point, n)).toList();
        int place = place(x, points);
        boolean at = place < points.size() && compare(x, points.get(place)) == 0;
        return turn(at ? pieces.values().get(place) : pieces.pieces().get(place - 1), n);
    }

    private Expression shifted(Expression point, BigInteger n) {
        return point.plus(pieces.period().orElseThrow().times(Expression.of(Scalar.of(n))));
    }

    /** With a number in the place of n. */
    static Expression turn(Expression expression, BigInteger n) {
        if (expression.equals(Symbol.N)) {
            return Expression.of(Scalar.of(n));
        }
        return expression.children().isEmpty()
                ? expression
                : expression.withChildren(expression.children().stream()
                        .map(part -> turn(part, n))
                        .toList());
    }
}
