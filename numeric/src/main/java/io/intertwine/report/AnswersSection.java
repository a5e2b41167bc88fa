package io.intertwine.report;

import io.intertwine.match.NumericVerification;
import io.intertwine.measure.EquivarianceError;
import io.intertwine.measure.ErrorSummary;
import io.intertwine.measure.PermutationTest;
import io.intertwine.measure.ThreeAnswers;
import io.intertwine.report.Subject.Verdict;
import java.util.List;

/** The three answers about a trained network, in the banner and as a table. */
final class AnswersSection {
    private AnswersSection() {}

    /** What holds, in a few words. */
    static String title(ThreeAnswers answers) {
        String tolerance =
                " within " + Numbers.rounded(answers.verification().tolerance().relative());
        return switch (verdict(answers)) {
            case HOLDS -> "Layerwise equivariant" + tolerance;
            case REFUTED -> "Not equivariant" + tolerance;
            case UNDETERMINED -> "Undetermined at" + tolerance.substring(" within".length());
        };
    }

    /** The banner: a title, one sentence, and a chip for each answer. */
    static Markup banner(ThreeAnswers answers, ReportContext context) {
        Verdict verdict = verdict(answers);
        Markup banner = new Markup()
                .open("header", "class", "verdict " + verdict.word())
                .add(Icons.of(verdict))
                .open("div");
        banner.open("p", "class", "eyebrow")
                .text("Intertwine \u00B7 ")
                .leaf("span", context.network(), "class", "file")
                .text(" under ")
                .leaf("span", context.symmetry(), "class", "file")
                .close();
        banner.leaf("h1", title(answers))
                .leaf(
                        "p",
                        "Measured in floating point; nothing here is proved. Three questions have three answers: a network can be "
                                + "equivariant on its data and not elsewhere, and as a function without any action on its layers.",
                        "class",
                        "lead");
        banner.open("ul", "class", "chips", "aria-label", "Is the network equivariant?");
        for (ThreeAnswers.DataAnswer data : answers.data()) {
            chip(banner, within(data.error()), "on the data");
        }
        chip(banner, within(answers.function()), "as a function");
        chip(banner, layerwise(answers), "layer by layer");
        return banner.close().close().close();
    }

    private static Verdict verdict(ThreeAnswers answers) {
        NumericVerification verification = answers.verification();
        if (verification instanceof NumericVerification.Holds && answers.isWithinAtAllInputs()) {
            return Verdict.HOLDS;
        }
        return verification instanceof NumericVerification.Refuted ? Verdict.REFUTED : Verdict.UNDETERMINED;
    }

    private static Verdict within(EquivarianceError error) {
        return error.overall().above().value() == 0 ? Verdict.HOLDS : Verdict.REFUTED;
    }

