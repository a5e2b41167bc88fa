package io.intertwine.match;

import io.intertwine.activation.UnitGroup;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.match.UniqueMatching.Edge;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.UnitwiseGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Gauge matching in doubles (theory: {@link io.intertwine.find.GaugeMatching}): for one generator, the action on every latent space,
 * found forward through the layers, with the relative residual of every layer.
 */
final class GaugeLifting {
    private final BalancedNetwork network;
    private final Tolerance tolerance;
    private final Map<Integer, RowMatching> matchings = new LinkedHashMap<>();
    private final Map<Integer, LinearLift> linear = new LinkedHashMap<>();

    /** What was found for one generator. */
    sealed interface Result {
        /**
         * An action on every latent space, at the given weights.
         *
         * @param actions one for every inner map of the latent model
         * @param residuals one for every map of the latent model
         * @param forced whether no other action is within the tolerance
         * @param remarks how ambiguities were resolved
         */
        record Lifted(List<LatentAction> actions, List<Double> residuals, boolean forced, List<String> remarks)
                implements Result {}

        /** How far matching came and why no further. */
        record Blocked(String reason) implements Result {}
    }

    /** A layer that stops the search. */
    private static final class BlockedException extends Exception {
        private final String reason;

        BlockedException(String reason) {
            super(reason);
            this.reason = reason;
        }
    }

    GaugeLifting(BalancedNetwork network, Tolerance tolerance) {
        this.network = network;
        this.tolerance = tolerance;
        List<Layer> layers = network.layers();
        for (int i = 0; i + 1 < layers.size(); i++) {
            if (layers.get(i) instanceof Layer.Dense && network.feedsUnits(i)) {
                matchings.put(
                        i, new RowMatching(network.weights(i), network.stacks(i), network.inactive(i), tolerance));
            } else if (layers.get(i) instanceof Layer.Dense && layers.get(i + 1) instanceof Layer.Dense) {
                linear.put(i, new LinearLift(network.weights(i)));
            }
        }
    }

    /** The action of a group element on the latent spaces, given its actions on the inputs and the outputs. */
    Result lift(AffineMap input, AffineMap output) {
        Walk walk = new Walk(input, output);
        try {
            walk.run();
        } catch (BlockedException blocked) {
            return new Result.Blocked(blocked.reason);
        }
        return new Result.Lifted(walk.actions, walk.residuals, walk.forced, walk.remarks);
    }

    /** One pass through the layers. */
    private final class Walk {
        private final AffineMap exactOutput;
        private final FloatingMap output;
        private final List<LatentAction> actions = new ArrayList<>();
        private final List<Double> residuals = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();
        private LatentAction current;
        private boolean forced = true;
        private boolean atOutput;

        Walk(AffineMap input, AffineMap output) {
            exactOutput = output;
            this.output = FloatingMap.from(output);
            current = new LatentAction.Exact(input);
        }

        void run() throws BlockedException {
            List<Layer> layers = network.layers();
            for (int i = 0; i < layers.size(); i++) {
                boolean last = i == layers.size() - 1;
                atOutput = last;
                if (layers.get(i) instanceof Layer.Entrywise units) {
                    passUnits(i, units, last);
                } else if (layers.get(i) instanceof Layer.Softmax) {
                    boolean dense = i > 0 && layers.get(i - 1) instanceof Layer.Dense;
                    passSoftmax(network.weights(dense ? i - 1 : i));
                } else if (last) {
                    passReadout(network.weights(i));
                } else if (!(layers.get(i + 1) instanceof Layer.Softmax)) {
                    passDense(i);
                }
            }
        }

        private void passUnits(int index, Layer.Entrywise units, boolean last) throws BlockedException {
            current = companion(units, current);
            if (!last) {
                residuals.add(0.0);
                actions.add(given(index, current));
            } else if (!current.equals(new LatentAction.Exact(exactOutput))) {
                require(
                        "the output action against the action after the last activation",
                        relativeDistance(given(index, current).map(), output));
            } else {
                residuals.add(0.0);
            }
        }

        private LatentAction companion(Layer.Entrywise units, LatentAction before) throws BlockedException {
            if (before instanceof LatentAction.Exact exact) {
                UnitwiseGroup group = new UnitwiseGroup(units.units());
                if (!group.contains(exact.exact())) {
                    throw blocked("the action before the activation is not in the latent group of its units");
                }
                return new LatentAction.Exact(group.companion(exact.exact()));
            }
            return new LatentAction.Estimated(GaugeLifting.companion(units, before.map()));
        }

        private void passDense(int index) throws BlockedException {
            DenseWeights rows = network.weights(index);
            DenseWeights moved = rows.moved(current.map());
            current = matchings.containsKey(index) ? matched(index, moved) : linear(index, moved);
            require("the layer's equation", rows.relativeDistance(moved, rows.followedBy(current.map())));
            actions.add(given(index, current));
        }

