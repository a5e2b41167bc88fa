package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks in other formats than JSON, as every command reads them. */
class NetworkFormatsTest {
    @TempDir
    private Path folder = Path.of("");

    private Path pair = folder;
    private Path onnx = folder;
    private Path swap = folder;

    @BeforeEach
    void write() {
        ExampleFiles files = new ExampleFiles(folder);
        pair = files.write("pair.json", ExampleFiles.SWAPPED_PAIR);
        swap = files.write("swap.json", ExampleFiles.SWAP);
        onnx = folder.resolve("pair.onnx");
        CommandRun.of("convert", pair, onnx).exits(0);
    }

    private static Path torch(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(NetworkFormatsTest.class.getResource("/io/intertwine/weights/" + name))
                            .toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void anOnnxFileIsANetworkForEveryCommand() {
        CommandRun.of("verify", onnx, swap).exits(0);
        CommandRun.of("equal", pair, onnx).exits(0);
        CommandRun.of("reduce", onnx, "-o", folder.resolve("r.json")).exits(0);
        CommandRun.of("evaluate", onnx, "[1,2]").exits(0);
        CommandRun.of("identify", onnx).exits(0);
        CommandRun.of("dimension", onnx, "--family").exits(0);
        Path proof = folder.resolve("proof.json");
        CommandRun.of("verify", onnx, swap, "--certificate", proof).exits(0);
        CommandRun.of("check", proof, "--network", onnx, "--symmetry", swap).exits(0);
        CommandRun.of("check", proof, "--network", pair, "--symmetry", swap).exits(0);
    }

    @Test
    void tensorsAreANetworkWithAnActivation() {
        Path tensors = torch("gelu.safetensors");
        CommandRun.of("equal", tensors, torch("gelu.onnx"), "--activation", "gelu")
                .exits(0);
        Path proof = folder.resolve("proof.json");
        CommandRun.of("dimension", tensors, "--activation", "gelu", "--family", "--certificate", proof)
                .exits(0);
        CommandRun.of("check", proof, "--architecture", tensors, "--activation", "gelu")
                .exits(0);
        assertThat(CommandRun.of("evaluate", tensors, "[1,2]").exits(65).err()).contains("add --activation");
        assertThat(CommandRun.of("evaluate", pair, "[1,2]", "--activation", "tanh")
                        .exits(64)
                        .err())
                .contains("--activation goes with");
        assertThat(CommandRun.of("dimension", pair, "--activation", "tanh")
                        .exits(64)
                        .err())
                .contains("--activation goes with");
    }

    @ParameterizedTest
    @ValueSource(strings = {"safetensors", "npz"})
    void theWeightsThatConvertWritesAreANetworkToo(String storage) {
        CommandRun.of("convert", pair, folder.resolve("out.json"), "--weights", storage)
                .exits(0);
        Path tensors = folder.resolve("out." + storage);
        CommandRun run =
                CommandRun.of("convert", tensors, folder.resolve("back.onnx"), "--activation", "tanh", "--json");
        assertThat(run.exits(0).json().get("digest_after"))
                .isEqualTo(CommandRun.of("convert", pair, folder.resolve("b.json"), "--json")
                        .json()
                        .get("digest_after"));
    }

    @Test
    void whatWasTakenForSomethingElseIsSaid() {
        CommandRun run = CommandRun.of("evaluate", torch("gelu.onnx"), "[1,2]").exits(0);
        assertThat(run.err()).contains("gelu.onnx: read as the activation gelu").hasLineCount(1);
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path pickle = Files.write(folder.resolve("m.pt"), new byte[] {'P', 'K', 3, 4});
        assertThat(CommandRun.of("verify", pickle, swap).exits(65).err())
                .contains("torch.load('m.pt'")
                .hasLineCount(3);
        assertThat(CommandRun.of("dimension", pickle).exits(65).err()).contains("torch.load('m.pt'");
        Path damaged = Files.write(folder.resolve("m.onnx"), new byte[] {1, 2, 3});
        assertThat(CommandRun.of("verify", damaged, swap).exits(65).err()).hasLineCount(1);
    }

    @Test
    void theEquivarianceOfANetworkIsAQuestionForOtherVerifiers() {
        Path out = folder.resolve("question.onnx");
        CommandRun run = CommandRun.of("convert", pair, out, "--property", swap, "--box", "0,1", "--epsilon", "0.5")
                .exits(0);
        assertThat(run.out()).contains("function", "question.vnnlib");
        assertThat(out).isNotEmptyFile();
        assertThat(new ExampleFiles(folder).read("question.vnnlib")).contains("(assert (<= X_1 1))", "(>= Y_0 0.5)");
        var json = CommandRun.of("convert", pair, out, "--property", swap, "--json")
                .exits(0)
                .json();
        assertThat(json.get("files"))
                .isEqualTo(List.of(
                        out.toString(), folder.resolve("question.vnnlib").toString()));
    }

    @Test
    void questionsThatMakeNoSenseAreRefused() {
        Path out = folder.resolve("question.onnx");
        CommandRun.of("convert", pair, folder.resolve("q.json"), "--property", swap)
                .exits(64);
        CommandRun.of("convert", pair, out, "--box", "0,1").exits(64);
        for (String box : List.of("1", "1,0", "a,b", "0,1e999999999", "0,1,2")) {
            CommandRun.of("convert", pair, out, "--property", swap, "--box", box)
                    .exits(64);
        }
        CommandRun.of("convert", pair, out, "--property", swap, "--epsilon", "0")
                .exits(64);
        CommandRun.of("convert", pair, out, "--property", swap, "--generator", "z")
                .exits(65);
        CommandRun.of("convert", pair, out, "--weights", "npz").exits(64);
        CommandRun.of("convert", onnx, onnx).exits(64);
        assertThat(out).doesNotExist();
    }
}
