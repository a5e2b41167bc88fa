package io.intertwine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.io.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"model.pt", "model.PTH", "pytorch_model.bin", "model.ckpt", "model.pkl"})
    void picklesAreRefusedWithThePythonThatConvertsThem(String name) {
        assertThatThrownBy(() -> NetworkFiles.read(folder.resolve(name), List.of()))
                .isInstanceOf(FormatException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .hasLineCount(3)
                        .contains(
                                "torch.load('" + name + "', weights_only=True)",
                                "safetensors.torch.save_file(m, '" + name.substring(0, name.lastIndexOf('.'))
                                        + ".safetensors')",
                                "torch.onnx.export(m, x, "));
    }

    @Test
    void picklesAreKnownByTheirFirstBytesToo() throws IOException {
        Path zip = Files.write(folder.resolve("model"), new byte[] {'P', 'K', 3, 4});
        Path raw = Files.write(folder.resolve("model.old"), new byte[] {(byte) 0x80, 2, 'c'});
        for (Path file : List.of(zip, raw)) {
            assertThatThrownBy(() -> NetworkFiles.read(file, List.of())).hasMessageContaining("pickled");
        }
    }

    @Test
    void everythingElseIsReadAsJson() throws IOException, FormatException {
        String text = "{\"format\": \"intertwine-network/1\", \"layers\": [{\"dense\": {\"weight\": [[1, 2]]}}]}";
        for (String name : List.of("network.json", "network", "n")) {
            Path file = Files.writeString(folder.resolve(name), text);
            assertThat(NetworkFiles.read(file, List.of()).network().inputs()).isEqualTo(2);
        }
        Path empty = Files.writeString(folder.resolve("empty"), "");
        assertThatThrownBy(() -> NetworkFiles.read(empty, List.of())).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> NetworkFiles.read(folder.resolve("none"), List.of()))
                .isInstanceOf(FormatException.class);
    }
}
