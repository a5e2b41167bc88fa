package io.intertwine.check;

import io.intertwine.certificate.ReductionStep;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import java.util.List;
import java.util.stream.IntStream;

/** Two dense layers in a row may be replaced by two of the same sizes with the same affine composition. */
final class RefactorRule {
    private RefactorRule() {}

    static void apply(Layer.Dense first, Layer.Dense second, ReductionStep.Refactor step) throws Rejection {
        requireShape(first, step.first(), step.firstBias());
        requireShape(second, step.second(), step.secondBias());
        Layer.Dense newFirst = new Layer.Dense(step.first(), step.firstBias());
        Layer.Dense newSecond = new Layer.Dense(step.second(), step.secondBias());
        boolean weight =
                second.weight().multiply(first.weight()).equals(step.second().multiply(step.first()));
        Rejection.unless(weight, "the two new dense layers have another product than the old ones");
        Rejection.unless(
                constant(first, second).equals(constant(newFirst, newSecond)),
                "the two new dense layers have another constant term than the old ones");
    }

    private static void requireShape(Layer.Dense old, ExactMatrix weight, List<Scalar> bias) throws Rejection {
        Rejection.unless(
                weight.rows() == old.outputs()
                        && weight.columns() == old.inputs()
                        && bias.size() == old.biases().size(),
                "a new dense layer has another shape than the old one");
    }

    private static List<Scalar> constant(Layer.Dense first, Layer.Dense second) {
        List<Scalar> bias =
                IntStream.range(0, first.outputs()).mapToObj(first::bias).toList();
        List<Scalar> moved = second.weight().multiply(bias);
        return IntStream.range(0, second.outputs())
                .mapToObj(i -> moved.get(i).add(second.bias(i)))
                .toList();
    }
}
