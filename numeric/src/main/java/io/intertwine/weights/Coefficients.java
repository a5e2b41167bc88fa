package io.intertwine.weights;

import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A number for every unit of a layer.
 *
 * @param values the numbers; a list of one where all units have the same
 */
record Coefficients(List<Scalar> values) {
    static final Coefficients ZERO = of(Scalar.ZERO);
    static final Coefficients ONE = of(Scalar.ONE);

    Coefficients {
        boolean same = values.stream().allMatch(values.get(0)::equals);
        values = same ? List.of(values.get(0)) : List.copyOf(values);
    }

    /** The same number for all units. */
    static Coefficients of(Scalar value) {
        return new Coefficients(List.of(value));
    }

    /** Whether all units have the same number. */
    boolean isUniform() {
        return values.size() == 1;
    }

    /** The number of a unit. */
    Scalar of(int unit) {
        return values.get(isUniform() ? 0 : unit);
    }

    /** The sum, unit by unit. */
    Coefficients plus(Coefficients other) {
        return combine(other, Scalar::add);
    }

    /** The product, unit by unit. */
    Coefficients times(Coefficients other) {
        return combine(other, Scalar::multiply);
    }

    /** The result of a function, unit by unit. */
    Coefficients map(UnaryOperator<Scalar> function) {
        return new Coefficients(values.stream().map(function).toList());
    }

    private Coefficients combine(Coefficients other, BinaryOperator<Scalar> operation) {
        List<Scalar> result = new ArrayList<>();
        for (int i = 0; i < Math.max(values.size(), other.values.size()); i++) {
            result.add(operation.apply(of(i), other.of(i)));
        }
        return new Coefficients(result);
    }

    /** Whether all numbers are zero. */
    boolean isZero() {
        return equals(ZERO);
    }

    /** Whether all numbers are one. */
    boolean isOne() {
        return equals(ONE);
    }

    /** Whether some number is zero. */
    boolean hasZero() {
        return values.stream().anyMatch(Scalar::isZero);
    }
}
