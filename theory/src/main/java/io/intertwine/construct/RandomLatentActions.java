package io.intertwine.construct;

import io.intertwine.activation.Activation;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Closure;
import io.intertwine.group.CosetEnumeration;
import io.intertwine.group.FiniteGroup;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Permutation;
import io.intertwine.net.Architecture;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.AffineTuples;
import io.intertwine.rep.LatentHomomorphisms;
import io.intertwine.rep.LatentHomomorphisms.Block;
import io.intertwine.rep.Symmetry;
import io.intertwine.rep.TransitiveAction;
import io.intertwine.rep.TransitiveActions;
import io.intertwine.symmetry.UnitwiseGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hipparchus.fraction.BigFraction;

/**
 * Random actions of a finite group on the latent spaces of an architecture. For every hidden layer each class of homomorphisms into the
 * latent group of its units, up to conjugation there, is equally likely ({@link LatentHomomorphisms}); the layers are independent. Units
 * that may change their signs do so about their centres; they do not where that shifts a space beside a layer without bias. Between two
 * dense layers, where the latent group is the general linear one, signed permutations are drawn. Translations of periodic units are left
 * out.
 */
public final class RandomLatentActions {
    private static final int DRAWS = 100;
    private static final int LARGEST_TO_EVALUATE = 100_000;
    private static final int BOUND = 8;
    private static final int POINTS = 8;
    private static final int BITS = 200;

    private final Architecture architecture;
    private final Symmetry symmetry;
    private final List<TransitiveAction> transitive;

    private RandomLatentActions(Architecture architecture, Symmetry symmetry) {
        this.architecture = architecture;
        this.symmetry = symmetry;
        this.transitive = TransitiveActions.of(group(symmetry));
    }

    /**
     * The layerwise equivariant parameters for random latent actions. Draws are repeated, up to 100 times, while a unit takes no part or
     * the function seems to be constant in a random network ({@link #idleUnits}, {@link #seemsConstant}); so among the actions of which
     * neither is true all are equally likely. If none is found, the first one is taken whose function is not constant, else the last.
     * Architectures of more than 100,000 parameters are drawn once, or until no layer's weight has to be zero.
     *
     * @param architecture the architecture
     * @param symmetry the actions on its inputs and outputs
     * @param random where the choices come from
     * @throws IllegalArgumentException if the group is not finite, or too large for a list of its subgroups, or if the output action does
     *     not come from one before the last activation
     */
    public static EquivariantParameters draw(Architecture architecture, Symmetry symmetry, SplittableRandom random) {
        RandomLatentActions drawing = new RandomLatentActions(architecture, symmetry);
        boolean small = architecture.parameters() <= LARGEST_TO_EVALUATE;
        List<EquivariantParameters> varying = new ArrayList<>();
        EquivariantParameters drawn = drawing.draw(random);
        for (int draw = 1; draw < DRAWS; draw++) {
            if (!drawn.isConstant()) {
                Network example = drawn.random(BOUND, random);
                boolean varies = !small || !seemsConstant(example, random);
                if (varies && (!small || idleUnits(example) == 0)) {
                    return drawn;
                }
                varying.addAll(varies ? List.of(drawn) : List.of());
            }
            drawn = drawing.draw(random);
        }
        return varying.isEmpty() ? drawn : varying.get(0);
    }

    /** The number of hidden units whose weights, or those of the next dense layer for them, are all zero. */
    public static int idleUnits(Network network) {
        List<Layer.Dense> dense = network.layers().stream()
                .filter(Layer.Dense.class::isInstance)
                .map(Layer.Dense.class::cast)
                .toList();
        int idle = 0;
        for (int k = 0; k + 1 < dense.size(); k++) {
            ExactMatrix before = dense.get(k).weight();
            ExactMatrix behind = dense.get(k + 1).weight().transpose();
            for (int unit = 0; unit < before.rows(); unit++) {
                idle += before.isZeroRow(unit) || behind.isZeroRow(unit) ? 1 : 0;
            }
        }
        return idle;
    }

