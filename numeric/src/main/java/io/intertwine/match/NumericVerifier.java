package io.intertwine.match;

import io.intertwine.group.GroupDescription;
import io.intertwine.match.GaugeLifting.Result;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides, in floating point and within a stated tolerance, whether a network is layerwise equivariant: for weights that carry a
 * symmetry only up to rounding or training. Results are marked as such and never mix with the exact ones of
 * {@link io.intertwine.find.Verifier}.
 */
public final class NumericVerifier {
    private static final int MOST_POINTS = 60;
    private static final int FEWEST_POINTS = 6;

    /** Points times weights times generators, about, that are evaluated. */
    private static final long SAMPLING_WORK = 500_000_000;

    private final Network network;
    private final Symmetry symmetry;
    private final Tolerance tolerance;
    private final Sampling sampling;
    private final NumericVerification.Nearest nearest;
    private final List<String> subgroup = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    private NumericVerifier(Network network, Symmetry symmetry, Tolerance tolerance, long seed) {
        this.network = network;
        this.symmetry = symmetry;
        this.tolerance = tolerance;
        sampling = new Sampling(network, symmetry, points(network, symmetry), seed);
        nearest = nearest();
    }

    /**
     * Verifies a network numerically.
     *
     * <p><i>Holds</i>: for every generator there are elements of the latent groups for which every layer's relative residual is within
     * the tolerance, they satisfy the relators, and the outputs agree within the tolerance at the sampled inputs. The elements are the
     * only ones within the tolerance, or those that fit all weights best ({@link LatentSearch}). <i>Refuted</i>: no such elements were
     * found, and at an input the outputs differ by more than the tolerance. Else <i>undetermined</i>.
     *
     * @param network the network, with at most about 4,000 units a layer
     * @param symmetry the symmetry
     * @param tolerance the tolerance
     * @param seed of the sampled inputs
     * @throws IllegalArgumentException if the symmetry acts on spaces of other dimensions than the network's, or a weight is too large
     *     for a double
     */
    public static NumericVerification verify(Network network, Symmetry symmetry, Tolerance tolerance, long seed) {
        requireFit(network, symmetry);
        return new NumericVerifier(network, symmetry, tolerance, seed).verify();
    }

    /**
     * The largest difference between f(rho x) and rho f(x), in doubles, at random inputs with normal entries of standard deviations 1,
     * 1/4 and 4 in turn. Exact equality of the two sides can show as a difference of a few units in the last place.
     *
     * @param network the network
     * @param symmetry the symmetry
     * @param points the number of inputs for every generator, at least 1
     * @param seed of the inputs
     * @throws IllegalArgumentException as {@link #verify}, or if there are no points
     */
    public static Difference largestDifference(Network network, Symmetry symmetry, int points, long seed) {
        requireFit(network, symmetry);
        if (points < 1) {
            throw new IllegalArgumentException("points: expected at least 1, found " + points);
        }
        return new Sampling(network, symmetry, points, seed).largest();
    }

    static void requireFit(Network network, Symmetry symmetry) {
        int inputs = symmetry.input().dimension();
        int outputs = symmetry.output().dimension();
        if (inputs != network.inputs() || outputs != network.outputs()) {
            throw new IllegalArgumentException(
                    "the symmetry acts on " + inputs + " inputs and " + outputs + " outputs, but the network has "
                            + network.inputs() + " inputs and " + network.outputs() + " outputs");
        }
    }

