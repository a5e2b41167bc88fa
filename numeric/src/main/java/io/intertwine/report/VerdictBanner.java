package io.intertwine.report;

import io.intertwine.certificate.Certificate.Value;
import io.intertwine.find.Answer;
import io.intertwine.find.Survey;
import io.intertwine.find.Verification;
import io.intertwine.lift.Doubles;
import io.intertwine.report.Subject.Verdict;
import java.util.List;

/** The answer, readable in five seconds: a pictogram, two words, one sentence, three chips. */
final class VerdictBanner {
    private VerdictBanner() {}

    static Markup of(Subject subject) {
        Verdict verdict = subject.verdict();
        Markup banner = new Markup()
                .open("header", "class", "verdict " + verdict.word())
                .add(Icons.of(verdict))
                .open("div");
        banner.open("p", "class", "eyebrow")
                .text("Intertwine \u00B7 ")
                .leaf("span", subject.context().network(), "class", "file")
                .text(" under ")
                .leaf("span", subject.context().symmetry(), "class", "file")
                .close();
        banner.leaf("h1", title(subject)).leaf("p", sentence(subject), "class", "lead");
        return banner.add(chips(subject)).close().close();
    }

    /** The verdict in a few words. */
    static String title(Subject subject) {
        if (subject.result() instanceof Verification.NotLayerwise) {
            return "Equivariant, not layerwise";
        }
        return switch (subject.verdict()) {
            case HOLDS -> "Layerwise equivariant";
            case REFUTED -> "Not equivariant";
            case UNDETERMINED -> "Undetermined";
        };
    }

    private static String sentence(Subject subject) {
        if (subject.result() instanceof Verification.NotEquivariant refuted) {
            return "There is an input for which generator " + refuted.witness().generator()
                    + " changes the output in another way than the symmetry says; the outputs differ by about "
                    + Numbers.rounded(largest(refuted.witness().difference()))
                    + ". The input is below, and anyone can compute both outputs again.";
        }
        if (subject.result() instanceof Verification.Layerwise) {
            String rule = "Transforming the input transforms the output exactly as the symmetry says";
            return subject.isReparametrised()
                    ? rule
                            + ". The layers at the given weights carry no such action together, but other weights of the same "
                            + "architecture, with the same function, do: every layer by itself is equivariant there."
                    : rule
                            + ", and so does every layer by itself: the hidden units carry an action of the same group, found and "
                            + "proved below.";
        }
        if (subject.result() instanceof Verification.NotLayerwise not) {
            return "Transforming the input transforms the output exactly as the symmetry says, but no weights of this architecture with "
                    + "this function make every layer equivariant: the group moves each of the "
                    + not.classes().size()
                    + " classes of weights that there are.";
        }
        if (subject.result().survey().equivariant() == Answer.HOLDS) {
            return "Transforming the input transforms the output exactly as the symmetry says: that is proved. Whether some weights of "
                    + "this architecture make every layer equivariant is not known; the reasons are below.";
        }
        return "Neither a proof nor a counterexample was found. This is not a \u201Cno\u201D: the reasons, and what would settle "
                + "the question, are below.";
    }

    /** The absolute value of the largest difference. */
    static double largest(List<Value> difference) {
        return difference.stream()
                .mapToDouble(value -> Math.abs(Doubles.nearest(Numbers.middle(value))))
                .max()
                .orElse(0);
    }

    private static Markup chips(Subject subject) {
        Survey survey = subject.result().survey();
        Markup chips =
                new Markup().open("ul", "class", "chips", "aria-label", "Is some parameter layerwise equivariant?");
        chip(chips, verdict(survey.given()), "given weights", "these weights, as they are in the file");
        chip(
                chips,
                verdict(survey.architecture()),
                "architecture",
                "some weights of the same architecture with the same function");
        chip(chips, verdict(survey.widened()), "widened", "some weights of a wider network with the same function");
        return chips.close();
    }

    private static Verdict verdict(Answer answer) {
        return switch (answer) {
            case HOLDS -> Verdict.HOLDS;
            case REFUTED -> Verdict.REFUTED;
            case UNDETERMINED -> Verdict.UNDETERMINED;
        };
    }

    private static void chip(Markup chips, Verdict verdict, String where, String explanation) {
        chips.open("li", "class", "chip " + verdict.word(), "title", explanation)
                .add(Icons.of(verdict))
                .leaf("b", where)
                .text(" " + verdict.word())
                .close();
    }
}
