package io.intertwine.match;

import java.util.List;

/**
 * The largest difference between f(rho x) and rho f(x) that floating-point evaluation at sampled inputs found. It bounds nothing: other
 * inputs may give larger ones.
 *
 * @param absolute the largest entry of a difference, in absolute value, in units of the outputs
 * @param relative the largest quotient of an entry of a difference by the largest entry of an output (of either side) among inputs
 *     of the same size; dimensionless
 * @param generator the name of the generator that gave the largest relative difference; empty if there are no generators
 * @param input the input that gave it
 * @param points the number of inputs for every generator
 */
public record Difference(double absolute, double relative, String generator, List<Double> input, int points) {
    public Difference {
        input = List.copyOf(input);
    }
}
