package io.intertwine.activation;

import java.util.Optional;
import java.util.Set;

/** Signs of polynomials in a function whose coefficients are constants such as pi or log 2: of degree two, or with two terms. */
final class ConstantCoefficients {
    private final SignAnalysis analysis;

    ConstantCoefficients(SignAnalysis analysis) {
        this.analysis = analysis;
    }

    /** The chart; u is the polynomial written out. */
    SignChart chart(AtomPolynomial polynomial, Expression u) {
        int sign = ConstantSign.of(polynomial.coefficient(polynomial.degree()));
        Optional<SignChart> roots = Optional.empty();
        if (sign != 0 && polynomial.degree() == 2) {
            roots = Optional.of(quadratic(polynomial));
        } else if (sign != 0 && polynomial.coefficients().keySet().equals(Set.of(0, polynomial.degree()))) {
            roots = Optional.of(binomial(polynomial));
        }
        return roots.map(chart -> chart.times(SignChart.constant(sign))).orElseGet(() -> analysis.bySize(u));
    }

    /** Of z^2 + b z + c. */
    private SignChart quadratic(AtomPolynomial polynomial) {
        Expression leading = polynomial.coefficient(2);
        Expression half = polynomial.coefficient(1).over(leading).times(Expression.of(-1, 2));
        Expression radicand = NormalForm.simplify(
                half.power(2).minus(polynomial.coefficient(0).over(leading)));
        int order = ConstantSign.of(radicand);
        if (order < 0) {
            return SignChart.constant(1);
        }
        Expression root = order == 0 ? Expression.ZERO : Expression.apply(Function.SQRT, radicand);
        return crossing(polynomial, half.minus(root)).times(crossing(polynomial, half.plus(root)));
    }

    /** Of z^n - c: the sign of z - c^(1/n), and of z + c^(1/n) too for even n. */
    private SignChart binomial(AtomPolynomial polynomial) {
        int n = polynomial.degree();
        Expression power =
                NormalForm.simplify(polynomial.coefficient(0).negate().over(polynomial.coefficient(n)));
        int sign = ConstantSign.of(power);
        if (sign < 0 && n % 2 == 0) {
            return SignChart.constant(1);
        }
        Expression size = sign < 0 ? power.negate() : power;
        Expression log = Expression.apply(Function.LOG, size);
        Expression root = NormalForm.simplify(Expression.apply(Function.EXP, log.times(Expression.of(1, n))));
        SignChart chart = crossing(polynomial, sign < 0 ? root.negate() : root);
        return n % 2 == 0 ? chart.times(crossing(polynomial, root.negate())) : chart;
    }

    private SignChart crossing(AtomPolynomial polynomial, Expression root) {
        return analysis.equation(polynomial.atom(), NormalForm.simplify(root));
    }
}
