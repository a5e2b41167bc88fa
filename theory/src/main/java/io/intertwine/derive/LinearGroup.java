package io.intertwine.derive;

import io.intertwine.activation.ActivationFacts.Kind;
import io.intertwine.activation.ActivationFacts.Linear;
import io.intertwine.activation.AffineSymmetry;
import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The linear group {a : s(a x) = b s(x)}: the elements of the affine group with c = 0 and e = 0. */
final class LinearGroup {
    private static final Expression MINUS_ONE = Expression.of(-1);

    private final Expression s;
    private final Shape shape;
    private final UnitSymmetries affine;
    private final List<Scalar> samples;
    private final List<String> steps;

    private LinearGroup(Expression s, Shape shape, UnitSymmetries affine, List<String> steps) {
        this.s = s;
        this.shape = shape;
        this.affine = affine;
        samples = shape.samples();
        this.steps = steps;
    }

    /** The linear group of a function that is not affine, from its affine group; adds the steps. */
    static Linear of(Expression s, Shape shape, UnitSymmetries affine, List<String> steps) {
        return new LinearGroup(s, shape, affine, steps).decide();
    }

    /** The group of which nothing is known. */
    static Linear undetermined() {
        return new Linear(Kind.UNDETERMINED, "undetermined", List.of());
    }

    private Linear decide() {
        if (!affine.complete()) {
            if (hasTwoTaylorCoefficients()) {
                return reflection("So a");
            }
            steps.add("Not decided: the linear group, because the affine group is not known completely.");
            return undetermined();
        }
        Optional<Element> scaling = affine.families().stream()
                .filter(family -> !family.a().equals(Expression.ONE))
                .findFirst();
        if (scaling.isPresent()) {
            try {
                return withScalings(scaling.get());
            } catch (NotDecided open) {
                steps.add("Not decided: " + open.what() + ".");
                return undetermined();
            }
        }
        boolean reflects =
                affine.generators().stream().anyMatch(element -> element.a().equals(MINUS_ONE));
        if (!reflects) {
            steps.add("In the affine group every a is 1, so the linear group is trivial.");
            return new Linear(Kind.TRIVIAL, "1", List.of());
        }
        return reflection("In the affine group a");
    }

    /** s(a x) = b s(x) gives a^k = b for every Taylor coefficient at 0 that is not 0; two of them give |a| = 1. */
    private boolean hasTwoTaylorCoefficients() {
        if (!(shape instanceof Shape.OfAnalytic known)) {
            return false;
        }
        List<Integer> orders = new ArrayList<>();
        for (int k = 0; k <= OneSided.LARGEST_ORDER && orders.size() < 2; k++) {
            try {
                if (!Signs.isZero(TaylorCoefficients.atZero(known.formula(), k))) {
                    orders.add(k);
                }
            } catch (NotDecided open) {
                steps.add("The Taylor coefficient of order " + k + " at 0 is not decided.");
            }
        }
        if (orders.size() == 2) {
            steps.add("The Taylor coefficients of s at 0 of the orders " + orders.get(0) + " and " + orders.get(1)
                    + " are not 0, so s(a x) = b s(x) gives |a| = 1.");
        }
        return orders.size() == 2;
    }

