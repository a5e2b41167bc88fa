package io.intertwine.certificate;

import io.intertwine.activation.UnitMap;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import java.util.List;

/**
 * One step from a network to another with the same function. Layers are counted as in the network's list of layers, from 0; units are
 * those that the layer writes. Only {@link Drop} and {@link Replace} may change the architecture.
 */
public sealed interface ReductionStep {
    /** The index of the dense layer that writes the units; of a replaced part, of its first layer. */
    int layer();

    /**
     * Clones are merged: each {@code from} unit's row is the image of the {@code into} unit's row under a map of the unit's group, so
     * its outgoing weights move to {@code into}, and constants to the next bias.
     *
     * @param layer the index of the dense layer
     * @param merges the merges
     */
    record Merge(int layer, List<UnitMerge> merges) implements ReductionStep {
        public Merge {
            merges = List.copyOf(merges);
        }
    }

    /**
     * One unit joins another: row(from) = map(row(into)).
     *
     * @param from the unit that loses its outgoing weights
     * @param into the unit that gains them
     * @param map the element of the unit's group
     */
    record UnitMerge(int from, int into, UnitMap map) {}

    /**
     * Units without incoming weights, whose values are exact numbers, lose their outgoing weights; the next bias gains the constants.
     *
     * @param layer the index of the dense layer
     * @param units the units
     */
    record Fold(int layer, List<Integer> units) implements ReductionStep {
        public Fold {
            units = List.copyOf(units);
        }
    }

    /**
     * Units without outgoing weights get zero incoming weights and, where there is one, a zero bias.
     *
     * @param layer the index of the dense layer
     * @param units the units
     */
    record Prune(int layer, List<Integer> units) implements ReductionStep {
        public Prune {
            units = List.copyOf(units);
        }
    }

    /**
     * Two dense layers in a row are replaced by two of the same sizes with the same product.
     *
     * @param layer the index of the first of the two dense layers
     * @param first the new weight of the first
     * @param firstBias its new bias, empty if and only if the layer has none
     * @param second the new weight of the second
     * @param secondBias its new bias, empty if and only if the layer has none
     */
    record Refactor(int layer, ExactMatrix first, List<Scalar> firstBias, ExactMatrix second, List<Scalar> secondBias)
            implements ReductionStep {
        public Refactor {
            firstBias = List.copyOf(firstBias);
            secondBias = List.copyOf(secondBias);
        }
    }

    /**
     * Units without outgoing weights are removed; at least one unit stays.
     *
     * @param layer the index of the dense layer
     * @param units the units
     */
    record Drop(int layer, List<Integer> units) implements ReductionStep {
        public Drop {
            units = List.copyOf(units);
        }
    }

    /**
     * A part of the network is replaced by another one with the same function.
     *
     * @param layer the index of its first layer
     * @param end the index after its last layer
     * @param layers the new layers, at least one
     * @param comparison why both parts have the same function
     */
    record Replace(int layer, int end, List<Layer> layers, Comparison comparison) implements ReductionStep {
        public Replace {
            layers = List.copyOf(layers);
        }
    }
}
