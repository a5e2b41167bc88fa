package io.intertwine.dimension;

import io.intertwine.net.Architecture;
import io.intertwine.net.GenericPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Looks for a generic point at which the rank of the derivatives is as large as an upper bound. */
final class GenericSearch {
    /** How often a rank that stays below the bound is tried again with more coefficients or at another point. */
    private static final int ATTEMPTS = 4;

    /** How often the pieces of piecewise analytic activations are drawn. */
    private static final int PIECES = 24;

    /** Further primes, the largest below 2^31: a rank that falls short is counted again with them. */
    private static final List<Long> LARGE_PRIMES = List.of(2_147_483_647L, 2_147_483_629L, 2_147_483_587L);

    private final Architecture architecture;
    private final FamilyDimension.Options options;
    private final int goal;
    private final int outputs;
    private final SortedSet<Long> primes = new TreeSet<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<GenericRank.Outcome> best = new ArrayList<>();

    GenericSearch(Architecture architecture, FamilyDimension.Options options, int goal) {
        this.architecture = architecture;
        this.options = options;
        this.goal = goal;
        this.outputs = architecture.outputs() - (architecture.endsWithSoftmax() ? 1 : 0);
    }

    /** Runs the search; empty if there is no generic point. */
    Optional<GenericRank.Outcome> run() {
        if (goal == 0) {
            return Optional.empty();
        }
        if (SamplePlan.isRational(architecture)) {
            values();
        } else {
            series(SamplePlan.isAnalytic(architecture));
        }
        return best.stream().findFirst();
    }

    /** The primes that ranks were counted modulo. */
    List<Long> primes() {
        return List.copyOf(primes);
    }

    /** What was found out beside the rank, as sentences. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    private GenericPoint.Result draw(SamplePlan plan, long prime, int attempt) {
        return GenericPoint.draw(architecture, plan.sampling(prime, options.seed() + attempt));
    }

    /** Rational activations: values at random points. */
    private void values() {
        SamplePlan plan = SamplePlan.ofValues(architecture, outputs, goal);
        for (int attempt = 0; attempt < ATTEMPTS && !isReached(); attempt++) {
            attempt(plan, attempt == 0 ? options.prime() : LARGE_PRIMES.get(attempt - 1), attempt);
        }
        if (!isReached() && !best.isEmpty()) {
            reasons.add(ValueProbability.sentence(architecture, rank(), primes));
        }
    }

    /** Other activations: Taylor coefficients at one base point; at several, on other pieces each time, where there are pieces. */
    private void series(boolean analytic) {
        int order = SamplePlan.firstOrder(architecture);
        int bases = analytic ? 1 : SamplePlan.mostBases(architecture);
        for (int attempt = 0; attempt < (analytic ? ATTEMPTS : PIECES) && !isReached(); attempt++) {
            SamplePlan plan = SamplePlan.ofSeries(architecture, outputs, goal, bases, order);
            attempt(plan, options.prime(), attempt);
            order = analytic ? plan.order() + Math.max(2, plan.order() / 2) : plan.order();
        }
        if (!isReached() && !best.isEmpty()) {
            reasons.add("The rank was " + rank() + " with Taylor coefficients up to order "
                    + best.get(0).sampling().order() + " at " + bases
                    + " base points, and the upper bound was not reached in "
                    + (analytic ? ATTEMPTS + " attempts with more of them" : PIECES + " attempts on other pieces")
                    + ".");
        }
    }

    private boolean isReached() {
        return rank() == goal;
    }

    private int rank() {
        return best.isEmpty() ? 0 : best.get(0).rank();
    }

    private void attempt(SamplePlan plan, long prime, int attempt) {
        Memory.require(architecture, plan.rows());
        if (plan.order() >= prime) {
            throw new IllegalArgumentException("the prime " + prime + " is too small: Taylor coefficients up to order "
                    + plan.order() + " need a larger one, such as " + FamilyDimension.Options.PRIME);
        }
        GenericPoint.Result result;
        try {
            result = draw(plan, prime, attempt);
        } catch (ArithmeticException noResidue) {
            if (attempt == 0) {
                throw noResidue;
            }
            // A further prime that does not fit the activations; the first one did.
            return;
        }
        if (result instanceof GenericPoint.Unknown unknown) {
            String reason = "No generic point is known: " + unknown.reason() + ".";
            if (!reasons.contains(reason)) {
                reasons.add(reason);
            }
            return;
        }
        primes.add(prime);
        GenericRank.Outcome outcome =
                new GenericRank(architecture, options).of(((GenericPoint.Found) result).point(), plan, goal);
        if (outcome.rank() > rank()) {
            best.clear();
            best.add(outcome);
        }
    }
}
