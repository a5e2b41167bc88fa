package io.intertwine.activation;

/** Says that a text is no formula in x, why, and at which character. The message has three lines: the last two point at the place. */
public final class ExpressionSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int WINDOW = 60;

    /** The place of the fault, counted from 0. */
    private final int position;

    private final String problem;
    private final String excerpt;
    private final String caret;

    /**
     * Creates the exception.
     *
     * @param problem what was expected, what was found, how to mend it
     * @param text the text that was read
     * @param position the index of the character where the fault lies, counted from 0; the length of the text when it ends too early
     */
    public ExpressionSyntaxException(String problem, String text, int position) {
        super(problem + " at character " + position + "\n" + excerpt(text, position) + "\n" + caret(text, position));
        this.position = position;
        this.problem = problem;
        this.excerpt = excerpt(text, position);
        this.caret = caret(text, position);
    }

    /** Returns the index of the character where the fault lies, counted from 0. */
    public int position() {
        return position;
    }

    /** Returns what was expected and found, without the place. */
    public String problem() {
        return problem;
    }

    /** Returns the text, or the part of a long text around the fault; without control characters. */
    public String excerpt() {
        return excerpt;
    }

    /** Returns spaces and a caret, to print below the excerpt. */
    public String caret() {
        return caret;
    }

    private static int start(int position) {
        return Math.max(0, position - WINDOW / 2);
    }

    private static String excerpt(String text, int position) {
        int end = Math.min(text.length(), start(position) + WINDOW);
        StringBuilder shown = new StringBuilder();
        text.substring(start(position), end)
                .chars()
                .forEach(character -> shown.append(character >= ' ' && character < 127 ? (char) character : '?'));
        return "  " + (start(position) > 0 ? "..." : "") + shown + (end < text.length() ? "..." : "");
    }

    private static String caret(String text, int position) {
        int dots = start(position) > 0 ? 3 : 0;
        return " ".repeat(2 + dots + Math.min(position, text.length()) - start(position)) + "^";
    }
}
