package io.intertwine.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.exact.ModularEchelon;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import io.intertwine.net.ParameterDerivatives;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
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

    @ParameterizedTest(name = "{0}: ({1}) reaches {2}")
    @CsvSource({
        "abs, 2 2 1, 7",
        "abs, 1 1 1 1 1, 5",
        "abs, 2 3 3 2, 23",
        "abs, 2 2 2 2 2 1, 19",
        "leaky_relu, 2 1 1 1 1, 6",
        "leaky_relu, 3 4 4 2, 38",
        "hardtanh, 2 2 1, 9",
        "hardtanh, 1 3 3 1, 22",
        "hardtanh, 3 2 4 2, 30",
        "hardtanh, 2 2 2 2 2 1, 27",
        "relu6, 2 3 2 1, 20",
    })
    void otherActivationsReachTheirBound(String name, String widths, int bound) {
        Activation activation =
                name.equals("leaky_relu") ? Activations.leakyRelu(Scalar.of(1, 5)) : Activations.requireNamed(name);
        RankWitness found = witness(Families.family(activation, true, widths), bound);
        assertThat(Families.rank(found)).isEqualTo(bound).isEqualTo(found.rank());
    }

    @Test
    void familiesWithoutBiasesReachTheirBound() {
        List<List<Integer>> missed = new ArrayList<>();
        List<List<Integer>> all = Families.withoutBiases(14);
        for (int k = 0; k < all.size(); k += 23) {
            int bound = Families.boundWithoutBiases(all.get(k));
            Architecture architecture = Architecture.ofWidths(all.get(k), List.of(RELU), false);
            RankWitness more = RankWitness.of(architecture, bound + 1, 1, 0).orElseThrow();
            assertThat(more.rank()).isLessThanOrEqualTo(bound);
            if (Families.rank(witness(architecture, bound)) < bound) {
                missed.add(all.get(k));
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void wideLayersOfHundredsOfParametersReachTheBound() {
        RankWitness found = witness(Families.family(RELU, true, "10 20 20 5"), 705);
        assertThat(Families.rank(found)).isEqualTo(705);
        RankWitness line = witness(Families.family(RELU, true, "1 10 10 1"), 121);
        assertThat(Families.rank(line)).isEqualTo(121);
    }

    @Test
    void unitsOfDifferentActivationsInARowAreComposed() {
        Activation abs = Activations.requireNamed("abs");
        Activation hardtanh = Activations.requireNamed("hardtanh");
        Architecture architecture = new Architecture(List.of(
                Layer.Entrywise.of(abs, 2),
                new LayerShape.Dense(2, 3, true),
                new Layer.Entrywise(List.of(abs, hardtanh, Activations.identity())),
                Layer.Entrywise.of(Activations.leakyRelu(Scalar.of(1, 5)), 3),
                new LayerShape.Dense(3, 2, true)));
        RankWitness found = witness(architecture, 15);
        assertThat(Architecture.of(found.network())).isEqualTo(architecture);
        // 17 parameters, and two units with positive scalings.
        assertThat(Families.rank(found)).isEqualTo(found.rank()).isEqualTo(15);
    }

    @Test
    void randomInputsUndercountAtTheSameParameter() {
        Architecture architecture = Families.family(RELU, true, "2 2 2 2 2 2 1");
        RankWitness found = witness(architecture, 23);
        assertThat(found.rank()).isEqualTo(23);
        ParameterDerivatives derivatives =
                ParameterDerivatives.of(found.network()).orElseThrow();
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            ModularEchelon span = new ModularEchelon(derivatives.parameters());
            for (int k = 0; k < 2 * derivatives.parameters(); k++) {
                List<Scalar> input = Stream.generate(random::nextGaussian)
                        .map(value -> Scalar.ofBinary64(Double.doubleToRawLongBits(value)))
                        .limit(2)
                        .toList();
                derivatives.at(input).orElseThrow().forEach(span::add);
            }
            assertThat(span.rank()).isLessThan(23);
        }
    }

    @Test
    void theSeedDeterminesTheResult() {
        Architecture architecture = Families.family(RELU, true, "2 3 2 1");
        RankWitness found = witness(architecture, 15);
        assertThat(witness(architecture, 15)).isEqualTo(found);
        RankWitness other = RankWitness.of(architecture, 15, 2, BUDGET).orElseThrow();
        assertThat(other.network()).isNotEqualTo(found.network());
    }

    @Test
    void everyPointRaisesTheRank() {
        RankWitness found = witness(Families.family(RELU, true, "3 3 3 2"), 26);
        assertThat(found.rank()).isEqualTo(26);
        for (List<Scalar> point : found.points()) {
            List<List<Scalar>> before = found.points().subList(0, found.points().indexOf(point));
            List<List<Scalar>> now = found.points().subList(0, before.size() + 1);
            assertThat(Families.rank(new RankWitness(found.network(), now, 0)))
                    .isGreaterThan(Families.rank(new RankWitness(found.network(), before, 0)));
        }
    }

    @Test
    void theSearchEndsAtTheGoalOrWhenTheBudgetIsSpent() {
        Architecture chain = Families.family(RELU, true, "1 1 1 1 1");
        assertThat(RankWitness.of(chain, 3, 1, BUDGET).orElseThrow().rank()).isEqualTo(3);
        assertThat(RankWitness.of(chain, 5, 1, 0).orElseThrow().rank()).isLessThan(5);
        assertThat(RankWitness.of(chain, 5, 1, 1_000_000).orElseThrow().rank()).isEqualTo(4);
    }

    @Test
    void linearNetworksHaveTheDimensionOfTheirMaps() {
        RankWitness found = witness(Families.family(Activations.identity(), true, "3 2 3"), 11);
        // Affine maps of rank 2 from R^3 to R^3: 2 (3 + 3 - 2) numbers and the image of 0.
        assertThat(found.rank()).isEqualTo(8 + 3);
    }

    @Test
    void otherFamiliesHaveNoWitness() {
        assertThat(RankWitness.of(Families.family(Activations.requireNamed("tanh"), true, "2 2 1"), 1, 1, BUDGET))
                .isEmpty();
        assertThat(RankWitness.of(Families.family(Activations.requireNamed("sign"), true, "2 2 1"), 1, 1, BUDGET))
                .isEmpty();
        Activation steep = Activations.leakyRelu(Scalar.of(1 << 20));
        assertThat(RankWitness.of(Families.family(steep, true, "2 2 1"), 1, 1, BUDGET))
                .isEmpty();
        Architecture softmax = new Architecture(List.of(new LayerShape.Dense(2, 2, true), new Layer.Softmax(2)));
        assertThat(RankWitness.of(softmax, 1, 1, BUDGET)).isEmpty();
        assertThat(RankWitness.of(Families.family(RELU, true, "40 50 1"), 1, 1, BUDGET))
                .isEmpty();
    }
}
