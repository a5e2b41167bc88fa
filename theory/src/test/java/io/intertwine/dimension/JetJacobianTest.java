package io.intertwine.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.io.ActivationNames;
import io.intertwine.io.FormatException;
import io.intertwine.net.Architecture;
import io.intertwine.net.GenericJacobian;
import io.intertwine.net.GenericPoint;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fast derivatives against those of the checker. */
class JetJacobianTest {
    static Architecture architecture(String widths, String activations, boolean bias) throws FormatException {
        List<Activation> units = new ArrayList<>();
        for (String activation : activations.split(" ")) {
            units.add(ActivationNames.parse(activation));
        }
        return Architecture.ofWidths(
                Arrays.stream(widths.split(" ")).map(Integer::valueOf).toList(), units, bias);
    }

    @ParameterizedTest
    @CsvSource({
        "2 3 1, tanh, true, 8388593, 1, 3, 6",
        "2 3 2 2, gelu silu, true, 2147483647, 1, 2, 5",
        "3 2 2, sin, false, 65537, 1, 4, 4",
        "1 4 1, softplus, true, 8388593, 1, 1, 17",
        "2 2 2 1, mish arctan, true, 67108859, 1, 2, 7",
        "2 3 2, elu, true, 8388593, 2, 2, 4",
        "2 3 2, squareplus, true, 8388593, 1, 2, 4",
        "2 3 3 2, power:3, false, 2147483629, 9, 1, 0",
        "2 3 3 2, expr:x^2+x, true, 101, 4, 2, 3",
        "2 3 2, gelu_tanh, true, 8388593, 1, 2, 4"
    })
    void agreesWithTheSlowOne(
            String widths, String activations, boolean bias, long prime, int bases, int lines, int order)
            throws FormatException {
        assertAgreement(architecture(widths, activations, bias), prime, bases, lines, order);
    }

    @Test
    void agreesBeforeASoftmaxAndAfterALastActivation() throws FormatException {
        List<LayerShape> layers =
                new ArrayList<>(architecture("2 3 3", "tanh", true).layers());
        layers.add(new Layer.Softmax(3));
        assertAgreement(new Architecture(layers), 8388593, 1, 3, 4);
        layers.set(3, Layer.Entrywise.of(ActivationNames.parse("sigmoid"), 3));
        assertAgreement(new Architecture(layers), 8388593, 1, 3, 4);
    }

    private static void assertAgreement(Architecture architecture, long prime, int bases, int lines, int order) {
        GenericPoint.Result result =
                GenericPoint.draw(architecture, new GenericPoint.Sampling(prime, 5, bases, lines, order));
        assertThat(result).isInstanceOf(GenericPoint.Found.class);
        GenericPoint point = ((GenericPoint.Found) result).point();
        GenericJacobian slow = new GenericJacobian(architecture, point);
        JetJacobian fast = new JetJacobian(architecture, point);
        int columns = slow.columns();
        for (int line = 0; line < bases * lines; line++) {
            int[] places = new int[order + 1];
            Arrays.setAll(places, n -> n * fast.outputs());
            int[] target = new int[slow.rowsOfLine() * columns];
            fast.write(line, places, target);
            List<long[]> rows = slow.line(line);
            assertThat(rows).hasSize(slow.rowsOfLine());
            for (int r = 0; r < rows.size(); r++) {
                int start = r * columns;
                assertThat(Arrays.stream(Arrays.copyOfRange(target, start, start + columns))
                                .asLongStream()
                                .toArray())
                        .isEqualTo(rows.get(r));
            }
        }
    }

    @Test
    void writesOnlyTheRowsThatAreWanted() throws FormatException {
        Architecture architecture = architecture("2 3 1", "tanh", true);
        GenericPoint point = ((GenericPoint.Found)
                        GenericPoint.draw(architecture, new GenericPoint.Sampling(8388593, 5, 1, 1, 3)))
                .point();
        int[] target = new int[3 * 13];
        new JetJacobian(architecture, point).write(0, new int[] {-1, 2, -1, 0}, target);
        List<long[]> rows = new GenericJacobian(architecture, point).line(0);
        assertThat(Arrays.stream(Arrays.copyOfRange(target, 26, 39))
                        .asLongStream()
                        .toArray())
                .isEqualTo(rows.get(1));
        assertThat(Arrays.stream(Arrays.copyOfRange(target, 0, 13))
                        .asLongStream()
                        .toArray())
                .isEqualTo(rows.get(3));
        assertThat(Arrays.copyOfRange(target, 13, 26)).containsOnly(0);
    }
}
