package io.intertwine.find;

import io.intertwine.claim.MapsClaim;
import io.intertwine.rep.EquivariantMaps;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is known of a space of equivariant linear maps.
 *
 * @param maps the space with its basis; empty if it was beyond what can be computed
 * @param proof that the space has a dimension, by another route; empty if none was found
 * @param reasons why something is missing; empty if nothing is
 */
public record MapsDimension(List<EquivariantMaps> maps, List<Proof> proof, List<String> reasons) {
    public MapsDimension {
        maps = List.copyOf(maps);
        proof = List.copyOf(proof);
        reasons = List.copyOf(reasons);
    }

    /** The dimension, if it was found. */
    public OptionalLong dimension() {
        return proof.isEmpty()
                ? maps.stream().mapToLong(EquivariantMaps::dimension).findFirst()
                : OptionalLong.of(((MapsClaim) proof.get(0).claim()).dimension());
    }

    /** Whether the checker accepted the dimension. */
    public boolean isProved() {
        return !proof.isEmpty();
    }
}
