package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.certificate.Certificate;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functional dimension at parameters. */
class DerivativeRankTest {
    private static final Activation RELU = Activations.requireNamed("relu");

    private static DerivativeRank rank(Network network) {
        return DerivativeRank.of(network, RegionSearch.BUDGET, 1).orElseThrow();
    }

    private static int[] widths(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    @ParameterizedTest(name = "({0}) reaches {3} of {1} parameters")
    @CsvSource({
        "2 2 1, 9, 2, 7",
        "3 3 1, 16, 3, 13",
        "2 2 2 1, 15, 4, 11",
        "2 3 3 1, 25, 6, 19",
        "3 2 2 1, 17, 4, 13",
        "1 2 2 1, 13, 4, 9",
        "2 2 2 2 1, 21, 6, 15",
        "2 1 1 1 1, 9, 3, 5",
        "1 1 1 1 1, 8, 3, 4",
        "2 1 1 1 2 1, 14, 5, 8",
    })
    void theLargestRankIsThatOfTheTable(String architecture, int parameters, int scalings, int largest) {
        Random random = new Random(8);
        int best = 0;
        for (int run = 0; run < 1500 && best < parameters - scalings && best < largest + 1; run++) {
            DerivativeRank found = rank(Samples.network(random, RELU, widths(architecture)));
            assertThat(found.parameters()).isEqualTo(parameters);
            // Units whose weights and bias happen to be all zero are not scaled.
            assertThat(found.scalings()).isLessThanOrEqualTo(scalings);
            assertThat(found.isComplete()).isTrue();
            assertThat(found.rank()).isLessThanOrEqualTo(largest);
            best = Math.max(best, found.rank());
        }
        assertThat(best).isEqualTo(largest);
    }

    @Test
    void fullRanksAreProvedToBeLocallyIdentifiable() {
        Random random = new Random(9);
        int proved = 0;
        for (int run = 0; run < 20; run++) {
            Network network = Samples.network(random, RELU, 2, 3, 2, 1);
            DerivativeRank found = rank(network);
            List<Certificate.IndependentDerivatives> certificates =
                    found.certificate(network).stream().toList();
            assertThat(certificates).hasSize(found.isFull() ? 1 : 0);
            for (Certificate certificate : certificates) {
                assertThat(Proof.of(new ParameterClaim.LocallyIdentifiable(network), certificate))
                        .isPresent();
                proved++;
            }
        }
        assertThat(proved).isPositive();
    }

    @Test
    void theRankDoesNotChangeUnderSymmetries() {
        Random random = new Random(10);
        for (int run = 0; run < 20; run++) {
            Network network = Samples.network(random, RELU, 2, 2, 2, 1);
            assertThat(rank(Samples.disguised(random, network)).rank())
                    .isEqualTo(rank(network).rank());
        }
    }

    @Test
    void mixedActivationsAndMissingBiasesAreCounted() {
        Layer.Entrywise mixed = new Layer.Entrywise(
                List.of(RELU, Activations.leakyRelu(Scalar.of(1, 5)), Activations.requireNamed("hardtanh")));
        Network network = new Network(List.of(
                new Layer.Dense(NetworkBuilder.matrix("1 2; 3 -1; 1 1"), List.of()),
                mixed,
                new Layer.Dense(NetworkBuilder.matrix("2 1 3"), List.of())));
        DerivativeRank found = rank(network);
        assertThat(found)
                .extracting(DerivativeRank::parameters, DerivativeRank::scalings)
                .containsExactly(9, 2);
        assertThat(found.rank()).isEqualTo(7);
        assertThat(found.isFull()).isTrue();
    }

    @Test
    void aSmallRegionFarAwayIsVisited() {
        // The middle unit is active on a strip of width 2^-30 only.
        Network network = new NetworkBuilder()
                .dense("1; 1", "-1000000 -1000000000001/1000000")
                .activation("relu")
                .dense("-1 -1000000", "1/1000000")
                .activation("relu")
                .dense("1", "0")
                .build();
        DerivativeRank found = rank(network);
        assertThat(found.isComplete()).isTrue();
        assertThat(found.points())
                .anyMatch(point ->
                        point.get(0).subtract(Scalar.of(1_000_000)).abs().compareTo(Scalar.of(1, 100)) < 0);
    }

    @Test
    void aDeadNetworkHasItsOutputBiasOnly() {
        Network dead = new NetworkBuilder()
                .dense("1; 2", "0 1")
                .activation("relu")
                .dense("-1 -1; -1 -2", "-1 -2")
                .activation("relu")
                .dense("1 1", "3")
                .build();
        DerivativeRank found = rank(dead);
        assertThat(found.rank()).isEqualTo(1);
        assertThat(found.isComplete()).isTrue();
        assertThat(found.certificate(dead)).isEmpty();
    }

    @Test
    void withoutBudgetTheRankIsALowerBound() {
        Network network = Samples.network(new Random(12), RELU, 3, 12, 12, 1);
        List<Layer> layers = new ArrayList<>(network.layers());
        // A dead unit in the last hidden layer keeps the rank below D - h.
        Layer.Dense last = (Layer.Dense) layers.get(2);
        List<Scalar> biases = new ArrayList<>(last.biases());
        biases.set(0, Scalar.of(-1_000_000_000));
        layers.set(2, new Layer.Dense(last.weight(), biases));
        DerivativeRank found =
                DerivativeRank.of(new Network(layers), 100_000, 1).orElseThrow();
        assertThat(found.isComplete()).isFalse();
        assertThat(found.isFull()).isFalse();
    }

    @Test
    void otherNetworksHaveNoRank() {
        Network tanh =
                new NetworkBuilder().dense("1").activation("tanh").dense("1").build();
        assertThat(DerivativeRank.of(tanh, RegionSearch.BUDGET, 1)).isEmpty();
        Network prime = new NetworkBuilder().dense("1/2305843009213693951").build();
        assertThat(DerivativeRank.of(prime, RegionSearch.BUDGET, 1)).isEmpty();
    }
}
