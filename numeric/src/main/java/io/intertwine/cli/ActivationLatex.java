package io.intertwine.cli;

import io.intertwine.activation.ActivationFacts;
import io.intertwine.activation.ActivationFacts.Kind;
import io.intertwine.activation.AffineSymmetry;
import io.intertwine.activation.Equations;
import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.activation.Notation;
import io.intertwine.exact.ExactMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The result of {@code activation} as a fragment of LaTeX; it needs the package amsmath. */
final class ActivationLatex {
    private static final Equations EQUATIONS = Equations.in(Notation.LATEX);

    private final List<String> lines = new ArrayList<>();
    private final ActivationView view;

    private ActivationLatex(ActivationView view) {
        this.view = view;
    }

    /** The lines of the fragment. */
    static List<String> lines(ActivationView view) {
        return new ActivationLatex(view).lines();
    }

    private List<String> lines() {
        ActivationFacts facts = view.facts();
        lines.add("% Needs \\usepackage{amsmath}.");
        lines.add("\\[ s(x) = " + facts.expression().latex() + " \\]");
        lines.add("\\begin{description}");
        groups(facts);
        item("Relations", displayed(relations(facts), "None beyond the affine group."));
        if (!view.equation().isEmpty()) {
            item("Differential equation", escaped(view.equation()));
        }
        if (!view.matrix().isEmpty()) {
            item("Matrix", matrix());
        }
        lines.add("\\end{description}");
        environment(
                "itemize",
                facts.relationsComplete().entrySet().stream()
                        .map(each -> escaped(each.getKey() + ": " + each.getValue()))
                        .toList());
        environment(
                "enumerate",
                facts.derivation().stream().map(ActivationLatex::escaped).toList());
        return lines;
    }

    private void groups(ActivationFacts facts) {
        Kind kind = facts.linear().kind();
        String character = kind == Kind.UNDETERMINED
                ? "undetermined"
                : view.linearGroup() + ", with $b = " + image(facts.linear().image()) + "$";
        item("Linear group", character + "; on $n$ units: " + escaped(LayerGroups.linear(kind)) + ".");
        List<String> elements = new ArrayList<>();
        facts.generators().forEach(symmetry -> elements.add(equation(symmetry)));
        facts.continuous().forEach(symmetry -> elements.add(equation(symmetry)));
        String begin = facts.complete() ? "" : "Undetermined. ";
        item("Affine group", begin + displayed(elements, facts.complete() ? "Trivial." : "No element is known."));
        item("On $n$ units", escaped(LayerGroups.affine(facts)) + ".");
    }

    private static String equation(AffineSymmetry symmetry) {
        return EQUATIONS.of(symmetry) + range(EQUATIONS.range(symmetry));
    }

    private static List<String> relations(ActivationFacts facts) {
        return facts.relations().stream()
                .map(relation -> EQUATIONS.of(relation) + range(EQUATIONS.range(relation)))
                .toList();
    }

    private static String range(String text) {
        return text.isEmpty() ? "" : " \\quad\\text{" + text + "}";
    }

    private static String displayed(List<String> equations, String none) {
        return equations.isEmpty()
                ? none
                : "\\begin{gather*}\n" + String.join(" \\\\\n", equations) + "\n\\end{gather*}";
    }

    private String matrix() {
        String answer = view.isMember()
                .map(member -> member ? "An intertwiner. " : "Not an intertwiner. ")
                .orElse("Undetermined. ");
        String companion = view.companion()
                .map(found -> " Companion: $" + matrix(found) + "$")
                .orElse("");
        return answer + escaped(view.why()) + companion;
    }

    private static String matrix(ExactMatrix matrix) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < matrix.rows(); i++) {
            rows.add(matrix.row(i).stream()
                    .map(entry -> Expression.of(entry).latex())
                    .collect(Collectors.joining(" & ")));
        }
        return "\\begin{pmatrix} " + String.join(" \\\\ ", rows) + " \\end{pmatrix}";
    }

    /** A formula in a. */
    private static String image(String formula) {
        try {
            return Expression.parse(formula.replaceAll("\\ba\\b", "x")).latex().replaceAll("(?<!\\\\)\\bx\\b", "a");
        } catch (ExpressionSyntaxException words) {
            return "\\text{" + escaped(formula) + "}";
        }
    }

    private void item(String name, String text) {
        lines.add("\\item[" + name + "] " + text);
    }

    private void environment(String name, List<String> items) {
        if (!items.isEmpty()) {
            lines.add("\\begin{" + name + "}");
            items.forEach(item -> lines.add("\\item " + item));
            lines.add("\\end{" + name + "}");
        }
    }

    /** Plain text in which no character has a meaning of its own. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars()
                .forEach(character -> escaped.append(
                        switch (character) {
                            case '\\' -> "\\textbackslash{}";
                            case '^' -> "\\textasciicircum{}";
                            case '~' -> "\\textasciitilde{}";
                            case '<' -> "$<$";
                            case '>' -> "$>$";
                            case '|' -> "$|$";
                            case '_', '{', '}', '%', '&', '#', '$' -> "\\" + (char) character;
                            default -> String.valueOf((char) character);
                        }));
        return escaped.toString();
    }
}