    /** The affine group fixes a centre: the family is (t, p (1 - t)), and -1 may belong to it too. */
    private Linear withScalings(Element family) throws NotDecided {
        if (!Signs.isZero(atTwo(family.c()))) {
            steps.add(
                    "The affine group fixes a point that is not 0, so c = 0 only for a = 1: the linear group is trivial.");
            return new Linear(Kind.TRIVIAL, "1", List.of());
        }
        Optional<Element> negative = affine.generators().stream()
                .filter(element -> element.a().equals(MINUS_ONE))
                .findFirst();
        if (negative.isPresent() && !Signs.isZero(negative.get().constant())) {
            negative = Optional.empty();
        }
        List<AffineSymmetry> generators = new ArrayList<>();
        negative.ifPresent(element -> generators.add(element.asSymmetry()));
        if (!Signs.isZero(atTwo(family.constant()))) {
            steps.add("s(0) is not 0, so e = s(0) (1 - b) = 0 asks for b = 1: of the factors a only "
                    + (negative.isPresent() ? "1 and -1 are linear." : "1 is linear."));
            return new Linear(negative.isPresent() ? Kind.SIGNS : Kind.TRIVIAL, "1", generators);
        }
        steps.add("The linear group consists of the elements with c = 0 and e = 0: "
                + (negative.isPresent() ? "all a that are not 0." : "all a > 0."));
        generators.add(0, family.asSymmetry());
        return negative.isPresent()
                ? new Linear(Kind.NONZERO, image(family.b(), negative.get().b()), generators)
                : new Linear(Kind.POSITIVE, positiveImage(family.b()), generators);
    }

    /** p (1 - t) and s(p) (1 - t^k) vanish for all t if they do for t = 2. */
    private static Expression atTwo(Expression family) {
        return Symbols.substitute(family, Symbol.T, Expression.of(2));
    }

    /** Every a is 1 or -1, and a = -1 asks for b^2 = 1. */
    private Linear reflection(String so) {
        for (int sign : new int[] {1, -1}) {
            Expression b = Expression.of(sign);
            Element element = new Element(MINUS_ONE, Expression.ZERO, b, Expression.ZERO, Expression.ZERO);
            if (Identities.proved(s, element, List.of(Expression.ZERO))) {
                steps.add(so + " is 1 or -1, and the checker proves " + Findings.text(element) + ".");
                return new Linear(Kind.SIGNS, sign > 0 ? "1" : "a", List.of(element.asSymmetry()));
            }
        }
        Expression mirrored = s.after(MINUS_ONE, Expression.ZERO);
        Optional<String> notEven = Witness.of(mirrored.minus(s), samples);
        Optional<String> notOdd = Witness.of(mirrored.plus(s), samples);
        if (notEven.isEmpty() || notOdd.isEmpty()) {
            steps.add("Not decided: whether s is even or odd.");
            return undetermined();
        }
        steps.add(so + " is 1 or -1; s is not even (s(-x) - s(x): " + notEven.get() + ") and not odd (s(-x) + s(x): "
                + notOdd.get() + "), so the linear group is trivial.");
        return new Linear(Kind.TRIVIAL, "1", List.of());
    }

    private static String positiveImage(Expression b) {
        int degree = degree(b);
        return degree < 0 ? power("sqrt(a)", -degree) : degree == 0 ? "1" : power("a", degree);
    }

    private static String image(Expression b, Expression atMinusOne) {
        boolean odd = atMinusOne.equals(MINUS_ONE);
        int degree = degree(b);
        if (degree < 0) {
            return (odd ? "sign(a)*" : "") + "sqrt(abs(a))" + (degree == -1 ? "" : "^" + -degree);
        }
        if (degree == 0) {
            return odd ? "sign(a)" : "1";
        }
        boolean matches = (degree % 2 == 1) == odd;
        return matches ? power("a", degree) : odd ? "sign(a)*" + power("a", degree) : power("abs(a)", degree);
    }

    private static String power(String base, int degree) {
        return degree == 1 ? base : base + "^" + degree;
    }

    /** The degree k of b = t^k, or minus the number of halves where it is not whole. */
    static int degree(Expression b) {
        if (b.equals(Expression.ONE)) {
            return 0;
        }
        if (b.equals(Symbol.T)) {
            return 1;
        }
        if (b instanceof Expression.Power power && power.base().equals(Symbol.T)) {
            return power.exponent();
        }
        int whole = b instanceof Expression.Product product
                ? product.factors().stream().mapToInt(LinearGroup::degree).max().orElse(0)
                : 0;
        return -(2 * Math.max(whole, 0) + 1);
    }
}
