package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The product of atoms that all terms of a normal form share; every exponential e^v that all terms have, up to e^(v - w), counts. */
final class CommonFactor {
    private CommonFactor() {}

    /** The common factor, or 1. */
    static Expression of(NormalForm form) {
        List<Expression> factors = new ArrayList<>();
        for (Expression atom : form.atoms()) {
            int least = form.terms().keySet().stream()
                    .mapToInt(monomial -> monomial.exponent(atom))
                    .min()
                    .orElse(0);
            if (least > 0 && !atom.isConstant()) {
                factors.add(atom.power(least));
            }
        }
        boolean exponential =
                factors.isEmpty() && form.terms().keySet().stream().allMatch(CommonFactor::hasExponential);
        if (exponential) {
            factors.add(exponential(form.terms().keySet().iterator().next()));
        }
        return Expression.product(factors);
    }

    private static boolean hasExponential(Monomial monomial) {
        return monomial.exponents().keySet().stream().anyMatch(CommonFactor::isExponential);
    }

    private static boolean isExponential(Expression atom) {
        return atom instanceof Apply apply && apply.function() == Function.EXP && !atom.isConstant();
    }

    private static Expression exponential(Monomial monomial) {
        return monomial.exponents().keySet().stream()
                .filter(CommonFactor::isExponential)
                .findFirst()
                .orElseThrow();
    }

    /** The quotient by a common factor. */
    static Expression without(NormalForm form, Expression common) {
        NormalForm factor = NormalForm.of(common);
        Map.Entry<Monomial, Scalar> only = factor.terms().entrySet().iterator().next();
        NormalForm quotient = NormalForm.ZERO;
        for (Map.Entry<Monomial, Scalar> term : form.terms().entrySet()) {
            NormalForm part = NormalForm.term(Monomial.ONE, term.getValue());
            quotient = quotient.plus(part.times(term.getKey().without(only.getKey())));
        }
        return quotient.expression();
    }
}
