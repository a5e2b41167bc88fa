package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.UnivariatePolynomial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/**
 * A sum of powers of one function with constant coefficients; times a positive function, where exponents of exponentials were negative.
 *
 * @param atom the function
 * @param coefficients the constants by their exponents, at least one of them above 0
 */
record AtomPolynomial(Expression atom, Map<Integer, NormalForm> coefficients) {
    private static final int LARGEST_DEGREE = 64;

    static Optional<AtomPolynomial> of(NormalForm form) {
        Set<Expression> atoms = SignAnalysis.variableAtoms(form.terms());
        boolean exponential = !atoms.isEmpty()
                && atoms.stream().allMatch(atom -> atom instanceof Apply apply && apply.function() == Function.EXP);
        if (exponential) {
            return exponential(form);
        }
        return atoms.size() == 1 ? Optional.of(powers(form, atoms.iterator().next())) : Optional.empty();
    }

    private static AtomPolynomial powers(NormalForm form, Expression atom) {
        Map<Integer, NormalForm> coefficients = new HashMap<>();
        form.terms().forEach((monomial, number) -> {
            Map<Expression, Integer> rest = new HashMap<>(monomial.exponents());
            rest.remove(atom);
            NormalForm part = NormalForm.term(new Monomial(rest), number);
            coefficients.merge(monomial.exponent(atom), part, NormalForm::plus);
        });
        return new AtomPolynomial(atom, coefficients);
    }

    /** Exponentials of rational multiples k w of one argument w: powers of e^(w/d), times a power of it that is left out. */
    private static Optional<AtomPolynomial> exponential(NormalForm form) {
        NormalForm unit = NormalForm.ZERO;
        Map<BigFraction, NormalForm> parts = new TreeMap<>();
        for (Map.Entry<Monomial, Scalar> term : form.terms().entrySet()) {
            NormalForm argument = argument(term.getKey());
            unit = unit.isZero() ? argument : unit;
            Optional<BigFraction> ratio = ratio(argument, unit);
            if (ratio.isEmpty()) {
                return Optional.empty();
            }
            NormalForm part = NormalForm.term(constant(term.getKey()), term.getValue());
            parts.merge(ratio.get(), part, NormalForm::plus);
        }
        long scale = 1;
        for (BigFraction ratio : parts.keySet()) {
            long next = ratio.getDenominator().longValueExact();
            scale = Math.multiplyExact(scale, next / gcd(scale, next));
        }
        return Optional.of(shifted(parts, unit, scale)).filter(p -> p.degree() <= LARGEST_DEGREE);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static AtomPolynomial shifted(Map<BigFraction, NormalForm> parts, NormalForm unit, long scale) {
        BigFraction least = parts.keySet().iterator().next();
        Map<Integer, NormalForm> coefficients = new HashMap<>();
        parts.forEach((ratio, part) -> {
            BigFraction exponent = ratio.subtract(least).multiply(new BigFraction(scale));
            coefficients.put(exponent.getNumerator().intValueExact(), part);
        });
        Expression argument =
                unit.times(NormalForm.term(Monomial.ONE, Scalar.of(1, scale))).expression();
        return new AtomPolynomial(Expression.apply(Function.EXP, argument), coefficients);
    }

    private static NormalForm argument(Monomial monomial) {
        return monomial.exponents().keySet().stream()
                .filter(atom -> !atom.isConstant())
                .findFirst()
                .map(atom -> NormalForm.of(((Apply) atom).argument()))
                .orElse(NormalForm.ZERO);
    }

    private static Monomial constant(Monomial monomial) {
        Map<Expression, Integer> rest = new HashMap<>(monomial.exponents());
        rest.keySet().removeIf(atom -> !atom.isConstant());
        return new Monomial(rest);
    }

    /** The rational r with argument = r unit. */
    private static Optional<BigFraction> ratio(NormalForm argument, NormalForm unit) {
        if (argument.isZero()) {
            return Optional.of(BigFraction.ZERO);
        }
        Monomial first = unit.terms().keySet().iterator().next();
        Scalar ratio = argument.coefficient(first).divide(unit.coefficient(first));
        boolean proportional = ratio.isRational()
                && argument.plus(unit.times(NormalForm.term(Monomial.ONE, ratio.negate())))
                        .isZero();
        return proportional ? Optional.of(ratio.rational()) : Optional.empty();
    }

    int degree() {
        return coefficients.keySet().stream()
                .mapToInt(exponent -> exponent)
                .max()
                .orElse(0);
    }

    boolean isLinear() {
        return degree() == 1;
    }

    /** The coefficient of the first power. */
    Expression slope() {
        return coefficients.getOrDefault(1, NormalForm.ZERO).expression();
    }

    /** The root of a linear one. */
    Expression linearRoot() {
        NormalForm constant = coefficients.getOrDefault(0, NormalForm.ZERO);
        Expression root = constant.negate().expression().over(slope());
        return NormalForm.simplify(root);
    }

    /** Whether all coefficients are algebraic numbers and the degree is not too large. */
    boolean isAlgebraic() {
        return degree() <= LARGEST_DEGREE && coefficients.values().stream().allMatch(NormalForm::isNumber);
    }

    /** The coefficient of a power. */
    Expression coefficient(int exponent) {
        return coefficients.getOrDefault(exponent, NormalForm.ZERO).expression();
    }

    /** An algebraic one. */
    UnivariatePolynomial dense() {
        List<Scalar> dense = new ArrayList<>();
        for (int i = 0; i <= degree(); i++) {
            dense.add(coefficients.getOrDefault(i, NormalForm.ZERO).coefficient(Monomial.ONE));
        }
        return new UnivariatePolynomial(dense);
    }
}
