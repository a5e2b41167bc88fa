package io.intertwine.activation;

import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An activation function of one real variable, defined at every point: a canonical name and a formula. Two activations are equal when
 * their canonical names are: a leaky ReLU of slope 1/100 and one whose slope is the binary32 number nearest to 0.01 are different
 * functions.
 */
public final class Activation {
    private final String name;
    private final Expression expression;
    private final Supplier<UnitGroup> group;

    /** The supplier is called at most once, when the group is first asked for. */
    Activation(String name, Expression expression, Supplier<UnitGroup> group) {
        this.name = name;
        this.expression = expression;
        this.group = new Once(group);
    }

    /** The canonical name, as on the command line: {@code tanh}, {@code power:3}, {@code leaky_relu:1/100}, {@code expr:x^3 + x}. */
    public String name() {
        return name;
    }

    /** The formula. */
    public Expression expression() {
        return expression;
    }

    /** The single-neuron symmetry group with its character. */
    public UnitGroup group() {
        return group.get();
    }

    /** The exact value, where it is known to be an algebraic number. */
    public Optional<Scalar> exact(Scalar x) {
        return expression.exact(x);
    }

    /** An interval that contains the value at every point of the given one. */
    public Enclosure enclose(Enclosure x) {
        return expression.enclose(x);
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

    /** Asks another supplier once, whichever threads ask; if that fails, the next one asks again. */
    private static final class Once implements Supplier<UnitGroup> {
        private final Supplier<UnitGroup> supplier;
        private Optional<UnitGroup> known = Optional.empty();

        Once(Supplier<UnitGroup> supplier) {
            this.supplier = supplier;
        }

        @Override
        public synchronized UnitGroup get() {
            if (known.isEmpty()) {
                known = Optional.of(supplier.get());
            }
            return known.get();
        }
    }
}
