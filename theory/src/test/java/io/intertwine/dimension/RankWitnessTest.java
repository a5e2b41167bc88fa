package io.intertwine.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.net.Architecture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters at which many derivatives are independent. */
class RankWitnessTest {
    private static final Activation RELU = Activations.requireNamed("relu");
    private static final long BUDGET = 30_000_000;

    private static RankWitness witness(Architecture architecture, int goal) {
        return RankWitness.of(architecture, goal, 1, BUDGET).orElseThrow();
    }

    @ParameterizedTest(name = "({0}) has {1} parameters and reaches {2}")
    @CsvSource({
        "2 2 1, 9, 7",
        "3 3 1, 16, 13",
        "2 2 2 1, 15, 11",
        "2 3 3 1, 25, 19",
        "3 2 2 1, 17, 13",
        "2 2 2 2 1, 21, 15",
        "3 3 3 3 1, 40, 31",
        "1 2 2 1, 13, 9",
        "1 2 2 2 1, 19, 13",
        "1 3 3 1, 22, 16",
        "1 1 2 2 1, 15, 10",
        "2 1 2 2 1, 16, 11",
        "2 2 1 1 1, 13, 9",
        "2 2 1 1 2 1, 18, 12",
        "2 1 1 1 1, 9, 5",
        "1 1 1 1 1, 8, 4",
        "3 1 1 1 1 1, 12, 6",
        "2 1 1 1 2 1, 14, 8",
        "2 2 1 1 1 2 1, 20, 12",
        "2 1 1 2 1, 12, 8",
    })
    void theLargestRankOfTheTableIsReached(String widths, int parameters, int largest) {
        Architecture architecture = Families.family(RELU, true, widths);
        assertThat(architecture.parameters()).isEqualTo(parameters);
        RankWitness found = witness(architecture, largest);
        assertThat(found.rank()).isEqualTo(largest);
        assertThat(Families.rank(found)).isEqualTo(largest);
        assertThat(Architecture.of(found.network())).isEqualTo(architecture);
    }

    @Test
    void wideLayersReachAllButTheScalings() {
        List<List<Integer>> all = Families.wide(60);
        List<List<Integer>> some = new ArrayList<>();
        for (int k = 0; k < all.size(); k += 57) {
            some.add(all.get(k));
        }
        requireFull(some);
    }

    @Test
    @Tag("slow")
    void allWideLayersReachAllButTheScalings() {
        List<List<Integer>> all = Families.wide(60);
        assertThat(all).hasSize(8485);
        requireFull(all);
    }

    private static void requireFull(List<List<Integer>> families) {
        List<List<Integer>> missed = new ArrayList<>();
        for (List<Integer> widths : families) {
            Architecture architecture = Architecture.ofWidths(widths, List.of(RELU), true);
            int full = (int) architecture.parameters() - Families.hidden(widths);
            RankWitness found = witness(architecture, full);
            if (Families.rank(found) < full || !Architecture.of(found.network()).equals(architecture)) {
                missed.add(widths);
            }
        }
        assertThat(missed).isEmpty();
    }
}
