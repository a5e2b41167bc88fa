package io.intertwine.net;

import static io.intertwine.construct.NetworkBuilder.matrix;
import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.activation.Activations;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks composed with affine maps have the composed values. */
class CompositionTest {
    private static final int BITS = 80;
    private static final AffineMap SCALED = AffineMap.monomial(Permutation.of(1, 0), vector("2 -1/3"), vector("0 0"));
    private static final AffineMap SHIFTED = AffineMap.monomial(Permutation.of(1, 0), vector("1 1"), vector("5 -7"));
    private static final AffineMap SWAP = AffineMap.monomial(Permutation.of(1, 0), vector("1 1"));
    private static final AffineMap CYCLE = AffineMap.monomial(Permutation.of(1, 2, 0), vector("1 1 1"));
    private static final AffineMap SCALED_CYCLE =
            AffineMap.monomial(Permutation.of(1, 2, 0), vector("2 -3 5"), vector("7 -1 4"));
    private static final AffineMap SHEAR = AffineMap.of(matrix("1 2; 0 3"), vector("0 0"));
    private static final AffineMap AFFINE = AffineMap.of(matrix("1 2; 0 3"), vector("1 -1"));

    private static Network network(Layer... layers) {
        return new Network(List.of(layers));
    }

    private static Layer.Dense dense(String weight, String... bias) {
        return new Layer.Dense(matrix(weight), bias.length == 0 ? List.of() : vector(bias[0]));
    }

    private static Layer.Entrywise units(String... names) {
        return new Layer.Entrywise(
                Arrays.stream(names).map(Activations::requireNamed).toList());
    }

    static List<Arguments> compositions() {
        List<Network> networks = List.of(
                network(dense("1 2; 3 4; 5 6"), units("relu", "tanh", "abs"), dense("1 2 3; 4 5 6")),
                network(dense("1 2; 3 4", "5 6"), units("relu", "relu"), dense("1 2; 3 4", "7 8")),
                network(dense("1 2; 3 4"), units("relu", "abs")),
                network(dense("1 2; 3 4"), units("relu", "abs"), units("exp", "tanh")),
                network(units("relu", "abs"), dense("1 2; 3 5")),
                network(units("relu", "abs")),
                network(dense("1 2; 3 4")));
        List<Network> wide = List.of(
                network(dense("1 2 3; 4 5 6; 7 8 10", "1 2 3")),
                network(dense("1 2 3; 4 5 6; 7 8 10"), units("relu", "tanh", "abs")),
                network(units("relu", "tanh", "abs")));
        return Stream.concat(
                        networks.stream()
                                .flatMap(network -> Stream.of(
                                                AffineMap.identity(2), SCALED, SHIFTED, SWAP, SHEAR, AFFINE)
                                        .map(map -> Arguments.of(network, map))),
                        wide.stream()
                                .flatMap(network ->
                                        Stream.of(CYCLE, SCALED_CYCLE).map(map -> Arguments.of(network, map))))
                .toList();
    }

    private static void meet(List<Enclosure> left, List<Enclosure> right) {
        assertThat(left).hasSameSizeAs(right);
        IntStream.range(0, left.size()).forEach(i -> {
            Enclosure difference = left.get(i).subtract(right.get(i));
            assertThat(difference.excludesZero()).isFalse();
            assertThat(difference.width()).isLessThan(org.hipparchus.fraction.BigFraction.ONE_HALF);
        });
    }

