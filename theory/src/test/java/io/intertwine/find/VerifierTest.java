package io.intertwine.find;

import static io.intertwine.construct.NetworkBuilder.matrix;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Permutation;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private static Verification verify(Network network, Symmetry symmetry) {
        return Verifier.verify(network, symmetry, 1);
    }

    private static Verification.Layerwise layerwise(Network network, Symmetry symmetry) {
        Verification result = verify(network, symmetry);
        assertThat(result).as("%s", result.reasons()).isInstanceOf(Verification.Layerwise.class);
        return (Verification.Layerwise) result;
    }

    @Test
    void swappingTheInputsOfTheFirstExampleSwapsItsUnits() {
        Verification.Layerwise result = layerwise(WorkedExamples.swappedPair(), WorkedExamples.swap(1));
        assertThat(result.reparametrised()).isFalse();
        AffineMap unitAction = result.actions().get(0).get(0);
        assertThat(unitAction.permutation().toArray()).containsExactly(1, 0);
        assertThat(unitAction.scales()).containsOnly(Scalar.ONE);
    }

    @Test
    void anAntisymmetricReadoutIsEquivariantForTheSignOnTheOutputOnly() {
        assertThat(layerwise(WorkedExamples.antisymmetricPair(), WorkedExamples.swap(-1))
                        .reparametrised())
                .isFalse();
        assertThat(verify(WorkedExamples.antisymmetricPair(), WorkedExamples.swap(1)))
                .isInstanceOf(Verification.NotEquivariant.class);
    }

    @Test
    void theSignExampleNegatesItsUnits() {
        Verification.Layerwise result = layerwise(WorkedExamples.signedUnits(), WorkedExamples.reflection(2, -1));
        assertThat(result.actions().get(0).get(0).scales()).containsOnly(Scalar.MINUS_ONE);
    }

    @Test
    void theHatOfAnActivationWithoutBypassIsNotEven() {
        assertThat(verify(WorkedExamples.hat("elu"), WorkedExamples.reflection(1, 1)))
                .isInstanceOf(Verification.NotEquivariant.class);
    }

    @Test
    void theStarIsLayerwiseUnderTheSquareOfTheHexagon() {
        AffineMap square = WorkedExamples.hexagon().input().images().get(0);
        Symmetry cyclic3 = WorkedExamples.symmetry(
                GroupDescription.Presentation.cyclic(3), List.of(square.after(square)), List.of(AffineMap.identity(1)));
        assertThat(layerwise(WorkedExamples.starOfTypeA2(), cyclic3).reparametrised())
                .isFalse();
    }

    @Test
    void splitClonesAreMergedAndTheMergedNetworkPasses() {
        Verification.Layerwise result = layerwise(WorkedExamples.splitClones(), WorkedExamples.swap(1));
        assertThat(result.reparametrised()).isTrue();
    }

    @Test
    void clonesWhoseExtensionDoesNotSplitAreReparametrised() {
        Verification.Layerwise result = layerwise(WorkedExamples.nonSplitClones(), WorkedExamples.swap(1));
        assertThat(result.reparametrised()).isTrue();
        assertThat(result.reasons()).anyMatch(reason -> reason.contains("does not split"));
    }

    @Test
    void anEvenActivationDoesNotHideTheSignOfTheBias() {
        Network shifted = new NetworkBuilder()
                .dense("1", "1")
                .activation("abs")
                .dense("1")
                .build();
        assertThat(verify(shifted, WorkedExamples.reflection(1, 1))).isInstanceOf(Verification.NotEquivariant.class);
    }

    @Test
    void aRotationByFortyFiveDegreesPermutesTheUnitsOfAnOctagon() {
        Network octagon = new NetworkBuilder()
                .dense(
                        "1 0; sqrt(2)/2 sqrt(2)/2; 0 1; -sqrt(2)/2 sqrt(2)/2; -1 0; -sqrt(2)/2 -sqrt(2)/2; 0 -1; sqrt(2)/2 -sqrt(2)/2")
                .activation("relu")
                .dense("1 1 1 1 1 1 1 1")
                .build();
        AffineMap turn =
                AffineMap.of(matrix("sqrt(2)/2 -sqrt(2)/2; sqrt(2)/2 sqrt(2)/2"), Collections.nCopies(2, Scalar.ZERO));
        Symmetry symmetry = WorkedExamples.symmetry(
                GroupDescription.Presentation.cyclic(8), List.of(turn), List.of(AffineMap.identity(1)));
        assertThat(layerwise(octagon, symmetry).reparametrised()).isFalse();
    }

    @Test
    void withoutRelatorsClonesWhoseLiftsDoNotCloseAreReparametrised() {
        Symmetry swap = WorkedExamples.swap(1);
        Symmetry generated = WorkedExamples.symmetry(
                new GroupDescription.Generated(List.of("s")),
                swap.input().images(),
                swap.output().images());
        Verification.Layerwise result = layerwise(WorkedExamples.nonSplitClones(), generated);
        assertThat(result.reparametrised()).isTrue();
        assertThat(result.reasons()).first().asString().contains("not determined by the input and output action");
    }

    @Test
    void rowsWithEqualFingerprintsAreToldApartBeforeTheyArePaired() {
        // 2^61 is 1 modulo the prime of the fingerprints, so that all rows have the same.
        int n = 13;
        ExactMatrix weight = ExactMatrix.build(n, n, (i, j) -> i == j ? Scalar.of(1L << 61) : Scalar.ONE);
        Network network = new Network(List.of(
                new Layer.Dense(weight, List.of()),
                Layer.Entrywise.of(Activations.requireNamed("tanh"), n),
                new Layer.Dense(ExactMatrix.build(1, n, (i, j) -> Scalar.ONE), List.of())));
        int[] reversed = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
        AffineMap reversal = AffineMap.monomial(Permutation.of(reversed), Collections.nCopies(n, Scalar.ONE));
        Symmetry symmetry = WorkedExamples.involution(reversal, AffineMap.identity(1));
        assertThat(layerwise(network, symmetry).actions().get(0).get(0).permutation())
                .isEqualTo(reversal.permutation());
    }

    @Test
    void aLinearLayerThatReadsAZeroUnitIsReduced() {
        Network network =
                new NetworkBuilder().dense("0; 0", "0 0").dense("0 -1", "0").build();
        assertThat(layerwise(network, WorkedExamples.reflection(1, -1)).reparametrised())
                .isTrue();
    }

    @Test
    void powersOfPowersAreEnclosedWhereTheyAreTooLongToWriteDown() {
        Network network = new NetworkBuilder()
                .dense("1", "1/3")
                .activation(Activations.power(100))
                .activation(Activations.power(100))
                .activation(Activations.power(100))
                .build();
        assertThat(Evaluation.exact(network, List.of(Scalar.of(1, 7)))).isEmpty();
        assertThat(Evaluation.enclose(network, List.of(Scalar.of(1, 7)), 64)).hasSize(1);
    }
}
