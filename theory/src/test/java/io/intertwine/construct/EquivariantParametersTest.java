package io.intertwine.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activations;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.ModularMatrix;
import io.intertwine.exact.PrimeField;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.ImageActions;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquivariantParametersTest {
    private static List<AffineMap> square(int size) {
        return List.of(new ImageActions(1, size, size).rotate90(), new ImageActions(1, size, size).mirror());
    }

    private static final Symmetry SQUARE = WorkedExamples.symmetry(Presentation.dihedral(4), square(2), square(2));

    private static AffineMap signs(int... signs) {
        List<Scalar> scales = new ArrayList<>();
        for (int sign : signs) {
            scales.add(Scalar.of(sign));
        }
        return AffineMap.monomial(Permutation.identity(signs.length), scales);
    }

    private static LatentActions actions(String activation, boolean bias) {
        Architecture architecture =
                Architecture.ofWidths(List.of(4, 9, 4), List.of(Activations.requireNamed(activation)), bias);
        return LatentActions.of(architecture, SQUARE, List.of(square(3)));
    }

    @ParameterizedTest
    @CsvSource({"tanh, true", "tanh, false", "relu, true", "relu, false", "sigmoid, true", "abs, false", "gelu, true"})
    void aRandomNetworkIsLayerwiseEquivariant(String activation, boolean bias) {
        LatentActions actions = actions(activation, bias);
        Network network = EquivariantParameters.of(actions).random(8, new SplittableRandom(5));
        assertThat(Architecture.of(network)).isEqualTo(actions.architecture());
        assertThat(actions.proof(network)).isPresent();
    }

    @Test
    void theDimensionCountsOrbitsOnPairsAndOrbitsOnUnits() {
        // Corners to a 3 x 3 grid: 36 pairs under the group of order 8; by Burnside (36 + 2 * 2 * 3) / 8 = 6.
        EquivariantParameters parameters = EquivariantParameters.of(actions("tanh", true));
        assertThat(parameters.dimensions()).containsExactly(List.of(6L, 3L), List.of(6L, 1L));
        assertThat(parameters.dimension()).isEqualTo(16);
        assertThat(EquivariantParameters.of(actions("tanh", false)).dimension()).isEqualTo(12);
    }

    @Test
    void coordinatesAndNetworksBelongToEachOther() {
        EquivariantParameters parameters = EquivariantParameters.of(actions("sigmoid", true));
        Network network = parameters.random(8, new SplittableRandom(6));
        List<Scalar> coordinates = parameters.coordinates(network);
        assertThat(parameters.network(coordinates)).isEqualTo(network);
        assertThatThrownBy(() -> parameters.network(coordinates.subList(1, coordinates.size())))
                .hasMessageContaining("expected 16 coordinates, found 15");
        Network other = parameters.random(8, new SplittableRandom(7));
        assertThat(other).isNotEqualTo(network);
    }

    @Test
    void averagingIsAProjectionOntoTheSpace() {
        LatentActions actions = actions("tanh", true);
        EquivariantParameters parameters = EquivariantParameters.of(actions);
        SplittableRandom random = new SplittableRandom(8);
        Network any = anyNetwork(actions.architecture(), random);
        assertThatThrownBy(() -> parameters.coordinates(any)).hasMessageContaining("layer 0");
        Network mean = actions.average(any);
        assertThat(actions.proof(mean)).isPresent();
        assertThat(actions.average(mean)).isEqualTo(mean);
        assertThat(parameters.network(parameters.coordinates(mean))).isEqualTo(mean);
    }

    private static Network anyNetwork(Architecture architecture, SplittableRandom random) {
        List<Layer> layers = new ArrayList<>();
        for (var layer : architecture.layers()) {
            layers.add(
                    layer instanceof Layer known
                            ? known
                            : new Layer.Dense(
                                    ExactMatrix.build(
                                            layer.outputs(), layer.inputs(), (i, j) -> Scalar.of(random.nextInt(9))),
                                    Collections.nCopies(layer.outputs(), Scalar.of(random.nextInt(9)))));
        }
        return new Network(layers);
    }

    /** A sign that a unit with a centre carries moves its bias: sigmoid's mirror image is 1 - x. */
    @Test
    void unitsWithACentreCarrySigns() {
        Symmetry negate = WorkedExamples.symmetry(Presentation.cyclic(2), List.of(signs(-1, 1)), List.of(signs(-1)));
        Architecture architecture =
                Architecture.ofWidths(List.of(2, 3, 1), List.of(Activations.requireNamed("sigmoid")), true);
        LatentActions actions = LatentActions.of(architecture, negate, List.of(List.of(signs(-1, -1, 1))));
        Network network = EquivariantParameters.of(actions).random(8, new SplittableRandom(9));
        assertThat(actions.proof(network)).isPresent();
    }

    @Test
    void activationsInARowAtTheStartAndAtTheEndAreCrossed() {
        Architecture architecture = new Architecture(List.of(
                Layer.Entrywise.of(Activations.requireNamed("tanh"), 4),
                new LayerShape.Dense(4, 9, true),
                Layer.Entrywise.of(Activations.requireNamed("tanh"), 9),
                Layer.Entrywise.of(Activations.requireNamed("sin"), 9),
                new LayerShape.Dense(9, 4, true),
                Layer.Entrywise.of(Activations.requireNamed("relu"), 4)));
        LatentActions actions = LatentActions.of(architecture, SQUARE, List.of(square(3), square(2)));
        Network network = EquivariantParameters.of(actions).random(8, new SplittableRandom(10));
        assertThat(actions.proof(network)).isPresent();
    }

    @Test
    void logitsBeforeASoftmaxCarryTheOutputAction() {
        Architecture architecture = new Architecture(List.of(
                new LayerShape.Dense(4, 9, true),
                Layer.Entrywise.of(Activations.requireNamed("tanh"), 9),
                new LayerShape.Dense(9, 4, true),
                new Layer.Softmax(4)));
        LatentActions actions = LatentActions.of(architecture, SQUARE, List.of(square(3)));
        Network network = EquivariantParameters.of(actions).random(8, new SplittableRandom(11));
        assertThat(actions.proof(network)).isPresent();
    }

    @Test
    void theSpaceModuloAPrimeIsHitUniformly() {
        Symmetry swap = WorkedExamples.swap(1);
        Architecture architecture =
                Architecture.ofWidths(List.of(2, 2, 1), List.of(Activations.requireNamed("tanh")), false);
        AffineMap exchange = AffineMap.monomial(Permutation.of(1, 0), List.of(Scalar.ONE, Scalar.ONE));
        EquivariantParameters parameters =
                EquivariantParameters.of(LatentActions.of(architecture, swap, List.of(List.of(exchange))));
        PrimeField field = new PrimeField(5);
        SplittableRandom random = new SplittableRandom(12);
        Map<List<Long>, Integer> counts = new HashMap<>();
        int trials = 25_000;
        for (int k = 0; k < trials; k++) {
            List<ModularMatrix> layers = parameters.random(field, random);
            ModularMatrix first = layers.get(0);
            assertThat(first.get(0, 0)).isEqualTo(first.get(1, 1));
            assertThat(first.get(0, 1)).isEqualTo(first.get(1, 0));
            counts.merge(List.of((long) first.get(0, 0), (long) first.get(0, 1)), 1, Integer::sum);
        }
        // Chi-squared with 24 degrees of freedom exceeds 60 with probability below 1e-4; the seed is fixed.
        double expected = trials / 25.0;
        assertThat(counts).hasSize(25);
        assertThat(counts.values().stream()
                        .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                        .sum())
                .isLessThan(60);
    }

    @Test
    void wrongLatentActionsAreRefused() {
        Architecture architecture =
                Architecture.ofWidths(List.of(4, 2, 4), List.of(Activations.requireNamed("relu")), true);
        assertThatThrownBy(() -> LatentActions.of(architecture, SQUARE, List.of()))
                .hasMessageContaining("expected actions on the units of 1 dense layers, found 0");
        assertThatThrownBy(() -> LatentActions.of(architecture, SQUARE, List.of(square(3))))
                .hasMessageContaining(
                        "expected an action on the 2 coordinates of the space behind layer 0, found one on 9");
        List<AffineMap> negations = List.of(signs(1, 1), signs(-1, -1));
        assertThatThrownBy(() -> LatentActions.of(architecture, SQUARE, List.of(negations)))
                .hasMessageContaining("layer 1: the map of generator s is not in the latent group");
        AffineMap exchange = AffineMap.monomial(Permutation.of(1, 0), List.of(Scalar.of(2), Scalar.ONE));
        assertThatThrownBy(
                        () -> LatentActions.of(architecture, SQUARE, List.of(List.of(AffineMap.identity(2), exchange))))
                .hasMessageContaining("relator \"s^2\" does not hold on the space behind layer 0");
        assertThatThrownBy(() ->
                        LatentActions.of(Architecture.ofWidths(List.of(3, 4), List.of(), true), SQUARE, List.of()))
                .hasMessageContaining("coordinates of the input");
    }

    @Test
    void lastActivationsMustLeadToTheOutputAction() {
        Architecture architecture = new Architecture(
                List.of(new LayerShape.Dense(4, 4, true), Layer.Entrywise.of(Activations.requireNamed("relu"), 4)));
        List<AffineMap> still = List.of(AffineMap.identity(4), AffineMap.identity(4));
        assertThatThrownBy(() -> LatentActions.of(architecture, SQUARE, List.of(still)))
                .hasMessageContaining("generator r before the last activation does not belong");
    }

    @Test
    void withoutRelatorsLatentSpacesFollowInputAndOutput() {
        GroupDescription generated = new GroupDescription.Generated(List.of("s"));
        Symmetry still =
                WorkedExamples.symmetry(generated, List.of(AffineMap.identity(2)), List.of(AffineMap.identity(1)));
        Architecture architecture =
                Architecture.ofWidths(List.of(2, 1, 1), List.of(Activations.requireNamed("tanh")), true);
        assertThatThrownBy(() -> LatentActions.of(architecture, still, List.of(List.of(signs(-1)))))
                .hasMessageContaining("moves a latent space, but neither inputs nor outputs");
        Symmetry swap = WorkedExamples.symmetry(generated, List.of(signs(-1, -1)), List.of(AffineMap.identity(1)));
        LatentActions actions = LatentActions.of(architecture, swap, List.of(List.of(signs(-1))));
        assertThat(actions.proof(EquivariantParameters.of(actions).random(8, new SplittableRandom(1))))
                .isPresent();
    }
}
