package io.intertwine.dimension;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.certificate.DimensionEvidence.Dependence;
import io.intertwine.certificate.DimensionEvidence.Direction;
import io.intertwine.certificate.DimensionEvidence.Independence;
import io.intertwine.check.Checker;
import io.intertwine.claim.DimensionClaim;
import io.intertwine.criterion.FamilyBound;
import io.intertwine.criterion.FamilyBounds;
import io.intertwine.criterion.FormalNetwork;
import io.intertwine.exact.Mersenne61;
import io.intertwine.find.Proof;
import io.intertwine.net.Architecture;
import io.intertwine.net.Network;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Computes the functional dimension at the parameters of a network: independent derivatives from below; from above directions in
 * which the derivative vanishes, or the largest dimension in the family ({@code docs/DIMENSION_AT_PARAMETERS.md}).
 */
public final class ParameterDimension {
    /** Where the bounds by directions are proved. */
    private static final String SOURCE = "docs/DIMENSION_AT_PARAMETERS.md";

    private final Network network;
    private final FamilyDimension.Options options;
    private final long parameters;
    private final FamilyBound family;
    private final List<FamilyBound> bounds = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private Dependence above = new Dependence.Formal(List.of());

    private ParameterDimension(Network network, FamilyDimension.Options options) {
        this.network = network;
        this.options = options;
        this.parameters = Architecture.of(network).parameters();
        this.family = FamilyBounds.best(Architecture.of(network));
    }

    /**
     * The functional dimension at the parameters of a network: the rank of the derivatives of its outputs with respect to its parameters,
     * as functions of the input.
     *
     * @throws IllegalArgumentException if the network has no parameters, or more memory is needed than there is
     */
    public static Dimension of(Network network, FamilyDimension.Options options) {
        if (Architecture.of(network).parameters() == 0) {
            throw new IllegalArgumentException("expected a network with parameters, found no dense layer");
        }
        return new ParameterDimension(network, options).run();
    }

    private Dimension run() {
        bounds.add(new FamilyBound("parameters", BigInteger.valueOf(parameters), "all parameters", SOURCE));
        bounds.add(new FamilyBound(
                "family",
                family.value(),
                "the dimension of the family is at most this by the bound \"" + family.rule() + "\": " + family.why(),
                family.source()));
        List<Direction> gauge = GaugeDirections.of(network);
        DirectionSpan span = new DirectionSpan(parameters);
        gauge.forEach(span::add);
        vanishing(new Dependence.Formal(span.directions()), "symmetries");
        Optional<ResidueSearch> residues = ResidueSearch.of(network);
        LowerBound lower = residues.map(search -> search.random(goal(), options.seed()))
                .orElseGet(() -> new LowerBound(0, new Independence.Residues(List.of()), false));
        if (lower.rank() < goal()) {
            FormalDirections.of(Checker.formal(network), options.seed()).forEach(span::add);
            vanishing(new Dependence.Formal(span.directions()), "directions");
        }
        if (lower.rank() < goal()) {
            LowerBound before = lower;
            lower = residues.filter(ResidueSearch::isPiecewiseAffine)
                    .map(this::onRegions)
                    .orElseGet(this::minor)
                    .max(before);
        }
        return answer(lower, gauge);
    }

    private LowerBound minor() {
        if (goal() > MinorSearch.LARGEST_MINOR) {
            reasons.add("Minors of more than " + MinorSearch.LARGEST_MINOR + " rows are not looked for.");
        }
        return MinorSearch.run(network, goal(), options.seed());
    }

    private LowerBound onRegions(ResidueSearch search) {
        LowerBound lower = search.regions();
        if (lower.isComplete() && lower.rank() < goal()) {
            RegionDirections.of(network, options.seed()).ifPresent(regions -> vanishing(regions, "regions"));
        }
        return lower;
    }

    /** The smallest upper bound so far. */
    private long goal() {
        return bounds.stream()
                .map(FamilyBound::value)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .longValueExact();
    }

    private void vanishing(Dependence evidence, String rule) {
        if (evidence.directions().isEmpty()) {
            return;
        }
        try {
            int independent = Checker.vanishing(network, evidence);
            long bound = parameters - independent;
            if (bound < goal()) {
                above = evidence;
            }
            bounds.add(new FamilyBound(
                    rule,
                    BigInteger.valueOf(bound),
                    "the derivative vanishes in " + independent + " independent directions of the " + parameters
                            + " parameters",
                    SOURCE));
        } catch (IllegalArgumentException refused) {
            reasons.add("The bound \"" + rule + "\" was not proved: " + refused.getMessage());
        }
    }

    private Dimension answer(LowerBound lower, List<Direction> gauge) {
        bounds.sort(Comparator.comparing(FamilyBound::value));
        boolean exactly = lower.rank() == goal();
        Certificate certificate = new Certificate.Dimension(
                Digest.of(network), new DimensionEvidence.AtParameters(lower.evidence(), above));
        List<Proof> proof =
                Proof.of(new DimensionClaim.AtParameters(network, lower.rank(), exactly), certificate).stream()
                        .toList();
        long symmetries = DirectionSpan.rank(gauge, parameters);
        FormalNetwork formal = Checker.formal(network);
        LocalAnswer local = exactly && !proof.isEmpty()
                ? LocalAnswer.of(formal, gauge, lower.rank(), family.value())
                : LocalAnswer.of(formal, gauge);
        reasons.addAll(local.reasons());
        if (lower.evidence() instanceof Independence.Residues residues
                && residues.points().isEmpty()) {
            reasons.add(
                    "No input was found at which every activation is differentiable at its argument and a derivative is not "
                            + "zero.");
        }
        if (!exactly) {
            reasons.add("The dimension is at least " + lower.rank() + " and at most " + goal() + ".");
        }
        return new Dimension(
                parameters,
                proof.isEmpty() ? 0 : lower.rank(),
                bounds,
                BigInteger.valueOf(symmetries),
                local.answer(),
                List.of(Mersenne61.PRIME),
                options.seed(),
                proof,
                reasons);
    }
}
