package io.intertwine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.match.UniqueMatching.Edge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UniqueMatchingTest {
    private static UniqueMatching peel(int size, List<Edge> edges) {
        boolean[] all = new boolean[size];
        Arrays.fill(all, true);
        return UniqueMatching.of(all, all, edges);
    }

    private static Edge edge(int source, int target) {
        return new Edge(source, target, 1, 0, 0);
    }

    /** The number of perfect matchings, by trying all. */
    private static int count(int size, List<Edge> edges, int source, int usedTargets) {
        if (source == size) {
            return 1;
        }
        int count = 0;
        for (Edge edge : edges) {
            if (edge.source() == source && (usedTargets & (1 << edge.target())) == 0) {
                count += count(size, edges, source + 1, usedTargets | (1 << edge.target()));
            }
        }
        return count;
    }

    @Test
    void aMatchingIsFoundExactlyWhereThereIsOnlyOne() {
        SplittableRandom random = new SplittableRandom(5);
        int unique = 0;
        for (int trial = 0; trial < 3000; trial++) {
            int size = 1 + random.nextInt(6);
            List<Edge> edges = new ArrayList<>();
            for (int k = random.nextInt(3 * size); k >= 0; k--) {
                edges.add(edge(random.nextInt(size), random.nextInt(size)));
            }
            UniqueMatching result = peel(size, edges);
            int matchings = count(size, edges, 0, 0);
            assertThat(result.isUnique()).isEqualTo(matchings == 1);
            assertThat(result.isImpossible() && matchings > 0).isFalse();
            unique += matchings == 1 ? 1 : 0;
        }
        assertThat(unique).isGreaterThan(100);
    }

    @Test
    void twoEdgesBetweenTheSameUnitsAreTwoChoices() {
        List<Edge> both = List.of(new Edge(0, 0, 1, 0, 0), new Edge(0, 0, -1, 0, 0));
        UniqueMatching result = peel(1, both);
        assertThat(result.isUnique()).isFalse();
        assertThat(result.rest()).hasSize(2);
    }

    @Test
    void chainsOfForcedChoicesAreFollowed() {
        List<Edge> chain = List.of(edge(0, 0), edge(0, 1), edge(1, 1), edge(1, 2), edge(2, 2));
        assertThat(peel(3, chain).chosen()).containsExactlyInAnyOrder(edge(0, 0), edge(1, 1), edge(2, 2));
    }
}
