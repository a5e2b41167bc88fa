package io.intertwine.find;

import static io.intertwine.construct.NetworkBuilder.matrix;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.criterion.BypassForm;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layerwise equivariant networks for random equivariant functions of one hidden layer, and averages over groups. */
class EquivariantFormsTest {
    private static final AffineMap ONE = AffineMap.identity(1);
    private static final AffineMap MINUS = AffineMap.monomial(Permutation.identity(1), List.of(Scalar.MINUS_ONE));

    private static AffineMap permutation(int... images) {
        return AffineMap.monomial(Permutation.of(images), Collections.nCopies(images.length, Scalar.ONE));
    }

    private static AffineMap linear(String text) {
        ExactMatrix matrix = matrix(text);
        return AffineMap.of(matrix, Collections.nCopies(matrix.rows(), Scalar.ZERO));
    }

    /** Groups of order 2, 3 and 6 with actions on inputs and outputs. */
    private static List<Symmetry> symmetries() {
        return List.of(
                WorkedExamples.involution(permutation(1, 0), ONE),
                WorkedExamples.involution(permutation(1, 0), MINUS),
                WorkedExamples.involution(linear("-1 0; 0 -1"), ONE),
                WorkedExamples.involution(linear("-1 0; 0 1"), permutation(1, 0)),
                WorkedExamples.symmetry(Presentation.cyclic(3), List.of(permutation(1, 2, 0)), List.of(ONE)),
                WorkedExamples.symmetry(Presentation.cyclic(3), List.of(linear("0 -1; 1 -1")), List.of(ONE)),
                WorkedExamples.symmetry(
                        Presentation.cyclic(3), List.of(permutation(1, 2, 0)), List.of(permutation(1, 2, 0))),
                WorkedExamples.symmetry(
                        Presentation.symmetric(3),
                        List.of(permutation(1, 0, 2), permutation(0, 2, 1)),
                        List.of(MINUS, MINUS)),
                WorkedExamples.symmetry(
                        Presentation.symmetric(3),
                        List.of(permutation(1, 0, 2), permutation(0, 2, 1)),
                        List.of(permutation(1, 0, 2), permutation(0, 2, 1))));
    }

    static List<Arguments> functions() {
        return symmetries().stream()
                .flatMap(symmetry -> List.of("relu", "gelu").stream()
                        .flatMap(activation ->
                                IntStream.range(0, 2).mapToObj(seed -> Arguments.of(symmetry, activation, seed))))
                .toList();
    }

