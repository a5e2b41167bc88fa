package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.exact.ModularEchelon;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Network;
import io.intertwine.net.ParameterDerivatives;
import java.util.List;
import java.util.Optional;

/**
 * Local identifiability by the rank of the derivatives: the sufficient condition of J. Bona-Pellissier, F. Malgouyres, F. Bachoc, Local
 * identifiability of deep ReLU neural networks: the theory, NeurIPS 2022, arXiv 2206.07424, for continuous piecewise affine activations.
 *
 * <p>Let F(theta) be the outputs at the given inputs, at which no unit is at a breakpoint; near the given theta F is a polynomial. The
 * group of positive scalings of h units between dense layers, those with positively homogeneous activations whose weights and bias are
 * not all zero, keeps F. It acts locally freely near theta: let logarithms lambda of scales fix a parameter to first order, where
 * lambda = 0 for inputs, outputs, and other units. Where a weight between two units is not zero they have the same lambda, and
 * lambda = 0 where a bias is not zero; each of the h units has such a bias, or such a weight from the layer before, so that lambda = 0
 * for one layer after the other. So the rank of dF is at most D - h near theta. If it is D - h at theta, it is D - h near theta, the
 * fibre of F through theta is a manifold of dimension h near theta (theorem of constant rank), and the orbit of theta, which lies in it
 * and has dimension h, contains all of it that is near theta. Parameters with the same function lie in this fibre.
 *
 * <p>The rank is counted modulo a prime, which can only make it smaller ({@link ModularEchelon}).
 */
final class RankRule {
    /** Networks with more parameters are refused: elimination takes the third power of their number. */
    static final int MOST_PARAMETERS = 2_000;

    private RankRule() {}

    static String apply(ParameterClaim.LocallyIdentifiable claim, Certificate.IndependentDerivatives evidence)
            throws Rejection {
        try {
            ParameterDerivatives derivatives = ParameterDerivatives.of(claim.network())
                    .orElseThrow(() ->
                            new Rejection("expected dense layers with rational weights, and activations that are known "
                                    + "to be continuous and piecewise affine"));
            int parameters = derivatives.parameters();
            int expected = parameters - derivatives.scalings();
            Rejection.unless(
                    parameters <= MOST_PARAMETERS,
                    "expected at most " + MOST_PARAMETERS + " parameters, found " + parameters);
            int rank = rank(derivatives, claim.network(), evidence.points());
            Rejection.unless(
                    rank == expected,
                    "the derivatives have rank " + rank + ", expected the " + parameters + " parameters less the "
                            + derivatives.scalings() + " scalings");
            return "The derivatives of the outputs with respect to the " + parameters + " parameters have rank " + rank
                    + " at the recorded inputs, as much as the " + derivatives.scalings()
                    + " positive scalings of hidden units leave.";
        } catch (ArithmeticException dividesDenominator) {
            throw new Rejection("residues cannot be taken: " + dividesDenominator.getMessage());
        }
    }

    private static int rank(ParameterDerivatives derivatives, Network network, List<List<Scalar>> points)
            throws Rejection {
        ModularEchelon span = new ModularEchelon(derivatives.parameters());
        for (List<Scalar> point : points) {
            SeparationRule.requireInput(point, network);
            Optional<List<long[]>> rows = derivatives.at(point);
            Rejection.unless(
                    rows.isPresent(), "at the input " + point + " a unit is at a breakpoint of its activation");
            rows.get().forEach(span::add);
        }
        return span.rank();
    }
}
