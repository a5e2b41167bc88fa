package io.intertwine.dimension;

import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for an explicit parameter of a family with continuous piecewise affine activations, also before a softmax. */
final class ExplicitSearch {
    /** What the search may spend, in operations on machine words: some seconds. */
    private static final long BUDGET = 40_000_000L;

    private ExplicitSearch() {}

    /** A parameter with its rank. */
    record Outcome(int rank, DimensionEvidence.Explicit evidence) {}

    static Optional<Outcome> run(Architecture architecture, int goal, long seed) {
        if (goal == 0) {
            return Optional.empty();
        }
        boolean softmax = architecture.endsWithSoftmax();
        if (softmax && !endsWithLogits(architecture)) {
            return Optional.empty();
        }
        return RankWitness.of(softmax ? withoutLastLogit(architecture) : architecture, goal, seed, BUDGET)
                .filter(witness -> witness.rank() > 0)
                .map(witness -> new Outcome(
                        witness.rank(),
                        new DimensionEvidence.Explicit(
                                softmax ? withZeroLogit(witness.network()) : witness.network(), witness.points())));
    }

    private static boolean endsWithLogits(Architecture architecture) {
        int last = architecture.layers().size() - 2;
        return last >= 0 && architecture.layers().get(last) instanceof LayerShape.Dense;
    }

    /** The differences of the logits to the last one are free: the architecture that computes them. */
    private static Architecture withoutLastLogit(Architecture architecture) {
        List<LayerShape> layers = new ArrayList<>(architecture.layers());
        layers.remove(layers.size() - 1);
        LayerShape last = layers.remove(layers.size() - 1);
        if (!(last instanceof LayerShape.Dense dense)) {
            throw new IllegalArgumentException("expected a dense layer before the softmax, found " + last);
        }
        layers.add(new LayerShape.Dense(dense.inputs(), dense.outputs() - 1, dense.bias()));
        return new Architecture(layers);
    }

    /** The parameter of the architecture with softmax whose last logit is 0. */
    private static Network withZeroLogit(Network network) {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer.Dense last = (Layer.Dense) layers.remove(layers.size() - 1);
        int outputs = last.outputs() + 1;
        ExactMatrix weight = ExactMatrix.build(
                outputs,
                last.inputs(),
                (i, k) -> i < last.outputs() ? last.weight().get(i, k) : Scalar.ZERO);
        List<Scalar> biases = new ArrayList<>(last.biases());
        if (last.hasBias()) {
            biases.add(Scalar.ZERO);
        }
        layers.add(new Layer.Dense(weight, biases));
        layers.add(new Layer.Softmax(outputs));
        return new Network(layers);
    }
}
