package io.intertwine.find;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.ClassMove;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.Claim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.criterion.BypassForm;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.LatentModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a network is equivariant and layerwise equivariant: gauge matching at the given parameters, then at the reduced
 * network, then a search for an input that refutes equivariance. Every answer but "undetermined" has passed the checker.
 */
public final class Verifier {
    private static final int LARGEST_BUDGET = 10_000;
    private static final long MATCHING_WORK = 50_000_000;

    private final Network network;
    private final Symmetry symmetry;
    private final long seed;
    private final RefutationSearch refutation;

    private Verifier(Network network, Symmetry symmetry, long seed) {
        this.network = network;
        this.symmetry = symmetry;
        this.seed = seed;
        refutation = new RefutationSearch(network, symmetry, seed);
    }

    /**
     * Verifies a network.
     *
     * @param seed of the random inputs that are tried as counterexamples
     * @throws IllegalArgumentException if the symmetry acts on spaces of other dimensions than the network's
     */
    public static Verification verify(Network network, Symmetry symmetry, long seed) {
        requireFit(network, symmetry);
        return new Verifier(network, symmetry, seed).verify();
    }

    /**
     * The action on every latent space at the given parameters, where gauge matching finds one that the checker accepts. Nothing else is
     * tried, so that the time is linear in the number of weights; empty does not mean that there is none.
     *
     * @throws IllegalArgumentException as {@link #verify}
     */
    public static Optional<Verification.Layerwise> atGiven(Network network, Symmetry symmetry) {
        requireFit(network, symmetry);
        Verifier verifier = new Verifier(network, symmetry, 0);
        return verifier.accepted(network, List.of(), verifier.match(network), Survey.AT_GIVEN, new ArrayList<>())
                .map(Verification.Layerwise.class::cast);
    }

    private static void requireFit(Network network, Symmetry symmetry) {
        int inputs = symmetry.input().dimension();
        int outputs = symmetry.output().dimension();
        if (inputs != network.inputs() || outputs != network.outputs()) {
            throw new IllegalArgumentException(
                    "the symmetry acts on " + inputs + " inputs and " + outputs + " outputs, but the network has "
                            + network.inputs() + " inputs and " + network.outputs() + " outputs");
        }
    }

    private Verification verify() {
        List<String> reasons = new ArrayList<>();
        GaugeMatching.Result<AffineMap> given = match(network);
        Optional<Verification> atGiven = accepted(network, List.of(), given, Survey.AT_GIVEN, reasons);
        if (atGiven.isPresent()) {
            return atGiven.get();
        }
        reasons.set(0, "at the given parameters: " + reasons.get(0));
        return Limits.within(reasons, () -> atReduced(reasons))
                .or(() -> Limits.within(reasons, () -> refutation.sampled(given, reasons)))
                .or(() -> Limits.within(reasons, () -> byClasses(reasons)))
                .or(() -> Limits.within(reasons, () -> inTheArchitecture(reasons)))
                .orElseGet(() -> byFunction(given, reasons));
    }

    private Optional<Verification> atReduced(List<String> reasons) {
        Reduction reduction = Reduction.of(network);
        if (reduction.steps().isEmpty()) {
            return Optional.empty();
        }
        int size = reasons.size();
        Optional<Verification> found = at(reduction.network(), reduction.steps(), reasons);
        if (found.isEmpty()) {
            reasons.set(size, "after merging clones and dropping inactive units: " + reasons.get(size));
        }
        return found;
    }

    /** The answer at another parameter of the same architecture with the same function, if it is layerwise equivariant. */
    private Optional<Verification> at(Network subject, List<ReductionStep> steps, List<String> reasons) {
        return accepted(subject, steps, match(subject), Survey.AT_GIVEN, reasons)
                .map(found -> withSurvey((Verification.Layerwise) found));
    }

    private Verification withSurvey(Verification.Layerwise found) {
        Survey known = new SurveySearch(network, symmetry).of(new EquivarianceSearch.Open(List.of()), Answer.HOLDS);
        Survey survey = new Survey(
                Answer.HOLDS,
                known.given(),
                Answer.HOLDS,
                Answer.HOLDS,
                "gauge",
                known.proofs(),
                List.of(),
                known.subgroup());
        List<String> reasons = new ArrayList<>(found.reasons());
        if (!known.level().isEmpty()) {
            boolean strongest = known.level().equals("linear") && known.given() == Answer.REFUTED;
            reasons.add("at the given parameters the hidden layers are equivariant at " + known.level() + " level"
                    + (strongest
                            ? " only"
                            : known.given() == Answer.REFUTED
                                    ? ", not at gauge level"
                                    : "; whether at gauge level is not decided"));
        }
        return new Verification.Layerwise(
                network,
                symmetry,
                found.subject(),
                found.steps(),
                found.actions(),
                found.certificate(),
                found.theorem(),
                survey,
                reasons);
    }

