package io.intertwine.derive;

import io.intertwine.activation.Expression;
import java.util.List;
import java.util.Optional;

/** Relations that hold at all but single points. They certify nothing; the derivation mentions them. */
final class AlmostEverywhere {
    private AlmostEverywhere() {}

    /** The sentence about the reflection about m, if it maps the pieces to each other with b = 1 or -1 and one constant. */
    static Optional<String> reflection(PiecewiseFunction function, Expression m) {
        try {
            for (int b : new int[] {1, -1}) {
                Optional<Expression> constant = difference(function, m, b);
                if (constant.isPresent()) {
                    return Optional.of(sentence(m, b, constant.get()));
                }
            }
        } catch (NotDecided open) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The constant that s(2 m - x) - b s(x) is on all pieces. */
    private static Optional<Expression> difference(PiecewiseFunction function, Expression m, int b) throws NotDecided {
        List<Expression> points = function.points();
        Optional<Expression> common = Optional.empty();
        for (int i = function.firstPiece(); i <= points.size() - function.firstPiece(); i++) {
            int image = image(function, m, i);
            if (image < 0) {
                continue;
            }
            Expression mirrored =
                    function.pieces().get(image).substitute(m.plus(m).minus(Expression.X));
            Expression difference =
                    NormalForm.simplify(mirrored.minus(function.pieces().get(i).times(Expression.of(b))));
            if (!difference.isConstant()
                    || common.filter(known -> !known.equals(difference)).isPresent()) {
                return Optional.empty();
            }
            common = Optional.of(difference);
        }
        return common;
    }

    /** The piece that the reflection sends piece i to, or -1 if that is outside of what is known. */
    private static int image(PiecewiseFunction function, Expression m, int i) throws NotDecided {
        List<Expression> points = function.points();
        if (i == points.size()) {
            return Signs.isZero(m.plus(m).minus(points.get(i - 1)).minus(points.get(0))) ? 0 : -1;
        }
        Expression start = m.plus(m).minus(points.get(i));
        for (int j = 0; j < points.size(); j++) {
            if (Signs.isZero(points.get(j).minus(start))) {
                return j + 1 <= points.size() - function.firstPiece() ? j + 1 : -1;
            }
        }
        return -1;
    }

    private static String sentence(Expression m, int b, Expression constant) {
        Expression inner = NormalForm.simplify(m.plus(m).minus(Expression.X));
        Expression right = constant.equals(Expression.ZERO) ? Expression.ZERO : constant;
        return "Only almost everywhere, and certifying nothing: s(" + inner + ") = " + (b > 0 ? "s(x)" : "-s(x)")
                + (right.equals(Expression.ZERO) ? "" : " + (" + right + ")") + " off the singular points.";
    }
}
