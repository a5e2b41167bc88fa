package io.intertwine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.intertwine.activation.Activations;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.group.Permutation;
import io.intertwine.lift.NormalWeights;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatingNetworkTest {
    private static DoubleMatrix points(int rows, int columns, SplittableRandom random) {
        DoubleMatrix points = DoubleMatrix.zeros(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            points.entries()[i] = random.nextGaussian();
        }
        return points;
    }

    private static Network network(SplittableRandom random, boolean softmax, Integer... widths) {
        Architecture architecture = Architecture.ofWidths(
                List.of(widths), List.of(Activations.requireNamed("tanh"), Activations.requireNamed("gelu")), true);
        List<Layer> layers =
                new ArrayList<>(NormalWeights.of(architecture, random).layers());
        if (softmax) {
            layers.add(new Layer.Softmax(layers.get(layers.size() - 1).outputs()));
        }
        return new Network(layers);
    }

    @ParameterizedTest
    @CsvSource({"5,false", "400,true"})
    void manyPointsHaveTheValuesOfTheirOwn(int width, boolean softmax) {
        SplittableRandom random = new SplittableRandom(width);
        FloatingNetwork network = new FloatingNetwork(network(random, softmax, 7, width, width, 3));
        DoubleMatrix points = points(width == 5 ? 9 : 600, 7, random);
        DoubleMatrix values = network.apply(points);
        for (int i = 0; i < points.rows(); i++) {
            double[] value = network.apply(points.row(i));
            for (int j = 0; j < 3; j++) {
                assertThat(values.get(i, j)).isCloseTo(value[j], within(1e-13));
            }
        }
    }

    @Test
    void theValuesBehindEveryLayerAreThoseOnTheWay() {
        SplittableRandom random = new SplittableRandom(3);
        FloatingNetwork network = new FloatingNetwork(network(random, true, 4, 5, 6, 3));
        DoubleMatrix points = points(8, 4, random);
        List<DoubleMatrix> values = network.values(points);
        assertThat(network.layers()).isEqualTo(6);
        assertThat(values).extracting(DoubleMatrix::columns).containsExactly(5, 5, 6, 6, 3, 3);
        for (int layer = 0; layer < 6; layer++) {
            assertThat(network.through(0, layer + 1, points).entries())
                    .isEqualTo(values.get(layer).entries());
            assertThat(network.through(layer + 1, 6, values.get(layer)).entries())
                    .isEqualTo(network.apply(points).entries());
        }
        assertThat(network.through(2, 2, values.get(1))).isSameAs(values.get(1));
    }

    @Test
    void everyUnitHasItsOwnActivation() {
        FloatingNetwork network = new FloatingNetwork(new Network(List.of(
                new Layer.Entrywise(List.of(Activations.requireNamed("relu"), Activations.requireNamed("abs"))))));
        DoubleMatrix points = DoubleMatrix.of(2, 2, new double[] {-1, -2, 3, -4});
        assertThat(network.apply(points).entries()).containsExactly(0, 2, 3, 4);
    }

    @Test
    void pointsThatDoNotFitAreRefused() {
        FloatingNetwork network = new FloatingNetwork(WorkedExamples.swappedPair());
        assertThat(network.inputs()).isEqualTo(2);
        assertThatThrownBy(() -> network.apply(new double[3])).hasMessage("expected points of 2 coordinates, found 3");
        assertThatThrownBy(() -> network.apply(DoubleMatrix.zeros(1, 1))).hasMessageContaining("found 1");
        assertThatThrownBy(() -> network.values(DoubleMatrix.zeros(1, 1))).hasMessageContaining("found 1");
        assertThatThrownBy(() -> network.through(2, 1, DoubleMatrix.zeros(1, 2)))
                .hasMessageContaining("found 2 to 1");
        assertThatThrownBy(() -> network.through(0, 4, DoubleMatrix.zeros(1, 2)))
                .hasMessageContaining("found 0 to 4");
    }

    @Test
    void rowsAreMovedByMapsAsPointsAre() {
        SplittableRandom random = new SplittableRandom(5);
        DoubleMatrix points = points(6, 3, random);
        for (FloatingMap map : List.of(
                FloatingMap.monomial(Permutation.of(1, 2, 0), new double[] {2, -1, 0.5}, new double[] {1, 2, 3}),
                FloatingMap.dense(points(3, 3, random).entries(), new double[] {1, 2, 3}))) {
            DoubleMatrix images = map.applyToRows(points);
            for (int i = 0; i < 6; i++) {
                double[] image = map.apply(points.row(i));
                for (int j = 0; j < 3; j++) {
                    assertThat(images.get(i, j)).isCloseTo(image[j], within(1e-14));
                }
            }
        }
        assertThatThrownBy(() -> FloatingMap.identity(2).applyToRows(points))
                .hasMessageContaining("expected 2, found 3");
    }
}
