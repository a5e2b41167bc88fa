package io.intertwine.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.group.Word;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.ImageActions;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.HiddenSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomLatentActionsTest {
    private static final Presentation C2 = Presentation.cyclic(2);

    private static AffineMap signs(int... signs) {
        List<Scalar> scales = new ArrayList<>();
        for (int sign : signs) {
            scales.add(Scalar.of(sign));
        }
        return AffineMap.monomial(Permutation.identity(signs.length), scales);
    }

    private static final AffineMap SWAP = AffineMap.monomial(Permutation.of(1, 0), List.of(Scalar.ONE, Scalar.ONE));

    private static Symmetry symmetry(GroupDescription group, AffineMap input, AffineMap output) {
        return WorkedExamples.symmetry(group, List.of(input), List.of(output));
    }

    private static Activation named(String name) {
        return Activations.requireNamed(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tanh", "relu", "sigmoid", "gelu", "sin", "abs", "heaviside", "hardtanh", "gaussian", "relu6"})
    void whatIsDrawnIsLayerwiseEquivariant(String activation) {
        List<AffineMap> square = List.of(new ImageActions(1, 2, 2).rotate90(), new ImageActions(1, 2, 2).mirror());
        Symmetry symmetry = WorkedExamples.symmetry(Presentation.dihedral(4), square, square);
        for (boolean bias : new boolean[] {true, false}) {
            Architecture architecture = Architecture.ofWidths(List.of(4, 7, 6, 4), List.of(named(activation)), bias);
            for (int seed = 0; seed < 5; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                EquivariantParameters parameters = RandomLatentActions.draw(architecture, symmetry, random);
                Network network = parameters.random(8, random);
                assertThat(parameters.actions().proof(network)).isPresent();
                assertThat(parameters.coordinates(network)).hasSize((int) parameters.dimension());
            }
        }
    }

    /** On 3 units: 3, 2, 1 or 0 fixed ones and the others negated, or a pair and a fixed or negated one. */
    @Test
    void everyClassOfHomomorphismsIsEquallyLikely() {
        Architecture architecture = Architecture.ofWidths(List.of(2, 3, 1), List.of(named("tanh")), true);
        Map<String, Integer> counts = new HashMap<>();
        SplittableRandom random = new SplittableRandom(2);
        Symmetry swap = symmetry(C2, SWAP, signs(1));
        int trials = 2_000;
        for (int k = 0; k < trials; k++) {
            LatentActions actions =
                    RandomLatentActions.draw(architecture, swap, random).actions();
            Network network = new NetworkBuilder()
                    .dense("1 1; 1 1; 1 1", "0 0 0")
                    .activation("tanh")
                    .dense("1 1 1", "0")
                    .build();
            counts.merge(
                    HiddenSpace.of(network, swap, actions.latent())
                            .get(0)
                            .orbits()
                            .describe(),
                    1,
                    Integer::sum);
        }
        // A negated unit before an invariant output takes no part: those draws are drawn again.
        assertThat(counts).containsOnlyKeys("3 fixed", "1 swapped pair, 1 fixed");
        double expected = trials / 2.0;
        // Chi-squared with 1 degree of freedom exceeds 15.2 with probability 1e-4; the seed is fixed.
        assertThat(counts.values().stream()
                        .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                        .sum())
                .isLessThan(15.2);
    }

    @Test
    void unitsThatTakeNoPartAreCountedAndAvoided() {
        Network idle = new NetworkBuilder()
                .dense("1 1; 0 0; 2 2", "0 1 0")
                .activation("tanh")
                .dense("1 1 0", "0")
                .build();
        assertThat(RandomLatentActions.idleUnits(idle)).isEqualTo(2);
        Architecture architecture = Architecture.ofWidths(List.of(2, 4, 3, 1), List.of(named("tanh")), true);
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            EquivariantParameters parameters =
                    RandomLatentActions.draw(architecture, symmetry(C2, SWAP, signs(-1)), random);
            assertThat(RandomLatentActions.idleUnits(parameters.random(8, random)))
                    .isZero();
        }
    }

    @Test
    void aConstantFunctionIsSeen() {
        Network constant = new NetworkBuilder()
                .dense("1; 2", "1 2")
                .activation("tanh")
                .dense("0 0", "3")
                .build();
        assertThat(RandomLatentActions.seemsConstant(constant, new SplittableRandom(1)))
                .isTrue();
        Network varying =
                new NetworkBuilder().dense("1").activation("tanh").dense("1").build();
        assertThat(RandomLatentActions.seemsConstant(varying, new SplittableRandom(1)))
                .isFalse();
    }

    @Test
    void unitsOfDifferentActivationsDoNotMix() {
        List<Activation> units = List.of(named("tanh"), named("relu"), named("tanh"), named("relu"));
        Architecture architecture = new Architecture(List.of(
                new LayerShape.Dense(2, 4, true), new Layer.Entrywise(units), new LayerShape.Dense(4, 1, true)));
        Symmetry swap = symmetry(C2, SWAP, signs(1));
        boolean mixed = false;
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            EquivariantParameters parameters = RandomLatentActions.draw(architecture, swap, random);
            assertThat(parameters.actions().proof(parameters.random(5, random))).isPresent();
            mixed |= !parameters.actions().latent().get(0).get(0).permutation().isIdentity();
        }
        assertThat(mixed).isTrue();
    }

    @Test
    void theOutputActionIsPulledBackThroughLastActivations() {
        for (String activation : List.of("tanh", "sigmoid", "relu", "abs")) {
            boolean signs = !List.of("relu", "abs").contains(activation);
            AffineMap output = signs && activation.equals("tanh") ? signs(-1) : signs(1);
            Architecture architecture = new Architecture(List.of(
                    new LayerShape.Dense(2, 3, true),
                    Layer.Entrywise.of(named("tanh"), 3),
                    new LayerShape.Dense(3, 1, true),
                    Layer.Entrywise.of(named(activation), 1)));
            SplittableRandom random = new SplittableRandom(4);
            EquivariantParameters parameters =
                    RandomLatentActions.draw(architecture, symmetry(C2, SWAP, output), random);
            assertThat(parameters.actions().proof(parameters.random(5, random))).isPresent();
        }
        Architecture last =
                new Architecture(List.of(new LayerShape.Dense(2, 1, true), Layer.Entrywise.of(named("relu"), 1)));
        assertThatThrownBy(() -> RandomLatentActions.draw(last, symmetry(C2, SWAP, signs(-1)), new SplittableRandom(1)))
                .hasMessageContaining("before the last activation");
    }

    @Test
    void twoDenseLayersInARowGetSignedPermutations() {
        Architecture architecture =
                new Architecture(List.of(new LayerShape.Dense(2, 4, true), new LayerShape.Dense(4, 2, true)));
        SplittableRandom random = new SplittableRandom(5);
        EquivariantParameters parameters = RandomLatentActions.draw(architecture, symmetry(C2, SWAP, SWAP), random);
        assertThat(parameters.actions().proof(parameters.random(5, random))).isPresent();
    }

    @Test
    void aGroupWithoutRelatorsIsTheOneThatActs() {
        GroupDescription generated = new GroupDescription.Generated(List.of("s"));
        Architecture architecture = Architecture.ofWidths(List.of(2, 4, 1), List.of(named("tanh")), true);
        SplittableRandom random = new SplittableRandom(6);
        EquivariantParameters parameters =
                RandomLatentActions.draw(architecture, symmetry(generated, SWAP, signs(1)), random);
        assertThat(parameters.actions().proof(parameters.random(5, random))).isPresent();
    }

    @Test
    void aGroupThatIsNotFiniteIsRefused() {
        Architecture architecture = Architecture.ofWidths(List.of(2, 4, 1), List.of(named("tanh")), true);
        Presentation integers = new Presentation(List.of("s"), List.of());
        assertThatThrownBy(() -> RandomLatentActions.draw(
                        architecture, symmetry(integers, SWAP, signs(1)), new SplittableRandom(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("infinite");
        GroupDescription generated = new GroupDescription.Generated(List.of("s"));
        AffineMap shear = AffineMap.of(NetworkBuilder.matrix("1 1; 0 1"), List.of(Scalar.ZERO, Scalar.ZERO));
        assertThatThrownBy(() -> RandomLatentActions.draw(
                        architecture, symmetry(generated, shear, signs(1)), new SplittableRandom(1)))
                .hasMessageContaining("more than 10000 elements");
    }

    @Test
    void aConstantNetworkIsDrawnWhereNothingElseExists() {
        Architecture architecture = Architecture.ofWidths(List.of(1, 2, 1), List.of(named("relu")), true);
        Presentation group = new Presentation(List.of("s"), List.of(Word.power(0, 2)));
        EquivariantParameters parameters =
                RandomLatentActions.draw(architecture, symmetry(group, signs(-1), signs(-1)), new SplittableRandom(1));
        assertThat(parameters.isConstant()).isFalse();
        Architecture narrow = Architecture.ofWidths(List.of(1, 1, 1), List.of(named("relu")), true);
        assertThat(RandomLatentActions.draw(narrow, symmetry(group, signs(1), signs(-1)), new SplittableRandom(1))
                        .isConstant())
                .isTrue();
    }
}
