package io.intertwine.symmetrize;

import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.EquivariantAffineMaps;
import io.intertwine.rep.Representation;

/**
 * A dense layer, averaged over a finite group that acts on both of its sides.
 *
 * @param layer the layer; the given one itself where that is equivariant already
 * @param free the dimension of the space of equivariant layers
 */
record ProjectedLayer(Layer.Dense layer, long free) {
    /**
     * Projects a layer. With exact numbers the result is the average over the group; with floats it is near to it, and equivariant
     * exactly.
     *
     * @param layer the layer
     * @param source the action on what the layer reads
     * @param target the action on what it writes
     * @throws IllegalArgumentException if a layer without bias would get one
     * @throws UnrepresentableException if no floats near the average were found that are equivariant
     */
    static ProjectedLayer of(Layer.Dense layer, Representation source, Representation target, Precision precision)
            throws UnrepresentableException {
        return isSigned(source) && isSigned(target)
                ? new SignedLayer(layer, source, target, precision).projected()
                : new GeneralLayer(layer, source, target, precision).projected();
    }

    /**
     * The dimension of the space of equivariant layers.
     *
     * @param layer a layer of the same sizes, with or without bias as they
     */
    static long free(Layer.Dense layer, Representation source, Representation target) {
        return isSigned(source) && isSigned(target)
                ? new SignedLayer(layer, source, target, Precision.EXACT).free()
                : EquivariantAffineMaps.between(source, target, layer.hasBias()).dimension();
    }

    /** Whether all generators act by signed permutations, up to translations. */
    private static boolean isSigned(Representation action) {
        return action.images().stream().allMatch(ProjectedLayer::isSigned);
    }

    private static boolean isSigned(AffineMap map) {
        return map.isMonomial()
                && map.scales().stream().allMatch(scale -> scale.abs().isOne());
    }
}
