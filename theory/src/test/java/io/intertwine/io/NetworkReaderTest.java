package io.intertwine.io;

import static io.intertwine.io.TextFiles.assertRefused;
import static io.intertwine.io.TextFiles.json;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.net.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkReaderTest {
    private static final String HEAD = "{'format': 'intertwine-network/1', 'layers': [";
    private static final String ONE = "{'dense': {'weight': [[1]]}}";

    @TempDir
    Path folder;

    private Network read(String layers) throws FormatException {
        return NetworkFormat.read(json(folder, "n.json", HEAD + layers + "]}"));
    }

    static Stream<List<String>> refusedLayers() {
        return Stream.of(
                List.of("", "at least one dense layer"),
                List.of("{'activation': 'tanh'}", "at least one dense layer"),
                List.of("{'softmax': {}}", "a dense layer before the softmax"),
                List.of("3", "expected a list of layers, found a list of 1 number"),
                List.of("'dense'", "line 1, column 47", "expected a layer such as", "found the text \"dense\""),
                List.of("{}", "exactly one field"),
                List.of("{'dense': {}, 'activation': 'relu'}", "exactly one field", "\"dense\", \"activation\""),
                List.of("{'conv2d': {}}", "\"conv2d\" is not built yet"),
                List.of("{'attention': {}}", "not built yet"),
                List.of("{'residual': {}}", "not built yet"),
                List.of("{'layer_norm': {}}", "not built yet"),
                List.of("{'rms_norm': {}}", "not built yet"),
                List.of("{'batch_norm': {}}", "not built yet"),
                List.of("{'flatten': {}}", "not built yet"),
                List.of("{'densse': {}}", "no layer kind \"densse\"", "did you mean \"dense\"?"),
                List.of("{'relu': {}}", "the activation \"relu\"", "write {\"activation\": ...}"),
                List.of(ONE + ",{'activation': 'tanhh'}", "no activation \"tanhh\"", "did you mean \"tanh\"?"),
                List.of(ONE + ",{'activation': 'swish'}", "did you mean \"silu\"?"),
                List.of(ONE + ",{'activation': 'qqqqqq'}", "there are abs, arctan"),
                List.of(ONE + ",{'activation': 'leaky_relu'}", "needs a number; write {\"leaky_relu\": \"NUMBER\"}"),
                List.of(ONE + ",{'activation': 'power:3'}", "write {\"power\": ...}"),
                List.of(ONE + ",{'activation': {'expression': ['x']}}", "expected a formula in x"),
                List.of(ONE + ",{'activation': {'threshold': '1'}}", "expected 2 numbers"),
                List.of(ONE + ",{'activation': {'threshold': ['x', 1]}}", "expected a number such as"),
                List.of(ONE + ",{'activation': 'expr:x^2'}", "write {\"expression\": ...}"),
                List.of(ONE + ",{'activation': {'tanh': 1}}", "\"tanh\" takes no parameter"),
                List.of(ONE + ",{'activation': {'leaky_rely': 1}}", "did you mean \"leaky_relu\"?"),
                List.of(ONE + ",{'activation': {'power': '1/2'}}", "whole number, found 1/2"),
                List.of(ONE + ",{'activation': {'power': 101}}", "from 1 to 100"),
                List.of(ONE + ",{'activation': {'power': 1e99}}", "whole number"),
                List.of(ONE + ",{'activation': {'elu': -1}}", "positive rational"),
                List.of(ONE + ",{'activation': {'leaky_relu': 'sqrt(2)'}}", "rational number, found sqrt(2)"),
                List.of(ONE + ",{'activation': {'leaky_relu': 'a'}}", "parameter of \"leaky_relu\""),
                List.of(ONE + ",{'activation': {'leaky_relu': [1]}}", "expected the parameter"),
                List.of(ONE + ",{'activation': {'units': ['tanh', 'relu']}}", "expected 1 activations", "found 2"),
                List.of(ONE + ",{'activation': {'units': [1]}}", "expected a list of activations"),
                List.of(ONE + ",{'activation': {'units': ['relu'], 'name': 1}}", "unknown field \"name\""),
                List.of(ONE + ",{'activation': null}", "found null"),
                List.of(ONE + ",{'softmax': {'axis': 1}}", "unknown field \"axis\""),
                List.of(ONE + ",{'softmax': {}}," + ONE, "no layer after a softmax"),
                List.of(ONE + ",{'softmax': {}},{'softmax': {}}", "no layer after a softmax"),
                List.of("{'dense': 3}", "expected an object with \"weight\", found the number 3"),
                List.of("{'dense': {'bias': [1]}}", "expected a field \"weight\"", "found an object with \"bias\""),
                List.of(
                        "{'dense': {'weight': [[1]], 'biases': [1]}}",
                        "unknown field \"biases\"",
                        "did you mean \"bias\"?"),
                List.of("{'dense': {'inputs': 1, 'outputs': 1}}", "unknown field \"inputs\""),
                List.of("{'dense': {'weight': []}}", "found an empty list"),
                List.of("{'dense': {'weight': [1, 2]}}", "a list of rows", "found a list of 2 numbers"),
                List.of("{'dense': {'weight': [[]]}}", "row 0", "at least one number"),
                List.of("{'dense': {'weight': [[1, 2], [3]]}}", "row 1", "expected 2 numbers", "found 1"),
                List.of("{'dense': {'weight': [[1], []]}}", "row 1", "found 0"),
                List.of("{'dense': {'weight': [[1], [null]]}}", "expected a number, found null"),
                List.of("{'dense': {'weight': [['a']]}}", "expected a number such as", "found \"a\""),
                List.of("{'dense': {'weight': [['1/0']]}}", "found \"1/0\""),
                List.of("{'dense': {'weight': [['NaN']]}}", "found \"NaN\""),
                List.of("{'dense': {'weight': [['exp(1)']]}}", "not algebraic"),
                List.of("{'dense': {'weight': [[NaN]]}}", "not JSON"),
                List.of("{'dense': {'weight': [[1, 2, 3], [2, 1, 3]], 'bias': [1, 2, 3]}}", "3 columns would fit"),
                List.of("{'dense': {'weight': [[1]], 'bias': [1, 2]}}", "a bias of 1 numbers", "found 2"),
                List.of("{'dense': {'weight': [[1]], 'bias': []}}", "a bias of 1 numbers", "found 0"),
                List.of("{'dense': {'weight': [[1]], 'bias': null}}", "a bias: a list of numbers, found null"),
                List.of("{'dense': {'weight': [[1]], 'transpose': 1}}", "true or false, found the number 1"),
                List.of("{'dense': {'weight': [[1]], 'transpose': null}}", "true or false, found null"),
                List.of("{'dense': {'weight': {'tensor': 'w'}}}", "no field \"weights\""),
                List.of("{'dense': {'weight': {'tensr': 'w'}}}", "unknown field \"tensr\""),
                List.of(ONE + ",{'dense': {'weight': [[1, 2]]}}", "layer 1 reads 2 numbers", "writes 1"),
                List.of(
                        "{'dense': {'weight': [[1], [2]]}},{'dense': {'weight': [[1], [2]]}}",
                        "layer 1 reads 1 numbers (its weight is 2 x 1)",
                        "add \"transpose\": true"));
    }

    @ParameterizedTest
    @MethodSource("refusedLayers")
    void layersThatCannotBeUsedAreRefusedWithTheirPlace(List<String> row) {
        List<String> parts = new ArrayList<>(row.subList(1, row.size()));
        parts.add("n.json, line 1, column ");
        assertRefused(() -> read(row.get(0)), parts.toArray(String[]::new));
    }

    static Stream<List<String>> refusedFiles() {
        return Stream.of(
                List.of("", "an empty file"),
                List.of("[]", "expected a network"),
                List.of("{'layers': []}", "expected a field \"format\": \"intertwine-network/1\""),
                List.of("{'format': 'intertwine-network/2', 'layers': []}", "intertwine-network/2", "no other version"),
                List.of(
                        "{'format': 'intertwine-symmetry/1'}",
                        "found \"intertwine-symmetry/1\"",
                        "is it the right file?"),
                List.of("{'format': 1}", "expected the format"),
                List.of(HEAD + ONE + "], 'layer': 1}", "unknown field \"layer\"", "did you mean \"layers\"?"),
                List.of(HEAD + ONE + "], 'layers': []}", "the field \"layers\" occurs twice"),
                List.of(HEAD + ONE + "]} x", "not JSON"),
                List.of(HEAD + ONE + "]} {}", "expected the end of the file"),
                List.of(HEAD + ONE + "]", "not JSON", "end-of-input"),
                List.of(HEAD + "\n  {'dense': {'weight': [[1,]]}}]}", "line 2, column 28", "not JSON"),
                List.of("// comment\n{}", "not JSON"),
                List.of(
                        "{'format': 'intertwine-network/1', 'weights': 'w.bin', 'layers': []}",
                        "w.bin",
                        ".safetensors or .npz"),
                List.of(
                        "{'format': 'intertwine-network/1', 'weights': 'w.npz', 'layers': []}",
                        "w.npz",
                        "no such file"),
                List.of("{'format': 'intertwine-network/1', 'weights': 3, 'layers': []}", "expected the path"),
                List.of(
                        "{'format': 'intertwine-network/1', 'weights': '\\u0000.npz', 'layers': []}",
                        "expected a path"),
                List.of("{'format': 'intertwine-network/1'}", "expected a field \"layers\""));
    }

    @ParameterizedTest
    @MethodSource("refusedFiles")
    void filesThatAreNoNetworksAreRefused(List<String> row) {
        String[] parts = row.subList(1, row.size()).toArray(String[]::new);
        assertRefused(() -> NetworkFormat.read(json(folder, "n.json", row.get(0))), parts);
    }

    @Test
    void missingFilesDirectoriesAndOtherFormatsAreRefusedByName() throws IOException {
        assertRefused(
                () -> NetworkFormat.read(folder.resolve("missing.json")), "missing.json", "there is no such file");
        assertRefused(() -> NetworkFormat.read(folder), "expected a file, found a directory");
        assertRefused(() -> NetworkFormat.read(folder.resolve("m.onnx")), "m.onnx", "another format");
        Path latin = Files.write(folder.resolve("latin.json"), new byte[] {'"', (byte) 0xe4, '"'});
        assertRefused(() -> NetworkFormat.read(latin), "latin.json", "not UTF-8");
        Path wide = Files.write(folder.resolve("wide.json"), new byte[] {0, '{', 0, '}'});
        assertRefused(() -> NetworkFormat.read(wide), "wide.json");
    }

    @Test
    void aWrongFormulaIsShownWithItsPlaceInTheFileAndTheCharacter() {
        Path file = json(
                folder,
                "formula.json",
                "{'format': 'intertwine-network/1', 'layers': [" + ONE
                        + ", {'activation': {'expression': 'x^3 + y'}}]}");
        assertThatThrownBy(() -> NetworkFormat.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("formula.json, line 1")
                .hasMessageContaining("one variable x, found y at character 6")
                .hasMessageEndingWith("\n  x^3 + y\n        ^");
    }
}
