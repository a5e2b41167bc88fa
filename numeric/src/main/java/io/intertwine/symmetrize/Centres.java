package io.intertwine.symmetrize;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.FixedPoints;
import io.intertwine.rep.Representation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The points about which the spaces of a network are measured: for units that can be reflected the centres of the reflections, because these
 * do not depend on which units the action reflects, nor on how units are named or signed; else a point that the action fixes.
 */
final class Centres {
    private final Network network;

    Centres(Network network) {
        this.network = network;
    }

    /**
     * A point that an action on a space fixes.
     *
     * @param space 0 for the input, i + 1 for the space behind layer i
     */
    List<Scalar> of(int space, Representation action) {
        List<Scalar> centres = reflections(space);
        if (action.images().stream().allMatch(map -> map.apply(centres).equals(centres))) {
            return centres;
        }
        return FixedPoints.of(action).orElse(Collections.nCopies(action.dimension(), Scalar.ZERO));
    }

    private List<Scalar> reflections(int space) {
        int first = space;
        while (first > 0 && network.layers().get(first - 1) instanceof Layer.Entrywise) {
            first--;
        }
        List<List<Activation>> stacks = new ArrayList<>();
        for (int i = first;
                i < network.layers().size() && network.layers().get(i) instanceof Layer.Entrywise units;
                i++) {
            stacks.add(units.units());
        }
        int units =
                space == 0 ? network.inputs() : network.layers().get(space - 1).outputs();
        List<Scalar> centres = new ArrayList<>();
        for (int j = 0; j < units; j++) {
            int unit = j;
            centres.add(
                    stacks.isEmpty() || first == 0
                            ? Scalar.ZERO
                            : reflection(
                                    stacks.stream()
                                            .map(layer -> layer.get(unit))
                                            .toList(),
                                    space - first));
        }
        return centres;
    }

    /** The centre of a unit's reflection after so many of its activations; 0 if it has none, or it keeps all values there. */
    private static Scalar reflection(List<Activation> activations, int after) {
        UnitMap map = new UnitMap(
                Scalar.MINUS_ONE, activations.get(0).group().centre().multiply(2));
        UnitMap here = map;
        for (int k = 0; k < activations.size(); k++) {
            here = k == after ? map : here;
            if (!activations.get(k).group().contains(map)) {
                return Scalar.ZERO;
            }
            map = activations.get(k).group().companion(map);
        }
        here = after == activations.size() ? map : here;
        return here.scale().signum() < 0 ? here.shift().divide(Scalar.of(2)) : Scalar.ZERO;
    }
}
