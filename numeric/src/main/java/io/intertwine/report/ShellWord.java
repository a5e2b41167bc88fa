package io.intertwine.report;

/** One word of a command line. */
final class ShellWord {
    private ShellWord() {}

    /** The text in a form that a POSIX shell reads as one word. */
    static String of(String text) {
        return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
