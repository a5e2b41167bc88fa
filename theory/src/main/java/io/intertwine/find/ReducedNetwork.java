package io.intertwine.find;

import io.intertwine.certificate.ReductionStep;
import io.intertwine.net.Network;
import java.util.List;

/**
 * A network with the same function and fewer units.
 *
 * @param network the given network
 * @param reduced the reduced network; the given one if nothing could be reduced
 * @param steps the steps that lead to it, in order
 * @param trace what each step did, a sentence each
 * @param proof that both have the same function
 */
public record ReducedNetwork(
        Network network, Network reduced, List<ReductionStep> steps, List<String> trace, Proof proof) {
    public ReducedNetwork {
        steps = List.copyOf(steps);
        trace = List.copyOf(trace);
    }
}
