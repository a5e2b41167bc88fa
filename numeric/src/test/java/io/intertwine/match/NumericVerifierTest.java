package io.intertwine.match;

import static io.intertwine.construct.NetworkBuilder.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.LatentModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumericVerifierTest {
    private static final int[] WIDTHS = {12, 21, 13, 3};

    private static NumericVerification verify(Network network, Symmetry symmetry, double tolerance) {
        return NumericVerifier.verify(network, symmetry, new Tolerance(tolerance), 7);
    }

    private static NumericVerification.Holds holds(Network network, Symmetry symmetry, double tolerance) {
        NumericVerification result = verify(network, symmetry, tolerance);
        assertThat(result).as("%s", result.statement()).isInstanceOf(NumericVerification.Holds.class);
        return (NumericVerification.Holds) result;
    }

    private static void assertPlantedActionIsFound(Planted planted, Network network, NumericVerification.Holds result) {
        List<Integer> dense = LatentModel.denseMaps(LatentModel.of(network));
        for (int generator = 0; generator < 2; generator++) {
            for (int space = 1; space < dense.size(); space++) {
                FloatingMap found = result.actions()
                        .get(generator)
                        .get(dense.get(space - 1))
                        .map();
                Planted.Signed expected = planted.action(generator, space);
                assertThat(found.permutation().toArray()).isEqualTo(expected.images());
                for (int j = 0; j < expected.signs().length; j++) {
                    assertThat(found.scale(j) / expected.signs()[j])
                            .isCloseTo(1, within(result.tolerance().relative()));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "erf", "softsign", "relu", "gelu", "softplus"})
    void aNetworkThatIsEquivariantUpToRoundingHoldsAtATinyTolerance(String activation) {
        boolean odd = List.of("tanh", "erf", "softsign").contains(activation);
        Planted planted = new Planted(1, odd, WIDTHS);
        Network network = planted.network(activation);
        NumericVerification.Holds result = holds(network, planted.symmetry(), 1e-12);
        assertPlantedActionIsFound(planted, network, result);
        assertThat(result.largestResidual()).isLessThan(1e-13);
        assertThat(result.residuals()).hasSize(LatentModel.of(network).maps().size());
    }

    @Test
    void signsAndReflectionsAreExactNumbers() {
        Planted planted = new Planted(2, true, WIDTHS);
        holds(planted.noise(1e-8).network("tanh"), planted.symmetry(), 1e-5)
                .actions()
                .forEach(spaces -> assertThat(spaces).allMatch(LatentAction.Exact.class::isInstance));
    }

    @ParameterizedTest
    @CsvSource({"1e-9, 1e-6", "1e-6, 1e-3", "1e-4, 1e-2"})
    void noiseWellBelowTheToleranceDoesNotHideThePlantedAction(double noise, double tolerance) {
        for (String activation : List.of("tanh", "relu")) {
            Planted planted = new Planted(3, activation.equals("tanh"), WIDTHS).noise(noise);
            Network network = planted.network(activation);
            NumericVerification.Holds result = holds(network, planted.symmetry(), tolerance);
            assertPlantedActionIsFound(planted, network, result);
            assertThat(result.largestResidual()).isBetween(noise / 10, 10 * noise);
        }
    }

    @ParameterizedTest
    @CsvSource({"1e-3, 1e-6", "0.1, 1e-3", "0.3, 1e-2"})
    void noiseFarAboveTheToleranceIsRefuted(double noise, double tolerance) {
        for (String activation : List.of("tanh", "relu")) {
            Planted planted = new Planted(4, false, WIDTHS).noise(noise);
            assertThat(verify(planted.network(activation), planted.symmetry(), tolerance))
                    .isInstanceOf(NumericVerification.Refuted.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "relu", "sigmoid", "power:2", "abs"})
    void randomNetworksNeverHold(String activation) {
        for (int seed = 0; seed < 40; seed++) {
            Planted planted = new Planted(seed, false, 4, 3 + seed % 9, 2 + seed % 5, 1).noise(30);
            Network network =
                    activation.equals("power:2") ? replaceUnits(planted.network("tanh")) : planted.network(activation);
            assertThat(verify(network, planted.symmetry(), 1e-3)).isInstanceOf(NumericVerification.Refuted.class);
        }
    }

    private static Network replaceUnits(Network network) {
        return new Network(network.layers().stream()
                .map(layer -> layer instanceof Layer.Entrywise units
                        ? Layer.Entrywise.of(Activations.power(2), units.outputs())
                        : layer)
                .toList());
    }

    @Test
    void rectifiersWithScalesThatAreNoPowersOfTwoHoldInBinary32() {
        Planted planted = new Planted(5, false, WIDTHS).hideScales(2).toFloat32();
        Network network = planted.network("relu");
        NumericVerification.Holds result = holds(network, planted.symmetry(), 1e-5);
        assertPlantedActionIsFound(planted, network, result);
        assertThat(result.actions().get(0).get(0)).isInstanceOf(LatentAction.Estimated.class);
        assertThat(result.largestResidual()).isBetween(1e-9, 1e-6);
    }

    @Test
    void aRectifierOfExtremeScaleHidesNothing() {
        Planted planted = new Planted(6, false, 4, 6, 5, 1).noise(30);
        double[] factors = {1e9, 1, 1, 1, 1, 1};
        planted.hide(1, new int[] {0, 1, 2, 3, 4, 5}, factors);
        assertThat(verify(planted.network("relu"), planted.symmetry(), 1e-3))
                .isInstanceOf(NumericVerification.Refuted.class);
        Planted equivariant = new Planted(6, false, 4, 8, 4, 1)
                .hide(1, new int[] {0, 1, 2, 3, 4, 5, 6, 7}, new double[] {1e9, 1e-9, 3, 1, 1, 1, 1, 1});
        holds(equivariant.network("relu"), equivariant.symmetry(), 1e-10);
    }

    @Test
    void logisticUnitsAreFlipped() {
        Planted planted = new Planted(8, true, WIDTHS).centreForSigmoid().toFloat32();
        Network network = planted.network("sigmoid");
        NumericVerification.Holds result = holds(network, planted.symmetry(), 1e-5);
        assertPlantedActionIsFound(planted, network, result);
        AffineMap after = ((LatentAction.Exact) result.actions().get(1).get(1)).exact();
        assertThat(after.scales()).contains(Scalar.MINUS_ONE);
        assertThat(after.shift()).contains(Scalar.ONE, Scalar.ZERO);
    }

    @Test
    void clippedUnitsAreReflectedAboutTheirCentre() {
        Network network = new NetworkBuilder()
                .dense("1 2; 2 1.0000001", "3 3")
                .activation("relu6")
                .dense("1 1", "-6")
                .build();
        NumericVerification.Holds result = holds(network, WorkedExamples.reflection(2, -1), 1e-5);
        AffineMap before = ((LatentAction.Exact) result.actions().get(0).get(0)).exact();
        assertThat(before.shift()).containsOnly(Scalar.of(6));
    }

    @Test
    void scalesThatBreakARelatorDoNotHold() {
        // s multiplies the input by 2: as a generator of the free group it acts, of the group of order two it would
        // not.
        AffineMap doubling = AffineMap.monomial(io.intertwine.group.Permutation.identity(1), List.of(Scalar.of(2)));
        Network network = new NetworkBuilder()
                .dense("1; -1.5")
                .activation("relu")
                .dense("1 2")
                .build();
        GroupDescription free = new GroupDescription.Presentation(List.of("s"), List.of());
        holds(network, WorkedExamples.symmetry(free, List.of(doubling), List.of(doubling)), 1e-9);
        List<List<LatentAction>> actions = List.of(List.of(new LatentAction.Estimated(FloatingMap.from(doubling))));
        GroupDescription two = new GroupDescription.Presentation(List.of("s"), List.of(Word.power(0, 2)));
        assertThat(LatentRelations.failure(two, actions, new Tolerance(1e-3))).isPresent();
    }

    @Test
    void clonesWhoseExtensionDoesNotSplitDoNotHold() {
        NumericVerification result = verify(WorkedExamples.nonSplitClones(), WorkedExamples.swap(1), 1e-6);
        assertThat(result).isInstanceOf(NumericVerification.Undetermined.class);
    }

    @Test
    void nearClonesFartherApartThanTheNoiseAreRecognised() {
        Network network = new NetworkBuilder()
                .dense("1 2; 1.00001 2; 2 1.00000001; 2 1.00001", "1 1 1 1")
                .activation("tanh")
                .dense("3 3 3 3")
                .build();
        NumericVerification.Holds result = holds(network, WorkedExamples.swap(1), 1e-3);
        assertThat(result.actions().get(0).get(0).map().permutation().toArray()).containsExactly(2, 3, 0, 1);
        assertThat(result.reasons()).anyMatch(reason -> reason.contains("nearer"));
    }

    @Test
    void nearClonesBelowTheNoiseAreMatchedByAllWeightsTogether() {
        // Two pairs of clones that the swap exchanges; which clone goes to which is lost in the noise, and no matter
        // for the verdict.
        Network network = new NetworkBuilder()
                .dense("1 2; 1.0000001 2; 2 1.0000002; 2.0000001 1", "1 1 1 1")
                .activation("tanh")
                .dense("3 3 3 3")
                .build();
        NumericVerification.Holds result = holds(network, WorkedExamples.swap(1), 1e-3);
        assertThat(result.largestResidual()).isLessThan(1e-6);
        assertThat(result.reasons()).anyMatch(reason -> reason.contains("alike within the tolerance"));
    }

    @Test
    void nearClonesAreToldApartByTheirOutgoingWeights() {
        Network network = new NetworkBuilder()
                .dense("1 2; 1.0000001 2; 2 1.0000002; 2.0000001 1", "1 1 1 1")
                .activation("tanh")
                .dense("3 -5 -5 3")
                .build();
        NumericVerification.Holds result = holds(network, WorkedExamples.swap(1), 1e-3);
        assertThat(result.actions().get(0).get(0).map().permutation().toArray()).containsExactly(3, 2, 1, 0);
        assertThat(result.reasons()).anyMatch(reason -> reason.contains("outgoing weights"));
    }

    @Test
    void unitsWithoutInfluenceStayWhereTheyAre() {
        Network network = new NetworkBuilder()
                .dense("1 2; 0 0; 2 1; 0 0", "3 0 3 0")
                .activation("tanh")
                .dense("5 0 5 0")
                .build();
        NumericVerification.Holds result = holds(network, WorkedExamples.swap(1), 1e-6);
        assertThat(result.actions().get(0).get(0).map().permutation().toArray()).containsExactly(2, 1, 0, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "gelu", "silu", "softplus"})
    void theHatIsNeitherHeldNorRefuted(String activation) {
        assertThat(verify(WorkedExamples.hat(activation), WorkedExamples.reflection(1, 1), 1e-6))
                .isInstanceOf(NumericVerification.Undetermined.class);
    }

    @Test
    void theWorkedExamplesHoldWithExactActions() {
        NumericVerification.Holds swapped = holds(WorkedExamples.swappedPair(), WorkedExamples.swap(1), 1e-9);
        assertThat(swapped.actions().get(0).get(0)).isInstanceOf(LatentAction.Exact.class);
        assertThat(swapped.largestResidual()).isZero();
        holds(WorkedExamples.signedUnits(), WorkedExamples.reflection(2, -1), 1e-9);
        assertThat(verify(WorkedExamples.antisymmetricPair(), WorkedExamples.swap(1), 1e-3))
                .isInstanceOf(NumericVerification.Refuted.class);
    }

    @Test
    void aRefutationBoundsTheErrorOfItsEvaluation() {
        NumericVerification.Refuted result =
                (NumericVerification.Refuted) verify(WorkedExamples.antisymmetricPair(), WorkedExamples.swap(1), 1e-3);
        assertThat(result.witness().errorBound()).isLessThan(1e-12);
        assertThat(result.witness().relative()).isGreaterThan(1e-3);
        assertThat(result.witness().generator()).isEqualTo("s");
        assertThat(result.statement()).contains("0.001");
    }

    @Test
    void aDifferenceThatIsOnlyRoundingIsNeverAWitness() {
        // The function is even, its matching fails, and the tolerance is below the rounding error of a double.
        Network hat = new NetworkBuilder()
                .dense("1; 1; 1", "1/3 0 -1/3")
                .activation("softplus")
                .dense("0.1 -0.2 0.1")
                .build();
        assertThat(verify(hat, WorkedExamples.reflection(1, 1), 1e-17))
                .isInstanceOf(NumericVerification.Undetermined.class);
    }

    @Test
    void aRotationActsOnAnOctagonOfUnitsInBinary32() {
        double[][] weight = new double[8][2];
        for (int k = 0; k < 8; k++) {
            weight[k][0] = (float) Math.cos(k * Math.PI / 4);
            weight[k][1] = (float) Math.sin(k * Math.PI / 4);
        }
        double[][] ones = {{1, 1, 1, 1, 1, 1, 1, 1}};
        Network network = new Network(List.of(
                Planted.dense(weight, new double[8]),
                Layer.Entrywise.of(Activations.requireNamed("relu"), 8),
                Planted.dense(ones, new double[1])));
        Scalar half = Scalar.sqrt(new org.hipparchus.fraction.BigFraction(1, 2));
        AffineMap turn = AffineMap.of(
                io.intertwine.exact.ExactMatrix.of(2, 2, List.of(half, half.negate(), half, half)),
                Collections.nCopies(2, Scalar.ZERO));
        Symmetry symmetry = WorkedExamples.symmetry(
                GroupDescription.Presentation.cyclic(8), List.of(turn), List.of(AffineMap.identity(1)));
        NumericVerification.Holds result = holds(network, symmetry, 1e-6);
        assertThat(result.actions().get(0).get(0).map().permutation().toArray())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 0);
    }

    @Test
    void linearLayersInARowCarryAMatrix() {
        Planted planted = new Planted(10, false, 12, 8, 16, 3);
        List<Layer> layers = new ArrayList<>(planted.noise(1e-9).network("tanh").layers());
        layers.remove(1);
        Network network = new Network(layers);
        NumericVerification.Holds result = holds(network, planted.symmetry(), 1e-6);
        assertThat(result.actions().get(0).get(0).map().isMonomial()).isFalse();
    }

    @Test
    void softmaxOutputsCountModuloTheAllOnesVector() {
        Network network = new NetworkBuilder()
                .dense("1 2; 2 1", "3 3")
                .activation("tanh")
                .dense("5 1; 1.0000001 5", "0.5 0.5")
                .build();
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.add(new Layer.Softmax(2));
        AffineMap swap = WorkedExamples.swap(1).input().images().get(0);
        Symmetry both = WorkedExamples.involution(swap, swap);
        assertThat(holds(new Network(layers), both, 1e-6).residuals()).hasSize(3);
    }

    @Test
    void aLastActivationMustCarryTheOutputAction() {
        Network network = new NetworkBuilder()
                .dense("1 2; 2 1", "3 3")
                .activation("relu")
                .dense("5 1; 1.0000001 5", "0.5 0.5")
                .activation("relu")
                .build();
        AffineMap swap = WorkedExamples.swap(1).input().images().get(0);
        assertThat(holds(network, WorkedExamples.involution(swap, swap), 1e-6).residuals())
                .hasSize(4);
        assertThat(verify(network, WorkedExamples.involution(swap, AffineMap.identity(2)), 1e-6))
                .isInstanceOf(NumericVerification.Refuted.class);
    }

    @Test
    void unitsOfDifferentActivationsAreNeverExchanged() {
        Network network = mixed("3 3", "5 5 1 1");
        NumericVerification.Holds result = holds(network, WorkedExamples.swap(1), 1e-6);
        assertThat(result.actions().get(0).get(0).map().permutation().toArray()).containsExactly(1, 0, 3, 2);
        assertThat(verify(mixed("3 3.5", "5 5 1 1"), WorkedExamples.swap(1), 1e-6))
                .isInstanceOf(NumericVerification.Refuted.class);
    }

    /** Two tanh and two ReLU units; the first two have the given biases. */
    private static Network mixed(String biases, String readout) {
        Network dense = new NetworkBuilder()
                .dense("1 2; 2 1; 1 2.0000001; 2 1", biases + " 3 3")
                .build();
        Activation tanh = Activations.requireNamed("tanh");
        Activation relu = Activations.requireNamed("relu");
        return new Network(List.of(
                dense.layers().get(0),
                new Layer.Entrywise(List.of(tanh, tanh, relu, relu)),
                new NetworkBuilder().dense(readout).build().layers().get(0)));
    }

    @Test
    void translationsByAPeriodAreCounted() {
        Network network = new NetworkBuilder()
                .dense("1.0000001", "0.25")
                .activation("floor")
                .dense("2", "0")
                .build();
        AffineMap input = AffineMap.of(matrix("1"), List.of(Scalar.of(3)));
        AffineMap output = AffineMap.of(matrix("1"), List.of(Scalar.of(6)));
        GroupDescription free = new GroupDescription.Presentation(List.of("t"), List.of());
        NumericVerification.Holds result =
                holds(network, WorkedExamples.symmetry(free, List.of(input), List.of(output)), 1e-3);
        LatentAction.Exact before = (LatentAction.Exact) result.actions().get(0).get(0);
        assertThat(before.exact().shift()).containsExactly(Scalar.of(3));
    }

    @Test
    void aLinearMapIsVerifiedWithoutLatentSpaces() {
        Network network = new NetworkBuilder().dense("1 1.00000001", "0.5").build();
        NumericVerification.Holds result = holds(network, WorkedExamples.swap(1), 1e-6);
        assertThat(result.actions().get(0)).isEmpty();
        assertThat(result.largestResidual()).isBetween(1e-9, 1e-7);
        assertThat(verify(network, WorkedExamples.swap(-1), 1e-6)).isInstanceOf(NumericVerification.Refuted.class);
    }

    @Test
    void theTrivialGroupHolds() {
        GroupDescription none = new GroupDescription.Presentation(List.of(), List.of());
        Symmetry symmetry =
                new Symmetry(new Representation(none, 2, List.of()), new Representation(none, 1, List.of()));
        assertThat(holds(WorkedExamples.swappedPair(), symmetry, 1e-6).residuals())
                .hasSize(3);
    }

    @Test
    void withoutRelatorsTheGroupIsTheOneThatActs() {
        Planted planted = new Planted(11, true, WIDTHS);
        Network network = planted.network("tanh");
        GroupDescription generated = new GroupDescription.Generated(List.of("r", "s"));
        Symmetry symmetry = new Symmetry(
                new Representation(generated, 12, planted.symmetry().input().images()),
                new Representation(generated, 3, planted.symmetry().output().images()));
        holds(network, symmetry, 1e-9);
        Network idle = new NetworkBuilder()
                .dense("1 2; 0 0; 2 1; 0 0", "3 0 3 0")
                .activation("tanh")
                .dense("5 0 5 0")
                .build();
        GroupDescription one = new GroupDescription.Generated(List.of("s"));
        Symmetry swap = new Symmetry(
                new Representation(one, 2, WorkedExamples.swap(1).input().images()),
                new Representation(one, 1, WorkedExamples.swap(1).output().images()));
        // The idle units could be exchanged by an element that does nothing else; the joint search chooses a
        // homomorphism of this group.
        assertThat(holds(idle, swap, 1e-6).largestResidual()).isZero();
    }

    @Test
    void residualsThatAddUpToMoreThanTheToleranceAreUndetermined() {
        // The second unit is a thousand times smaller than the first, but all of the output.
        Network network = new NetworkBuilder()
                .dense("1000 1000; 1 1.5", "0 0")
                .activation("tanh")
                .dense("0 1")
                .build();
        NumericVerification result = verify(network, WorkedExamples.swap(1), 1e-3);
        assertThat(result).isInstanceOf(NumericVerification.Undetermined.class);
        assertThat(result.reasons()).anyMatch(reason -> reason.contains("residuals add up"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-3, 1, 2, Double.NaN, Double.POSITIVE_INFINITY})
    void aToleranceThatIsNotBetweenZeroAndOneIsRefused(double tolerance) {
        assertThatThrownBy(() -> new Tolerance(tolerance))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tolerance");
    }

    @Test
    void aSymmetryThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> verify(WorkedExamples.hat("relu"), WorkedExamples.swap(1), 1e-3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 inputs");
    }

    @Test
    void theLargestDifferenceOfAnEquivariantFunctionIsRounding() {
        Planted planted = new Planted(12, true, WIDTHS);
        Difference difference = NumericVerifier.largestDifference(planted.network("tanh"), planted.symmetry(), 30, 1);
        assertThat(difference.relative()).isLessThan(1e-13);
        assertThat(difference.points()).isEqualTo(30);
        Difference rounded =
                NumericVerifier.largestDifference(planted.noise(1e-7).network("tanh"), planted.symmetry(), 30, 1);
        assertThat(rounded.relative()).isBetween(1e-9, 1e-5);
        assertThat(rounded.input()).hasSize(12);
    }

    @Test
    void theSameSeedGivesTheSameResult() {
        Planted planted = new Planted(13, false, WIDTHS).noise(0.1);
        Network network = planted.network("relu");
        NumericVerification first = verify(network, planted.symmetry(), 1e-3);
        NumericVerification second = verify(network, planted.symmetry(), 1e-3);
        assertThat(second.difference()).isEqualTo(first.difference());
        assertThat(second.reasons()).isEqualTo(first.reasons());
        assertThat(((NumericVerification.Nearest.Found) second.nearest()).residuals())
                .isEqualTo(((NumericVerification.Nearest.Found) first.nearest()).residuals());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "relu"})
    void widthFiveHundredAndTwelveTakesSeconds(String activation) {
        Planted planted = new Planted(14, activation.equals("tanh"), 64, 512, 512, 512, 4)
                .noise(1e-7)
                .toFloat32();
        Network network = planted.network(activation);
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            NumericVerification.Holds result = holds(network, planted.symmetry(), 1e-4);
            assertPlantedActionIsFound(planted, network, result);
        });
    }
}
