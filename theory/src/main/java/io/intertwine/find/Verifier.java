package io.intertwine.find;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.Claim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.net.VectorFunction;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.LatentModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a network is equivariant and layerwise equivariant: gauge matching at the given parameters, then at the reduced
 * network, then a search for an input that refutes equivariance. Every answer but "undetermined" has passed the checker.
 */
public final class Verifier {
    private static final int LARGEST_BUDGET = 10_000;
    private static final long MATCHING_WORK = 50_000_000;
    private static final long SAMPLING_WORK = 4_000_000;
    private static final int MOST_POINTS = 24;

    private final Network network;
    private final Symmetry symmetry;
    private final long seed;

    private Verifier(Network network, Symmetry symmetry, long seed) {
        this.network = network;
        this.symmetry = symmetry;
        this.seed = seed;
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
        Optional<Verification> atGiven = accepted(network, List.of(), given, reasons);
        if (atGiven.isPresent()) {
            return atGiven.get();
        }
        Reduction reduction = Reduction.of(network);
        if (reduction.steps().isEmpty()) {
            return refute(given, reasons);
        }
        reasons.set(0, "at the given parameters: " + reasons.get(0));
        GaugeMatching.Result<AffineMap> reduced = match(reduction.network());
        Optional<Verification> atReduced = accepted(reduction.network(), reduction.steps(), reduced, reasons);
        if (atReduced.isPresent()) {
            return atReduced.get();
        }
        reasons.set(1, "after merging clones and dropping inactive units: " + reasons.get(1));
        return refute(reduced, reasons);
    }

    private GaugeMatching.Result<AffineMap> match(Network subject) {
        long least = 4L * subject.layers().size();
        int budget = (int) Math.max(least, Math.min(LARGEST_BUDGET, MATCHING_WORK / weights(subject)));
        GaugeMatching<AffineMap> matching =
                new GaugeMatching<>(LatentModel.of(subject), NetworkTransporters.of(subject), budget);
        return matching.action(
                symmetry.group(), symmetry.input().images(), symmetry.output().images());
    }

    private static long weights(Network network) {
        long weights = network.layers().stream()
                .filter(Layer.Dense.class::isInstance)
                .mapToLong(layer -> (long) layer.inputs() * layer.outputs())
                .sum();
        return Math.max(1, weights);
    }

    /** The answer that a latent action gives, if there is one and the checker accepts it; else the reason is added. */
    private Optional<Verification> accepted(
            Network subject,
            List<ReductionStep> steps,
            GaugeMatching.Result<AffineMap> matching,
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
                    network, symmetry, subject, steps, actions, certificate, accepted.theorem(), reasons));
        }
        reasons.add("a latent action was found, but the checker does not accept it: "
                + ((CheckResult.Rejected) result).reason());
        return Optional.empty();
    }

    private Verification refute(GaugeMatching.Result<AffineMap> result, List<String> reasons) {
        if (!(result instanceof GaugeMatching.Result.NoAction<AffineMap> matching)) {
            // Every generator has a latent action, so the function is equivariant and no input can refute it.
            return new Verification.Undetermined(
                    network, symmetry, symmetry.group().generators(), reasons);
        }
        List<Integer> open = new ArrayList<>();
        List<String> subgroup = new ArrayList<>();
        for (int g = 0; g < matching.generators().size(); g++) {
            if (matching.generators().get(g).found().isEmpty()) {
                open.add(g);
            } else {
                subgroup.add(symmetry.group().generators().get(g));
            }
        }
        int points = (int) Math.max(1, Math.min(MOST_POINTS, SAMPLING_WORK / weights(network)));
        for (int generator : open) {
            Optional<Certificate.Witness> witness = witness(generator, points);
            if (witness.isPresent()) {
                return refuted(witness.get(), subgroup, reasons);
            }
        }
        List<String> more = new ArrayList<>(reasons);
        if (!open.isEmpty()) {
            more.add(
                    "no input was found at which equivariance fails (" + points + " points a generator and precision)");
        }
        return new Verification.Undetermined(network, symmetry, subgroup, more);
    }

    private Optional<Certificate.Witness> witness(int generator, int points) {
        VectorFunction f = VectorFunction.of(network);
        SeparationSearch search = new SeparationSearch(
                f.after(symmetry.input().images().get(generator)),
                f.followedBy(symmetry.output().images().get(generator)),
                network.inputs(),
                seed);
        return search.among(points)
                .map(point -> new Certificate.Witness(
                        Digest.of(network),
                        Digest.of(symmetry),
                        symmetry.group().generators().get(generator),
                        point.input(),
                        point.bits(),
                        point.left(),
                        point.right(),
                        point.difference()));
    }

    private Verification refuted(Certificate.Witness witness, List<String> subgroup, List<String> reasons) {
        CheckResult result = Checker.check(new SymmetryClaim.NotEquivariant(network, symmetry), witness);
        if (result instanceof CheckResult.Accepted accepted) {
            return new Verification.NotEquivariant(network, symmetry, witness, accepted.theorem(), subgroup, reasons);
        }
        List<String> more = new ArrayList<>(reasons);
        more.add("a counterexample was found, but the checker does not accept it: "
                + ((CheckResult.Rejected) result).reason());
        return new Verification.Undetermined(network, symmetry, subgroup, more);
    }
}
