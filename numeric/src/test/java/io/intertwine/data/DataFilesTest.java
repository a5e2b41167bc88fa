package io.intertwine.data;

import static io.intertwine.data.DataBytes.cifar;
import static io.intertwine.data.DataBytes.counting;
import static io.intertwine.data.DataBytes.doubles;
import static io.intertwine.data.DataBytes.floats;
import static io.intertwine.data.DataBytes.gzip;
import static io.intertwine.data.DataBytes.idx;
import static io.intertwine.data.DataBytes.join;
import static io.intertwine.data.DataBytes.npy;
import static io.intertwine.data.DataBytes.npz;
import static io.intertwine.data.DataBytes.safetensors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.io.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DataFilesTest {
    private static final int MANY = 1000;

    @TempDir
    private Path folder = Path.of("");

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static double[] row(DataSet data, int i) {
        return data.inputs().row(i);
    }

    @Test
    void anArrayHoldsOneInputForEachFirstIndex() throws Exception {
        Path file = file("x.npy", npy("<f8", false, "(2, 3)", doubles(1, 2, 3, 4, 5, 0.1)));
        DataSet data = DataFiles.read(file, 3, MANY);
        assertThat(data.count()).isEqualTo(2);
        assertThat(data.inputs().rows()).isEqualTo(2);
        assertThat(row(data, 0)).containsExactly(1, 2, 3);
        assertThat(row(data, 1)).containsExactly(4, 5, 0.1);
        assertThat(data.name()).isEqualTo(file.toString());
    }

    @Test
    void theDigestIsThatOfTheFile() throws Exception {
        // sha256 of the three letters abc is the example of FIPS 180-4
        assertThat(Sha256.of(List.of(file("abc", "abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        Path image = file("t10k-images-idx3-ubyte", idx(2, 1, 2));
        assertThat(DataFiles.read(image, 2, 1).sha256()).isEqualTo(Sha256.of(List.of(image)));
    }

    @ParameterizedTest
    @CsvSource({
        "<f2,003c0040,1,2",
        ">f4,3f80000040000000,1,2",
        "<f4,cdcccc3d00000040,0.10000000149011612,2",
        "<i8,0100000000002000ffffffffffffffff,9007199254740992,-1",
        "<u8,ffffffffffffffff0100000000000000,18446744073709551616,1",
        "|u1,ff02,255,2",
        "|i1,ff02,-1,2"
    })
    void numbersOfAllTypesAreTakenAsTheyAre(String type, String hex, double first, double second) throws Exception {
        byte[] bytes = java.util.HexFormat.of().parseHex(hex);
        DataSet data = DataFiles.read(file("x.npy", npy(type, false, "(1, 2)", bytes)), 2, MANY);
        assertThat(row(data, 0)).containsExactly(first, second);
    }

    @Test
    void axesAfterTheFirstAreFlattenedInEitherOrder() throws Exception {
        // numpy.arange(12).reshape(2, 3, 2), and the same array in Fortran order
        double[] numbers = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        double[] fortran = {0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11};
        for (Path file : List.of(
                file("c.npy", npy("<f4", false, "(2, 3, 2)", floats(numbers))),
                file("f.npy", npy("<f4", true, "(2, 3, 2)", floats(fortran))))) {
            DataSet data = DataFiles.read(file, 6, MANY);
            assertThat(row(data, 0)).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(row(data, 1)).containsExactly(6, 7, 8, 9, 10, 11);
            assertThat(row(DataFiles.read(file, 6, 1), 0)).containsExactly(0, 1, 2, 3, 4, 5);
        }
    }

    @ParameterizedTest
    @CsvSource({"false,4", "true,4", "false,20000", "true,20000"})
    void ofManyInputsSomeAtEvenDistancesAreTaken(boolean columnMajor, int most) throws Exception {
        int count = 30_001;
        double[] numbers = new double[2 * count];
        for (int i = 0; i < count; i++) {
            numbers[columnMajor ? i : 2 * i] = i;
            numbers[columnMajor ? count + i : 2 * i + 1] = -i;
        }
        DataSet data =
                DataFiles.read(file("x.npy", npy("<f4", columnMajor, "(" + count + ", 2)", floats(numbers))), 2, most);
        assertThat(data.count()).isEqualTo(count);
        assertThat(data.inputs().rows()).isEqualTo(most);
        for (int k = 0; k < most; k++) {
            double index = Math.floor((double) k * count / most);
            assertThat(row(data, k)).containsExactly(index, 0 - index);
        }
    }

    @Test
    void anArchiveNeedsANameUnlessOneArrayFits() throws Exception {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        arrays.put("names", npy("|O", false, "(2,)", counting(9)));
        arrays.put("labels", npy("<i8", false, "(2,)", new byte[16]));
        arrays.put("images", npy("<f4", false, "(2, 1, 2)", floats(1, 2, 3, 4)));
        Path file = file("x.npz", npz(arrays));
        assertThat(row(DataFiles.read(file, 2, MANY), 1)).containsExactly(3, 4);
        assertThat(DataFiles.read(file, 2, MANY).name()).isEqualTo(file + ":images");
        assertThat(DataFiles.read(Path.of(file + ":labels"), 1, MANY).count()).isEqualTo(2);
        assertRefused(file, 3, "found none", "labels [2], images [2, 1, 2]", "names without axes or without numbers");
        assertRefused(Path.of(file + ":image"), 2, "expected a tensor \"image\"", "did you mean \"images\"?");
        file("x.npz:y.npy", npy("<f4", false, "(1, 2)", floats(7, 8)));
        assertThat(row(DataFiles.read(folder.resolve("x.npz:y.npy"), 2, MANY), 0))
                .containsExactly(7, 8);
        assertRefused(Path.of(file + ":names"), 2, "\"names\"", "|O");
        arrays.put("more", npy("<f4", false, "(1, 2)", floats(1, 2)));
        assertRefused(file("y.npz", npz(arrays)), 2, "several: images, more", "y.npz:images");
    }

    @Test
    void safetensorsAreRead() throws Exception {
        byte[] content = safetensors(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]},"
                        + "\"b\":{\"dtype\":\"BF16\",\"shape\":[1,1],\"data_offsets\":[24,26]}}",
                join(floats(1, 2, 3, 4, 5, 6), new byte[] {(byte) 0x80, 0x3f}));
        Path file = file("x.safetensors", content);
        assertThat(row(DataFiles.read(file, 2, 2), 1)).containsExactly(3, 4);
        assertThat(row(DataFiles.read(Path.of(file + ":b"), 1, MANY), 0)).containsExactly(1);
        assertRefused(file("y.safetensors", Arrays.copyOf(content, content.length - 1)), 2, "is it complete?");
    }

    @Test
    void cifarImagesAreReadFromAFileOrAFolder() throws Exception {
        Files.createDirectory(folder.resolve("cifar"));
        Path first = file("cifar/data_batch_1.bin", cifar(0, 3));
        file("cifar/data_batch_2.bin", cifar(100, 2));
        file("cifar/test_batch.bin", cifar(200, 4));
        file("cifar/batches.meta.txt", counting(7));
        DataSet one = DataFiles.read(first, 3072, MANY);
        assertThat(one.count()).isEqualTo(3);
        assertThat(row(one, 2)).containsOnly(2 / 255.0);
        DataSet all = DataFiles.read(folder.resolve("cifar"), 3072, MANY);
        assertThat(all.count()).isEqualTo(5);
        assertThat(all.inputs().transpose().row(0)).containsExactly(0, 1 / 255.0, 2 / 255.0, 100 / 255.0, 101 / 255.0);
        DataSet some = DataFiles.read(folder.resolve("cifar"), 3072, 2);
        assertThat(some.inputs().transpose().row(3071)).containsExactly(0, 2 / 255.0);
        assertRefused(first, 784, "3072 numbers", "the network reads 784");
        assertRefused(folder, 3072, "expected a folder with files of CIFAR-10");
    }

    @Test
    void damagedCifarFilesAreRefused() throws IOException {
        byte[] content = cifar(0, 2);
        assertRefused(file("a.bin", Arrays.copyOf(content, 6145)), 3072, "found 6145 bytes: 1 records and 3072 bytes");
        assertRefused(file("b.bin", new byte[0]), 3072, "found 0 bytes");
        content[3073] = 11;
        assertRefused(file("c.bin", content), 3072, "byte 3073: expected a label from 0 to 9, found 11");
    }

    @Test
    void idxImagesAreReadPackedOrNot() throws Exception {
        for (Path file :
                List.of(file("train-images-idx3-ubyte", idx(3, 2, 2)), file("images.gz", gzip(idx(3, 2, 2))))) {
            DataSet data = DataFiles.read(file, 4, MANY);
            assertThat(data.count()).isEqualTo(3);
            assertThat(row(data, 2)).containsExactly(8 / 255.0, 9 / 255.0, 10 / 255.0, 11 / 255.0);
        }
    }

    @Test
    void damagedIdxFilesAreRefused() throws IOException {
        byte[] content = idx(3, 2, 2);
        byte[] packed = gzip(content);
        assertRefused(file("a", Arrays.copyOf(content, 27)), 4, "ends after 27 bytes");
        assertRefused(file("a", Arrays.copyOf(content, 9)), 4, "a, header", "ends after 9 bytes");
        assertRefused(file("a", join(content, counting(1))), 4, "expected 12 bytes after the header", "found more");
        assertRefused(file("a", content), 5, "images of 5 pixels", "[3, 2, 2]");
        assertRefused(file("a", idx(0, 2, 2)), 4, "[0, 2, 2]");
        assertRefused(file("a.gz", Arrays.copyOf(packed, packed.length - 12)), 4, "a.gz");
        assertRefused(file("a.gz", content), 4, "gzip");
        packed[packed.length - 5] ^= 1;
        assertRefused(file("a.gz", packed), 4, "gzip");
        content[2] = 13;
        assertRefused(file("a.gz", gzip(content)), 4, "byte 0", "0 0 13 3");
    }

    static Stream<Arguments> refusedArrays() {
        return Stream.of(
                Arguments.of(npy("|O", false, "(2, 2)", counting(20)), "expected real numbers", "|O"),
                Arguments.of(npy("<f4", false, "(2, 2)", floats(1, 2, 3)), "takes 16 bytes", "found 12"),
                Arguments.of(npy("<f4", false, "(1, 2)", floats(1, 2, 3)), "takes 8 bytes", "found 12"),
                Arguments.of(
                        npy("<f4", false, "(0, 2)", floats()), "inputs of 2 numbers", "no inputs, the shape [0, 2]"),
                Arguments.of(npy("<f4", false, "(2,)", floats(1, 2)), "inputs of 2 numbers", "the shape [2]"),
                Arguments.of(npy("<f4", false, "()", floats(1)), "inputs of 2 numbers", "the shape []"),
                Arguments.of(npy("<f4", false, "(2, 1)", floats(1, 2)), "inputs of 2 numbers", "the shape [2, 1]"),
                Arguments.of(npy("<f4", false, "(2, 0)", floats()), "inputs of 2 numbers", "the shape [2, 0]"),
                Arguments.of(npy("<f4", false, "(2, 2)", floats(1, 2, 3, Double.NaN)), "found NaN", "index [1, 1]"),
                Arguments.of(
                        npy("<f8", true, "(2, 2)", doubles(1, 2, 1 / 0.0, 4)), "found an infinity", "index [0, 1]"),
                Arguments.of(npy("<f8", false, "(999999999999999999, 99)", doubles(1)), "999999999999999999", ""));
    }

    @ParameterizedTest
    @MethodSource("refusedArrays")
    void arraysThatCannotBeInputsAreRefused(byte[] content, String first, String second) throws IOException {
        assertRefused(file("x.npy", content), 2, "x.npy", first, second);
        assertRefused(file("x.npz", npz(Map.of("w", content))), 2, "x.npz", "\"w\"", first, second);
    }

    @Test
    void aDamagedArrayInAnArchiveIsRefusedByItsChecksum() throws IOException {
        byte[] array = npy("<f4", false, "(50, 2)", floats(new double[100]));
        byte[] content = npz(Map.of("w", array));
        int refused = 0;
        for (int i = 40; i < content.length - 60; i++) {
            byte[] damaged = content.clone();
            damaged[i] ^= 1;
            try {
                // a single input is taken: the rest is checked all the same
                assertThat(row(DataFiles.read(file("x.npz", damaged), 2, 1), 0)).containsExactly(0, 0);
            } catch (FormatException expected) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(content.length / 3);
    }

    @Test
    void otherFilesAreRefusedByWhatIsRead() throws IOException {
        assertRefused(file("x.pt", counting(10)), 2, "x.pt", ".npy, .npz, .safetensors", "numpy.save");
        assertRefused(file("data_batch_1", counting(10)), 2, "pickles");
        assertRefused(folder.resolve("missing.npy"), 2, "there is no such file");
        assertRefused(folder.resolve("missing.npz:x"), 2, "missing.npz", "there is no such file");
        assertThatThrownBy(() -> DataFiles.read(folder, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DataFiles.read(folder, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(Path file, int inputs, String... parts) {
        assertThatThrownBy(() -> DataFiles.read(file, inputs, MANY))
                .isInstanceOf(FormatException.class)
                .message()
                .contains(parts)
                .doesNotContain("\n");
    }
}
