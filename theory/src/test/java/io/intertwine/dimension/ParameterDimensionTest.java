package io.intertwine.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.find.Answer;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The functional dimension at the parameters of a network. */
class ParameterDimensionTest {
    private static NetworkBuilder net() {
        return new NetworkBuilder();
    }

    static Dimension dimension(Network network) {
        return ParameterDimension.of(network, FamilyDimension.Options.of(7));
    }

    static Network withSoftmax(Network network) {
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.add(new Layer.Softmax(network.outputs()));
        return new Network(layers);
    }

    /** A network with random integer parameters. */
    static Network random(List<Integer> widths, Activation activation, boolean bias, int size, Random random) {
        NetworkBuilder net = net();
        for (int i = 1; i < widths.size(); i++) {
            List<String> rows = new ArrayList<>();
            List<String> biases = new ArrayList<>();
            for (int j = 0; j < widths.get(i); j++) {
                List<String> row = new ArrayList<>();
                for (int k = 0; k < widths.get(i - 1); k++) {
                    row.add((random.nextInt(2 * size) - size) * 2 + 1 + "/4");
                }
                rows.add(String.join(" ", row));
                biases.add((random.nextInt(2 * size) - size) * 2 + 1 + "/4");
            }
            String weight = String.join("; ", rows);
            net = bias ? net.dense(weight, String.join(" ", biases)) : net.dense(weight);
            net = i + 1 < widths.size() ? net.activation(activation) : net;
        }
        return net.build();
    }

