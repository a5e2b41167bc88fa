package io.intertwine.claim;

import io.intertwine.net.Network;
import java.util.List;

/** A claim about the functions of two networks. */
public sealed interface EqualityClaim extends Claim {
    /** The one network. */
    Network left();

    /** The other network. */
    Network right();

    @Override
    default List<Network> networks() {
        return List.of(left(), right());
    }

    /**
     * Two networks compute the same function over the reals.
     *
     * @param left the one network
     * @param right the other; of any architecture with the same inputs and outputs
     */
    record Equal(Network left, Network right) implements EqualityClaim {
        @Override
        public String verdict() {
            return "equal";
        }

        @Override
        public String statement() {
            return "The two networks compute the same function.";
        }
    }

    /**
     * Two networks compute different functions.
     *
     * @param left the one network
     * @param right the other, with the same inputs and outputs
     */
    record Different(Network left, Network right) implements EqualityClaim {
        @Override
        public String verdict() {
            return "different";
        }

        @Override
        public String statement() {
            return "The two networks compute different functions.";
        }
    }
}
