package io.intertwine.dimension;

import io.intertwine.exact.ModularEchelon;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import io.intertwine.net.Network;
import io.intertwine.net.ParameterDerivatives;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A parameter of an architecture with continuous piecewise affine activations at which many derivatives of the outputs with respect to
 * the parameters are independent: a lower bound of the functional dimension of the family, which is the largest rank of
 * derivatives at one parameter (J. E. Grigsby, K. Lindsey, R. Meyerhoff, C. Wu, Functional dimension of feedforward ReLU neural
 * networks, arXiv 2209.04036). Random parameters do not show it: their kinks miss the image of the layers before, the more often the
 * deeper the network is.
 *
 * <p>The parameter is constructed. If the function stays while parameters move, a kink that is seen in the function stays too: where the
 * argument w h + b of the unit is at the breakpoint, its derivative w' h + b' is zero, once the layers before are known to stay.
 * So if the values h of the layer before at the visible kinks of the unit affinely span a hyperplane, the unit moves by a scaling only.
 * Every unit is therefore put through points of the image of the layers before that span a hyperplane, and the layers after it are chosen
 * such that they see its kinks there. By induction over the layers the rank is then D - h for units with one breakpoint, if the
 * values of the last hidden layer affinely span their space. All this is arithmetic with rounding; the rank is counted exactly.
 *
 * @param network the parameter, dyadic rational numbers with few digits
 * @param points rational inputs at which no unit is at a breakpoint, each of which raises the rank
 * @param rank the rank of the derivatives at these inputs modulo 2^61 - 1: a lower bound of the rank over the rationals
 */
public record RankWitness(Network network, List<List<Scalar>> points, int rank) {
    /** Architectures with more parameters are not looked at. */
    public static final int MOST_PARAMETERS = 2_000;

    /** Where attempts cost next to nothing, as for units that are constant, the budget would never end. */
    private static final int MOST_ATTEMPTS = 200;

    public RankWitness {
        points = points.stream().map(List::copyOf).toList();
    }

    /**
     * Looks for a parameter of an architecture. Empty where an activation is not known to be continuous and piecewise affine with rational
     * numbers of magnitude at most 2^10, where the architecture ends with a softmax, and for more than 2,000 parameters.
     *
     * @param goal the search ends at this rank, for example at an upper bound of the rank
     * @param seed of the random choices; everything else is determined
     * @param budget no further attempt starts when so much arithmetic was spent, in operations on machine words; the first attempt is
     *     always made
     * @return the best parameter that was found, whose rank may be below the goal
     */
    public static Optional<RankWitness> of(Architecture architecture, int goal, long seed, long budget) {
        if (architecture.endsWithSoftmax() || architecture.parameters() > MOST_PARAMETERS) {
            return Optional.empty();
        }
        return bends(architecture).map(bends -> new Search(architecture.layers(), bends, goal, seed).run(budget));
    }

    /** The activations of every layer. */
    private static Optional<List<List<Bend>>> bends(Architecture architecture) {
        List<List<Bend>> result = new ArrayList<>();
        for (LayerShape layer : architecture.layers()) {
            List<Bend> units = new ArrayList<>();
            if (layer instanceof Layer.Entrywise entrywise) {
                entrywise.units().forEach(unit -> Bend.of(unit).ifPresent(units::add));
                if (units.size() < entrywise.outputs()) {
                    return Optional.empty();
                }
            }
            result.add(units);
        }
        return Optional.of(result);
    }

    /** Attempts with their work. */
    private static final class Search {
        /** What the exact arithmetic on a number costs, in operations on machine words. */
        private static final long RATIONAL = 30;

        private final List<LayerShape> shapes;
        private final List<List<Bend>> bends;
        private final int goal;
        private final SplittableRandom random;
        private long work;

        Search(List<LayerShape> shapes, List<List<Bend>> bends, int goal, long seed) {
            this.shapes = shapes;
            this.bends = bends;
            this.goal = goal;
            random = new SplittableRandom(seed);
        }

        RankWitness run(long budget) {
            RankWitness best = attempt();
            for (int attempts = 1; best.rank < goal && work < budget && attempts < MOST_ATTEMPTS; attempts++) {
                RankWitness found = attempt();
                best = found.rank > best.rank ? found : best;
            }
            return best;
        }

        private RankWitness attempt() {
            Construction construction = new Construction(shapes, bends, random.split());
            work += construction.work();
            return counted(construction.network(), construction.points());
        }

        /** The exact rank of the derivatives at some inputs, until it reaches the goal. */
        private RankWitness counted(Network network, List<List<Scalar>> inputs) {
            ParameterDerivatives derivatives = ParameterDerivatives.of(network).orElseThrow();
            ModularEchelon span = new ModularEchelon(derivatives.parameters());
            List<List<Scalar>> points = new ArrayList<>();
            for (int k = 0; k < inputs.size() && span.rank() < goal; k++) {
                int before = span.rank();
                derivatives.at(inputs.get(k)).ifPresent(rows -> rows.forEach(span::add));
                if (span.rank() > before) {
                    points.add(inputs.get(k));
                }
                work += derivatives.parameters() * (RATIONAL + (long) network.outputs() * span.rank());
            }
            return new RankWitness(network, points, span.rank());
        }
    }
}
