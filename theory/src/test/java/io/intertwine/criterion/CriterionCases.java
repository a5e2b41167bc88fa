package io.intertwine.criterion;

import static io.intertwine.criterion.SmallNetworks.shallow;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.activation.UnitGroup;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;

/** Networks at which a row holds, or fails in a stated place. */
final class CriterionCases {
    private final List<Case> cases = new ArrayList<>();

    private CriterionCases() {}

    /**
     * A network at which a row holds or fails.
     *
     * @param row the name of the row
     * @param network the network
     * @param found a part of what is found to fail; empty if all hypotheses hold
     */
    record Case(String row, Network network, String found) {
        @Override
        public String toString() {
            return row + (found.isEmpty() ? " holds" : ": " + found);
        }
    }

    static List<Case> all() {
        CriterionCases cases = new CriterionCases();
        cases.oneLayer();
        cases.exceptions();
        cases.deep();
        cases.rectifiers();
        cases.polynomials();
        cases.linear();
        return cases.cases;
    }

    static List<Case> conjectural() {
        CriterionCases cases = new CriterionCases();
        cases.add("relu-deep", deep("relu", "1 2; 2 1", "1 1", "1 3; 3 1", "1 0"), "");
        cases.add("bypass-deep", deep("gelu", "1 2; 2 1", "1 1", "1 3; 3 1", "1 0"), "");
        cases.add("sin-deep", deep("sin", "1 2; 1 2", "1 1", "1 3; 3 1", "1 0"), "");
        cases.add("polynomial-deep", formula("x^3 + x^2", "1 2; 2 1", "1 1"), "");
        cases.add("monomial-generic", shallow(Activations.power(3), "1 2; 2 1", "", "1 1", ""), "");
        cases.add("monomial-generic", shallow(Activations.power(2), "1 2; 2 1", "", "1 1", ""), "");
        cases.add("monomial-generic", shallow(Activations.power(2), "1; 2", "", "1 1", ""), "");
        return cases.cases;
    }

    private void add(String row, Network network, String found) {
        cases.add(new Case(row, network, found));
    }

    /** A network of one hidden layer of two units whose activation is given by its formula. */
    static Network formula(String text, String weight, String outgoing) {
        return shallow(activation(text), weight, "", outgoing, "");
    }