        private LatentAction matched(int index, DenseWeights moved) throws BlockedException {
            RowMatching.Outcome outcome = Objects.requireNonNull(matchings.get(index))
                    .match(moved, () -> OutgoingColumns.of(network, index, output));
            if (outcome instanceof RowMatching.Outcome.Failed failed) {
                throw blocked(failed.reason());
            }
            RowMatching.Outcome.Matched matched = (RowMatching.Outcome.Matched) outcome;
            if (!matched.forced()) {
                forced = false;
                remarks.add("latent space " + actions.size() + ": " + matched.remark());
            }
            return action(matched.edges(), network.stacks(index));
        }

        private LatentAction linear(int index, DenseWeights moved) throws BlockedException {
            FloatingMap map = Objects.requireNonNull(linear.get(index))
                    .lift(moved)
                    .orElseThrow(() -> blocked(
                            "the rows of a linear layer are dependent, so its latent action is not determined"));
            return new LatentAction.Estimated(map);
        }

        private void passReadout(DenseWeights rows) throws BlockedException {
            require(
                    "the output layer's equation",
                    rows.relativeDistance(rows.moved(current.map()), rows.followedBy(output)));
        }

        private void passSoftmax(DenseWeights rows) throws BlockedException {
            boolean permutes = exactOutput.isMonomial()
                    && exactOutput.isLinear()
                    && exactOutput.scales().stream().allMatch(Scalar::isOne);
            if (!permutes) {
                throw blocked("after a softmax the output action must be a permutation of the probabilities");
            }
            require(
                    "the equation of the logits modulo the all-ones vector",
                    rows.relativeDistanceModuloOnes(rows.moved(current.map()), rows.followedBy(output)));
        }

        private void require(String what, double residual) throws BlockedException {
            if (!tolerance.admits(residual)) {
                throw blocked(what + " holds only with relative residual " + residual);
            }
            residuals.add(residual);
        }

        private BlockedException blocked(String reason) {
            return new BlockedException(
                    (atOutput ? "at the output: " : "latent space " + actions.size() + ": ") + reason);
        }
    }

    private LatentAction given(int index, LatentAction balanced) {
        return balanced instanceof LatentAction.Exact
                ? balanced
                : new LatentAction.Estimated(network.atGivenWeights(index, balanced.map()));
    }

    /** The action that edges describe; exact where no unit has a free scale. */
    private static LatentAction action(List<Edge> edges, List<UnitStack> units) {
        int[] images = edges.stream().mapToInt(Edge::target).toArray();
        Permutation permutation = Permutation.of(images);
        if (units.stream().anyMatch(UnitStack::isFree)) {
            double[] scales = edges.stream().mapToDouble(Edge::scale).toArray();
            double[] shift = new double[images.length];
            for (Edge edge : edges) {
                UnitStack unit = units.get(edge.source());
                shift[edge.target()] = unit.centre() * (1 - edge.scale()) + edge.turns() * unit.period();
            }
            return new LatentAction.Estimated(FloatingMap.monomial(permutation, scales, shift));
        }
        List<Scalar> scales = new ArrayList<>();
        List<Scalar> shift = new ArrayList<>(Collections.nCopies(images.length, Scalar.ZERO));
        for (Edge edge : edges) {
            Scalar sign = edge.scale() < 0 ? Scalar.MINUS_ONE : Scalar.ONE;
            UnitMap element = units.get(edge.source()).element(sign, edge.turns());
            scales.add(element.scale());
            shift.set(edge.target(), element.shift());
        }
        return new LatentAction.Exact(AffineMap.monomial(permutation, scales, shift));
    }

    /** chi(K) for a monomial map in doubles. */
    private static FloatingMap companion(Layer.Entrywise units, FloatingMap before) {
        double[] scales = new double[before.dimension()];
        double[] shift = new double[scales.length];
        for (int j = 0; j < scales.length; j++) {
            UnitGroup group = units.units().get(j).group();
            int image = before.permutation().apply(j);
            double centre = Rounded.from(group.centre());
            double period = Rounded.from(group.period());
            double rest = before.shift(image) - centre * (1 - before.scale(j));
            double turns = period > 0 ? Math.rint(rest / period) : 0;
            double factor = UnitStack.companion(group, before.scale(j));
            double turn = UnitStack.turn(group, turns);
            double step = Rounded.from(group.turn().shift());
            double base = Rounded.from(group.turn().scale());
            scales[j] = turn * factor;
            shift[image] = turn * Rounded.from(group.value()) * (1 - factor)
                    + (base == 1 ? turns * step : step * (1 - turn) / (1 - base));
        }
        return FloatingMap.monomial(before.permutation(), scales, shift);
    }

    /** The largest difference of two maps in an entry, relative to the largest entry of the second. */
    private static double relativeDistance(FloatingMap found, FloatingMap expected) {
        double largest = 0;
        double scale = Double.MIN_NORMAL;
        for (int i = 0; i < expected.dimension(); i++) {
            largest = Math.max(largest, Math.abs(found.shift(i) - expected.shift(i)));
            for (int j = 0; j < expected.dimension(); j++) {
                largest = Math.max(largest, Math.abs(found.entry(i, j) - expected.entry(i, j)));
                scale = Math.max(scale, Math.abs(expected.entry(i, j)));
            }
        }
        return largest / scale;
    }
}
