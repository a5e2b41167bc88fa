package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The symmetries that D may have by its expansions D(x) ~ A x^k e^(p(x)) at infinity and D(-x) ~ B x^j e^(r(x)) at
 * minus infinity.
 *
 * <p>Translations. Let D(x + c) = b D(x), c != 0. As x grows D(x + c) / D(x) tends to b, so p has a degree of at most
 * 1, p = l x, b = e^(l c); then g(x) = D(x) e^(-l x) has the period c, and g ~ A x^k, so k = 0 and the continuous
 * periodic function g with the limit A is the constant A: D = A e^(l x). This is excluded by a second term in one of
 * the expansions.
 *
 * <p>Reflections. Let D(2q - x) = b D(x), hence b = +-1. The expansion at minus infinity with x - 2q in place of x is b
 * times that at infinity, and expansions are unique: k = j, and r(x - 2q) - p(x) is a constant. For a degree d >= 2 the
 * highest coefficients of p and r agree and the second ones give q; for r = p = l x also |B| e^(-2 q l) = |A|, which
 * gives q; for p = r = 0 we have |A| = |B|, and the next coefficient B' - 2 q k B = b A' of x^(k-1) gives q if k != 0;
 * for k = 0 the constants agree up to b and are left away, and the next terms are compared.
 */
final class EndBehaviour {
    private final Expansion right;
    private final Expansion left;
    private final List<String> steps = new ArrayList<>();

    private EndBehaviour(Expansion right, Expansion left) {
        this.right = right;
        this.left = left;
    }

    /** The limitation for the function with these expansions at infinity and, in -x, at minus infinity. */
    static Limitation of(Expansion right, Expansion left) {
        EndBehaviour ends = new EndBehaviour(right, left);
        ends.steps.add("As x goes to infinity D(x) = " + right + ", and D(-x) = " + left + ".");
        ends.excludePolynomials();
        ends.excludeTranslations();
        List<Expression> centres = ends.centres();
        return new Limitation(new Translations.None(), centres, List.of(), ends.steps);
    }

    private void excludePolynomials() {
        Optional<ExponentialTerm> term = java.util.stream.Stream.concat(right.terms().stream(), left.terms().stream())
                .filter(known -> known.exponent().degree() > 0 || known.power() < 0)
                .findFirst();
        if (term.isEmpty()) {
            throw new UndecidedException("the known terms at infinity are those of a polynomial");
        }
        steps.add("The term " + term.get() + " does not occur for polynomials, hence a = 1 or a = -1.");
    }

    private void excludeTranslations() {
        for (Expansion end : List.of(right, left)) {
            if (end.terms().isEmpty()) {
                continue;
            }
            ExponentialTerm leading = end.leading();
            if (leading.exponent().degree() > 1 || leading.power() != 0) {
                steps.add("The leading term " + leading
                        + " is not a multiple of e^(l x): no translation multiplies D by a constant.");
                return;
            }
            if (end.terms().size() > 1) {
                steps.add("A translation would make D a multiple of e^(l x), but after the leading term " + leading
                        + " comes " + end.terms().get(1) + ": no translation multiplies D by a constant.");
                return;
            }
        }
        throw new UndecidedException("the leading terms at infinity do not exclude a multiple of e^(l x)");
    }

    private List<Expression> centres() {
        Expansion plus = right;
        Expansion minus = left;
        while (true) {
            if (isFlatAgainst(plus, minus) || isFlatAgainst(minus, plus)) {
                return none("one end decays faster than the other");
            }
            ExponentialTerm a = plus.leading();
            ExponentialTerm b = minus.leading();
            int degree = a.exponent().degree();
            boolean alike = a.power() == b.power()
                    && degree == b.exponent().degree()
                    && a.exponent().leading().isEqualTo(b.exponent().leading());
            if (!alike) {
                return none("the terms " + a + " and, in -x, " + b + " differ in shape");
            }
            if (degree > 1) {
                return one(curved(a.exponent(), b.exponent()), "the exponents of " + a + " and, in -x, " + b);
            }
            RealConstant sizes = squaredRatio(a, b);
            if (degree == 1) {
                RealConstant rate = a.exponent().leading().real();
                RealConstant q = ConstantReader.apply(Function.LOG, sizes).divide(rate.multiply(4, 1));
                return one(q, "the coefficients of " + a + " and, in -x, " + b);
            }
            if (!sizes.isEqualTo(RealConstant.ONE)) {
                return none("the coefficients of " + a + " and, in -x, " + b + " differ in size");
            }
            if (a.power() != 0) {
                return one(powers(plus, minus), "the terms after " + a + " and, in -x, " + b);
            }
            plus = plus.rest();
            minus = minus.rest();
        }
    }

    /** Whether the one has a known term and the other is bounded by what decays with a higher degree of the exponent. */
    private static boolean isFlatAgainst(Expansion known, Expansion flat) {
        if (known.terms().isEmpty() || !flat.terms().isEmpty()) {
            return false;
        }
        return flat.error()
                .filter(bound ->
                        bound.exponent().degree() > known.leading().exponent().degree() && Expansion.growth(bound) < 0)
                .isPresent();
    }

    private List<Expression> none(String reason) {
        steps.add("D has no reflection: " + reason + ".");
        return List.of();
    }

    private List<Expression> one(RealConstant q, String reason) {
        steps.add("By " + reason + " the centre of a reflection of D can only be " + q + ".");
        return List.of(q.expression());
    }

    /** |B / A|^2. */
    private static RealConstant squaredRatio(ExponentialTerm a, ExponentialTerm b) {
        return b.coefficient().squaredModulus().divide(a.coefficient().squaredModulus());
    }

    private static RealConstant curved(Exponent p, Exponent r) {
        int d = p.degree();
        RealConstant difference =
                r.coefficient(d - 1).subtract(p.coefficient(d - 1)).real();
        return difference.divide(p.leading().real().multiply(2L * d, 1));
    }

    private static RealConstant powers(Expansion plus, Expansion minus) {
        int k = plus.leading().power();
        RealConstant a = plus.leading().coefficient().real();
        RealConstant b = minus.leading().coefficient().real();
        RealConstant sign = b.divide(a).sign() > 0 ? RealConstant.ONE : RealConstant.ONE.negate();
        RealConstant difference = coefficient(minus, k - 1).subtract(sign.multiply(coefficient(plus, k - 1)));
        return difference.divide(b.multiply(2L * k, 1));
    }

    private static RealConstant coefficient(Expansion expansion, int power) {
        ExponentialTerm like = new ExponentialTerm(ComplexConstant.ONE, power, Exponent.ZERO);
        if (expansion
                .error()
                .filter(bound -> Expansion.growth(bound, like) >= 0)
                .isPresent()) {
            throw new UndecidedException("the expansion at infinity is too short to find the centre of a reflection");
        }
        return expansion.terms().stream()
                .filter(term -> term.isLike(like))
                .map(term -> term.coefficient().real())
                .findFirst()
                .orElse(RealConstant.ZERO);
    }
}
