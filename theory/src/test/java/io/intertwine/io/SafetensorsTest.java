package io.intertwine.io;

import static io.intertwine.io.TensorBytes.hex;
import static io.intertwine.io.TensorBytes.join;
import static io.intertwine.io.TensorBytes.littleEndian;
import static io.intertwine.io.TensorBytes.safetensors;
import static io.intertwine.io.TextFiles.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    private ExactTensor read(String header, byte[] data, String name) throws FormatException, IOException {
        return read(safetensors(header, data), name);
    }

    private ExactTensor read(byte[] content, String name) throws FormatException, IOException {
        try (TensorFile file = TensorFile.open(TensorBytes.write(folder.resolve("w.safetensors"), content))) {
            return file.read(name);
        }
    }

    static Stream<Arguments> types() {
        Scalar large = Scalar.of(BigInteger.TWO.pow(64).subtract(BigInteger.ONE));
        return Stream.of(
                Arguments.of("F16", "003c 00c0 0100 ff7b", of("1", "-2", "1/16777216", "65504")),
                Arguments.of(
                        "BF16",
                        "803f 00c0 0100 0080",
                        List.of(Scalar.ONE, Scalar.of(-2), Scalar.ofDyadic(BigInteger.ONE, -133), Scalar.ZERO)),
                Arguments.of(
                        "F32",
                        "cdcccc3d 000080bf 01000000 00000080",
                        List.of(
                                Scalar.ofDyadic(BigInteger.valueOf(13421773), -27),
                                Scalar.MINUS_ONE,
                                Scalar.ofDyadic(BigInteger.ONE, -149),
                                Scalar.ZERO)),
                Arguments.of(
                        "F64",
                        "9a9999999999b93f 0100000000000080",
                        List.of(
                                Scalar.ofDyadic(BigInteger.valueOf(3602879701896397L), -55),
                                Scalar.ofDyadic(BigInteger.ONE.negate(), -1074))),
                Arguments.of("I8", "80 7f ff", of("-128", "127", "-1")),
                Arguments.of("U8", "80 7f ff", of("128", "127", "255")),
                Arguments.of("I16", "0080 ff7f", of("-32768", "32767")),
                Arguments.of("U16", "0080 ff7f", of("32768", "32767")),
                Arguments.of("I32", "00000080 ffffff7f", of("-2147483648", "2147483647")),
                Arguments.of("U32", "00000080 ffffff7f", of("2147483648", "2147483647")),
                Arguments.of(
                        "I64",
                        "0000000000000080 0100000000002000 ffffffffffffff7f",
                        of("-9223372036854775808", "9007199254740993", "9223372036854775807")),
                Arguments.of(
                        "U64",
                        "0000000000000080 ffffffffffffffff 0300000000000000",
                        List.of(Scalar.of(BigInteger.TWO.pow(63)), large, Scalar.of(3))));
    }

    private static List<Scalar> of(String... numbers) {
        return Stream.of(numbers)
                .map(text -> {
                    String[] parts = text.split("/");
                    return Scalar.of(new BigInteger(parts[0]))
                            .divide(Scalar.of(new BigInteger(parts.length == 1 ? "1" : parts[1])));
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeIsReadExactlyFromItsBits(String type, String bytes, List<Scalar> expected) throws Exception {
        byte[] data = hex(bytes);
        String header = "{'t':{'dtype':'" + type + "','shape':[" + expected.size() + "],'data_offsets':[0,"
                + data.length + "]}}";
        assertThat(read(header, data, "t").toList()).isEqualTo(expected);
    }

    @Test
    void severalTensorsMetadataAndPaddingAreAccepted() throws Exception {
        String header = "{'__metadata__':{'format':'pt'},'b':{'dtype':'U8','shape':[2],'data_offsets':[6,8]},"
                + "'a':{'dtype':'U8','shape':[2,3],'data_offsets':[0,6]},'empty':{'dtype':'F32','shape':[0,4],'data_offsets':[8,8]},"
                + "'flags':{'dtype':'BOOL','shape':[1],'data_offsets':[8,9]}}   ";
        byte[] file = safetensors(header, hex("01 02 03 04 05 06 07 08 01"));
        assertThat(read(file, "a").matrix(false)).isEqualTo(ExactMatrix.of(2, 3, of("1", "2", "3", "4", "5", "6")));
        assertThat(read(file, "a").matrix(true)).isEqualTo(ExactMatrix.of(3, 2, of("1", "4", "2", "5", "3", "6")));
        assertThat(read(file, "b").toList()).isEqualTo(of("7", "8"));
        assertThat(read(file, "empty").toList()).isEmpty();
        assertRefused(() -> read(file, "c"), "expected a tensor \"c\", found \"b\", \"a\"");
        assertRefused(() -> read(file, "flags"), "w.safetensors, tensor \"flags\"", "found type \"BOOL\"");
        try (TensorFile opened = TensorFile.open(folder.resolve("w.safetensors"))) {
            assertThat(opened.names()).containsExactly("b", "a", "empty", "flags");
            assertThat(opened.shape("a")).containsExactly(2L, 3L);
        }
    }

    @ParameterizedTest
    @MethodSource("notFinite")
    void infinitiesAndNaNAreRefusedWithTensorAndIndex(String type, String bytes, String what) {
        byte[] data = hex(bytes);
        String header = "{'t':{'dtype':'" + type + "','shape':[1,2],'data_offsets':[0," + data.length + "]}}";
        assertRefused(() -> read(header, data, "t"), "tensor \"t\"", "found " + what, "[0, 1]");
    }

    static Stream<Arguments> notFinite() {
        return Stream.of(
                Arguments.of("F16", "0000 007c", "an infinity"),
                Arguments.of("F16", "0000 017e", "NaN"),
                Arguments.of("BF16", "0000 80ff", "an infinity"),
                Arguments.of("F32", "00000000 0000807f", "an infinity"),
                Arguments.of("F32", "00000000 0000c0ff", "NaN"),
                Arguments.of("F64", "0000000000000000 000000000000f0ff", "an infinity"),
                Arguments.of("F64", "0000000000000000 010000000000f07f", "NaN"));
    }

    static Stream<Arguments> refusedHeaders() {
        String one = "'dtype':'U8','shape':[4],'data_offsets':[0,4]";
        return Stream.of(
                Arguments.of("[]", "header", "an object with the tensors"),
                Arguments.of("{'a':{" + one + "}", "not JSON", "w.safetensors, header, line 1"),
                Arguments.of("{'a':{" + one + "},'a':{" + one + "}}", "the field \"a\" occurs twice", ""),
                Arguments.of("{'a':{" + one + ",'x':1}}", "unknown field \"x\"", ""),
                Arguments.of("{'a':{'dtype':'U8','shape':[4]}}", "expected a field \"data_offsets\"", ""),
                Arguments.of("{'a':{'dtype':'U8','shape':[3],'data_offsets':[0,4]}}", "takes 3 bytes", "span 4"),
                Arguments.of("{'a':{'dtype':'F64','shape':[4],'data_offsets':[0,4]}}", "takes 32 bytes", "span 4"),
                Arguments.of("{'a':{'dtype':'U8','shape':[-4],'data_offsets':[0,4]}}", "found -4", ""),
                Arguments.of("{'a':{'dtype':'U8','shape':['x'],'data_offsets':[0,4]}}", "expected a number", ""),
                Arguments.of("{'a':{'dtype':'U8','shape':[0.5],'data_offsets':[0,4]}}", "expected an integer", "1/2"),
                Arguments.of(
                        "{'a':{'dtype':'F64','shape':[4294967296,4294967296],'data_offsets':[0,4]}}",
                        "more than 2^63",
                        ""),
                Arguments.of(
                        "{'a':{'dtype':'U8','shape':[4],'data_offsets':[4,0]}}",
                        "offsets [begin, end], found [4, 0]",
                        ""),
                Arguments.of("{'a':{'dtype':'U8','shape':[4],'data_offsets':[0]}}", "offsets [begin, end]", ""),
                Arguments.of("{'a':{'dtype':'U8','shape':[5],'data_offsets':[0,5]}}", "ends at byte 5", "only 4 bytes"),
                Arguments.of(
                        "{'a':{'dtype':'U8','shape':[3],'data_offsets':[0,3]}}", "expected 3 bytes of data", "found 4"),
                Arguments.of(
                        "{'a':{'dtype':'U8','shape':[3],'data_offsets':[1,4]}}", "begins after a hole from byte 0", ""),
                Arguments.of(
                        "{'a':{'dtype':'U8','shape':[3],'data_offsets':[0,3]},'b':{'dtype':'U8','shape':[2],'data_offsets':[2,4]}}",
                        "\"b\", bytes 2 to 4, overlaps",
                        "ends at byte 3"),
                Arguments.of(
                        "{'a':{'dtype':'V9','shape':[3],'data_offsets':[0,4]}}", "found type \"V9\"", "F16, BF16"));
    }

    @ParameterizedTest
    @MethodSource("refusedHeaders")
    void headersThatLieAreRefused(String header, String first, String second) {
        assertRefused(() -> read(header, hex("01 02 03 04"), "a"), first, second);
    }

    @Test
    void aLengthOfTheHeaderBeyondTheFileOrTheLimitIsRefused() {
        assertRefused(() -> read(new byte[0], "a"), "found no length");
        assertRefused(() -> read(hex("02 00 00"), "a"), "found no length");
        assertRefused(() -> read(join(littleEndian(8, 100), hex("7b7d")), "a"), "in a file of 10 bytes, found 100");
        assertRefused(() -> read(join(littleEndian(8, -1), hex("7b7d")), "a"), "found 18446744073709551615");
        assertRefused(() -> read(join(littleEndian(8, 0), hex("7b7d")), "a"), "found 0");
    }

    @Test
    void aHeaderOfMoreThanTheLimitIsRefusedWithoutReadingIt() throws IOException {
        Path sparse = folder.resolve("w.safetensors");
        Files.write(sparse, littleEndian(8, 200_000_000));
        try (var channel = Files.newByteChannel(sparse, java.nio.file.StandardOpenOption.WRITE)) {
            channel.position(300_000_000).write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        assertRefused(() -> Safetensors.open(sparse), "100000000 bytes", "found 200000000");
    }

    @Test
    void aTensorThatIsLargerThanTheMemoryIsRefusedBeforeItIsRead() throws IOException {
        long count = TensorLayout.MOST_NUMBERS + 1;
        Path sparse = folder.resolve("w.safetensors");
        Files.write(
                sparse,
                safetensors(
                        "{'a':{'dtype':'U8','shape':[" + count + "],'data_offsets':[0," + count + "]}}", new byte[0]));
        try (var channel = Files.newByteChannel(sparse, java.nio.file.StandardOpenOption.WRITE)) {
            channel.position(channel.size() + count - 1).write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        assertRefused(
                () -> {
                    try (TensorFile file = Safetensors.open(sparse)) {
                        file.read("a");
                    }
                },
                "expected at most 268435456 numbers",
                "[268435457]");
    }

    @Test
    void namesThatWouldDisturbATerminalAreMadeHarmless() {
        String header = "{'a\\u001b[31m\\n':{'dtype':'BOOL','shape':[4],'data_offsets':[0,4]}}";
        assertRefused(() -> read(header, new byte[4], "a\u001b[31m\n"), "tensor \"a?[31m?\"");
    }
}
