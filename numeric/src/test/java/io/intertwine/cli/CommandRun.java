package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of the command inside the test's process: exit code and what it printed. */
record CommandRun(int code, String out, String err) {
    /** Runs the command; whatever happens, there is no stack trace. */
    static CommandRun of(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] args = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            args[i] = String.valueOf(words[i]);
        }
        int code = Intertwine.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        CommandRun run =
                new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertThat(run.out + run.err).doesNotContain("\tat ", "    at io.", "Exception");
        return run;
    }

    /** Checks the exit code, and returns this run. */
    CommandRun exits(int expected) {
        assertThat(code).as("exit code; out: %s err: %s", out, err).isEqualTo(expected);
        return this;
    }

    /** The single object on standard output. */
    Map<String, @Nullable Object> json() {
        assertThat(err).isEmpty();
        assertThat(out.strip().lines()).hasSize(1);
        return parse(out);
    }

    /** Reads a JSON object into maps, lists, texts, numbers and truth values. */
    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> parse(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            Map<String, @Nullable Object> object = (Map<String, @Nullable Object>) value(parser);
            assertThat(parser.nextToken()).isNull();
            return object;
        } catch (IOException malformed) {
            throw new AssertionError(text, malformed);
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }
}
