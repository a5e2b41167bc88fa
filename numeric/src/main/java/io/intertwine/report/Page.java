package io.intertwine.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What is around every report: one HTML file that loads nothing and runs nothing. */
final class Page {
    private static final String STYLE = "report.css";
    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private Page() {}

    /** A line of the footer. */
    record Entry(String term, String text) {}

    /** A page with a title and a body. */
    static String html(String title, Markup body) {
        Markup page = new Markup()
                .open("html", "lang", "en")
                .add(head(title))
                .open("body")
                .add(body)
                .close()
                .close();
        return "<!DOCTYPE html>\n" + page + "\n";
    }

    private static Markup head(String title) {
        return new Markup()
                .open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .leaf("title", title)
                .style(sheet())
                .close();
    }

    /** The footer with these lines. */
    static Markup footer(List<Entry> entries) {
        Markup footer = new Markup().open("footer").open("dl");
        entries.forEach(entry -> footer.leaf("dt", entry.term()).leaf("dd", entry.text()));
        return footer.close().close();
    }

    /** Writes text to a file, which is replaced only when the text is complete. */
    static void write(String html, Path out) throws IOException {
        Path target = Files.exists(out) ? out.toRealPath() : out.toAbsolutePath();
        Path part = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.writeString(part, html, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String sheet() {
        try (InputStream stream = Page.class.getResourceAsStream(STYLE)) {
            if (stream == null) {
                throw new IllegalStateException("the style sheet " + STYLE + " is missing from the program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the style sheet " + STYLE + " cannot be read", unreadable);
        }
    }
}
