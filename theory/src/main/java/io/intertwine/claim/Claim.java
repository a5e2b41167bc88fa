package io.intertwine.claim;

import io.intertwine.net.Architecture;
import io.intertwine.net.Network;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.Symmetry;
import java.util.List;

/** A statement that can be proved by a certificate. */
public sealed interface Claim
        permits SymmetryClaim, EqualityClaim, ParameterClaim, DimensionClaim, ActivationClaim, MapsClaim {
    /** The verdict that the claim states, in the words of the command line. */
    String verdict();

    /** The claim as one sentence. */
    String statement();

    /** The networks that the claim speaks of, in order. */
    default List<Network> networks() {
        return List.of();
    }

    /** The families that the claim speaks of. */
    default List<Architecture> architectures() {
        return List.of();
    }

    /** The symmetry that the claim speaks of, if it speaks of one. */
    default List<Symmetry> symmetries() {
        return List.of();
    }

    /** The representations that the claim speaks of, in order. */
    default List<LinearRepresentation> representations() {
        return List.of();
    }
}
