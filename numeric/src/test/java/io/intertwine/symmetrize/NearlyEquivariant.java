package io.intertwine.symmetrize;

import io.intertwine.activation.Activations;
import io.intertwine.construct.LatentActions;
import io.intertwine.construct.RandomLatentActions;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.CosetEnumeration;
import io.intertwine.group.FiniteGroup;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.lift.Doubles;
import io.intertwine.lift.NormalWeights;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import io.intertwine.rep.TransitiveAction;
import io.intertwine.rep.TransitiveActions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** A network of doubles with noise on the weights of a layerwise equivariant one, whose latent actions are known. */
record NearlyEquivariant(LatentActions actions, Network network) {
    /** The group permutes the inputs regularly with a fixed one more, and the outputs regularly. */
    static NearlyEquivariant draw(String group, String activation, List<Integer> hidden, double noise, long seed) {
        Presentation presentation = group(group);
        FiniteGroup elements = CosetEnumeration.of(presentation);
        List<TransitiveAction> kinds = TransitiveActions.permutations(elements);
        TransitiveAction regular = ofDegree(kinds, elements.order());
        Symmetry symmetry = new Symmetry(
                representation(presentation, List.of(regular, ofDegree(kinds, 1))),
                representation(presentation, List.of(regular)));
        List<Integer> widths = new ArrayList<>(List.of(symmetry.input().dimension()));
        widths.addAll(hidden);
        widths.add(symmetry.output().dimension());
        Architecture architecture = Architecture.ofWidths(widths, List.of(Activations.requireNamed(activation)), true);
        return of(architecture, symmetry, noise, seed);
    }

    static NearlyEquivariant of(Architecture architecture, Symmetry symmetry, double noise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LatentActions actions =
                RandomLatentActions.draw(architecture, symmetry, random).actions();
        Network exact = actions.average(NormalWeights.of(architecture, random));
        return new NearlyEquivariant(actions, mapped(exact, x -> x + noise * random.nextGaussian()));
    }

    private static Presentation group(String name) {
        int n = Integer.parseInt(name.substring(1));
        return switch (name.charAt(0)) {
            case 'C' -> Presentation.cyclic(n);
            case 'D' -> Presentation.dihedral(n);
            default -> Presentation.symmetric(n);
        };
    }

    private static TransitiveAction ofDegree(List<TransitiveAction> kinds, int degree) {
        return kinds.stream()
                .filter(kind -> kind.degree() == degree)
                .findFirst()
                .orElseThrow();
    }

    private static Representation representation(Presentation group, List<TransitiveAction> orbits) {
        List<AffineMap> maps = TransitiveActions.sum(orbits);
        return new Representation(group, maps.get(0).dimension(), maps);
    }

    /** The network with a function applied to every weight and bias, as doubles. */
    static Network mapped(Network network, DoubleUnaryOperator function) {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : network.layers()) {
            layers.add(
                    layer instanceof Layer.Dense dense
                            ? new Layer.Dense(
                                    ExactMatrix.build(
                                            dense.outputs(),
                                            dense.inputs(),
                                            (i, j) -> scalar(
                                                    function, dense.weight().get(i, j))),
                                    dense.biases().stream()
                                            .map(bias -> scalar(function, bias))
                                            .toList())
                            : layer);
        }
        return new Network(layers);
    }

    private static Scalar scalar(DoubleUnaryOperator function, Scalar number) {
        return Scalar.ofBinary64(Double.doubleToRawLongBits(function.applyAsDouble(Doubles.nearest(number))));
    }

    NearlyEquivariant inFloat32() {
        return new NearlyEquivariant(actions, mapped(network, x -> (float) x));
    }
}
