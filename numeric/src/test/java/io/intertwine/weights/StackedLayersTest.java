package io.intertwine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activations;
import io.intertwine.io.FormatException;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackedLayersTest {
    @TempDir
    private Path folder = Path.of("");

    /** Writes a safetensors file: each tensor is {@code name 2x3}; its entries count from 1 through the whole file. */
    private Path tensors(String... descriptions) throws IOException {
        StringBuilder header = new StringBuilder("{");
        int numbers = 0;
        for (String description : descriptions) {
            String name = description.substring(0, description.lastIndexOf(' '));
            String shape =
                    description.substring(description.lastIndexOf(' ') + 1).replace('x', ',');
            int count = 1;
            for (String size : shape.split(",", -1)) {
                count *= Integer.parseInt(size);
            }
            header.append(header.length() > 1 ? "," : "")
                    .append("\"" + name + "\":{\"dtype\":\"F32\",\"shape\":[" + shape + "],\"data_offsets\":["
                            + 4 * numbers + "," + 4 * (numbers + count) + "]}");
            numbers += count;
        }
        byte[] text = header.append("}").toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + text.length + 4 * numbers).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(text.length).put(text);
        for (int i = 1; i <= numbers; i++) {
            file.putFloat(i);
        }
        return Files.write(folder.resolve("model.safetensors"), file.array());
    }

    private static Network read(Path file, String... activations) throws FormatException {
        List<io.intertwine.activation.Activation> named = new ArrayList<>();
        for (String name : activations) {
            named.add(Activations.requireNamed(name));
        }
        return NetworkFiles.read(file, named).network();
    }

    private static List<Integer> widths(Network network) {
        List<Integer> widths = new ArrayList<>(List.of(network.inputs()));
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense) {
                widths.add(layer.outputs());
            }
        }
        return widths;
    }

    @Test
    void theOrderIsThatOfTheNumbersNotOfTheLetters() throws IOException, FormatException {
        Path file = tensors("10.weight 1x5", "10.bias 1", "2.weight 5x3", "2.bias 5", "0.weight 3x2", "0.bias 3");
        Network network = read(file, "tanh");
        assertThat(widths(network)).containsExactly(2, 3, 5, 1);
        assertThat(network.layers()).hasSize(5);
        assertThat(((Layer.Dense) network.layers().get(4)).weight().row(0).toString())
                .isEqualTo("[1, 2, 3, 4, 5]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "net.0.weight 3x3, net.2.weight 3x3, net.4.weight 3x3; 3, 3, 3, 3",
                "fc2.weight 2x3, fc1.weight 3x4; 4, 3, 2",
                "a.1.0.weight 2x2, a.0.1.weight 2x2, a.0.0.weight 2x5; 5, 2, 2, 2",
                "out.weight 1x3, hidden.0.weight 4x2, hidden.1.weight 3x4; 2, 4, 3, 1",
                "weight 1x3; 3, 1"
            })
    void namesOfSeveralKindsAreUnderstood(String names, String widths) throws IOException, FormatException {
        Network network =
                read(tensors(names.split(", ")), names.contains(",") ? new String[] {"relu"} : new String[] {});
        assertThat(widths(network).toString()).isEqualTo("[" + widths + "]");
    }

    @Test
    void everyHiddenLayerMayHaveItsOwnActivation() throws IOException, FormatException {
        Network network = read(tensors("0.weight 3x2", "1.weight 3x3", "2.weight 1x3"), "tanh", "relu");
        assertThat(network.layers().get(1).toString()).contains("tanh");
        assertThat(network.layers().get(3).toString()).contains("relu");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.weight 3x2, 1.weight 1x4; none that fits: 0.weight [3, 2], 1.weight [1, 4]",
                "encoder.weight 2x2, decoder.weight 2x2; several that fit",
                "0.weight 3x2, 00.weight 3x3; names with the same numbers",
                "a.weight 1x1, b.weight 1x1, c.weight 1x1, d.weight 1x1, e.weight 1x1, f.weight 1x1, g.weight 1x1; 7 kinds of names",
                "0.weight 3x2x3x3; \"0.weight\": expected the weight of a dense layer, outputs x inputs, found the shape [3, 2, 3, 3], perhaps of a convolution",
                "0.weight 3; outputs x inputs, found the shape [3]",
                "0.weight 0x3; found the shape [0, 3]",
                "0.bias 3; \"0.bias\" without \"0.weight\"",
                "0.weight 3x2, 0.bias 2; expected the shape [3]",
                "0.weight 3x2, 0.running_mean 3; \"0.running_mean\" of shape [3]",
                "kernel 3x2; \"kernel\""
            })
    void whatIsUnclearIsRefusedWithWhatWasFound(String names, String part) throws IOException {
        Path file = tensors(names.split(", "));
        assertThatThrownBy(() -> read(file, "tanh"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("model.safetensors")
                .hasMessageContaining(part);
    }

    @Test
    void activationsMustBeGivenForTheHiddenLayersThatThereAre() throws IOException {
        Path deep = tensors("0.weight 3x2", "1.weight 3x3", "2.weight 1x3");
        assertThatThrownBy(() -> read(deep)).hasMessageContaining("add --activation");
        assertThatThrownBy(() -> read(deep, "tanh", "tanh", "tanh")).hasMessageContaining("found 3");
        Path flat = tensors("0.weight 3x2");
        assertThatThrownBy(() -> read(flat, "tanh")).hasMessageContaining("0 hidden layers");
    }
}
