package io.intertwine.criterion;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Formulas that are polynomials in x with exact coefficients, expanded. */
final class PolynomialFormula {
    /** The largest degree of an expanded polynomial. */
    static final int DEGREE = 400;

    private PolynomialFormula() {}

    /**
     * The coefficients, the constant term first, without zeros at the end; empty if the formula is not built from x and algebraic
     * numbers by sums, products and positive powers, or becomes too large.
     */
    static Optional<List<Scalar>> coefficients(Expression formula) {
        try {
            return expand(formula).map(PolynomialFormula::trimmed);
        } catch (ArithmeticException beyondTheFields) {
            return Optional.empty();
        }
    }

    /** The coefficients of (base)^exponent. */
    static List<Scalar> power(List<Scalar> base, int exponent) {
        List<Scalar> power = List.of(Scalar.ONE);
        for (int i = 0; i < exponent; i++) {
            power = product(power, base);
        }
        return power;
    }

    private static Optional<List<Scalar>> expand(Expression formula) {
        if (formula instanceof Expression.Constant constant) {
            return Optional.of(List.of(constant.value()));
        }
        if (formula instanceof Expression.Variable) {
            return Optional.of(List.of(Scalar.ZERO, Scalar.ONE));
        }
        if (formula instanceof Expression.Power power) {
            return power.exponent() < 0 || power.exponent() > DEGREE
                    ? Optional.empty()
                    : expand(power.base())
                            .filter(base -> (base.size() - 1L) * power.exponent() <= DEGREE)
                            .map(base -> power(base, power.exponent()));
        }
        if (!(formula instanceof Expression.Sum || formula instanceof Expression.Product)) {
            return Optional.empty();
        }
        boolean isSum = formula instanceof Expression.Sum;
        List<Scalar> total = isSum ? List.of() : List.of(Scalar.ONE);
        for (Expression part : formula.children()) {
            Optional<List<Scalar>> next = expand(part);
            if (next.isEmpty() || total.size() + next.get().size() > DEGREE + 2) {
                return Optional.empty();
            }
            total = isSum ? sum(total, next.get()) : product(total, next.get());
        }
        return Optional.of(total);
    }

    private static List<Scalar> sum(List<Scalar> left, List<Scalar> right) {
        List<Scalar> sum = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            Scalar a = i < left.size() ? left.get(i) : Scalar.ZERO;
            sum.add(i < right.size() ? a.add(right.get(i)) : a);
        }
        return sum;
    }

    private static List<Scalar> product(List<Scalar> left, List<Scalar> right) {
        List<Scalar> product = new ArrayList<>(Collections.nCopies(left.size() + right.size() - 1, Scalar.ZERO));
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                Scalar term = left.get(i).multiply(right.get(j));
                product.set(i + j, product.get(i + j).add(term));
            }
        }
        return product;
    }

    private static List<Scalar> trimmed(List<Scalar> coefficients) {
        int size = coefficients.size();
        while (size > 0 && coefficients.get(size - 1).isZero()) {
            size--;
        }
        return List.copyOf(coefficients.subList(0, size));
    }
}
