package io.intertwine.match;

import io.intertwine.construct.LatentActions;
import io.intertwine.group.FiniteGroup;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.Arrays;
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
 * @param divisors for every hidden dense layer and unit what the unit's incoming weights were divided by to come to {@code gauged}
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
        List<List<Double>> divisors,
        List<LayerFit> fits,
        List<String> remarks) {
    public LatentMatching {
        images = images.stream().map(List::copyOf).toList();
        hidden = hidden.stream().map(List::copyOf).toList();
        divisors = divisors.stream().map(List::copyOf).toList();
        fits = List.copyOf(fits);
        remarks = List.copyOf(remarks);
    }

    /** The exact latent actions at the weights of {@link #gauged}. */
    public LatentActions latentActions() {
        return LatentActions.of(Architecture.of(gauged), symmetry, hidden);
    }

    /**
     * For every dense layer, in order, its largest relative residual over the generators at the weights of {@link #gauged}, as
     * {@link Tolerance} defines it.
     */
    public List<Double> residuals() {
        List<List<AffineMap>> chains = latentActions().chains();
        boolean softmax = gauged.endsWithSoftmax();
        List<Double> residuals = new ArrayList<>();
        for (LayerFit fit : fits) {
            DenseWeights rows = DenseWeights.of((Layer.Dense) gauged.layers().get(fit.place()));
            boolean logits = softmax && fit.place() == gauged.layers().size() - 2;
            double largest = 0;
            for (List<AffineMap> chain : chains) {
                DenseWeights moved = rows.moved(FloatingMap.from(chain.get(fit.place())));
                DenseWeights followed = rows.followedBy(FloatingMap.from(chain.get(fit.place() + 1)));
                largest = Math.max(
                        largest,
                        logits
                                ? rows.relativeDistanceModuloOnes(moved, followed)
                                : rows.relativeDistance(moved, followed));
            }
            residuals.add(largest);
        }
        return residuals;
    }

    /**
     * For every generator its action on every latent space at the given weights, one space before and one after each activation: what
     * {@link NumericVerification.Holds} lists.
     */
    List<List<LatentAction>> actionsAtGivenWeights() {
        List<List<AffineMap>> latent = latentActions().latent();
        List<List<LatentAction>> actions = new ArrayList<>();
        for (List<AffineMap> maps : latent) {
            List<LatentAction> chain = new ArrayList<>();
            double[] factors = {};
            for (int place = 0; place < maps.size(); place++) {
                factors = factors(place, factors);
                chain.add(atGivenWeights(maps.get(place), factors));
            }
            actions.add(chain);
        }
        return actions;
    }

    /** What the values that a layer writes are divided by; empty for nothing. */
    private double[] factors(int place, double[] before) {
        List<Integer> places = LatentActions.hiddenPlaces(Architecture.of(network));
        if (places.contains(place)) {
            return divisors.get(places.indexOf(place)).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
        double[] after = before.clone();
        if (network.layers().get(place) instanceof Layer.Entrywise units) {
            Arrays.setAll(after, j -> UnitStack.companion(units.units().get(j).group(), before[j]));
        }
        return after;
    }

    private static LatentAction atGivenWeights(AffineMap map, double[] factors) {
        if (Arrays.stream(factors).allMatch(factor -> factor == 1)) {
            return new LatentAction.Exact(map);
        }
        double[] scales = new double[factors.length];
        double[] shift = new double[factors.length];
        for (int j = 0; j < scales.length; j++) {
            scales[j] = factors[map.permutation().apply(j)]
                    / factors[j]
                    * Rounded.from(map.scales().get(j));
            shift[j] = factors[j] * Rounded.from(map.shift().get(j));
        }
        return new LatentAction.Estimated(FloatingMap.monomial(map.permutation(), scales, shift));
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
