package io.intertwine.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The only perfect matching of a bipartite graph, if there is exactly one. A bipartite graph with exactly one perfect matching has a
 * vertex with exactly one edge, and so has what remains when that edge's ends are taken away: peeling finds it in linear time. Two
 * edges between the same vertices are two choices.
 *
 * @param chosen the edges that are in every perfect matching, as far as peeling came
 * @param rest the edges between vertices that are left
 * @param lonely the first target without an edge, or -1
 * @param lonelySource the first source without an edge, or -1
 */
record UniqueMatching(List<Edge> chosen, List<Edge> rest, int lonely, int lonelySource) {
    /**
     * A possible partner: row {@code target} of the moved layer is about {@code scale} times row {@code source} of the layer.
     *
     * @param source the unit j of the layer
     * @param target the row i = p(j) of the moved layer
     * @param scale the factor a
     * @param turns the number n of periods in the translation
     * @param distance the relative residual of the row's equation
     */
    record Edge(int source, int target, double scale, long turns, double distance) {}

    /** Whether there is a perfect matching and only one. */
    boolean isUnique() {
        return rest.isEmpty() && !isImpossible();
    }

    /** Whether some vertex certainly has no partner. */
    boolean isImpossible() {
        return lonely >= 0 || lonelySource >= 0;
    }

    /** Peels the graph with the given vertices: {@code true} at those that take part. */
    static UniqueMatching of(boolean[] sources, boolean[] targets, List<Edge> edges) {
        return new Peeling(sources, targets, edges).run();
    }

    private static final class Peeling {
        private final int size;
        private final List<Edge> edges;
        private final List<List<Integer>> incident = new ArrayList<>();
        private final int[] degree;
        private final boolean[] open;
        private final boolean[] removed;
        private final Deque<Integer> pendant = new ArrayDeque<>();
        private final List<Edge> chosen = new ArrayList<>();

        /** Sources are the vertices 0, ..., size - 1 and targets the vertices size, size + 1, ... */
        Peeling(boolean[] sources, boolean[] targets, List<Edge> edges) {
            size = sources.length;
            this.edges = edges;
            degree = new int[2 * size];
            open = new boolean[2 * size];
            removed = new boolean[edges.size()];
            for (int vertex = 0; vertex < 2 * size; vertex++) {
                open[vertex] = vertex < size ? sources[vertex] : targets[vertex - size];
                incident.add(new ArrayList<>());
            }
            for (int e = 0; e < edges.size(); e++) {
                for (int vertex : ends(e)) {
                    incident.get(vertex).add(e);
                    degree[vertex]++;
                }
            }
        }

        private int[] ends(int edge) {
            return new int[] {edges.get(edge).source, size + edges.get(edge).target};
        }

        UniqueMatching run() {
            for (int vertex = 0; vertex < open.length; vertex++) {
                if (open[vertex] && degree[vertex] == 1) {
                    pendant.add(vertex);
                }
            }
            while (!pendant.isEmpty()) {
                int vertex = pendant.remove();
                if (open[vertex] && degree[vertex] == 1) {
                    choose(onlyEdge(vertex));
                }
            }
            List<Edge> rest = new ArrayList<>();
            for (int e = 0; e < edges.size(); e++) {
                if (!removed[e]) {
                    rest.add(edges.get(e));
                }
            }
            return new UniqueMatching(chosen, rest, lonely(size), lonely(0));
        }

        private int onlyEdge(int vertex) {
            for (int e : incident.get(vertex)) {
                if (!removed[e]) {
                    return e;
                }
            }
            throw new IllegalStateException("a vertex of degree 1 has an edge");
        }

        private void choose(int edge) {
            chosen.add(edges.get(edge));
            for (int vertex : ends(edge)) {
                open[vertex] = false;
                for (int e : incident.get(vertex)) {
                    remove(e);
                }
            }
        }

        private void remove(int edge) {
            if (removed[edge]) {
                return;
            }
            removed[edge] = true;
            for (int vertex : ends(edge)) {
                degree[vertex]--;
                if (open[vertex] && degree[vertex] == 1) {
                    pendant.add(vertex);
                }
            }
        }

        private int lonely(int first) {
            for (int vertex = first; vertex < first + size; vertex++) {
                if (open[vertex] && degree[vertex] == 0) {
                    return vertex - first;
                }
            }
            return -1;
        }
    }
}
