package io.intertwine.report;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.Value;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Verification;
import io.intertwine.lift.Doubles;
import io.intertwine.rep.AffineMap;
import java.util.List;
import java.util.stream.Collectors;

/** The input that refutes equivariance, with both outputs. */
final class CounterexampleSection {
    private static final int MOST_OUTPUTS = 32;
    private static final int MOST_INPUTS = 48;

    /** Relative differences below this are as those of rounded weights are. */
    private static final double LIKE_ROUNDING = 1e-3;

    private CounterexampleSection() {}

    static Markup of(Subject subject) {
        if (!(subject.result() instanceof Verification.NotEquivariant refuted)) {
            return new Markup();
        }
        Certificate.Witness witness = refuted.witness();
        Markup section = new Markup().open("section").leaf("h2", "The counterexample");
        section.open("p")
                .text("Take the input x below and transform it by ")
                .leaf("span", witness.generator(), "class", "badge")
                .text(
                        ". Equivariance would mean that the output for the transformed input, f(gx), is the transformed output g f(x). "
                                + "It is not.")
                .close();
        section.add(input(subject, witness)).add(outputs(witness));
        if (looksLikeRounding(witness)) {
            section.open("p")
                    .text("The difference is tiny beside the outputs, as it is when weights were rounded: the option ")
                    .leaf("code", "--tolerance")
                    .text(" asks the question for weights that are only nearly right.")
                    .close();
        }
        return section.add(subgroup(subject, refuted)).close();
    }

    private static boolean looksLikeRounding(Certificate.Witness witness) {
        return VerdictBanner.largest(witness.difference()) < LIKE_ROUNDING * VerdictBanner.largest(witness.left());
    }

    private static Markup input(Subject subject, Certificate.Witness witness) {
        int g = subject.generators().indexOf(witness.generator());
        AffineMap action = subject.inputs().get(g);
        Markup part = new Markup();
        subject.image().filter(shape -> action.isMonomial()).ifPresent(shape -> {
            double[] x = Doubles.nearest(witness.input());
            part.open("div", "class", "letters");
            picture(part, x, shape, "x");
            part.leaf("span", "\u2192", "class", "arrow");
            picture(part, Rasters.moved(action, x), shape, "gx");
            part.close();
        });
        if (witness.input().size() <= MOST_INPUTS && part.isEmpty()) {
            return part.open("p")
                    .text("x = ")
                    .leaf("code", vector(witness.input()))
                    .close();
        }
        part.open("details")
                .leaf("summary", "The " + Numbers.count(witness.input().size()) + " numbers of the input, exactly");
        return part.open("pre").leaf("code", vector(witness.input())).close().close();
    }

    private static void picture(Markup part, double[] values, ImageShape shape, String name) {
        part.open("span", "class", "example")
                .add(Rasters.image(values, shape).image("the input " + name, "pixels letter"))
                .leaf("small", name)
                .close();
    }

    private static String vector(List<Scalar> input) {
        return input.stream().map(Scalar::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    private static Markup outputs(Certificate.Witness witness) {
        Markup table = new Markup()
                .open("table", "class", "stacking numbers")
                .open("thead")
                .open("tr");
        for (String title : List.of("output", "f(gx)", "g f(x)", "difference")) {
            table.leaf("th", title);
        }
        table.close().close().open("tbody");
        List<Value> left = witness.left();
        for (int i = 0; i < Math.min(MOST_OUTPUTS, left.size()); i++) {
            table.add(row(
                    i, left.get(i), witness.right().get(i), witness.difference().get(i)));
        }
        table.close().close();
        String precision = witness.bits() == 0
                ? "All numbers are exact, and shown rounded."
                : "Proven enclosures, computed with " + witness.bits()
                        + " bits after the binary point and shown rounded. A difference "
                        + "is marked where zero is impossible.";
        String cut = left.size() > MOST_OUTPUTS
                ? " The first " + MOST_OUTPUTS + " of " + Numbers.count(left.size()) + " outputs are shown."
                : "";
        return new Markup()
                .open("div", "class", "scroll")
                .add(table)
                .close()
                .leaf("p", precision + cut, "class", "small muted");
    }

    private static Markup row(int index, Value left, Value right, Value difference) {
        Numbers.Pair pair = Numbers.sideBySide(Numbers.middle(left), Numbers.middle(right));
        boolean differs = difference.excludesZero();
        Markup row = new Markup()
                .open("tr", "class", differs ? "differs" : "")
                .leaf("td", String.valueOf(index), "data-label", "output");
        row.add(number(
                "f(gx)", pair.left(), differs ? pair.common() : pair.left().length()));
        row.add(number(
                "g f(x)", pair.right(), differs ? pair.common() : pair.right().length()));
        String size = Numbers.rounded(Doubles.nearest(Numbers.middle(difference)));
        return row.leaf("td", differs ? size : "none seen", "data-label", "difference")
                .close();
    }

    private static Markup number(String title, String digits, int common) {
        return new Markup()
                .open("td", "data-label", title)
                .open("span")
                .text(digits.substring(0, common))
                .leaf("mark", digits.substring(common))
                .close()
                .close();
    }

    private static Markup subgroup(Subject subject, Verification.NotEquivariant refuted) {
        List<String> kept = refuted.subgroup();
        if (subject.generators().size() == 1) {
            return new Markup();
        }
        String words = kept.isEmpty()
                ? "For none of the generators alone was a latent action found."
                : "The function is still equivariant under " + String.join(", ", kept)
                        + ": for each of these generators alone a latent action was found.";
        return Markup.element("p", words);
    }
}
