package io.intertwine.symmetry;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitGroup;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Decomposition;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One hidden layer as people speak of it: the units of a dense layer with the activations that follow, and what a latent action does
 * to them before and after these activations.
 *
 * @param layer the number of the dense layer among the dense layers, from 1
 * @param index the index of the dense layer in the network's list of layers
 * @param activation the name of the activation, "none" between two dense layers
 * @param group the latent group of the units in words: "signed permutations", "positive monomial", ...
 * @param preactivation for every generator the action before the activation
 * @param action for every generator the action after the activation
 * @param unused the units with zero weights and without influence on the next layer
 */
public record HiddenSpace(
        int layer,
        int index,
        String activation,
        String group,
        List<AffineMap> preactivation,
        List<AffineMap> action,
        Set<Integer> unused) {
    /** The most units whose linear action is decomposed. */
    private static final int LARGEST_DECOMPOSED = 24;

    public HiddenSpace {
        preactivation = List.copyOf(preactivation);
        action = List.copyOf(action);
        unused = Set.copyOf(unused);
    }

    /**
     * The hidden layers of a network, and the last one if an activation follows it.
     *
     * @param network the network that the actions speak of
     * @param symmetry the symmetry
     * @param actions for every generator the action on every latent space, in the order of {@link LatentModel}
     */
    public static List<HiddenSpace> of(Network network, Symmetry symmetry, List<List<AffineMap>> actions) {
        List<HiddenSpace> result = new ArrayList<>();
        List<Layer> layers = network.layers();
        int dense = 0;
        for (int i = 0, space = 0; i < layers.size() - 1; i++) {
            boolean softmaxLogits = layers.get(i + 1) instanceof Layer.Softmax;
            if (layers.get(i) instanceof Layer.Dense && !softmaxLogits) {
                dense++;
                int end = endOfActivations(layers, i);
                result.add(new HiddenSpace(
                        dense,
                        i,
                        activation(layers, i, end),
                        group(layers, i),
                        at(actions, symmetry, space),
                        at(actions, symmetry, space + end - i - 1),
                        unused(layers, i, end)));
            }
            space++;
        }
        return result;
    }

    /** The latent groups of the hidden layers of a network in words, in order. */
    public static List<String> groups(Network network) {
        return IntStream.range(0, network.layers().size() - 1)
                .filter(i -> network.layers().get(i) instanceof Layer.Dense
                        && !(network.layers().get(i + 1) instanceof Layer.Softmax))
                .mapToObj(i -> group(network.layers(), i))
                .toList();
    }

    /** The number of units. */
    public int units() {
        return preactivation.get(0).dimension();
    }

    /** The orbits of the units. */
    public Orbits orbits() {
        return Orbits.of(preactivation, unused);
    }

    /**
     * The action before the activation as a sum in words: of induced ones, or, where it is linear and does not permute the units, of
     * irreducible ones.
     */
    public String decomposition() {
        Orbits orbits = orbits();
        boolean decomposable = !orbits.monomial()
                && units() <= LARGEST_DECOMPOSED
                && preactivation.stream().allMatch(AffineMap::isLinear);
        return Optional.of(preactivation)
                .filter(maps -> decomposable)
                .flatMap(HiddenSpace::irreducibles)
                .orElseGet(orbits::decomposition);
    }

    private static Optional<String> irreducibles(List<AffineMap> maps) {
        List<String> names =
                IntStream.range(0, maps.size()).mapToObj(g -> "g" + g).toList();
        Representation action = new Representation(
                new GroupDescription.Generated(names), maps.get(0).dimension(), maps);
        return Decomposition.inWords(LinearRepresentation.of(action));
    }

    private static int endOfActivations(List<Layer> layers, int dense) {
        int end = dense + 1;
        while (end < layers.size() && layers.get(end) instanceof Layer.Entrywise) {
            end++;
        }
        return end;
    }

    /** The action on a latent space; the space after the last inner one is the output space. */
    private static List<AffineMap> at(List<List<AffineMap>> actions, Symmetry symmetry, int space) {
        List<AffineMap> result = new ArrayList<>();
        for (int g = 0; g < actions.size(); g++) {
            List<AffineMap> latent = actions.get(g);
            result.add(
                    space < latent.size()
                            ? latent.get(space)
                            : symmetry.output().images().get(g));
        }
        return result;
    }

    private static String activation(List<Layer> layers, int dense, int end) {
        return dense + 1 == end
                ? "none"
                : layers.subList(dense + 1, end).stream()
                        .map(layer -> ((Layer.Entrywise) layer)
                                .uniform()
                                .map(Activation::name)
                                .orElse("one for each unit"))
                        .collect(Collectors.joining(", then "));
    }

    private static String group(List<Layer> layers, int dense) {
        if (!(layers.get(dense + 1) instanceof Layer.Entrywise units)) {
            return "general linear";
        }
        if (dense + 2 < layers.size() && layers.get(dense + 2) instanceof Layer.Entrywise) {
            return "derived"; // The first activation's group, as far as it passes through the others.
        }
        Set<String> words = units.units().stream()
                .map(unit -> words(unit.group()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return words.size() == 1 ? words.iterator().next() : "derived";
    }

    private static String words(UnitGroup group) {
        if (!group.period().isZero()) {
            return "derived";
        }
        return switch (group.scales()) {
            case TRIVIAL -> "permutations";
            case SIGNS -> isLinear(group) ? "signed permutations" : "affine signed permutations";
            case POSITIVE -> "positive monomial";
            case NONZERO -> "nonzero monomial";
        };
    }

    /** Whether a change of sign moves neither side by a constant. */
    private static boolean isLinear(UnitGroup group) {
        boolean keepsValue = group.value().isZero() || !group.odd();
        return group.centre().isZero() && keepsValue;
    }

    private static Set<Integer> unused(List<Layer> layers, int index, int end) {
        Set<Integer> result = new HashSet<>();
        if (end < layers.size()
                && layers.get(index) instanceof Layer.Dense dense
                && layers.get(end) instanceof Layer.Dense next) {
            for (int unit = 0; unit < dense.outputs(); unit++) {
                boolean idle =
                        dense.weight().isZeroRow(unit) && dense.bias(unit).equals(Scalar.ZERO);
                if (idle && isZeroColumn(next, unit)) {
                    result.add(unit);
                }
            }
        }
        return result;
    }

    private static boolean isZeroColumn(Layer.Dense layer, int unit) {
        for (int i = 0; i < layer.outputs(); i++) {
            if (!layer.weight().isZero(i, unit)) {
                return false;
            }
        }
        return true;
    }
}
