package io.intertwine.symmetry;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A model at its parameters: the maps f_1, ..., f_L, each with the latent group of the space that it writes. The latent spaces are
 * those between the maps; a space before and one after an activation are two spaces (both actions of a layer are carried).
 *
 * @param maps the maps, the first first; at least one
 * @param <E> the type of the group elements
 */
public record LatentModel<E>(List<ParametricMap<E>> maps) {
    public LatentModel {
        maps = List.copyOf(maps);
        if (maps.isEmpty()) {
            throw new IllegalArgumentException("a model needs at least one map");
        }
    }

    /** The maps f_1, ..., f_(L-1) that write the latent spaces. */
    public List<ParametricMap<E>> inner() {
        return maps.subList(0, maps.size() - 1);
    }

    /** The last map f_L. */
    public ParametricMap<E> last() {
        return maps.get(maps.size() - 1);
    }

    /** The model of a network; a last softmax and the dense layer before it are one map. */
    public static LatentModel<AffineMap> of(Network network) {
        List<ParametricMap<AffineMap>> maps = new ArrayList<>();
        List<Layer> layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            Layer next = i + 1 < layers.size() ? layers.get(i + 1) : layers.get(i);
            if (layers.get(i) instanceof Layer.Dense dense && next instanceof Layer.Entrywise units) {
                maps.add(new DenseMap(dense, new UnitwiseGroup(units.units())));
            } else if (layers.get(i) instanceof Layer.Dense dense && next instanceof Layer.Dense) {
                maps.add(new DenseMap(dense, new AffineGroup(dense.outputs())));
            } else if (layers.get(i) instanceof Layer.Entrywise units) {
                maps.add(new EntrywiseMap(units));
            } else if (layers.get(i) instanceof Layer.Softmax softmax) {
                maps.add(new SoftmaxReadout(
                        i > 0 && layers.get(i - 1) instanceof Layer.Dense dense ? dense : logits(softmax)));
            }
        }
        return new LatentModel<>(maps);
    }

    private static Layer.Dense logits(Layer.Softmax softmax) {
        return new Layer.Dense(ExactMatrix.identity(softmax.size()), List.of());
    }

    /** The index in {@link #maps} of the map that each dense layer became, in order. */
    public static List<Integer> denseMaps(LatentModel<AffineMap> model) {
        return IntStream.range(0, model.maps.size())
                .filter(i -> model.maps.get(i) instanceof DenseMap)
                .boxed()
                .toList();
    }
}
