package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.dense;
import static io.intertwine.check.Table.equality;
import static io.intertwine.check.Table.formula;
import static io.intertwine.check.Table.network;
import static io.intertwine.check.Table.reject;
import static io.intertwine.check.Table.ridge;
import static io.intertwine.check.Table.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.UnitGroup;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Comparison.Bypass;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accepted and rejected comparisons of networks of one hidden layer as sums of functions of one affine form each. */
class RidgeRuleTest {
    private static Network one(String activation, String weight, String bias, String out, String constant) {
        return new NetworkBuilder()
                .dense(weight, bias)
                .activation(activation)
                .dense(out, constant)
                .build();
    }

    private static Network linear(String weight, String bias) {
        return network(dense(weight, bias));
    }

    private static Arguments row(String name, Network left, Network right, Comparison comparison) {
        return Arguments.of(name, left, right, comparison);
    }

    static List<Arguments> accepted() {
        return List.of(
                row(
                        "units in another order, scaled",
                        one("relu", "1 2; 3 0", "1 2", "1 2", "5"),
                        one("relu", "6 0; 2 4", "4 2", "1 1/2", "5"),
                        ridge()),
                row(
                        "clones with weights split in another way",
                        one("tanh", "1; 1; -1", "2 2 -2", "1 2 3", "0"),
                        one("tanh", "1; 2", "2 5", "0 0", "0"),
                        ridge()),
                row(
                        "flips leave constants",
                        one("sigmoid", "1 1; 0 1", "2 3", "5 7", "1"),
                        one("sigmoid", "-1 -1; 0 -1", "-2 -3", "-5 -7", "13"),
                        ridge()),
                row(
                        "even units",
                        one("abs", "1; -2", "1 2", "3 5", "0"),
                        one("abs", "1; 2", "1 -2", "3 5", "0"),
                        ridge()),
                row(
                        "forms in several directions, several outputs",
                        one("tanh", "1 0; 0 1; 1 1", "0 1 2", "1 2 3; 4 5 6", "7 8"),
                        one("tanh", "-1 -1; 1 0; 0 -1", "-2 0 -1", "-3 1 -2; -6 4 -5", "7 8"),
                        ridge()),
                row("opposite units are linear", linear("2 3", "1"), pair("relu"), ridge("relu")),
                row("opposite units of SiLU are linear", linear("2 3", "1"), pair("silu"), ridge("silu")),
                row("the identity proves what no relation says", linear("2 3", "1"), pair("gelu"), ridge()),
                row(
                        "hard-tanh satisfies a refinement relation",
                        one("hardtanh", "1; 1; 1/2", "0 -2 -1/2", "1 1 -2", "3"),
                        linear("0", "3"),
                        ridge()),
                row(
                        "ReLU6 satisfies a refinement relation",
                        one("relu6", "1; 1; 1/2", "0 -6 0", "1 1 -2", "3"),
                        linear("0", "3"),
                        ridge()),
                row(
                        "a relation of four softplus units, E14",
                        one("softplus", "1 0; -1 0; 1 0; -1 0", "0 0 7 -7", "1 -1 -1 1", "7"),
                        linear("0 0", "0"),
                        ridge("softplus")),
                row(
                        "exact constants",
                        one("relu", "0; 0", "3 -3", "2 5", "1"),
                        one("relu", "1", "0", "0", "7"),
                        ridge()),
                row(
                        "constants that are no exact numbers cancel",
                        one("tanh", "0; 0", "1 -1", "2 2", "1"),
                        linear("0", "1"),
                        ridge()),
                row(
                        "constants that are no exact numbers agree",
                        one("tanh", "0; 1", "1 0", "2 3", "1"),
                        one("tanh", "1; 0", "0 -1", "3 -2", "1"),
                        ridge()),
                row(
                        "a constant and its opposite, up to the bypass",
                        one("softplus", "0; 0", "2 -2", "1 -1", "0"),
                        linear("0", "2"),
                        ridge("softplus")),
                row(
                        "a constant moved by a translation",
                        one("floor", "0", "sqrt(2)", "3", "0"),
                        linear("0", "3"),
                        ridge()),
                row(
                        "missing biases",
                        network(dense("1; 2"), units("tanh", "tanh"), dense("1 2")),
                        network(dense("-2; 1"), units("tanh", "tanh"), dense("-2 1")),
                        ridge()),
                row(
                        "dense layers in a row count as their product",
                        network(dense("1; 1"), dense("1 0; 2 -1"), units("tanh", "tanh"), dense("1 2"), dense("3")),
                        network(dense("1"), units("tanh"), dense("9")),
                        ridge()),
                row("no hidden layer", network(dense("1; 2"), dense("1 2", "3")), linear("5", "3"), ridge()),
                row(
                        "units of different activations",
                        network(dense("1; 2; 1"), units("tanh", "relu", "silu"), dense("1 2 3")),
                        network(dense("1; -1; 1"), units("relu", "tanh", "silu"), dense("4 -1 3")),
                        ridge("silu")),
                row(
                        "irrational weights",
                        one("relu", "sqrt(2); 1", "2 sqrt(2)", "1 sqrt(2)", "0"),
                        one("relu", "1", "sqrt(2)", "2*sqrt(2)", "0"),
                        ridge()));
    }

