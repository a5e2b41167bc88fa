package io.intertwine.check;

import io.intertwine.certificate.ReductionStep;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;

/** Steps to another network with the same function: each is verified, then carried out. */
final class ReductionRule {
    private ReductionRule() {}

    static Network apply(Network network, List<ReductionStep> steps) throws Rejection {
        Network current = network;
        for (ReductionStep step : steps) {
            current = apply(current, step);
        }
        return current;
    }

    static Network apply(Network network, ReductionStep step) throws Rejection {
        List<Layer> layers = new ArrayList<>(network.layers());
        if (step instanceof ReductionStep.Replace replace) {
            return ReplaceRule.apply(layers, replace);
        }
        Layer.Dense dense = dense(layers, step.layer());
        if (step instanceof ReductionStep.Refactor refactor) {
            RefactorRule.apply(dense, dense(layers, step.layer() + 1), refactor);
            layers.set(step.layer(), new Layer.Dense(refactor.first(), refactor.firstBias()));
            layers.set(step.layer() + 1, new Layer.Dense(refactor.second(), refactor.secondBias()));
            return new Network(layers);
        }
        int nextIndex = nextDense(layers, step.layer());
        if (step instanceof ReductionStep.Drop drop) {
            return DropRule.apply(layers, step.layer(), nextIndex, drop.units());
        }
        Layer.Dense next = dense(layers, nextIndex);
        List<Layer> between = layers.subList(step.layer() + 1, nextIndex);
        if (step instanceof ReductionStep.Merge merge) {
            layers.set(nextIndex, MergeRule.apply(between, dense, next, merge.merges()));
        } else if (step instanceof ReductionStep.Fold fold) {
            layers.set(nextIndex, FoldRule.apply(between, dense, next, fold.units()));
        } else {
            layers.set(step.layer(), PruneRule.apply(dense, next, ((ReductionStep.Prune) step).units()));
        }
        return new Network(layers);
    }

    private static Layer.Dense dense(List<Layer> layers, int index) throws Rejection {
        if (index < 0 || index >= layers.size() || !(layers.get(index) instanceof Layer.Dense dense)) {
            throw new Rejection("a reduction step expects a dense layer at position " + index);
        }
        return dense;
    }

    private static int nextDense(List<Layer> layers, int index) throws Rejection {
        int next = index + 1;
        while (next < layers.size() && layers.get(next) instanceof Layer.Entrywise) {
            next++;
        }
        dense(layers, next);
        return next;
    }

    static void requireUnit(Layer.Dense dense, int unit) throws Rejection {
        Rejection.unless(unit >= 0 && unit < dense.outputs(), "there is no unit " + unit);
    }

    /** The biases of a layer with numbers added to them. */
    static List<Scalar> addBias(Layer.Dense layer, Scalar[] shift) throws Rejection {
        List<Scalar> biases = new ArrayList<>();
        for (int i = 0; i < shift.length; i++) {
            Rejection.unless(layer.hasBias() || shift[i].isZero(), "the next layer has no bias to absorb a constant");
            biases.add(layer.bias(i).add(shift[i]));
        }
        return layer.hasBias() ? biases : List.of();
    }
}
