package io.intertwine.match;

import io.intertwine.match.UniqueMatching.Edge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Matches the rows of a moved layer with the rows of the layer, each up to its unit's group. A matching is accepted only if it is the
 * only bijection between rows that are within the tolerance of each other; so it is at once the best one for every cost. Where several
 * rows are within the tolerance, inactive units stay where they are, outgoing weights may decide, and after that a partner is recognised
 * if every other candidate is {@link Tolerance#SEPARATION} times as far; otherwise the answer is that the units cannot be told apart.
 */
final class RowMatching {
    private static final int NAMED_UNITS = 6;

    private final RowCandidates candidates;
    private final boolean[] inactive;
    private final Tolerance tolerance;

    /** What matching found. */
    sealed interface Outcome {
        /**
         * A bijection: one edge for every unit, ordered by unit.
         *
         * @param edges the edges
         * @param forced whether no other bijection is within the tolerance
         * @param remark how ambiguity was resolved, as a sentence, or empty
         */
        record Matched(List<Edge> edges, boolean forced, String remark) implements Outcome {}

        /** No bijection was accepted, and why. */
        record Failed(String reason) implements Outcome {}
    }

    /**
     * For one layer.
     *
     * @param rows the layer
     * @param units the activations of each unit
     * @param inactive the units that may stay where they are
     * @param tolerance the tolerance
     */
    RowMatching(DenseWeights rows, List<UnitStack> units, boolean[] inactive, Tolerance tolerance) {
        candidates = new RowCandidates(rows, units);
        this.inactive = inactive;
        this.tolerance = tolerance;
    }

    /** Matches the rows of a moved layer; outgoing columns are only asked for where rows alone do not decide. */
    Outcome match(DenseWeights movedRows, Supplier<OutgoingColumns> outgoing) {
        RowCandidates.Moved moved = candidates.new Moved(movedRows);
        List<Edge> edges = moved.within(tolerance.relative());
        if (edges.size() >= RowCandidates.MOST) {
            return new Outcome.Failed("too many rows are within the tolerance of each other");
        }
        return new Attempt(moved).match(edges, outgoing);
    }

    private final class Attempt {
        private final RowCandidates.Moved moved;
        private final boolean[] sources;
        private final boolean[] targets;
        private final List<Edge> chosen = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        Attempt(RowCandidates.Moved moved) {
            this.moved = moved;
            sources = new boolean[inactive.length];
            targets = new boolean[inactive.length];
            Arrays.fill(sources, true);
            Arrays.fill(targets, true);
        }

        Outcome match(List<Edge> edges, Supplier<OutgoingColumns> outgoing) {
            UniqueMatching peeled = peel(edges);
            if (peeled.isUnique() || peeled.isImpossible()) {
                return outcome(peeled, "");
            }
            peeled = peel(withoutInactive(peeled.rest()));
            if (peeled.isUnique() || peeled.isImpossible()) {
                return outcome(peeled, "");
            }
            return amongAlike(peeled.rest(), outgoing.get());
        }

        private Outcome amongAlike(List<Edge> edges, OutgoingColumns outgoing) {
            long alike = edges.stream().mapToInt(Edge::target).distinct().count();
            UniqueMatching peeled = peel(withOutgoing(edges, outgoing));
            if (peeled.isImpossible()) {
                return outcome(peeled, " with outgoing weights that fit");
            }
            if (!peeled.isUnique()) {
                peeled = separated(peeled);
            }
            if (!peeled.isUnique()) {
                return new Outcome.Failed("cannot be told apart within the tolerance: " + names(peeled.rest())
                        + "; a smaller tolerance, or merging clones first, may decide");
            }
            remarks.add(alike
                    + " rows have several candidates within the tolerance; their outgoing weights, or candidates at least "
                    + Tolerance.SEPARATION + " times nearer than all others, decide");
            return outcome(peeled, "");
        }

        /** Takes over what is forced. */
        private UniqueMatching peel(List<Edge> edges) {
            UniqueMatching peeled = UniqueMatching.of(sources, targets, edges);
            chosen.addAll(peeled.chosen());
            for (Edge edge : peeled.chosen()) {
                sources[edge.source()] = false;
                targets[edge.target()] = false;
            }
            return peeled;
        }

        private List<Edge> withoutInactive(List<Edge> edges) {
            List<Edge> staying = edges.stream()
                    .filter(edge -> edge.source() == edge.target() && inactive[edge.source()] && edge.scale() > 0)
                    .toList();
            for (Edge edge : staying) {
                chosen.add(edge);
                sources[edge.source()] = false;
                targets[edge.target()] = false;
            }
            if (!staying.isEmpty()) {
                remarks.add(staying.size() + " units without influence stay where they are");
            }
            return edges.stream()
                    .filter(edge -> sources[edge.source()] && targets[edge.target()])
                    .toList();
        }

        private List<Edge> withOutgoing(List<Edge> edges, OutgoingColumns outgoing) {
            List<Edge> result = new ArrayList<>();
            for (Edge edge : edges) {
                double distance = Math.max(edge.distance(), outgoing.distance(edge));
                if (tolerance.admits(distance)) {
                    result.add(new Edge(edge.source(), edge.target(), edge.scale(), edge.turns(), distance));
                }
            }
            return result;
        }

        /** Halves the tolerance until the matching is unique, and accepts it if partners are clearly nearer than the rest. */
        private UniqueMatching separated(UniqueMatching stuck) {
            double limit = tolerance.relative() / 2;
            for (; limit > Double.MIN_NORMAL; limit /= 2) {
                double bound = limit;
                List<Edge> near = stuck.rest().stream()
                        .filter(edge -> edge.distance() <= bound)
                        .toList();
                UniqueMatching peeled = UniqueMatching.of(sources, targets, near);
                boolean clear =
                        peeled.chosen().stream().allMatch(edge -> edge.distance() <= bound / Tolerance.SEPARATION);
                if (peeled.isImpossible()) {
                    return stuck;
                }
                if (peeled.isUnique() && clear) {
                    return peel(near);
                }
            }
            return stuck;
        }

        private Outcome outcome(UniqueMatching peeled, String condition) {
            if (peeled.lonely() >= 0) {
                int target = peeled.lonely();
                return new Outcome.Failed("the row of unit " + target
                        + ", moved by the action, has no free row within the tolerance" + condition
                        + "; the nearest of all rows is at relative residual " + moved.nearest(target));
            }
            if (peeled.lonelySource() >= 0) {
                return new Outcome.Failed(
                        "no moved row is within the tolerance of the row of unit " + peeled.lonelySource() + condition);
            }
            List<Edge> ordered = chosen.stream()
                    .sorted(Comparator.comparingInt(Edge::source))
                    .toList();
            return new Outcome.Matched(ordered, remarks.isEmpty(), String.join("; ", remarks));
        }

        private String names(List<Edge> edges) {
            List<Integer> units =
                    edges.stream().map(Edge::target).distinct().sorted().toList();
            String list = units.stream().limit(NAMED_UNITS).map(String::valueOf).collect(Collectors.joining(", "));
            return "units " + list + (units.size() > NAMED_UNITS ? ", ... (" + units.size() + ")" : "");
        }
    }
}
