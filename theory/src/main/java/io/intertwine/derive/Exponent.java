package io.intertwine.derive;

import java.util.ArrayList;
import java.util.List;

/**
 * A polynomial p(x) without constant term, the exponent of a term x^k e^(p(x)).
 *
 * @param coefficients the coefficients of x, x^2, ...; the last one is not zero
 */
record Exponent(List<ComplexConstant> coefficients) {
    static final Exponent ZERO = new Exponent(List.of());

    private static final int LARGEST_DEGREE = 24;

    /** The polynomial with these coefficients of x, x^2, ..., without the zeros at the end. */
    static Exponent of(List<ComplexConstant> coefficients) {
        int degree = coefficients.size();
        while (degree > 0 && coefficients.get(degree - 1).isZero()) {
            degree--;
        }
        if (degree > LARGEST_DEGREE) {
            throw new UndecidedException("an exponent has a degree beyond " + LARGEST_DEGREE);
        }
        return new Exponent(List.copyOf(coefficients.subList(0, degree)));
    }

    int degree() {
        return coefficients.size();
    }

    /** The coefficient of x^k, k >= 1. */
    ComplexConstant coefficient(int k) {
        return k <= coefficients.size() ? coefficients.get(k - 1) : ComplexConstant.ZERO;
    }

    /** The coefficient of the highest power, and zero for the polynomial 0. */
    ComplexConstant leading() {
        return degree() == 0 ? ComplexConstant.ZERO : coefficient(degree());
    }

    Exponent add(Exponent other) {
        List<ComplexConstant> sum = new ArrayList<>();
        for (int k = 1; k <= Math.max(degree(), other.degree()); k++) {
            sum.add(coefficient(k).add(other.coefficient(k)));
        }
        return of(sum);
    }

    Exponent multiply(ComplexConstant factor) {
        return of(coefficients.stream().map(factor::multiply).toList());
    }

    Exponent negate() {
        return multiply(ComplexConstant.ONE.negate());
    }

    /** Whether the two are the same polynomial; an exception if that is not decided. */
    boolean isEqualTo(Exponent other) {
        return degree() == other.degree() && add(other.negate()).degree() == 0;
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (int k = degree(); k >= 1; k--) {
            parts.add("(" + coefficient(k) + ") x" + (k > 1 ? "^" + k : ""));
        }
        return parts.isEmpty() ? "0" : String.join(" + ", parts);
    }
}
