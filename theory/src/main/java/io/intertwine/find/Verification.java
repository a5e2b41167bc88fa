package io.intertwine.find;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.check.Theorem;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.List;

/** What {@link Verifier} found out about a network and a symmetry. */
public sealed interface Verification {
    /** The network that was asked about. */
    Network network();

    /** The symmetry that was asked about. */
    Symmetry symmetry();

    /** Remarks and reasons, as sentences. */
    List<String> reasons();

    /**
     * The network is equivariant, and layerwise equivariant at gauge level at the given parameters, or at {@code subject}.
     *
     * @param network the given network
     * @param symmetry the symmetry
     * @param subject the network that the actions speak of: the given one if there are no steps
     * @param steps the reparametrisation, in order
     * @param actions for every generator, in order, the action on every latent space, in order
     * @param certificate the evidence
     * @param theorem what the checker proved
     * @param reasons remarks
     */
    record Layerwise(
            Network network,
            Symmetry symmetry,
            Network subject,
            List<ReductionStep> steps,
            List<List<AffineMap>> actions,
            Certificate.Layerwise certificate,
            Theorem theorem,
            List<String> reasons)
            implements Verification {
        public Layerwise {
            steps = List.copyOf(steps);
            actions = actions.stream().map(List::copyOf).toList();
            reasons = List.copyOf(reasons);
        }

        /** Whether another parameter than the given one is layerwise equivariant. */
        public boolean reparametrised() {
            return !steps.isEmpty();
        }
    }

    /**
     * The network is not equivariant.
     *
     * @param network the given network
     * @param symmetry the symmetry
     * @param witness an input that shows it
     * @param theorem what the checker proved
     * @param subgroup the names of the generators for which a latent action was found, so that the function is equivariant for them
     * @param reasons remarks
     */
    record NotEquivariant(
            Network network,
            Symmetry symmetry,
            Certificate.Witness witness,
            Theorem theorem,
            List<String> subgroup,
            List<String> reasons)
            implements Verification {
        public NotEquivariant {
            subgroup = List.copyOf(subgroup);
            reasons = List.copyOf(reasons);
        }
    }

    /** Neither was found. */
    record Undetermined(Network network, Symmetry symmetry, List<String> subgroup, List<String> reasons)
            implements Verification {
        public Undetermined {
            subgroup = List.copyOf(subgroup);
            reasons = List.copyOf(reasons);
        }
    }
}
