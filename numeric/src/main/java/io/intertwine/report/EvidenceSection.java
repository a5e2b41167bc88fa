package io.intertwine.report;

import io.intertwine.certificate.ReductionStep;
import io.intertwine.check.Theorem;
import io.intertwine.find.Verification;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was proved, what was checked for it, and how to check it again. */
final class EvidenceSection {
    private EvidenceSection() {}

    static Markup of(Subject subject) {
        if (subject.result() instanceof Verification.Layerwise layerwise) {
            Markup section = start(layerwise.theorem());
            section.leaf("h3", "What was checked, exactly and for every generator g")
                    .leaf("p", notation(subject), "class", "small muted")
                    .open("ol", "class", "checks");
            equations(subject).forEach(equation -> section.leaf("li", equation));
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
                "This statement was made by the independent checker, which trusts nothing but the two files: it "
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
        return "intertwine check " + ShellWord.of(context.certificate()) + " --network "
                + ShellWord.of(context.network()) + " --symmetry " + ShellWord.of(context.symmetry()) + " --claim "
                + claim;
    }

    private static String notation(Subject subject) {
        int last = (int) subject.network().layers().stream()
                .filter(Layer.Dense.class::isInstance)
                .count();
        return "W and b are weights and biases; K is the action before an activation, \u03C1 the one after it; \u03C1\u2080 and "
                + "\u03C1" + Scripts.lowered(last) + " are the given actions on inputs and outputs.";
    }

    /** The equations of all layers, in the order of the network. */
    static List<String> equations(Subject subject) {
        List<String> equations = new ArrayList<>();
        Network network = subject.network();
        int dense = 0;
        String before = "\u03C1\u2080";
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            boolean last = i == network.layers().size() - 1;
            boolean softmaxNext = !last && network.layers().get(i + 1) instanceof Layer.Softmax;
            if (layer instanceof Layer.Dense linear) {
                dense++;
                String after = last ? "\u03C1" + Scripts.lowered(dense) : "K" + Scripts.lowered(dense);
                equations.add(
                        softmaxNext
                                ? softmax(linear, dense, before)
                                : linear(linear, dense, before, after, isAffine(subject)));
                before = after;
            } else if (layer instanceof Layer.Entrywise units) {
                String name = units.uniform().map(Object::toString).orElse("the activation");
                String after = "\u03C1" + Scripts.lowered(dense);
                equations.add(name + "(" + before + "(g) z) = " + after + "(g) " + name + "(z) for every z: " + before
                        + "(g) lies in the latent group of the units.");
                before = after;
            }
        }
        equations.add(relators(subject));
        return equations;
    }

    private static String linear(Layer.Dense layer, int number, String before, String after, boolean affine) {
        String w = "W" + Scripts.lowered(number);
        String b = "b" + Scripts.lowered(number);
        String bias = layer.hasBias() ? " and " + b + " = " + after + "(g) " + b : "";
        if (affine) {
            bias = " and " + w + " u(g) + " + b + " = " + after + "(g) " + b
                    + " + c(g), where u and c are the shifts of the two actions";
        }
        return w + " " + before + "(g) = " + after + "(g) " + w + bias + " (" + size(layer) + ").";
    }

    private static boolean isAffine(Subject subject) {
        Stream<AffineMap> outside = Stream.concat(subject.inputs().stream(), subject.outputs().stream());
        Stream<AffineMap> inside = subject.spaces().stream()
                .flatMap(space -> Stream.concat(space.preactivation().stream(), space.action().stream()));
        return !Stream.concat(outside, inside).allMatch(AffineMap::isLinear);
    }

    private static String softmax(Layer.Dense layer, int number, String before) {
        String w = "W" + Scripts.lowered(number);
        return w + " " + before + "(g) = \u03C1" + Scripts.lowered(number) + "(g) " + w
                + " up to adding one number to all logits, which softmax does not see (" + size(layer) + ").";
    }

    private static String size(Layer.Dense layer) {
        String weights = Numbers.count((long) layer.inputs() * layer.outputs(), "weight");
        return layer.hasBias()
                ? weights + " and " + Numbers.count(layer.outputs(), "bias").replace("biass", "biases")
                : weights;
    }

    private static String relators(Subject subject) {
        int relators = subject.result().symmetry().group().relators().size();
        return relators == 0
                ? "The group is the one that the given actions generate; no relations were stated."
                : "The relations of the group hold for the matrices of every layer, before and after its activation ("
                        + Numbers.count(relators, "relation") + ").";
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
            return "units without influence get zero weights ("
                    + String.join(
                            ", ", prune.units().stream().map(String::valueOf).toList()) + ").";
        }
        return "two dense layers in a row are factored anew.";
    }

    private static void remarks(Markup section, List<String> reasons) {
        if (!reasons.isEmpty()) {
            section.leaf("h3", "Remarks").open("ul");
            reasons.forEach(reason -> section.leaf("li", reason));
            section.close();
        }
    }
}
