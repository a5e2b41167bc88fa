package io.intertwine.cli;

import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.DenseMap;
import io.intertwine.symmetry.EntrywiseMap;
import io.intertwine.symmetry.LatentModel;
import io.intertwine.symmetry.Orbits;
import io.intertwine.symmetry.ParametricMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The units of a dense layer that another dense layer or a softmax follows, with the group's action on them.
 *
 * @param number which dense layer writes them, counted from 1
 * @param index the position of that layer in the network's list of layers, from 0
 * @param group the name of the latent group of the units before the activation, in the words of the JSON output
 * @param units how many there are
 * @param unused the units with zero weights on both sides
 * @param preactivation for every generator the action before the activation
 * @param action for every generator the action after the activation; the same where there is none
 */
record HiddenLayer(
        int number,
        int index,
        String group,
        int units,
        Set<Integer> unused,
        List<AffineMap> preactivation,
        List<AffineMap> action) {
    HiddenLayer {
        unused = Set.copyOf(unused);
        preactivation = List.copyOf(preactivation);
        action = List.copyOf(action);
    }

    /**
     * The hidden layers of a network, in order.
     *
     * @param actions for every generator the action on every latent space of {@link LatentModel}
     */
    static List<HiddenLayer> of(Network network, List<List<AffineMap>> actions) {
        LatentModel<AffineMap> model = LatentModel.of(network);
        List<ParametricMap<AffineMap>> inner = model.inner();
        List<Integer> positions = densePositions(network);
        List<HiddenLayer> layers = new ArrayList<>();
        int number = 0;
        for (int i = 0; i < inner.size(); i++) {
            if (inner.get(i) instanceof DenseMap dense) {
                int last = lastActivation(inner, i);
                boolean readout = last == inner.size() - 1 && model.last() instanceof EntrywiseMap;
                if (!readout) {
                    int position = positions.get(number);
                    layers.add(new HiddenLayer(
                            number + 1,
                            position,
                            GroupName.of(dense.target()),
                            dense.layer().outputs(),
                            unused(network.layers(), position),
                            space(actions, i),
                            space(actions, last)));
                }
                number++;
            }
        }
        return layers;
    }

    private static List<Integer> densePositions(Network network) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            if (network.layers().get(i) instanceof Layer.Dense) {
                positions.add(i);
            }
        }
        return positions;
    }

    private static int lastActivation(List<ParametricMap<AffineMap>> inner, int dense) {
        int last = dense;
        while (last + 1 < inner.size() && inner.get(last + 1) instanceof EntrywiseMap) {
            last++;
        }
        return last;
    }

    private static List<AffineMap> space(List<List<AffineMap>> actions, int space) {
        return actions.stream().map(generator -> generator.get(space)).toList();
    }

    private static Set<Integer> unused(List<Layer> layers, int position) {
        Set<Integer> unused = new HashSet<>();
        int next = position + 1;
        while (next < layers.size() && layers.get(next) instanceof Layer.Entrywise) {
            next++;
        }
        if (next < layers.size()
                && layers.get(position) instanceof Layer.Dense dense
                && layers.get(next) instanceof Layer.Dense following) {
            for (int unit = 0; unit < dense.outputs(); unit++) {
                if (dense.weight().isZeroRow(unit) && dense.bias(unit).isZero() && isZeroColumn(following, unit)) {
                    unused.add(unit);
                }
            }
        }
        return unused;
    }

    private static boolean isZeroColumn(Layer.Dense dense, int column) {
        for (int i = 0; i < dense.outputs(); i++) {
            if (!dense.weight().isZero(i, column)) {
                return false;
            }
        }
        return true;
    }

    /** The orbits of the units in words. */
    String orbits() {
        return action.isEmpty() ? units + " fixed" : Orbits.of(action, unused).describe();
    }
}
