package io.intertwine.report;

import io.intertwine.certificate.ReductionStep;
import io.intertwine.check.Theorem;
import io.intertwine.find.StepText;
import io.intertwine.find.Verification;
import io.intertwine.net.Network;
import java.util.List;

/** What was proved, what was checked for it, and how to check it again. */
final class EvidenceSection {
    private EvidenceSection() {}

    static Markup of(Subject subject) {
        if (subject.result() instanceof Verification.Layerwise layerwise) {
            Markup section = start(layerwise.theorem());
            section.leaf("h3", "What was checked, exactly and for every generator g")
                    .leaf("p", Equations.notation(subject), "class", "small muted")
                    .open("ol", "class", "checks");
            Equations.of(subject).forEach(equation -> section.leaf("li", equation));
            section.close();
            steps(section, layerwise.network(), layerwise.steps());
            SurveySection.addTo(section, layerwise.survey());
            remarks(section, layerwise.reasons());
            return finish(section, subject);
        }
        if (subject.result() instanceof Verification.NotEquivariant refuted) {
            Markup section = start(refuted.theorem());
            remarks(section, refuted.reasons());
            return finish(section, subject);
        }
        if (subject.result() instanceof Verification.NotLayerwise not) {
            Markup section = start(not.theorem());
            SurveySection.addTo(section, not.survey());
            remarks(section, not.reasons());
            return finish(section, subject);
        }
        if (subject.result().survey().proofs().isEmpty()) {
            return new Markup();
        }
        Markup section = new Markup().open("section").leaf("h2", "What is proved");
        SurveySection.addTo(section, subject.result().survey());
        return section.close();
    }

    private static Markup start(Theorem theorem) {
        Markup section = new Markup().open("section").leaf("h2", "What is proved");
        section.open("blockquote")
                .leaf("p", theorem.claim().statement())
                .leaf("p", theorem.rule(), "class", "muted")
                .close();
        return section.leaf(
                "p",
                "This statement was made by the independent checker, which trusts neither the search nor the certificate: it "
                        + "computed every number that the statement rests on again, in exact arithmetic.",
                "class",
                "small muted");
    }

    private static Markup finish(Markup section, Subject subject) {
        ReportContext context = subject.context();
        section.leaf("h3", "Check it yourself");
        if (context.certificate().isEmpty()) {
            section.leaf("p", "No certificate was written. This writes one:");
            return section.open("pre")
                    .leaf(
                            "code",
                            "intertwine verify " + ShellWord.of(context.network()) + " "
                                    + ShellWord.of(context.symmetry()) + " --certificate certificate.json")
                    .close()
                    .close();
        }
        section.open("p")
                .text("The certificate is in ")
                .leaf("code", context.certificate())
                .text(". The checker alone:")
                .close();
        section.open("pre").leaf("code", command(subject)).close();
        if (!context.reparametrised().isEmpty()) {
            section.open("p")
                    .text("The network at its new weights is in ")
                    .leaf("code", context.reparametrised())
                    .text(".")
                    .close();
        }
        return section.close();
    }

    private static String command(Subject subject) {
        ReportContext context = subject.context();
        String claim = subject.result() instanceof Verification.Layerwise ? "layerwise-equivariant" : "not-equivariant";
        if (subject.result() instanceof Verification.NotLayerwise) {
            claim = "equivariant-not-layerwise";
        }
        return "intertwine check " + ShellWord.of(context.certificate()) + " --network "
                + ShellWord.of(context.network()) + " --symmetry " + ShellWord.of(context.symmetry()) + " --claim "
                + claim;
    }

    private static void steps(Markup section, Network network, List<ReductionStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        section.leaf("h3", "From the given weights to the new ones").open("ul");
        StepText.trace(network, steps).forEach(sentence -> section.leaf("li", sentence));
        section.close();
    }

    private static void remarks(Markup section, List<String> reasons) {
        if (!reasons.isEmpty()) {
            section.leaf("h3", "Remarks").open("ul");
            reasons.forEach(reason -> section.leaf("li", reason));
            section.close();
        }
    }
}
