package io.intertwine.report;

import io.intertwine.certificate.Digest;
import io.intertwine.find.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A report on a verification: one HTML file that loads nothing, runs nothing, prints well and fits a phone. Networks of any width
 * are sampled, so that a report stays below five million bytes.
 */
public final class Report {
    private Report() {}

    /**
     * Writes a report to a file, which is replaced only when the report is complete.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Verification result, ReportContext context, Path out) throws IOException {
        Page.write(html(result, context), out);
    }

    /** The report as text. */
    public static String html(Verification result, ReportContext context) {
        Subject subject = Subject.of(result, context);
        Markup body = new Markup().add(VerdictBanner.of(subject)).open("main");
        if (!context.description().isEmpty()) {
            body.leaf("p", context.description(), "class", "description");
        }
        for (Markup section : sections(subject)) {
            body.add(section);
        }
        body.close().add(footer(subject));
        return Page.html(VerdictBanner.title(subject) + " \u2013 " + context.network(), body);
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

    private static Markup footer(Subject subject) {
        ReportContext context = subject.context();
        return Page.footer(List.of(
                new Page.Entry(
                        "network",
                        context.network() + ", " + Digest.of(subject.result().network())),
                new Page.Entry(
                        "symmetry",
                        context.symmetry() + ", " + Digest.of(subject.result().symmetry())),
                new Page.Entry("seed", String.valueOf(context.seed())),
                new Page.Entry("made by", "Intertwine " + context.version() + ", in exact arithmetic")));
    }
}
