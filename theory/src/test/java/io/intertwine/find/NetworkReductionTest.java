package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkReductionTest {
    private static long hidden(Network network) {
        return network.layers().stream()
                .filter(Layer.Entrywise.class::isInstance)
                .mapToLong(Layer::outputs)
                .sum();
    }

    private static String number(SplittableRandom random) {
        return String.valueOf(random.nextInt(-4, 5));
    }

    @Test
    void chainsOfWidthOneNeedAtMostTwoLayers() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 60; trial++) {
            NetworkBuilder builder = new NetworkBuilder().dense("1 2", number(random));
            for (int layer = 0; layer < 4; layer++) {
                builder.activation("relu").dense(number(random), number(random));
            }
            Network network = builder.activation("relu").dense("3; -2", "1 1").build();
            ReducedNetwork reduced = NetworkReduction.of(network);
            assertThat(hidden(reduced.reduced())).isLessThanOrEqualTo(2);
            for (int x = -12; x <= 12; x++) {
                List<Scalar> input = List.of(Scalar.of(x, 3), Scalar.of((long) x * x, 7));
                assertThat(Evaluation.exact(reduced.reduced(), input)).isEqualTo(Evaluation.exact(network, input));
            }
        }
    }

    @Test
    void oppositePairsThatSpanOneFormAreOnePair() {
        // x + 2x + 3x written with three pairs of GELU units.
        Network network = new NetworkBuilder()
                .dense("1; -1; 2; -2; 3; -3", "0 0 0 0 0 0")
                .activation("gelu")
                .dense("1 -1 1 -1 1 -1", "5")
                .build();
        ReducedNetwork reduced = NetworkReduction.of(network);
        assertThat(hidden(reduced.reduced())).isEqualTo(2);
        assertThat(reduced.trace()).hasSize(1);
    }

    @Test
    void atLeastOneUnitStaysInEveryLayer() {
        Network network = new NetworkBuilder()
                .dense("1; 2", "1 1")
                .activation("tanh")
                .dense("0 0", "5")
                .build();
        ReducedNetwork reduced = NetworkReduction.of(network);
        assertThat(hidden(reduced.reduced())).isEqualTo(1);
        assertThat(reduced.trace()).anyMatch(step -> step.contains("dropped"));
    }

    @Test
    void aNetworkWithoutRedundancyStaysAsItIs() {
        Network network = new NetworkBuilder()
                .dense("1 2; 3 4", "5 6")
                .activation("relu")
                .dense("1 2", "0")
                .build();
        ReducedNetwork reduced = NetworkReduction.of(network);
        assertThat(reduced.reduced()).isEqualTo(network);
        assertThat(reduced.steps()).isEmpty();
        assertThat(IntStream.range(0, reduced.trace().size())).isEmpty();
    }
}
