package io.intertwine.find;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.criterion.BypassForm;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.LatentModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds what a {@link Survey} says: about the given parameters, and about larger widths. Small networks only. */
final class SurveySearch {
    private static final long MOST_WEIGHTS = 20_000;
    private static final int BUDGET = 1_000;
    private static final long SEED = 1;

    private final Network network;
    private final Symmetry symmetry;
    private final String networkDigest;
    private final String symmetryDigest;
    private final List<Proof> proofs = new ArrayList<>();
    private final List<Network> wide = new ArrayList<>();

    SurveySearch(Network network, Symmetry symmetry) {
        this.network = network;
        this.symmetry = symmetry;
        networkDigest = Digest.of(network);
        symmetryDigest = Digest.of(symmetry);
    }

    /**
     * The survey where the given parameters have no latent action that was found.
     *
     * @param equivariance what is known about the function
     * @param architecture what is known about the architecture
     */
    Survey of(EquivarianceSearch equivariance, Answer architecture) {
        boolean equivariant = architecture != Answer.UNDETERMINED || equivariance instanceof EquivarianceSearch.Holds;
        if (equivariance instanceof EquivarianceSearch.Holds holds && architecture == Answer.UNDETERMINED) {
            proofs.add(holds.proof());
        }
        Answer given = given();
        Answer widened = architecture == Answer.HOLDS ? Answer.HOLDS : widened(equivariance);
        List<Subgroup> subgroup = isSmall()
                ? within(() -> SubgroupSearch.of(network, symmetry)).stream().toList()
                : List.of();
        return new Survey(
                equivariant ? Answer.HOLDS : Answer.UNDETERMINED,
                given,
                architecture,
                widened,
                equivariant && isSmall()
                        ? within(() -> Optional.of(Levels.of(network, symmetry, SEED)))
                                .orElse("")
                        : "",
                proofs,
                wide,
                subgroup);
    }

    private boolean isSmall() {
        return network.weights() <= MOST_WEIGHTS;
    }

    private Answer given() {
        if (!isSmall()) {
            return Answer.UNDETERMINED;
        }
        Optional<Proof> none = Proof.of(
                new SymmetryClaim.NoLatentAction(network, symmetry),
                new Certificate.Exhaustion(networkDigest, symmetryDigest));
        none.ifPresent(proofs::add);
        return none.isPresent() ? Answer.REFUTED : Answer.UNDETERMINED;
    }

    private Answer widened(EquivarianceSearch equivariance) {
        if (!isSmall()) {
            return Answer.UNDETERMINED;
        }
        return within(this::byForms)
                        .or(() -> within(() -> byAverage(equivariance)))
                        .isPresent()
                ? Answer.HOLDS
                : Answer.UNDETERMINED;
    }

    private static <T> Optional<T> within(Supplier<Optional<T>> search) {
        return Limits.within(new ArrayList<>(), search);
    }

    /** The least width at which the terms of the normal form can be written so that the group permutes the units. */
    private Optional<Proof> byForms() {
        if (network.layers().size() != 3 || !BypassForm.isApplicable(network)) {
            return Optional.empty();
        }
        List<Network> candidates = BypassForm.of(network)
                .map(form -> EquivariantForms.of(form, symmetry))
                .orElse(List.of());
        for (Network candidate : candidates) {
            Optional<Proof> proof = widening(candidate);
            if (proof.isPresent()) {
                proofs.add(proof.get());
                wide.add(candidate);
                return proof;
            }
        }
        return Optional.empty();
    }

    private Optional<Proof> widening(Network candidate) {
        GaugeMatching<AffineMap> matching =
                new GaugeMatching<>(LatentModel.of(candidate), NetworkTransporters.of(candidate), BUDGET);
        if (!(matching.action(
                        symmetry.group(),
                        symmetry.input().images(),
                        symmetry.output().images())
                instanceof GaugeMatching.Result.Action<AffineMap> action)) {
            return Optional.empty();
        }
        Comparison ridge = new Comparison.Ridge(Bypasses.of(List.of(network)));
        return Proof.of(
                new SymmetryClaim.LayerwiseWhenWidened(network, symmetry),
                new Certificate.Widening(
                        networkDigest,
                        symmetryDigest,
                        candidate,
                        EqualityProof.of(ridge),
                        action.lifts().stream().map(GaugeMatching.Lift::latent).toList()));
    }

    private Optional<Proof> byAverage(EquivarianceSearch equivariance) {
        if (!(equivariance instanceof EquivarianceSearch.Holds holds)) {
            return Optional.empty();
        }
        Optional<Proof> proof = Proof.of(
                new SymmetryClaim.LayerwiseWhenWidened(network, symmetry),
                new Certificate.Equivariance(networkDigest, symmetryDigest, holds.proofs()));
        proof.ifPresent(found -> {
            proofs.add(found);
            Averaging.of(network, symmetry).ifPresent(wide::add);
        });
        return proof;
    }
}
