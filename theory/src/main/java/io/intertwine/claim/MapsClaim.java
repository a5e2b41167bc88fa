package io.intertwine.claim;

import io.intertwine.rep.LinearRepresentation;
import java.util.List;

/**
 * The claim that the space Hom_G(V, W) of equivariant linear maps, those X with rho_W(g) X = X rho_V(g) for all g, has this dimension. For
 * generators of a Lie algebra the same equation holds with derivatives.
 *
 * @param source V
 * @param target W, a representation of the same group with the same generators
 * @param dimension the dimension
 */
public record MapsClaim(LinearRepresentation source, LinearRepresentation target, long dimension) implements Claim {
    /** Refuses representations of different groups. */
    public MapsClaim {
        if (!source.group().equals(target.group())) {
            throw new IllegalArgumentException("expected two representations of one group, found one of "
                    + source.group() + " and one of " + target.group());
        }
    }

    @Override
    public List<LinearRepresentation> representations() {
        return List.of(source, target);
    }

    @Override
    public String verdict() {
        return "maps-dimension";
    }

    @Override
    public String statement() {
        return "The linear maps from " + source.dimension() + " to " + target.dimension()
                + " coordinates that are equivariant under " + generators() + " form a space of dimension " + dimension
                + ".";
    }

    private String generators() {
        List<String> discrete = source.group().discrete().generators();
        List<String> connected = source.group().connected().generators();
        String group = "the generators " + String.join(", ", discrete);
        String algebra = "the generators " + String.join(", ", connected) + " of a Lie algebra";
        if (connected.isEmpty()) {
            return group;
        }
        return discrete.isEmpty() ? algebra : group + " and " + algebra;
    }
}
