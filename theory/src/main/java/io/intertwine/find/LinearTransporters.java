package io.intertwine.find;

import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The transporters of a dense layer into the group of all invertible affine maps, where another dense layer follows. If the nonzero
 * rows of W are independent, K is determined on their span by K W = W rho; freed units (zero rows, zero biases) are left where they
 * are. Otherwise the space is larger than the image, and the network must be reduced first.
 */
final class LinearTransporters implements Transporters<AffineMap> {
    private final Layer.Dense layer;
    private final List<Integer> used;
    private final List<Integer> pivots;

    LinearTransporters(Layer.Dense layer) {
        this.layer = layer;
        used = IntStream.range(0, layer.outputs())
                .filter(i -> !layer.weight().isZeroRow(i) || !layer.bias(i).isZero())
                .boxed()
                .toList();
        pivots = Echelon.of(rows(layer.weight())).pivots();
    }

    private ExactMatrix rows(ExactMatrix matrix) {
        return ExactMatrix.build(used.size(), matrix.columns(), (i, j) -> matrix.get(used.get(i), j));
    }

    @Override
    public Coset<AffineMap> of(AffineMap source) {
        return of(layer, source);
    }

    /** The elements k with {@code k . f = g . source}, for this layer f and another one of the same size. */
    Coset<AffineMap> of(Layer.Dense g, AffineMap source) {
        if (pivots.size() < used.size()) {
            return Coset.none("the rows of a linear layer are dependent, so its latent action is not determined");
        }
        ExactMatrix moved = rows(g.weight().multiply(source.matrix()));
        ExactMatrix square = columns(rows(layer.weight()));
        ExactMatrix action = square.rows() == 0 ? square : columns(moved).multiply(square.inverse());
        if (!action.multiply(rows(layer.weight())).equals(moved)) {
            return Coset.none("the row space of a linear layer is not preserved by the action");
        }
        return Coset.one(AffineMap.of(padded(action), shift(g, action, source)));
    }

    private ExactMatrix columns(ExactMatrix matrix) {
        return ExactMatrix.build(matrix.rows(), pivots.size(), (i, j) -> matrix.get(i, pivots.get(j)));
    }

    private ExactMatrix padded(ExactMatrix action) {
        return ExactMatrix.build(layer.outputs(), layer.outputs(), (i, j) -> {
            int row = used.indexOf(i);
            int column = used.indexOf(j);
            if (row < 0 || column < 0) {
                return i == j ? Scalar.ONE : Scalar.ZERO;
            }
            return action.get(row, column);
        });
    }

    /** c = W u + b - K b. */
    private List<Scalar> shift(Layer.Dense g, ExactMatrix action, AffineMap source) {
        List<Scalar> moved = g.weight().multiply(source.shift());
        List<Scalar> bias = used.stream().map(layer::bias).toList();
        List<Scalar> image = action.multiply(bias);
        List<Scalar> shift = new ArrayList<>();
        for (int i = 0; i < layer.outputs(); i++) {
            int row = used.indexOf(i);
            shift.add(row < 0 ? Scalar.ZERO : moved.get(i).add(g.bias(i)).subtract(image.get(row)));
        }
        return shift;
    }
}
