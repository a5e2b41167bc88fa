package io.intertwine.derive;

import io.intertwine.activation.Expression;
import java.util.List;
import java.util.Optional;

/** Elements with a = 1: the constants in s(x + c) = b s(x) + slope x + constant are those at x = 0. */
record Shift(Expression s, Remainder remainder) {
    /** The element with these c and b, if the checker proves it. */
    Optional<Element> proved(Expression c, Expression b, List<Expression> basePoints) {
        Expression constant = difference(s, c, b);
        Expression slope = remainder == Remainder.AFFINE ? difference(s.derivative(), c, b) : Expression.ZERO;
        Element element = new Element(Expression.ONE, c, b, slope, constant);
        return Identities.proved(s, element, basePoints) ? Optional.of(element) : Optional.empty();
    }

    /** f(c) - b f(0). */
    private static Expression difference(Expression f, Expression c, Expression b) {
        return ConstantReader.simplified(f.substitute(c).minus(b.times(f.substitute(Expression.ZERO))));
    }
}
