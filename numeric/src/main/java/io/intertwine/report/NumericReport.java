package io.intertwine.report;

import io.intertwine.certificate.Digest;
import io.intertwine.match.LatentMatching;
import io.intertwine.match.NumericVerification;
import io.intertwine.match.NumericVerification.Nearest;
import io.intertwine.measure.ThreeAnswers;
import io.intertwine.symmetry.HiddenSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A report on a trained network: its three answers, how far its layers are from chance, and the latent actions that fit its weights best.
 * Nothing in it is proved, and it says so.
 */
public final class NumericReport {
    private NumericReport() {}

    /** Writes a report to a file, which is replaced only when the report is complete. */
    public static void write(ThreeAnswers answers, ReportContext context, Path out) throws IOException {
        Page.write(html(answers, context), out);
    }

    /** The report as text. */
    public static String html(ThreeAnswers answers, ReportContext context) {
        NumericVerification verification = answers.verification();
        Markup body = new Markup().add(AnswersSection.banner(answers, context)).open("main");
        body.add(AnswersSection.of(answers));
        if (verification.nearest() instanceof Nearest.Found found) {
            Drawing drawing = drawing(found.matching(), context);
            body.add(SymmetrySection.of(drawing))
                    .add(FitSection.of(answers, found))
                    .add(FilterSection.of(drawing))
                    .add(AgreementSection.of(drawing, found))
                    .add(LayerSection.of(drawing));
        } else {
            body.add(SymmetrySection.of(
                    new Drawing(verification.network(), verification.symmetry(), List.of(), context.image())));
        }
        body.add(AnswersSection.howToRead()).close();
        body.add(Page.footer(List.of(
                new Page.Entry("network", context.network() + ", " + Digest.of(verification.network())),
                new Page.Entry("symmetry", context.symmetry() + ", " + Digest.of(verification.symmetry())),
                new Page.Entry("seed", String.valueOf(context.seed())),
                new Page.Entry("made by", "Intertwine " + context.version() + ", in floating point"))));
        return Page.html(AnswersSection.title(answers) + " \u2013 " + context.network(), body);
    }

    private static Drawing drawing(LatentMatching matching, ReportContext context) {
        List<HiddenSpace> spaces = matching.symmetry().group().generators().isEmpty()
                ? List.of()
                : HiddenSpace.of(
                        matching.gauged(),
                        matching.symmetry(),
                        matching.latentActions().latent());
        return new Drawing(matching.gauged(), matching.symmetry(), spaces, context.image());
    }
}
