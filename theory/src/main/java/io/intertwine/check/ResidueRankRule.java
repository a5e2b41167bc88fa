package io.intertwine.check;

import io.intertwine.exact.ModularEchelon;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Network;
import io.intertwine.net.ParameterDerivatives;
import java.util.List;
import java.util.Optional;

/**
 * A lower bound of the functional dimension at the parameters of a network whose derivatives are rational numbers at the recorded
 * inputs: their rank modulo 2^61 - 1, which can only be smaller. Of a softmax the differences of the logits to the last one count.
 */
final class ResidueRankRule {
    private ResidueRankRule() {}

    static int apply(Network network, List<List<Scalar>> points) throws Rejection {
        boolean softmax = network.endsWithSoftmax();
        Network logits = logits(network);
        ParameterDerivatives derivatives = ParameterDerivatives.ofExactValues(logits)
                .orElseThrow(() -> new Rejection("expected rational weights, and activations that are known to be "
                        + "analytic, or continuous and piecewise affine"));
        ModularEchelon span = new ModularEchelon(derivatives.parameters());
        for (List<Scalar> point : points) {
            SeparationRule.requireInput(point, logits);
            Optional<List<long[]>> rows = derivatives.at(point);
            Rejection.unless(
                    rows.isPresent(),
                    "at the input " + point + " a unit is at a breakpoint of its activation, or has no rational slope");
            (softmax ? ExplicitRankRule.differences(rows.get()) : rows.get()).forEach(span::add);
        }
        return span.rank();
    }

    /** The network without a last softmax. */
    static Network logits(Network network) throws Rejection {
        boolean softmax = network.endsWithSoftmax();
        Rejection.unless(!softmax || network.layers().size() > 1, "a softmax alone has no parameters");
        return softmax
                ? new Network(network.layers().subList(0, network.layers().size() - 1))
                : network;
    }
}
