package io.intertwine.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads JSON strictly (RFC 8259): UTF-8, one value and nothing after it, no name twice in an object. Numbers are read from their
 * literals; lists of numbers take 8 bytes a number where they are binary64 numbers.
 */
final class JsonReader {
    /** The largest JSON file that is read, in bytes; larger weights belong into safetensors or npz. */
    static final long LARGEST_FILE = 512L << 20;

    /** The deepest nesting of lists and objects. */
    static final int DEEPEST = 100;

    private static final int LONGEST_NAME = 10_000;
    private static final int NODE_BYTES = 200;
    private static final int CHUNK = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST + 1)
                    .maxNumberLength(NumberText.LONGEST)
                    .maxStringLength(NumberText.LONGEST_IN_CERTIFICATES)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();

    private final String source;
    private final int longestNumber;
    private final JsonParser parser;
    private final long budget;
    private long used;
    private int depth;

    private JsonReader(String source, Reader reader, int longestNumber, long budget) throws IOException {
        this.source = source;
        this.longestNumber = longestNumber;
        this.budget = budget;
        this.parser = FACTORY.createParser(reader);
    }

    /** The object in a file; its texts of at most {@code longestNumber} characters can be read as numbers. */
    static JsonObject readObject(Path file, String what, int longestNumber) throws FormatException {
        return read(file, longestNumber).requireObject(what);
    }

    /** The value in a file. */
    static JsonValue read(Path file, int longestNumber) throws FormatException {
        long size = InputFile.requireSize(file);
        if (size > LARGEST_FILE) {
            throw new FormatException(
                    file.toString(),
                    "expected a JSON file of at most " + LARGEST_FILE + " bytes, found " + size
                            + "; store large weights in a safetensors or npz file");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(file.toString(), bytes, longestNumber, MemoryBudget.bytes());
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
    }

    /** The value in a stream of bytes, which may take about {@code budget} bytes of memory. */
    static JsonValue read(String source, InputStream bytes, int longestNumber, long budget) throws FormatException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        return read(source, new InputStreamReader(bytes, decoder), longestNumber, budget);
    }

    /** The value that a text is. */
    static JsonValue read(String source, String text) throws FormatException {
        return read(source, new StringReader(text), NumberText.LONGEST, MemoryBudget.bytes());
    }

    private static JsonValue read(String source, Reader characters, int longestNumber, long budget)
            throws FormatException {
        try (Reader reader = withoutByteOrderMark(characters)) {
            JsonReader json = new JsonReader(source, reader, longestNumber, budget);
            return json.document();
        } catch (CharacterCodingException notUtf8) {
            throw new FormatException(source, "expected JSON in UTF-8, found bytes that are not UTF-8", notUtf8);
        } catch (IOException unreadable) {
            throw new FormatException(source, "cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Reader withoutByteOrderMark(Reader characters) throws IOException {
        BufferedReader reader = new BufferedReader(characters, CHUNK);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private JsonValue document() throws FormatException, IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new FormatException(source, "expected JSON, found an empty file");
            }
            JsonValue value = value(first);
            if (parser.nextToken() != null) {
                throw new FormatException(
                        place().toString(), "expected the end of the file after the JSON value, found more");
            }
            return value;
        } catch (StreamConstraintsException tooLong) {
            throw refusal(
                    tooLong,
                    "a number, name or text is too long, or the nesting too deep (numbers have at most "
                            + NumberText.LONGEST + " characters, names " + LONGEST_NAME + ", texts "
                            + NumberText.LONGEST_IN_CERTIFICATES + ", nesting " + DEEPEST + " levels)");
        } catch (JsonParseException malformed) {
            throw refusal(malformed, "this is not JSON: " + inOwnWords(withoutSource(malformed.getOriginalMessage())));
        }
    }

    private FormatException refusal(JsonProcessingException cause, String problem) {
        JsonLocation location = cause.getLocation();
        JsonPlace place = location == null ? place() : place(location);
        return new FormatException(place.toString(), problem, cause);
    }

    /** Jackson's messages speak of its own settings, and not of what people write by mistake. */
    private static String inOwnWords(String message) {
        if (message.startsWith("Non-standard token")) {
            return "expected a finite number, found NaN or an infinity";
        }
        if (message.contains("ALLOW_COMMENTS")) {
            return "it has no comments";
        }
        if (message.startsWith("Unexpected character ('}'") || message.startsWith("Unexpected character (']'")) {
            return message + "; no comma may stand before a closing bracket";
        }
        return message;
    }

    /** Jackson's messages end with its own description of the input. */
    private static String withoutSource(String message) {
        int start = message.indexOf(" (start marker at");
        return start < 0 ? message : message.substring(0, start);
    }

    private JsonPlace place() {
        return place(parser.currentTokenLocation());
    }

    private JsonPlace place(JsonLocation location) {
        return new JsonPlace(source, location.getLineNr(), location.getColumnNr());
    }

    private JsonValue value(JsonToken token) throws FormatException, IOException {
        JsonPlace place = place();
        return switch (token) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> list(place);
            case VALUE_STRING -> atom(place, JsonAtom.Kind.TEXT);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> atom(place, JsonAtom.Kind.NUMBER);
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> atom(place, JsonAtom.Kind.CONSTANT);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new FormatException(place.toString(), "expected a JSON value, found " + token);
        };
    }

    private JsonAtom atom(JsonPlace place, JsonAtom.Kind kind) throws FormatException, IOException {
        String text = parser.getText();
        use(NODE_BYTES + 2L * text.length());
        return new JsonAtom(place, kind, text, longestNumber);
    }

    private JsonObject object(JsonPlace place) throws FormatException, IOException {
        enter(place);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonPlace at = place();
            use(NODE_BYTES + 2L * name.length());
            if (members.put(name, value(parser.nextToken())) != null) {
                throw new FormatException(at.toString(), "the field " + FormatException.quote(name) + " occurs twice");
            }
        }
        depth--;
        return new JsonObject(place, members);
    }

    private JsonValue list(JsonPlace place) throws FormatException, IOException {
        enter(place);
        long before = used;
        JsonListBuilder builder = new JsonListBuilder(place);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (builder.isPacking()
                    && token == JsonToken.VALUE_NUMBER_INT
                    && parser.getTextLength() < JsonListBuilder.SHORT) {
                builder.addInteger(parser.getLongValue());
            } else {
                builder.add(value(token));
            }
            account(builder, before);
        }
        depth--;
        JsonValue list = builder.build();
        account(builder, before);
        return list;
    }

    /** Numbers that are kept as numbers only take less than the items that they were read from. */
    private void account(JsonListBuilder builder, long before) throws FormatException {
        if (builder.isPacking()) {
            used = before;
            use(builder.bytes());
        }
    }

    private void enter(JsonPlace place) throws FormatException {
        if (++depth > DEEPEST) {
            throw new FormatException(
                    place.toString(), "expected at most " + DEEPEST + " nested lists and objects, found more");
        }
        use(NODE_BYTES);
    }

    private void use(long bytes) throws FormatException {
        used += bytes;
        if (used > budget) {
            throw MemoryBudget.tooLarge(used, source);
        }
    }
}
