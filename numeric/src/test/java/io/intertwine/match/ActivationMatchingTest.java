package io.intertwine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activations;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.tensor.DoubleMatrix;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationMatchingTest {
    private static DoubleMatrix inputs(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(1);
        DoubleMatrix inputs = DoubleMatrix.zeros(rows, columns);
        for (int k = 0; k < inputs.entries().length; k++) {
            inputs.entries()[k] = random.nextGaussian();
        }
        return inputs;
    }

    /** The second route: the same action as that of the weights. */
    @ParameterizedTest
    @ValueSource(strings = {"tanh", "sigmoid", "relu"})
    void findsTheActionThatTheWeightsCarry(String activation) {
        PlantedAction planted = PlantedAction.draw(
                Presentation.symmetric(3), 2, List.of(8, 7), Activations.requireNamed(activation), 5);
        LatentMatching byWeights = LatentSearch.search(planted.network(), planted.symmetry());
        List<ActivationMatching> byValues =
                ActivationMatching.of(planted.network(), planted.symmetry(), byWeights.group(), inputs(60, 13));
        assertThat(byValues).hasSize(2);
        for (int space = 0; space < 2; space++) {
            assertThat(byValues.get(space).layer()).isEqualTo(2 * space + 1);
            assertThat(byValues.get(space).distance()).isLessThan(1e-6);
            assertThat(byValues.get(space).images())
                    .isEqualTo(byWeights.images().get(space));
        }
    }

    @Test
    void noiseShowsInTheDistance() {
        PlantedAction planted =
                PlantedAction.draw(Presentation.cyclic(2), 4, List.of(8), Activations.requireNamed("tanh"), 2);
        LatentMatching matching = LatentSearch.search(planted.network(), planted.symmetry());
        double distance = ActivationMatching.of(
                        planted.noisy(0.3, 1), planted.symmetry(), matching.group(), inputs(60, 9))
                .get(0)
                .distance();
        assertThat(distance).isBetween(0.02, 0.8);
    }

    @Test
    void refusesFewerInputsThanUnits() {
        PlantedAction planted =
                PlantedAction.draw(Presentation.cyclic(2), 4, List.of(8), Activations.requireNamed("tanh"), 2);
        LatentMatching matching = LatentSearch.search(planted.network(), planted.symmetry());
        assertThatThrownBy(() ->
                        ActivationMatching.of(planted.network(), planted.symmetry(), matching.group(), inputs(7, 9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected at least 8 inputs for the 8 units of layer 1, found 7");
    }
}
