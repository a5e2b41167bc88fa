package io.intertwine.symmetry;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Group;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import java.util.List;
import java.util.Optional;

/**
 * A last dense layer with softmax, h -> softmax(W h + b). Logits count modulo the all-ones vector, so the output action must be a
 * permutation P, and the equations are W rho = P W and W u + b = P b up to adding the same number to all rows.
 *
 * @param layer the dense layer that computes the logits
 */
public record SoftmaxReadout(Layer.Dense layer) implements ParametricMap<AffineMap> {
    @Override
    public Optional<String> obstruction(AffineMap source, AffineMap target) {
        if (!target.isMonomial()
                || !target.isLinear()
                || !target.scales().stream().allMatch(Scalar::isOne)) {
            return Optional.of("after a softmax the output action must be a permutation of the probabilities");
        }
        ExactMatrix w = layer.weight();
        ExactMatrix moved = w.multiply(source.matrix());
        for (int j = 0; j < w.columns(); j++) {
            int column = j;
            if (!constantDifference(
                    target, i -> moved.get(target.permutation().apply(i), column), i -> w.get(i, column))) {
                return Optional.of("the logits differ by more than a common number in input " + j);
            }
        }
        List<Scalar> shift = w.multiply(source.shift());
        boolean bias = constantDifference(
                target,
                i -> shift.get(target.permutation().apply(i))
                        .add(layer.bias(target.permutation().apply(i))),
                layer::bias);
        return bias ? Optional.empty() : Optional.of("the logits differ by more than a common number in the bias");
    }

    private interface Entry {
        Scalar of(int unit);
    }

    private static boolean constantDifference(AffineMap target, Entry left, Entry right) {
        Scalar first = left.of(0).subtract(right.of(0));
        for (int i = 1; i < target.dimension(); i++) {
            if (!left.of(i).subtract(right.of(i)).equals(first)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Group<AffineMap> target() {
        return new AffineGroup(layer.outputs());
    }
}