    /** Whether the values of a network at eight random points cannot be told apart. */
    public static boolean seemsConstant(Network network, SplittableRandom random) {
        List<Enclosure> first = value(network, random);
        for (int point = 1; point < POINTS; point++) {
            List<Enclosure> other = value(network, random);
            for (int i = 0; i < first.size(); i++) {
                if (!first.get(i).subtract(other.get(i)).contains(BigFraction.ZERO)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** At a random point: numbers of moderate size, so that saturating units differ. */
    private static List<Enclosure> value(Network network, SplittableRandom random) {
        List<Scalar> point = new ArrayList<>();
        for (int i = 0; i < network.inputs(); i++) {
            point.add(Scalar.of(random.nextInt(-BOUND * POINTS, BOUND * POINTS + 1), BOUND * POINTS));
        }
        return Evaluation.enclose(network, point, BITS);
    }

    private static FiniteGroup group(Symmetry symmetry) {
        if (symmetry.group() instanceof GroupDescription.Presentation presentation) {
            return CosetEnumeration.of(presentation);
        }
        List<List<AffineMap>> generators = new ArrayList<>();
        for (int g = 0; g < symmetry.group().generators().size(); g++) {
            generators.add(List.of(
                    symmetry.input().images().get(g), symmetry.output().images().get(g)));
        }
        return Closure.of(AffineTuples.of(generators.get(0)), generators).group();
    }

    private EquivariantParameters draw(SplittableRandom random) {
        List<List<AffineMap>> hidden = new ArrayList<>();
        for (int place : LatentActions.hiddenPlaces(architecture)) {
            hidden.add(
                    endOfActivations(place) == architecture.layers().size() ? pulledBack(place) : drawn(place, random));
        }
        return EquivariantParameters.of(LatentActions.of(architecture, symmetry, hidden));
    }

    /** The first layer after a dense one that is no activation. */
    private int endOfActivations(int place) {
        int end = place + 1;
        while (end < architecture.layers().size() && architecture.layers().get(end) instanceof Layer.Entrywise) {
            end++;
        }
        return end;
    }

    private List<Layer.Entrywise> activations(int place) {
        return architecture.layers().subList(place + 1, endOfActivations(place)).stream()
                .map(Layer.Entrywise.class::cast)
                .toList();
    }

    private List<AffineMap> drawn(int place, SplittableRandom random) {
        List<Layer.Entrywise> activations = activations(place);
        Map<List<Activation>, List<Integer>> alike = new LinkedHashMap<>();
        for (int unit = 0; unit < architecture.layers().get(place).outputs(); unit++) {
            alike.computeIfAbsent(column(activations, unit), ignored -> new ArrayList<>())
                    .add(unit);
        }
        List<Block> blocks = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        alike.forEach((unit, members) -> {
            blocks.add(new Block(members.size(), maySign(unit, place)));
            order.addAll(members);
        });
        return LatentHomomorphisms.of(transitive, blocks).random(random).images().stream()
                .map(map -> centred(activations, moved(map, order)))
                .toList();
    }

    private static List<Activation> column(List<Layer.Entrywise> activations, int unit) {
        return activations.stream().map(layer -> layer.units().get(unit)).toList();
    }

    /** The map of units in the given order as a map of the units 0, 1, ... */
    private static AffineMap moved(AffineMap map, List<Integer> order) {
        int[] images = new int[order.size()];
        List<Scalar> scales = new ArrayList<>(Collections.nCopies(images.length, Scalar.ONE));
        for (int k = 0; k < images.length; k++) {
            images[order.get(k)] = order.get(map.permutation().apply(k));
            scales.set(order.get(k), map.scales().get(k));
        }
        return AffineMap.monomial(Permutation.of(images), scales);
    }

    private static AffineMap centred(List<Layer.Entrywise> activations, AffineMap linear) {
        return activations.isEmpty()
                ? linear
                : new UnitwiseGroup(activations.get(0).units()).centred(linear);
    }

    /** Whether a unit may change its sign: all its activations take that, and shifts meet layers with biases only. */
    private boolean maySign(List<Activation> unit, int place) {
        AffineMap negation = AffineMap.monomial(Permutation.identity(1), List.of(Scalar.MINUS_ONE));
        boolean shifts = false;
        try {
            for (int k = 0; k < unit.size(); k++) {
                UnitwiseGroup group = new UnitwiseGroup(unit.subList(k, k + 1));
                negation = k == 0 ? group.centred(negation) : negation;
                shifts |= !negation.isLinear();
                negation = group.companion(negation);
                shifts |= !negation.isLinear();
            }
        } catch (IllegalArgumentException outside) {
            return false;
        }
        return !shifts || (hasBias(place) && hasBias(endOfActivations(place)));
    }

    private boolean hasBias(int place) {
        return architecture.layers().get(place) instanceof LayerShape.Dense dense && dense.bias();
    }

    /** The action before the last activations to which the output action belongs: without changes of sign where there are two. */
    private List<AffineMap> pulledBack(int place) {
        List<AffineMap> maps = symmetry.output().images();
        List<Layer.Entrywise> activations = activations(place);
        for (int k = activations.size() - 1; k >= 0; k--) {
            UnitwiseGroup group = new UnitwiseGroup(activations.get(k).units());
            maps = maps.stream().map(map -> pulledBack(group, map)).toList();
        }
        return maps;
    }

    private static AffineMap pulledBack(UnitwiseGroup group, AffineMap after) {
        if (after.isMonomial()) {
            List<Scalar> ones = Collections.nCopies(after.dimension(), Scalar.ONE);
            List<Scalar> signs = after.scales().stream()
                    .map(scale -> scale.signum() < 0 ? Scalar.MINUS_ONE : Scalar.ONE)
                    .toList();
            for (List<Scalar> scales : List.of(ones, signs, after.scales())) {
                Optional<AffineMap> found = before(group, AffineMap.monomial(after.permutation(), scales), after);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new IllegalArgumentException(
                "no action before the last activation was found to which the output action belongs; give the latent actions");
    }

    private static Optional<AffineMap> before(UnitwiseGroup group, AffineMap linear, AffineMap after) {
        try {
            AffineMap candidate = group.centred(linear);
            return group.companion(candidate).equals(after) ? Optional.of(candidate) : Optional.empty();
        } catch (IllegalArgumentException outside) {
            return Optional.empty();
        }
    }
}
