package io.intertwine.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files are read or refused; nothing else is ever thrown. */
class DamagedFilesTest {
    private static final int DAMAGES = 1_000;

    @TempDir
    Path folder;

    /** A reader of a file. */
    @FunctionalInterface
    interface Reader {
        Object read(Path file) throws FormatException, IOException;
    }

    private static byte[] text(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static Stream<Arguments> files() {
        String digest = "'sha256:" + "0a".repeat(32) + "'";
        Reader network = NetworkFormat::read;
        Reader symmetry = SymmetryFormat::read;
        Reader certificate = CertificateFormat::read;
        byte[] data = TensorBytes.hex("0000803f 00000040 00004040 00008040 0000a040 0000c040");
        byte[] array = TensorBytes.npy("<f4", true, "(2, 3)", data);
        return Stream.of(
                Arguments.of(
                        "n.json",
                        network,
                        text(
                                "{'format': 'intertwine-network/1', 'layers': [{'dense': {'weight': [['1', 2],"
                                        + " [-0.5e1, '1/3']], 'bias': [1, '2']}}, {'activation': {'units': ['tanh', {'power': 3}]}}, {'dense':"
                                        + " {'weight': [[1], [2]], 'transpose': true}}, {'activation': {'leaky_relu': '1/7'}}, {'softmax': {}}]}")),
                Arguments.of(
                        "s.json",
                        symmetry,
                        text(
                                "{'format': 'intertwine-symmetry/1', 'group': {'generators': ['r', 's'],"
                                        + " 'relators': ['r^4', 's^2', 'r s r s']}, 'input': {'r': {'image': {'channels': 1, 'height': 2, 'width': 2,"
                                        + " 'action': 'rotate90'}}, 's': {'permutation': [1, 0, 3, 2]}}, 'output': {'r': {'sum': [{'trivial': 1},"
                                        + " {'matrix': [[0, -1], [1, 0]]}]}, 's': {'sum': [{'dual': {'power': [{'multiple': [1, {'matrix': [[1]]}]}, 2]}}, {'matrix': [[1, 0], [0, -1]]}]}}}")),
                Arguments.of(
                        "l.json",
                        certificate,
                        text(
                                "{'format': 'intertwine-certificate/1', 'verdict': 'layerwise-equivariant',"
                                        + " 'network': " + digest + ", 'symmetry': " + digest
                                        + ", 'steps': [{'prune': {'layer': 0, 'units': [1]}}],"
                                        + " 'result': " + digest
                                        + ", 'actions': {'r': [{'permutation': [1, 0], 'scales': [1, -2], 'shift': [0, 3]}]}}")),
                Arguments.of(
                        "w.json",
                        certificate,
                        text("{'format': 'intertwine-certificate/1', 'verdict': 'not-equivariant',"
                                + " 'network': " + digest + ", 'symmetry': " + digest
                                + ", 'generator': 's', 'input': [3], 'bits': 64, 'left':"
                                + " [4], 'right': [{'lower': '1/7', 'upper': '2/7'}], 'difference': ['9']}")),
                Arguments.of(
                        "t.safetensors",
                        (Reader) DamagedFilesTest::readAll,
                        TensorBytes.safetensors(
                                "{'a':{'dtype':'F32','shape':[2,2],'data_offsets':[0,16]},'b':{'dtype':'I16','shape':[4],'data_offsets':[16,24]}}",
                                data)),
                Arguments.of("t.npz", (Reader) DamagedFilesTest::readAll, TensorBytes.zip("a.npy", array)),
                Arguments.of("t.npy", (Reader) Npy::read, array));
    }

    private static List<Object> readAll(Path file) throws FormatException, IOException {
        try (TensorFile tensors = TensorFile.open(file)) {
            List<Object> all = new java.util.ArrayList<>();
            for (String name : tensors.names()) {
                all.add(tensors.read(name).toList());
            }
            return all;
        }
    }

    static Stream<CertificateKinds.Kind> kinds() {
        return CertificateKinds.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void damagedCertificatesOfEveryKindAreReadOrRefusedInOneLine(CertificateKinds.Kind kind) throws Exception {
        Path file = folder.resolve("c.json");
        CertificateFormat.write(kind.claim(), kind.certificate(), file);
        damagedFilesAreReadOrRefusedInOneLine("c.json", CertificateFormat::read, Files.readAllBytes(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void damagedFilesAreReadOrRefusedInOneLine(String name, Reader reader, byte[] content) throws Exception {
        Path file = folder.resolve(name);
        assertThat(reader.read(TensorBytes.write(file, content))).isNotNull();
        Random random = new Random(name.hashCode());
        int refused = 0;
        for (int i = 0; i < DAMAGES; i++) {
            try {
                reader.read(TensorBytes.write(file, damaged(content, random)));
            } catch (FormatException refusal) {
                assertThat(refusal.getMessage()).contains(name).hasLineCount(1);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(DAMAGES / 10);
    }

    /** Replaces, removes or repeats a few bytes. */
    private static byte[] damaged(byte[] content, Random random) {
        byte[] result = content.clone();
        for (int count = random.nextInt(1, 4); count > 0; count--) {
            int start = random.nextInt(result.length);
            int end = Math.min(result.length, start + random.nextInt(1, 8));
            switch (random.nextInt(4)) {
                case 0 -> result[start] = (byte) random.nextInt(256);
                case 1 -> result[start] = result[random.nextInt(result.length)];
                case 2 ->
                    result = TensorBytes.join(
                            Arrays.copyOf(result, end), Arrays.copyOfRange(result, start, result.length));
                default ->
                    result = result.length < 20
                            ? result
                            : TensorBytes.join(
                                    Arrays.copyOf(result, start),
                                    Arrays.copyOfRange(result, end, result.length),
                                    new byte[] {'1'});
            }
        }
        return result;
    }
}
