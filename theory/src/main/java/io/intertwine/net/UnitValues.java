package io.intertwine.net;

import io.intertwine.activation.Expression;
import io.intertwine.activation.GenericUnit;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.PrimeField;
import io.intertwine.exact.TruncatedSeries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Draws the values of the functions of units at a base point: free ones at random, the others from their relations. */
final class UnitValues {
    private final PrimeField field;
    private final SplittableRandom random;
    private final Map<Expression, Long> constants = new HashMap<>();

    UnitValues(PrimeField field, SplittableRandom random) {
        this.field = field;
        this.random = random;
    }

    /** One value for each transcendental number, the same for all units. */
    void drawConstants(List<Expression> numbers) {
        numbers.forEach(number -> constants.put(number, nonzero()));
    }

    private long nonzero() {
        return random.nextLong(1, field.prime());
    }

    /** Fills in the values of the functions of a unit at an argument; false if a square root does not exist. */
    boolean fill(long[] state, GenericUnit unit, long argument) {
        for (int i : unit.order()) {
            GenericUnit.Variable variable = unit.variables().get(i);
            switch (variable.role()) {
                case ARGUMENT -> state[i] = argument;
                case FREE -> state[i] = nonzero();
                case CONSTANT -> state[i] = constants.getOrDefault(variable.meaning(), 0L);
                case SOLVED -> {
                    OptionalLong root = solve(variable.relation(), i, state);
                    if (root.isEmpty()) {
                        return false;
                    }
                    state[i] = root.getAsLong();
                }
                case SHIFT, UNUSED -> state[i] = 0;
            }
        }
        return true;
    }

    private OptionalLong solve(Polynomial relation, int variable, long[] state) {
        List<Polynomial> powers = GenericUnit.coefficientsIn(relation, variable);
        long leading = of(powers.get(powers.size() - 1), state);
        if (leading == 0) {
            return OptionalLong.empty();
        }
        long quotient = field.negate(field.multiply(of(powers.get(0), state), field.inverse(leading)));
        if (powers.size() == 2) {
            return OptionalLong.of(quotient);
        }
        OptionalLong root = field.sqrt(quotient);
        return root.isPresent() && random.nextBoolean() ? OptionalLong.of(field.negate(root.getAsLong())) : root;
    }

    /** The value of a polynomial in the functions. */
    long of(Polynomial polynomial, long[] values) {
        TruncatedSeries numbers = new TruncatedSeries(field, 0);
        long[][] constant = new long[values.length][];
        for (int i = 0; i < values.length; i++) {
            constant[i] = numbers.constant(values[i]);
        }
        return numbers.evaluate(numbers.compile(polynomial), constant)[0];
    }
}