    private static int points(Network network, Symmetry symmetry) {
        long weights = 1;
        for (Layer layer : network.layers()) {
            weights += layer instanceof Layer.Dense ? (long) layer.inputs() * layer.outputs() : layer.outputs();
        }
        int passes = symmetry.group().generators().size() + 1;
        return (int) Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, SAMPLING_WORK / weights / passes));
    }

    private NumericVerification verify() {
        GaugeLifting lifting = new GaugeLifting(new BalancedNetwork(network, tolerance), tolerance);
        List<Result.Lifted> lifts = new ArrayList<>();
        List<String> names = symmetry.group().generators();
        for (int g = 0; g < names.size(); g++) {
            Result result = lifting.lift(
                    symmetry.input().images().get(g), symmetry.output().images().get(g));
            if (result instanceof Result.Lifted lifted) {
                lifts.add(lifted);
                subgroup.add(names.get(g));
                for (String remark : lifted.remarks()) {
                    reasons.add("generator " + names.get(g) + ": " + remark);
                }
            } else {
                open.add(g);
                reasons.add("generator " + names.get(g) + ": " + ((Result.Blocked) result).reason());
            }
        }
        Optional<String> obstacle = open.isEmpty() ? obstacle(lifting, lifts) : Optional.of("");
        if (obstacle.isEmpty()) {
            List<List<LatentAction>> actions =
                    lifts.stream().map(Result.Lifted::actions).toList();
            return layerwise(actions, residuals(lifting, lifts), asGood());
        }
        if (nearest instanceof NumericVerification.Nearest.Found found
                && found.residuals().stream().allMatch(tolerance::admits)) {
            reasons.clear();
            reasons.add("units are alike within the tolerance; the latent actions are those that fit all weights best");
            return layerwise(found.matching().actionsAtGivenWeights(), ofMaps(found), nearest);
        }
        return open.isEmpty() ? undetermined(obstacle.get()) : refute();
    }

    private NumericVerification.Nearest nearest() {
        LatentSearch.Attempt attempt = LatentSearch.tryOf(network, symmetry);
        if (attempt instanceof LatentSearch.Attempt.Ready ready) {
            LatentMatching matching = ready.search().matching();
            return new NumericVerification.Nearest.Found(ready.search(), matching, matching.residuals());
        }
        return new NumericVerification.Nearest.NotSought(((LatentSearch.Attempt.Refused) attempt).reason());
    }

    /** The residuals of dense layers, one for every map of the latent model: 0 for activations. */
    private List<Double> ofMaps(NumericVerification.Nearest.Found found) {
        List<Double> residuals = new ArrayList<>();
        int dense = 0;
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense) {
                residuals.add(found.residuals().get(dense));
                dense++;
            } else if (layer instanceof Layer.Entrywise) {
                residuals.add(0.0);
            }
        }
        return residuals;
    }

    /** Why actions of the generators within the tolerance are not known to be an action of the group; empty if they are. */
    private Optional<String> obstacle(GaugeLifting lifting, List<Result.Lifted> lifts) {
        List<List<LatentAction>> actions =
                lifts.stream().map(Result.Lifted::actions).toList();
        Optional<String> broken = LatentRelations.failure(symmetry.group(), actions, tolerance);
        if (broken.isPresent()) {
            return Optional.of("every generator has latent actions within the tolerance, but " + broken.get());
        }
        return symmetry.group() instanceof GroupDescription.Generated && !isForced(lifting, lifts)
                ? Optional.of("units are alike within the tolerance, so the latent action is not forced; give relators")
                : Optional.empty();
    }

    /** The nearest actions, unless those of gauge matching are within the tolerance and these are not: two tables would disagree. */
    private NumericVerification.Nearest asGood() {
        boolean worse = nearest instanceof NumericVerification.Nearest.Found found
                && !found.residuals().stream().allMatch(tolerance::admits);
        return worse
                ? new NumericVerification.Nearest.NotSought(
                        "gauge matching found actions within the tolerance, and the joint search only others that fit less well")
                : nearest;
    }

    private NumericVerification layerwise(
            List<List<LatentAction>> actions, List<Double> residuals, NumericVerification.Nearest shown) {
        Difference difference = sampling.largest();
        if (!tolerance.admits(difference.relative())) {
            return undetermined(tooDifferent(residuals, difference));
        }
        return new NumericVerification.Holds(
                network, symmetry, tolerance, actions, residuals, difference, shown, reasons);
    }

    private static String tooDifferent(List<Double> residuals, Difference difference) {
        double largest =
                residuals.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return "every layer obeys its equation within the tolerance (largest residual " + largest
                + "), but the residuals add up: the outputs differ by " + difference.relative()
                + " of the largest output at a sampled input; only a tolerance above that admits both";
    }

    /** Whether no generator, nor the neutral element, has another latent action within the tolerance. */
    private boolean isForced(GaugeLifting lifting, List<Result.Lifted> lifts) {
        return lifts.stream().allMatch(Result.Lifted::forced)
                && identity(lifting) instanceof Result.Lifted trivial
                && trivial.forced();
    }

    private Result identity(GaugeLifting lifting) {
        return lifting.lift(AffineMap.identity(network.inputs()), AffineMap.identity(network.outputs()));
    }

    /** The largest residuals over the generators; without generators those of the neutral element. */
    private List<Double> residuals(GaugeLifting lifting, List<Result.Lifted> lifts) {
        if (lifts.isEmpty()) {
            return identity(lifting) instanceof Result.Lifted trivial ? trivial.residuals() : List.of();
        }
        List<Double> largest = new ArrayList<>(lifts.get(0).residuals());
        for (Result.Lifted lift : lifts) {
            for (int i = 0; i < largest.size(); i++) {
                largest.set(i, Math.max(largest.get(i), lift.residuals().get(i)));
            }
        }
        return largest;
    }

    private NumericVerification refute() {
        for (int generator : open) {
            Optional<NumericVerification.Witness> witness = sampling.against(generator, tolerance);
            if (witness.isPresent()) {
                return new NumericVerification.Refuted(
                        network, symmetry, tolerance, witness.get(), sampling.largest(), nearest, subgroup, reasons);
            }
        }
        double largest = sampling.largest().relative();
        return undetermined(
                tolerance.admits(largest)
                        ? "at the sampled inputs the outputs differ by no more than the tolerance (largest relative difference "
                                + largest + ")"
                        : "the outputs differ by " + largest
                                + " of the largest output at a sampled input, but not beyond the error of the evaluation for a generator "
                                + "without latent actions");
    }

    private NumericVerification undetermined(String reason) {
        List<String> more = new ArrayList<>(reasons);
        more.add(reason);
        return new NumericVerification.Undetermined(
                network, symmetry, tolerance, sampling.largest(), nearest, subgroup, more);
    }
}
