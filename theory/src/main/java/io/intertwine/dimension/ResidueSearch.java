package io.intertwine.dimension;

import io.intertwine.certificate.DimensionEvidence.Independence;
import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.ModularEchelon;
import io.intertwine.exact.Scalar;
import io.intertwine.find.RegionSearch;
import io.intertwine.find.Regions;
import io.intertwine.net.Network;
import io.intertwine.net.ParameterDerivatives;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Inputs at which exact derivatives are independent: random ones, and then, for continuous piecewise affine activations, n + 1 affinely
 * independent ones in every linear region, on which the derivatives are affine functions of the input.
 */
final class ResidueSearch {
    private static final int PATIENCE = 100;

    private static final int LARGEST_SCALE = 3;

    /** A third of what a comparison of two networks may spend: the regions are enumerated again for the evidence. */
    private static final long BUDGET = RegionSearch.BUDGET / 3;

    private final Network network;
    private final boolean softmax;
    private final ParameterDerivatives derivatives;
    private final ModularEchelon span;
    private final List<List<Scalar>> points = new ArrayList<>();

    private ResidueSearch(Network network, boolean softmax, ParameterDerivatives derivatives) {
        this.network = network;
        this.softmax = softmax;
        this.derivatives = derivatives;
        span = new ModularEchelon(derivatives.parameters());
    }

    /** The network whose outputs are derived: without a last softmax. */
    static Network logits(Network network) {
        return network.endsWithSoftmax()
                ? new Network(network.layers().subList(0, network.layers().size() - 1))
                : network;
    }

    /** A search. Empty where derivatives have no residues. */
    static Optional<ResidueSearch> of(Network network) {
        Network logits = logits(network);
        try {
            return ParameterDerivatives.ofExactValues(logits)
                    .map(derivatives -> new ResidueSearch(logits, network.endsWithSoftmax(), derivatives));
        } catch (ArithmeticException primeInDenominator) {
            return Optional.empty();
        }
    }

    /** Looks at random inputs, until the goal is reached, which is an upper bound. */
    LowerBound random(long goal, long seed) {
        RandomInputs inputs = new RandomInputs(network.inputs(), LARGEST_SCALE, seed);
        for (int failures = 0; failures < PATIENCE && span.rank() < goal; failures++) {
            failures = add(inputs.next()) ? -1 : failures;
        }
        return bound(span.rank() == goal);
    }

    /** Whether all activations are continuous and piecewise affine. */
    boolean isPiecewiseAffine() {
        return ParameterDerivatives.of(network).isPresent();
    }

    /** Looks into all linear regions of piecewise affine activations. */
    LowerBound regions() {
        Regions regions = Regions.of(network, BUDGET);
        regions.regions().forEach(region -> region.simplex().forEach(this::add));
        return bound(regions.isComplete());
    }

    private LowerBound bound(boolean complete) {
        return new LowerBound(span.rank(), new Independence.Residues(points), complete);
    }

    /** Whether the input raises the rank. */
    private boolean add(List<Scalar> point) {
        int before = span.rank();
        derivatives.at(point).ifPresent(rows -> (softmax ? differences(rows) : rows).forEach(span::add));
        boolean raised = span.rank() > before;
        if (raised) {
            points.add(point);
        }
        return raised;
    }

    private static List<long[]> differences(List<long[]> rows) {
        long[] last = rows.get(rows.size() - 1);
        List<long[]> differences = new ArrayList<>();
        for (long[] row : rows.subList(0, rows.size() - 1)) {
            long[] difference = new long[row.length];
            for (int i = 0; i < row.length; i++) {
                difference[i] = Mersenne61.add(row[i], Mersenne61.negate(last[i]));
            }
            differences.add(difference);
        }
        return differences;
    }
}
