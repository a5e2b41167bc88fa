package io.intertwine.construct;

import io.intertwine.activation.Activation;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Closure;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.AffineTuples;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.Reynolds;
import io.intertwine.symmetry.UnitwiseGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Networks that are layerwise equivariant by construction: every dense layer is averaged over the finite group that acts. */
public final class LayerwiseNetworks {
    private LayerwiseNetworks() {}

    /**
     * A hidden layer with the action that its units shall carry.
     *
     * @param activation the activation of all units
     * @param preactivation for every generator of the group the action before the activation, in the latent group of the units
     */
    public record Hidden(Activation activation, List<AffineMap> preactivation) {
        public Hidden {
            preactivation = List.copyOf(preactivation);
        }

        /** The number of units. */
        public int units() {
            return preactivation.get(0).dimension();
        }
    }

    /** Makes the layer before averaging, from its number among the dense layers (from 0) and its sizes. */
    @FunctionalInterface
    public interface Seed {
        /** A dense layer of the given sizes. */
        Layer.Dense layer(int number, int outputs, int inputs);
    }

    /**
     * A network of dense layers whose weights and biases are random integers, averaged over the group.
     *
     * @param symmetry the actions on inputs and outputs
     * @param hidden the hidden layers
     * @param bias whether all layers have a bias
     * @param random where the integers come from, between -8 and 8 before averaging
     */
    public static Network random(Symmetry symmetry, List<Hidden> hidden, boolean bias, SplittableRandom random) {
        return symmetrised(
                symmetry, hidden, (number, outputs, inputs) -> randomLayer(outputs, inputs, 8, bias, random));
    }

    /** A dense layer of random integers between -largest and largest. */
    public static Layer.Dense randomLayer(int outputs, int inputs, int largest, boolean bias, SplittableRandom random) {
        ExactMatrix weight =
                ExactMatrix.build(outputs, inputs, (i, j) -> Scalar.of(random.nextInt(-largest, largest + 1)));
        List<Scalar> biases = new ArrayList<>();
        for (int i = 0; bias && i < outputs; i++) {
            biases.add(Scalar.of(random.nextInt(-largest, largest + 1)));
        }
        return new Layer.Dense(weight, biases);
    }

    /**
     * A network whose dense layers are given ones averaged over the group by {@link Reynolds#of}: K is the action before the
     * activation that follows, rho the one after the activation that precedes.
     *
     * @throws IllegalArgumentException if a hidden action is not in the latent group of its units, or the group is too large
     */
    public static Network symmetrised(Symmetry symmetry, List<Hidden> hidden, Seed seed) {
        List<List<AffineMap>> chains = chains(symmetry, hidden);
        List<List<AffineMap>> group =
                Closure.of(AffineTuples.of(chains.get(0)), chains).elements();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i <= hidden.size(); i++) {
            List<AffineMap> source = AffineTuples.on(2 * i, group);
            List<AffineMap> target = AffineTuples.on(2 * i + 1, group);
            Layer.Dense before =
                    seed.layer(i, target.get(0).dimension(), source.get(0).dimension());
            layers.add(Reynolds.of(before, source, target));
            if (i < hidden.size()) {
                layers.add(Layer.Entrywise.of(
                        hidden.get(i).activation, hidden.get(i).units()));
            }
        }
        return new Network(layers);
    }

    /** For every generator its maps on the input, before and after every activation, and on the output. */
    private static List<List<AffineMap>> chains(Symmetry symmetry, List<Hidden> hidden) {
        List<List<AffineMap>> chains = new ArrayList<>();
        for (int g = 0; g < symmetry.group().generators().size(); g++) {
            List<AffineMap> chain = new ArrayList<>();
            chain.add(symmetry.input().images().get(g));
            for (Hidden layer : hidden) {
                AffineMap before = layer.preactivation.get(g);
                chain.add(before);
                chain.add(new UnitwiseGroup(Collections.nCopies(layer.units(), layer.activation)).companion(before));
            }
            chain.add(symmetry.output().images().get(g));
            chains.add(chain);
        }
        return chains;
    }
}
