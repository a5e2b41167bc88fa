package io.intertwine.derive;

import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Writes a scalar equation: the terms with the highest derivative on the left, the others on the right. */
final class EquationText {
    private final ScalarEquation equation;
    private final List<String> left = new ArrayList<>();
    private final List<String> right = new ArrayList<>();

    EquationText(ScalarEquation equation) {
        this.equation = equation;
        boolean negative = isNegative();
        equation.polynomial().forEach((coefficient, exponents) -> {
            boolean highest = exponents.length > equation.order() + 1 && exponents[equation.order() + 1] > 0;
            String term = term(highest == negative ? coefficient.negate() : coefficient, exponents);
            (highest ? left : right).add(term);
        });
    }

    String text() {
        return joined(left) + " = " + joined(right);
    }

    /** Whether the first term with the highest derivative has a negative coefficient. */
    private boolean isNegative() {
        List<Scalar> leading = new ArrayList<>();
        equation.polynomial().forEach((coefficient, exponents) -> {
            if (exponents.length > equation.order() + 1 && exponents[equation.order() + 1] > 0) {
                leading.add(coefficient);
            }
        });
        return !leading.isEmpty() && leading.get(0).signum() < 0;
    }

    private static String joined(List<String> terms) {
        return terms.isEmpty() ? "0" : String.join(" + ", terms).replace("+ -", "- ");
    }

    private String term(Scalar coefficient, int[] exponents) {
        List<String> factors = new ArrayList<>();
        for (int i = equation.order() + 2; i < exponents.length; i++) {
            addPower("(" + equation.constants().get(i - equation.order() - 2) + ")", exponents[i], factors);
        }
        for (int i = 0; i < Math.min(exponents.length, equation.order() + 2); i++) {
            addPower(i == 0 ? "x" : "s" + "'".repeat(i - 1), exponents[i], factors);
        }
        String product = String.join(" ", factors);
        boolean unit = coefficient.abs().isOne() && !factors.isEmpty();
        return unit
                ? (coefficient.signum() < 0 ? "-" : "") + product
                : coefficient + (factors.isEmpty() ? "" : " " + product);
    }

    private static void addPower(String base, int exponent, List<String> factors) {
        if (exponent > 0) {
            factors.add(exponent == 1 ? base : base + "^" + exponent);
        }
    }
}
