package io.intertwine.report;

import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The equations that layerwise equivariance means for a network, in words: what the checker compared. */
final class Equations {
    private static final String RHO = "\u03C1";

    private final boolean affine;
    private final List<String> equations = new ArrayList<>();
    private int dense;
    private String before = RHO + Scripts.lowered(0);

    private Equations(boolean affine) {
        this.affine = affine;
    }

    /** What the letters stand for. */
    static String notation(Subject subject) {
        int last = (int) subject.network().layers().stream()
                .filter(Layer.Dense.class::isInstance)
                .count();
        return "W and b are weights and biases; K is the action before an activation, " + RHO + " the one after it; "
                + RHO + Scripts.lowered(0) + " and " + RHO + Scripts.lowered(last)
                + " are the given actions on inputs and outputs.";
    }

    /** The equations of all layers in the order of the network, and the relations of the group. */
    static List<String> of(Subject subject) {
        Equations result = new Equations(isAffine(subject));
        List<Layer> layers = subject.network().layers();
        for (int i = 0; i < layers.size(); i++) {
            boolean last = i == layers.size() - 1;
            if (layers.get(i) instanceof Layer.Dense linear) {
                result.dense(linear, last, !last && layers.get(i + 1) instanceof Layer.Softmax);
            } else if (layers.get(i) instanceof Layer.Entrywise units) {
                result.entrywise(units);
            }
        }
        result.equations.add(relators(subject));
        return result.equations;
    }

    private static boolean isAffine(Subject subject) {
        Stream<AffineMap> outside = Stream.concat(subject.inputs().stream(), subject.outputs().stream());
        Stream<AffineMap> inside = subject.spaces().stream()
                .flatMap(space -> Stream.concat(space.preactivation().stream(), space.action().stream()));
        return !Stream.concat(outside, inside).allMatch(AffineMap::isLinear);
    }

    private void dense(Layer.Dense layer, boolean last, boolean logits) {
        dense++;
        String w = "W" + Scripts.lowered(dense);
        String after = (last || logits ? RHO : "K") + Scripts.lowered(dense);
        String weights = w + " " + before + "(g) = " + after + "(g) " + w;
        String bias = layer.hasBias() || affine ? bias(w, after) : "";
        String softmax = logits ? ", up to adding one number to all logits, which softmax does not see" : "";
        equations.add(weights + bias + softmax + " (" + size(layer) + ").");
        before = after;
    }

    private String bias(String w, String after) {
        String b = "b" + Scripts.lowered(dense);
        return affine
                ? " and " + w + " u(g) + " + b + " = " + after + "(g) " + b
                        + " + c(g), where u and c are the shifts of the two actions"
                : " and " + b + " = " + after + "(g) " + b;
    }

    private void entrywise(Layer.Entrywise units) {
        String name = units.uniform().map(Object::toString).orElse("the activation");
        String after = before.startsWith(RHO) ? before + "\u2032" : RHO + Scripts.lowered(dense);
        equations.add(name + "(" + before + "(g) z) = " + after + "(g) " + name + "(z) for every z: " + before
                + "(g) lies in the latent group of the units.");
        before = after;
    }

    private static String size(Layer.Dense layer) {
        String weights = Numbers.count((long) layer.inputs() * layer.outputs(), "weight");
        String biases = Numbers.count(layer.outputs()) + (layer.outputs() == 1 ? " bias" : " biases");
        return layer.hasBias() ? weights + " and " + biases : weights;
    }

    private static String relators(Subject subject) {
        int relators = subject.result().symmetry().group().relators().size();
        return relators == 0
                ? "The group is the one that the given actions generate; no relations were stated."
                : "The relations of the group hold for the matrices of every layer, before and after its activation ("
                        + Numbers.count(relators, "relation") + ").";
    }
}
