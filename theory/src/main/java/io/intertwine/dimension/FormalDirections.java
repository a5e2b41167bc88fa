package io.intertwine.dimension;

import io.intertwine.certificate.DimensionEvidence.Direction;
import io.intertwine.certificate.DimensionEvidence.Entry;
import io.intertwine.criterion.FormalConstant;
import io.intertwine.criterion.FormalNetwork;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Directions in which the derivative of a network vanishes formally: the null space of the formal derivatives, modulo a large prime,
 * whose entries are then recognised as rational numbers, or as such times a constant of the network.
 */
final class FormalDirections {
    /** Elimination takes the third power of the number of parameters. */
    static final int MOST_PARAMETERS = 260;

    /** Samples that do not raise the rank, one after the other, before it counts as reached. */
    private static final int PATIENCE = 3;

    private final Map<FormalConstant, BigInteger> constants;

    private FormalDirections(Map<FormalConstant, BigInteger> constants) {
        this.constants = constants;
    }

    /** The directions that were recognised: independent, but they need not be all. None where a weight is irrational. */
    static List<Direction> of(FormalNetwork formal, long seed) {
        FormalJacobian jacobian = new FormalJacobian(formal, seed);
        if (jacobian.parameters() > MOST_PARAMETERS) {
            return List.of();
        }
        NullSpace space = new NullSpace(order(formal, jacobian.parameters()));
        for (int idle = 0; idle < PATIENCE && space.rank() < jacobian.parameters(); idle++) {
            int before = space.rank();
            jacobian.sample().forEach(space::add);
            idle = space.rank() > before ? -1 : idle;
        }
        return directions(space, jacobian.constants());
    }

    /** The directions of a null space. */
    static List<Direction> directions(NullSpace space, Map<FormalConstant, BigInteger> constants) {
        FormalDirections recognition = new FormalDirections(constants);
        List<Direction> directions = new ArrayList<>();
        space.basis().forEach(vector -> recognition.direction(vector).ifPresent(directions::add));
        return directions;
    }

    /** The last layer first, its biases before its weights: what constants contribute moves into the biases that come later. */
    static int[] order(FormalNetwork formal, int parameters) {
        int[] order = new int[parameters];
        int next = 0;
        for (int b = formal.blocks().size() - 1; b >= 0; b--) {
            FormalNetwork.Block block = formal.blocks().get(b);
            for (int k = block.rowLength() - 1; k >= 0; k--) {
                for (int j = 0; j < block.dense().outputs(); j++) {
                    order[next++] = block.place(j, k);
                }
            }
        }
        return order;
    }

    private Optional<Direction> direction(BigInteger[] vector) {
        List<Entry> entries = new ArrayList<>();
        int nonzero = 0;
        for (int place = 0; place < vector.length; place++) {
            if (vector[place].signum() != 0) {
                nonzero++;
                entry(place, vector[place]).ifPresent(entries::add);
            }
        }
        return entries.size() == nonzero ? Optional.of(new Direction(entries)) : Optional.empty();
    }

    private Optional<Entry> entry(int place, BigInteger residue) {
        Optional<BigFraction> plain = LargeField.recognise(residue);
        if (plain.isPresent()) {
            return plain.map(value -> Entry.of(place, Scalar.of(value)));
        }
        for (Map.Entry<FormalConstant, BigInteger> constant : constants.entrySet()) {
            Optional<BigFraction> factor =
                    LargeField.recognise(LargeField.times(residue, LargeField.inverse(constant.getValue())));
            if (factor.isPresent()) {
                return Optional.of(new Entry(place, Scalar.of(factor.get()), List.of(constant.getKey())));
            }
        }
        return Optional.empty();
    }
}
