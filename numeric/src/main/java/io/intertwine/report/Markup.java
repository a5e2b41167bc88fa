package io.intertwine.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A piece of HTML or SVG under construction. Text and attribute values are always escaped; the only way to add markup is another
 * piece of markup, so that nothing from a file can become an element.
 */
final class Markup {
    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Text without any element. */
    static Markup ofText(String text) {
        return new Markup().text(text);
    }

    /** One element with text in it. */
    static Markup element(String tag, String text, String... attributes) {
        return new Markup().leaf(tag, text, attributes);
    }

    /** Starts an element; attributes are names and values in turn. */
    Markup open(String tag, String... attributes) {
        start(tag, attributes);
        html.append('>');
        open.push(tag);
        return this;
    }

    /** Ends the element that was started last. */
    Markup close() {
        html.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that has neither content nor an end. */
    Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        html.append("/>");
        return this;
    }

    /** An element with text in it. */
    Markup leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Text. */
    Markup text(String text) {
        escape(text);
        return this;
    }

    /** Other markup, which must be complete. */
    Markup add(Markup other) {
        if (!other.open.isEmpty()) {
            throw new IllegalStateException("the element " + other.open.peek() + " is not closed");
        }
        html.append(other.html);
        return this;
    }

    /** The style sheet, which is ours and holds no text from outside. */
    Markup style(String sheet) {
        html.append("<style>").append(sheet).append("</style>");
        return this;
    }

    /** Whether there is nothing. */
    boolean isEmpty() {
        return html.length() == 0;
    }

    private void start(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            html.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(isControl(character) ? '\uFFFD' : character);
            }
        }
    }

    private static boolean isControl(char character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t';
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("the element " + open.peek() + " is not closed");
        }
        return html.toString();
    }
}
