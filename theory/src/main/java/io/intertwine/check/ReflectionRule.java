package io.intertwine.check;

import io.intertwine.activation.Function;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import java.util.List;

/**
 * f(-u) in terms of f(u): one of f(u), -f(u), 1 - f(u), f(u) - u, proved by {@link DifferentialRule} before it is recorded. With it
 * more functions of f(u) and f(-u) are seen to be the same.
 */
final class ReflectionRule {
    private ReflectionRule() {}

    /** Records how y = f(u) depends on f(-u), if that is a function of the field, and if it is found out. */
    static void relate(Function f, Polynomial u, Polynomial y, VectorField field) {
        // The rule reads derivatives: all must be there. Sine waits for cosine, and the other way round.
        if (!field.isComplete()) {
            return;
        }
        field.find(f.text(), u.multiply(Scalar.MINUS_ONE)).ifPresent(other -> {
            Polynomial sum = y.add(other);
            Polynomial difference = y.subtract(other);
            List.of(difference, sum, sum.subtract(Polynomial.ONE), difference.subtract(u)).stream()
                    .filter(candidate -> DifferentialRule.isZero(candidate, field))
                    .findFirst()
                    .ifPresent(field::relate);
        });
    }
}
