package io.intertwine.check;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Polynomial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Functions y_0 = x, y_1, y_2, ... near a base point whose derivatives are polynomials in them: y' = P(y), with the values at the base
 * point. Constants such as pi, log 2 or the symbol t are variables too, with derivative 0 and themselves as value; nothing is assumed
 * of them but the relations that are recorded. {@link KernelRule} adds the functions, {@link ConstantRule} the constants.
 */
final class VectorField {
    private final List<Polynomial> derivatives = new ArrayList<>();
    private final List<Polynomial> values = new ArrayList<>();
    private final List<Optional<Enclosure>> enclosures = new ArrayList<>();
    private final Set<Integer> unfinished = new HashSet<>();
    private final List<Polynomial> relations = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>(List.of(new Key("x", Polynomial.ZERO)));
    private final Map<Key, Polynomial> known = new HashMap<>();

    /** What a variable stands for: a kind of function, and its argument as a polynomial in earlier variables. */
    private record Key(String kind, Polynomial argument) {}

    /** The variable x, with the base point as its value. */
    Polynomial x() {
        return Polynomial.variable(0);
    }

    /** Starts with x alone; {@code base} is asked for the value of x once the constants in it can be named. */
    VectorField(Expression base) throws Rejection {
        Rejection.unless(base.isConstant(), "a base point must be a constant");
        derivatives.add(Polynomial.ONE);
        values.add(Polynomial.ZERO);
        enclosures.add(Optional.empty());
        values.set(0, KernelRule.express(base, this));
    }

    /** The variable that stands for a function of an argument, if there is one. */
    Optional<Polynomial> find(String kind, Polynomial argument) {
        return Optional.ofNullable(known.get(new Key(kind, argument)));
    }

    /** A new variable for a function, with its value at the base point; its derivative is given next, when it can be written. */
    Polynomial addFunction(String kind, Polynomial argument, Polynomial value) throws Rejection {
        unfinished.add(derivatives.size());
        return add(kind, argument, Polynomial.ZERO, value, Optional.empty());
    }

    /** The derivative of the variable that was added for a function. */
    void setDerivative(Polynomial variable, Polynomial derivative) {
        unfinished.remove(variable.variables().get(0));
        derivatives.set(variable.variables().get(0), derivative);
    }

    /** Whether every function has its derivative. */
    boolean isComplete() {
        return unfinished.isEmpty();
    }

    /** The variable of a constant; its enclosure is empty where it is a symbol. */
    Polynomial constant(String kind, Polynomial argument, Optional<Enclosure> enclosure) throws Rejection {
        Optional<Polynomial> found = find(kind, argument);
        return found.isPresent()
                ? found.get()
                : add(kind, argument, Polynomial.ZERO, Polynomial.variable(derivatives.size()), enclosure);
    }

    private Polynomial add(
            String kind, Polynomial argument, Polynomial derivative, Polynomial value, Optional<Enclosure> enclosure)
            throws Rejection {
        Rejection.unless(derivatives.size() < DifferentialRule.VARIABLES, "the expression needs too many functions");
        Polynomial variable = Polynomial.variable(derivatives.size());
        derivatives.add(derivative);
        values.add(value);
        enclosures.add(enclosure);
        keys.add(new Key(kind, argument));
        known.put(new Key(kind, argument), variable);
        return variable;
    }

    /** Records a polynomial that is zero for these functions. */
    void relate(Polynomial zero) {
        relations.add(zero);
    }

    /** The same function, with the recorded relations used as far as division goes. */
    Polynomial reduced(Polynomial function) {
        return function.remainder(relations, DifferentialRule.STEPS);
    }

    /** The recorded relations. */
    List<Polynomial> relations() {
        return List.copyOf(relations);
    }

    /** Whether a variable stands for a function of this kind. */
    boolean isKind(int variable, String kind) {
        return keys.get(variable).kind().equals(kind);
    }

    /** The argument of the function that a variable stands for. */
    Polynomial argument(int variable) {
        return keys.get(variable).argument();
    }

    /** The derivative of a polynomial in the functions. */
    Polynomial derivative(Polynomial function) {
        if (!Collections.disjoint(function.variables(), unfinished)) {
            throw new IllegalStateException("the derivative of a function was asked for before it was known");
        }
        return function.derivative(derivatives::get);
    }

    /** The value of a polynomial in the functions at the base point: a polynomial in the constants. */
    Polynomial value(Polynomial function) {
        return reduced(function.substitute(values::get));
    }

    /** Whether only constants occur. */
    boolean isConstant(Polynomial function) {
        return function.variables().stream()
                .allMatch(variable -> values.get(variable).equals(Polynomial.variable(variable)));
    }

    /** An enclosure of the constant that a variable stands for; empty for symbols and functions. */
    Optional<Enclosure> enclosure(int variable) {
        return enclosures.get(variable);
    }
}
