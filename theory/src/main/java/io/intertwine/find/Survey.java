package io.intertwine.find;

import io.intertwine.net.Network;
import java.util.List;

/**
 * What is known about equivariance beyond the verdict: at the given parameters, in the architecture, at larger width.
 *
 * @param equivariant whether the function is equivariant
 * @param given whether the given parameters are layerwise equivariant at gauge level
 * @param architecture whether some parameter of the same architecture with the same function is
 * @param widened whether a network of other widths with the same function is
 * @param level the strongest sense in which the layers are known to be equivariant: "gauge" for a layerwise verdict, else at the given
 *     parameters "linear", "set", or empty
 * @param proofs evidence for the answers that the verdict's own certificate does not prove
 * @param wide the wider network, at most one
 * @param subgroup the largest subgroup under which the given parameters are layerwise equivariant, where it is known; at most one
 */
public record Survey(
        Answer equivariant,
        Answer given,
        Answer architecture,
        Answer widened,
        String level,
        List<Proof> proofs,
        List<Network> wide,
        List<Subgroup> subgroup) {
    /** Layerwise equivariant at the given parameters. */
    public static final Survey AT_GIVEN = new Survey(
            Answer.HOLDS, Answer.HOLDS, Answer.HOLDS, Answer.HOLDS, "gauge", List.of(), List.of(), List.of());

    /** Not equivariant, and so layerwise equivariant nowhere. */
    public static final Survey REFUTED = new Survey(
            Answer.REFUTED, Answer.REFUTED, Answer.REFUTED, Answer.REFUTED, "", List.of(), List.of(), List.of());

    public Survey {
        proofs = List.copyOf(proofs);
        wide = List.copyOf(wide);
        subgroup = List.copyOf(subgroup);
    }
}
