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

    /** What is known at the given parameters, in the architecture, and at larger width. */
    Survey survey();

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
     * @param survey what else is known
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
            Survey survey,
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
     * The network is equivariant, and no parameter of its architecture with the same function is layerwise equivariant.
     *
     * @param network the given network
     * @param symmetry the symmetry
     * @param classes a representative of every class of parameters with the same function, the given one first
     * @param certificate the evidence, with the permutation of the classes by every generator
     * @param theorem what the checker proved
     * @param survey what else is known
     * @param reasons remarks
     */
    record NotLayerwise(
            Network network,
            Symmetry symmetry,
            List<Network> classes,
            Certificate.ClassAction certificate,
            Theorem theorem,
            Survey survey,
            List<String> reasons)
            implements Verification {
        public NotLayerwise {
            classes = List.copyOf(classes);
            reasons = List.copyOf(reasons);
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

        @Override
        public Survey survey() {
            return Survey.REFUTED;
        }
    }

    /**
     * No verdict; the survey says what is known all the same, for instance that the function is equivariant.
     *
     * @param network the given network
     * @param symmetry the symmetry
     * @param survey what is known
     * @param reasons why there is no verdict
     */
    record Undetermined(Network network, Symmetry symmetry, Survey survey, List<String> reasons)
            implements Verification {
        public Undetermined {
            reasons = List.copyOf(reasons);
        }
    }
}
