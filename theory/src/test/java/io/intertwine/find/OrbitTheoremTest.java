package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.certificate.Certificate.ClassMove;
import io.intertwine.claim.Claim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The orbit theorem on the counterexamples of the literature. */
class OrbitTheoremTest {
    private static final Symmetry EVEN = WorkedExamples.reflection(1, 1);

    private static List<List<Integer>> targets(Verification.NotLayerwise found) {
        return found.certificate().moves().stream()
                .map(moves -> moves.stream().map(ClassMove::target).toList())
                .toList();
    }

    private static List<String> proved(Verification found) {
        return found.survey().proofs().stream()
                .map(Proof::claim)
                .map(Claim::verdict)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "gelu", "silu", "softplus", "logsigmoid"})
    void theHatIsEvenAndItsTwoClassesAreExchanged(String activation) {
        Verification found = Verifier.verify(WorkedExamples.hat(activation), EVEN, 1);
        assertThat(found).isInstanceOf(Verification.NotLayerwise.class);
        Verification.NotLayerwise hat = (Verification.NotLayerwise) found;
        assertThat(targets(hat)).containsExactly(List.of(1, 0));
        assertThat(hat.classes().get(1).layers().get(0))
                .isEqualTo(new NetworkBuilder()
                        .dense("-1; -1; -1", "-1 0 1")
                        .build()
                        .layers()
                        .get(0));
        assertThat(hat.survey().given()).isEqualTo(Answer.REFUTED);
        assertThat(hat.survey().architecture()).isEqualTo(Answer.REFUTED);
        assertThat(hat.survey().widened()).isEqualTo(Answer.HOLDS);
        assertThat(proved(hat)).contains("no-latent-action", "layerwise-when-widened");
        Network wide = hat.survey().wide().get(0);
        assertThat(wide.layers().get(0).outputs()).isEqualTo(4);
        assertThat(Verifier.verify(wide, EVEN, 1)).isInstanceOf(Verification.Layerwise.class);
        assertThat(EqualitySearch.compare(WorkedExamples.hat(activation), wide, 1))
                .isInstanceOf(Equality.Equal.class);
    }

    @Test
    void theHatOfALeakyReluIsNotLayerwiseEither() {
        Network hat = new NetworkBuilder()
                .dense("1; 1; 1", "1 0 -1")
                .activation(Activations.leakyRelu(Scalar.of(1, 10)))
                .dense("1 -2 1", "0")
                .build();
        assertThat(Verifier.verify(hat, EVEN, 1)).isInstanceOf(Verification.NotLayerwise.class);
    }

    @Test
    void theStarIsLayerwiseUnderTheSquareOfItsTurnOnly() {
        Verification found = Verifier.verify(WorkedExamples.starOfTypeA2(), WorkedExamples.hexagon(), 1);
        assertThat(found).isInstanceOf(Verification.NotLayerwise.class);
        assertThat(targets((Verification.NotLayerwise) found)).containsExactly(List.of(1, 0));
        assertThat(found.survey().subgroup()).containsExactly(new Subgroup(List.of("r^2"), 3, 2));
        assertThat(found.survey().widened()).isEqualTo(Answer.HOLDS);
        assertThat(found.survey().wide().get(0).layers().get(0).outputs()).isEqualTo(6);
    }

    @Test
    void aSpareUnitMakesRoomForALayerwiseEquivariantParameter() {
        Verification found = Verifier.verify(WorkedExamples.hatWithSpareUnit(), EVEN, 1);
        assertThat(found).isInstanceOf(Verification.Layerwise.class);
        Verification.Layerwise layerwise = (Verification.Layerwise) found;
        assertThat(layerwise.reparametrised()).isTrue();
        assertThat(layerwise.subject().hasArchitectureOf(WorkedExamples.hatWithSpareUnit()))
                .isTrue();
        assertThat(found.survey().given()).isEqualTo(Answer.REFUTED);
    }

    @Test
    void clonesAreMergedAndTheGivenParametersHaveNoAction() {
        Verification found = Verifier.verify(WorkedExamples.splitClones(), WorkedExamples.swap(1), 1);
        assertThat(found).isInstanceOf(Verification.Layerwise.class);
        assertThat(((Verification.Layerwise) found).reparametrised()).isTrue();
        assertThat(found.survey().given()).isEqualTo(Answer.REFUTED);
        assertThat(proved(found)).containsExactly("no-latent-action");
        // tanh x, tanh x, tanh y: the matrix that takes both clones to the third unit is no element of the latent
        // group.
        assertThat(found.reasons()).anyMatch(reason -> reason.contains("at linear level only"));
    }

    @Test
    void anInjectiveLayerCarriesEveryActionAtSetLevel() {
        Verification found = Verifier.verify(WorkedExamples.hat("softplus"), EVEN, 1);
        assertThat(found.survey().level()).isEqualTo("set");
        assertThat(Verifier.verify(WorkedExamples.hat("relu"), EVEN, 1).survey().level())
                .isEmpty();
    }

    @Test
    void anExtensionThatDoesNotSplitIsProvedNotTo() {
        Verification found = Verifier.verify(WorkedExamples.nonSplitClones(), WorkedExamples.swap(1), 1);
        assertThat(found).isInstanceOf(Verification.Layerwise.class);
        assertThat(((Verification.Layerwise) found).reparametrised()).isTrue();
        assertThat(found.survey().given()).isEqualTo(Answer.REFUTED);
        assertThat(found.survey().proofs().get(0).theorem().rule()).contains("does not split");
    }

    @Test
    void noRealParameterOfTheDeepSquaresIsLayerwiseEquivariant() {
        // p(Hx) = 4 T p(x) for p = ((x1^2 + x2^2)^2, (x1^2 - x2^2)^2): the classes {N, M} and {N, Q} are exchanged.
        Network squares = new NetworkBuilder()
                .dense("1 0; 0 1")
                .activation(Activations.power(2))
                .dense("1 1; 1 -1")
                .activation(Activations.power(2))
                .dense("1 0; 0 1")
                .build();
        AffineMap input = AffineMap.of(NetworkBuilder.matrix("1 1; 1 -1"), NetworkBuilder.vector("0 0"));
        AffineMap output = AffineMap.of(NetworkBuilder.matrix("4 0; 4 -4"), NetworkBuilder.vector("0 0"));
        Symmetry symmetry = WorkedExamples.symmetry(
                new GroupDescription.Presentation(List.of("h"), List.of()), List.of(input), List.of(output));
        Verification found = Verifier.verify(squares, symmetry, 1);
        assertThat(found).isInstanceOf(Verification.NotLayerwise.class);
        assertThat(targets((Verification.NotLayerwise) found)).containsExactly(List.of(1, 0));
        assertThat(Identifier.identify(squares, 1).verdict()).isEqualTo(Identification.Verdict.FINITELY_IDENTIFIABLE);
    }

    @Test
    void aFunctionThatFailsFarAwayOnlyIsRefuted() {
        // |x| but for a bump between 10^6 and 10^6 + 2, which no random input meets.
        Network network = new NetworkBuilder()
                .dense("1; -1; 1; 1; 1", "0 0 -1000000 -1000001 -1000002")
                .activation("relu")
                .dense("1 1 1 -2 1", "0")
                .build();
        Verification found = Verifier.verify(network, EVEN, 1);
        assertThat(found).isInstanceOf(Verification.NotEquivariant.class);
    }

    @Test
    void aDeepReluNetworkIsProvedEquivariantRegionByRegion() {
        // max(|x|, 1) - 1 through two layers, with |x| = relu(x) + relu(-x) written with other units.
        Network network = new NetworkBuilder()
                .dense("2; -1", "0 0")
                .activation("relu")
                .dense("1/2 1; 1 2", "-1 -2")
                .activation("relu")
                .dense("1 1")
                .build();
        Verification found = Verifier.verify(network, EVEN, 1);
        assertThat(found.survey().equivariant()).isEqualTo(Answer.HOLDS);
    }
}
