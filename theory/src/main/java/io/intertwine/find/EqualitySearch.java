package io.intertwine.find;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.net.VectorFunction;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Decides whether two networks compute the same function: by reduction and gauge matching, as sums of functions of one form, as
 * polynomials, or on every linear region; or different ones, by an input. Every answer but "undetermined" has passed the checker.
 */
public final class EqualitySearch {
    private static final int FEW_POINTS = 12;
    private static final int MORE_POINTS = 48;
    private static final long SAMPLING_WORK = 4_000_000;

    private final Network left;
    private final Network right;
    private final SeparationSearch separation;
    private final List<String> reasons = new ArrayList<>();

    private EqualitySearch(Network left, Network right, long seed) {
        this.left = left;
        this.right = right;
        separation = new SeparationSearch(VectorFunction.of(left), VectorFunction.of(right), left.inputs(), seed);
    }

    /**
     * Compares two networks.
     *
     * @param seed of the random inputs that are tried
     * @throws IllegalArgumentException if the networks have different numbers of inputs or outputs, or an activation is not known to
     *     have a value at every real number
     */
    public static Equality compare(Network left, Network right, long seed) {
        if (left.inputs() != right.inputs() || left.outputs() != right.outputs()) {
            throw new IllegalArgumentException(
                    "expected two networks with the same numbers of inputs and outputs, found "
                            + left.inputs() + " and " + right.inputs() + " inputs, " + left.outputs() + " and "
                            + right.outputs() + " outputs");
        }
        return new EqualitySearch(left, right, seed).compare();
    }

    private Equality compare() {
        ReducedNetwork f = NetworkReduction.of(left);
        ReducedNetwork g = NetworkReduction.of(right);
        return within(() -> byMatching(f, g))
                .or(() -> within(() -> bySampling(FEW_POINTS, SeparationSearch::quicklyAmong)))
                .or(() -> within(() -> byRidges(f, g)))
                .or(() -> within(() -> byExpansion(f, g)))
                .or(() -> within(() -> byNormalForms(f, g)))
                .or(() -> within(() -> byRegions(f, g)))
                .or(() -> within(() -> bySampling(MORE_POINTS, SeparationSearch::among)))
                .orElseGet(() -> new Equality.Undetermined(left, right, reasons));
    }

    private Optional<Equality> within(Supplier<Optional<Equality>> search) {
        return Limits.within(reasons, search);
    }

    private Optional<Equality> byMatching(ReducedNetwork f, ReducedNetwork g) {
        boolean softmax = left.endsWithSoftmax() && right.endsWithSoftmax();
        Network first = softmax ? Composition.logitDifferences(f.reduced()) : f.reduced();
        Network second = softmax ? Composition.logitDifferences(g.reduced()) : g.reduced();
        Optional<List<AffineMap>> maps = NetworkMatching.between(first, second);
        if (maps.isEmpty()) {
            reasons.add("the reduced networks are not related layer by layer by the latent groups");
            return Optional.empty();
        }
        return proved(f, g, new Comparison.Gauge(maps.get()), "reduction and matching of units");
    }

    private Optional<Equality> byRidges(ReducedNetwork f, ReducedNetwork g) {
        if (!isShallow(f.reduced()) || !isShallow(g.reduced())) {
            return Optional.empty();
        }
        Comparison ridge = new Comparison.Ridge(Bypasses.of(List.of(f.reduced(), g.reduced())));
        return proved(f, g, ridge, "relations of the activation");
    }

    private static boolean isShallow(Network network) {
        return hidden(Composition.fused(network)) <= 1;
    }

    private static long hidden(Network network) {
        return network.layers().stream()
                .filter(Layer.Entrywise.class::isInstance)
                .count();
    }

    private Optional<Equality> byExpansion(ReducedNetwork f, ReducedNetwork g) {
        if (!Polynomials.areExpandable(f.reduced()) || !Polynomials.areExpandable(g.reduced())) {
            return Optional.empty();
        }
        return proved(f, g, new Comparison.Expansion(), "expansion as polynomials");
    }

