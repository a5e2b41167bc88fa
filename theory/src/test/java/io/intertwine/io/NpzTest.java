package io.intertwine.io;

import static io.intertwine.io.TensorBytes.hex;
import static io.intertwine.io.TensorBytes.join;
import static io.intertwine.io.TensorBytes.littleEndian;
import static io.intertwine.io.TensorBytes.npy;
import static io.intertwine.io.TensorBytes.zip;
import static io.intertwine.io.TextFiles.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpzTest {
    private static final byte[] SIX = hex("01 02 03 04 05 06");

    @TempDir
    Path folder;

    private ExactTensor readNpy(byte[] content) throws FormatException {
        return Npy.read(TensorBytes.write(folder.resolve("a.npy"), content));
    }

    private ExactTensor readNpz(byte[] content, String name) throws FormatException, IOException {
        try (TensorFile file = TensorFile.open(TensorBytes.write(folder.resolve("a.npz"), content))) {
            return file.read(name);
        }
    }

    private static List<Scalar> integers(long... numbers) {
        return LongStream.of(numbers).mapToObj(Scalar::of).toList();
    }

    @ParameterizedTest
    @CsvSource({"<f2,003e", ">f2,3e00", "<f4,0000c03f", ">f4,3fc00000", "<f8,000000000000f83f", ">f8,3ff8000000000000"})
    void floatsOfBothByteOrdersAreRead(String descr, String bytes) throws FormatException {
        assertThat(readNpy(npy(descr, false, "(1,)", hex(bytes))).toList()).containsExactly(Scalar.of(3, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "|i1,fe",
        "<i1,fe",
        "<i2,feff",
        ">i2,fffe",
        "<i4,feffffff",
        ">i4,fffffffe",
        "<i8,feffffffffffffff",
        ">i8,fffffffffffffffe"
    })
    void signedIntegersAreRead(String descr, String bytes) throws FormatException {
        assertThat(readNpy(npy(descr, false, "(1,)", hex(bytes))).toList()).containsExactly(Scalar.of(-2));
    }

    @ParameterizedTest
    @CsvSource({
        "|u1,fe,8",
        "<u2,feff,16",
        ">u2,fffe,16",
        "<u4,feffffff,32",
        ">u4,fffffffe,32",
        "<u8,feffffffffffffff,64"
    })
    void unsignedIntegersAreRead(String descr, String bytes, int bits) throws FormatException {
        Scalar expected = Scalar.of(BigInteger.TWO.pow(bits).subtract(BigInteger.TWO));
        assertThat(readNpy(npy(descr, false, "(1,)", hex(bytes))).toList()).containsExactly(expected);
    }

    @Test
    void fortranOrderIsTurnedIntoTheOrderOfTheLastIndex() throws FormatException {
        ExactMatrix expected = ExactMatrix.of(2, 3, integers(1, 3, 5, 2, 4, 6));
        assertThat(readNpy(npy("|u1", true, "(2, 3)", SIX)).matrix(false)).isEqualTo(expected);
        assertThat(readNpy(npy("|u1", true, "(2, 3)", SIX)).matrix(true)).isEqualTo(expected.transpose());
        assertThat(readNpy(npy("|u1", false, "(2, 3)", SIX)).matrix(false))
                .isEqualTo(ExactMatrix.of(2, 3, integers(1, 2, 3, 4, 5, 6)));
        byte[] eight = hex("00 01 02 03 04 05 06 07");
        assertThat(readNpy(npy("|u1", true, "(2, 2, 2)", eight)).toList()).isEqualTo(integers(0, 4, 2, 6, 1, 5, 3, 7));
        byte[] wide = hex("ffffffffffffffff 0000000000000000 0100000000000000 0200000000000000");
        Scalar large = Scalar.of(BigInteger.TWO.pow(64).subtract(BigInteger.ONE));
        assertThat(readNpy(npy("<u8", true, "(2, 2)", wide)).toList())
                .containsExactly(large, Scalar.ONE, Scalar.ZERO, Scalar.of(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void headersOfAllVersionsAndOrdersOfFieldsAreRead(int version) throws FormatException {
        String header = "{\"shape\": (6,), 'fortran_order':False,'descr':'|u1'}" + " ".repeat(20) + "\n";
        assertThat(readNpy(npy(version, header, SIX)).toList()).isEqualTo(integers(1, 2, 3, 4, 5, 6));
    }

    @Test
    void aNumberWithoutAxesIsATensorOfOneNumber() throws FormatException {
        assertThat(readNpy(npy("|u1", false, "()", hex("07"))).toList()).containsExactly(Scalar.of(7));
    }

    static Stream<Arguments> refusedArrays() {
        String fields = "'fortran_order': False, 'shape': (6,)";
        return Stream.of(
                Arguments.of(new byte[0], "expected a NumPy array (.npy)", ""),
                Arguments.of(hex("93 4e 55 4d 50 59"), "found the end of the data", ""),
                Arguments.of(hex("93 4e 55 4d 50 59 04 00 00 00"), "version 1, 2 or 3", "4.0"),
                Arguments.of(
                        join(hex("93 4e 55 4d 50 59 02 00"), littleEndian(4, 1 << 20)),
                        "at most 65536 bytes",
                        "1048576"),
                Arguments.of(npy("|b1", false, "(6,)", SIX), "real numbers", "found type \"|b1\""),
                Arguments.of(npy("<c8", false, "(6,)", SIX), "real numbers", "<c8"),
                Arguments.of(npy("<f16", false, "(6,)", SIX), "real numbers", "<f16"),
                Arguments.of(npy("=f4", false, "(6,)", SIX), "real numbers", "=f4"),
                Arguments.of(npy("|f4", false, "(6,)", SIX), "real numbers", "|f4"),
                Arguments.of(npy("|O", false, "(6,)", SIX), "real numbers", "|O"),
                Arguments.of(npy("", false, "(6,)", SIX), "real numbers", "\"\""),
                Arguments.of(
                        npy(1, "{'descr': [('a', '<f4')], " + fields + "}", SIX), "expected a text, True, False", ""),
                Arguments.of(
                        npy(1, "{'descr': '|u1', 'fortran_order': 0, 'shape': (6,)}", SIX),
                        "expected a text, True",
                        ""),
                Arguments.of(
                        npy(1, "{'descr': '|u1', 'fortran_order': None, 'shape': (6,)}", SIX), "True or False", ""),
                Arguments.of(npy(1, "{'descr': '|u1', " + fields + ", 'x': '1'}", SIX), "exactly the fields", ""),
                Arguments.of(npy(1, "{'descr': '|u1', 'descr': '|u1', " + fields + "}", SIX), "no field twice", ""),
                Arguments.of(npy(1, "{'descr': '|u1'}", SIX), "exactly the fields", ""),
                Arguments.of(npy(1, "{'descr': '|u1', " + fields, SIX), "expected ','", ""),
                Arguments.of(npy(1, "{'descr", SIX), "expected a quoted name", ""),
                Arguments.of(npy(1, "", SIX), "expected '{'", ""),
                Arguments.of(npy(1, "{'descr': '|u1', " + fields + "} x", SIX), "exactly the fields", ""),
                Arguments.of(npy("|u1", false, "(-6,)", SIX), "expected a size", ""),
                Arguments.of(npy("|u1", false, "(6 6)", SIX), "expected ','", ""),
                Arguments.of(npy("|u1", false, "(9999999999999999999,)", SIX), "1 to 18 digits", ""),
                Arguments.of(npy("|u1", false, "(1," + " 1,".repeat(70) + ")", SIX), "at most 64 axes", ""),
                Arguments.of(npy("|u1", false, "(999999999999999999, 99)", SIX), "at most 268435456 numbers", ""),
                Arguments.of(npy("|u1", false, "(268435457,)", SIX), "at most 268435456 numbers", ""),
                Arguments.of(npy("|u1", false, "(7,)", SIX), "takes 7 bytes", "found 6"),
                Arguments.of(npy("|u1", false, "(5,)", SIX), "takes 5 bytes", "found 6"),
                Arguments.of(npy("<f4", true, "(1, 2)", hex("00000000 0000807f")), "an infinity", "[0, 1]"));
    }

    @ParameterizedTest
    @MethodSource("refusedArrays")
    void arraysThatCannotBeReadAreRefused(byte[] content, String first, String second) {
        assertRefused(() -> readNpy(content), "a.npy", first, second);
        if (content.length > 0) {
            assertRefused(() -> readNpz(zip("w.npy", content), "w"), "a.npz, tensor \"w\"", first, second);
        }
    }

    @Test
    void anArchiveIsReadByTheNamesOfItsArrays() throws Exception {
        assertThat(readNpz(zip("a.b.npy", npy("|u1", false, "(6,)", SIX)), "a.b")
                        .toList())
                .isEqualTo(integers(1, 2, 3, 4, 5, 6));
        try (TensorFile file = TensorFile.open(folder.resolve("a.npz"))) {
            assertThat(file.names()).containsExactly("a.b");
            assertThat(file.shape("a.b")).containsExactly(6L);
            assertRefused(() -> file.read("a.c"), "a.npz", "expected a tensor \"a.c\"", "did you mean \"a.b\"?");
        }
    }

    @Test
    void whatIsNoZipFileIsRefused() {
        assertRefused(() -> readNpz(new byte[0], "w"), "a.npz", "expected a zip file");
        assertRefused(() -> readNpz(hex("504b0304 00000000"), "w"), "a.npz", "expected a zip file");
        assertRefused(() -> Npz.open(folder.resolve("missing.npz")), "there is no such file");
        byte[] whole = zip("w.npy", npy("|u1", false, "(6,)", SIX));
        for (int length = 1; length < whole.length; length++) {
            byte[] truncated = Arrays.copyOf(whole, length);
            assertRefused(() -> readNpz(truncated, "w"), "a.npz");
        }
    }

    @Test
    void damagedDataIsRefusedByItsChecksum() {
        byte[] array = npy("|u1", false, "(6,)", SIX);
        byte[] whole = zip("w.npy", array);
        int refused = 0;
        for (int i = 35; i < whole.length - 100; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            try {
                assertThat(readNpz(damaged, "w").toList()).isEqualTo(integers(1, 2, 3, 4, 5, 6));
            } catch (FormatException expected) {
                refused++;
            } catch (IOException unexpected) {
                throw new AssertionError(unexpected);
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 4);
    }

    @Test
    void aBombIsRefusedByTheSizesThatItStates() {
        byte[] zeros = npy("|u1", false, "(70000000,)", new byte[70_000_000]);
        assertRefused(
                () -> readNpz(zip("w.npy", zeros), "w"), "a.npz, tensor \"w\"", "unpacks from", "at most 200 times");
    }

    @Test
    void aBombThatLiesAboutItsSizeIsRefusedWhileItIsUnpacked() {
        byte[] array = npy("|u1", false, "(1000000,)", new byte[1_000_000]);
        byte[] whole = zip("w.npy", array);
        byte[] stated = littleEndian(4, array.length);
        byte[] small = littleEndian(4, array.length - 999_994);
        byte[] lying = replaceLast(whole, stated, small);
        assertRefused(() -> readNpz(lying, "w"), "a.npz, tensor \"w\"", "takes 1000000 bytes, found 6");
    }

    @Test
    void anEntryThatUnpacksToMoreThanItStatesIsRefused() {
        byte[] array = join(npy("|u1", false, "(6,)", SIX), new byte[10]);
        byte[] lying =
                replaceLast(zip("w.npy", array), littleEndian(4, array.length), littleEndian(4, array.length - 10));
        assertRefused(() -> readNpz(lying, "w"), "a.npz, tensor \"w\"");
    }

    /** Replaces the last occurrence, which is in the central directory. */
    private static byte[] replaceLast(byte[] content, byte[] old, byte[] replacement) {
        for (int i = content.length - old.length; i >= 0; i--) {
            if (Arrays.equals(content, i, i + old.length, old, 0, old.length)) {
                byte[] result = content.clone();
                System.arraycopy(replacement, 0, result, i, replacement.length);
                return result;
            }
        }
        throw new AssertionError("not found");
    }
}