    private static List<List<Scalar>> points(int inputs) {
        return Stream.of("0 0 0", "1 2 3", "-3 1/2 1", "2/3 -5 -1/7")
                .map(text -> vector(text).subList(0, inputs))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("compositions")
    void aMapBeforeANetworkMovesItsInputs(Network network, AffineMap map) {
        Network composed = Composition.before(network, map);
        for (List<Scalar> point : points(network.inputs())) {
            meet(Evaluation.enclose(composed, point, BITS), Evaluation.enclose(network, map.apply(point), BITS));
        }
    }

    @ParameterizedTest
    @MethodSource("compositions")
    void aMapAfterANetworkMovesItsOutputs(Network network, AffineMap map) {
        Network composed = Composition.after(network, map);
        for (List<Scalar> point : points(network.inputs())) {
            List<Enclosure> values = Evaluation.enclose(network, point, BITS);
            meet(Evaluation.enclose(composed, point, BITS), Evaluation.enclose(map, values, BITS));
        }
    }

    @Test
    void linearMapsKeepTheArchitectureOfDenseEnds() {
        Network network = network(dense("1 2; 3 4"), units("relu", "relu"), dense("1 2; 3 4"));
        for (AffineMap map : List.of(SCALED, SWAP, SHEAR)) {
            assertThat(Composition.before(network, map).hasArchitectureOf(network))
                    .isTrue();
            assertThat(Composition.after(network, map).hasArchitectureOf(network))
                    .isTrue();
        }
        assertThat(Composition.before(network, SHIFTED).hasArchitectureOf(network))
                .isFalse();
        assertThat(Composition.after(network, SHIFTED).hasArchitectureOf(network))
                .isFalse();
    }

    @Test
    void aTranslationThatTheWeightsDoNotSeeNeedsNoBias() {
        Network network = network(dense("1 -1"), units("relu"), dense("1"));
        AffineMap translation = AffineMap.monomial(Permutation.identity(2), vector("1 1"), vector("3 3"));
        assertThat(Composition.before(network, translation)).isEqualTo(network);
    }

    @Test
    void theIdentityChangesNothing() {
        for (Network network : List.of(network(units("relu", "abs")), network(dense("1 2; 3 4")))) {
            assertThat(Composition.before(network, AffineMap.identity(2))).isEqualTo(network);
            assertThat(Composition.after(network, AffineMap.identity(2))).isEqualTo(network);
        }
    }

    @Test
    void afterASoftmaxOnlyPermutationsHaveAPlace() {
        Network soft = network(dense("1 2; 3 4", "5 6"), new Layer.Softmax(2));
        assertThat(Composition.after(soft, SWAP)).isEqualTo(network(dense("3 4; 1 2", "6 5"), new Layer.Softmax(2)));
        Network units = network(dense("1 2; 3 4"), units("relu", "abs"), new Layer.Softmax(2));
        assertThat(Composition.after(units, SWAP))
                .isEqualTo(network(dense("3 4; 1 2"), units("abs", "relu"), new Layer.Softmax(2)));
        assertThat(Composition.after(network(new Layer.Softmax(2)), SWAP))
                .isEqualTo(network(dense("0 1; 1 0"), new Layer.Softmax(2)));
        for (AffineMap map : List.of(SCALED, SHIFTED, SHEAR)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Composition.after(soft, map))
                    .withMessageContaining("must be a permutation of the probabilities");
        }
    }

