package io.intertwine.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.Expression;
import io.intertwine.activation.UnitGroup;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonomialNetworkTest {
    private static final Activation SQUARE = Activations.power(2);

    private static boolean isMonomial(NetworkBuilder builder) {
        return MonomialNetwork.of(builder.build()).isPresent();
    }

    private static Activation formula(Expression formula) {
        return Activations.of(formula, UnitGroup::trivial);
    }

    @Test
    void isMadeOfDenseLayersWithoutBiasesAndPowersBetweenThem() {
        assertThat(isMonomial(new NetworkBuilder().dense("1 2"))).isTrue();
        assertThat(isMonomial(
                        new NetworkBuilder().dense("1 2").activation(SQUARE).dense("1")))
                .isTrue();
        assertThat(isMonomial(new NetworkBuilder()
                        .dense("1 2", "3")
                        .activation(SQUARE)
                        .dense("1")))
                .isFalse();
        assertThat(isMonomial(new NetworkBuilder().dense("1 2").activation(SQUARE)))
                .isFalse();
        assertThat(isMonomial(new NetworkBuilder().dense("1 2").dense("1"))).isFalse();
        assertThat(isMonomial(
                        new NetworkBuilder().dense("1 2").activation("tanh").dense("1")))
                .isFalse();
        Expression x = Expression.X;
        assertThat(isMonomial(new NetworkBuilder()
                        .dense("1")
                        .activation(formula(x.plus(x.power(2))))
                        .dense("1")))
                .isFalse();
        assertThat(isMonomial(new NetworkBuilder()
                        .dense("1")
                        .activation(formula(x.plus(Expression.of(1)).power(2)))
                        .dense("1")))
                .isFalse();
        assertThat(isMonomial(new NetworkBuilder()
                        .dense("1")
                        .activation(formula(x.power(-1)))
                        .dense("1")))
                .isFalse();
        Layer units = new Layer.Entrywise(List.of(SQUARE, Activations.power(3)));
        Layer.Dense two = new Layer.Dense(NetworkBuilder.matrix("1 0; 0 1"), List.of());
        assertThat(MonomialNetwork.of(new Network(List.of(two, units, two)))).isEmpty();
        Layer squares = Layer.Entrywise.of(SQUARE, 2);
        assertThat(MonomialNetwork.of(new Network(List.of(two, squares, squares, two))))
                .isEmpty();
        assertThat(MonomialNetwork.of(new Network(List.of(squares, two)))).isEmpty();
    }

    @Test
    void itsUnitsAreFormsOfTheInputs() {
        Network network = new NetworkBuilder()
                .dense("1 2; 0 1")
                .activation(SQUARE)
                .dense("1 -1")
                .activation(Activations.power(3))
                .dense("2; 3")
                .build();
        MonomialNetwork monomial = MonomialNetwork.of(network).orElseThrow();
        assertThat(monomial.exponents()).containsExactly(2, 3);
        assertThat(monomial.depth()).isEqualTo(3);
        assertThat(monomial.degree()).isEqualTo(6);
        assertThat(monomial.at(monomial.weights())).isEqualTo(network);
        Polynomial x = Polynomial.variable(0);
        Polynomial y = Polynomial.variable(1);
        Polynomial first = x.add(y.multiply(Scalar.of(2)));
        Polynomial second = first.pow(2).subtract(y.pow(2));
        assertThat(monomial.units())
                .containsExactly(
                        List.of(first, y),
                        List.of(second),
                        List.of(
                                second.pow(3).multiply(Scalar.of(2)),
                                second.pow(3).multiply(Scalar.of(3))));
    }

    @Test
    void aHugeDegreeIsCapped() {
        NetworkBuilder builder = new NetworkBuilder().dense("1");
        for (int i = 0; i < 6; i++) {
            builder.activation(Activations.power(99)).dense("1");
        }
        assertThat(MonomialNetwork.of(builder.build()).orElseThrow().degree()).isEqualTo(Integer.MAX_VALUE);
    }
}
