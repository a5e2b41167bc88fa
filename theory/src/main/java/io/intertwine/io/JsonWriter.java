package io.intertwine.io;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes JSON that people read: an object or a list of lists has a line for each entry, a list of numbers is one line. */
final class JsonWriter {
    private static final String INDENT = "  ";

    private final Writer out;
    private final String place;
    private final int longestNumber;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private boolean named;

    /** An object or list that is being written. */
    private static final class Frame {
        private final char end;
        private final boolean inline;
        private boolean empty = true;

        Frame(char end, boolean inline) {
            this.end = end;
            this.inline = inline;
        }
    }

    /** A writer that refuses numbers too long to be read again; {@code place} is the name of the file. */
    JsonWriter(Writer out, String place) {
        this(out, place, NumberText.LONGEST);
    }

    JsonWriter(Writer out, String place, int longestNumber) {
        this.out = out;
        this.place = place;
        this.longestNumber = longestNumber;
    }

    JsonWriter object() throws IOException {
        return open('{', '}', false);
    }

    /** An object in one line. */
    JsonWriter inlineObject() throws IOException {
        return open('{', '}', true);
    }

    JsonWriter list() throws IOException {
        return open('[', ']', false);
    }

    /** A list in one line. */
    JsonWriter inlineList() throws IOException {
        return open('[', ']', true);
    }

    private JsonWriter open(char begin, char end, boolean inline) throws IOException {
        separate();
        out.write(begin);
        frames.push(new Frame(end, inline));
        return this;
    }

    /** Ends the innermost object or list, and the file with the outermost one. */
    JsonWriter end() throws IOException {
        Frame frame = frames.pop();
        if (!frame.inline && !frame.empty) {
            newLine();
        }
        out.write(frame.end);
        if (frames.isEmpty()) {
            out.write('\n');
        }
        return this;
    }

    JsonWriter name(String name) throws IOException {
        separate();
        quoted(name);
        out.write(": ");
        named = true;
        return this;
    }

    JsonWriter text(String text) throws IOException {
        separate();
        quoted(text);
        return this;
    }

    JsonWriter integer(long value) throws IOException {
        separate();
        out.write(Long.toString(value));
        return this;
    }

    JsonWriter flag(boolean value) throws IOException {
        separate();
        out.write(Boolean.toString(value));
        return this;
    }

    /** An exact number, as a text. */
    JsonWriter number(Scalar number) throws FormatException, IOException {
        return numberText(number.toString());
    }

    /** A text that is read as a number. */
    JsonWriter numberText(String text) throws FormatException, IOException {
        if (text.length() > longestNumber) {
            throw new FormatException(
                    place,
                    "cannot write a number of " + text.length() + " characters, because at most " + longestNumber
                            + " are read");
        }
        return text(text);
    }

    /** A list of texts in one line. */
    JsonWriter texts(List<String> texts) throws IOException {
        inlineList();
        for (String text : texts) {
            text(text);
        }
        return end();
    }

    /** A list of exact numbers in one line. */
    JsonWriter numbers(List<Scalar> numbers) throws FormatException, IOException {
        inlineList();
        for (Scalar number : numbers) {
            number(number);
        }
        return end();
    }

    /** A list of integers in one line. */
    JsonWriter integers(int[] integers) throws IOException {
        inlineList();
        for (int integer : integers) {
            integer(integer);
        }
        return end();
    }

    /** A list of rows, a line for each. */
    JsonWriter matrix(ExactMatrix matrix) throws FormatException, IOException {
        list();
        for (int i = 0; i < matrix.rows(); i++) {
            numbers(matrix.row(i));
        }
        return end();
    }

    /** What must come before a name or value. */
    private void separate() throws IOException {
        if (named) {
            named = false;
            return;
        }
        Frame frame = frames.peek();
        if (frame == null) {
            return;
        }
        if (!frame.empty) {
            out.write(frame.inline ? ", " : ",");
        }
        frame.empty = false;
        if (!frame.inline) {
            newLine();
        }
    }

    private void newLine() throws IOException {
        out.write('\n');
        for (int i = 0; i < frames.size(); i++) {
            out.write(INDENT);
        }
    }

    private void quoted(String text) throws IOException {
        out.write('"');
        out.write(JsonStringEncoder.getInstance().quoteAsString(text));
        out.write('"');
    }
}
