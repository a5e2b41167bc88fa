package io.intertwine.check;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Function;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Powers;
import java.util.ArrayList;
import java.util.List;

/** Signs of constants: by an enclosure, or because all parts are positive, as e^t and t are for every t > 0. */
final class SignRule {
    /** The precision at which constants are enclosed. */
    static final int BITS = 256;

    private SignRule() {}

    /** Whether a polynomial in constants is known to be positive. */
    static boolean isPositive(Polynomial constant, VectorField field) {
        return enclose(constant, field).isPositive()
                || (constant.hasPositiveCoefficients()
                        && constant.variables().stream().allMatch(variable -> isPositive(variable, field)));
    }

    private static boolean isPositive(int variable, VectorField field) {
        return field.isKind(variable, Expression.Symbol.T.name())
                || field.isKind(variable, Function.EXP.text())
                || field.isKind(variable, Function.SQRT.text())
                || field.enclosure(variable).map(Enclosure::isPositive).orElse(false);
    }

    /** An enclosure of a polynomial in constants without symbols; unbounded if there is a symbol. */
    static Enclosure enclose(Polynomial constant, VectorField field) {
        List<Enclosure> terms = new ArrayList<>(List.of(Expression.ZERO.encloseConstant(BITS)));
        constant.forEach((coefficient, exponents) -> {
            Enclosure product = Expression.of(coefficient).encloseConstant(BITS);
            for (int i = 0; i < exponents.length; i++) {
                if (exponents[i] > 0) {
                    Enclosure base = field.enclosure(i).orElse(Enclosure.unbounded(BITS));
                    product = product.multiply(Powers.pow(base, exponents[i]));
                }
            }
            terms.add(product);
        });
        return terms.stream().reduce(Enclosure::add).orElseThrow();
    }
}
