package io.intertwine.match;

/**
 * How far a layer may be from its equation and still count as equivariant.
 *
 * <p>Let a layer be h -> W h + b, with rho h + u acting before it and K z + c after it. Its relative residual is the larger of the two
 * numbers max |W rho - K W| / max |W| and max |W u + b - K b - c| / max(max |W|, max |b|): a maximum over the entries, relative to the
 * layer's largest weight (for the bias: to its largest weight or bias), and dimensionless. It is measured at the network's weights
 * after the rows of units whose scale is free (ReLU, monomials) have been brought to a common Euclidean norm and the outgoing weights
 * have been multiplied accordingly, which does not change the function: otherwise one unit with huge weights would hide all others.
 *
 * <p>The same number bounds the difference of the outputs that is admitted at sampled inputs, relative to the largest output there.
 * The rounding of the weights to binary32 gives residuals near 1e-7; a network that was only trained towards a symmetry has
 * residuals of several percent.
 *
 * @param relative the largest admissible relative residual, greater than 0 and less than 1
 */
public record Tolerance(double relative) {
    /**
     * How many times farther than its partner every other candidate must be, where more than one row is within the tolerance, for the
     * partner to count as recognised. Ten: an error of one digit in the distance changes no answer.
     */
    static final double SEPARATION = 10;

    /** Throws IllegalArgumentException unless the number is greater than 0 and less than 1 (NaN is refused). */
    public Tolerance {
        if (!(relative > 0 && relative < 1)) {
            throw new IllegalArgumentException(
                    "tolerance: expected a number greater than 0 and less than 1, found " + relative);
        }
    }

    /** Whether a relative residual is admissible; NaN is not. */
    public boolean admits(double residual) {
        return residual <= relative;
    }

    /** What a result within this tolerance means, in words. */
    public String statement() {
        return "within tolerance " + relative
                + " in relative residual (largest entry of W rho - K W over the layer's largest weight), in floating point;"
                + " nothing is proved exactly";
    }

    @Override
    public String toString() {
        return Double.toString(relative);
    }
}
