package io.intertwine.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Where results (standard output) and remarks (standard error) go, whether they may be coloured, and whether someone watches. */
final class Terminal {
    private final PrintStream out;
    private final PrintStream err;
    private final BooleanSupplier coloured;
    private final boolean watched;

    /**
     * Two streams.
     *
     * @param coloured asked at most when the first text for people is written
     */
    Terminal(PrintStream out, PrintStream err, BooleanSupplier coloured) {
        this(out, err, coloured, false);
    }

    /**
     * Two streams.
     *
     * @param coloured asked at most when the first text for people is written
     * @param watched whether standard error is a terminal
     */
    Terminal(PrintStream out, PrintStream err, BooleanSupplier coloured, boolean watched) {
        this.out = out;
        this.err = err;
        this.coloured = coloured;
        this.watched = watched;
    }

    /** For remarks. */
    PrintStream err() {
        return err;
    }

    /** Whether standard error is a terminal, so that progress may be shown there. */
    boolean isWatched() {
        return watched;
    }

    /** For results. */
    PrintStream out() {
        return out;
    }

    /** Writes one line of the result. */
    void print(String line) {
        out.println(line);
    }

    /** Writes a text in lines of moderate length; the first begins with the given text, the others with as many blanks. */
    void paragraph(String first, String text) {
        Paragraph.lines(first, text).forEach(this::print);
    }

    /** Writes an error that points into a formula: one line as {@link #remark}, then lines that show the place. */
    void error(String text) {
        List<String> lines = text.lines().toList();
        remark(lines.isEmpty() ? text : lines.get(0));
        lines.stream().skip(1).forEach(this::trace);
    }

    /** Writes a remark, one line that begins with the program's name. */
    void remark(String text) {
        err.println("intertwine: " + text.replace("\r", "").replace('\n', ' '));
    }

    /** Writes a line to standard error as it is. */
    void trace(String line) {
        err.println(line);
    }

    /** Whether text may be coloured. */
    boolean isColoured() {
        return coloured.getAsBoolean();
    }

    /** Good news. */
    String green(String text) {
        return paint("32;1", text);
    }

    /** Bad news. */
    String red(String text) {
        return paint("31;1", text);
    }

    /** No news. */
    String yellow(String text) {
        return paint("33;1", text);
    }

    /** Something that stands back. */
    String faint(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return isColoured() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
