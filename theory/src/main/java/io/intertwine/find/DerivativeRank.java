package io.intertwine.find;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.exact.ModularEchelon;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Network;
import io.intertwine.net.ParameterDerivatives;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The rank of the derivatives of the outputs with respect to the parameters, over many inputs: the functional dimension of a network
 * of continuous piecewise affine activations at its parameters (J. E. Grigsby, K. Lindsey, R. Meyerhoff, C. Wu, Functional dimension
 * of feedforward ReLU neural networks, arXiv 2209.04036). It is at most D - h; where it is D - h the parameters are locally identifiable.
 *
 * @param rank the rank reached, modulo 2^61 - 1: a lower bound of the rank over the rationals
 * @param parameters D, the number of parameters
 * @param scalings h, the number of hidden units with positive scalings
 * @param isComplete whether no other inputs can raise the rank: it is D - h, or every region was visited at n + 1 affinely independent
 *     points, and the derivatives are affine functions of the input on a region
 * @param points the inputs that raised the rank; no unit is at a breakpoint at one of them
 */
public record DerivativeRank(int rank, int parameters, int scalings, boolean isComplete, List<List<Scalar>> points) {
    /** Random inputs that do not raise the rank, one after the other, before the regions are enumerated. */
    private static final int PATIENCE = 40;

    /** Networks with more parameters are not looked at; the checker refuses them. */
    private static final int MOST_PARAMETERS = 2_000;

    public DerivativeRank {
        points = points.stream().map(List::copyOf).toList();
    }

    /** Whether the rank is D - h. */
    public boolean isFull() {
        return rank == parameters - scalings;
    }

    /** The certificate of local identifiability, if the rank is D - h. */
    public Optional<Certificate.IndependentDerivatives> certificate(Network network) {
        return isFull()
                ? Optional.of(new Certificate.IndependentDerivatives(Digest.of(network), points))
                : Optional.empty();
    }

    /**
     * The rank at the parameters of a network. Empty where an activation is not known to be continuous and piecewise affine, where
     * the network ends with a softmax, where a number is irrational, and for more than 2,000 parameters.
     *
     * @param budget what the enumeration of the regions may spend ({@link RegionSearch#BUDGET}); there is none if random inputs do
     */
    public static Optional<DerivativeRank> of(Network network, long budget, long seed) {
        try {
            return ParameterDerivatives.of(network)
                    .filter(derivatives -> derivatives.parameters() <= MOST_PARAMETERS)
                    .map(derivatives -> new Search(network, derivatives).run(budget, seed));
        } catch (ArithmeticException primeInDenominator) {
            return Optional.empty();
        }
    }

    /** A search for inputs that raise the rank. */
    private static final class Search {
        private final Network network;
        private final ParameterDerivatives derivatives;
        private final ModularEchelon span;
        private final List<List<Scalar>> points = new ArrayList<>();

        Search(Network network, ParameterDerivatives derivatives) {
            this.network = network;
            this.derivatives = derivatives;
            span = new ModularEchelon(derivatives.parameters());
        }

        DerivativeRank run(long budget, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int failures = 0; failures < PATIENCE && !isFull(); failures++) {
                failures = add(random(random)) ? -1 : failures;
            }
            boolean complete = isFull();
            if (!complete) {
                Regions regions = Regions.of(network, budget);
                complete = regions.isComplete();
                for (Regions.Region region : regions.regions()) {
                    region.simplex().forEach(this::add);
                }
            }
            return new DerivativeRank(
                    span.rank(), derivatives.parameters(), derivatives.scalings(), complete || isFull(), points);
        }

        private boolean isFull() {
            return span.rank() == derivatives.parameters() - derivatives.scalings();
        }

        /** Whether the input raises the rank. */
        private boolean add(List<Scalar> point) {
            if (isFull()) {
                return false;
            }
            int before = span.rank();
            derivatives.at(point).ifPresent(rows -> rows.forEach(span::add));
            boolean raised = span.rank() > before;
            if (raised) {
                points.add(point);
            }
            return raised;
        }

        /** A point whose entries are multiples of 2^(scale - 4) between -2^scale and 2^scale. */
        private List<Scalar> random(SplittableRandom random) {
            int scale = random.nextInt(-1, 5);
            List<Scalar> point = new ArrayList<>();
            for (int j = 0; j < network.inputs(); j++) {
                point.add(Scalar.ofDyadic(BigInteger.valueOf(random.nextInt(-16, 17)), scale - 4));
            }
            return point;
        }
    }
}
