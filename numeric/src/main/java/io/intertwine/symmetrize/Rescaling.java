package io.intertwine.symmetrize;

import io.intertwine.activation.UnitGroup;
import io.intertwine.construct.LatentActions;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.lift.Doubles;
import io.intertwine.match.LatentMatching;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A matched network with units with a free scale (ReLU, monomials) rescaled no more than the latent actions need. In
 * {@link LatentMatching#gauged} every unit is rescaled; the actions are signed permutations also where all units of an orbit are
 * multiplied by one more factor, and with the geometric mean of what they were divided by, units that agree stay as they were given.
 */
final class Rescaling {
    /** Units of an orbit whose scales differ by less than this, relatively, are left alone: it costs no more distance than that. */
    private static final double SAME = 1e-9;

    private final LatentMatching matching;
    private final List<Integer> places;

    private Rescaling(LatentMatching matching) {
        this.matching = matching;
        places = LatentActions.hiddenPlaces(Architecture.of(matching.network()));
    }

    /** The same function as that of the given network up to rounding, where the actions are those of the matching. */
    static Network of(LatentMatching matching) {
        return new Rescaling(matching).network();
    }

    private Network network() {
        List<Layer> layers = new ArrayList<>(matching.network().layers());
        double[] before = {};
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Layer.Dense dense) {
                double[] behind = places.contains(i) ? factors(places.indexOf(i)) : ones(dense.outputs());
                layers.set(i, rescaled(dense, before.length == 0 ? ones(dense.inputs()) : before, behind));
                before = behind;
            } else if (layers.get(i) instanceof Layer.Entrywise units && before.length > 0) {
                double[] factors = before.clone();
                Arrays.setAll(factors, j -> after(units.units().get(j).group(), factors[j]));
                before = factors;
            }
        }
        return new Network(layers);
    }

    /** The positive factor behind an activation that belongs to one before it. */
    private static double after(UnitGroup group, double factor) {
        return factor == 1 ? 1 : Math.pow(factor, group.degree());
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** What the units of a hidden layer are multiplied by. */
    private double[] factors(int hidden) {
        List<Double> divisors = matching.divisors().get(hidden);
        double[] factors = ones(divisors.size());
        boolean[] seen = new boolean[factors.length];
        for (int first = 0; first < factors.length; first++) {
            if (!seen[first]) {
                List<Integer> orbit = orbit(first, matching.hidden().get(hidden), seen);
                double least = orbit.stream().mapToDouble(divisors::get).min().orElse(1);
                double most = orbit.stream().mapToDouble(divisors::get).max().orElse(1);
                double mean = orbit.stream()
                        .mapToDouble(j -> Math.log(divisors.get(j)))
                        .average()
                        .orElse(0);
                if (most > least * (1 + SAME)) {
                    orbit.forEach(j -> factors[j] = Math.exp(mean) / divisors.get(j));
                }
            }
        }
        return factors;
    }

    private static List<Integer> orbit(int first, List<AffineMap> generators, boolean[] seen) {
        List<Permutation> permutations =
                generators.stream().map(AffineMap::permutation).toList();
        List<Integer> orbit = new ArrayList<>(List.of(first));
        seen[first] = true;
        for (int k = 0; k < orbit.size(); k++) {
            for (Permutation permutation : permutations) {
                int image = permutation.apply(orbit.get(k));
                if (!seen[image]) {
                    seen[image] = true;
                    orbit.add(image);
                }
            }
        }
        return orbit;
    }

    /** The layer with its rows multiplied by factors, and its columns divided by those of the space that it reads. */
    private static Layer.Dense rescaled(Layer.Dense layer, double[] before, double[] behind) {
        if (Arrays.stream(before).allMatch(factor -> factor == 1)
                && Arrays.stream(behind).allMatch(factor -> factor == 1)) {
            return layer;
        }
        ExactMatrix weight = layer.weight();
        long[] bits = new long[weight.rows() * weight.columns()];
        List<Scalar> biases = new ArrayList<>();
        for (int i = 0; i < weight.rows(); i++) {
            for (int j = 0; j < weight.columns(); j++) {
                double entry = Doubles.nearest(weight, i, j);
                bits[i * weight.columns() + j] = Double.doubleToRawLongBits(entry * behind[i] / before[j]);
            }
            if (layer.hasBias()) {
                double bias = Doubles.nearest(layer.bias(i)) * behind[i];
                biases.add(Scalar.ofBinary64(Double.doubleToRawLongBits(bias)));
            }
        }
        return new Layer.Dense(ExactMatrix.ofBinary64(weight.rows(), weight.columns(), bits), biases);
    }
}
