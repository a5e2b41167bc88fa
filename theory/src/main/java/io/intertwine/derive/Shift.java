package io.intertwine.derive;

import io.intertwine.activation.Expression;
import java.util.List;
import java.util.Optional;

/**
 * Elements with a = 1: in s(x + c) = b s(x) + slope x + constant the slope is f'(x_0) and the constant f(x_0) - slope
 * x_0, where f(x) = s(x + c) - b s(x). A base point where the arguments of the functions in s are simple gives simple
 * constants, which the checker knows.
 */
record Shift(Expression s, Remainder remainder) {
    private static final int MOST_BASE_POINTS = 4;

    /** The element with these c and b, if the checker proves it. */
    Optional<Element> proved(Expression c, Expression b, List<Expression> basePoints) {
        return basePoints.stream()
                .limit(MOST_BASE_POINTS)
                .map(base -> element(c, b, base))
                .filter(element -> Identities.proved(s, element, basePoints))
                .findFirst();
    }

    private Element element(Expression c, Expression b, Expression base) {
        Expression slope = remainder == Remainder.AFFINE ? difference(s.derivative(), c, b, base) : Expression.ZERO;
        Expression constant = difference(s, c, b, base).minus(slope.times(base));
        return new Element(Expression.ONE, c, b, slope, ConstantReader.simplified(constant));
    }

    /** f(x + c) - b f(x) at the base point. */
    private static Expression difference(Expression f, Expression c, Expression b, Expression base) {
        Expression moved = f.substitute(base.plus(c));
        return ConstantReader.simplified(moved.minus(b.times(f.substitute(base))));
    }
}
