package io.intertwine.derive;

import io.intertwine.activation.Expression;
import java.util.Optional;

/** Relations that hold at all but single points. They certify nothing; the derivation mentions them. */
final class AlmostEverywhere {
    private AlmostEverywhere() {}

    /** The sentence about the reflection about p of a function with the one singular point p, if there is something to say. */
    static Optional<String> reflection(PiecewiseFunction function, Expression p) throws NotDecided {
        Expression left = function.pieces().get(0);
        Expression mirrored = NormalForm.simplify(left.substitute(p.plus(p).minus(Expression.X)));
        Expression right = function.pieces().get(1);
        for (int b : new int[] {1, -1}) {
            Expression difference = NormalForm.simplify(mirrored.minus(right.times(Expression.of(b))));
            Optional<Polynomial> rest = Polynomial.tryOf(difference);
            if (rest.isPresent() && rest.get().degree() <= 0) {
                return Optional.of(sentence(p, b, difference));
            }
        }
        return Optional.empty();
    }

    /** The sentence. */
    static String sentence(Expression m, int b, Expression constant) {
        Expression inner = NormalForm.simplify(m.plus(m).minus(Expression.X));
        return "Only almost everywhere, and certifying nothing: s(" + inner + ") = " + (b > 0 ? "" : "-") + "s(x) + ("
                + constant + ") off the singular points.";
    }
}
