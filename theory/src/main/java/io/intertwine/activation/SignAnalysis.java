package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.activation.Expression.Variable;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.UnivariatePolynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Charts of signs of analytic expressions on open intervals, proved: products by their factors, polynomials by their roots, other
 * functions by an inverse, by proved ranges, or by the sign of the derivative.
 */
final class SignAnalysis {
    private static final int DEEPEST = 40;
    private static final int MOST_DERIVATIVES = 3;

    private final Budget budget;
    private final boolean weak;
    private final int depth;
    private final int derivatives;
    private final OpenInterval interval;

    private SignAnalysis(Budget budget, boolean weak, int depth, int derivatives, OpenInterval interval) {
        this.derivatives = derivatives;
        this.budget = budget;
        this.weak = weak;
        this.depth = depth;
        this.interval = interval;
    }

    /** The chart, with all zeros; throws {@link UndecidedException}. */
    static SignChart of(Expression u, OpenInterval interval, Budget budget) {
        return new SignAnalysis(budget, false, 0, 0, interval).chart(u);
    }

    /** The chart, possibly without zeros where the sign does not change; there the sign is not 0 at all points between. */
    static SignChart weak(Expression u, OpenInterval interval, Budget budget) {
        return new SignAnalysis(budget, true, 0, 0, interval).chart(u);
    }

    Budget budget() {
        return budget;
    }

    OpenInterval interval() {
        return interval;
    }

    /** The chart of another function on the same interval, one step deeper. */
    SignChart inner(Expression u) {
        if (depth >= DEEPEST) {
            throw new UndecidedException("a test is too deeply nested");
        }
        return new SignAnalysis(budget, weak, depth + 1, derivatives, interval).chart(u);
    }

    /** The chart of another function on the same interval, in any case with all zeros. */
    SignChart allZeros(Expression u) {
        return new SignAnalysis(budget, false, depth + 1, derivatives, interval).chart(u);
    }

    /** The chart of the derivative of a function without choices. */
    SignChart derivative(Expression u) {
        if (derivatives >= MOST_DERIVATIVES) {
            throw new UndecidedException("the zeros of a test were not found");
        }
        Expression slope = NormalForm.simplify(Derivative.of(u));
        return new SignAnalysis(budget, false, depth + 1, derivatives + 1, interval).chart(slope);
    }

    private SignChart chart(Expression u) {
        budget.spend(1);
        if (u.isConstant()) {
            return SignChart.constant(ConstantSign.of(u));
        }
        if (u instanceof Product product) {
            return product.factors().stream()
                    .map(this::inner)
                    .reduce(SignChart::times)
                    .orElseThrow();
        }
        if (u instanceof Power power) {
            return power(power);
        }
        if (u instanceof Apply apply) {
            return new Inversion(this).chart(apply, Expression.ZERO);
        }
        return u instanceof Variable ? SignChart.crossing(Expression.ZERO, interval) : sum(u);
    }

    private SignChart power(Power power) {
        if (weak && power.exponent() % 2 == 0 && power.exponent() > 0) {
            return SignChart.constant(1);
        }
        return inner(power.base()).power(power.exponent());
    }

    private SignChart sum(Expression u) {
        if (!(u instanceof Sum)) {
            throw new UndecidedException("a test contains a choice that was not resolved");
        }
        Fraction fraction = Fraction.of(u);
        if (!fraction.denominator().isConstant()) {
            return inner(fraction.numerator()).times(inner(fraction.denominator()));
        }
        NormalForm form = NormalForm.of(fraction.numerator());
        Expression scale = fraction.denominator();
        boolean simple = form.terms().size() <= 1 || form.expression().isConstant();
        SignChart chart = simple ? inner(form.expression()) : sum(form);
        return scale.equals(Expression.ONE) ? chart : chart.times(SignChart.constant(ConstantSign.of(scale)));
    }

