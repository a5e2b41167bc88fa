package io.intertwine.match;

import io.intertwine.exact.Scalar;
import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;
import java.util.List;

/**
 * What {@link NumericVerifier} found out about a network and a symmetry, in floating point and for one tolerance. It never mixes with
 * the exact {@link io.intertwine.find.Verification}: there is no theorem and no certificate.
 */
public sealed interface NumericVerification {
    /** The network that was asked about. */
    Network network();

    /** The symmetry that was asked about. */
    Symmetry symmetry();

    /** The tolerance for which the answer holds. */
    Tolerance tolerance();

    /** The largest difference between the two sides at sampled inputs. */
    Difference difference();

    /** The latent actions that are nearest to the weights, whether they are within the tolerance or not. */
    Nearest nearest();

    /** The latent actions of a finite group that fit the weights best, or why they were not looked for. */
    sealed interface Nearest {
        /**
         * They were found by joint matching.
         *
         * @param search the search, for what chance gives
         * @param matching the actions
         * @param residuals for every dense layer, in order, its largest relative residual, see {@link Tolerance}
         */
        record Found(LatentSearch search, LatentMatching matching, List<Double> residuals) implements Nearest {
            public Found {
                residuals = List.copyOf(residuals);
            }
        }

        /** They were not looked for. */
        record NotSought(String reason) implements Nearest {}
    }

    /** Remarks and reasons, as sentences. */
    List<String> reasons();

    /** What was established, in words, with the tolerance. */
    String statement();

    /**
     * Every layer obeys its equation, and the outputs agree at the sampled inputs, within the tolerance.
     *
     * @param network the network
     * @param symmetry the symmetry
     * @param tolerance the tolerance
     * @param actions for every generator, in order, the action on every latent space at the given weights, in the order of the inner maps
     *     of {@link io.intertwine.symmetry.LatentModel}: one space before and one after each activation
     * @param residuals the largest relative residual over the generators for every map of the latent model, in order; 0 for activations
     *     inside, because their equation is met by construction; see {@link Tolerance}
     * @param difference the largest difference at sampled inputs
     * @param nearest the nearest latent actions
     * @param reasons remarks, for instance how units that are alike were told apart
     */
    record Holds(
            Network network,
            Symmetry symmetry,
            Tolerance tolerance,
            List<List<LatentAction>> actions,
            List<Double> residuals,
            Difference difference,
            Nearest nearest,
            List<String> reasons)
            implements NumericVerification {
        public Holds {
            actions = actions.stream().map(List::copyOf).toList();
            residuals = List.copyOf(residuals);
            reasons = List.copyOf(reasons);
        }

        /** The largest of the residuals. */
        public double largestResidual() {
            return residuals.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }

        @Override
        public String statement() {
            return "layerwise equivariant " + tolerance.statement() + "; largest residual " + largestResidual()
                    + ", largest relative difference of the outputs at " + difference.points()
                    + " random inputs a generator "
                    + difference.relative();
        }
    }

    /**
     * The outputs differ by more than the tolerance at an input, and the error of the floating-point evaluation, which was bounded there,
     * does not explain it.
     *
     * @param network the network
     * @param symmetry the symmetry
     * @param tolerance the tolerance
     * @param witness the input
     * @param difference the largest difference at sampled inputs
     * @param nearest the nearest latent actions
     * @param subgroup the names of the generators for which every layer obeys its equation within the tolerance
     * @param reasons why no latent action was found
     */
    record Refuted(
            Network network,
            Symmetry symmetry,
            Tolerance tolerance,
            Witness witness,
            Difference difference,
            Nearest nearest,
            List<String> subgroup,
            List<String> reasons)
            implements NumericVerification {
        public Refuted {
            subgroup = List.copyOf(subgroup);
            reasons = List.copyOf(reasons);
        }

        @Override
        public String statement() {
            return "not equivariant within tolerance " + tolerance + ": at an input the outputs differ by "
                    + witness.relative()
                    + " of the largest output, in floating point with error at most " + witness.errorBound()
                    + " in each entry of the difference";
        }
    }

    /** Neither was found. The parameters are those of {@link Refuted}. */
    record Undetermined(
            Network network,
            Symmetry symmetry,
            Tolerance tolerance,
            Difference difference,
            Nearest nearest,
            List<String> subgroup,
            List<String> reasons)
            implements NumericVerification {
        public Undetermined {
            subgroup = List.copyOf(subgroup);
            reasons = List.copyOf(reasons);
        }

        @Override
        public String statement() {
            return "undetermined at tolerance " + tolerance + ", in floating point: " + String.join("; ", reasons);
        }
    }

    /**
     * An input at which the two sides differ.
     *
     * @param generator the name of the generator
     * @param input the input x, exact dyadic numbers
     * @param left f(rho x) in floating point
     * @param right rho f(x) in floating point
     * @param difference left - right in floating point
     * @param relative the largest entry of the difference over {@code scale}
     * @param scale the largest output in absolute value, on either side, among the sampled inputs of the same size
     * @param errorBound no entry of {@code difference} is farther than this from its real value (from proven enclosures)
     */
    record Witness(
            String generator,
            List<Scalar> input,
            List<Double> left,
            List<Double> right,
            List<Double> difference,
            double relative,
            double scale,
            double errorBound) {
        public Witness {
            input = List.copyOf(input);
            left = List.copyOf(left);
            right = List.copyOf(right);
            difference = List.copyOf(difference);
        }
    }
}
