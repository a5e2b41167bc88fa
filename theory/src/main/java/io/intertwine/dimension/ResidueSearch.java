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
    private static final int PATIENCE = 40;

    private final Network network;
    private final boolean softmax;
    private final ParameterDerivatives derivatives;
    private final ModularEchelon span;
    private final List<List<Scalar>> points = new ArrayList<>();
    private final long goal;

    private ResidueSearch(Network network, boolean softmax, ParameterDerivatives derivatives, long goal) {
        this.network = network;
        this.softmax = softmax;
        this.derivatives = derivatives;
        this.goal = goal;
        span = new ModularEchelon(derivatives.parameters());
    }

    /** The network whose outputs are derived: without a last softmax. */
    static Network logits(Network network) {
        return network.endsWithSoftmax()
                ? new Network(network.layers().subList(0, network.layers().size() - 1))
                : network;
    }

    /**
     * The rank modulo 2^61 - 1 at the inputs that were found. Empty where derivatives have no residues.
     *
     * @param goal an upper bound: the search ends there
     */
    static Optional<LowerBound> run(Network network, long goal, long seed) {
        Network logits = logits(network);
        try {
            return ParameterDerivatives.ofExactValues(logits)
                    .map(derivatives ->
                            new ResidueSearch(logits, network.endsWithSoftmax(), derivatives, goal).run(seed));
        } catch (ArithmeticException primeInDenominator) {
            return Optional.empty();
        }
    }

    private LowerBound run(long seed) {
        RandomInputs inputs = new RandomInputs(network.inputs(), seed);
        for (int failures = 0; failures < PATIENCE && span.rank() < goal; failures++) {
            failures = add(inputs.next()) ? -1 : failures;
        }
        boolean complete = span.rank() == goal;
        if (!complete && ParameterDerivatives.of(network).isPresent()) {
            Regions regions = Regions.of(network, RegionSearch.BUDGET);
            complete = regions.isComplete();
            regions.regions().forEach(region -> region.simplex().forEach(this::add));
        }
        return new LowerBound(span.rank(), new Independence.Residues(points), complete);
    }

    /** Whether the input raises the rank. */
    private boolean add(List<Scalar> point) {
        int before = span.rank();
        if (before < goal) {
            derivatives.at(point).ifPresent(rows -> (softmax ? differences(rows) : rows).forEach(span::add));
        }
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
