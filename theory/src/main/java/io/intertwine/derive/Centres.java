package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Variable;
import io.intertwine.exact.Enclosure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/**
 * Proves or excludes reflections x -> 2q - x of s at given centres. With F(x) = s(2q - x) - b s(x), b = +-1: for b = 1
 * F(2q - x) = -F(x), so an affine F is slope (x - q); for b = -1 F(2q - x) = F(x), so an affine F is a constant, 2
 * s(q).
 */
final class Centres {
    private static final int MOST_BISECTIONS = 12;
    private static final int MOST_STRUCTURAL_CENTRES = 12;

    private final Expression s;
    private final Remainder remainder;
    private final Deadline deadline;

    Centres(Expression s, Remainder remainder, Deadline deadline) {
        this.s = s;
        this.remainder = remainder;
        this.deadline = deadline;
    }

    /** 0 and the points where an affine argument is 0 or a quadratic one is extremal. */
    List<Expression> structuralCentres() {
        Set<Expression> centres = new LinkedHashSet<>(List.of(Expression.ZERO));
        collect(s, centres);
        return centres.stream().limit(MOST_STRUCTURAL_CENTRES).toList();
    }

    private void collect(Expression expression, Set<Expression> centres) {
        if (expression.isConstant() || expression instanceof Variable) {
            return;
        }
        try {
            ExponentialSum u = new ExponentialSumReader(deadline).read(expression);
            int degree =
                    u.terms().stream().mapToInt(ExponentialTerm::power).max().orElse(0);
            if (u.isPolynomial() && (degree == 1 || degree == 2)) {
                ComplexConstant leading = u.polynomialCoefficient(degree);
                ComplexConstant next = u.polynomialCoefficient(degree - 1);
                centres.add(
                        next.real().divide(leading.real()).multiply(-1, degree).expression());
            }
        } catch (UndecidedException | ArithmeticException notPolynomial) {
            // Its parts may be.
        }
        expression.children().forEach(part -> collect(part, centres));
    }

    /** The element with this centre, if there is one and the checker proves it. */
    Optional<Element> proved(Expression q) {
        for (Element element : elements(q)) {
            int b = element.b().equals(Expression.ONE) ? 1 : -1;
            if (isPossible(q, b) && Identities.proved(s, element, List.of(q))) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private boolean isPossible(Expression q, int b) {
        return Separation.ofReflection(s, q.encloseConstant(Separation.QUICK), b, remainder, deadline)
                .isEmpty();
    }

    /**
     * Whether no point between 0 and the bound is the centre of a reflection: shown on small intervals, all members at
     * once.
     */
    boolean excludedUpTo(Expression bound) {
        Enclosure end = bound.encloseConstant(Separation.QUICK);
        return end.isBounded() && excludedBetween(Enclosure.from(BigFraction.ZERO, end.bits()), end, 0);
    }

    private boolean excludedBetween(Enclosure lower, Enclosure upper, int depth) {
        Enclosure all = lower.union(upper);
        if (Separation.ofReflection(s, all, 1, remainder, deadline).isPresent()
                && Separation.ofReflection(s, all, -1, remainder, deadline).isPresent()) {
            return true;
        }
        Enclosure middle = lower.add(upper).multiply(new BigFraction(1, 2));
        return depth < MOST_BISECTIONS
                && excludedBetween(lower, middle, depth + 1)
                && excludedBetween(middle, upper, depth + 1);
    }

    /** Why there is no element with this centre; empty if that is not shown. */
    Optional<String> excluded(Expression q) {
        Optional<String> even = Separation.ofReflection(s, q, 1, remainder, deadline);
        Optional<String> odd = Separation.ofReflection(s, q, -1, remainder, deadline);
        if (even.isEmpty() || odd.isEmpty()) {
            return Optional.empty();
        }
        String difference = remainder == Remainder.CONSTANT ? "is not constant" : "is not affine";
        return Optional.of(
                "x -> 2q - x with q = " + q + " is not a symmetry: s(2q - x) - s(x) " + difference + " (values at "
                        + even.get() + "), and s(2q - x) + s(x) " + difference + " (values at " + odd.get() + ").");
    }

    private List<Element> elements(Expression q) {
        Expression minus = Expression.of(-1);
        Expression twice = ConstantReader.simplified(Expression.of(2).times(q));
        Expression value = Expression.of(2).times(s.substitute(q));
        List<Element> elements = new ArrayList<>();
        // The checker may know the constant in one form and not in the other.
        for (Expression constant : new LinkedHashSet<>(List.of(ConstantReader.simplified(value), value))) {
            elements.add(new Element(minus, twice, minus, Expression.ZERO, constant));
        }
        elements.add(new Element(minus, twice, Expression.ONE, Expression.ZERO, Expression.ZERO));
        if (remainder == Remainder.AFFINE) {
            for (Expression slope : slopes(q)) {
                Expression constant = ConstantReader.simplified(slope.times(q).negate());
                elements.add(new Element(minus, twice, Expression.ONE, slope, constant));
            }
        }
        return elements;
    }

    /** For b = 1 the slope of F in two forms: F'(q) = -2 s'(q), and F(q + 1). */
    private Set<Expression> slopes(Expression q) {
        Expression derivative = s.derivative().substitute(q).times(Expression.of(-2));
        Expression left = s.substitute(q.minus(Expression.ONE));
        Expression difference = left.minus(s.substitute(q.plus(Expression.ONE)));
        return new LinkedHashSet<>(
                List.of(ConstantReader.simplified(derivative), ConstantReader.simplified(difference)));
    }
}