    /** The orbit theorem, where a theorem lists all classes of parameters with the same function. */
    private Optional<Verification> byClasses(List<String> reasons) {
        Optional<FibreSearch> fibre = FibreSearch.of(network);
        Optional<List<List<ClassMove>>> moves = fibre.flatMap(found -> found.moves(symmetry));
        if (fibre.isEmpty() || moves.isEmpty()) {
            return Optional.empty();
        }
        List<Network> classes = fibre.get().classes();
        RefutationSearch.forget(reasons);
        reasons.add("the parameters with this function form " + classes.size() + " classes under the latent groups");
        for (int c : FibreSearch.fixed(moves.get(), classes.size())) {
            Optional<Verification> found = at(classes.get(c), List.of(whole(classes.get(c))), reasons);
            if (found.isPresent()) {
                return found;
            }
        }
        Certificate.ClassAction certificate = new Certificate.ClassAction(
                Digest.of(network), Digest.of(symmetry), fibre.get().evidence(), moves.get());
        return Proof.of(new SymmetryClaim.NotLayerwise(network, symmetry), certificate)
                .map(proof -> new Verification.NotLayerwise(
                        network,
                        symmetry,
                        classes,
                        certificate,
                        proof.theorem(),
                        new SurveySearch(network, symmetry)
                                .of(EquivarianceSearch.of(network, symmetry, seed), Answer.REFUTED),
                        reasons));
    }

    /** The step from the given parameters to others, by a comparison of the whole functions. */
    private ReductionStep whole(Network other) {
        Comparison comparison = Polynomials.areExpandable(network)
                ? new Comparison.Expansion()
                : new Comparison.Ridge(Bypasses.of(List.of(network)));
        return new ReductionStep.Replace(0, network.layers().size(), other.layers(), comparison);
    }

    /** A layerwise equivariant parameter that uses spare units of the architecture. */
    private Optional<Verification> inTheArchitecture(List<String> reasons) {
        if (network.layers().size() != 3 || !BypassForm.isApplicable(network)) {
            return Optional.empty();
        }
        List<Network> candidates = BypassForm.of(network)
                .map(form -> EquivariantForms.of(form, symmetry))
                .orElse(List.of());
        for (Network candidate : candidates) {
            Optional<Verification> found = BlockReduction.padded(network, 0, candidate)
                    .flatMap(rewriting -> at(rewriting.network(), List.of(rewriting.step()), new ArrayList<>(reasons)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What can be said about the function where nothing is known about its layers. */
    private Verification byFunction(GaugeMatching.Result<AffineMap> given, List<String> reasons) {
        EquivarianceSearch equivariance = EquivarianceSearch.of(network, symmetry, seed);
        if (equivariance instanceof EquivarianceSearch.Fails fails) {
            Optional<Verification> refuted = refutation.at(fails.generator(), fails.input(), given, reasons);
            if (refuted.isPresent()) {
                return refuted.get();
            }
        }
        if (equivariance instanceof EquivarianceSearch.Open open) {
            reasons.addAll(open.reasons());
        } else if (equivariance instanceof EquivarianceSearch.Holds) {
            RefutationSearch.forget(reasons);
        }
        Survey survey = new SurveySearch(network, symmetry).of(equivariance, Answer.UNDETERMINED);
        return new Verification.Undetermined(network, symmetry, survey, reasons);
    }

    private GaugeMatching.Result<AffineMap> match(Network subject) {
        long least = 4L * subject.layers().size();
        int budget = (int) Math.max(least, Math.min(LARGEST_BUDGET, MATCHING_WORK / Math.max(1, subject.weights())));
        GaugeMatching<AffineMap> matching =
                new GaugeMatching<>(LatentModel.of(subject), NetworkTransporters.of(subject), budget);
        List<String> limits = new ArrayList<>();
        return Limits.within(
                        limits,
                        () -> Optional.of(matching.action(
                                symmetry.group(),
                                symmetry.input().images(),
                                symmetry.output().images())))
                .orElseGet(() -> nothing(limits.get(0)));
    }

    /** No latent action, for a reason. */
    private GaugeMatching.Result<AffineMap> nothing(String reason) {
        GaugeMatching.Lifts<AffineMap> none = new GaugeMatching.Lifts<>(List.of(), false, reason);
        return new GaugeMatching.Result.NoAction<>(
                Collections.nCopies(symmetry.group().generators().size(), none), reason, false);
    }

    /** The answer that a latent action gives, if there is one and the checker accepts it; else the reason is added. */
    private Optional<Verification> accepted(
            Network subject,
            List<ReductionStep> steps,
            GaugeMatching.Result<AffineMap> matching,
            Survey survey,
            List<String> reasons) {
        if (matching instanceof GaugeMatching.Result.NoAction<AffineMap> none) {
            reasons.add(none.reason());
            return Optional.empty();
        }
        List<List<AffineMap>> actions = ((GaugeMatching.Result.Action<AffineMap>) matching)
                .lifts().stream().map(GaugeMatching.Lift::latent).toList();
        String digest = Digest.of(network);
        Certificate.Layerwise certificate = new Certificate.Layerwise(
                digest, Digest.of(symmetry), steps, steps.isEmpty() ? digest : Digest.of(subject), actions);
        Claim claim = new SymmetryClaim.LayerwiseEquivariant(network, symmetry, !steps.isEmpty());
        CheckResult result = Checker.check(claim, certificate);
        if (result instanceof CheckResult.Accepted accepted) {
            return Optional.of(new Verification.Layerwise(
                    network, symmetry, subject, steps, actions, certificate, accepted.theorem(), survey, reasons));
        }
        reasons.add("a latent action was found, but the checker does not accept it: "
                + ((CheckResult.Rejected) result).reason());
        return Optional.empty();
    }
}
