package io.intertwine.claim;

import io.intertwine.net.Network;
import java.util.List;

/**
 * A claim about the fibre of a network: the parameters of the same architecture with the same function, up to the latent symmetry
 * groups of the hidden layers (Shahverdi, Marchetti, Bökman, Kohn 2026, arXiv 2601.21645; the same widths, the same activations, and
 * biases exactly where the network has biases).
 */
public sealed interface ParameterClaim extends Claim {
    /** The network at its parameters. */
    Network network();

    @Override
    default List<Network> networks() {
        return List.of(network());
    }

    /**
     * All parameters of the same architecture with the same function are related to the given one by elements of the latent groups.
     *
     * @param network the network
     * @param weakly whether this is said of a smaller network with the same function, to which the given one reduces by dropping
     *     inactive units and merging clones
     */
    record Identifiable(Network network, boolean weakly) implements ParameterClaim {
        @Override
        public String verdict() {
            return weakly ? "weakly-identifiable" : "identifiable";
        }

        @Override
        public String statement() {
            return weakly
                    ? "The network reduces, by merging clones and dropping inactive units, to a smaller network with the same function whose "
                            + "parameters are identifiable up to the latent symmetry groups."
                    : "The network's parameters are identifiable up to the latent symmetry groups of its hidden layers.";
        }
    }

    /**
     * The parameters of the same architecture with the same function form finitely many classes under the latent groups, at least two.
     *
     * @param network the network
     * @param classes the number of classes
     */
    record FinitelyIdentifiable(Network network, int classes) implements ParameterClaim {
        @Override
        public String verdict() {
            return "finitely-identifiable";
        }

        @Override
        public String statement() {
            return "The parameters of the same architecture with the same function form exactly " + classes
                    + " classes under the latent symmetry groups.";
        }
    }

    /**
     * Another parameter of the same architecture has the same function and is not related to the given one by the latent groups.
     *
     * @param network the network
     */
    record NotIdentifiable(Network network) implements ParameterClaim {
        @Override
        public String verdict() {
            return "not-identifiable";
        }

        @Override
        public String statement() {
            return "Another parameter of the same architecture has the same function and is not related to the given one by the latent "
                    + "symmetry groups.";
        }
    }

    /**
     * Near the given parameter, all parameters of the same architecture with the same function are related to it by the latent groups.
     *
     * @param network the network
     */
    record LocallyIdentifiable(Network network) implements ParameterClaim {
        @Override
        public String verdict() {
            return "locally-identifiable";
        }

        @Override
        public String statement() {
            return "All parameters near the given one with the same function are related to it by the latent symmetry groups.";
        }
    }
}