    static Activation activation(String text) {
        try {
            return Activations.of(Expression.parse(text), UnitGroup::trivial);
        } catch (ExpressionSyntaxException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    /** Two hidden layers, output weights 1. */
    static Network deep(String activation, String first, String firstBias, String second, String secondBias) {
        return new NetworkBuilder()
                .dense(first, firstBias)
                .activation(activation)
                .dense(second, secondBias)
                .activation(activation)
                .dense("1 1")
                .build();
    }

    private void oneLayer() {
        for (String name : List.of("tanh", "erf", "arctan", "softsign", "tanhshrink")) {
            signed("odd-shallow", name);
        }
        signed("tanh-shallow", "tanh");
        signed("tanh-deep", "tanh");
        signed("sigmoid-shallow", "sigmoid");
        for (String name : List.of("gaussian", "sech", "logcosh")) {
            signed("even-shallow", name);
        }
        for (Activation unit : List.of(
                Activations.requireNamed("elu"),
                Activations.requireNamed("selu"),
                Activations.celu(Scalar.of(2)),
                Activations.elu(Scalar.of(1, 2)))) {
            add("elu-shallow", shallow(unit, "1 2; 1 2; -1 -2", "1 -1 -1", "1 2 3", "1"), "");
            add(
                    "elu-shallow",
                    shallow(unit, "1 2; 1 2; 1 2", "1 -1 1", "1 2 3", "1"),
                    "rows 0 and 2 of the hidden layer agree");
            add("elu-shallow", shallow(unit, "1 2; 0 0", "1 -1", "1 2", ""), "row 1 of the hidden layer is zero");
            add(
                    "elu-shallow",
                    shallow(unit, "1 2; 1 3", "", "1 0", ""),
                    "outgoing column 1 of the hidden layer is zero");
        }
        for (String name : List.of("sin", "cos")) {
            add("wave-shallow", shallow(name, "1 2; 2 1", "0 0", "1 2", "1"), "");
            add(
                    "wave-shallow",
                    shallow(name, "1 2; -1 -2", "1 5", "1 2", ""),
                    "rows 0 and 1 of the hidden layer agree up to sign");
            add("wave-shallow", shallow(name, "1 2; 0 0", "1 5", "1 2", ""), "row 1 of the hidden layer is zero");
            add("wave-shallow", shallow(name, "1 2; 1 1", "1 5", "0 2", ""), "column 0");
        }
        for (String name :
                List.of("tanh", "erf", "arctan", "tanhshrink", "sin", "logcosh", "gaussian", "sech", "cos", "sinc")) {
            boolean vanishes = !List.of("gaussian", "sech", "cos", "sinc").contains(name);
            for (String bias : List.of("", "1")) {
                String row = vanishes || !bias.isEmpty() ? "analytic-unbiased-shallow" : "even-unbiased-shallow";
                add(row, shallow(name, "1 2; 2 4", "", "1 2", bias), "");
                add(row, shallow(name, "1 2; -1 -2", "", "1 2", bias), "agree up to sign");
                add(row, shallow(name, "1 2; 0 0", "", "1 2", bias), "row 1 of the hidden layer is zero");
                add(row, shallow(name, "1 2; 2 1", "", "0 2", bias), "column 0");
            }
        }
    }

    /** Rows that are compared up to sign. */
    private void signed(String row, String unit) {
        add(row, shallow(unit, "1 2; 1 2; -1 -2", "1 2 3", "1 2 3", "1"), "");
        add(row, shallow(unit, "sqrt(2) 2; 1 sqrt(2); -1 -2", "1 2 3", "1 2 3; 0 0 1", ""), "");
        add(
                row,
                shallow(unit, "1 2; 3 1; -1 -2", "1 2 -1", "1 2 3", "1"),
                "rows 0 and 2 of the hidden layer agree up to sign");
        add(
                row,
                shallow(unit, "1 2; 3 1; 3 1", "1 2 2", "1 2 3", ""),
                "rows 1 and 2 of the hidden layer agree up to sign");
        add(row, shallow(unit, "1 2; 0 0", "1 2", "1 2", ""), "row 1 of the hidden layer is zero");
        add(row, shallow(unit, "1 2; 2 1", "1 2", "0 1; 0 2", ""), "outgoing column 0 of the hidden layer is zero");
    }

    /** Zero rows that are allowed. */
    private void exceptions() {
        add("sigmoid-shallow", shallow("sigmoid", "0", "", "1", ""), "");
        add("sigmoid-shallow", shallow("sigmoid", "0", "", "0", ""), "column 0");
        add("sigmoid-shallow", shallow("sigmoid", "0", "1", "1", ""), "row 0 of the hidden layer is zero");
        add("sigmoid-shallow", shallow("sigmoid", "0", "", "1", "1"), "row 0 of the hidden layer is zero");
        add("sigmoid-shallow", shallow("sigmoid", "0; 1", "", "1 1", ""), "row 0 of the hidden layer is zero");
        add("abs-shallow", shallow("abs", "1 2; 0 0; 2 1", "1 3 1", "1 2 3", ""), "");
        add("abs-shallow", shallow("abs", "1 2; 0 0; 2 1", "1 0 1", "1 2 3", ""), "row 1 of the hidden layer is zero");
        add(
                "abs-shallow",
                shallow("abs", "1 2; 0 0; 0 0", "1 3 1", "1 2 3", ""),
                "rows 1 and 2 of the hidden layer are proportional");
        add("abs-shallow", shallow("abs", "1 2; 0 0; 2 1", "1 3 1", "1 2 3", "0"), "row 1 of the hidden layer is zero");
        add("abs-shallow", shallow("abs", "1 2; 0 0", "", "1 2", ""), "row 1 of the hidden layer is zero");
        add("abs-shallow", shallow("abs", "1 2; 2 4", "1 3", "1 2", "0"), "");
        add(
                "abs-shallow",
                shallow("abs", "1 2; -2 -4", "1 -2", "1 2", "0"),
                "rows 0 and 1 of the hidden layer are proportional");
        add(
                "abs-shallow",
                shallow("abs", "0 2; 0 -4", "", "1 2", "0"),
                "rows 0 and 1 of the hidden layer are proportional");
        add("abs-shallow", shallow("abs", "0 2; 1 -4", "", "0 2", "0"), "column 0");
    }

    private void deep() {
        Network worked = new NetworkBuilder()
                .dense("1; 2", "1 0")
                .activation("tanh")
                .dense("1 1; 1 -1", "0 1")
                .activation("tanh")
                .dense("1 1")
                .build();
        Network clones = new NetworkBuilder()
                .dense("1; 2", "1 0")
                .activation("tanh")
                .dense("1 1; -1 -1", "0 0")
                .activation("tanh")
                .dense("1 1")
                .build();
        add("tanh-deep", worked, "");
        add("tanh-deep", clones, "rows 0 and 1 of hidden layer 2 agree up to sign");
        Network biased = new NetworkBuilder()
                .dense("1; 2", "1 0")
                .activation("tanh")
                .dense("1 1; 1 -1", "0 1")
                .activation("tanh")
                .dense("1 1", "5")
                .build();
        add("tanh-deep", biased, "");
        add("tanh-fefferman", biased, "bias 1 of hidden layer 1 is zero");
        add("tanh-fefferman", biased, "in hidden layer 1");
        for (String unit : List.of("tanh", "sigmoid")) {
            String row = unit + "-deep";
            add(row, deep(unit, "1 2; 2 1", "0 0", "1 0; 0 1", "0 0"), "");
            add(
                    row,
                    deep(unit, "1 2; -1 -2", "0 0", "1 0; 0 1", "0 0"),
                    "rows 0 and 1 of hidden layer 1 agree up to sign");
            add(row, deep(unit, "1 2; 2 1", "0 0", "1 0; 2 0", "0 0"), "outgoing column 1 of hidden layer 1 is zero");
            add(row, deep(unit, "1 2; 2 1", "0 0", "1 1; 0 0", "0 1"), "row 1 of hidden layer 2 is zero");
        }
        String row = "tanh-fefferman";
        add(row, shallow("tanh", "401; 409", "1 2", "1 3", "5"), "");
        add(row, shallow("tanh", "1; 401", "1 2", "1 3", "5"), "weights (1, 0) and (0, 0)");
        add(row, shallow("tanh", "401; 1", "1 2", "1 3", "5"), "weights (1, 0) and (0, 0)");
        add(row, shallow("tanh", "1; sqrt(2)", "1 2", "1 3", "5"), "");
        add(
                row,
                shallow("tanh", "401; 409", "1 -1", "1 3", "5"),
                "biases 0 and 1 of the hidden layer agree up to sign");
        add(row, shallow("tanh", "401; 409", "1 2", "1 3", "0"), "bias 0 of the output layer is zero");
        add(row, shallow("tanh", "401; 409", "1 2", "1 0", "5"), "weight (0, 1) of the output layer is zero");
        add(row, shallow("tanh", "401; 409", "1 2", "1 3; 2 3", "5 6"), "in the output layer");
    }

    private void rectifiers() {
        for (Activation unit :
                List.of(Activations.requireNamed("relu"), SmallNetworks.leaky(1, 100), SmallNetworks.leaky(-3, 1))) {
            rectifier("relu-shallow", unit, "are proportional", "-2 -4");
        }
        for (String name : List.of("gelu", "silu", "softplus", "logsigmoid", "squareplus")) {
            rectifier("bypass-shallow", Activations.requireNamed(name), "agree up to sign", "-1 -2");
            add("bypass-shallow", shallow(name, "1 2; 2 4", "1 2", "1 2", "1"), "");
        }
        String row = "relu-invertible";
        add(row, shallow("relu", "1 2; 2 1", "", "1 0; 3 1", ""), "");
        add(row, shallow("relu", "1 2; 2 4", "", "1 0; 3 1", ""), "the rank is 1 of 2");
        add(row, shallow("relu", "1 2; 2 1", "", "1 3; 2 6", ""), "the rank is 1 of 2");
        add(row, shallow("relu", "1 sqrt(2); sqrt(2) 2", "", "1 3; 2 5", ""), "the rank is 1 of 2");
    }

    private void rectifier(String row, Activation unit, String relation, String opposite) {
        add(row, shallow(unit, "1 2; 2 1", "1 1", "1 2", "1"), "");
        add(row, shallow(unit, "1 2; 2 1", "", "1 2; 3 4", ""), "");
        add(row, shallow(unit, "1; 1; 1", "1 0 -1", "1 -2 1", ""), "the units [0, 1, 2] form such a set");
        add(row, shallow(unit, "1 0; 0 1; -1 -1", "", "1 1 1", ""), "the units [0, 1, 2] form such a set");
        add(row, shallow(unit, "1 2; " + opposite, "0 0", "1 2", "1"), "rows 0 and 1 of the hidden layer " + relation);
        add(row, shallow(unit, "1 2; 0 0", "1 1", "1 2", "1"), "row 1 of the hidden layer is zero");
        add(row, shallow(unit, "1 2; 2 1", "1 1", "1 0", "1"), "outgoing column 1 of the hidden layer is zero");
    }

    private void polynomials() {
        collinear("monomial-deep", 9, "", "");
        collinear("monomial-deep", 10, "", "3");
        collinear("monomial-deep-biased", 16, "1 2", "1");
        collinear("monomial-deep-partly-biased", 17, "1 2", "");
        add("monomial-deep-biased", shallow(Activations.power(16), "1 2; -2 -4", "1 3", "1 2", "1"), "");
        String row = "monomial-shallow-kruskal";
        add(row, shallow(Activations.power(3), "1 0; 0 1", "", "1 1", ""), "");
        add(row, shallow(Activations.power(2), "1 0; 0 1", "", "1 1", ""), "r = 2, k_1 is 2, k_2 is 1, n = 2");
        add(row, shallow(Activations.power(2), "1 0; 0 1", "", "1 1; 1 2", ""), "");
        add(
                row,
                shallow(Activations.power(3), "1 0; 0 1", "", "1 0", ""),
                "outgoing column 1 of the hidden layer is zero");
        add(row, shallow(Activations.power(5), "1 0; 0 1; 1 1", "", "1 1 1", ""), "");
        add(row, shallow(Activations.power(4), "1 0; 0 1; 1 1", "", "1 1 1", ""), "r = 4, k_1 is 2, k_2 is 1, n = 3");
        add(row, shallow(Activations.power(9), "1 2; 2 4; 1 1", "", "1 1 1", ""), "k_1 is 1");
        add(row, shallow(Activations.power(3), "1; 1", "0 1", "1 1", ""), "");
        add(row, shallow(Activations.power(3), "1; 1", "1 1", "1 1", ""), "k_1 is 1");
        noSubnetwork("shifted-power-deep", "(x + 1)^15 - 1");
        noSubnetwork("quadratic-power-deep", "(x^2 + x)^9");
    }

    private void collinear(String row, int degree, String bias, String outputBias) {
        Activation unit = Activations.power(degree);
        add(row, shallow(unit, "1 2; 2 1", bias, "1 2", outputBias), "");
        add(
                row,
                shallow(unit, "1 2; 2 4", bias, "1 2", outputBias),
                "rows 0 and 1 of the hidden layer are proportional");
        add(row, shallow(unit, "1 2; 0 0", bias, "1 2", outputBias), "row 1 of the hidden layer is zero");
        add(row, shallow(unit, "1 2; 2 1", bias, "1 0", outputBias), "column 1");
    }

    private void noSubnetwork(String row, String text) {
        add(row, formula(text, "1 2; 2 4", "1 2"), "");
        add(row, formula(text, "1 2; -1 -2", "1 2"), "");
        add(row, formula(text, "1 2; 1 2", "1 2"), "rows 0 and 1 of the hidden layer agree");
        add(row, formula(text, "1 2; 0 0", "1 2"), "row 1 of the hidden layer is zero");
        add(row, formula(text, "1 2; 1 1", "1 0"), "column 1");
    }

    private void linear() {
        String row = "linear-bottleneck";
        add(row, new NetworkBuilder().dense("1 2").dense("1; 3").build(), "");
        add(row, new NetworkBuilder().dense("1 2", "1").dense("1; 3", "1 1").build(), "");
        add(
                row,
                new NetworkBuilder()
                        .dense("1 2 3; 0 1 1")
                        .dense("1 0; 1 1")
                        .dense("1 1; 1 2")
                        .build(),
                "");
        add(row, new NetworkBuilder().dense("1 2; 2 4").dense("1 0; 1 1").build(), "the rank is 1, the widths are 2");
        add(row, new NetworkBuilder().dense("1; 2").dense("1 0").build(), "a width of 2");
        add(
                row,
                new NetworkBuilder()
                        .dense("1 2; 2 1")
                        .dense("1 2")
                        .dense("1; 1")
                        .build(),
                "a width of 2");
    }
}