    private static Verdict layerwise(ThreeAnswers answers) {
        if (answers.verification() instanceof NumericVerification.Holds) {
            return Verdict.HOLDS;
        }
        if (answers.carries().isEmpty()) {
            return Verdict.UNDETERMINED;
        }
        return answers.carries().contains(false) ? Verdict.REFUTED : Verdict.HOLDS;
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "within the tolerance";
            case REFUTED -> "not within the tolerance";
            case UNDETERMINED -> "undetermined";
        };
    }

    private static void chip(Markup chips, Verdict verdict, String question) {
        chips.open("li", "class", "chip " + verdict.word())
                .add(Icons.of(verdict))
                .leaf("b", question)
                .text(" " + words(verdict))
                .close();
    }

    /** The table of the answers. */
    static Markup of(ThreeAnswers answers) {
        Markup section = new Markup().open("section").leaf("h2", "Three answers");
        section.open("table", "class", "stacking").open("thead").open("tr");
        for (String title :
                List.of("equivariant", "answer", "typical error", "largest", "above the tolerance", "inputs")) {
            section.leaf("th", title);
        }
        section.close().close().open("tbody");
        for (ThreeAnswers.DataAnswer data : answers.data()) {
            String inputs = Numbers.count(data.error().inputs()) + " of " + Numbers.count(data.available()) + " in "
                    + data.name();
            row(section, "on the data", data.error(), inputs);
        }
        row(
                section,
                "as a function",
                answers.function(),
                Numbers.count(answers.function().inputs()) + " random, normal");
        section.close().close();
        section.leaf(
                "p",
                "The error at an input x is the Euclidean norm of f(g x) \u2212 g f(x) over the root mean square norm of the outputs. "
                        + "Its median stands with a 95 % interval, and so does the share of inputs above the tolerance "
                        + Numbers.rounded(answers.verification().tolerance().relative()) + ".",
                "class",
                "small muted");
        section.leaf("p", layers(answers));
        return section.close();
    }

    private static void row(Markup section, String question, EquivarianceError error, String inputs) {
        ErrorSummary all = error.overall();
        section.open("tr")
                .leaf("td", question, "data-label", "equivariant")
                .leaf("td", words(within(error)), "data-label", "answer")
                .leaf(
                        "td",
                        percent(all.median().value()) + " ("
                                + percent(all.median().lower()) + " to "
                                + percent(all.median().upper()) + ")",
                        "data-label",
                        "typical error")
                .leaf("td", percent(all.largest()), "data-label", "largest")
                .leaf(
                        "td",
                        percent(all.above().value()) + " ("
                                + percent(all.above().lower()) + " to "
                                + percent(all.above().upper()) + ")",
                        "data-label",
                        "above the tolerance")
                .leaf("td", inputs, "data-label", "inputs")
                .close();
    }

    private static String layers(ThreeAnswers answers) {
        List<Boolean> carries = answers.carries();
        if (carries.isEmpty()) {
            return "Layer by layer: there is no table of the layers, see the command's output.";
        }
        long within = carries.stream().filter(carried -> carried).count();
        String words = "Layer by layer: " + within + " of " + carries.size()
                + " dense layers are within the tolerance under the latent actions that fit the weights best.";
        if (answers.chance().isEmpty()) {
            return words + " How far that is from chance was not measured.";
        }
        PermutationTest whole = answers.chance().get(0).whole();
        return words + " All layers together are at distance " + percent(whole.observed())
                + " from equivariance; by chance it would be " + percent(whole.mean()) + " \u00B1 "
                + percent(whole.deviation()) + " (p = " + Numbers.rounded(whole.pValue()) + ").";
    }

    /** A share as a percentage with few digits. */
    static String percent(double share) {
        return Double.isFinite(share) ? Numbers.rounded(100 * share) + " %" : "infinite";
    }

    /** The words that a reader needs. */
    static Markup howToRead() {
        return new Markup()
                .open("section")
                .open("details")
                .leaf("summary", "How to read this")
                .open("dl", "class", "terms")
                .leaf("dt", "distance")
                .leaf(
                        "dd",
                        "How far a layer's weights and biases are from the nearest layer that is equivariant under the latent actions, "
                                + "relative to their size: 0 % is equivariant.")
                .leaf("dt", "residual")
                .leaf(
                        "dd",
                        "The largest entry of W \u03C1 \u2212 K W over the largest weight of the layer. It is compared with the tolerance.")
                .leaf("dt", "by chance")
                .leaf(
                        "dd",
                        "The same search where there is nothing to find: by default, with every unit's incoming weights in random order. The search finds a "
                                + "best action there, too, so a small distance means something only if it is smaller than these.")
                .leaf("dt", "p")
                .leaf(
                        "dd",
                        "How likely chance gives a distance as small as the observed one: (1 + draws that do) / (1 + draws).")
                .leaf("dt", "latent action")
                .leaf(
                        "dd",
                        "For every group element a permutation of a layer's units, perhaps with signs, so that products go to products.")
                .close()
                .close()
                .close();
    }
}
