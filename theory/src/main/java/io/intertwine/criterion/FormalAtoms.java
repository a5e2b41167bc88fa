package io.intertwine.criterion;

import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of the polynomials of a {@link FormalNetwork}: the inputs first, then what stands for values and slopes of units. A
 * variable may have a definition, a polynomial in earlier variables.
 */
public final class FormalAtoms {
    private final List<Optional<Polynomial>> definitions = new ArrayList<>();
    private final Map<Integer, FormalConstant> constants = new HashMap<>();

    FormalAtoms(int inputs) {
        for (int i = 0; i < inputs; i++) {
            definitions.add(Optional.empty());
        }
    }

    Polynomial free() {
        definitions.add(Optional.empty());
        return Polynomial.variable(definitions.size() - 1);
    }

    Polynomial defined(Polynomial definition) {
        definitions.add(Optional.of(definition));
        return Polynomial.variable(definitions.size() - 1);
    }

    Polynomial constant(FormalConstant meaning) {
        constants.put(definitions.size(), meaning);
        return free();
    }

    /** The number of variables. */
    public int size() {
        return definitions.size();
    }

    /** The definition of a variable, a polynomial in variables of smaller index; empty for inputs and where it has none. */
    public Optional<Polynomial> definition(int variable) {
        return definitions.get(variable);
    }

    /** The number that a variable stands for; empty where it is a function of the input. */
    public Optional<FormalConstant> constant(int variable) {
        return Optional.ofNullable(constants.get(variable));
    }

    /** Whether a polynomial has no variables but those that stand for numbers. */
    public boolean isConstant(Polynomial polynomial) {
        return constants.keySet().containsAll(polynomial.variables());
    }

    /**
     * Whether a polynomial is zero once the definitions are put in, the last variable first; no where it has more terms on the way than
     * a limit.
     *
     * @throws ArithmeticException if a product grows beyond {@link Polynomial#PRODUCT_LIMIT}
     */
    public boolean isZero(Polynomial polynomial, int limit) {
        return expanded(polynomial, limit).isZero();
    }

    /**
     * A polynomial with the definitions put in, the last variable first, as long as it has not more terms than a limit.
     *
     * @throws ArithmeticException if a product grows beyond {@link Polynomial#PRODUCT_LIMIT}
     */
    public Polynomial expanded(Polynomial polynomial, int limit) {
        Polynomial rest = polynomial;
        for (int atom = lastDefined(rest); atom >= 0 && rest.size() <= limit; atom = lastDefined(rest)) {
            int last = atom;
            Polynomial definition = definitions.get(atom).orElseThrow();
            rest = rest.substitute(variable -> variable == last ? definition : Polynomial.variable(variable));
        }
        return rest;
    }

    private int lastDefined(Polynomial polynomial) {
        List<Integer> variables = polynomial.variables();
        int index = variables.size() - 1;
        while (index >= 0 && definitions.get(variables.get(index)).isEmpty()) {
            index--;
        }
        return index < 0 ? -1 : variables.get(index);
    }

    static Polynomial times(Polynomial polynomial, Scalar factor) {
        return factor.isOne() ? polynomial : polynomial.multiply(factor);
    }
}
