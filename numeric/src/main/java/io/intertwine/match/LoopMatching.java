package io.intertwine.match;

import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * A matching of least cost in a complete graph with loops, the cost of a pair counted twice and that of a loop once, exactly, by the Blossom V algorithm of JGraphT (V. Kolmogorov, Mathematical
 * Programming Computation 1, 2009).
 *
 * <p>Two copies of the graph, with an edge of the cost of the loop between a vertex and its twin, make loops ordinary edges: a matching,
 * taken in both copies, gives a perfect matching of the double graph of the same cost. Every perfect matching of the double graph consists
 * of two matchings with loops at the same vertices, and the better of the two, taken in both copies, costs no more.
 *
 * <p>Few edges suffice: those that are cheap for the prices of an assignment. The dual solution is then checked against all edges, and those
 * that it violates are added, until there are none. The lower bound comes from that dual solution alone.
 */
final class LoopMatching {
    /** The cheapest edges that each vertex brings; all of them in graphs up to about this size. */
    private static final int CHEAPEST = 10;

    private static final int ROUNDS = 40;

    /** Costs are brought to this size, for which the library's own tolerance of 1e-9 is rounding. */
    private static final double SIZE = 1000;

    /** A violated edge counts from here on, in those units. */
    private static final double VIOLATION = 1e-7;

    private final int n;
    private final DoubleMatrix costs;
    private final double factor;
    private final boolean[] included;
    private final int[] partners;
    private double lowerBound = Double.NEGATIVE_INFINITY;

    private LoopMatching(DoubleMatrix costs) {
        this.costs = costs;
        n = costs.rows();
        double largest = Arrays.stream(costs.entries()).map(Math::abs).max().orElse(0);
        factor = largest > 0 ? SIZE / largest : 1;
        included = new boolean[n * n];
        partners = new int[n];
    }

    /** The best one; empty if the library fails. */
    static Optional<LoopMatching> tryOf(DoubleMatrix costs, Assignment assignment) {
        LoopMatching matching = new LoopMatching(costs);
        matching.choose(assignment);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                if (!matching.solve()) {
                    return Optional.of(matching);
                }
            }
            return Optional.empty();
        } catch (IllegalStateException | IllegalArgumentException failed) {
            // the library gives up on what it takes for an impossible graph, by rounding
            return Optional.empty();
        }
    }

    private double cost(int i, int j) {
        return costs.get(i, j) * factor;
    }

    private void choose(Assignment assignment) {
        for (int i = 0; i < n; i++) {
            int row = i;
            double[] reduced = new double[n];
            Arrays.setAll(
                    reduced,
                    j -> 2 * costs.get(row, j)
                            - assignment.rowPrice(row)
                            - assignment.columnPrice(j)
                            - assignment.rowPrice(j)
                            - assignment.columnPrice(row));
            double[] sorted = reduced.clone();
            Arrays.sort(sorted);
            double limit = sorted[Math.min(n - 1, CHEAPEST)];
            for (int j = 0; j < n; j++) {
                if (j != i && (reduced[j] <= limit || assignment.column(i) == j)) {
                    include(i, j);
                }
            }
        }
    }

    private void include(int i, int j) {
        included[i * n + j] = true;
        included[j * n + i] = true;
    }

    /** One round; whether edges were violated and added. */
    private boolean solve() {
        Graph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        for (int vertex = 0; vertex < 2 * n; vertex++) {
            graph.addVertex(vertex);
        }
        for (int i = 0; i < n; i++) {
            add(graph, i, n + i, cost(i, i));
            for (int j = i + 1; j < n; j++) {
                if (included[i * n + j]) {
                    add(graph, i, j, cost(i, j));
                    add(graph, n + i, n + j, cost(i, j));
                }
            }
        }
        KolmogorovWeightedPerfectMatching<Integer, DefaultWeightedEdge> solver =
                new KolmogorovWeightedPerfectMatching<>(graph);
        int[] matched = new int[2 * n];
        double[] pairs = new double[2];
        for (DefaultWeightedEdge edge : solver.getMatching().getEdges()) {
            int a = graph.getEdgeSource(edge);
            int b = graph.getEdgeTarget(edge);
            matched[a] = b;
            matched[b] = a;
            if (Math.abs(a - b) != n) {
                pairs[a / n] += cost(a % n, b % n);
            }
        }
        int better = pairs[1] < pairs[0] ? n : 0;
        Arrays.setAll(partners, i -> matched[better + i] % n);
        return check(solver.getDualSolution().getDualVariables());
    }

    private static void add(Graph<Integer, DefaultWeightedEdge> graph, int i, int j, double cost) {
        graph.setEdgeWeight(graph.addEdge(i, j), cost);
    }

    /** Checks the dual solution against all edges of the double graph; whether violated ones were added. */
    private boolean check(Map<Set<Integer>, Double> dual) {
        double[] prices = new double[2 * n];
        double sum = 0;
        List<Set<Integer>> sets = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Map.Entry<Set<Integer>, Double> entry : dual.entrySet()) {
            boolean single = entry.getKey().size() == 1;
            double value = single ? entry.getValue() : Math.max(0, entry.getValue());
            sum += value;
            entry.getKey().forEach(vertex -> prices[vertex] += value);
            if (!single && value > 0) {
                sets.add(Set.copyOf(entry.getKey()));
                values.add(value);
            }
        }
        double worst = 0;
        boolean added = false;
        for (int copy = 0; copy <= n; copy += n) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    double slack = cost(i, j) - prices[copy + i] - prices[copy + j];
                    if (slack < 0) {
                        slack += common(sets, values, copy + i, copy + j);
                    }
                    worst = Math.min(worst, slack);
                    if (slack < -VIOLATION && !included[i * n + j]) {
                        include(i, j);
                        added = true;
                    }
                }
            }
        }
        for (int i = 0; i < n; i++) {
            double slack = cost(i, i) - prices[i] - prices[n + i] + common(sets, values, i, n + i);
            worst = Math.min(worst, slack);
        }
        // Lowering all 2 n prices of vertices by half of the worst violation makes the solution feasible.
        lowerBound = (sum + n * worst) / factor;
        return added;
    }

    /** Twice the values of the sets that contain both ends: the edge does not leave them. */
    private static double common(List<Set<Integer>> sets, List<Double> values, int a, int b) {
        return IntStream.range(0, sets.size())
                .filter(k -> sets.get(k).contains(a) && sets.get(k).contains(b))
                .mapToDouble(k -> 2 * values.get(k))
                .sum();
    }

    /** The partner of each vertex, itself for a loop. */
    int[] partners() {
        return partners.clone();
    }

    /** No matching costs less, pairs counted twice and loops once. */
    double lowerBound() {
        return lowerBound;
    }
}
