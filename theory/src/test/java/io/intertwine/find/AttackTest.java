package io.intertwine.find;

import static io.intertwine.construct.NetworkBuilder.matrix;
import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts to make verification say something false, or to make it fail. */
class AttackTest {
    private enum Verdict {
        GIVEN,
        REPARAMETRISED,
        REFUTED,
        OPEN
    }

    private static Verdict verdict(Network network, Symmetry symmetry) {
        Verification result = Verifier.verify(network, symmetry, 3);
        if (result instanceof Verification.Layerwise layerwise) {
            return layerwise.reparametrised() ? Verdict.REPARAMETRISED : Verdict.GIVEN;
        }
        return result instanceof Verification.NotEquivariant ? Verdict.REFUTED : Verdict.OPEN;
    }

    private static NetworkBuilder net() {
        return new NetworkBuilder();
    }

    private static AffineMap map(String scales, String shift) {
        List<Scalar> factors = vector(scales);
        return AffineMap.monomial(Permutation.identity(factors.size()), factors, vector(shift));
    }

    private static AffineMap swap() {
        return WorkedExamples.swap(1).input().images().get(0);
    }

    private static Symmetry generated(AffineMap input, AffineMap output) {
        return WorkedExamples.symmetry(new GroupDescription.Generated(List.of("s")), List.of(input), List.of(output));
    }

    private static Symmetry free(AffineMap input, AffineMap output) {
        return WorkedExamples.symmetry(new Presentation(List.of("s"), List.of()), List.of(input), List.of(output));
    }

    private static final AffineMap ONE = AffineMap.identity(1);
    private static final Symmetry EVEN = WorkedExamples.reflection(1, 1);
    private static final Symmetry ODD = WorkedExamples.reflection(1, -1);
    private static final Symmetry SWAP = WorkedExamples.swap(1);

    /** The second entry of an integer row (2, t) with the same fingerprint as (1, 0). */
    private static String collision() {
        SplittableRandom random = new SplittableRandom(0x1f83d9abfb41bd6bL);
        long first = random.nextLong(1, Mersenne61.PRIME);
        long second = random.nextLong(1, Mersenne61.PRIME);
        long t = Mersenne61.multiply(Mersenne61.negate(first), Mersenne61.inverse(second));
        return Long.toString(t);
    }

