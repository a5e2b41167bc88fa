package io.intertwine.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Verification;
import io.intertwine.find.Verifier;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.net.Architecture;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.ImageActions;
import io.intertwine.rep.Symmetry;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisguiseTest {
    private static final int BITS = 120;

    private static List<AffineMap> square(int size) {
        return List.of(new ImageActions(1, size, size).rotate90(), new ImageActions(1, size, size).mirror());
    }

    private static Network turned(String activation, boolean bias, SplittableRandom random) {
        Architecture architecture = Architecture.ofWidths(List.of(4, 9, 4), List.of(named(activation)), bias);
        LatentActions actions = LatentActions.of(architecture, symmetry(), List.of(square(3)));
        return EquivariantParameters.of(actions).random(8, random);
    }

    private static Symmetry symmetry() {
        return WorkedExamples.symmetry(Presentation.dihedral(4), square(2), square(2));
    }

    private static Activation named(String activation) {
        return Activations.requireNamed(activation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "relu", "sigmoid", "gelu", "relu6", "gaussian", "abs", "heaviside"})
    void aDisguisedNetworkHasTheSameFunction(String activation) {
        for (boolean bias : new boolean[] {true, false}) {
            SplittableRandom random = new SplittableRandom(7);
            Network network = turned(activation, bias, random);
            Network disguised = Disguise.random(network, random).network();
            List<Scalar> point = List.of(Scalar.of(1, 7), Scalar.of(-2, 5), Scalar.of(3, 11), Scalar.of(1, 3));
            List<Enclosure> left = Evaluation.enclose(network, point, BITS);
            List<Enclosure> right = Evaluation.enclose(disguised, point, BITS);
            for (int i = 0; i < left.size(); i++) {
                assertThat(left.get(i).subtract(right.get(i)).contains(BigFraction.ZERO))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "relu", "sigmoid", "gelu", "erf"})
    void verifyRecoversALatentActionBehindADisguise(String activation) {
        SplittableRandom random = new SplittableRandom(11);
        Network disguised =
                Disguise.random(turned(activation, true, random), random).network();
        assertThat(Verifier.verify(disguised, symmetry(), 1)).isInstanceOf(Verification.Layerwise.class);
    }

    @Test
    void shearsHideALinearLatentSpace() {
        SplittableRandom random = new SplittableRandom(3);
        Network network = new NetworkBuilder()
                .dense("1 2; 2 1", "1 1")
                .dense("1 0; 0 1", "0 0")
                .activation("tanh")
                .dense("5 5", "0")
                .build();
        Network disguised = Disguise.random(network, random).network();
        assertThat(disguised).isNotEqualTo(network);
        assertThat(Verifier.verify(disguised, WorkedExamples.swap(1), 1)).isInstanceOf(Verification.Layerwise.class);
    }

    @Test
    void anElementThatNeedsAMissingBiasIsRefused() {
        Network network =
                new NetworkBuilder().dense("1").activation("sigmoid").dense("1").build();
        AffineMap flip = AffineMap.monomial(Permutation.identity(1), List.of(Scalar.MINUS_ONE));
        assertThatThrownBy(() -> Disguise.by(network, List.of(flip)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no bias");
    }
}
