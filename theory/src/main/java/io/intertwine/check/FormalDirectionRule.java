package io.intertwine.check;

import io.intertwine.certificate.DimensionEvidence.Direction;
import io.intertwine.criterion.FormalNetwork;
import io.intertwine.exact.Polynomial;
import io.intertwine.net.Network;
import java.util.List;

/**
 * Directions in which the derivative of the function of a network vanishes, whatever the values of the units are: the derivative is
 * computed forwards through the layers as a polynomial in formal variables for the values and slopes of the classes of units that
 * compute the same function ({@link FormalNetwork}), and is zero.
 */
final class FormalDirectionRule {
    /** Outputs with more terms are not compared. */
    static final int MOST_TERMS = 100_000;

    private FormalDirectionRule() {}

    static void apply(Network network, List<Direction> directions) throws Rejection {
        requireVanishing(Checker.formal(network), directions);
    }

    /** Rejects unless the derivatives of the outputs, or of the differences of logits, are formally zero. */
    static void requireVanishing(FormalNetwork formal, List<Direction> directions) throws Rejection {
        FormalChainRule derivative = new FormalChainRule(formal);
        for (int i = 0; i < directions.size(); i++) {
            List<Polynomial> outputs = derivative.along(directions.get(i));
            Polynomial first = formal.network().endsWithSoftmax() ? outputs.get(0) : Polynomial.ZERO;
            for (Polynomial output : outputs) {
                Rejection.unless(
                        formal.atoms().isZero(output.subtract(first), MOST_TERMS),
                        "the derivative in direction " + i + " does not vanish formally");
            }
        }
    }
}
