package io.intertwine.io;

import static io.intertwine.io.TextFiles.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @TempDir
    Path folder;

    private static JsonValue read(String text) throws FormatException {
        return JsonReader.read("x.json", text);
    }

    @Test
    void twoHundredThousandBracketsAreRefused() {
        assertRefused(() -> read("[".repeat(200_000)), "x.json, line 1, column 101", "at most 100 nested");
        assertRefused(() -> read("{\"a\":".repeat(200_000)), "at most 100 nested");
    }

    @Test
    void aHundredLevelsAreAccepted() throws FormatException {
        assertThat(read("[".repeat(100) + "]".repeat(100))).isInstanceOf(JsonList.class);
    }

    @Test
    void aNumberOfTenMillionDigitsIsRefused() {
        assertRefused(() -> read("[" + "7".repeat(10_000_000) + "]"), "numbers have at most 10000 characters");
        assertRefused(() -> read("[0." + "7".repeat(10_000_000) + "]"), "numbers have at most 10000 characters");
        assertRefused(() -> read("[\"" + "7".repeat(10_000_000) + "\"]"), "texts 100000");
        assertRefused(() -> read("{\"" + "7".repeat(10_000_000) + "\": 1}"), "names 10000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e-999999999",
                "\"2^999999999\"",
                "\"((2^1000)^1000)^1000\"",
                "1e99999999999999999999"
            })
    void hugeExponentsAreRefused(String number) {
        assertRefused(
                () -> read("[" + number + "]").requireNumbers("numbers"),
                "x.json, line 1, column 2",
                "expected a number");
    }

    @Test
    void numbersOfTenThousandCharactersAreAccepted() throws FormatException {
        assertThat(read("[" + "7".repeat(10_000) + "]")
                        .requireNumbers("numbers")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void manyNumbersTakeEightBytesEach() throws FormatException {
        ExactNumbers numbers = read("[" + "0.5,".repeat(999) + "\"-1/4\"]").requireNumbers("numbers");
        assertThat(numbers.isBinary64()).isTrue();
        assertThat(numbers.size()).isEqualTo(1000);
        assertThat(numbers.bits(999)).isEqualTo(Double.doubleToRawLongBits(-0.25));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{},",
                "[],",
                "\"a\",",
                "null,",
                "[1],",
                "[[0.1,0.2,0.3]],",
                "{\"a\":{}},",
                "1,",
                "0.1,",
                "\"1/3\","
            })
    void aFileThatNeedsMoreMemoryThanItMayTakeIsRefusedWhileItIsRead(String unit) {
        InputStream endless = new RepeatedText(unit, 100_000_000);
        assertRefused(() -> JsonReader.read("long.json", endless, 100, 1 << 20), "long.json", "MiB of memory", "-Xmx");
    }

    @Test
    void shortRowsOfNumbersAreCountedAsNumbers() throws FormatException {
        String rows = "[" + "[1,2,3,4,5,6,7,8],".repeat(1_000) + "[1]]";
        InputStream bytes = new java.io.ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8));
        assertThat(JsonReader.read("rows.json", bytes, 100, 1_000 * 400).requireItems("rows"))
                .hasSize(1_001);
    }

    @Test
    void aFileBeyondTheLimitIsRefusedWithoutReadingIt() throws IOException {
        Path sparse = Files.write(folder.resolve("x.json"), new byte[] {'['});
        try (var channel = Files.newByteChannel(sparse, java.nio.file.StandardOpenOption.WRITE)) {
            channel.position(JsonReader.LARGEST_FILE).write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        assertRefused(() -> JsonReader.read(sparse, 100), "at most 536870912 bytes, found 536870913", "safetensors");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,]",
                "{\"a\":1,}",
                "[01]",
                "[.5]",
                "[+1]",
                "[NaN]",
                "[Infinity]",
                "['a']",
                "[\"\t\"]",
                "[\"\\x\"]",
                "[1 2]",
                "tru",
                "[\"a]",
                "{\"a\" 1}",
                "{a:1}",
                "[1]]",
                "\u0000"
            })
    void whatIsNotJsonIsRefusedWithLineAndColumn(String text) {
        assertRefused(() -> read("\n" + text), "x.json, line 2, column ", "not JSON");
    }

    @Test
    void columnsCountCharactersAndNotBytes() {
        assertRefused(() -> read("[\"äöü\", x]"), "x.json, line 1, column 9");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xc0, 0xff, 0xed, 0xfe})
    void bytesThatAreNotUtf8AreRefused(int first) {
        byte[] bytes = "[\"??\"]".getBytes(StandardCharsets.US_ASCII);
        bytes[2] = (byte) first;
        bytes[3] = (byte) 0xa0;
        assertRefused(
                () -> JsonReader.read("x.json", new java.io.ByteArrayInputStream(bytes), 100, 1 << 20),
                "x.json",
                "not UTF-8");
    }

    @Test
    void controlCharactersOfTheFileDoNotReachTheMessage() {
        assertRefused(
                () -> read("{\"a\\u001b[2J\\u202e\\n\": 1}").requireObject("x").requireOnly("b"), "\"a?[2J??\"");
    }

    /** A text that is never held in memory. */
    private static final class RepeatedText extends InputStream {
        private final byte[] unit;
        private long left;
        private int position;
        private boolean begun;

        RepeatedText(String unit, long count) {
            this.unit = unit.getBytes(StandardCharsets.UTF_8);
            this.left = this.unit.length * count;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int count = (int) Math.min(length, left);
            for (int i = 0; i < count; i++) {
                bytes[offset + i] = begun ? unit[position] : (byte) '[';
                position = begun ? (position + 1) % unit.length : 0;
                begun = true;
            }
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
