package io.intertwine.check;

import io.intertwine.certificate.DimensionEvidence.Dependence;
import io.intertwine.net.Network;

/** Directions in which the derivative vanishes on every linear region. */
final class RegionDirectionRule {
    private RegionDirectionRule() {}

    static void apply(Network network, Dependence.OnRegions evidence) throws Rejection {
        throw new Rejection("not supported: " + network.inputs() + evidence.directions().size());
    }
}
