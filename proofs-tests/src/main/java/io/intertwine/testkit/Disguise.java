package io.intertwine.testkit;

import io.intertwine.activation.Activation;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.UnitwiseGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Hides a network behind elements of the latent symmetry groups of its layers: another parameter of the same class. */
public final class Disguise {
    private Disguise() {}

    /** The same function, and the actions conjugated; layers without a bias only get elements that need none. */
    public static KnownAnswer of(KnownAnswer answer, SplittableRandom random) {
        KnownAnswer current = answer;
        int space = 0;
        List<Layer> layers = answer.network().layers();
        for (int i = 0; i + 2 < layers.size(); i += 2) {
            Activation activation =
                    ((Layer.Entrywise) layers.get(i + 1)).uniform().orElseThrow();
            AffineMap element =
                    EquivariantNetworks.element(activation, layers.get(i).outputs(), random);
            current = at(current, i, space, element);
            space += 2;
        }
        return current;
    }

    private static KnownAnswer at(KnownAnswer answer, int index, int space, AffineMap element) {
        List<Layer> layers = new ArrayList<>(answer.network().layers());
        UnitwiseGroup units = new UnitwiseGroup(((Layer.Entrywise) layers.get(index + 1)).units());
        AffineMap after = units.companion(element);
        Layer.Dense dense = (Layer.Dense) layers.get(index);
        Layer.Dense next = (Layer.Dense) layers.get(index + 2);
        if ((!dense.hasBias() && !element.isLinear()) || (!next.hasBias() && !after.isLinear())) {
            return answer;
        }
        layers.set(index, leftMultiplied(element, dense));
        layers.set(index + 2, rightMultiplied(next, after.inverse()));
        List<List<AffineMap>> actions = new ArrayList<>();
        for (List<AffineMap> latent : answer.actions()) {
            List<AffineMap> moved = new ArrayList<>(latent);
            moved.set(space, element.after(latent.get(space)).after(element.inverse()));
            moved.set(space + 1, after.after(latent.get(space + 1)).after(after.inverse()));
            actions.add(moved);
        }
        return new KnownAnswer(new Network(layers), answer.symmetry(), actions);
    }

    /** K L. */
    static Layer.Dense leftMultiplied(AffineMap map, Layer.Dense layer) {
        int[] from = map.permutation().inverse().toArray();
        ExactMatrix weight = ExactMatrix.build(
                layer.outputs(),
                layer.inputs(),
                (i, j) -> map.scales().get(from[i]).multiply(layer.weight().get(from[i], j)));
        return new Layer.Dense(weight, layer.hasBias() ? map.apply(layer.biases()) : List.of());
    }

    /** L K. */
    static Layer.Dense rightMultiplied(Layer.Dense layer, AffineMap map) {
        ExactMatrix weight = ExactMatrix.build(
                layer.outputs(),
                layer.inputs(),
                (i, j) -> layer.weight()
                        .get(i, map.permutation().apply(j))
                        .multiply(map.scales().get(j)));
        List<Scalar> moved = layer.weight().multiply(map.shift());
        List<Scalar> bias = new ArrayList<>();
        for (int i = 0; i < layer.biases().size(); i++) {
            bias.add(layer.bias(i).add(moved.get(i)));
        }
        return new Layer.Dense(weight, bias);
    }
}
