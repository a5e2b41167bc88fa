package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.activation.Function;
import java.util.ArrayList;
import java.util.List;

/**
 * The groups of a function with exactly one singular point p. An admitted map sends singular points to singular points, so it fixes p:
 * with u = x - p and f(u) = s(p + u) - s(p) it says f(a u) = b f(u) + slope u. The expansions of f on both sides of 0 decide.
 */
final class OnePointSymmetries {
    private static final Expression MINUS_ONE = Expression.of(-1);

    private final PiecewiseFunction function;
    private final Remainder remainder;
    private final Findings found;
    private final Expression p;
    private final Expression value;
    private final OneSided left;
    private final OneSided right;

    private OnePointSymmetries(PiecewiseFunction function, Remainder remainder) throws NotDecided {
        this.function = function;
        this.remainder = remainder;
        found = new Findings(function.expression());
        p = function.points().get(0);
        value = function.values().get(0);
        left = OneSided.of(function.pieces().get(0), p, -1);
        right = OneSided.of(function.pieces().get(1), p, 1);
    }

    /** The group. */
    static UnitSymmetries of(PiecewiseFunction function, Remainder remainder) throws NotDecided {
        OnePointSymmetries derivation = new OnePointSymmetries(function, remainder);
        derivation.decide();
        return derivation.found.result();
    }

    private void decide() throws NotDecided {
        found.step("s has one singular point, p = " + p
                + ". An admitted map sends it to a singular point, so it fixes p: c = p (1 - a).");
        List<Integer> exponents = exponents();
        if (exponents.size() >= 2) {
            found.step("With u = x - p, s(p + u) - s(p) has terms of order " + halves(exponents.get(0)) + " ("
                    + coefficients(exponents.get(0)) + ") and of order " + halves(exponents.get(1)) + " ("
                    + coefficients(exponents.get(1)) + ")" + modulo() + ", so |a|^" + halves(exponents.get(0))
                    + " = |b| = |a|^"
                    + halves(exponents.get(1)) + " and |a| = 1.");
            new Reflections(found, function, remainder).decide(p);
        } else if (exponents.size() == 1
                && left.polynomial().isPresent()
                && right.polynomial().isPresent()) {
            homogeneous(exponents.get(0));
        } else {
            throw new NotDecided("two orders that occur in the expansion of s at its singular point " + p);
        }
    }

    /** The exponents, in halves, of the terms that restrict a; all of them if both sides are polynomials, else at least two. */
    private List<Integer> exponents() throws NotDecided {
        boolean exact = left.polynomial().isPresent() && right.polynomial().isPresent();
        List<Integer> exponents = new ArrayList<>();
        for (int h = 0; h <= Math.max(left.largest(), right.largest()); h++) {
            if (exact ? occurs(h) : isSeenToOccur(h)) {
                exponents.add(h);
            }
            if (!exact && exponents.size() == 2) {
                break;
            }
        }
        return exponents;
    }

    private boolean isSeenToOccur(int h) {
        try {
            return occurs(h);
        } catch (NotDecided notKnown) {
            return false;
        }
    }

    /** Modulo affine functions only the change of the slope counts. */
    private boolean occurs(int h) throws NotDecided {
        if (h == 2 && remainder == Remainder.AFFINE) {
            return !Signs.isZero(term(left, 2).plus(term(right, 2)));
        }
        return !Signs.isZero(term(left, h)) || !Signs.isZero(term(right, h));
    }

    /** The coefficient of |u|^(h/2) in f on one side. */
    private Expression term(OneSided side, int h) throws NotDecided {
        Expression coefficient = side.coefficient(h);
        return NormalForm.simplify(h == 0 ? coefficient.minus(value) : coefficient);
    }

    /** f is r u^k for u > 0 and l |u|^k for u < 0, k = h/2, up to an affine function where that is admitted. */
    private void homogeneous(int h) throws NotDecided {
        Expression r = term(right, h);
        Expression l = term(left, h);
        boolean kink = h == 2 && remainder == Remainder.AFFINE;
        found.step("s(p + u) - s(p) is " + multiple(r, kink ? "u" : power("|u|", h)) + " for u > 0 and "
                + multiple(l, power("|u|", h)) + " for u < 0" + modulo() + ": every a > 0 is admitted, with b = "
                + power("a", h)
                + ".");
        Expression b = power(h);
        Expression slope = kink ? Expression.ZERO : affineSlope().times(Symbol.T.minus(b));
        found.requireFamily(element(Symbol.T, b, slope), List.of(p));
        negative(r, l, kink);
    }

    private static String multiple(Expression factor, String power) {
        if (factor.equals(Expression.ZERO) || factor.equals(Expression.ONE)) {
            return factor.equals(Expression.ZERO) ? "0" : power;
        }
        return factor instanceof Expression.Sum ? "(" + factor + ") " + power : factor + " " + power;
    }

    private void negative(Expression r, Expression l, boolean kink) throws NotDecided {
        if (kink) {
            found.requireGenerator(element(MINUS_ONE, Expression.ONE, l.minus(r)), List.of(p));
            return;
        }
        int sign = Signs.isZero(l.minus(r)) ? 1 : Signs.isZero(l.plus(r)) ? -1 : 0;
        if (sign == 0) {
            found.step("A factor a < 0 exchanges the sides and would need the same absolute value of " + r + " and " + l
                    + ": it is excluded.");
            AlmostEverywhere.reflection(function, p)
                    .filter(sentence -> remainder == Remainder.CONSTANT)
                    .ifPresent(found::step);
            return;
        }
        Expression slope = affineSlope().times(Expression.of(-1L - sign));
        found.requireGenerator(element(MINUS_ONE, Expression.of(sign), slope), List.of(p));
    }

    /** The slope that f has besides its term of the order that counts; 0 where an affine function is not admitted. */
    private Expression affineSlope() throws NotDecided {
        return remainder == Remainder.AFFINE ? term(right, 2) : Expression.ZERO;
    }

    private Element element(Expression a, Expression b, Expression slope) {
        Expression constant = value.times(Expression.ONE.minus(b)).minus(slope.times(p));
        return new Element(a, p.times(Expression.ONE.minus(a)), b, slope, constant);
    }

    private static Expression power(int h) {
        Expression whole = Symbol.T.power(h / 2);
        return h % 2 == 0 ? whole : whole.times(Expression.apply(Function.SQRT, Symbol.T));
    }

    private static String power(String base, int h) {
        return h == 2 ? base : base + "^" + halves(h);
    }

    private static String halves(int h) {
        return h % 2 == 0 ? String.valueOf(h / 2) : "(" + h + "/2)";
    }

    private String coefficients(int h) throws NotDecided {
        return term(left, h) + " on the left, " + term(right, h) + " on the right";
    }

    private String modulo() {
        return remainder == Remainder.CONSTANT ? "" : " modulo affine functions";
    }
}
