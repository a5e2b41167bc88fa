package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.LatentModel;
import io.intertwine.symmetry.ParametricMap;
import java.util.List;
import java.util.Optional;

/**
 * Layerwise equivariance at gauge level (Shahverdi, Marchetti, Bökman, Kohn 2026, arXiv 2601.21645, in the direction that needs no
 * identifiability): if for every generator every layer intertwines elements of the latent groups, from the input action to the output
 * action, and these elements satisfy the group's relations on every latent space, then every layer is equivariant, and so is f.
 */
final class LayerwiseRule {
    private LayerwiseRule() {}

    static String apply(SymmetryClaim.LayerwiseEquivariant claim, Certificate.Layerwise evidence) throws Rejection {
        Rejection.unless(
                claim.reparametrised() != evidence.steps().isEmpty(),
                claim.reparametrised()
                        ? "no reparametrisation is given"
                        : "the certificate speaks of a reparametrised network");
        Network network = ReductionRule.apply(claim.network(), evidence.steps());
        Rejection.unless(
                network.hasArchitectureOf(claim.network()), "the steps lead to a network of another architecture");
        Rejection.unless(
                (evidence.steps().isEmpty() ? evidence.network() : Digest.of(network)).equals(evidence.result()),
                "the digest of the network after the steps is not the recorded one");
        return requireActions(network, claim.symmetry(), evidence.actions());
    }

    /** Rejects unless every layer of the network is equivariant for the actions, one for every generator and latent space. */
    static String requireActions(Network network, Symmetry symmetry, List<List<AffineMap>> actions) throws Rejection {
        LatentModel<AffineMap> model = LatentModel.of(network);
        ActivationRule activations = new ActivationRule();
        activations.requireValues(network);
        int generators = symmetry.group().generators().size();
        Rejection.unless(
                actions.size() == generators,
                "expected actions for " + generators + " generators, found " + actions.size());
        for (int g = 0; g < generators; g++) {
            Optional<String> failure = obstruction(
                    model,
                    symmetry.input().images().get(g),
                    actions.get(g),
                    symmetry.output().images().get(g));
            if (failure.isPresent()) {
                throw new Rejection("generator " + symmetry.group().generators().get(g) + ": " + failure.get());
            }
            activations.require(
                    model,
                    symmetry.input().images().get(g),
                    actions.get(g),
                    symmetry.output().images().get(g));
        }
        return "Every layer's equations were recomputed exactly, and the identities of the activations proved from their formulas; "
                + RelationsRule.apply(symmetry, network, actions);
    }

    /** Where a chain of elements, one a latent space, fails to make every map of a model equivariant under one group element. */
    static <E> Optional<String> obstruction(LatentModel<E> model, E input, List<E> latent, E output) {
        List<ParametricMap<E>> inner = model.inner();
        if (latent.size() != inner.size()) {
            return Optional.of("expected an action on " + inner.size() + " latent spaces, found " + latent.size());
        }
        E source = input;
        for (int i = 0; i < inner.size(); i++) {
            E target = latent.get(i);
            if (!inner.get(i).target().contains(target)) {
                return Optional.of("latent space " + i + ": the action is not in the latent group");
            }
            Optional<String> failure = inner.get(i).obstruction(source, target);
            if (failure.isPresent()) {
                int space = i;
                return failure.map(reason -> "latent space " + space + ": " + reason);
            }
            source = target;
        }
        return model.last().obstruction(source, output).map(reason -> "output: " + reason);
    }
}