    @Test
    void theSizesMustFit() {
        Network network = network(dense("1 2; 3 4; 5 6"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Composition.before(network, AffineMap.identity(3)))
                .withMessage("expected an affine map of 2 numbers, found one of 3");
        assertThatIllegalArgumentException().isThrownBy(() -> Composition.after(network, AffineMap.identity(2)));
    }

    @Test
    void denseLayersInARowAreMultiplied() {
        assertThat(Composition.fused(network(dense("1; 2", "3 4"), dense("5 6", "7"), dense("2"))))
                .isEqualTo(network(dense("34", "92")));
        assertThat(Composition.fused(network(dense("1; 2"), dense("5 6"), units("relu"), dense("1"), dense("3", "1"))))
                .isEqualTo(network(dense("17"), units("relu"), dense("3", "1")));
        assertThat(Composition.fused(network(dense("1; 2", "2 -1"), dense("1 2"))))
                .isEqualTo(network(dense("5")));
        Network unchanged = network(units("relu"), dense("1"), units("relu"), units("abs"), dense("2"));
        assertThat(Composition.fused(unchanged)).isEqualTo(unchanged);
    }

    @Test
    void logitsCountUpToACommonNumber() {
        Network left = network(dense("1; 2; 4", "3 4 5"), new Layer.Softmax(3));
        Network right = network(dense("0; 1; 3", "1 2 3"), new Layer.Softmax(3));
        assertThat(Composition.logitDifferences(left))
                .isEqualTo(Composition.logitDifferences(right))
                .isEqualTo(network(dense("0; 1; 3", "0 1 2")));
        Network other = network(dense("0; 1; 4", "1 2 3"), new Layer.Softmax(3));
        assertThat(Composition.logitDifferences(other)).isNotEqualTo(Composition.logitDifferences(left));
        assertThat(Composition.logitDifferences(network(units("relu", "relu"), new Layer.Softmax(2))))
                .isEqualTo(network(units("relu", "relu"), dense("0 0; -1 1")));
        assertThat(Composition.logitDifferences(network(new Layer.Softmax(2)))).isEqualTo(network(dense("0 0; -1 1")));
        Network none = network(dense("1; 2"));
        assertThat(Composition.logitDifferences(none)).isSameAs(none);
    }

    @Test
    void aVectorFunctionFollowsMaps() {
        Network network = network(dense("1 2; 3 4"), units("relu", "abs"));
        VectorFunction f = VectorFunction.of(network);
        List<Scalar> x = vector("-3 1");
        assertThat(f.exact(x)).contains(vector("0 5"));
        assertThat(f.after(SCALED).exact(x)).isEqualTo(Evaluation.exact(network, SCALED.apply(x)));
        assertThat(f.followedBy(AFFINE).exact(x)).contains(AFFINE.apply(vector("0 5")));
        assertThat(f.after(SHIFTED).followedBy(AFFINE).exact(x))
                .isEqualTo(Evaluation.exact(network, SHIFTED.apply(x)).map(AFFINE::apply));
        meet(f.enclose(x, BITS), Evaluation.enclose(network, x, BITS));
        meet(f.after(SCALED).enclose(x, BITS), Evaluation.enclose(network, SCALED.apply(x), BITS));
        meet(
                f.followedBy(AFFINE).enclose(x, BITS),
                Evaluation.enclose(AFFINE, Evaluation.enclose(network, x, BITS), BITS));
        VectorFunction tanh = VectorFunction.of(network(units("tanh", "tanh")));
        assertThat(tanh.exact(x)).isEmpty();
        assertThat(tanh.after(SWAP).exact(x)).isEmpty();
        assertThat(tanh.followedBy(SWAP).exact(x)).isEmpty();
    }

    static List<Arguments> architectures() {
        Network network = network(dense("1; 2", "3 4"), units("relu", "abs"), dense("5 6"));
        return List.of(
                Arguments.of(true, network, network(dense("0; 0", "0 0"), units("relu", "abs"), dense("7 8"))),
                Arguments.of(false, network, network(dense("1; 2"), units("relu", "abs"), dense("5 6"))),
                Arguments.of(false, network, network(dense("1; 2", "3 4"), units("relu", "abs"), dense("5 6", "0"))),
                Arguments.of(false, network, network(dense("1; 2", "3 4"), units("abs", "relu"), dense("5 6"))),
                Arguments.of(false, network, network(dense("1; 2", "3 4"), units("relu", "abs"), dense("5 6; 7 8"))),
                Arguments.of(false, network, network(dense("1 1; 2 2", "3 4"), units("relu", "abs"), dense("5 6"))),
                Arguments.of(
                        false,
                        network,
                        network(dense("1; 2; 3", "3 4 5"), units("relu", "abs", "abs"), dense("5 6 7"))),
                Arguments.of(false, network, network(dense("1; 2", "3 4"), units("relu", "abs"))),
                Arguments.of(false, network, network(dense("1; 2", "3 4"), dense("1 0; 0 1"), dense("5 6"))),
                Arguments.of(
                        true,
                        network,
                        network(dense("1; 2", "3 4"), units("relu", "abs"), dense("5 6"), units("identity"))),
                Arguments.of(
                        true,
                        network(dense("1; 1"), new Layer.Softmax(2)),
                        network(dense("2; 1"), new Layer.Softmax(2))),
                Arguments.of(
                        false,
                        network(dense("1; 1"), new Layer.Softmax(2)),
                        network(dense("1; 1"), units("relu", "relu"))));
    }

    @ParameterizedTest
    @MethodSource
    void architectures(boolean same, Network left, Network right) {
        assertThat(right.hasArchitectureOf(left)).isEqualTo(same);
        assertThat(left.hasArchitectureOf(right)).isEqualTo(same);
    }
}
