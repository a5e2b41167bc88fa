package io.intertwine.dimension;

import java.util.List;
import java.util.Map;

/**
 * A function of the parameters: a product of sums of monomials, at one point modulo a prime.
 *
 * @param group what it is one of, in words
 * @param name its formula
 * @param gradient its derivatives by the parameters at these places, up to a factor; 0 by the others
 * @param monomials monomials such that the function is invariant under every group that scales parameters and keeps all of these: for
 *     every place the exponent
 */
record ParameterFunction(
        String group, String name, Map<Integer, Long> gradient, List<Map<Integer, Integer>> monomials) {
    ParameterFunction {
        gradient = Map.copyOf(gradient);
        monomials = monomials.stream().map(Map::copyOf).toList();
    }
}
