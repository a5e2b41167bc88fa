package io.intertwine.check;

import io.intertwine.certificate.ReductionStep;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;

/** A part of a network may be replaced by another part with the same function. */
final class ReplaceRule {
    private ReplaceRule() {}

    static Network apply(List<Layer> layers, ReductionStep.Replace step) throws Rejection {
        Rejection.unless(
                step.layer() >= 0 && step.layer() < step.end() && step.end() <= layers.size(),
                "there are no layers from " + step.layer() + " to " + step.end());
        Network part = new Network(layers.subList(step.layer(), step.end()));
        Network other = network(step.layers());
        EqualityRule.require(part, other, step.comparison());
        List<Layer> result = new ArrayList<>(layers.subList(0, step.layer()));
        result.addAll(step.layers());
        result.addAll(layers.subList(step.end(), layers.size()));
        return network(result);
    }

    private static Network network(List<Layer> layers) throws Rejection {
        try {
            return new Network(layers);
        } catch (IllegalArgumentException unfit) {
            throw new Rejection("the new layers do not fit: " + unfit.getMessage());
        }
    }
}
