package io.intertwine.dimension;

import io.intertwine.certificate.DimensionEvidence.Dependence;
import io.intertwine.criterion.FormalNetwork;
import io.intertwine.criterion.UnitPlace;
import io.intertwine.find.RegionCuts;
import io.intertwine.find.RegionSearch;
import io.intertwine.net.Architecture;
import io.intertwine.net.Network;
import java.util.Map;
import java.util.Optional;

/** Directions in which the derivative of a network of continuous piecewise affine activations vanishes on all its linear regions. */
final class RegionDirections {
    private RegionDirections() {}

    /** The directions that were recognised, with the regions. Empty where there are too many parameters or regions. */
    static Optional<Dependence.OnRegions> of(Network network, long seed) {
        if (Architecture.of(network).parameters() > FormalDirections.MOST_PARAMETERS) {
            return Optional.empty();
        }
        return RegionCuts.of(ResidueSearch.logits(network), RegionSearch.BUDGET)
                .map(cuts -> new Dependence.OnRegions(
                        cuts.tree(), FormalDirections.directions(space(network, cuts, seed), Map.of())));
    }

    private static NullSpace space(Network network, RegionCuts cuts, long seed) {
        int parameters = Math.toIntExact(Architecture.of(network).parameters());
        NullSpace space = new NullSpace(FormalDirections.order(
                FormalNetwork.onRegion(network, cuts.pieces().get(0)), parameters));
        for (Map<UnitPlace, Integer> pieces : cuts.pieces()) {
            FormalJacobian jacobian = new FormalJacobian(FormalNetwork.onRegion(network, pieces), seed);
            // The derivatives are affine functions: n + 1 points say everything.
            for (int i = 0; i <= network.inputs(); i++) {
                jacobian.sample().forEach(space::add);
            }
        }
        return space;
    }
}