    /** 2 x + 3 y + 1 by the two units s(2 x + 3 y + 1) and s(-2 x - 3 y - 1). */
    private static Network pair(String activation) {
        return one(activation, "2 3; -2 -3", "1 -1", "1 -1", "0");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String name, Network left, Network right, Comparison comparison) {
        accept(new EqualityClaim.Equal(left, right), equality(left, right, comparison));
        assertThat(accept(new EqualityClaim.Equal(right, left), equality(right, left, comparison)))
                .as(name)
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "silu", "gelu", "softplus", "logsigmoid", "squareplus"})
    void theHatHasAnEvenFormOfFourUnits(String activation) {
        Network hat = one(activation, "1; 1; 1", "1 0 -1", "1 -2 1", "0");
        Network even = one(activation, "1; -1; 1; -1", "0 0 -1 -1", "-1 -1 1 1", "1");
        accept(new EqualityClaim.Equal(hat, even), equality(hat, even, ridge(activation)));
        Network wrong = one(activation, "1; -1; 1; -1", "0 0 -1 -1", "-1 -1 1 1", "2");
        reject(
                new EqualityClaim.Equal(hat, wrong),
                equality(hat, wrong, ridge(activation)),
                "the functions differ in the constant of output 0 by -1");
    }

    static List<Arguments> rejected() {
        return List.of(
                row(
                        "the functions differ in the constant of output 0 by -1",
                        one("relu", "1", "0", "1", "5"),
                        one("relu", "1", "0", "1", "6"),
                        ridge()),
                row(
                        "the functions differ in the factor of input 1 of output 0 by 1",
                        linear("2 4", "1"),
                        pair("relu"),
                        ridge("relu")),
                row("not proved to be zero", one("relu", "1", "0", "1", "0"), one("relu", "1", "0", "2", "0"), ridge()),
                row(
                        "the functions differ in the factor of input 0 of output 0 by 1",
                        one("relu", "1", "0", "1", "0"),
                        one("relu", "-1", "0", "1", "0"),
                        ridge()),
                row("not proved to be zero", one("tanh", "1", "1", "1", "0"), one("tanh", "1", "2", "1", "0"), ridge()),
                row(
                        "not proved to be zero",
                        one("tanh", "1", "0", "1", "0"),
                        one("arctan", "1", "0", "1", "0"),
                        ridge()),
                row(
                        "not proved to be zero",
                        one("tanh", "1 0", "0", "1", "0"),
                        one("tanh", "0 1", "0", "1", "0"),
                        ridge()),
                row(
                        "the activation tanh is not known to satisfy",
                        one("tanh", "1", "0", "1", "0"),
                        one("tanh", "1", "0", "1", "0"),
                        ridge("tanh")),
                row(
                        "the activation relu is not known to satisfy",
                        pair("relu"),
                        linear("4 6", "2"),
                        new Comparison.Ridge(List.of(new Bypass(Activations.requireNamed("relu"), Scalar.of(2))))),
                row("expected networks with at most one hidden layer, found 5 layers", deep(), deep(), ridge()),
                row(
                        "expected networks with at most one hidden layer, found 2 layers",
                        network(units("tanh"), dense("1")),
                        network(units("tanh"), dense("1")),
                        ridge()),
                row(
                        "expected networks with at most one hidden layer, found 3 layers",
                        network(dense("1"), units("tanh"), units("tanh")),
                        network(dense("1")),
                        ridge()),
                row(
                        "expected networks with at most one hidden layer, found 3 layers",
                        network(units("tanh"), units("arctan"), dense("1")),
                        network(dense("1")),
                        ridge()),
                row("derivative 0 of the difference", one("tanh", "0", "1", "1", "0"), linear("0", "1"), ridge()),
                row(
                        "derivative 0 of the difference",
                        one("tanh", "0; 0", "1 2", "1 1", "0"),
                        linear("0", "0"),
                        ridge()));
    }

    private static Network deep() {
        return network(dense("1"), units("tanh"), dense("1"), units("tanh"), dense("1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String reason, Network left, Network right, Comparison comparison) {
        reject(new EqualityClaim.Equal(left, right), equality(left, right, comparison), reason);
    }

    @Test
    void aGroupThatIsNotTheActivationsProvesNothing() {
        // It is said that x + exp(x) is odd; the merge that follows from it is not believed.
        Activation liar = formula("x + exp(x)", UnitGroup.linear(UnitGroup.Scales.SIGNS, Scalar.ONE, true, 1));
        Network left = network(dense("1; -1"), Layer.Entrywise.of(liar, 2), dense("1 1"));
        Network right = linear("0", "2");
        reject(
                new EqualityClaim.Equal(left, right),
                equality(left, right, ridge()),
                "the activation expr:x + exp(x) is not known to satisfy");
    }

    @Test
    void aRelationOfAnotherActivationIsNotUsed() {
        Network tanh = one("tanh", "1; -1", "0 0", "1 -1", "0");
        reject(
                new EqualityClaim.Equal(tanh, linear("1", "0")),
                equality(tanh, linear("1", "0"), ridge("relu")),
                "not proved to be zero");
    }

    @Test
    void onlySoManyTermsAreLeftOnOneForm() {
        // GELU at 25 different biases: no two of them merge.
        Network many = shifted(25);
        reject(
                new EqualityClaim.Equal(many, linear("0", "0")),
                equality(many, linear("0", "0"), ridge()),
                "more than 24 terms are left on one form");
        Network fewer = shifted(3);
        reject(
                new EqualityClaim.Equal(fewer, linear("0", "0")),
                equality(fewer, linear("0", "0"), ridge()),
                "not proved to be zero");
    }

    private static Network shifted(int units) {
        String rows = String.join("; ", Collections.nCopies(units, "1"));
        String biases = IntStream.range(0, units).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        return one("gelu", rows, biases, String.join(" ", Collections.nCopies(units, "1")), "0");
    }

    @Test
    void outputsWithoutATermAreLeftOut() {
        Network left = one("gelu", "1; 1", "0 1", "1 1; 0 0", "0 3");
        Network right = one("gelu", "1; 1", "1 0", "1 1; 0 0", "0 3");
        accept(new EqualityClaim.Equal(left, right), equality(left, right, ridge()));
        Network other = one("hardtanh", "1; 1; 1/2", "0 -2 -1/2", "1 1 -2; 0 0 0", "0 3");
        Network constant = linear("0; 0", "0 3");
        accept(new EqualityClaim.Equal(other, constant), equality(other, constant, ridge()));
    }

    @Test
    void everyChangeOfOneNumberIsSeen() {
        Network right = one("relu", "6 0; 2 4", "4 2", "1 1/2", "5");
        List<Network> mutants = Stream.of(
                        one("relu", "2 2; 3 0", "1 2", "1 2", "5"),
                        one("relu", "1 3; 3 0", "1 2", "1 2", "5"),
                        one("relu", "1 2; 3 1", "1 2", "1 2", "5"),
                        one("relu", "1 2; 3 0", "2 2", "1 2", "5"),
                        one("relu", "1 2; 3 0", "1 3", "1 2", "5"),
                        one("relu", "1 2; 3 0", "1 2", "2 2", "5"),
                        one("relu", "1 2; 3 0", "1 2", "1 -2", "5"),
                        one("relu", "1 2; 3 0", "1 2", "1 2", "6"),
                        one("gelu", "1 2; 3 0", "1 2", "1 2", "5"))
                .toList();
        for (Network mutant : mutants) {
            for (Comparison comparison : Arrays.asList(ridge(), ridge("relu"))) {
                reject(new EqualityClaim.Equal(mutant, right), equality(mutant, right, comparison), "");
            }
        }
    }
}