    private SignChart sum(NormalForm form) {
        Expression common = CommonFactor.of(form);
        if (!common.equals(Expression.ONE)) {
            return inner(common).times(inner(CommonFactor.without(form, common)));
        }
        Optional<AtomPolynomial> polynomial = AtomPolynomial.of(form);
        if (polynomial.isPresent()) {
            return polynomial(polynomial.get(), form.expression());
        }
        Expression u = form.expression();
        Optional<SignChart> pair = new Inversion(this).pair(form).or(() -> new Phasors(this).chart(form));
        return pair.orElseGet(() -> bySize(u));
    }

    /** By proved ranges, or by the derivative. */
    SignChart bySize(Expression u) {
        return RangeAnalysis.sign(u, interval, budget)
                .map(SignChart::constant)
                .orElseGet(() -> new Monotonicity(this).chart(u));
    }

    /** p(g) for a polynomial p and another function g: the product over the roots r of p of g - r. */
    private SignChart polynomial(AtomPolynomial polynomial, Expression u) {
        if (polynomial.isLinear()) {
            int slope = ConstantSign.of(polynomial.slope());
            if (slope == 0) {
                throw new UndecidedException("a coefficient of a test is 0 in disguise");
            }
            return equation(polynomial.atom(), polynomial.linearRoot()).times(SignChart.constant(slope));
        }
        if (!polynomial.isAlgebraic()) {
            return new ConstantCoefficients(this).chart(polynomial, u);
        }
        UnivariatePolynomial p = polynomial.dense();
        SignChart chart = SignChart.constant(p.leading().signum());
        List<UnivariatePolynomial> parts = p.squareFreeParts();
        for (int k = 1; k <= parts.size(); k++) {
            boolean skipped = weak && k % 2 == 0;
            if (parts.get(k - 1).degree() > 0 && !skipped) {
                for (RealRoot root : RealRoots.of(parts.get(k - 1))) {
                    chart = chart.times(root(polynomial.atom(), root).power(k));
                }
            }
        }
        return chart;
    }

    private SignChart root(Expression atom, RealRoot root) {
        if (root.value().isPresent()) {
            return equation(atom, root.value().get());
        }
        Range range = RangeAnalysis.of(atom, interval);
        RealRoot near = root.refined(RealRoot.SMALL);
        if (range.lower().isFinite() && range.lower().value().compareTo(near.upper()) >= 0) {
            return SignChart.constant(1);
        }
        if (range.upper().isFinite() && range.upper().value().compareTo(near.lower()) <= 0) {
            return SignChart.constant(-1);
        }
        throw new UndecidedException("a root near " + Scalar.of(near.upper()).toString()
                + " of a polynomial is neither rational nor that of a quadratic factor");
    }

    /** The chart of g - r for a constant r. */
    SignChart equation(Expression atom, Expression root) {
        if (atom instanceof Variable) {
            return SignChart.crossing(root, interval);
        }
        if (ConstantSign.of(root) == 0) {
            return inner(atom);
        }
        if (atom instanceof Apply apply) {
            return new Inversion(this).chart(apply, root);
        }
        if (atom instanceof Sum) {
            return inner(atom.minus(root));
        }
        throw new UndecidedException("where a function takes a value is not known");
    }

    /** A chart from all points where a function may vanish, by its sign at one number in each part. */
    SignChart sampled(Expression u, List<Expression> points) {
        List<Integer> signs = new ArrayList<>();
        for (OpenInterval part : interval.split(points)) {
            int sign = ConstantSign.of(u.substitute(Expression.of(Scalar.of(part.sample()))));
            if (sign == 0) {
                throw new UndecidedException("a test has a zero that was not found");
            }
            signs.add(sign);
        }
        return new SignChart(points, signs);
    }

    /** The atoms that are not constant. */
    static Set<Expression> variableAtoms(Map<Monomial, Scalar> terms) {
        return terms.keySet().stream()
                .flatMap(monomial -> monomial.exponents().keySet().stream())
                .filter(atom -> !atom.isConstant())
                .collect(Collectors.toSet());
    }
}
