package io.intertwine.net;

import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Derivatives with respect to parameters. */
class ParameterDerivativesTest {
    private static final Scalar STEP = Scalar.of(1, 1 << 20);

    private static NetworkBuilder net() {
        return new NetworkBuilder();
    }

    private static ParameterDerivatives derivatives(Network network) {
        return ParameterDerivatives.of(network).orElseThrow();
    }

    /** The networks with one parameter moved by a small step, in the order of the parameters. */
    private static List<Network> moved(Network network) {
        List<Network> result = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            if (network.layers().get(i) instanceof Layer.Dense dense) {
                for (int j = 0; j < dense.outputs(); j++) {
                    for (int k = 0; k < dense.inputs() + (dense.hasBias() ? 1 : 0); k++) {
                        List<Layer> layers = new ArrayList<>(network.layers());
                        layers.set(i, moved(dense, j, k));
                        result.add(new Network(layers));
                    }
                }
            }
        }
        return result;
    }

    private static Layer.Dense moved(Layer.Dense dense, int row, int column) {
        List<Scalar> biases = new ArrayList<>(dense.biases());
        if (column == dense.inputs()) {
            biases.set(row, biases.get(row).add(STEP));
        }
        return new Layer.Dense(
                ExactMatrix.build(
                        dense.outputs(),
                        dense.inputs(),
                        (i, j) -> i == row && j == column
                                ? dense.weight().get(i, j).add(STEP)
                                : dense.weight().get(i, j)),
                biases);
    }

    @Test
    void theyAreTheSlopesOfTheOutputs() {
        // The outputs are affine in each single parameter, as long as no unit crosses a breakpoint.
        for (String name : List.of("relu", "hardtanh", "abs", "relu6")) {
            Network network = net().dense("1 -2; 3 1/3; -1 -1", "1/2 -1 2")
                    .activation(name)
                    .dense("2 -1 1; 1/5 3 -2", "1/9 1/11")
                    .activation(name)
                    .dense("1 -2; 3 1", "1 1/7")
                    .build();
            ParameterDerivatives derivatives = derivatives(network);
            assertThat(derivatives.parameters()).isEqualTo(9 + 8 + 6);
            for (List<Scalar> x : List.of(vector("5/17 3/19"), vector("-7/11 5"), vector("7 -1/13"))) {
                List<long[]> rows = derivatives.at(x).orElseThrow();
                List<Scalar> plain = Evaluation.exact(network, x).orElseThrow();
                List<Network> moved = moved(network);
                for (int p = 0; p < moved.size(); p++) {
                    List<Scalar> changed = Evaluation.exact(moved.get(p), x).orElseThrow();
                    for (int o = 0; o < 2; o++) {
                        Scalar slope = changed.get(o).subtract(plain.get(o)).divide(STEP);
                        assertThat(rows.get(o)[p])
                                .as("%s %s %s", name, x, p)
                                .isEqualTo(Mersenne61.of(slope.rational()));
                    }
                }
            }
        }
    }

    @Test
    void layersInARowAndActivationsAtBothEndsAreDifferentiated() {
        Network network = new Network(List.of(
                Layer.Entrywise.of(Activations.requireNamed("abs"), 1),
                new Layer.Dense(NetworkBuilder.matrix("2; 3"), vector("1 1")),
                new Layer.Dense(NetworkBuilder.matrix("5 -7"), List.of()),
                Layer.Entrywise.of(Activations.requireNamed("abs"), 1)));
        ParameterDerivatives derivatives = derivatives(network);
        assertThat(derivatives.scalings()).isEqualTo(2);
        long[] row = derivatives.at(vector("-4")).orElseThrow().get(0);
        // -(5 (2 |x| + 1) - 7 (3 |x| + 1)) at |x| = 4, negative inside.
        long[] expected = {-5 * 4, -5, 7 * 4, 7, -9, -13};
        for (int p = 0; p < row.length; p++) {
            assertThat(row[p]).isEqualTo(Math.floorMod(expected[p], Mersenne61.PRIME));
        }
    }

    @Test
    void thereAreNoneAtBreakpoints() {
        Network network =
                net().dense("1; 1", "0 -1").activation("relu").dense("1 1").build();
        ParameterDerivatives derivatives = derivatives(network);
        assertThat(derivatives.at(vector("0"))).isEmpty();
        assertThat(derivatives.at(vector("1"))).isEmpty();
        assertThat(derivatives.at(vector("2"))).isPresent();
    }

    @Test
    void unitsOfHomogeneousActivationsBetweenDenseLayersAreScaled() {
        assertThat(derivatives(net().dense("1 2").build()).scalings()).isZero();
        assertThat(derivatives(net().dense("1; 2").activation("relu").build()).scalings())
                .isZero();
        assertThat(derivatives(net().dense("1; 2").dense("1 1").build()).scalings())
                .isEqualTo(2);
        assertThat(derivatives(net().dense("1; 0").dense("1 1").build()).scalings())
                .isEqualTo(1);
        assertThat(derivatives(net().dense("1; 0", "0 1").dense("1 1").build()).scalings())
                .isEqualTo(2);
        assertThat(derivatives(net().dense("1; 2")
                                .activation("hardtanh")
                                .dense("1 1")
                                .build())
                        .scalings())
                .isZero();
        assertThat(derivatives(net().dense("1; 2")
                                .activation("abs")
                                .activation("relu")
                                .dense("1 1")
                                .build())
                        .scalings())
                .isEqualTo(2);
        assertThat(derivatives(net().dense("1; 2")
                                .activation("abs")
                                .activation("relu6")
                                .dense("1 1")
                                .build())
                        .scalings())
                .isZero();
        Layer.Entrywise mixed =
                new Layer.Entrywise(List.of(Activations.requireNamed("relu6"), Activations.leakyRelu(Scalar.of(1, 3))));
        Network both = new Network(List.of(
                new Layer.Dense(NetworkBuilder.matrix("1; 1"), List.of()),
                mixed,
                new Layer.Dense(NetworkBuilder.matrix("1 1"), List.of())));
        assertThat(derivatives(both).scalings()).isEqualTo(1);
    }

    @Test
    void otherNetworksHaveNone() {
        assertThat(ParameterDerivatives.of(
                        net().dense("1").activation("tanh").dense("1").build()))
                .isEmpty();
        assertThat(ParameterDerivatives.of(net().dense("sqrt(2)").build())).isEmpty();
        assertThat(ParameterDerivatives.of(net().dense("1", "sqrt(2)").build())).isEmpty();
        assertThat(ParameterDerivatives.of(net().dense("1")
                        .activation(Activations.leakyRelu(Scalar.of(1, 3)))
                        .dense("1")
                        .build()))
                .isPresent();
        assertThat(ParameterDerivatives.of(new Network(
                        List.of(new Layer.Dense(NetworkBuilder.matrix("1; 2"), List.of()), new Layer.Softmax(2)))))
                .isEmpty();
        Network prime = net().dense("1/" + Mersenne61.PRIME).build();
        assertThatThrownBy(() -> ParameterDerivatives.of(prime)).isInstanceOf(ArithmeticException.class);
    }
}