    @Test
    void rowsWithTheSameFingerprintAreNotTakenForClones() {
        String t = collision();
        Network network = net().dense("1 0; 2 " + t + "; 0 1; " + t + " 2")
                .activation("tanh")
                .dense("1 5 1 5")
                .build();
        assertThat(new RowKeys(2)
                        .keys(
                                matrix("1 0; 2 " + t),
                                AffineMap.identity(2),
                                vector("0 0"),
                                Collections.nCopies(2, Activations.requireNamed("tanh"))))
                .as("the rows collide")
                .satisfies(keys -> assertThat(keys.get(0)).isEqualTo(keys.get(1)));
        assertThat(verdict(network, SWAP)).isEqualTo(Verdict.GIVEN);
        Network broken = net().dense("1 0; 2 " + t + "; 0 1; " + t + " 2")
                .activation("tanh")
                .dense("1 5 5 1")
                .build();
        assertThat(verdict(broken, SWAP)).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void aCollisionAcrossTheActionIsNoMatch() {
        Network network = net().dense("1 0; " + collision() + " 2")
                .activation("relu")
                .dense("1 1")
                .build();
        assertThat(verdict(network, SWAP)).isEqualTo(Verdict.REFUTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2305843009213693951", "1/2305843009213693951", "-4611686018427387902/3"})
    void multiplesOfTheFingerprintsPrimeAreOrdinaryWeights(String weight) {
        for (String activation : List.of("tanh", "relu", "abs")) {
            Network network = net().dense(weight + " 1; 1 " + weight, weight + " " + weight)
                    .activation(activation)
                    .dense("1 1")
                    .build();
            assertThat(verdict(network, SWAP)).as(activation).isEqualTo(Verdict.GIVEN);
        }
    }

    @Test
    void aNetworkMayBeAnActivationAlone() {
        Network tanh = new Network(List.of(Layer.Entrywise.of(Activations.requireNamed("tanh"), 2)));
        Symmetry swap = WorkedExamples.involution(swap(), swap());
        assertThat(verdict(tanh, swap)).isEqualTo(Verdict.GIVEN);
        assertThat(verdict(tanh, WorkedExamples.involution(swap(), AffineMap.identity(2))))
                .isEqualTo(Verdict.REFUTED);
        Network softmax = new Network(List.of(new Layer.Softmax(2)));
        assertThat(verdict(softmax, swap)).isEqualTo(Verdict.GIVEN);
        assertThat(verdict(softmax, WorkedExamples.involution(swap(), AffineMap.identity(2))))
                .isEqualTo(Verdict.REFUTED);
    }

    @Test
    void aGroupWithoutGeneratorsIsTrivial() {
        GroupDescription none = new GroupDescription.Generated(List.of());
        Symmetry trivial = new Symmetry(new Representation(none, 2, List.of()), new Representation(none, 1, List.of()));
        assertThat(verdict(WorkedExamples.swappedPair(), trivial)).isEqualTo(Verdict.GIVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abs", "gaussian", "sech", "cos"})
    void evenUnitsDoNotHideTheSignOfTheirBias(String activation) {
        assertThat(verdict(
                        net().dense("1", "1").activation(activation).dense("1").build(), EVEN))
                .isEqualTo(Verdict.REFUTED);
        assertThat(verdict(
                        net().dense("1", "0").activation(activation).dense("1").build(), EVEN))
                .isEqualTo(Verdict.GIVEN);
        Network pair =
                net().dense("1; -1", "1 1").activation(activation).dense("1 1").build();
        assertThat(verdict(pair, EVEN)).isEqualTo(Verdict.GIVEN);
    }

    @Test
    void anEvenUnitBehindAnOddOneForgetsTheSign() {
        Network network = net().dense("1")
                .activation("tanh")
                .dense("1")
                .activation("abs")
                .dense("1")
                .build();
        assertThat(verdict(network, EVEN)).isEqualTo(Verdict.GIVEN);
        assertThat(verdict(network, ODD)).isEqualTo(Verdict.REFUTED);
        Network shifted = net().dense("1")
                .activation("tanh")
                .dense("1", "1/2")
                .activation("abs")
                .dense("1")
                .build();
        assertThat(verdict(shifted, EVEN)).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void composedActivationsIntersectTheirGroups() {
        assertThat(verdict(
                        net().dense("1")
                                .activation("tanh")
                                .activation("tanh")
                                .dense("1")
                                .build(),
                        ODD))
                .isEqualTo(Verdict.GIVEN);
        Network rectified = net().dense("1")
                .activation("tanh")
                .activation("relu")
                .dense("1")
                .build();
        assertThat(verdict(rectified, ODD)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(
                        net().dense("1")
                                .activation("tanh")
                                .activation("abs")
                                .dense("1")
                                .build(),
                        EVEN))
                .isEqualTo(Verdict.GIVEN);
        // relu(sigmoid) is sigmoid, so the function has a symmetry that the composed latent group does not: never
        // refuted.
        Network positive = net().dense("1", "0")
                .activation("sigmoid")
                .activation("relu")
                .dense("2", "-1")
                .build();
        assertThat(verdict(positive, ODD)).isEqualTo(Verdict.OPEN);
    }

    @Test
    void theFirstActivationActsOnTheInputs() {
        Network network = new Network(List.of(
                Layer.Entrywise.of(Activations.requireNamed("relu"), 2), new Layer.Dense(matrix("1 1"), List.of())));
        assertThat(verdict(network, SWAP)).isEqualTo(Verdict.GIVEN);
        assertThat(verdict(network, free(map("2 3", "0 0"), ONE))).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(network, free(map("2 2", "0 0"), map("2", "0")))).isEqualTo(Verdict.GIVEN);
        assertThat(verdict(network, WorkedExamples.reflection(2, 1))).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void theLastActivationIsNotInvertedWhereItIsNotInjective() {
        Layer.Dense dense = new Layer.Dense(matrix("1"), List.of());
        assertThat(verdict(new Network(List.of(dense, Layer.Entrywise.of(Activations.requireNamed("abs"), 1))), EVEN))
                .isEqualTo(Verdict.GIVEN);
        assertThat(verdict(new Network(List.of(dense, Layer.Entrywise.of(Activations.requireNamed("relu"), 1))), EVEN))
                .isEqualTo(Verdict.REFUTED);
        // relu(-1 - |x|) is zero: equivariant for any output action, but no latent action shows it.
        Network zero = net().dense("1")
                .activation("abs")
                .dense("-1", "-1")
                .activation("relu")
                .build();
        assertThat(verdict(zero, ODD)).isEqualTo(Verdict.OPEN);
        assertThat(verdict(zero, EVEN)).isEqualTo(Verdict.GIVEN);
    }

    @Test
    void functionsThatVanishByARefinementRelationAreNeverRefuted() {
        Network hardtanh = net().dense("1; 1; 1/2", "0 -2 -1/2")
                .activation("hardtanh")
                .dense("1 1 -2")
                .build();
        assertThat(verdict(hardtanh, free(map("3", "1"), map("-7", "0")))).isEqualTo(Verdict.OPEN);
        Network relu6 = net().dense("1; 1; 1/2", "0 -6 0")
                .activation("relu6")
                .dense("1 1 -2")
                .build();
        assertThat(verdict(relu6, free(map("3", "1"), map("-7", "0")))).isEqualTo(Verdict.OPEN);
    }

    @Test
    void softmaxForgetsOnlyACommonNumber() {
        Network network =
                new Network(List.of(new Layer.Dense(matrix("1 0; 0 1; 1 1"), vector("5 5 9")), new Layer.Softmax(3)));
        Symmetry swap = WorkedExamples.involution(swap(), AffineMap.monomial(Permutation.of(1, 0, 2), vector("1 1 1")));
        assertThat(verdict(network, swap)).isEqualTo(Verdict.GIVEN);
        Symmetry translation = free(map("1 1", "2 2"), AffineMap.identity(3));
        assertThat(verdict(network, translation)).isEqualTo(Verdict.REFUTED);
        Network difference =
                new Network(List.of(new Layer.Dense(matrix("1 0; 0 1"), vector("5 5")), new Layer.Softmax(2)));
        assertThat(verdict(difference, free(map("1 1", "2 2"), AffineMap.identity(2))))
                .isEqualTo(Verdict.GIVEN);
        assertThat(verdict(difference, free(map("1 1", "2 3"), AffineMap.identity(2))))
                .isEqualTo(Verdict.REFUTED);
    }

    @Test
    void sigmoidFlipsNeedABiasThatAbsorbsThem() {
        assertThat(verdict(net().dense("1").activation("sigmoid").dense("1").build(), ODD))
                .isEqualTo(Verdict.REFUTED);
        Symmetry complement = WorkedExamples.involution(map("-1", "0"), map("-1", "1"));
        assertThat(verdict(net().dense("1").activation("sigmoid").dense("1").build(), complement))
                .isEqualTo(Verdict.GIVEN);
        assertThat(verdict(
                        net().dense("1; 2").activation("sigmoid").dense("1 -1").build(), ODD))
                .isEqualTo(Verdict.GIVEN);
        assertThat(verdict(
                        net().dense("1; 2").activation("sigmoid").dense("1 -2").build(), ODD))
                .isEqualTo(Verdict.REFUTED);
        assertThat(verdict(
                        net().dense("1; 2")
                                .activation("heaviside")
                                .dense("1 -1")
                                .build(),
                        ODD))
                .isEqualTo(Verdict.GIVEN);
    }

    @Test
    void floorIsTranslatedByIntegersOnly() {
        Network network = net().dense("1", "1/2").activation("floor").dense("1").build();
        assertThat(verdict(network, free(map("1", "1"), map("1", "1")))).isEqualTo(Verdict.GIVEN);
        assertThat(verdict(network, free(map("1", "1/2"), map("1", "1/2")))).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(network, ODD)).isEqualTo(Verdict.REFUTED);
        Network doubled = net().dense("2").activation("floor").dense("1").build();
        assertThat(verdict(doubled, free(map("1", "1/2"), map("1", "1")))).isEqualTo(Verdict.GIVEN);
        assertThat(verdict(doubled, free(map("1", "1/3"), map("1", "2/3")))).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void affineInputActionsMoveTheBiases() {
        Network tent =
                net().dense("1; -1", "-1 1").activation("relu").dense("1 1").build();
        assertThat(verdict(tent, WorkedExamples.involution(map("-1", "2"), ONE)))
                .isEqualTo(Verdict.GIVEN);
        assertThat(verdict(tent, WorkedExamples.involution(map("-1", "3"), ONE)))
                .isEqualTo(Verdict.REFUTED);
    }

    @Test
    void irrationalScalingsOfRationalWeightsAreMatched() {
        AffineMap twist = AffineMap.monomial(Permutation.of(1, 0), vector("sqrt(2) sqrt(2)/2"));
        Network network =
                net().dense("1 1; 1 1/2").activation("relu").dense("1 sqrt(2)").build();
        assertThat(verdict(network, WorkedExamples.involution(twist, ONE))).isEqualTo(Verdict.GIVEN);
    }

    @Test
    void anAlgebraicSymmetryIsNotARationalOneNearby() {
        Network network = net().dense("1; -1", "-1 sqrt(2)")
                .activation("relu")
                .dense("1 1")
                .build();
        assertThat(verdict(network, WorkedExamples.involution(map("-1", "1+sqrt(2)"), ONE)))
                .isEqualTo(Verdict.GIVEN);
        assertThat(verdict(network, WorkedExamples.involution(map("-1", "2414213562373095/1000000000000000"), ONE)))
                .isEqualTo(Verdict.REFUTED);
    }

    @Test
    void unitsOfDifferentActivationsAreNotExchanged() {
        Activation almost = Activations.leakyRelu(Scalar.of(1, 100));
        Activation binary32 =
                Activations.leakyRelu(Scalar.of(new BigInteger("10737418")).divide(Scalar.of(1L << 30)));
        Layer.Dense first = new Layer.Dense(matrix("1 0; 0 1"), List.of());
        Layer.Dense last = new Layer.Dense(matrix("1 1"), List.of());
        Network mixed = new Network(List.of(first, new Layer.Entrywise(List.of(almost, binary32)), last));
        assertThat(almost).isNotEqualTo(binary32);
        assertThat(verdict(mixed, SWAP)).isEqualTo(Verdict.REFUTED);
        Network equal = new Network(List.of(first, new Layer.Entrywise(List.of(almost, almost)), last));
        assertThat(verdict(equal, SWAP)).isEqualTo(Verdict.GIVEN);
    }

    @Test
    void anIdentityUnitIsALinearOne() {
        Network network =
                net().dense("1 0; 0 1").activation("identity").dense("1 1").build();
        assertThat(verdict(network, SWAP)).isEqualTo(Verdict.GIVEN);
        Symmetry shear = free(AffineMap.of(matrix("1 1; 0 1"), vector("0 0")), ONE);
        assertThat(verdict(network, shear)).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void hugeAndTinyWeightsAreExact() {
        long huge = 0x7fefffffffffffffL;
        long tiny = 1L;
        ExactMatrix weight = ExactMatrix.ofBinary64(2, 2, new long[] {huge, tiny, tiny, huge});
        ExactMatrix broken = ExactMatrix.ofBinary64(2, 2, new long[] {huge, tiny, tiny, huge - 1});
        for (String activation : List.of("relu", "tanh")) {
            Network good = net().dense(weight, List.of())
                    .activation(activation)
                    .dense("1 1")
                    .build();
            assertThat(verdict(good, SWAP)).as(activation).isEqualTo(Verdict.GIVEN);
            Network bad = net().dense(broken, List.of())
                    .activation(activation)
                    .dense("1 1")
                    .build();
            assertThat(verdict(bad, SWAP)).as(activation).isNotIn(Verdict.GIVEN, Verdict.REPARAMETRISED);
        }
        Network rectified =
                net().dense(broken, List.of()).activation("relu").dense("1 1").build();
        assertThat(verdict(rectified, SWAP)).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void generatorsThatCoincideGetTheSameLatentAction() {
        Network clones = net().dense("1 0; 1 0; 0 1; 0 1")
                .activation("tanh")
                .dense("1 1 1 1")
                .build();
        Symmetry twice = WorkedExamples.symmetry(
                new GroupDescription.Generated(List.of("a", "b")), List.of(swap(), swap()), List.of(ONE, ONE));
        assertThat(verdict(clones, twice)).isEqualTo(Verdict.GIVEN);
    }

    @Test
    void clonesThatDoNotSplitAreNeverAcceptedAtTheirWeightsWithoutRelators() {
        assertThat(verdict(WorkedExamples.nonSplitClones(), generated(swap(), ONE)))
                .isNotIn(Verdict.GIVEN, Verdict.REFUTED);
    }

    @Test
    void anInfiniteOrderActionNeedsNoRelator() {
        Network network = net().dense("1 1").activation("relu").dense("1").build();
        Symmetry squeeze = generated(AffineMap.of(matrix("2 0; 1 1"), vector("0 0")), ONE);
        assertThat(verdict(network, squeeze)).isEqualTo(Verdict.REFUTED);
        Symmetry shear = generated(AffineMap.of(matrix("2 1; -1 0"), vector("0 0")), ONE);
        assertThat(verdict(network, shear)).isEqualTo(Verdict.GIVEN);
    }

    @Test
    void unitsWithoutIncomingWeightsAreConstants() {
        Network fixed = net().dense("0 0; 1 2; 2 1", "4 0 0")
                .activation("tanh")
                .dense("7 1 1")
                .build();
        assertThat(verdict(fixed, SWAP)).isEqualTo(Verdict.GIVEN);
        Symmetry signs = WorkedExamples.swap(-1);
        Network odd = net().dense("0 0; 1 2; 2 1", "4 0 0")
                .activation("tanh")
                .dense("7 1 -1")
                .build();
        assertThat(verdict(odd, signs)).isEqualTo(Verdict.REFUTED);
        Network cancelled = net().dense("0 0; 0 0; 1 2; 2 1", "4 -4 0 0")
                .activation("tanh")
                .dense("7 7 1 -1")
                .build();
        assertThat(verdict(cancelled, signs)).isNotEqualTo(Verdict.REFUTED);
    }

    @Test
    void aUnitAtTheCentreOfItsGroupIsNotRefuted() {
        // tanh(0) = 0, so the second unit does nothing; matching does not try the signs that fix its row.
        Network network =
                net().dense("1; 0", "0 0").activation("tanh").dense("1 1").build();
        assertThat(verdict(network, ODD)).isNotEqualTo(Verdict.REFUTED);
    }

    @Test
    @Tag("slow")
    void aDeepWideNetworkHasABudgetForAllItsLayers() {
        int width = 2510;
        ExactMatrix diagonal = ExactMatrix.ofBinary64(width, width, diagonal(width));
        ExactMatrix readout = ExactMatrix.build(2, width, (i, j) -> Scalar.of(j % 2 == i ? j / 2 + 1 : 0));
        ExactMatrix start = ExactMatrix.build(width, 2, (i, j) -> Scalar.of(i % 2 == j ? i / 2 + 1 : 0));
        NetworkBuilder builder = net().dense(start, List.of())
                .activation("tanh")
                .dense(diagonal, List.of())
                .activation("tanh");
        builder.dense(readout, List.of()).activation("tanh");
        for (int k = 0; k < 3; k++) {
            builder.dense("1 0; 0 1").activation("tanh");
        }
        assertThat(verdict(builder.dense("1 1").build(), SWAP)).isEqualTo(Verdict.GIVEN);
    }

    private static long[] diagonal(int n) {
        long[] bits = new long[n * n];
        for (int i = 0; i < n; i++) {
            bits[i * n + i] = Scalar.ONE.toBinary64Bits();
        }
        return bits;
    }

    @Test
    void theSymmetryMustFitTheNetwork() {
        assertThatThrownBy(() -> Verifier.verify(WorkedExamples.swappedPair(), WorkedExamples.reflection(3, 1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acts on 3 inputs");
    }
}
