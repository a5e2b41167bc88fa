package io.intertwine.criterion;

import static io.intertwine.criterion.SmallNetworks.shallow;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.criterion.Hypothesis.Truth;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where a necessary hypothesis fails, another parameter has the same function and another number of zero rows, zero columns, or both,
 * which no permutation with factors changes; where a hypothesis is not necessary, a parameter that fails it is identifiable.
 */
class NecessityTest {
    /** Examples of rows whose hypotheses are necessary, one hidden layer, that fail; bias and activation allow an exact construction. */
    static List<CriterionCases.Case> failing() {
        return CriterionCases.all().stream()
                .filter(example -> !example.found().isEmpty())
                .filter(example ->
                        DecisionTable.find(example.row()).orElseThrow().isNecessary())
                .filter(example -> example.network().layers().size() == 3)
                .filter(example -> other(example).isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("failing")
    void anotherParameterHasTheSameFunction(CriterionCases.Case example) {
        Network other = other(example).orElseThrow();
        assertThat(other.hasArchitectureOf(example.network())).isTrue();
        SmallNetworks.assertSameValues(example.network(), other);
        assertThat(profile(other)).isNotEqualTo(profile(example.network()));
    }

    @Test
    void theConstructionsReachMostExamples() {
        assertThat(failing())
                .extracting(CriterionCases.Case::row)
                .contains("tanh-shallow", "odd-shallow", "elu-shallow");
        assertThat(failing())
                .extracting(CriterionCases.Case::row)
                .contains("abs-shallow", "even-shallow", "wave-shallow");
        assertThat(failing()).extracting(CriterionCases.Case::row).contains("monomial-deep", "sigmoid-shallow");
        assertThat(failing()).hasSizeGreaterThan(90);
    }

    /** The numbers of units with zero rows, with zero columns, and with both. */
    private static List<Long> profile(Network network) {
        Layer.Dense first = (Layer.Dense) network.layers().get(0);
        ExactMatrix last = ((Layer.Dense) network.layers().get(2)).weight();
        List<Boolean> rows = IntStream.range(0, first.outputs())
                .mapToObj(first.weight()::isZeroRow)
                .toList();
        List<Boolean> columns = IntStream.range(0, first.outputs())
                .mapToObj(last.transpose()::isZeroRow)
                .toList();
        return List.of(
                rows.stream().filter(zero -> zero).count(),
                columns.stream().filter(zero -> zero).count(),
                IntStream.range(0, rows.size())
                        .filter(j -> rows.get(j) && columns.get(j))
                        .count());
    }

    /** Another parameter: the text of what fails says which units are concerned. */
    private static Optional<Network> other(CriterionCases.Case example) {
        Layer.Dense first = (Layer.Dense) example.network().layers().get(0);
        Layer.Dense last = (Layer.Dense) example.network().layers().get(2);
        Activation unit =
                ((Layer.Entrywise) example.network().layers().get(1)).units().get(0);
        String found = DecisionTable.find(example.row()).orElseThrow().hypotheses(example.network()).stream()
                .filter(hypothesis -> hypothesis.truth() == Truth.FAILS)
                .findFirst()
                .orElseThrow()
                .found();
        List<Integer> units = new ArrayList<>();
        for (String word : found.split(" ")) {
            if (word.matches("[0-9]+")) {
                units.add(Integer.valueOf(word));
            }
        }
        int unitIndex = units.get(0);
        if (found.startsWith("outgoing column")) {
            return Optional.of(
                    withRow(first, unit, last, unitIndex, first.weight().isZeroRow(unitIndex)));
        }
        return units.size() == 2
                ? merged(first, unit, last, unitIndex, units.get(1))
                : folded(first, unit, last, unitIndex);
    }

    /** A unit with a zero column gets another row. */
    private static Network withRow(Layer.Dense first, Activation unit, Layer.Dense last, int j, boolean zero) {
        ExactMatrix weight = ExactMatrix.build(
                first.outputs(),
                first.inputs(),
                (i, k) -> i == j
                        ? (zero ? Scalar.ONE : Scalar.ZERO)
                        : first.weight().get(i, k));
        return network(new Layer.Dense(weight, first.biases()), unit, last);
    }

    /** Unit k takes over what unit j contributes, if s(l_j) = c s(l_k) by one of the maps of the tested activations. */
    private static Optional<Network> merged(Layer.Dense first, Activation unit, Layer.Dense last, int j, int k) {
        List<Scalar> one = rowWithBias(first, j);
        List<Scalar> two = rowWithBias(first, k);
        Scalar ratio = IntStream.range(0, one.size())
                .filter(i -> !two.get(i).isZero())
                .mapToObj(i -> one.get(i).divide(two.get(i)))
                .findFirst()
                .orElse(Scalar.ONE);
        if (!one.equals(two.stream().map(ratio::multiply).toList())) {
            return Optional.empty();
        }
        Scalar factor = Scalar.ONE;
        if (unit.name().startsWith("power:")) {
            factor = ratio.pow(Integer.parseInt(unit.name().substring(6)));
        } else if (unit.name().equals("abs")) {
            factor = ratio.abs();
        } else if (ratio.equals(Scalar.MINUS_ONE)) {
            if (unit.name().equals("sigmoid")) {
                return Optional.empty();
            }
            boolean even = List.of("gaussian", "sech", "logcosh", "cos", "sinc").contains(unit.name());
            factor = even ? Scalar.ONE : Scalar.MINUS_ONE;
        }
        Scalar scale = factor;
        ExactMatrix weight = ExactMatrix.build(last.outputs(), last.inputs(), (i, u) -> {
            Scalar entry = last.weight().get(i, u);
            return u == j
                    ? Scalar.ZERO
                    : u == k ? entry.add(scale.multiply(last.weight().get(i, j))) : entry;
        });
        return Optional.of(network(first, unit, new Layer.Dense(weight, last.biases())));
    }

    /** The constant of a unit goes to the output bias, or its outgoing weights do not matter because it is zero. */
    private static Optional<Network> folded(Layer.Dense first, Activation unit, Layer.Dense last, int j) {
        Optional<Scalar> value = unit.exact(first.bias(j));
        if (value.isEmpty() || (!last.hasBias() && !value.get().isZero())) {
            return Optional.empty();
        }
        ExactMatrix weight = ExactMatrix.build(
                last.outputs(),
                last.inputs(),
                (i, u) -> u == j ? Scalar.ZERO : last.weight().get(i, u));
        List<Scalar> bias = IntStream.range(0, last.biases().size())
                .mapToObj(i -> last.bias(i).add(last.weight().get(i, j).multiply(value.get())))
                .toList();
        return Optional.of(network(first, unit, new Layer.Dense(weight, bias)));
    }

    private static List<Scalar> rowWithBias(Layer.Dense layer, int unit) {
        List<Scalar> row = new ArrayList<>(layer.weight().row(unit));
        row.add(layer.bias(unit));
        return row;
    }

    private static Network network(Layer.Dense first, Activation unit, Layer.Dense last) {
        return new Network(List.of(first, Layer.Entrywise.of(unit, first.outputs()), last));
    }

    @Test
    void oppositeSigmoidUnitsLeaveAConstantThatAConstantUnitTakesOver() {
        Network opposite = shallow("sigmoid", "1; -1", "", "3 2", "");
        Network other = shallow("sigmoid", "1; 0", "", "1 4", "");
        assertThat(DecisionTable.find("sigmoid-shallow").orElseThrow().hypotheses(opposite))
                .anyMatch(hypothesis -> hypothesis.truth() == Truth.FAILS);
        SmallNetworks.assertSameValues(opposite, other);
        Network zeroRow = shallow("sigmoid", "1; 0", "", "1 4", "");
        SmallNetworks.assertSameValues(zeroRow, shallow("sigmoid", "1; -1", "", "3 2", ""));
    }

    /** The iff of theory 2.4 speaks of parameters without proportional rows; with them, f(x) = s(x) + 2 s(-x) is identifiable. */
    @Test
    void proportionalReluRowsMayBeIdentifiable() {
        Network opposite = shallow("relu", "1; -1", "0 0", "1 2", "0");
        Criterion row = DecisionTable.find("relu-shallow").orElseThrow();
        assertThat(row.isNecessary()).isFalse();
        assertThat(row.hypotheses(opposite)).anyMatch(hypothesis -> hypothesis.truth() == Truth.FAILS);
        BypassForm form = BypassForm.of(opposite).orElseThrow();
        int others = 0;
        int[] values = {-2, -1, 0, 1, 2};
        for (int code = 0; code < 15625; code++) {
            int[] p = digits(code);
            Network candidate = shallow(
                    "relu",
                    values[p[0]] + "; " + values[p[1]],
                    values[p[2]] + " " + values[p[3]],
                    values[p[4]] + " " + values[p[5]],
                    "0");
            if (BypassForm.of(candidate).orElseThrow().equals(form)) {
                List<Integer> scaled = List.of(values[p[0]] * values[p[4]], values[p[1]] * values[p[5]]);
                assertThat(scaled).containsExactlyInAnyOrder(1, -2);
                assertThat(values[p[2]] == 0 && values[p[3]] == 0).isTrue();
                others++;
            }
        }
        assertThat(others).isGreaterThan(1);
    }

    private static int[] digits(int code) {
        int[] digits = new int[6];
        int rest = code;
        for (int i = 0; i < 6; i++) {
            digits[i] = rest % 5;
            rest /= 5;
        }
        return digits;
    }

    /** A constant relu unit with positive bias and no output bias: v s(b) determines it up to a positive factor. */
    @Test
    void aZeroRowOfReluMayBeIdentifiableWithoutOutputBias() {
        Network constant = shallow("relu", "0", "3", "2", "");
        assertThat(DecisionTable.find("relu-shallow").orElseThrow().hypotheses(constant))
                .anyMatch(hypothesis -> hypothesis.truth() == Truth.FAILS);
        SmallNetworks.assertSameValues(constant, shallow("relu", "0", "1", "6", ""));
        assertThat(SmallNetworks.differ(constant, shallow("relu", "1", "3", "2", "")))
                .isTrue();
    }

    @Test
    void aNonemptySetOfUnitsGivesAnotherParameter() {
        for (CriterionCases.Case example : CriterionCases.all()) {
            // Exact values of squareplus lie in many quadratic fields.
            boolean evaluable = !example.network().layers().get(1).toString().contains("squareplus");
            if (example.found().startsWith("the units") && evaluable) {
                Network other = BypassFibre.flipped(example.network(), List.of(0, 1, 2));
                SmallNetworks.assertSameValues(example.network(), other);
                assertThat(other).isNotEqualTo(example.network());
            }
        }
    }

    /** Gaussians with two units of one row: a check that the helper above finds different networks different. */
    @Test
    void anotherFunctionIsSeenToBeAnother() {
        assertThat(SmallNetworks.differ(
                        shallow(Activations.requireNamed("gaussian"), "1; 1", "1 2", "1 1", ""),
                        shallow(Activations.requireNamed("gaussian"), "1; 1", "1 2", "2 0", "")))
                .isTrue();
    }
}
