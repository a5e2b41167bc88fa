package io.intertwine.cli;

import io.intertwine.find.Normalisation;
import io.intertwine.match.LatentAction;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.HiddenSpace;
import io.intertwine.symmetry.Orbits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The units of a hidden layer with the group's action on them.
 *
 * @param number which dense layer writes them, counted from 1
 * @param index the position of that layer in the network, from 0
 * @param units how many there are
 * @param group the name of the latent group
 * @param residual how far the layer's equation is from holding, relative
 * @param preactivation for every generator the action before the activation
 * @param action for every generator the action after it
 * @param orbits the orbits of the units in words
 * @param decomposition what they are induced from, in words
 */
record LayerView(
        int number,
        int index,
        int units,
        String group,
        String residual,
        List<LatentAction> preactivation,
        List<LatentAction> action,
        String orbits,
        String decomposition) {
    private static final String POSITIVE = "positive monomial";

    LayerView {
        preactivation = List.copyOf(preactivation);
        action = List.copyOf(action);
    }

    /** A layer of a network that obeys its equation with a residual. */
    static LayerView of(
            HiddenSpace space, Network network, String residual, List<LatentAction> before, List<LatentAction> after) {
        int units = network.layers().get(space.index()).outputs();
        Orbits orbits = before.isEmpty() ? Orbits.of(List.of(AffineMap.identity(units))) : space.orbits();
        boolean exact = !before.isEmpty() && before.stream().allMatch(LatentAction.Exact.class::isInstance);
        return new LayerView(
                space.layer(),
                space.index(),
                units,
                space.group(),
                residual,
                before,
                after,
                orbits.describe(),
                exact ? space.decomposition() : orbits.decomposition());
    }

    /** Exact maps as actions. */
    static List<LatentAction> exact(List<AffineMap> maps) {
        return maps.stream().<LatentAction>map(LatentAction.Exact::new).toList();
    }

    /** The action as permutations, where it is one by exact positive factors that can be divided out. */
    Optional<Normalisation> normalised() {
        List<AffineMap> maps = new ArrayList<>();
        for (LatentAction one : action) {
            if (one instanceof LatentAction.Exact exact) {
                maps.add(exact.exact());
            }
        }
        boolean possible = group.equals(POSITIVE) && !action.isEmpty() && maps.size() == action.size();
        return possible ? Normalisation.of(maps) : Optional.empty();
    }
}
