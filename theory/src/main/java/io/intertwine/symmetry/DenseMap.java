package io.intertwine.symmetry;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Group;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A dense layer h -> W h + b as a parametric map. With rho h + u before it and K z + c after it, K (W h + b) + c = W (rho h + u) + b
 * for every h means W rho = K W and W u + b = K b + c.
 *
 * @param layer the layer
 * @param target the latent group of the units that the layer feeds, or the group of the output space
 */
public record DenseMap(Layer.Dense layer, Group<AffineMap> target) implements ParametricMap<AffineMap> {
    @Override
    public Optional<String> obstruction(AffineMap source, AffineMap target) {
        return obstruction(layer, source, target);
    }

    /**
     * Where {@code target . f = g . source} fails, for this map f and another dense layer g of the same size; empty if it holds at every
     * point.
     */
    public Optional<String> obstruction(Layer.Dense g, AffineMap source, AffineMap target) {
        Optional<String> weights = source.isMonomial() && target.isMonomial()
                ? monomialObstruction(g.weight(), source, target)
                : matrixObstruction(g.weight(), source, target);
        return weights.isPresent() ? weights : biasObstruction(g, source, target);
    }

    private Optional<String> monomialObstruction(ExactMatrix g, AffineMap source, AffineMap target) {
        ExactMatrix w = layer.weight();
        int[] from = source.permutation().toArray();
        int[] to = target.permutation().toArray();
        for (int i = 0; i < w.rows(); i++) {
            Scalar factor = target.scales().get(i);
            for (int j = 0; j < w.columns(); j++) {
                if (!g.scaledEquals(to[i], from[j], source.scales().get(j), w, i, j, factor)) {
                    return Optional.of(entry("weight", to[i], j));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> matrixObstruction(ExactMatrix g, AffineMap source, AffineMap target) {
        ExactMatrix w = layer.weight();
        ExactMatrix left = g.multiply(source.matrix());
        ExactMatrix right = target.matrix().multiply(w);
        for (int i = 0; i < w.rows(); i++) {
            for (int j = 0; j < w.columns(); j++) {
                if (!left.get(i, j).equals(right.get(i, j))) {
                    return Optional.of(entry("weight", i, j));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> biasObstruction(Layer.Dense g, AffineMap source, AffineMap target) {
        if (!layer.hasBias() && !g.hasBias() && source.isLinear() && target.isLinear()) {
            return Optional.empty();
        }
        List<Scalar> bias =
                IntStream.range(0, layer.outputs()).mapToObj(layer::bias).toList();
        List<Scalar> right = target.apply(bias);
        List<Scalar> moved = source.isLinear() ? List.of() : g.weight().multiply(source.shift());
        for (int i = 0; i < bias.size(); i++) {
            Scalar left = moved.isEmpty() ? g.bias(i) : moved.get(i).add(g.bias(i));
            if (!left.equals(right.get(i))) {
                return Optional.of("the two sides differ in the bias of unit " + i);
            }
        }
        return Optional.empty();
    }

    private static String entry(String what, int row, int column) {
        return "the two sides differ in the " + what + " of unit " + row + ", input " + column;
    }
}
