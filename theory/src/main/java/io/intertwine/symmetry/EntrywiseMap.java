package io.intertwine.symmetry;

import io.intertwine.group.Group;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import java.util.Optional;

/**
 * Entrywise activations as a parametric map without parameters: the action before them is an element K of the units' latent group,
 * and the action after them is chi(K).
 *
 * @param layer the layer
 */
public record EntrywiseMap(Layer.Entrywise layer) implements ParametricMap<AffineMap> {
    /** The latent group of the units before the activation. */
    public UnitwiseGroup sourceGroup() {
        return new UnitwiseGroup(layer.units());
    }

    @Override
    public Optional<String> obstruction(AffineMap source, AffineMap target) {
        UnitwiseGroup group = sourceGroup();
        if (!group.contains(source)) {
            return Optional.of("the action before the activation is not in the latent group of the units");
        }
        return group.companion(source).equals(target)
                ? Optional.empty()
                : Optional.of("the action after the activation is not the companion of the one before it");
    }

    @Override
    public Group<AffineMap> target() {
        return new AffineGroup(layer.outputs());
    }
}
