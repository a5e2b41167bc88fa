package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.Expression;
import io.intertwine.activation.Function;
import io.intertwine.activation.UnitGroup;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.PolynomialSpan;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolynomialFibresTest {
    private static Network network(String text) {
        NetworkBuilder builder = new NetworkBuilder();
        for (String part : text.split("\\|")) {
            String[] halves = part.split("\\+");
            if (part.contains("power:")) {
                builder.activation(
                        Activations.power(Integer.parseInt(part.trim().substring(6))));
            } else if (halves.length == 2) {
                builder.dense(halves[0].trim(), halves[1].trim());
            } else {
                builder.dense(part.trim());
            }
        }
        return builder.build();
    }

    /** Whether something differs that no element of the latent groups changes. */
    private static boolean differs(Network left, Network right) {
        List<List<Polynomial>> f = PolynomialUnits.of(left).orElseThrow();
        List<List<Polynomial>> g = PolynomialUnits.of(right).orElseThrow();
        for (int i = 0; i < f.size(); i++) {
            if (left.layers().get(i) instanceof Layer.Dense mine
                    && right.layers().get(i) instanceof Layer.Dense theirs
                    && (zeroRows(mine) != zeroRows(theirs) || zeroColumns(mine) != zeroColumns(theirs))) {
                return true;
            }
            List<Polynomial> old = f.get(i);
            boolean added = g.get(i).stream()
                    .anyMatch(unit -> old.stream()
                            .noneMatch(known ->
                                    PolynomialSpan.of(List.of(unit, known)).dimension() < 2));
            if (i + 1 < f.size() && added) {
                return true;
            }
        }
        return false;
    }

    private static long zeroRows(Layer.Dense dense) {
        return IntStream.range(0, dense.outputs())
                .filter(dense.weight()::isZeroRow)
                .count();
    }

    private static long zeroColumns(Layer.Dense dense) {
        return IntStream.range(0, dense.inputs())
                .filter(dense.weight().transpose()::isZeroRow)
                .count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // C5 and other squares with proportional outgoing weights
                "1 0; 0 1 | power:2 | 1 1",
                "1 0; 0 1 | power:2 | 1 -1",
                "1 0; 0 1 | power:2 | 1 4",
                "1 0; 0 1 | power:2 | 1 -4; 2 -8",
                "1 2 0; 0 1 0; 1 1 1 | power:2 | 1 0 2; 1 1 2",
                "1 0; 0 1 + 1 2 | power:2 | 1 3 + 5",
                "1 0; 0 1 | power:2 | 1 1; 1 -1 | power:2 | 1 2",
                // collinear rows
                "1 2; 2 4 | power:3 | 1 1",
                "1 2; -1 -2 | power:2 | 1 -1",
                "1 2; -1 -2 | power:2 | 0 1",
                "1 2; 3 6; 0 1 | power:5 | 1 1 1; 0 2 1",
                "1; 2; 3 | power:2 | 1 1 -5",
                "1 2 | power:2 | 1; 3 | power:2 | 1 1",
                // dependent squares
                "1 0; 0 1; 1 1; 1 -1 | power:2 | 1 0 0 0; 0 1 0 0; 0 0 1 0; 0 0 0 1",
                // units that are not read or constant
                "1 2; 3 4 | power:3 | 1 0",
                "0 0; 3 4 | power:3 | 0 1",
                "0 0; 3 4 | power:3 | 1 1",
                "0 0; 3 4 + 2 1 | power:3 | 1 1 + 1",
                // with the constant of a bias: (x + 1)^2, x^2, (x - 1)^2, 1
                "1; 1; 1; 2 + 1 0 -1 5 | power:2 | 1 2 3 4 + 7"
            })
    void anotherParameterWithTheSameFunctionIsFound(String text) {
        Network network = network(text);
        Network other = PolynomialFibres.other(network).orElseThrow();
        assertThat(other.hasArchitectureOf(network)).isTrue();
        assertThat(LinearFibresTest.equal(network, other)).isTrue();
        assertThat(differs(network, other)).isTrue();
        assertThat(differs(network, network)).isFalse();
    }

    @Test
    void theRotationOfTheSumOfSquares() {
        Network other = PolynomialFibres.other(WorkedExamples.sumOfSquares()).orElseThrow();
        Layer.Dense first = (Layer.Dense) other.layers().get(0);
        assertThat(first.weight()).isEqualTo(NetworkBuilder.matrix("3/5 -4/5; 4/5 3/5"));
        assertThat(first.weight().get(0, 0)).isEqualTo(Scalar.of(3, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 0; 0 1 | power:3 | 1 1",
                "1 0; 0 1 | power:2 | 1 1; 1 -1",
                "1 0; 0 1 | power:2 | 1 1; 1 -1 | power:2 | 1 0; 0 1",
                "1 2"
            })
    void nothingIsFoundWhereNothingIsVisible(String text) {
        assertThat(PolynomialFibres.other(network(text))).isEmpty();
    }

    @Test
    void otherActivationsAreNotTreated() {
        assertThat(PolynomialFibres.other(WorkedExamples.swappedPair())).isEmpty();
        assertThat(PolynomialFibres.other(network("1; 1 | power:65 | 1 1"))).isEmpty();
    }

    /** Other polynomials than powers: (x + 1)^2 - 1 and its values at rows that are equal, or dependent with the constant of a bias. */
    @Test
    void dependentUnitsOfAnyPolynomialAreFound() {
        Expression x = Expression.X;
        Activation shifted = Activations.of(x.power(2).plus(x.times(Expression.of(2))), UnitGroup::trivial);
        Network equal = new NetworkBuilder()
                .dense("1 2; 1 2")
                .activation(shifted)
                .dense("1 1; 3 4")
                .build();
        Network withBias = new NetworkBuilder()
                .dense("1; 2; 3", "1 2 3")
                .activation(shifted)
                .dense("1 1 2", "1")
                .build();
        for (Network network : List.of(equal, withBias)) {
            Network other = PolynomialFibres.other(network).orElseThrow();
            assertThat(LinearFibresTest.equal(network, other)).isTrue();
            assertThat(differs(network, other)).isTrue();
        }
        Network independent = new NetworkBuilder()
                .dense("1 2; 2 4")
                .activation(shifted)
                .dense("1 1")
                .build();
        assertThat(PolynomialFibres.other(independent)).isEmpty();
        Activation quotient = Activations.of(x.power(2).plus(x.power(-1)), UnitGroup::trivial);
        Activation exponential = Activations.of(Expression.apply(Function.EXP, x), UnitGroup::trivial);
        for (Activation activation : List.of(quotient, exponential)) {
            assertThat(PolynomialFibres.other(new NetworkBuilder()
                            .dense("1; 1")
                            .activation(activation)
                            .dense("1 1")
                            .build()))
                    .isEmpty();
        }
    }

    @Test
    void aRowOfUnitsOfSeveralKinds() {
        Network network = new Network(List.of(
                new Layer.Dense(NetworkBuilder.matrix("1 0; 0 1; 1 1"), List.of()),
                new Layer.Entrywise(List.of(Activations.power(3), Activations.power(2), Activations.power(2))),
                new Layer.Dense(NetworkBuilder.matrix("1 2 1; 0 0 0; 2 4 2"), List.of()),
                Layer.Entrywise.of(Activations.power(2), 3)));
        Network other = PolynomialFibres.other(network).orElseThrow();
        assertThat(LinearFibresTest.equal(network, other)).isTrue();
        assertThat(differs(network, other)).isTrue();
    }
}
