package io.intertwine.report;

import io.intertwine.certificate.Digest;
import io.intertwine.find.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A report on a verification: one HTML file that loads nothing, runs nothing, prints well and fits a phone. Networks of any width
 * are sampled, so that a report stays below five million bytes.
 */
public final class Report {
    private static final String STYLE = "report.css";
    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private Report() {}

    /**
     * Writes a report to a file, which is replaced only when the report is complete.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Verification result, ReportContext context, Path out) throws IOException {
        Path target = Files.exists(out) ? out.toRealPath() : out.toAbsolutePath();
        Path part = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        String html = html(result, context);
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

    /** The report as text. */
    public static String html(Verification result, ReportContext context) {
        Subject subject = Subject.of(result, context);
        Markup page = new Markup()
                .open("html", "lang", "en")
                .add(head(subject))
                .open("body")
                .add(VerdictBanner.of(subject));
        page.open("main");
        if (!context.description().isEmpty()) {
            page.leaf("p", context.description(), "class", "description");
        }
        for (Markup section : sections(subject)) {
            page.add(section);
        }
        page.close().add(footer(subject)).close().close();
        return "<!DOCTYPE html>\n" + page + "\n";
    }

    private static List<Markup> sections(Subject subject) {
        return List.of(
                CounterexampleSection.of(subject),
                OpenSection.of(subject),
                ClassSection.of(subject),
                SymmetrySection.of(subject.drawing()),
                FilterSection.of(subject.drawing()),
                NetworkPicture.of(subject),
                LayerSection.of(subject.drawing()),
                MatrixSection.of(subject.drawing()),
                EvidenceSection.of(subject),
                HowToRead.of());
    }

    private static Markup head(Subject subject) {
        return new Markup()
                .open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .leaf(
                        "title",
                        VerdictBanner.title(subject) + " \u2013 "
                                + subject.context().network())
                .style(sheet())
                .close();
    }

    private static Markup footer(Subject subject) {
        ReportContext context = subject.context();
        Markup footer = new Markup().open("footer").open("dl");
        entry(
                footer,
                "network",
                context.network() + ", " + Digest.of(subject.result().network()));
        entry(
                footer,
                "symmetry",
                context.symmetry() + ", " + Digest.of(subject.result().symmetry()));
        entry(footer, "seed", String.valueOf(context.seed()));
        entry(footer, "made by", "Intertwine " + context.version() + ", in exact arithmetic");
        return footer.close().close();
    }

    private static void entry(Markup footer, String term, String text) {
        footer.leaf("dt", term).leaf("dd", text);
    }

    private static String sheet() {
        try (InputStream stream = Report.class.getResourceAsStream(STYLE)) {
            if (stream == null) {
                throw new IllegalStateException("the style sheet " + STYLE + " is missing from the program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the style sheet " + STYLE + " cannot be read", unreadable);
        }
    }
}