    /** The average over the group of a random network: an equivariant function. */
    private static Network random(Symmetry symmetry, String activation, int seed) {
        Random random = new Random(seed);
        int units = random.nextInt(1, 3);
        int inputs = symmetry.input().dimension();
        int outputs = symmetry.output().dimension();
        Network network = new Network(List.of(
                new Layer.Dense(
                        ExactMatrix.build(units, inputs, (i, j) -> Scalar.of(random.nextInt(-2, 3) * 2 + 1)),
                        IntStream.range(0, units)
                                .mapToObj(i -> Scalar.of(random.nextInt(-1, 2)))
                                .toList()),
                Layer.Entrywise.of(Activations.requireNamed(activation), units),
                new Layer.Dense(
                        ExactMatrix.build(outputs, units, (i, j) -> Scalar.of(random.nextInt(1, 4))),
                        Collections.nCopies(outputs, Scalar.ZERO))));
        return Averaging.of(network, symmetry).orElseThrow();
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("functions")
    void theNetworksFoundAreEqualAndLayerwiseEquivariant(Symmetry symmetry, String activation, int seed) {
        Network function = random(symmetry, activation, seed);
        BypassForm form = BypassForm.of(function).orElseThrow();
        List<Network> found = EquivariantForms.of(form, symmetry);
        assertThat(found).isNotEmpty();
        assertThat(found.stream().map(network -> network.layers().get(0).outputs()))
                .isSorted();
        for (Network network : found.subList(0, 1)) {
            assertThat(BypassForm.of(network)).contains(form);
            assertThat(EqualitySearch.compare(function, network, 1)).isInstanceOf(Equality.Equal.class);
            Verification verification = Verifier.verify(network, symmetry, 1);
            assertThat(verification).isInstanceOf(Verification.Layerwise.class);
            assertThat(((Verification.Layerwise) verification).reparametrised()).isFalse();
        }
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("functions")
    void anAverageIsLayerwiseEquivariant(Symmetry symmetry, String activation, int seed) {
        Network average = random(symmetry, activation, seed);
        Verification verification = Verifier.verify(average, symmetry, 1);
        assertThat(verification).isInstanceOf(Verification.Layerwise.class);
    }

    @Test
    void theAverageOfAnEquivariantFunctionIsTheFunction() {
        Symmetry even = WorkedExamples.reflection(1, 1);
        for (String activation : List.of("relu", "silu")) {
            Network hat = WorkedExamples.hat(activation);
            Network average = Averaging.of(hat, even).orElseThrow();
            assertThat(average.layers().get(0).outputs()).isEqualTo(6);
            assertThat(EqualitySearch.compare(hat, average, 1)).isInstanceOf(Equality.Equal.class);
            assertThat(((Verification.Layerwise) Verifier.verify(average, even, 1)).reparametrised())
                    .isFalse();
            assertThat(io.intertwine.check.Checker.check(
                            new SymmetryClaim.LayerwiseWhenWidened(hat, even), widening(hat, even, average)))
                    .isInstanceOf(io.intertwine.check.CheckResult.Accepted.class);
        }
    }

    private static Certificate widening(Network network, Symmetry symmetry, Network wide) {
        Verification.Layerwise layerwise = (Verification.Layerwise) Verifier.verify(wide, symmetry, 1);
        Comparison ridge = new Comparison.Ridge(Bypasses.of(List.of(network)));
        return new Certificate.Widening(
                Digest.of(network), Digest.of(symmetry), wide, EqualityProof.of(ridge), layerwise.actions());
    }

    @Test
    void deepNetworksOfSeveralActivationsAreAveraged() {
        Network deep = new io.intertwine.construct.NetworkBuilder()
                .dense("1 2; 3 4", "1 0")
                .activation("tanh")
                .dense("1 2; 3 -1", "0 1")
                .activation("relu")
                .dense("1 2", "3")
                .build();
        Symmetry swap = WorkedExamples.swap(1);
        Network average = Averaging.of(deep, swap).orElseThrow();
        assertThat(average.layers().get(2).outputs()).isEqualTo(4);
        assertThat(Verifier.verify(average, swap, 1)).isInstanceOf(Verification.Layerwise.class);
    }

    @Test
    void onlyNetworksBetweenDenseLayersAreAveraged() {
        Symmetry even = WorkedExamples.reflection(1, 1);
        Layer.Dense one = new Layer.Dense(matrix("1"), List.of());
        Layer.Entrywise abs = Layer.Entrywise.of(Activations.requireNamed("abs"), 1);
        assertThat(Averaging.of(new Network(List.of(one, abs)), even)).isEmpty();
        assertThat(Averaging.of(new Network(List.of(abs, one)), even)).isEmpty();
        assertThat(Averaging.of(new Network(List.of(one)), even)).isEmpty();
    }

    @Test
    void aFunctionThatIsNotEquivariantHasNoForms() {
        Network network = new io.intertwine.construct.NetworkBuilder()
                .dense("1 2", "3")
                .activation("relu")
                .dense("1", "0")
                .build();
        BypassForm form = BypassForm.of(network).orElseThrow();
        assertThat(EquivariantForms.of(form, WorkedExamples.swap(1))).isEmpty();
        assertThat(SignedForms.of(form, WorkedExamples.swap(1).input().images()))
                .isEmpty();
    }

    @Test
    void formsThatTheGroupReversesNeedBothOrientations() {
        Network hat = WorkedExamples.hat("relu");
        BypassForm form = BypassForm.of(hat).orElseThrow();
        SignedForms forms = SignedForms.of(
                        form, WorkedExamples.reflection(1, 1).input().images())
                .orElseThrow();
        // x is reversed; x + 1 and x - 1 are exchanged up to sign, so that one orientation may be chosen.
        List<Boolean> reversed =
                IntStream.range(0, 3).mapToObj(forms::isReversed).toList();
        assertThat(reversed).containsExactlyInAnyOrder(true, false, false);
        assertThat(forms.choices()).hasSize(1);
        int first = forms.choices().get(0);
        assertThat(forms.isNegated(first, forms.choices(), 0)).isFalse();
        assertThat(forms.isNegated(first, forms.choices(), 1)).isTrue();
    }

    @Test
    void theLargestSubgroupWithALatentActionIsFound() {
        assertThat(SubgroupSearch.of(WorkedExamples.starOfTypeA2(), WorkedExamples.hexagon()))
                .contains(new Subgroup(List.of("r^2"), 3, 2));
        assertThat(SubgroupSearch.of(WorkedExamples.hat("relu"), WorkedExamples.reflection(1, 1)))
                .contains(new Subgroup(List.of(), 1, 2));
        assertThat(SubgroupSearch.of(WorkedExamples.swappedPair(), WorkedExamples.swap(1)))
                .contains(new Subgroup(List.of("s"), 2, 1));
        // Both lifts of the swap have order four, so that the checker does not accept an action of order two.
        assertThat(SubgroupSearch.of(WorkedExamples.nonSplitClones(), WorkedExamples.swap(1)))
                .isEmpty();
        Symmetry translations = WorkedExamples.symmetry(
                new Presentation(List.of("t"), List.of()),
                List.of(AffineMap.monomial(Permutation.identity(1), List.of(Scalar.of(2)))),
                List.of(ONE));
        assertThat(SubgroupSearch.of(WorkedExamples.hat("relu"), translations)).isEmpty();
    }
}
