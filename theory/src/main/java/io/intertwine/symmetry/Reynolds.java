package io.intertwine.symmetry;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Reynolds operator: the average of a dense layer over a finite group that acts on both of its sides,
 * F = (1/|G|) sum_g K(g) . F_0 . rho(g)^-1, which intertwines rho and K, times a number.
 */
public final class Reynolds {
    private Reynolds() {}

    /**
     * A multiple of the average: |G| times it, the sum, where all maps are linear, so that integers stay integers; the average itself
     * where they are not, because a sum of affine maps is none. A layer without a bias gets one only in the latter case.
     *
     * @param layer F_0
     * @param source rho(g) for all g in the group
     * @param target K(g) for all g in the group, in the same order
     */
    public static Layer.Dense of(Layer.Dense layer, List<AffineMap> source, List<AffineMap> target) {
        boolean linear = Stream.concat(source.stream(), target.stream()).allMatch(AffineMap::isLinear);
        return linear ? sum(layer, source, target, layer.hasBias()) : average(layer, source, target);
    }

    /** The average itself; a layer that intertwines rho and K stays as it is. Arguments as in {@link #of}. */
    public static Layer.Dense average(Layer.Dense layer, List<AffineMap> source, List<AffineMap> target) {
        boolean linear = Stream.concat(source.stream(), target.stream()).allMatch(AffineMap::isLinear);
        return scaled(sum(layer, source, target, layer.hasBias() || !linear), Scalar.of(1, source.size()));
    }

    /** The layer with all weights and biases multiplied by a number. */
    public static Layer.Dense scaled(Layer.Dense layer, Scalar factor) {
        ExactMatrix weight = layer.weight();
        return new Layer.Dense(
                ExactMatrix.build(
                        weight.rows(),
                        weight.columns(),
                        (i, j) -> weight.get(i, j).multiply(factor)),
                layer.biases().stream().map(factor::multiply).toList());
    }

    /** The layer multiplied by the power of two for which the largest absolute row sum of the weight lies between 1 and 2. */
    public static Layer.Dense ofSizeOne(Layer.Dense layer) {
        Scalar norm = Scalar.ZERO;
        for (int i = 0; i < layer.outputs(); i++) {
            Scalar sum = layer.weight().row(i).stream().map(Scalar::abs).reduce(Scalar.ZERO, Scalar::add);
            norm = sum.compareTo(norm) > 0 ? sum : norm;
        }
        int exponent = 0;
        while (norm.compareTo(Scalar.ofDyadic(BigInteger.ONE, exponent + 1)) >= 0) {
            exponent++;
        }
        while (norm.compareTo(Scalar.ofDyadic(BigInteger.ONE, exponent)) < 0) {
            exponent--;
        }
        return scaled(layer, Scalar.ofDyadic(BigInteger.ONE, -exponent));
    }

    private static Layer.Dense sum(Layer.Dense layer, List<AffineMap> source, List<AffineMap> target, boolean biased) {
        Scalar[] weight = new Scalar[layer.outputs() * layer.inputs()];
        Scalar[] bias = new Scalar[layer.outputs()];
        Arrays.fill(weight, Scalar.ZERO);
        Arrays.fill(bias, Scalar.ZERO);
        for (int g = 0; g < source.size(); g++) {
            Layer.Dense moved =
                    Composition.after(Composition.before(layer, source.get(g).inverse()), target.get(g));
            addTo(weight, moved.weight());
            Arrays.setAll(bias, i -> bias[i].add(moved.bias(i)));
        }
        ExactMatrix total = ExactMatrix.of(layer.outputs(), layer.inputs(), List.of(weight));
        return new Layer.Dense(total, biased ? List.of(bias) : List.of());
    }

    private static void addTo(Scalar[] sum, ExactMatrix matrix) {
        for (int k = 0; k < sum.length; k++) {
            int row = k / matrix.columns();
            int column = k % matrix.columns();
            sum[k] = matrix.isZero(row, column) ? sum[k] : sum[k].add(matrix.get(row, column));
        }
    }
}
