package io.intertwine.derive;

import io.intertwine.activation.Expression;
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
        Optional<String> witness =
                Exclusion.of(function.expression(), Expression.of(-1), m.plus(m), remainder, function.samples());
        if (witness.isPresent()) {
            found.step("The reflection about m = " + m + " is excluded for every b: s(2 m - x), s(x)"
                    + (remainder == Remainder.CONSTANT ? " and 1" : ", 1 and x") + " are linearly independent, as "
                    + witness.get() + ".");
            AlmostEverywhere.reflection(function, m)
                    .filter(sentence -> remainder == Remainder.CONSTANT)
                    .ifPresent(found::step);
            return false;
        }
        List<Element> candidates = new ArrayList<>(evenElements(m));
        candidates.add(oddElement(m));
        for (Element element : candidates) {
            if (found.acceptGenerator(element, List.of(m))) {
                return true;
            }
        }
        found.leaveOpen("neither a proof nor a counterexample was found for the reflection about " + m + ".");
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
        slopes.add(
                NormalForm.simplify(function.at(m.minus(Expression.ONE)).minus(function.at(m.plus(Expression.ONE)))));
        try {
            function.slopeSumAt(m).ifPresent(sum -> slopes.add(NormalForm.simplify(sum.negate())));
        } catch (NotDecided noDerivative) {
            found.step("The derivative of s at " + m + " was not found.");
        }
        return slopes;
    }
}
