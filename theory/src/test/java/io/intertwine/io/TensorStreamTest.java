package io.intertwine.io;

import static io.intertwine.io.TensorBytes.hex;
import static io.intertwine.io.TensorBytes.npy;
import static io.intertwine.io.TensorBytes.zip;
import static io.intertwine.io.TextFiles.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Scalar;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorStreamTest {
    @TempDir
    Path folder;

    private Path npyFile(byte[] content) {
        return TensorBytes.write(folder.resolve("a.npy"), content);
    }

    @ParameterizedTest
    @CsvSource({
        "<f2,003e 0040,3/2,2",
        ">f4,3fc00000 40000000,3/2,2",
        "<f8,000000000000f83f 0000000000000080,3/2,0",
        "|i1,fe 01,-2,1",
        "<u4,feffffff 01000000,4294967294,1",
        // 2^53 + 1 and 2^64 - 1 are no binary64 numbers: they are rounded to even, and to the nearest
        "<i8,0100000000002000 0300000000002000,9007199254740992,9007199254740996",
        "<u8,ffffffffffffffff 0100000000000000,18446744073709551616,1"
    })
    void numbersAreTheNearestBinary64Numbers(String type, String bytes, String first, String second) throws Exception {
        try (TensorStream stream = TensorStream.openNpy(npyFile(npy(type, false, "(2,)", hex(bytes))))) {
            long[] bits = new long[2];
            stream.read(bits);
            stream.finish();
            assertThat(Scalar.ofBinary64(bits[0])).isEqualTo(Scalar.parse(first));
            assertThat(Scalar.ofBinary64(bits[1])).isEqualTo(Scalar.parse(second));
        }
    }

    @Test
    void numbersMayBePassedOver() throws FormatException, IOException {
        byte[] numbers = hex("00 01 02 03 04 05 06 07");
        try (TensorStream stream = TensorStream.openNpy(npyFile(npy("|u1", true, "(2, 4)", numbers)))) {
            assertThat(stream.shape()).containsExactly(2L, 4L);
            assertThat(stream.isColumnMajor()).isTrue();
            assertThat(stream.count()).isEqualTo(8);
            stream.skip(5);
            long[] bits = new long[1];
            stream.read(bits);
            assertThat(Scalar.ofBinary64(bits[0])).isEqualTo(Scalar.of(5));
            stream.finish();
        }
    }

    @Test
    void aNumberThatIsNoneIsRefusedWhereItIsTaken() throws FormatException, IOException {
        byte[] content = npy("<f4", false, "(2, 2)", hex("00000000 0000c07f 00000000 00000000"));
        try (TensorStream stream = TensorStream.openNpy(npyFile(content))) {
            assertRefused(() -> stream.read(new long[2]), "a.npy", "found NaN at index [0, 1]");
        }
        try (TensorStream stream = TensorStream.openNpy(npyFile(content))) {
            stream.skip(2);
            stream.read(new long[2]);
            stream.finish();
        }
    }

    @Test
    void anArrayOfAnArchiveEndsWithItsChecksum() throws FormatException, IOException {
        byte[] whole = zip("w.npy", npy("|u1", false, "(6,)", hex("01 02 03 04 05 06")));
        try (TensorFile file = TensorFile.open(TensorBytes.write(folder.resolve("a.npz"), whole));
                TensorStream stream = file.stream("w")) {
            stream.read(new long[2]);
            stream.finish();
        }
        // the checksum in the directory at the end of the archive
        whole[whole.length - 22 - 46 - "w.npy".length() + 16] ^= 1;
        try (TensorFile file = TensorFile.open(TensorBytes.write(folder.resolve("a.npz"), whole));
                TensorStream stream = file.stream("w")) {
            assertRefused(stream::finish, "a.npz, tensor \"w\"", "checksum");
        }
    }
}
