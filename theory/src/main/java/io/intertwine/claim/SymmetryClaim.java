package io.intertwine.claim;

import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;
import java.util.List;

/** A claim about a network and a group that acts on its inputs and outputs. */
public sealed interface SymmetryClaim extends Claim {
    /** The network. */
    Network network();

    /** The group with its actions on input and output. */
    Symmetry symmetry();

    @Override
    default List<Network> networks() {
        return List.of(network());
    }

    @Override
    default List<Symmetry> symmetries() {
        return List.of(symmetry());
    }

    /**
     * The function of the network is equivariant, and the network, or (where {@code reparametrised}) another parameter of the same
     * architecture with the same function, is layerwise equivariant at gauge level: there are homomorphisms from the group to the
     * latent groups of all latent spaces for which every layer is equivariant.
     *
     * @param network the network
     * @param symmetry the group with its actions on input and output
     * @param reparametrised whether the layerwise equivariant parameter is another one than the given
     */
    record LayerwiseEquivariant(Network network, Symmetry symmetry, boolean reparametrised) implements SymmetryClaim {
        @Override
        public String verdict() {
            return "layerwise-equivariant";
        }

        @Override
        public String statement() {
            return "The network's function is equivariant, and "
                    + (reparametrised
                            ? "a parameter of the same architecture with the same function"
                            : "the network at its given parameters")
                    + " is layerwise equivariant: homomorphisms from the group into the latent symmetry groups make every layer equivariant.";
        }
    }

    /**
     * The function of the network is not equivariant.
     *
     * @param network the network
     * @param symmetry the group with its actions on input and output
     */
    record NotEquivariant(Network network, Symmetry symmetry) implements SymmetryClaim {
        @Override
        public String verdict() {
            return "not-equivariant";
        }

        @Override
        public String statement() {
            return "The network's function is not equivariant.";
        }
    }

    /**
     * The function of the network is equivariant; nothing is said about its layers.
     *
     * @param network the network
     * @param symmetry the group with its actions on input and output
     */
    record Equivariant(Network network, Symmetry symmetry) implements SymmetryClaim {
        @Override
        public String verdict() {
            return "equivariant";
        }

        @Override
        public String statement() {
            return "The network's function is equivariant.";
        }
    }

    /**
     * The function of the network is equivariant, and no parameter of the same architecture with the same function (the same widths,
     * activations, and biases where there are biases) is layerwise equivariant at gauge level.
     *
     * @param network the network
     * @param symmetry the group with its actions on input and output
     */
    record NotLayerwise(Network network, Symmetry symmetry) implements SymmetryClaim {
        @Override
        public String verdict() {
            return "equivariant-not-layerwise";
        }

        @Override
        public String statement() {
            return "The network's function is equivariant, and no parameter of the same architecture with the same function is layerwise "
                    + "equivariant.";
        }
    }

    /**
     * At the given parameters there are no homomorphisms from the group into the latent symmetry groups for which every layer is
     * equivariant. (The function may be equivariant or not.)
     *
     * @param network the network
     * @param symmetry the group with its actions on input and output
     */
    record NoLatentAction(Network network, Symmetry symmetry) implements SymmetryClaim {
        @Override
        public String verdict() {
            return "no-latent-action";
        }

        @Override
        public String statement() {
            return "At the network's given parameters no homomorphisms from the group into the latent symmetry groups make every layer "
                    + "equivariant.";
        }
    }

    /**
     * A network of the same depth and activations, with other widths, has the same function and is layerwise equivariant at gauge
     * level.
     *
     * @param network the network
     * @param symmetry the group with its actions on input and output
     */
    record LayerwiseWhenWidened(Network network, Symmetry symmetry) implements SymmetryClaim {
        @Override
        public String verdict() {
            return "layerwise-when-widened";
        }

        @Override
        public String statement() {
            return "The network's function is equivariant, and a network of other widths with the same function is layerwise equivariant.";
        }
    }
}
