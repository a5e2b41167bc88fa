package io.intertwine.construct;

import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.UnitwiseGroup;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Another parameter of the same architecture with the same function: the parameters moved by an element of the latent group,
 * f_i -> K_i . f_i . K_(i-1)^-1. If A is a latent action at the old parameters, K A K^-1 is one at the new parameters.
 *
 * @param network the network at the new parameters
 * @param elements for every hidden dense layer, in order, the element K before the activations that follow it
 */
public record Disguise(Network network, List<AffineMap> elements) {
    public Disguise {
        elements = List.copyOf(elements);
    }

    /**
     * Moves the parameters by the given elements, one for each dense layer but the last.
     *
     * @throws IllegalArgumentException if an element is not in the latent group of its layer, or needs a bias that is not there
     */
    public static Disguise by(Network network, List<AffineMap> elements) {
        List<Layer> layers = new ArrayList<>();
        AffineMap before = AffineMap.identity(network.inputs());
        Iterator<AffineMap> next = elements.iterator();
        int lastDense = lastDense(network);
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            if (layer instanceof Layer.Dense dense) {
                AffineMap k = i == lastDense ? AffineMap.identity(dense.outputs()) : next.next();
                layers.add(moved(dense, before.inverse(), k, i));
                before = k;
            } else {
                layers.add(layer);
                before = layer instanceof Layer.Entrywise units
                        ? new UnitwiseGroup(units.units()).companion(before)
                        : before;
            }
        }
        return new Disguise(new Network(layers), elements);
    }

    /**
     * Moves the parameters by random elements ({@link LatentElements}). Where a bias is missing only linear elements are taken.
     *
     * @param random where the elements come from
     */
    public static Disguise random(Network network, SplittableRandom random) {
        boolean linearOnly =
                network.layers().stream().anyMatch(layer -> layer instanceof Layer.Dense dense && !dense.hasBias());
        List<AffineMap> elements = new ArrayList<>();
        for (int i = 0; i < lastDense(network); i++) {
            if (network.layers().get(i) instanceof Layer.Dense dense) {
                elements.add(
                        network.layers().get(i + 1) instanceof Layer.Entrywise units
                                ? LatentElements.monomial(units.units(), linearOnly, random)
                                : LatentElements.shears(dense.outputs(), random));
            }
        }
        return by(network, elements);
    }

    private static int lastDense(Network network) {
        int last = network.layers().size() - 1;
        while (last >= 0 && !(network.layers().get(last) instanceof Layer.Dense)) {
            last--;
        }
        return last;
    }

    private static Layer.Dense moved(Layer.Dense dense, AffineMap rho, AffineMap k, int index) {
        Layer.Dense moved = Composition.after(Composition.before(dense, rho), k);
        if (dense.hasBias() != moved.hasBias()) {
            throw new IllegalArgumentException("layer " + index + " has no bias, but an element beside it has a shift");
        }
        return moved;
    }
}