    /** Opposite pairs of units of one hidden layer, in the order w_1, -w_1, w_2, -w_2, ...; outgoing (u, -u) or (u, u'). */
    static Network pairs(int n, int k, int m, String activation, boolean opposite) {
        Random random = new Random(3);
        List<String> rows = new ArrayList<>();
        List<String> biases = new ArrayList<>();
        List<List<String>> outgoing = new ArrayList<>();
        for (int o = 0; o < m; o++) {
            outgoing.add(new ArrayList<>());
        }
        for (int p = 0; p < k; p++) {
            List<Integer> row = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                row.add(2 * random.nextInt(5) - 5);
            }
            int bias = 2 * random.nextInt(5) - 5;
            for (int sign : new int[] {1, -1}) {
                rows.add(String.join(" ", row.stream().map(w -> sign * w + "/4").toList()));
                biases.add(sign * bias + "/4");
            }
            for (List<String> weights : outgoing) {
                int u = 2 * random.nextInt(5) - 5;
                weights.add(u + "/2");
                weights.add(opposite ? -u + "/2" : 2 * random.nextInt(5) - 5 + "/2");
            }
        }
        List<String> readout =
                outgoing.stream().map(weights -> String.join(" ", weights)).toList();
        return net().dense(String.join("; ", rows), String.join(" ", biases))
                .activation(activation)
                .dense(String.join("; ", readout), String.join(" ", Collections.nCopies(m, "1")))
                .build();
    }

    static List<Arguments> bypassPairs() {
        List<Arguments> cases = new ArrayList<>();
        for (String activation : List.of("silu", "gelu", "softplus")) {
            cases.add(Arguments.of(activation, 3, 2, 2, true, 20));
            cases.add(Arguments.of(activation, 3, 2, 2, false, 26));
        }
        cases.add(Arguments.of("silu", 3, 3, 2, true, 26));
        cases.add(Arguments.of("silu", 3, 3, 2, false, 38));
        cases.add(Arguments.of("silu", 3, 4, 3, true, 40));
        cases.add(Arguments.of("silu", 3, 4, 3, false, 56));
        cases.add(Arguments.of("silu", 2, 2, 1, true, 11));
        cases.add(Arguments.of("silu", 2, 2, 1, false, 11));
        return cases;
    }

    @ParameterizedTest
    @MethodSource
    void bypassPairs(String activation, int n, int k, int m, boolean opposite, int dimension) {
        Network network = pairs(n, k, m, activation, opposite);
        Dimension found = dimension(network);
        assertThat(found.lower()).isEqualTo(dimension);
        assertThat(found.isProved()).isTrue();
    }

    static List<Arguments> known() {
        Network clones = net().dense("3; 3", "1 1")
                .activation("tanh")
                .dense("1 2", "1/2")
                .build();
        return List.of(
                Arguments.of("E20: clones", clones, 4, Answer.REFUTED),
                Arguments.of(
                        "opposite tanh units",
                        net().dense("3; -3", "1 -1")
                                .activation("tanh")
                                .dense("1 2", "1/2")
                                .build(),
                        4,
                        Answer.REFUTED),
                Arguments.of(
                        "two tanh units",
                        net().dense("3; 2", "1 1")
                                .activation("tanh")
                                .dense("1 2", "1/2")
                                .build(),
                        7,
                        Answer.HOLDS),
                Arguments.of(
                        "a constant tanh unit",
                        net().dense("3; 0", "1 1")
                                .activation("tanh")
                                .dense("1 2", "1/2")
                                .build(),
                        5,
                        Answer.REFUTED),
                Arguments.of(
                        "a tanh unit that is not read",
                        net().dense("3; 2", "1 1")
                                .activation("tanh")
                                .dense("1 0", "1/2")
                                .build(),
                        5,
                        Answer.REFUTED),
                Arguments.of(
                        "a relu unit",
                        net().dense("1", "1").activation("relu").dense("1", "2").build(),
                        3,
                        Answer.HOLDS),
                Arguments.of(
                        "squares",
                        net().dense("1 2 3; 2 -1 1")
                                .activation(Activations.power(2))
                                .dense("1 2")
                                .build(),
                        5,
                        Answer.REFUTED),
                Arguments.of(
                        "squares of squares",
                        random(List.of(5, 5, 3, 1), Activations.power(2), false, 4, new Random(1)),
                        32,
                        Answer.REFUTED),
                Arguments.of(
                        "linear layers",
                        net().dense("1 2; 3 4", "1 1").dense("1 1; 2 -1", "0 1").build(),
                        6,
                        Answer.HOLDS),
                Arguments.of(
                        "an elu unit",
                        net().dense("1", "1").activation("elu").dense("1", "2").build(),
                        4,
                        Answer.HOLDS),
                Arguments.of(
                        "a deep exponential network",
                        random(List.of(2, 3, 3, 1), Activations.requireNamed("exp"), true, 2, new Random(5)),
                        19,
                        Answer.HOLDS),
                Arguments.of(
                        "a deep tanh network",
                        random(List.of(2, 3, 3, 1), Activations.requireNamed("tanh"), true, 3, new Random(5)),
                        25,
                        Answer.HOLDS),
                Arguments.of(
                        "a second relu unit that is always active",
                        net().dense("1; -1", "1 1")
                                .activation("relu")
                                .dense("1 2; 1 -2", "1 1")
                                .activation("relu")
                                .dense("1 1", "2")
                                .build(),
                        7,
                        Answer.UNDETERMINED),
                Arguments.of(
                        "a relu unit that is never active",
                        net().dense("1; -1", "1 1")
                                .activation("relu")
                                .dense("1 2; -1 -2", "1 -1")
                                .activation("relu")
                                .dense("1 1", "2")
                                .build(),
                        5,
                        Answer.UNDETERMINED),
                Arguments.of(
                        "softmax of relu units",
                        withSoftmax(net().dense("1; -1", "1 2")
                                .activation("relu")
                                .dense("1 2; 1 -2", "1 1")
                                .activation("relu")
                                .dense("1 1; 2 3; 1 5", "2 3 1")
                                .build()),
                        11,
                        Answer.UNDETERMINED),
                Arguments.of(
                        "a shift of an exponential unit",
                        net().dense("1; 2", "1 1")
                                .activation("exp")
                                .dense("1 2", "2")
                                .build(),
                        5,
                        Answer.HOLDS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("known")
    void knownDimensionsAreProved(String name, Network network, int dimension, Answer local) {
        Dimension found = dimension(network);
        assertThat(found.isProved()).as(name + found).isTrue();
        assertThat(found.lower()).isEqualTo(dimension);
        assertThat(found.locallyIdentifiable()).isEqualTo(local);
    }

    @Test
    void aNetworkWithoutParametersIsRefused() {
        Network network = new Network(List.of(Layer.Entrywise.of(Activations.requireNamed("tanh"), 2)));
        assertThatThrownBy(() -> dimension(network)).isInstanceOf(IllegalArgumentException.class);
    }
}
