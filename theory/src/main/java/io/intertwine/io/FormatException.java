package io.intertwine.io;

import io.intertwine.activation.ExpressionSyntaxException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file or text that cannot be used. The message is one line: where (file, line and column, or tensor), what was expected, what was
 * found, and where it helps how to mend it; then perhaps lines that point into a formula, or lines of Python.
 */
public final class FormatException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_MESSAGE = 2_000;

    /**
     * A refusal.
     *
     * @param place the file, and the place within it
     * @param problem what was expected, found, and how to mend it
     */
    public FormatException(String place, String problem) {
        super(oneLine(place + ": " + problem));
    }

    /** A refusal that another exception led to. */
    public FormatException(String place, String problem, Throwable cause) {
        super(oneLine(place + ": " + problem), cause);
    }

    /** A refusal with lines below it that show how to mend it. */
    public FormatException(String place, String problem, List<String> lines) {
        super(oneLine(place + ": " + problem)
                + lines.stream().map(line -> "\n" + oneLine(line)).collect(Collectors.joining()));
    }

    /** A refusal of a formula; two more lines show the place in it. */
    public FormatException(String place, ExpressionSyntaxException wrong) {
        super(
                oneLine(place + ": " + wrong.problem() + " at character " + wrong.position()) + "\n" + wrong.excerpt()
                        + "\n" + wrong.caret(),
                wrong);
    }

    private FormatException(FormatException inner, String context) {
        super(oneLine(inner.getMessage() + ", in " + context), inner);
    }

    /** The same refusal, which also says what the place is part of. */
    FormatException within(String context) {
        return new FormatException(this, context);
    }

    /** A text from a file, quoted and cut to a length that fits into a message. */
    public static String quote(String text) {
        int longest = 60;
        return "\"" + (text.length() <= longest ? text : text.substring(0, longest) + "...") + "\"";
    }

    /** Names and numbers in files are not ours: control characters must not reach a terminal. */
    private static String oneLine(String message) {
        int length = Math.min(message.length(), LONGEST_MESSAGE);
        StringBuilder line = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char character = message.charAt(i);
            line.append(isPrintable(character) ? character : '?');
        }
        return line.append(length < message.length() ? "..." : "").toString();
    }

    private static boolean isPrintable(char character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