    private Optional<Equality> byRegions(ReducedNetwork f, ReducedNetwork g) {
        RegionSearch.Result result = RegionSearch.compare(f.reduced(), g.reduced(), RegionSearch.BUDGET);
        if (result instanceof RegionSearch.Result.Same same) {
            return proved(f, g, new Comparison.Regions(same.tree()), "comparison on every linear region");
        }
        if (result instanceof RegionSearch.Result.Different different) {
            return separation
                    .at(different.point(), SeparationSearch.FIRST_PRECISION)
                    .flatMap(this::separated);
        }
        reasons.add(
                result instanceof RegionSearch.Result.Spent spent
                        ? spent.reason()
                        : ((RegionSearch.Result.NotPiecewiseAffine) result).reason());
        return Optional.empty();
    }

    /** Every block of both networks is written in its normal form; what is left to match then are the units of the forms. */
    private Optional<Equality> byNormalForms(ReducedNetwork f, ReducedNetwork g) {
        List<ReductionStep> first = withNormalForms(f);
        List<ReductionStep> second = withNormalForms(g);
        if (first.size() == f.steps().size() && second.size() == g.steps().size()) {
            return Optional.empty();
        }
        Optional<List<AffineMap>> maps = NetworkMatching.between(
                Composition.logitDifferences(after(left, first)), Composition.logitDifferences(after(right, second)));
        return maps.flatMap(found -> proved(
                new EqualityProof(first, second, new Comparison.Gauge(found)), "normal forms of the hidden layers"));
    }

    private static List<ReductionStep> withNormalForms(ReducedNetwork reduction) {
        List<ReductionStep> steps = new ArrayList<>(reduction.steps());
        steps.addAll(BlockReduction.normalForms(reduction.reduced()));
        return steps;
    }

    private static Network after(Network network, List<ReductionStep> steps) {
        Network current = network;
        for (ReductionStep step : steps) {
            current = Checker.reparametrise(current, step);
        }
        return current;
    }

    private Optional<Equality> proved(ReducedNetwork f, ReducedNetwork g, Comparison comparison, String by) {
        return proved(new EqualityProof(f.steps(), g.steps(), comparison), by);
    }

    private Optional<Equality> proved(EqualityProof proof, String by) {
        Certificate.Equality certificate = new Certificate.Equality(Digest.of(left), Digest.of(right), proof);
        CheckResult result = Checker.check(new EqualityClaim.Equal(left, right), certificate);
        if (result instanceof CheckResult.Accepted accepted) {
            return Optional.of(new Equality.Equal(left, right, certificate, accepted.theorem(), by));
        }
        reasons.add("not proved by " + by + ": " + ((CheckResult.Rejected) result).reason());
        return Optional.empty();
    }

    private Optional<Equality> bySampling(
            int most, BiFunction<SeparationSearch, Integer, Optional<SeparationSearch.Point>> among) {
        long weights = Math.max(1, left.weights() + right.weights());
        int points = (int) Math.max(2, Math.min(most, SAMPLING_WORK / weights));
        Optional<Equality> found = among.apply(separation, points).flatMap(this::separated);
        if (found.isEmpty()) {
            reasons.add("no difference was found at " + points + " random inputs");
        }
        return found;
    }

    private Optional<Equality> separated(SeparationSearch.Point point) {
        Certificate.Separation certificate = new Certificate.Separation(
                Digest.of(left),
                Digest.of(right),
                point.input(),
                point.bits(),
                point.left(),
                point.right(),
                point.difference());
        CheckResult result = Checker.check(new EqualityClaim.Different(left, right), certificate);
        return result instanceof CheckResult.Accepted accepted
                ? Optional.of(new Equality.Different(left, right, certificate, accepted.theorem()))
                : Optional.empty();
    }
}
