package io.intertwine.find;

import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.check.Checker;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Steps of a reduction as sentences. Dense layers are counted from 1, as in reports, units from 0. */
public final class StepText {
    private static final int MOST_UNITS = 8;

    private StepText() {}

    /** What each of several steps does, from the network on. */
    public static List<String> trace(Network network, List<ReductionStep> steps) {
        List<String> trace = new ArrayList<>();
        Network current = network;
        for (ReductionStep step : steps) {
            trace.add(of(step, current));
            current = Checker.reparametrise(current, step);
        }
        return trace;
    }

    /** What a step does to the network. */
    static String of(ReductionStep step, Network network) {
        String layer = "layer " + number(network, step.layer()) + ": ";
        if (step instanceof ReductionStep.Merge merge) {
            return layer
                    + shortened(merge.merges().stream().map(StepText::merged).toList(), "; ");
        }
        if (step instanceof ReductionStep.Fold fold) {
            return layer + units(fold.units()) + " constant, folded into the next bias";
        }
        if (step instanceof ReductionStep.Prune prune) {
            return layer + units(prune.units()) + " without outgoing weights, set to zero";
        }
        if (step instanceof ReductionStep.Drop drop) {
            return layer + units(drop.units()) + " without outgoing weights, dropped";
        }
        if (step instanceof ReductionStep.Refactor) {
            return layer + "two linear layers are factored again, with as few units as the rank of their product";
        }
        return replaced((ReductionStep.Replace) step, network);
    }

    private static String replaced(ReductionStep.Replace step, Network network) {
        int before = hidden(network.layers().subList(step.layer(), step.end()));
        int after = hidden(step.layers());
        if (before + after == 0) {
            return "layer " + number(network, step.layer()) + ": dense layers in a row are multiplied";
        }
        String how = "comparing them on every linear region";
        if (step.comparison() instanceof Comparison.Ridge) {
            how = "the units' relations";
        } else if (step.comparison() instanceof Comparison.Expansion) {
            how = "expanding the polynomials";
        }
        return "layers " + number(network, step.layer()) + " to " + number(network, step.end() - 1) + ": " + before
                + " hidden units replaced by " + after + " with the same function, by " + how;
    }

    private static int hidden(List<Layer> layers) {
        return layers.stream()
                .filter(Layer.Entrywise.class::isInstance)
                .mapToInt(Layer::outputs)
                .sum();
    }

    /** The number of the dense layer at an index, or of the one before it. */
    private static long number(Network network, int index) {
        return network.layers().subList(0, index + 1).stream()
                .filter(Layer.Dense.class::isInstance)
                .count();
    }

    private static String merged(ReductionStep.UnitMerge merge) {
        String image = merge.map().scale().isOne() && merge.map().shift().isZero()
                ? "a copy"
                : "an image under z -> "
                        + factor(merge.map().scale()) + "z"
                        + (merge.map().shift().isZero()
                                ? ""
                                : " + " + merge.map().shift());
        return "unit " + merge.from() + " is " + image + " of unit " + merge.into() + ", merged into it";
    }

    private static String factor(Scalar scale) {
        if (scale.isOne()) {
            return "";
        }
        return scale.equals(Scalar.MINUS_ONE) ? "-" : scale + " ";
    }

    private static String units(List<Integer> units) {
        return units.size() == 1
                ? "unit " + units.get(0) + " is"
                : "units " + shortened(units.stream().map(String::valueOf).toList(), ", ") + " are";
    }

    private static String shortened(List<String> words, String separator) {
        String listed = words.stream().limit(MOST_UNITS).collect(Collectors.joining(separator));
        return words.size() <= MOST_UNITS ? listed : listed + separator + (words.size() - MOST_UNITS) + " more";
    }
}
