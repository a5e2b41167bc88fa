package io.intertwine.claim;

import io.intertwine.net.Architecture;
import io.intertwine.net.Network;
import java.util.List;

/**
 * A claim about the functional dimension: the rank of the derivatives of the outputs, at finitely many inputs, with respect to the
 * parameters, for the inputs that make it largest (J. E. Grigsby, K. Lindsey, R. Meyerhoff, C. Wu, arXiv 2209.04036).
 */
public sealed interface DimensionClaim extends Claim {
    /** The dimension that is claimed. */
    long dimension();

    /**
     * The functional dimension of a family: the largest over all its parameters.
     *
     * @param architecture the family
     * @param dimension the dimension
     * @param exactly whether it is claimed to be this, and not only at least this
     */
    record OfFamily(Architecture architecture, long dimension, boolean exactly) implements DimensionClaim {
        @Override
        public List<Architecture> architectures() {
            return List.of(architecture);
        }

        @Override
        public String verdict() {
            return exactly ? "dimension" : "dimension-at-least";
        }

        @Override
        public String statement() {
            return "The functional dimension of the family is " + (exactly ? "" : "at least ") + dimension + ".";
        }
    }

    /**
     * The functional dimension at the parameters of a network. Inputs count at which every activation is differentiable at its argument;
     * of a softmax the differences of the logits count.
     *
     * @param network the network
     * @param dimension the dimension
     * @param exactly whether it is claimed to be this, and not only at least this
     */
    record AtParameters(Network network, long dimension, boolean exactly) implements DimensionClaim {
        @Override
        public List<Network> networks() {
            return List.of(network);
        }

        @Override
        public String verdict() {
            return exactly ? "dimension-at-parameters" : "dimension-at-parameters-at-least";
        }

        @Override
        public String statement() {
            return "The functional dimension at the network's parameters is " + (exactly ? "" : "at least ") + dimension
                    + ".";
        }
    }
}
