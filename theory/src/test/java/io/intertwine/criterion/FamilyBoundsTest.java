package io.intertwine.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.io.ActivationNames;
import io.intertwine.io.FormatException;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Upper bounds against values from the literature and by hand. */
class FamilyBoundsTest {
    private static Architecture architecture(String widths, String activation, boolean bias) throws FormatException {
        return Architecture.ofWidths(
                Arrays.stream(widths.split(" ")).map(Integer::valueOf).toList(),
                List.of(ActivationNames.parse(activation)),
                bias);
    }

    @ParameterizedTest
    @CsvSource({
        // widths, activation, bias, symmetries, bound, rule
        "2 3 1, tanh, true, 0, 13, parameters",
        "2 3 1, gelu, false, 0, 9, parameters",
        "2 3 1, exp, true, 3, 10, symmetries",
        "2 3 1, exp, false, 0, 9, parameters",
        "2 3 1, 'expr:2*exp(3*x)-5', true, 3, 10, symmetries",
        "2 3 3 1, relu, true, 6, 19, symmetries",
        "2 3 3 1, leaky_relu:1/100, true, 6, 19, symmetries",
        "2 3 3 1, hardtanh, true, 0, 25, parameters",
        // quadratic forms, and where they end
        "3 2 1, power:2, false, 2, 5, quadratic-forms",
        "4 3 1, power:2, false, 3, 9, quadratic-forms",
        "3 4 1, power:2, false, 4, 6, ambient",
        "2 2 1, power:2, true, 2, 6, ambient",
        "3 2 1, power:2, true, 2, 8, quadratic-forms",
        // Alexander and Hirschowitz
        "3 5 1, power:4, false, 5, 14, alexander-hirschowitz",
        "4 9 1, power:4, false, 9, 34, alexander-hirschowitz",
        "5 14 1, power:4, false, 14, 69, alexander-hirschowitz",
        "5 7 1, power:3, false, 7, 34, alexander-hirschowitz",
        "2 5 1, power:4, true, 5, 15, ambient",
        "3 9 1, power:6, false, 9, 27, symmetries",
        // deep
        "5 5 3 1, power:2, false, 8, 32, composition",
        "2 3 2 2, power:2, false, 5, 8, composition",
        "2 2 2 2, power:2, false, 4, 8, symmetries",
        // polynomials
        "2 2 1, power:3, true, 2, 7, symmetries",
        "2 2 1, expr:x^3+x^2, false, 0, 6, parameters",
        "2 2 1, expr:x^2+x, false, 0, 5, ambient",
        "2 2 1, expr:x^2+x, true, 2, 6, ambient",
        "3 3 1, expr:(x-1)^3+2, true, 3, 13, symmetries",
        "3 3 1, expr:(x-1)^3+2, false, 0, 12, parameters",
        "3 3 1, expr:(x-1)^3+x, true, 0, 16, parameters",
        // chains of width one
        "1 1 1 1 1, relu, true, 3, 4, width-one-chain",
        "2 1 1 1 1, relu, true, 3, 5, width-one-chain",
        "3 1 1 1 1 1, relu, true, 4, 6, width-one-chain",
        "2 1 1 1 2 1, relu, true, 5, 8, composition",
        "2 2 1 1 1 2 1, relu, true, 7, 12, composition",
        "2 1 1 2 1, relu, true, 4, 8, symmetries",
        "2 1 1 1 1, leaky_relu:1/2, true, 3, 6, symmetries",
        "2 1 1 1 1, hardtanh, true, 0, 5, width-one-chain",
        // rays
        "1 3 1, relu, false, 3, 2, rays",
        "1 3 3, leaky_relu:1/3, false, 3, 6, rays",
        "1 4 3, leaky_relu:1/3, false, 4, 6, rays",
        "2 1 3 2, relu, false, 4, 3, composition",
        "2 1 3 2, leaky_relu:1/3, false, 4, 5, composition",
        // linear networks
        "3 2 4, identity, false, 4, 10, symmetries",
        "3 5 3, identity, false, 21, 9, symmetries",
        "3 2 4, identity, true, 6, 14, symmetries",
    })
    void agreeWithKnownValues(String widths, String activation, boolean bias, int symmetries, int bound, String rule)
            throws FormatException {
        Architecture architecture = architecture(widths, activation, bias);
        assertThat(FamilyBounds.symmetryDimension(architecture)).isEqualTo(BigInteger.valueOf(symmetries));
        FamilyBound best = FamilyBounds.best(architecture);
        assertThat(best.value()).isEqualTo(BigInteger.valueOf(bound));
        assertThat(FamilyBounds.of(architecture).stream()
                        .filter(each -> each.value().equals(best.value())))
                .as("%s", FamilyBounds.of(architecture))
                .anyMatch(each -> each.rule().equals(rule));
    }

    @Test
    void aSoftmaxSeesOneOutputLess() throws FormatException {
        List<LayerShape> layers =
                new ArrayList<>(architecture("2 3 4", "tanh", true).layers());
        layers.add(new Layer.Softmax(4));
        Architecture softmax = new Architecture(layers);
        assertThat(FamilyBounds.best(softmax).value()).isEqualTo(BigInteger.valueOf(9 + 12));
        assertThat(FamilyBounds.symmetryDimension(softmax)).isEqualTo(BigInteger.valueOf(4));
    }

    @Test
    void aBiasThatIsMissingTakesTheGroupAway() throws FormatException {
        Activation exponential = ActivationNames.parse("expr:exp(x)-1");
        Layer.Entrywise units = Layer.Entrywise.of(exponential, 3);
        Architecture both =
                new Architecture(List.of(new LayerShape.Dense(2, 3, true), units, new LayerShape.Dense(3, 1, true)));
        Architecture before =
                new Architecture(List.of(new LayerShape.Dense(2, 3, true), units, new LayerShape.Dense(3, 1, false)));
        Architecture after =
                new Architecture(List.of(new LayerShape.Dense(2, 3, false), units, new LayerShape.Dense(3, 1, true)));
        assertThat(FamilyBounds.symmetryDimension(both)).isEqualTo(BigInteger.valueOf(3));
        assertThat(FamilyBounds.symmetryDimension(before)).isEqualTo(BigInteger.ZERO);
        assertThat(FamilyBounds.symmetryDimension(after)).isEqualTo(BigInteger.ZERO);
    }

    @Test
    void degreesTooLargeToCountGiveNoAmbientBound() throws FormatException {
        assertThat(FamilyBounds.of(architecture("2 2 2 2 2 1", "power:100", true)))
                .noneMatch(bound -> bound.rule().equals("ambient"));
    }

    @Test
    void activationsBeforeAndAfterAreLeftOut() throws FormatException {
        Activation tanh = ActivationNames.parse("tanh");
        Architecture architecture = new Architecture(
                List.of(Layer.Entrywise.of(tanh, 2), new LayerShape.Dense(2, 3, true), Layer.Entrywise.of(tanh, 3)));
        assertThat(FamilyBounds.best(architecture).value()).isEqualTo(BigInteger.valueOf(9));
    }
}
