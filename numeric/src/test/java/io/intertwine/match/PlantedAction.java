package io.intertwine.match;

import io.intertwine.activation.Activation;
import io.intertwine.construct.EquivariantParameters;
import io.intertwine.construct.LatentActions;
import io.intertwine.construct.RandomLatentActions;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.CosetEnumeration;
import io.intertwine.group.FiniteGroup;
import io.intertwine.group.GroupDescription;
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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** A network with a known latent action of a finite group, before noise. */
final class PlantedAction {
    private final EquivariantParameters parameters;
    private final Network network;

    private PlantedAction(EquivariantParameters parameters, Network network) {
        this.parameters = parameters;
        this.network = network;
    }

    /**
     * Draws one: the group permutes the inputs as so many copies of itself with a fixed one more, and the outputs as itself; hidden layers
     * carry random homomorphisms, and the weights are normal, averaged over the group.
     */
    static PlantedAction draw(
            GroupDescription.Presentation group, int copies, List<Integer> hidden, Activation activation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FiniteGroup elements = CosetEnumeration.of(group);
        List<TransitiveAction> kinds = TransitiveActions.permutations(elements);
        TransitiveAction regular = kinds.stream()
                .filter(kind -> kind.degree() == elements.order())
                .findFirst()
                .orElseThrow();
        TransitiveAction fixed =
                kinds.stream().filter(kind -> kind.degree() == 1).findFirst().orElseThrow();
        List<TransitiveAction> orbits = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            orbits.add(regular);
        }
        orbits.add(fixed);
        Symmetry symmetry = new Symmetry(representation(group, orbits), representation(group, List.of(regular)));
        List<Integer> widths = new ArrayList<>(List.of(symmetry.input().dimension()));
        widths.addAll(hidden);
        widths.add(symmetry.output().dimension());
        Architecture architecture = Architecture.ofWidths(widths, Collections.nCopies(hidden.size(), activation), true);
        return of(architecture, symmetry, random);
    }

    /** Draws one for an architecture and a symmetry. */
    static PlantedAction of(Architecture architecture, Symmetry symmetry, SplittableRandom random) {
        EquivariantParameters parameters = RandomLatentActions.draw(architecture, symmetry, random);
        return new PlantedAction(parameters, parameters.actions().average(NormalWeights.of(architecture, random)));
    }

    private static Representation representation(GroupDescription group, List<TransitiveAction> orbits) {
        List<AffineMap> maps = TransitiveActions.sum(orbits);
        return new Representation(group, maps.get(0).dimension(), maps);
    }

    Symmetry symmetry() {
        return parameters.actions().symmetry();
    }

    /** The exactly equivariant network. */
    Network network() {
        return network;
    }

    /** The network with independent normal noise, of this size relative to the root mean square of each layer's weights. */
    Network noisy(double noise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : network.layers()) {
            layers.add(layer instanceof Layer.Dense dense ? noisy(dense, noise, random) : layer);
        }
        return new Network(layers);
    }

    private static Layer noisy(Layer.Dense dense, double noise, SplittableRandom random) {
        double square = 0;
        for (int i = 0; i < dense.outputs(); i++) {
            for (double weight : Doubles.nearestRow(dense.weight(), i)) {
                square += weight * weight;
            }
        }
        double deviation = noise * Math.sqrt(square / dense.outputs() / dense.inputs());
        List<Scalar> biases = new ArrayList<>();
        for (Scalar bias : dense.biases()) {
            biases.add(scalar(Doubles.nearest(bias) + deviation * random.nextGaussian()));
        }
        ExactMatrix weight = ExactMatrix.build(
                dense.outputs(),
                dense.inputs(),
                (i, j) -> scalar(Doubles.nearest(dense.weight(), i, j) + deviation * random.nextGaussian()));
        return new Layer.Dense(weight, biases);
    }

    private static Scalar scalar(double value) {
        return Scalar.ofBinary64(Double.doubleToRawLongBits(value));
    }

    /** What the generators do to the units of each hidden layer, without the shifts of reflections. */
    List<List<SignedPermutation>> images() {
        List<List<SignedPermutation>> images = new ArrayList<>();
        List<List<AffineMap>> chains = parameters.actions().chains();
        for (int place : LatentActions.hiddenPlaces(parameters.actions().architecture())) {
            images.add(
                    chains.stream().map(chain -> signed(chain.get(place + 1))).toList());
        }
        return images;
    }

    private static SignedPermutation signed(AffineMap map) {
        int[] signs = new int[map.dimension()];
        Arrays.setAll(signs, j -> map.scales().get(j).signum());
        return SignedPermutation.of(map.permutation().toArray(), signs);
    }
}
