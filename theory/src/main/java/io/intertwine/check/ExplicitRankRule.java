package io.intertwine.check;

import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.ModularEchelon;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Architecture;
import io.intertwine.net.Network;
import io.intertwine.net.ParameterDerivatives;
import java.util.List;
import java.util.Optional;

/**
 * A lower bound of the functional dimension of a family with continuous piecewise affine activations: the rank of the derivatives at
 * recorded parameters and inputs, modulo 2^61 - 1, which can only make it smaller. No unit is at a breakpoint, so the outputs are
 * polynomials in the parameters near the recorded ones. Of a softmax the differences of the logits to the last one count.
 */
final class ExplicitRankRule {
    private ExplicitRankRule() {}

    static int apply(Architecture architecture, DimensionEvidence.Explicit evidence) throws Rejection {
        Network network = evidence.network();
        Rejection.unless(
                Architecture.of(network).equals(architecture), "the recorded parameters are of another architecture");
        Rejection.unless(
                architecture.parameters() <= RankRule.MOST_PARAMETERS,
                "expected at most " + RankRule.MOST_PARAMETERS + " parameters, found " + architecture.parameters());
        boolean softmax = network.endsWithSoftmax();
        Rejection.unless(!softmax || network.layers().size() > 1, "a softmax alone has no parameters");
        Network logits = softmax
                ? new Network(network.layers().subList(0, network.layers().size() - 1))
                : network;
        ParameterDerivatives derivatives = ParameterDerivatives.of(logits)
                .orElseThrow(
                        () -> new Rejection("expected dense layers with rational weights, and activations that are "
                                + "known to be continuous and piecewise affine"));
        ModularEchelon span = new ModularEchelon(derivatives.parameters());
        for (List<Scalar> point : evidence.points()) {
            SeparationRule.requireInput(point, logits);
            Optional<List<long[]>> rows = derivatives.at(point);
            Rejection.unless(
                    rows.isPresent(), "at the input " + point + " a unit is at a breakpoint of its activation");
            (softmax ? differences(rows.get()) : rows.get()).forEach(span::add);
        }
        return span.rank();
    }

    /** The differences of the rows to the last one. */
    static List<long[]> differences(List<long[]> rows) {
        long[] last = rows.get(rows.size() - 1);
        return rows.subList(0, rows.size() - 1).stream()
                .map(row -> {
                    long[] difference = new long[row.length];
                    for (int i = 0; i < row.length; i++) {
                        difference[i] = Mersenne61.add(row[i], Mersenne61.negate(last[i]));
                    }
                    return difference;
                })
                .toList();
    }
}
