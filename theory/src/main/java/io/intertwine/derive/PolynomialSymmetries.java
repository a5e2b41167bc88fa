package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Symbol;
import java.util.List;

/** The groups of polynomials of degree 2 or more, by comparison of coefficients. */
final class PolynomialSymmetries {
    private static final Expression MINUS_ONE = Expression.of(-1);

    private final Findings found;
    private final Polynomial polynomial;
    private final Remainder remainder;

    private PolynomialSymmetries(Findings found, Polynomial polynomial, Remainder remainder) {
        this.found = found;
        this.polynomial = polynomial;
        this.remainder = remainder;
    }

    /** The group of s, which is the polynomial, of degree at least 2. */
    static UnitSymmetries of(Expression s, Polynomial polynomial, Remainder remainder) throws NotDecided {
        Findings found = new Findings(s);
        PolynomialSymmetries derivation = new PolynomialSymmetries(found, polynomial, remainder);
        if (remainder == Remainder.AFFINE && polynomial.degree() == 2) {
            derivation.quadraticModuloAffine();
        } else {
            derivation.centred();
        }
        return found.result();
    }

    /** Modulo affine functions a quadratic polynomial is a multiple of x^2, and every affine map is admitted. */
    private void quadraticModuloAffine() {
        found.step("s has degree 2, so s(a x + c) - a^2 s(x) is affine for all a and c: every affine map is admitted.");
        for (Expression[] map : new Expression[][] {{Symbol.T, Expression.ZERO}, {Expression.ONE, Symbol.T}}) {
            found.requireFamily(quadraticElement(map[0], map[1]), List.of());
        }
        found.requireGenerator(quadraticElement(MINUS_ONE, Expression.ZERO), List.of());
    }

    private Element quadraticElement(Expression a, Expression c) {
        Expression b = a.power(2);
        Expression two = polynomial.coefficient(2);
        Expression one = polynomial.coefficient(1);
        Expression slope =
                Expression.of(2).times(two).times(a).times(c).plus(one.times(a)).minus(b.times(one));
        Expression constant = two.times(c.power(2))
                .plus(one.times(c))
                .plus(polynomial.coefficient(0).times(Expression.ONE.minus(b)));
        return new Element(a, c, b, slope, constant);
    }

    private void centred() throws NotDecided {
        int degree = polynomial.degree();
        Expression leading = polynomial.coefficient(degree);
        Expression centre = NormalForm.simplify(
                polynomial.coefficient(degree - 1).negate().over(leading.times(Expression.of(degree))));
        Polynomial taylor = polynomial.about(centre);
        found.step("s is a polynomial of degree " + degree + ". The coefficients of x^" + degree + " and x^"
                + (degree - 1) + " in s(a x + c) = b s(x) + " + remainderText() + " give b = a^" + degree
                + " and c = p (1 - a) with the centre p = " + centre + ".");
        int kept = 0;
        boolean evenGaps = true;
        for (int k = remainder == Remainder.CONSTANT ? 1 : 2; k < degree; k++) {
            if (!Signs.isZero(taylor.coefficient(k))) {
                kept++;
                evenGaps &= (degree - k) % 2 == 0;
                found.step("The coefficient of (x - p)^" + k + " is " + taylor.coefficient(k) + ", not 0, so a^"
                        + (degree - k) + " = 1.");
            }
        }
        decide(kept, evenGaps, centre, taylor);
    }

    private void decide(int kept, boolean evenGaps, Expression centre, Polynomial taylor) {
        if (kept == 0) {
            found.step("No other coefficient restricts a: every a that is not 0 is admitted.");
            found.requireFamily(element(Symbol.T, centre, taylor), List.of(centre));
        }
        if (evenGaps) {
            found.step(kept == 0 ? "So is a = -1." : "The real solutions are a = 1 and a = -1.");
            found.requireGenerator(element(MINUS_ONE, centre, taylor), List.of(centre));
        } else {
            found.step(
                    "The only real solution is a = 1, because one of the exponents is odd and a = -1 is excluded by it.");
        }
    }

    private Element element(Expression a, Expression centre, Polynomial taylor) {
        Expression b = a.power(polynomial.degree());
        Expression slope = remainder == Remainder.CONSTANT || polynomial.degree() == 1
                ? Expression.ZERO
                : taylor.coefficient(1).times(a.minus(b));
        Expression constant =
                taylor.coefficient(0).times(Expression.ONE.minus(b)).minus(slope.times(centre));
        return new Element(a, centre.times(Expression.ONE.minus(a)), b, slope, constant);
    }

    private String remainderText() {
        return remainder == Remainder.CONSTANT ? "a constant" : "an affine function";
    }
}
