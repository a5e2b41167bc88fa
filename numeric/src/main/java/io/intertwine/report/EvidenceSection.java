package io.intertwine.report;

import io.intertwine.certificate.ReductionStep;
import io.intertwine.check.Theorem;
import io.intertwine.find.Verification;
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
            steps(section, layerwise.steps());
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
            remarks(section, not.reasons());
            return finish(section, subject);
        }
        return new Markup();
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
        return "intertwine check " + ShellWord.of(context.certificate()) + " --network "
                + ShellWord.of(context.network()) + " --symmetry " + ShellWord.of(context.symmetry()) + " --claim "
                + claim(subject.result());
    }

    private static String claim(Verification result) {
        if (result instanceof Verification.Layerwise) {
            return "layerwise-equivariant";
        }
        return result instanceof Verification.NotLayerwise ? "equivariant-not-layerwise" : "not-equivariant";
    }

    private static void steps(Markup section, List<ReductionStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        section.leaf("h3", "From the given weights to the new ones").open("ul");
        for (ReductionStep step : steps) {
            section.leaf("li", "Layer " + step.layer() + " of the file: " + words(step));
        }
        section.close();
    }

    private static String words(ReductionStep step) {
        if (step instanceof ReductionStep.Merge merge) {
            String units = String.join(
                    ", ",
                    merge.merges().stream()
                            .map(one -> one.from() + " into " + one.into())
                            .toList());
            return "units that compute the same up to the latent group are merged (" + units + ").";
        }
        if (step instanceof ReductionStep.Prune prune) {
            return "units without influence get zero weights (" + listed(prune.units()) + ").";
        }
        if (step instanceof ReductionStep.Fold fold) {
            return "units with a constant value are folded into the next bias (" + listed(fold.units()) + ").";
        }
        if (step instanceof ReductionStep.Replace replace) {
            return "the layers up to " + (replace.end() - 1)
                    + " of the file are written with other weights, which compute the same.";
        }
        return "two dense layers in a row are factored anew.";
    }

    private static String listed(List<Integer> units) {
        return String.join(", ", units.stream().map(String::valueOf).toList());
    }

    private static void remarks(Markup section, List<String> reasons) {
        if (!reasons.isEmpty()) {
            section.leaf("h3", "Remarks").open("ul");
            reasons.forEach(reason -> section.leaf("li", reason));
            section.close();
        }
    }
}
