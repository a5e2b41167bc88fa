package io.intertwine.match;

import io.intertwine.group.FiniteGroup;
import io.intertwine.match.UnitScores.SignRule;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The latent action of a finite group on one activation layer that fits the layer's values best, not its weights: the homomorphism K for
 * which the sum of |f(g x) - K(g) f(x)|^2 over all elements g and the images of the inputs under the group is smallest. Layers are matched
 * one by one, and units with a free scale at the scales that they have.
 *
 * @param layer the activation, as a layer of the network, counted from 0
 * @param images for every element of the group, by number, what it does to the units behind the activation, up to reflection centres
 * @param distance the square root of that sum over its value for K = 0, over the number of elements: from 0; dimensionless
 */
public record ActivationMatching(int layer, List<SignedPermutation> images, double distance) {
    public ActivationMatching {
        images = List.copyOf(images);
    }

    /**
     * Matches the units of every activation layer but a last one.
     *
     * @param network the network; units of one layer are all of one kind
     * @param symmetry the symmetry
     * @param group its group, listed, as {@link LatentMatching#group} gives it
     * @param inputs one input in each row
     * @throws IllegalArgumentException if there are fewer inputs than units in a layer, the units of a layer are of several kinds, or a value
     *     is not finite
     */
    public static List<ActivationMatching> of(
            Network network, Symmetry symmetry, FiniteGroup group, DoubleMatrix inputs) {
        NumericVerifier.requireFit(network, symmetry);
        GroupOrbits orbits = GroupOrbits.of(group);
        List<List<DoubleMatrix>> values = new ArrayList<>();
        FloatingNetwork floating = new FloatingNetwork(network);
        for (FloatingMap map : elements(symmetry.input().images(), group)) {
            values.add(floating.values(map.applyToRows(inputs)));
        }
        List<ActivationMatching> result = new ArrayList<>();
        for (int layer = 0; layer + 1 < network.layers().size(); layer++) {
            if (network.layers().get(layer) instanceof Layer.Entrywise units) {
                List<UnitKind> kinds = UnitKind.of(units.units().stream()
                        .map(unit -> new UnitStack(List.of(unit)))
                        .toList());
                int place = layer;
                result.add(matched(
                        place,
                        kinds,
                        orbits,
                        values.stream().map(behind -> behind.get(place)).toList()));
            }
        }
        return result;
    }

    private static List<FloatingMap> elements(List<AffineMap> generators, FiniteGroup group) {
        List<FloatingMap> maps = new ArrayList<>(Collections.nCopies(
                group.order(), FloatingMap.identity(generators.get(0).dimension())));
        for (int x : group.shortFirst()) {
            if (x != 0) {
                FloatingMap first = FloatingMap.from(generators.get(group.first(x)));
                maps.set(x, first.after(maps.get(group.rest(x))));
            }
        }
        return maps;
    }

    private static ActivationMatching matched(
            int layer, List<UnitKind> kinds, GroupOrbits orbits, List<DoubleMatrix> values) {
        int inputs = values.get(0).rows();
        int units = values.get(0).columns();
        if (kinds.size() != 1) {
            throw new IllegalArgumentException(
                    "layer " + layer + ": expected units of one kind, found " + kinds.size() + " kinds");
        }
        if (inputs < units) {
            throw new IllegalArgumentException("expected at least " + units + " inputs for the " + units
                    + " units of layer " + layer + ", found " + inputs);
        }
        UnitKind kind = kinds.get(0);
        List<DoubleMatrix> centred = values.stream()
                .map(value -> centred(value, kind.stack().centreBehind(), layer))
                .toList();
        double squares = centred.stream()
                .mapToDouble(value -> Math.pow(value.frobeniusNorm(), 2))
                .sum();
        FiniteGroup group = orbits.group();
        List<DoubleMatrix> along = new ArrayList<>();
        for (int g = 0; g < group.order(); g++) {
            DoubleMatrix scores = DoubleMatrix.zeros(units, units);
            for (int h = 0; h < group.order(); h++) {
                // entry (i, j) is the sum of f_i(g y) f_j(y) over the inputs y = h x
                DoubleMatrix product = centred.get(group.product(g, h)).transposeTimes(centred.get(h));
                for (int k = 0; k < scores.entries().length; k++) {
                    scores.entries()[k] += product.entries()[k];
                }
            }
            along.add(scores);
        }
        // behind an even activation units have lost their signs
        SignRule rule = kind.rule() == SignRule.ODD ? SignRule.ODD : SignRule.UNSIGNED;
        if (group.order() == 1) {
            return new ActivationMatching(layer, List.of(SignedPermutation.identity(units)), 0);
        }
        HomomorphismMatching best = HomomorphismMatching.best(new UnitScores(group, rule, along, List.of()), orbits);
        double missing = 2 * (squares * (group.order() - 1) - best.score());
        double distance = squares == 0 ? 0 : Math.sqrt(Math.max(0, missing) / squares / group.order());
        return new ActivationMatching(layer, best.images(), distance);
    }

    private static DoubleMatrix centred(DoubleMatrix values, double centre, int layer) {
        double[] entries = values.entries().clone();
        for (int k = 0; k < entries.length; k++) {
            entries[k] -= centre;
            if (!Double.isFinite(entries[k])) {
                throw new IllegalArgumentException("layer " + layer + ": a value at an input is not finite");
            }
        }
        return DoubleMatrix.of(values.rows(), values.columns(), entries);
    }
}
