package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether the reflection x -> 2 m - x is admitted. Applied twice it is the identity, so b^2 = 1 for functions that are not
 * affine. With b = 1 the difference s(2 m - x) - s(x) is odd about m, and an affine function odd about m is k (x - m); with b = -1 the
 * sum s(2 m - x) + s(x) is even about m, and an affine function even about m is constant, 2 s(m).
 */
final class Reflections {
    private final Findings found;
    private final PiecewiseFunction function;
    private final Remainder remainder;

    Reflections(Findings found, PiecewiseFunction function, Remainder remainder) {
        this.found = found;
        this.function = function;
        this.remainder = remainder;
    }

    /** Lists the reflection about m if it is admitted; returns whether it is. */
    boolean decide(Expression m) throws NotDecided {
        Expression s = function.expression();
        Optional<Element> odd = Optional.of(oddElement(m));
        if (odd.filter(element -> found.acceptGenerator(element, List.of(m))).isPresent()) {
            return true;
        }
        List<Element> even = evenElements(m);
        for (Element element : even) {
            if (found.acceptGenerator(element, List.of(m))) {
                return true;
            }
        }
        boolean excluded = exclude(Findings.simplified(odd.get()));
        if (remainder == Remainder.CONSTANT) {
            return exclude(Findings.simplified(even.get(0))) && excluded && false;
        }
        excludeBypass(s, m);
        return false;
    }

    private Element oddElement(Expression m) throws NotDecided {
        Expression twice = Expression.of(2).times(function.at(m));
        return new Element(Expression.of(-1), m.plus(m), Expression.of(-1), Expression.ZERO, twice);
    }

    private List<Element> evenElements(Expression m) throws NotDecided {
        List<Element> elements = new ArrayList<>();
        elements.add(evenElement(m, Expression.ZERO));
        if (remainder == Remainder.AFFINE) {
            for (Expression slope : slopes(m)) {
                elements.add(evenElement(m, slope));
            }
        }
        return elements;
    }

    private static Element evenElement(Expression m, Expression slope) {
        return new Element(
                Expression.of(-1),
                m.plus(m),
                Expression.ONE,
                slope,
                slope.times(m).negate());
    }

    /** The slopes k that s(2 m - x) = s(x) + k (x - m) can have, written in several ways. */
    private List<Expression> slopes(Expression m) throws NotDecided {
        List<Expression> slopes = new ArrayList<>();
        slopes.add(NormalForm.simplify(
                function.at(m.minus(Expression.ONE)).minus(function.at(m.plus(Expression.ONE)))));
        function.slopeSumAt(m).ifPresent(sum -> slopes.add(NormalForm.simplify(sum.negate())));
        return slopes;
    }

    private boolean exclude(Element element) {
        Optional<String> witness = Witness.of(
                element.asRelation().defect(function.expression()), function.samples());
        if (witness.isPresent()) {
            found.step("Not " + Findings.text(element) + ": the left side less the right side is not 0, " + witness.get()
                    + ".");
        } else {
            found.leaveOpen("neither a proof nor a counterexample was found for " + Findings.text(element) + ".");
        }
        return witness.isPresent();
    }

    /** The slope is forced by any point; two points that force different slopes exclude it. */
    private void excludeBypass(Expression s, Expression m) throws NotDecided {
        Expression difference = s.after(Expression.of(-1), m.plus(m)).minus(s);
        Expression slope = function.at(m.minus(Expression.ONE)).minus(function.at(m.plus(Expression.ONE)));
        Expression defect = difference.minus(slope.times(Expression.X.minus(m)));
        Optional<String> witness = Witness.of(defect, function.samples());
        if (witness.isPresent()) {
            found.step("s(2 m - x) - s(x) with m = " + m + " is no multiple of x - m: less the multiple that x = m + 1 asks"
                    + " for, " + witness.get() + ".");
        } else {
            found.leaveOpen("neither a proof nor a counterexample was found for s(2 m - x) = s(x) + k (x - m), m = " + m
                    + ".");
        }
    }

    /** Whether two numbers are known to be equal. */
    static boolean equal(Scalar left, Scalar right) {
        return left.equals(right);
    }
}
