package io.intertwine.net;

import static io.intertwine.construct.NetworkBuilder.matrix;
import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks, their layers, and their exact and enclosed values. */
class EvaluationTest {
    private static Network net(String activation) {
        return new NetworkBuilder()
                .dense("1 -2; 1/3 sqrt(2); 0 5", "1 0 -1/2")
                .activation(activation)
                .dense("1 2 3; -1 1/7 0", "0 1")
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relu",
                "abs",
                "identity",
                "relu6",
                "hardtanh",
                "softsign",
                "floor",
                "sign",
                "heaviside",
                "hard_swish"
            })
    void exactValuesLieInTheEnclosures(String activation) {
        for (String point : List.of("0 0", "1 2", "-3/7 1/5", "100 -100", "1/2 1/10")) {
            List<Scalar> x = vector(point);
            Optional<List<Scalar>> exact = Evaluation.exact(net(activation), x);
            assertThat(exact).isPresent();
            List<Enclosure> enclosed = Evaluation.enclose(net(activation), x, 90);
            for (int i = 0; i < 2; i++) {
                RationalInterval bounds = exact.get().get(i).bounds(120);
                boolean apart = bounds.upper().compareTo(enclosed.get(i).lower()) < 0
                        || bounds.lower().compareTo(enclosed.get(i).upper()) > 0;
                assertThat(apart).as("%s at %s", activation, point).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "sigmoid", "gelu", "sin", "exp"})
    void transcendentalValuesAreOnlyEnclosed(String activation) {
        List<Scalar> x = vector("1/2 -1");
        assertThat(Evaluation.exact(net(activation), x)).isEmpty();
        List<Enclosure> coarse = Evaluation.enclose(net(activation), x, 30);
        List<Enclosure> fine = Evaluation.enclose(net(activation), x, 200);
        for (int i = 0; i < 2; i++) {
            assertThat(coarse.get(i).subtract(fine.get(i)).excludesZero()).isFalse();
            assertThat(fine.get(i).width().compareTo(coarse.get(i).width())).isNegative();
        }
    }

    @Test
    void aTranscendentalUnitAtItsAlgebraicPointIsExact() {
        Network network = new NetworkBuilder()
                .dense("1 1")
                .activation("tanh")
                .dense("3", "2")
                .build();
        assertThat(Evaluation.exact(network, vector("1 -1"))).hasValue(vector("2"));
        assertThat(Evaluation.exact(network, vector("1 1"))).isEmpty();
        assertThat(Evaluation.enclose(network, vector("1 -1"), 10).get(0).isPoint())
                .isTrue();
    }

    @Test
    void numbersThatGrowTooLongAreEnclosed() {
        Network network = new NetworkBuilder()
                .dense("3")
                .activation(Activations.power(100))
                .activation(Activations.power(100))
                .activation(Activations.power(100))
                .build();
        assertThat(Evaluation.exact(network, vector("1"))).isEmpty();
        assertThat(Evaluation.enclose(network, vector("1/3"), 20).get(0).isPoint())
                .isTrue();
    }

    @Test
    void softmaxSumsToOne() {
        Network network = new Network(List.of(new Layer.Dense(matrix("1; 2; 3"), List.of()), new Layer.Softmax(3)));
        assertThat(Evaluation.exact(network, vector("1"))).isEmpty();
        List<Enclosure> probabilities = Evaluation.enclose(network, vector("1"), 60);
        Enclosure sum = probabilities.get(0).add(probabilities.get(1)).add(probabilities.get(2));
        assertThat(sum.contains(Scalar.ONE.rational())).isTrue();
        assertThat(probabilities).allMatch(Enclosure::isPositive);
        assertThat(probabilities.get(2).subtract(probabilities.get(1)).isPositive())
                .isTrue();
    }

    @Test
    void affineMapsOfEnclosuresContainTheExactImage() {
        List<AffineMap> maps = List.of(
                AffineMap.monomial(Permutation.of(1, 2, 0), vector("2 -1/3 sqrt(2)"), vector("1 0 -1")),
                AffineMap.of(matrix("1 1 0; 0 1/7 2; sqrt(5) 0 1"), vector("0 1/9 sqrt(2)")),
                AffineMap.of(matrix("1 1 0; 0 1 2; 0 0 1"), vector("0 0 0")));
        List<Scalar> x = vector("1/3 -5 7/2");
        for (AffineMap map : maps) {
            List<Scalar> exact = map.apply(x);
            List<Enclosure> point =
                    x.stream().map(each -> Enclosure.from(each.rational(), 80)).toList();
            List<Enclosure> image = Evaluation.enclose(map, point, 80);
            for (int i = 0; i < 3; i++) {
                RationalInterval bounds = exact.get(i).bounds(120);
                assertThat(image.get(i).lower().compareTo(bounds.upper())).isNotPositive();
                assertThat(image.get(i).upper().compareTo(bounds.lower())).isNotNegative();
            }
        }
    }

    @Test
    void theInputMustHaveTheRightSize() {
        assertThatThrownBy(() -> Evaluation.exact(net("relu"), vector("1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Evaluation.enclose(net("relu"), vector("1 2 3"), 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void layersMustFitTogether() {
        Layer.Dense two = new Layer.Dense(matrix("1 2; 3 4"), List.of());
        Layer.Dense three = new Layer.Dense(matrix("1 2 3"), List.of());
        assertThatThrownBy(() -> new Network(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Network(List.of(two, three)))
                .hasMessageContaining("layer 1 reads 3 numbers, but layer 0 writes 2");
        assertThatThrownBy(() -> new Network(List.of(two, new Layer.Softmax(2), two)))
                .hasMessageContaining("can only be the last");
        assertThatThrownBy(() -> new Layer.Dense(matrix("1 2"), vector("1 2")))
                .hasMessageContaining("expected 1 numbers");
        assertThat(new Layer.Dense(matrix("1 2"), vector("0")).hasBias()).isTrue();
        assertThat(two.hasBias()).isFalse();
        assertThat(two.bias(1)).isEqualTo(Scalar.ZERO);
        assertThat(Layer.Entrywise.of(Activations.identity(), 2).uniform()).contains(Activations.identity());
        assertThat(new Layer.Entrywise(List.of(Activations.identity(), Activations.power(2))).uniform())
                .isEmpty();
        assertThat(new Network(List.of(two, new Layer.Softmax(2))).outputs()).isEqualTo(2);
    }
}
