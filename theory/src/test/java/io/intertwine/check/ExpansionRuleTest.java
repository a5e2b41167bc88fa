package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.dense;
import static io.intertwine.check.Table.equality;
import static io.intertwine.check.Table.formula;
import static io.intertwine.check.Table.network;
import static io.intertwine.check.Table.reject;
import static io.intertwine.check.Table.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.certificate.Comparison;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Accepted and rejected comparisons of networks as polynomials in the inputs. */
class ExpansionRuleTest {
    private static final Comparison EXPANSION = new Comparison.Expansion();
    private static final Activation SQUARE = Activations.power(2);
    private static final Activation LARGE = Activations.power(100);

    /** The two classes of Usevich, Borsoi, Derand, Clausel 2025, example 41. */
    private static final Network CLASS_A = squares("1 0; 0 1", "1 1; 1 -1", "1 0; 0 1");

    private static final Network CLASS_B = squares("1 1; 1 -1", "1/2 1/2; 1/2 -1/2", "1 0; 1 -1");

    private static Network squares(String first, String second, String third) {
        return new NetworkBuilder()
                .dense(first)
                .activation(SQUARE)
                .dense(second)
                .activation(SQUARE)
                .dense(third)
                .build();
    }

    private static Network of(Layer... layers) {
        return network(layers);
    }

    private static Layer.Entrywise each(Activation... activations) {
        return new Layer.Entrywise(List.of(activations));
    }

    private static Arguments row(String name, Network left, Network right) {
        return Arguments.of(name, left, right);
    }

    static List<Arguments> accepted() {
        return List.of(
                row("two classes of squares", CLASS_A, CLASS_B),
                row(
                        "a square of a sum",
                        of(dense("1 1"), each(SQUARE), dense("1")),
                        of(dense("1 1; 1 -1; 1 0; 0 1"), each(SQUARE, SQUARE, SQUARE, SQUARE), dense("1/2 -1/2 1 1"))),
                row(
                        "formulas",
                        of(dense("1", "1"), each(formula("x^2 - 2*x + 1")), dense("1")),
                        of(dense("1"), each(SQUARE), dense("1"))),
                row(
                        "products and constants",
                        of(each(formula("(x + 1)*(x - 1)"), formula("3")), dense("1 1", "1")),
                        of(each(formula("x^2"), formula("x^2 - x^2 + 3")), dense("1 1"))),
                row(
                        "a hidden layer against none",
                        of(dense("1; 1", "1 -1"), each(SQUARE, SQUARE), dense("1/4 -1/4")),
                        of(dense("1"))),
                row(
                        "logits",
                        of(dense("1"), each(SQUARE), dense("1; 2"), new Layer.Softmax(2)),
                        of(dense("-1"), each(SQUARE), dense("0; 1", "5 5"), new Layer.Softmax(2))),
                row("last activations", of(dense("1"), each(SQUARE)), of(dense("-1"), each(SQUARE))),
                row(
                        "units that are not read",
                        of(dense("1; 1"), each(SQUARE, Activations.power(3)), dense("1 0")),
                        of(dense("1"), each(SQUARE), dense("1"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String name, Network left, Network right) {
        assertThat(accept(new EqualityClaim.Equal(left, right), equality(left, right, EXPANSION))
                        .rule())
                .as(name)
                .contains("proved to be equal");
    }

    static List<Arguments> rejected() {
        return List.of(
                row("output 1 is another polynomial", CLASS_A, squares("1 1; 1 -1", "1/2 1/2; 1/2 -1/2", "1 0; -1 1")),
                row("output 0 is another polynomial", CLASS_A, squares("1 1; 1 -1", "1 1; 1 -1", "1 0; 1 -1")),
                row(
                        "output 0 is another polynomial",
                        of(dense("1"), each(SQUARE)),
                        of(dense("1"), each(Activations.power(3)))),
                row(
                        "output 0 is another polynomial",
                        of(dense("1", "1"), each(SQUARE)),
                        of(dense("1"), each(SQUARE), dense("1", "1"))),
                row("not a polynomial: tanh(x)", of(dense("1"), units("tanh")), of(dense("1"), units("tanh"))),
                row("not a polynomial: ", of(units("relu")), of(units("relu"))),
                row(
                        "not a polynomial: 1/(x^2 + 1)",
                        of(each(formula("1/(x^2 + 1)"))),
                        of(each(formula("1/(x^2 + 1)")))),
                row("not a polynomial: pi", of(each(formula("pi*x"))), of(each(formula("pi*x")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String reason, Network left, Network right) {
        reject(new EqualityClaim.Equal(left, right), equality(left, right, EXPANSION), reason);
    }

    @Test
    void polynomialsOfTooManyTermsAreNotExpanded() {
        Network network = of(dense("1 1 1 1 1 1 1 1"), each(LARGE), dense("1"));
        reject(
                new EqualityClaim.Equal(network, network),
                equality(network, network, EXPANSION),
                "the polynomials are too large: ");
    }

    @Test
    void exponentsDoNotWrapAround() {
        NetworkBuilder builder = new NetworkBuilder().dense("1");
        Collections.nCopies(5, LARGE).forEach(builder::activation);
        Network network = builder.build();
        reject(
                new EqualityClaim.Equal(network, network),
                equality(network, network, EXPANSION),
                "the polynomials are too large: integer overflow");
    }

    @Test
    void hugeCoefficientsAreNotComputed() {
        NetworkBuilder builder = new NetworkBuilder().dense("2");
        Collections.nCopies(4, LARGE).forEach(builder::activation);
        Network network = builder.build();
        reject(
                new EqualityClaim.Equal(network, network),
                equality(network, network, EXPANSION),
                "a power is too large");
    }

    @Test
    void aSoftmaxIsNotExpanded() {
        assertThatThrownBy(() -> ExpansionRule.expand(of(new Layer.Softmax(2))))
                .isInstanceOf(Rejection.class)
                .hasMessage("a softmax is not a polynomial");
    }

    @Test
    void theOutputsArePolynomialsInTheInputs() throws Rejection {
        var outputs = ExpansionRule.expand(of(dense("1 2", "3"), each(SQUARE)));
        assertThat(outputs).hasSize(1);
        assertThat(outputs.get(0).constant()).isEqualTo(Scalar.of(9));
        assertThat(outputs.get(0)).hasToString("(4)*y1^2 + (4)*y1*y0 + (12)*y1 + (1)*y0^2 + (6)*y0 + (9)");
    }
}
