package io.intertwine.match;

import io.intertwine.construct.LatentActions;
import io.intertwine.group.FiniteGroup;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.List;

/**
 * The action of a finite group on every hidden layer of a network that fits its weights best, as far as the search found it. It always
 * exists, also where the network carries no action: how well it fits is what {@link #fits} say.
 *
 * @param network the network that was given
 * @param symmetry the symmetry
 * @param group the group, listed
 * @param gauged the network with the scales of ReLU-like units balanced: the same function up to rounding, exactly given
 * @param images for every hidden dense layer ({@link LatentActions#hiddenPlaces}) and every element of the group, by number, what it does to
 *     the units before their activation, up to the reflection centres of the activations
 * @param hidden for every hidden dense layer and every generator the exact map before the activation, at the weights of {@code gauged}:
 *     what {@link LatentActions#of} takes
 * @param fits for every dense layer of the network, in order, how well it fits
 * @param remarks what a reader should know about the units, as sentences
 */
public record LatentMatching(
        Network network,
        Symmetry symmetry,
        FiniteGroup group,
        Network gauged,
        List<List<SignedPermutation>> images,
        List<List<AffineMap>> hidden,
        List<LayerFit> fits,
        List<String> remarks) {
    public LatentMatching {
        images = images.stream().map(List::copyOf).toList();
        hidden = hidden.stream().map(List::copyOf).toList();
        fits = List.copyOf(fits);
        remarks = List.copyOf(remarks);
    }

    /**
     * How well a dense layer fits the actions before and behind it.
     *
     * @param place the layer's place among the layers of the network
     * @param distance the Frobenius norm of (W, b) minus its average over the group, relative to that of (W, b): from 0, equivariant, to 1;
     *     dimensionless. It is the distance to the nearest equivariant layer with these actions
     * @param slack how much smaller the sum of the squared distances of all layers could be at most with another homomorphism on the space
     *     that this layer writes, all other spaces as they are; 0 for the last layer, and 0 up to rounding where the search is exact
     */
    public record LayerFit(int place, double distance, double slack) {}
}
