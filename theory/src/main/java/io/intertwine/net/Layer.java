package io.intertwine.net;

import io.intertwine.activation.Activation;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One layer of a network at its parameters. Further kinds of layer are further records here. */
public sealed interface Layer {
    /** The dimension of the space that the layer reads. */
    int inputs();

    /** The dimension of the space that the layer writes. */
    int outputs();

    /**
     * A dense layer x -> W x + b.
     *
     * @param weight W, outputs x inputs
     * @param biases b, a list of {@code outputs} numbers, or an empty list where the architecture has no bias; a missing bias is not
     *     a zero bias, because a parameter of the same architecture cannot have one
     */
    record Dense(ExactMatrix weight, List<Scalar> biases) implements Layer {
        public Dense {
            biases = List.copyOf(biases);
            if (!biases.isEmpty() && biases.size() != weight.rows()) {
                throw new IllegalArgumentException("bias: expected " + weight.rows()
                        + " numbers, one for each row of the weight, found " + biases.size());
            }
            if (weight.rows() == 0 || weight.columns() == 0) {
                throw new IllegalArgumentException("a dense layer needs at least one input and one output, found a "
                        + weight.rows() + " x " + weight.columns() + " weight");
            }
        }

        /** Whether the architecture has a bias here. */
        public boolean hasBias() {
            return !biases.isEmpty();
        }

        /** The bias of a unit; 0 where there is none. */
        public Scalar bias(int unit) {
            return biases.isEmpty() ? Scalar.ZERO : biases.get(unit);
        }

        @Override
        public int inputs() {
            return weight.columns();
        }

        @Override
        public int outputs() {
            return weight.rows();
        }
    }

    /**
     * Activation functions applied entry by entry.
     *
     * @param units the activation of every unit
     */
    record Entrywise(List<Activation> units) implements Layer, LayerShape {
        public Entrywise {
            units = List.copyOf(units);
        }

        /** The same activation on n units. */
        public static Entrywise of(Activation activation, int n) {
            return new Entrywise(Collections.nCopies(n, activation));
        }

        /** The activation that all units share, if they do. */
        public Optional<Activation> uniform() {
            Activation first = units.get(0);
            return units.stream().allMatch(first::equals) ? Optional.of(first) : Optional.empty();
        }

        @Override
        public int inputs() {
            return units.size();
        }

        @Override
        public int outputs() {
            return units.size();
        }
    }

    /** The softmax of n logits: probabilities, which do not change when the same number is added to all logits. */
    record Softmax(int size) implements Layer, LayerShape {
        @Override
        public int inputs() {
            return size;
        }

        @Override
        public int outputs() {
            return size;
        }
    }
}
