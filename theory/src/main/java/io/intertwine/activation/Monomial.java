package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.exact.Scalar;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A product of powers of atoms; the exponents are not 0, and negative only for atoms that are never 0. */
record Monomial(Map<Expression, Integer> exponents) {
    static final Monomial ONE = new Monomial(Map.of());

    Monomial {
        exponents = Map.copyOf(exponents);
    }

    int exponent(Expression atom) {
        return exponents.getOrDefault(atom, 0);
    }

    /** The atoms in a fixed order. */
    TreeMap<String, Expression> ordered() {
        TreeMap<String, Expression> ordered = new TreeMap<>();
        exponents.keySet().forEach(atom -> ordered.put(atom.toString(), atom));
        return ordered;
    }

    /** The quotient by a monomial that divides this one; exponentials divide each other. */
    NormalForm without(Monomial divisor) {
        Map<Expression, Integer> rest = new HashMap<>(exponents);
        NormalForm exponential = NormalForm.term(ONE, Scalar.ONE);
        for (Map.Entry<Expression, Integer> factor : divisor.exponents.entrySet()) {
            if (factor.getKey() instanceof Apply apply && apply.function() == Function.EXP) {
                Expression inverse =
                        Expression.apply(Function.EXP, apply.argument().negate());
                exponential = exponential.times(NormalForm.of(inverse));
            } else {
                rest.merge(factor.getKey(), -factor.getValue(), Math::addExact);
            }
        }
        rest.values().removeIf(exponent -> exponent == 0);
        return NormalForm.term(new Monomial(rest), Scalar.ONE).times(exponential);
    }
}
