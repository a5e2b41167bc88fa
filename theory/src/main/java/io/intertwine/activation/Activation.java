package io.intertwine.activation;

import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.util.Optional;

/**
 * An activation function of one real variable, defined at every point. Two activations are equal when their canonical names are: a
 * leaky ReLU of slope 1/100 and one whose slope is the binary32 number nearest to 0.01 are different functions.
 */
public final class Activation {
    private final String name;
    private final UnitGroup group;
    private final Exact exact;
    private final Enclosed enclosed;

    /** Exact values: the value at a number, or empty where it is not known to be algebraic. */
    @FunctionalInterface
    interface Exact {
        Optional<Scalar> at(Scalar x);
    }

    /** Enclosures of the values on an interval. */
    @FunctionalInterface
    interface Enclosed {
        Enclosure over(Enclosure x);
    }

    Activation(String name, UnitGroup group, Exact exact, Enclosed enclosed) {
        this.name = name;
        this.group = group;
        this.exact = exact;
        this.enclosed = enclosed;
    }

    /** The canonical name, as on the command line: {@code tanh}, {@code power:3}, {@code leaky_relu:1/100}. */
    public String name() {
        return name;
    }

    /** The formula. */
    public Expression expression() {
        throw new IllegalStateException("no formula yet");
    }

    /** The single-neuron symmetry group with its character. */
    public UnitGroup group() {
        return group;
    }

    /** The exact value, where it is known to be an algebraic number. */
    public Optional<Scalar> exact(Scalar x) {
        return exact.at(x);
    }

    /** An interval that contains the value at every point of the given one. */
    public Enclosure enclose(Enclosure x) {
        return enclosed.over(x);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Activation that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
